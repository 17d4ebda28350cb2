// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/document_builder.h"

#include <algorithm>
#include <utility>

namespace tvar::store {

void PreparedDocument::clear() {
  // What one large document needed is not kept for the small ones that follow it.
  constexpr std::size_t kKeptBytes = std::size_t{1} << 20U;
  id.clear();
  data.clear();
  if (data.capacity() > kKeptBytes) data.shrink_to_fit();
  terms_.clear();
  counts_.clear();
  if (counts_.capacity() > kKeptBytes / sizeof(Counts)) counts_.shrink_to_fit();
  positions_.clear();
  values_.clear();
}

std::uint32_t PreparedDocument::number_of(std::string_view term) {
  const std::uint32_t number = terms_.intern(term);
  if (number == counts_.size()) counts_.emplace_back();
  return number;
}

std::uint32_t PreparedDocument::add_posting(std::string_view term, std::uint32_t position) {
  const std::uint32_t number = number_of(term);
  ++counts_[number].occurrences;
  add_position(counts_[number], position);
  return number;
}

void PreparedDocument::add_position(Counts& found, std::uint32_t position) {
  if (found.positions_count > 0 && position == found.last_position) return;
  // The sign of the difference is its lowest bit: positions may come in any order, but hardly ever do.
  const bool back = position < found.last_position;
  const std::uint64_t step = back ? found.last_position - position : position - found.last_position;
  positions_.append_number(found.positions, step << 1U | (back ? 1U : 0U));
  found.ascending = found.ascending && !back;
  found.last_position = position;
  ++found.positions_count;
}

void PreparedDocument::add_term(std::string_view term) {
  ++counts_[number_of(term)].occurrences;
}

void PreparedDocument::add_boolean_term(std::string_view term) {
  number_of(term);
}

void PreparedDocument::move_positions(std::uint32_t from, std::string_view to) {
  const std::uint32_t number = number_of(to);
  if (number == from) return;
  if (counts_[number].positions_count == 0) {
    const std::uint32_t occurrences = counts_[number].occurrences;
    counts_[number] = counts_[from];
    counts_[number].occurrences = occurrences;
  } else {
    // Long terms are cut, so that two of them may have become one.
    std::vector<std::uint32_t> moved;
    positions(from, moved);
    for (const std::uint32_t position : moved) add_position(counts_[number], position);
  }
  drop_positions(from);
}

void PreparedDocument::drop_positions(std::uint32_t term) {
  const std::uint32_t occurrences = counts_[term].occurrences;
  counts_[term] = Counts();
  counts_[term].occurrences = occurrences;
}

void PreparedDocument::set_value(Slot slot, std::string value) {
  values_.emplace_back(slot, std::move(value));
}

void PreparedDocument::positions(std::uint32_t term, std::vector<std::uint32_t>& positions) const {
  const Counts& found = counts_[term];
  positions.clear();
  positions.reserve(found.positions_count);
  ByteLists::Reader reader(positions_, found.positions);
  std::uint32_t position = 0;
  for (std::uint32_t i = 0; i < found.positions_count; ++i) {
    const std::uint64_t step = reader.number();
    const auto distance = static_cast<std::uint32_t>(step >> 1U);
    position = (step & 1U) != 0 ? position - distance : position + distance;
    positions.push_back(position);
  }
  if (found.ascending) return;
  std::sort(positions.begin(), positions.end());
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
}

std::string_view PreparedDocument::stored_data() const noexcept {
  return std::string_view(data).substr(0, part_count(data.size()) > 0 ? kPartBytes : data.size());
}

std::size_t PreparedDocument::bytes() const noexcept {
  return data.capacity() + terms_.bytes() + counts_.capacity() * sizeof(Counts) + positions_.bytes();
}

std::map<Slot, std::string> PreparedDocument::values() const {
  std::map<Slot, std::string> values;
  for (const auto& [slot, value] : values_) values[slot] = value;
  values[kIdSlot] = id;
  if (part_count(data.size()) > 0) values[kDataSizeSlot] = std::to_string(data.size());
  std::erase_if(values, [](const auto& entry) { return entry.second.empty(); });
  return values;
}

Xapian::Document DocumentBuilder::build(const PreparedDocument& prepared) {
  Xapian::Document document;
  std::string term;
  std::vector<std::uint32_t> positions;
  for (std::uint32_t i = 0; i < prepared.terms().size(); ++i) {
    term = prepared.terms()[i];
    prepared.positions(i, positions);
    for (const std::uint32_t position : positions) document.add_posting(term, position, 0);
    document.add_term(term, prepared.occurrences(i));
  }
  for (const auto& [slot, value] : prepared.values()) document.add_value(slot, value);
  for (std::size_t part = 0; part < part_count(prepared.data.size()); ++part)
    document.add_value(kFirstPartSlot + static_cast<Slot>(part), packed_part(prepared.data, part));
  document.set_data(std::string(prepared.stored_data()));
  document.add_boolean_term(id_term(prepared.id));
  return document;
}

}  // namespace tvar::store
