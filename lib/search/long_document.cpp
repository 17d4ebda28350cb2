// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/long_document.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include "lib/indexing/document_codec.h"
#include "lib/indexing/document_preparer.h"
#include "lib/indexing/form_positions.h"
#include "lib/indexing/text_places.h"
#include "lib/text/utf8.h"

namespace tvar::search {
namespace {

using Positions = std::vector<std::uint32_t>;

constexpr std::size_t kModeBytes = std::size_t{64} << 10U;  // more than document_mode looks at
constexpr std::size_t kMostPositions = 100'000;             // of a term: 1 ms
constexpr std::size_t kBefore = 256;  // bytes shown of the piece before, so that a sentence is whole
constexpr std::size_t kBehind = 1024;

// The positions of any of the terms. Forms have theirs in a long text; those of a lemma may stand under its mixed term.
Positions positions_of(const store::LongData& data, const store::FieldPlace& place,
                       const std::vector<std::string>& terms) {
  Positions all;
  std::string term;
  const auto add = [&](const std::string& word) {
    term.clear();
    store::append_text_term(place, word, term);
    Positions found = data.positions(term, kMostPositions);
    // As text_places counts them.
    for (std::uint32_t& position : found) position -= indexing::kFirstPosition - 1;
    Positions both;
    std::set_union(all.begin(), all.end(), found.begin(), found.end(), std::back_inserter(both));
    all = std::move(both);
  };
  for (const std::string& word : terms) {
    add(word);
    if (word.front() != analysis::kExactMark) add(indexing::mixed_term(word));
  }
  return all;
}

// Where all words of an item stand in a row.
Positions positions_of(const store::LongData& data, const store::FieldPlace& place, const MarkedItem& item) {
  if (item.words.empty()) return {};
  Positions rows = positions_of(data, place, item.words.front());
  for (std::size_t word = 1; word < item.words.size() && !rows.empty(); ++word) {
    const Positions next = positions_of(data, place, item.words[word]);
    std::erase_if(rows, [&](std::uint32_t first) {
      return !std::binary_search(next.begin(), next.end(), first + static_cast<std::uint32_t>(word));
    });
  }
  return rows;
}

// The piece with most of the items.
std::size_t best_piece(const store::LongData& data, const store::FieldPlace& place,
                       const std::vector<MarkedItem>& marks, const std::vector<indexing::TextPlace>& pieces) {
  std::vector<std::uint32_t> items(pieces.size(), 0);
  for (const MarkedItem& item : marks) {
    if (item.field != kAllFields && item.field != place.ordinal) continue;
    std::size_t counted = pieces.size();
    for (const std::uint32_t position : positions_of(data, place, item)) {
      const auto behind =
          std::upper_bound(pieces.begin(), pieces.end(), position,
                           [](std::uint32_t p, const auto& piece) { return p < piece.position; });
      const auto piece = static_cast<std::size_t>(behind - pieces.begin()) - 1;
      // Behind the last one stand further values of the field.
      if (piece + 1 >= pieces.size()) break;
      if (piece != counted) ++items[piece];
      counted = piece;
    }
  }
  return static_cast<std::size_t>(std::max_element(items.begin(), items.end()) - items.begin());
}

// A part of a value, to the end of a code point.
std::string cut(const store::LongData& data, const indexing::ValuePlace& value, std::size_t begin,
                std::size_t bytes) {
  constexpr std::size_t kMostOfACodePoint = 4;
  const std::size_t left = value.bytes - begin;
  if (bytes >= left) return data.read(value.begin + begin, left);
  const std::string text = data.read(value.begin + begin, std::min(left, bytes + kMostOfACodePoint));
  return std::string(text::truncate_utf8(text, bytes));
}

}  // namespace

Document whole_document(const store::Match& match, const Schema& schema) {
  if (!match.long_data) return indexing::decode_document(match.id, match.data, schema);
  return indexing::decode_document(match.id, match.long_data->read(0, match.long_data->size), schema);
}

Document given_document(const store::Match& match, const Schema& schema) {
  if (!match.long_data) return indexing::decode_given(match.id, match.data, schema);
  return indexing::decode_given(match.id, match.long_data->read(0, match.long_data->size), schema);
}

Document document_beginning(const store::Match& match, const Schema& schema, std::size_t most) {
  if (!match.long_data) return indexing::decode_document(match.id, match.data, schema);
  Document document{.id = match.id, .fields = {}};
  for (const indexing::ValuePlace& value : indexing::find_values(match.id, *match.long_data, schema)) {
    document.fields.push_back({value.field, cut(*match.long_data, value, 0, most)});
  }
  return document;
}

Excerpt excerpt_of(const store::Match& match, const Schema& schema, const store::FieldMap& places,
                   const std::vector<MarkedItem>& marks, KnownBoilerplate& boilerplate) {
  Excerpt excerpt;
  const bool is_long = match.long_data && !match.long_data->text_places.empty();
  if (!is_long) {
    excerpt.document = whole_document(match, schema);
    boilerplate.blank(excerpt.document);
    excerpt.mode = indexing::document_mode(excerpt.document, schema);
    return excerpt;
  }
  Document beginning = document_beginning(match, schema, kModeBytes);
  boilerplate.blank(beginning);
  excerpt.mode = indexing::document_mode(beginning, schema);

  const store::LongData& data = *match.long_data;
  const std::string& main = schema.fields[places.main_field()].name;
  excerpt.document.id = match.id;
  bool has_text = false;
  for (const indexing::ValuePlace& value : indexing::find_values(match.id, data, schema)) {
    if (value.field != main) {
      excerpt.document.fields.push_back({value.field, data.read(value.begin, value.bytes)});
      continue;
    }
    if (std::exchange(has_text, true)) continue;
    const std::vector<indexing::TextPlace> pieces = indexing::decode_places(data.text_places);
    const std::size_t piece = best_piece(data, places[places.main_field()], marks, pieces);
    const std::size_t begin = pieces[piece].byte - std::min<std::size_t>(pieces[piece].byte, kBefore);
    const std::size_t end = piece + 1 < pieces.size() ? pieces[piece + 1].byte + kBehind : value.bytes;
    std::string text = cut(data, value, begin, end - begin);
    if (begin > 0) text.erase(0, text.find_first_of(" \n"));
    excerpt.document.fields.push_back({main, std::move(text)});
  }
  boilerplate.blank(excerpt.document);
  return excerpt;
}

}  // namespace tvar::search
