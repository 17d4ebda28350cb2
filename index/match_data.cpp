// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/match_data.h"

#include <algorithm>
#include <charconv>
#include <memory>

#include "index/store_error.h"

namespace tvar::store {
namespace {

// 0 when the data is whole.
std::size_t long_size(const Xapian::Document& document) {
  const std::string digits = document.get_value(kDataSizeSlot);
  std::size_t size = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), size);
  return size;
}

std::string part_of(const Xapian::Document& document, std::size_t part) {
  return unpacked_part(document.get_value(kFirstPartSlot + static_cast<Slot>(part)));
}

template <class Call>
auto guarded(const std::string& place, const Call& call) -> decltype(call()) {
  try {
    return call();
  } catch (...) {
    rethrow_as_error(place, "read a document");
  }
}

class Pieces {
 public:
  Pieces(Xapian::Database database, const Xapian::Document& document, Xapian::docid id)
      : database_(std::move(database)), document_(document), id_(id), name_(document.get_value(kIdSlot)) {}

  std::string read(std::size_t begin, std::size_t bytes, std::size_t size) {
    return guarded(name_, [&] {
      std::string out;
      const std::size_t end = begin + std::min(bytes, size - std::min(begin, size));
      for (std::size_t at = begin; at < end; at = begin + out.size()) {
        const std::size_t part = at / kPartBytes;
        if (!has_part_ || part != part_) bytes_ = part_of(document_, part);
        has_part_ = true;
        part_ = part;
        const std::string_view rest =
            std::string_view(bytes_).substr(std::min(at % kPartBytes, bytes_.size()));
        if (rest.empty())
          throw Error(ErrorCode::corrupt, name_ + ": a part of it is too short", "Index it again.");
        out += rest.substr(0, end - at);
      }
      return out;
    });
  }

  std::vector<std::uint32_t> positions(const std::string& term, std::size_t most) {
    return guarded(name_, [&] {
      std::vector<std::uint32_t> found;
      const auto end = database_.positionlist_end(id_, term);
      for (auto at = database_.positionlist_begin(id_, term); at != end && found.size() < most; ++at)
        found.push_back(*at);
      return found;
    });
  }

 private:
  Xapian::Database database_;
  Xapian::Document document_;
  Xapian::docid id_;
  std::string name_;
  bool has_part_ = false;
  std::size_t part_ = 0;
  std::string bytes_;  // of the part that was read last
};

}  // namespace

Match to_match(const Xapian::Database& database, const Xapian::MSetIterator& hit, bool with_data,
               const std::string* id) {
  const Xapian::Document document = hit.get_document();
  Match match{.id = id != nullptr ? *id : document.get_value(kIdSlot),
              .score = hit.get_weight(),
              .data = {},
              .long_data = nullptr,
              .collapsed = hit.get_collapse_count(),
              .number = *hit};
  if (!with_data) return match;
  match.data = document.get_data();
  // Only the beginning of long data is as long as this.
  const std::size_t size = match.data.size() == kPartBytes ? long_size(document) : 0;
  if (size == 0) return match;
  const auto pieces = std::make_shared<Pieces>(database, document, *hit);
  LongData data{
      .size = size, .text_places = document.get_value(kTextPlacesSlot), .read = {}, .positions = {}};
  data.read = [pieces, size](std::size_t begin, std::size_t bytes) {
    return pieces->read(begin, bytes, size);
  };
  data.positions = [pieces](const std::string& term, std::size_t most) {
    return pieces->positions(term, most);
  };
  match.long_data = std::make_shared<const LongData>(std::move(data));
  return match;
}

std::string whole_data(const Xapian::Document& document) {
  std::string data = document.get_data();
  const std::size_t size = data.size() == kPartBytes ? long_size(document) : 0;
  if (size == 0) return data;
  data.clear();
  data.reserve(size);
  for (std::size_t part = 0; part < part_count(size); ++part) data += part_of(document, part);
  return data;
}

}  // namespace tvar::store
