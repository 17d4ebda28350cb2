// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/readers/json_object.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>

namespace tvar::readers {
namespace {

using Json = nlohmann::json;

/// Takes the parser's events instead of its tree: a tree of a million brackets is a thousand times larger than they.
class ObjectBuilder : public nlohmann::json_sax<Json> {
 public:
  explicit ObjectBuilder(JsonObject& object) : object_(object) {}

  bool null() override { return depth_ > 0 ? true : refuse(); }
  bool boolean(bool value) override { return add(value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return add(std::to_string(value), true); }
  bool number_unsigned(number_unsigned_t value) override { return add(std::to_string(value), true); }
  bool number_float(number_float_t /*value*/, const string_t& spelling) override { return add(spelling); }
  bool string(string_t& value) override { return add(std::move(value), true); }
  bool binary(binary_t& /*value*/) override { return false; }

  bool start_object(std::size_t /*elements*/) override {
    if (depth_ > 0) note_nested();
    ++depth_;
    return true;
  }
  bool key(string_t& name) override {
    if (depth_ == 1) start(name);
    return true;
  }
  bool end_object() override {
    --depth_;
    return true;
  }
  bool start_array(std::size_t /*elements*/) override {
    if (depth_ == 0) return refuse();
    if (depth_ > 1) note_nested();
    ++depth_;
    return true;
  }
  bool end_array() override {
    --depth_;
    return true;
  }

  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::detail::exception&) override {
    if (object_.error.empty()) object_.error = "is not valid JSON (byte " + std::to_string(position) + ")";
    return false;
  }

  /// What can be said when all is read.
  void finish() {
    if (object_.error.empty() && bad_id_)
      object_.error = "has an 'id' that is empty, or neither a string nor a whole number";
  }

 private:
  bool refuse() {
    object_.error = "is not a JSON object";
    return false;
  }

  void start(const std::string& name) {
    in_id_ = name == "id";
    name_ = name;
    noted_ = false;
    if (in_id_) {
      object_.id.reset();
      bad_id_ = false;
    } else {
      object_.members.start(name);
    }
  }

  bool add(std::string value, bool can_be_id = false) {
    if (depth_ == 0) return refuse();
    if (in_id_) {
      take_id(std::move(value), can_be_id);
    } else if (!noted_ && !value.empty()) {
      object_.members.add(std::move(value));
    }
    return true;
  }

  void take_id(std::string value, bool can_be_id) {
    if (depth_ != 1 || !can_be_id || value.empty()) {
      bad_id_ = true;
    } else {
      object_.id = std::move(value);
    }
  }

  /// A member that is nested anywhere has no values at all.
  void note_nested() {
    if (in_id_) bad_id_ = true;
    if (in_id_ || std::exchange(noted_, true)) return;
    object_.members.start(name_);
    object_.nested.push_back(name_);
  }

  JsonObject& object_;
  std::size_t depth_ = 0;  // 1 in the object, 2 in an array of values
  std::string name_;       // of the member at hand
  bool in_id_ = false;
  bool bad_id_ = false;
  bool noted_ = false;  // the member at hand is nested
};

}  // namespace

JsonObject parse_json_object(std::string_view utf8) {
  JsonObject object;
  ObjectBuilder builder(object);
  const bool complete = Json::sax_parse(utf8.begin(), utf8.end(), &builder);
  if (!complete && object.error.empty()) object.error = "is not valid JSON";
  builder.finish();
  return object;
}

}  // namespace tvar::readers
