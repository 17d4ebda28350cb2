// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/document_builder.h"

#include <utility>

namespace tvar::store {

void PreparedDocument::clear() {
  id.clear();
  data.clear();
  bytes_.clear();
  occurrences_.clear();
  values_.clear();
}

void PreparedDocument::add(std::string_view term, std::uint32_t position, Kind kind) {
  occurrences_.push_back({bytes_.size(), static_cast<std::uint32_t>(term.size()), position, kind});
  bytes_ += term;
}

void PreparedDocument::add_posting(std::string_view term, std::uint32_t position) {
  add(term, position, Kind::posting);
}

void PreparedDocument::add_term(std::string_view term) {
  add(term, 0, Kind::term);
}

void PreparedDocument::add_boolean_term(std::string_view term) {
  add(term, 0, Kind::boolean_term);
}

void PreparedDocument::set_value(Slot slot, std::string value) {
  values_.emplace_back(slot, std::move(value));
}

Xapian::Document DocumentBuilder::build(const PreparedDocument& prepared) {
  Xapian::Document document;
  std::string term;
  for (const PreparedDocument::Occurrence& occurrence : prepared.occurrences_) {
    term.assign(prepared.bytes_, occurrence.begin, occurrence.size);
    switch (occurrence.kind) {
      case PreparedDocument::Kind::posting:
        document.add_posting(term, occurrence.position);
        break;
      case PreparedDocument::Kind::term:
        document.add_term(term);
        break;
      case PreparedDocument::Kind::boolean_term:
        document.add_boolean_term(term);
        break;
    }
  }
  for (const auto& [slot, value] : prepared.values_) document.add_value(slot, value);
  document.add_value(kIdSlot, prepared.id);
  document.set_data(prepared.data);
  document.add_boolean_term(id_term(prepared.id));
  return document;
}

}  // namespace tvar::store
