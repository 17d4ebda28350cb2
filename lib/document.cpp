// SPDX-License-Identifier: GPL-2.0-or-later
#include "tvar/document.h"

#include <algorithm>
#include <utility>

namespace tvar {
inline namespace v1 {

Document& Document::add(std::string_view name, std::string value) {
  fields.push_back({std::string(name), std::move(value)});
  return *this;
}

Document& Document::set(std::string_view name, std::string value) {
  std::erase_if(fields, [name](const FieldValue& field) { return field.name == name; });
  return add(name, std::move(value));
}

std::string_view Document::value(std::string_view name) const noexcept {
  for (const FieldValue& field : fields) {
    if (field.name == name) return field.value;
  }
  return {};
}

std::vector<std::string_view> Document::values(std::string_view name) const {
  std::vector<std::string_view> result;
  for (const FieldValue& field : fields) {
    if (field.name == name) result.emplace_back(field.value);
  }
  return result;
}

bool Document::has(std::string_view name) const noexcept {
  return std::any_of(fields.begin(), fields.end(),
                     [name](const FieldValue& field) { return field.name == name; });
}

}  // namespace v1
}  // namespace tvar
