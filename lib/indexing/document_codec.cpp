// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/document_codec.h"

#include <cstdint>

#include "tvar/error.h"

namespace tvar::indexing {
namespace {

constexpr char kVersion = 1;

void put_number(std::uint64_t number, std::string& out) {
  while (number >= 0x80U) {
    out += static_cast<char>(number | 0x80U);
    number >>= 7U;
  }
  out += static_cast<char>(number);
}

void put_string(std::string_view text, std::string& out) {
  put_number(text.size(), out);
  out += text;
}

// Reads what the functions above wrote; any byte that does not fit ends in an Error.
class Input {
 public:
  Input(std::string_view id, std::string_view bytes) : id_(id), bytes_(bytes) {}
  [[nodiscard]] bool done() const { return bytes_.empty(); }
  [[nodiscard]] std::size_t left() const { return bytes_.size(); }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (bytes_.empty()) break;
      const auto byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
      if (byte < 0x80U) return value;
    }
    throw damaged();
  }

  std::string string() {
    const std::uint64_t size = number();
    if (size > bytes_.size()) throw damaged();
    std::string text(bytes_.substr(0, size));
    bytes_.remove_prefix(size);
    return text;
  }

  [[nodiscard]] Error damaged() const {
    return {ErrorCode::corrupt, "document '" + std::string(id_) + "': its stored bytes are damaged",
            "Index the document again."};
  }

 private:
  std::string_view id_;
  std::string_view bytes_;
};

// No document has such a value of its own.
bool is_divider(std::string_view name, std::size_t value_bytes) {
  return name.empty() && value_bytes == 0;
}

enum class Values { all, given };

Document decode(std::string_view id, std::string_view bytes, const Schema& schema, Values wanted) {
  Document document;
  document.id = id;
  if (bytes.empty() || bytes.front() != kVersion) throw Input(id, bytes).damaged();
  Input input(id, bytes.substr(1));
  while (!input.done()) {
    const std::uint64_t ordinal = input.number();
    if (ordinal > schema.fields.size()) throw input.damaged();
    std::string name = ordinal == 0 ? input.string() : schema.fields[ordinal - 1].name;
    std::string value = input.string();
    if (!is_divider(name, value.size())) {
      document.fields.push_back({std::move(name), std::move(value)});
    } else if (wanted == Values::given) {
      break;
    }
  }
  return document;
}

}  // namespace

void encode_document(const Document& document, std::span<const FieldValue> found, const Schema& schema,
                     std::string& out) {
  out.assign(1, kVersion);
  const auto put = [&](const FieldValue& field) {
    const Field* known = schema.find(field.name);
    if (known == nullptr) {
      put_number(0, out);
      put_string(field.name, out);
    } else {
      put_number(static_cast<std::uint64_t>(known - schema.fields.data()) + 1, out);
    }
    put_string(field.value, out);
  };
  for (const FieldValue& field : document.fields) {
    if (!is_divider(field.name, field.value.size())) put(field);
  }
  if (!found.empty()) put({});
  for (const FieldValue& field : found) put(field);
}

Document decode_document(std::string_view id, std::string_view bytes, const Schema& schema) {
  return decode(id, bytes, schema, Values::all);
}

Document decode_given(std::string_view id, std::string_view bytes, const Schema& schema) {
  return decode(id, bytes, schema, Values::given);
}

std::vector<ValuePlace> find_values(std::string_view id, const store::LongData& data, const Schema& schema) {
  constexpr std::size_t kMostNumberBytes = 10;
  std::size_t at = 1;
  const auto number = [&] {
    const std::string bytes = data.read(at, kMostNumberBytes);
    Input input(id, bytes);
    const std::uint64_t value = input.number();
    at += bytes.size() - input.left();
    return value;
  };
  const auto place = [&] {
    const std::uint64_t bytes = number();
    if (bytes > data.size - at) throw Input(id, {}).damaged();
    const ValuePlace found{{}, at, static_cast<std::size_t>(bytes)};
    at += found.bytes;
    return found;
  };
  std::vector<ValuePlace> values;
  if (data.read(0, 1) != std::string(1, kVersion)) throw Input(id, {}).damaged();
  while (at < data.size) {
    const std::uint64_t ordinal = number();
    if (ordinal > schema.fields.size()) throw Input(id, {}).damaged();
    std::string name;
    if (ordinal == 0) {
      const ValuePlace written = place();
      name = data.read(written.begin, written.bytes);
    } else {
      name = schema.fields[ordinal - 1].name;
    }
    ValuePlace value = place();
    if (is_divider(name, value.bytes)) continue;
    value.field = std::move(name);
    values.push_back(std::move(value));
  }
  return values;
}

}  // namespace tvar::indexing
