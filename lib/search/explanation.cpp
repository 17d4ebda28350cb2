// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/explanation.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "lib/indexing/document_preparer.h"
#include "lib/search/long_document.h"
#include "lib/search/match_marker.h"
#include "lib/text/fold.h"

namespace tvar::search {
namespace {

using store::Node;

constexpr std::size_t kMostForms = 5;
constexpr double kRounding = 1e-6;  // sums of floats differ by less; as part of the score

std::vector<MarkedItem> items_of(const std::vector<QueryPart>& parts) {
  std::vector<MarkedItem> items;
  for (const QueryPart& part : parts) items.push_back({part.words, part.field});
  return items;
}

class Explainer {
 public:
  Explainer(const CompiledQuery& query, const store::Reader& reader, analysis::TextAnalyzer& analyzer,
            KnownBoilerplate& boilerplate)
      : parts_(query.parts),
        reader_(reader),
        schema_(reader.info().schema),
        places_(schema_),
        items_(items_of(query.parts)),
        marker_(items_, analyzer),
        boilerplate_(boilerplate) {}

  std::vector<ScorePart> explain(const store::Match& match) {
    const std::vector<double> scores = scores_of(match.id);
    Document document = given_document(match, schema_);
    boilerplate_.blank(document);
    find_forms(document);
    std::vector<ScorePart> list;
    double rest = match.score;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (scores[i] <= 0.0) continue;
      rest -= scores[i];
      ScorePart part = score_part(i, scores[i]);
      if (part.kind != MatchKind::family || !add_to_word(part, list)) list.push_back(std::move(part));
    }
    if (std::abs(rest) > kRounding * match.score) list.push_back({.score = rest});
    return list;
  }

 private:
  using Forms = std::map<std::string, std::size_t>;  // form → occurrences

  [[nodiscard]] double score_of(const Node& part, const Node& document) const {
    store::MatchRequest request;
    request.query = Node::make(Node::Op::filter, {part, document});
    request.limit = 1;
    request.with_data = false;
    const store::MatchResult found = reader_.match(request);
    return found.matches.empty() ? 0.0 : found.matches.front().score;
  }

  // Of parts that compete only the best one counts.
  [[nodiscard]] std::vector<double> scores_of(const std::string& id) const {
    const Node document = Node::make_term(store::id_term(id));
    std::vector<double> scores;
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> best;  // contest and field → part
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      scores.push_back(score_of(parts_[i].node, document));
      if (parts_[i].contest == 0) continue;
      const auto [leader, is_first] = best.try_emplace({parts_[i].contest, parts_[i].field}, i);
      if (is_first) continue;
      const bool wins = scores[i] > scores[leader->second];
      scores[wins ? leader->second : i] = 0.0;
      if (wins) leader->second = i;
    }
    return scores;
  }

  void find_forms(const Document& document) {
    forms_.assign(parts_.size(), {});
    const StemMode mode = indexing::document_mode(document, schema_);
    for (const FieldValue& value : document.fields) {
      const Field* field = schema_.find(value.name);
      if (field == nullptr || (field->kind != FieldKind::text && !field->words)) continue;
      const std::size_t ordinal =
          field->words ? places_.main_field() : static_cast<std::size_t>(field - schema_.fields.data());
      for (const MatchedToken& match : marker_.find(value.value, ordinal, mode)) {
        const std::string_view form =
            std::string_view(value.value).substr(match.begin, match.end - match.begin);
        ++forms_[match.word][text::fold_case(form)];
      }
    }
  }

  // Where a field has no words of the family but the word itself, its share is the word's.
  static bool add_to_word(const ScorePart& family, std::vector<ScorePart>& list) {
    const auto word = std::find_if(list.rbegin(), list.rend(), [&](const ScorePart& part) {
      return part.word == family.word && part.field == family.field && part.kind != MatchKind::exact &&
             part.kind != MatchKind::synonym && part.kind != MatchKind::phrase;
    });
    if (word == list.rend() || word->forms != family.forms || word->occurrences != family.occurrences)
      return false;
    word->score += family.score;
    return true;
  }

  [[nodiscard]] ScorePart score_part(std::size_t index, double score) const {
    const QueryPart& part = parts_[index];
    ScorePart out{.word = part.word, .kind = part.kind, .score = score};
    if (part.field != kAllFields) out.field = schema_.fields[part.field].name;
    std::vector<std::pair<std::string, std::size_t>> forms(forms_[index].begin(), forms_[index].end());
    std::stable_sort(forms.begin(), forms.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    for (auto& [form, occurrences] : forms) {
      out.occurrences += occurrences;
      if (out.forms.size() < kMostForms) out.forms.push_back(std::move(form));
    }
    return out;
  }

  const std::vector<QueryPart>& parts_;
  const store::Reader& reader_;
  const Schema& schema_;
  store::FieldMap places_;
  std::vector<MarkedItem> items_;
  MatchMarker marker_;
  KnownBoilerplate& boilerplate_;
  std::vector<Forms> forms_;  // of the document at hand, for each part
};

}  // namespace

void explain_hits(const CompiledQuery& query, const store::MatchResult& found, const store::Reader& reader,
                  analysis::TextAnalyzer& analyzer, KnownBoilerplate& boilerplate, std::vector<Hit>& hits) {
  if (!query.scores) return;
  Explainer explainer(query, reader, analyzer, boilerplate);
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const store::Match& match = found.matches[i];
    hits[i].explanation = explainer.explain(match);
    const double factor = match.score > 0.0 ? hits[i].score / match.score : 1.0;
    for (ScorePart& part : hits[i].explanation) part.score *= factor;
  }
}

}  // namespace tvar::search
