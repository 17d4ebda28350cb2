// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/suggester.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "lib/analysis/stop_words.h"
#include "lib/indexing/document_preparer.h"
#include "lib/indexing/value_path.h"
#include "lib/search/long_document.h"
#include "lib/search/value_spelling.h"
#include "lib/text/fold.h"
#include "lib/text/utf8.h"

namespace tvar::search {

using store::Node;

namespace {

// What one request may cost, so that it can be made at every key that is pressed.
constexpr std::size_t kMostTypedBytes = 1024;
constexpr std::size_t kScannedTerms = 50'000;  // 0.3 µs each
constexpr std::size_t kScannedValues = 10'000;
constexpr std::size_t kScannedForMarks = 5'000;
constexpr std::size_t kMostMarkedWords = 8;
constexpr std::size_t kForms = 200;  // the most frequent
constexpr std::size_t kSampledWords = 8;
constexpr std::size_t kSampledDocuments = 48;
constexpr std::size_t kSampledBytes = std::size_t{192} << 10U;
constexpr std::size_t kSampledBytesOfText = std::size_t{8} << 10U;
constexpr std::size_t kReadBytesOfText = std::size_t{64} << 10U;

// A pair of words that one document alone has may be chance.
constexpr std::uint32_t kPhraseDocuments = 2;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string squeezed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!is_space(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// Where the key of a value goes on as was typed: at its beginning or at that of a word in it.
bool has_beginning(std::string_view key, std::string_view beginning) {
  for (std::size_t at = key.find(beginning); at != std::string_view::npos; at = key.find(beginning, at + 1)) {
    if (at == 0) return true;
    const auto before = static_cast<unsigned char>(key[at - 1]);
    const bool letter =
        before >= 0x80 || (before >= 'a' && before <= 'z') || (before >= '0' && before <= '9');
    if (!letter) return true;
  }
  return false;
}

std::vector<const Sighting*> most_frequent(const std::map<std::string, Sighting>& map,
                                           std::uint32_t least_documents) {
  std::vector<const Sighting*> sightings;
  for (const auto& [terms, sighting] : map) {
    if (sighting.documents >= least_documents) sightings.push_back(&sighting);
  }
  std::stable_sort(sightings.begin(), sightings.end(),
                   [](const Sighting* a, const Sighting* b) { return a->documents > b->documents; });
  return sightings;
}

}  // namespace

/// A word of the index, in all forms that begin as typed.
struct Suggester::Word {
  std::string lemma;
  std::map<std::string, std::uint64_t> forms;  // and the documents that have them
  std::uint64_t documents = 0;
};

struct Suggester::Value {
  std::string term;
  std::uint64_t documents = 0;
};

std::vector<Suggestion> Suggester::suggest(std::string_view typed, std::size_t limit) {
  if (limit == 0 || !read(typed)) return {};
  const std::vector<Word> known = words();
  WordSample sample(beginning_, analyzer_);
  read_sample(known, sample);
  // A kind may have a quarter of the places before the others compete for what is left.
  const std::size_t share = (limit + 3) / 4;
  std::vector<Candidates> kinds;
  kinds.push_back(kept_.empty() ? complete_phrases(sample) : continue_phrases(sample));
  kinds.push_back(kept_.empty() ? complete_words(known, sample) : words_beside(sample, share));
  kinds.push_back(values(limit));
  kinds.push_back(titles(limit));
  std::set<std::string> seen;
  Candidates chosen;
  for (Candidates& candidates : kinds) take_found(share, candidates, seen, chosen);
  // Asking for more than there is room for is dear: a phrase of two frequent words reads all their positions.
  Candidates others;
  if (chosen.size() < limit) {
    for (Candidates& candidates : kinds) take_found(limit, candidates, seen, others);
  }
  const auto better = [](const Candidate& a, const Candidate& b) {
    if (a.follows != b.follows) return a.follows;
    return a.suggestion.documents > b.suggestion.documents;
  };
  std::stable_sort(chosen.begin(), chosen.end(), better);
  std::stable_sort(others.begin(), others.end(), better);
  if (chosen.size() > limit) chosen.resize(limit);
  const std::size_t more = std::min(limit - chosen.size(), others.size());
  std::move(others.begin(), others.begin() + static_cast<std::ptrdiff_t>(more), std::back_inserter(chosen));
  std::stable_sort(chosen.begin(), chosen.end(), better);
  std::vector<Suggestion> result;
  for (Candidate& candidate : chosen) result.push_back(std::move(candidate.suggestion));
  return result;
}

// What was typed, as the beginning of a word and what stands before it. False when there is no word.
bool Suggester::read(std::string_view typed) {
  if (typed.size() > kMostTypedBytes) return false;
  typed_ = with_marks(squeezed(text::repair_utf8(typed)));
  const text::Token* last = nullptr;
  const text::Token* before = nullptr;
  for (const text::Token& token : analyzer_.tokens(typed_)) {
    if (token.is_extra) continue;
    before = std::exchange(last, &token);
  }
  if (last == nullptr) return false;
  kept_ = typed_.substr(0, last->begin);
  beginning_.letters = last->text;
  beginning_.diacritics = text::has_diacritics(last->text);
  if (before == nullptr) return true;
  const StemMode mode = analyzer_.query_mode(beginning_.diacritics ? typed_ : kept_);
  for (const Reading& reading : analyzer_.readings(*before, mode)) {
    beginning_.before.emplace_back();
    analysis::append_term(reading, beginning_.before.back());
  }
  beginning_.form_before = before->text;
  head_ = typed_.substr(0, before->begin);
  return true;
}

// The words before the last one with the marks that the index has them with: a query that bears marks is not read as
// one without, so that "azylovy dům" would find nothing.
std::string Suggester::with_marks(const std::string& typed) {
  if (text::has_diacritics(typed)) return typed;
  struct Place {
    std::size_t begin;
    std::size_t end;
    std::string word;
  };
  std::vector<Place> words;
  for (const text::Token& token : analyzer_.tokens(typed)) {
    const bool is_word = !token.is_extra && token.kind == text::TokenKind::word;
    if (is_word) words.push_back({token.begin, token.end, std::string(token.text)});
  }
  if (words.size() < 2 || words.size() > kMostMarkedWords) return typed;
  words.pop_back();
  std::string result;
  std::size_t copied = 0;
  for (const Place& place : words) {
    std::string form = marked_form(place.word);
    if (form.empty() || form == place.word) continue;
    // The capital that was typed.
    if (form[0] == place.word[0]) form[0] = typed[place.begin];
    result += typed.substr(copied, place.begin - copied) + form;
    copied = place.end;
  }
  return result + typed.substr(copied);
}

// The most frequent form that is the word but for its marks; empty when there is none.
std::string Suggester::marked_form(const std::string& word) const {
  ExpandedForm best;
  for (std::size_t i = 0; i < schema_.fields.size(); ++i) {
    if (schema_.fields[i].kind != FieldKind::text) continue;
    const std::string space = places_[i].prefix + analysis::kExactMark;
    ExpansionBudget budget{.scanned = kScannedForMarks, .forms = kForms};
    const ExpansionRequest request{.space = space, .word = word, .most_forms = kForms};
    for (ExpandedForm& found : expand_prefix(reader_, request, budget).forms) {
      if (found.documents > best.documents && text::fold_diacritics(found.form) == word)
        best = std::move(found);
    }
  }
  return best.form;
}

// The most frequent ones first.
std::vector<Suggester::Word> Suggester::words() {
  std::map<std::string, std::uint64_t> forms;
  ExpansionBudget budget{.scanned = kScannedTerms, .forms = kForms * schema_.fields.size()};
  for (std::size_t i = 0; i < schema_.fields.size(); ++i) {
    if (schema_.fields[i].kind != FieldKind::text) continue;
    const std::string space = places_[i].prefix + analysis::kExactMark;
    const ExpansionRequest request{.space = space,
                                   .word = beginning_.letters,
                                   .diacritics = beginning_.diacritics,
                                   .most_forms = kForms};
    for (const ExpandedForm& found : expand_prefix(reader_, request, budget).forms) {
      std::uint64_t& documents = forms[found.form];
      documents = std::max(documents, found.documents);
    }
  }
  // A word that only texts without diacritics have so is there with its marks already.
  std::set<std::string> marked;
  for (const auto& [form, documents] : forms) {
    if (text::has_diacritics(form)) marked.insert(text::fold_diacritics(form));
  }
  std::map<std::string, Word> by_term;
  for (const auto& [form, documents] : forms) {
    if (analysis::is_stop_word(form)) continue;
    text::Token token;
    token.text = form;
    const Readings& readings = analyzer_.readings(token, StemMode::document);
    const bool is_known = !readings.empty() && readings[0].kind == ReadingKind::lemma;
    if (!is_known && marked.contains(form)) continue;
    std::string term;
    if (!readings.empty()) analysis::append_term(readings[0], term);
    Word& word = by_term[term.empty() ? form : term];
    word.lemma = readings.empty() ? form : analyzer_.lemma(readings[0]);
    word.forms[form] = documents;
    word.documents += documents;
  }
  std::vector<Word> list;
  for (auto& [term, word] : by_term) list.push_back(std::move(word));
  std::stable_sort(list.begin(), list.end(),
                   [](const Word& a, const Word& b) { return a.documents > b.documents; });
  return list;
}

// Which documents to look into: with words before it, those that have them; otherwise some for each frequent word.
std::vector<Node> Suggester::sample_queries(const std::vector<Word>& words) {
  std::vector<Node> queries;
  std::vector<Node> all;
  for (const Word& word : words) {
    std::vector<Node> terms;
    for (const auto& [form, documents] : word.forms) {
      std::string exact;
      analysis::append_exact_term(form, exact);
      for (std::size_t i = 0; i < schema_.fields.size(); ++i) {
        if (schema_.fields[i].kind != FieldKind::text) continue;
        std::string term;
        store::append_text_term(places_[i], exact, term);
        terms.push_back(Node::make_term(std::move(term)));
      }
    }
    if (kept_.empty() && queries.size() < kSampledWords) {
      queries.push_back(Node::make(Node::Op::any_of, terms));
    }
    std::move(terms.begin(), terms.end(), std::back_inserter(all));
  }
  if (kept_.empty() || all.empty()) return queries;
  Node kept = compiler_.compile(Query::words(kept_), {}).node;
  // No document is more about function words than another, and nearly all have them.
  const std::vector<text::Token>& tokens = analyzer_.tokens(kept_);
  const auto is_stop_word = [](const text::Token& token) { return analysis::is_stop_word(token.text); };
  if (std::all_of(tokens.begin(), tokens.end(), is_stop_word)) kept = Node::unscored(std::move(kept));
  queries.push_back(
      Node::make(Node::Op::filter, {std::move(kept), Node::make(Node::Op::any_of, std::move(all))}));
  return queries;
}

void Suggester::read_sample(const std::vector<Word>& words, WordSample& sample) {
  std::vector<Node> queries = sample_queries(words);
  std::size_t bytes = kSampledBytes;
  std::set<std::string> seen;
  for (Node& query : queries) {
    store::MatchRequest request;
    request.query = std::move(query);
    request.limit = kSampledDocuments / queries.size();
    request.exact_total = false;
    for (const store::Match& match : reader_.match(request).matches) {
      if (!seen.insert(match.id).second) continue;
      Document document = document_beginning(match, schema_, kReadBytesOfText);
      boilerplate_.blank(document);
      const StemMode mode = indexing::document_mode(document, schema_);
      sample.begin_document();
      for (const FieldValue& value : document.fields) {
        const Field* field = schema_.find(value.name);
        if (field != nullptr && field->words) sample.read_label(value.value);
        if (field == nullptr || field->kind != FieldKind::text) continue;
        const std::string_view text = text::truncate_utf8(value.value, std::min(bytes, kSampledBytesOfText));
        sample.read(text, mode);
        bytes -= text.size();
      }
    }
  }
}

Suggester::Candidate Suggester::word(const std::string& form) const {
  Candidate candidate;
  candidate.suggestion.kind = Suggestion::Kind::word;
  candidate.suggestion.text = kept_ + form;
  candidate.query = Query::words(candidate.suggestion.text);
  return candidate;
}

Suggester::Candidate Suggester::phrase(const std::string& head, const std::string& words) const {
  Candidate candidate;
  candidate.suggestion.kind = Suggestion::Kind::phrase;
  candidate.suggestion.text = head + words;
  candidate.query = Query::phrase(words);
  if (!head.empty()) candidate.query = Query::all_of({Query::words(head), candidate.query});
  return candidate;
}

Suggester::Candidates Suggester::complete_words(const std::vector<Word>& words,
                                                const WordSample& sample) const {
  Candidates candidates;
  for (const Word& known : words) {
    // Words that only metadata has are offered as values.
    std::map<std::string, std::uint64_t> forms = known.forms;
    std::erase_if(forms, [&](const auto& form) { return sample.is_label_only(form.first); });
    if (forms.empty()) continue;
    const std::string form = natural_form(forms, known.lemma);
    // Nobody needs to be told what is typed already.
    if (form != beginning_.letters) candidates.push_back(word(sample.with_capitals(form)));
  }
  return candidates;
}

// Words that the sample has together with those before it, but never right behind them. Chance has its part in them, so
// that they must not crowd out the rest.
Suggester::Candidates Suggester::words_beside(const WordSample& sample, std::size_t most) const {
  Candidates candidates;
  for (const Sighting* sighting : most_frequent(sample.words(), 1)) {
    if (candidates.size() == most) break;
    if (sighting->following == 0) candidates.push_back(word(WordSample::shown(*sighting)));
  }
  return candidates;
}

Suggester::Candidates Suggester::complete_phrases(const WordSample& sample) const {
  Candidates candidates;
  for (const Sighting* sighting : most_frequent(sample.phrases(), kPhraseDocuments)) {
    candidates.push_back(phrase({}, WordSample::shown(*sighting)));
  }
  return candidates;
}

// The word before the last is shown in the form that goes with the completed one: městsk* ubytovna as městská ubytovna.
Suggester::Candidates Suggester::continue_phrases(const WordSample& sample) const {
  const std::string typed_before = kept_.substr(head_.size(), beginning_.form_before.size());
  Candidates candidates;
  for (const Sighting* sighting : most_frequent(sample.continuations(), 1)) {
    if (sighting->is_long && sighting->documents < kPhraseDocuments) continue;
    std::string words = WordSample::shown(*sighting);
    const bool same_word = text::fold_case(typed_before) == beginning_.form_before &&
                           words.starts_with(beginning_.form_before + " ");
    if (same_word) words.replace(0, typed_before.size(), typed_before);
    candidates.push_back(phrase(head_, words));
    candidates.back().follows = true;
  }
  return candidates;
}

// Of every text field but the main one. The words before the last must stand in the title, too.
Suggester::Candidates Suggester::titles(std::size_t limit) {
  Candidates candidates;
  for (std::size_t i = 0; i < schema_.fields.size(); ++i) {
    if (schema_.fields[i].kind == FieldKind::text && i != places_.main_field()) {
      add_titles(i, limit, candidates);
    }
  }
  return candidates;
}

void Suggester::add_titles(std::size_t field, std::size_t limit, Candidates& out) {
  const std::string& name = schema_.fields[field].name;
  std::vector<Query> parts;
  if (!kept_.empty()) parts.push_back(Query::words(kept_, name));
  parts.push_back(Query::prefix(beginning_.letters, name, beginning_.diacritics));
  store::MatchRequest request;
  request.query = compiler_.compile(Query::all_of(std::move(parts)), {}).node;
  request.limit = 2 * limit;
  request.exact_total = false;
  for (const store::Match& match : reader_.match(request).matches) {
    const Document document = document_beginning(match, schema_, kReadBytesOfText);
    const std::string title = squeezed(document.value(name));
    // The query finds the lemmas of what begins so as well, which may begin otherwise.
    const std::vector<text::Token>& tokens = analyzer_.tokens(title);
    const bool begins = std::any_of(tokens.begin(), tokens.end(),
                                    [&](const text::Token& token) { return beginning_.begins(token.text); });
    if (!begins) continue;
    Candidate candidate;
    candidate.suggestion = {.kind = Suggestion::Kind::title, .text = title, .query = {}, .field = name};
    candidate.query = Query::words(title);
    out.push_back(std::move(candidate));
  }
}

// The whole of what was typed may be a value's beginning, or its last word may be and the words before it be sought in
// the texts.
Suggester::Candidates Suggester::values(std::size_t limit) const {
  Candidates candidates;
  for (std::size_t i = 0; i < schema_.fields.size(); ++i) {
    const Field& field = schema_.fields[i];
    if (!field.facet || field.kind != FieldKind::keyword) continue;
    add_values(i, typed_, {}, limit, candidates);
    const bool word = !analysis::is_stop_word(beginning_.letters);
    if (!kept_.empty() && word) add_values(i, typed_.substr(kept_.size()), kept_, limit, candidates);
  }
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.suggestion.documents > b.suggestion.documents;
  });
  return candidates;
}

void Suggester::add_values(std::size_t field, const std::string& beginning, const std::string& kept,
                           std::size_t limit, Candidates& out) const {
  const std::string& name = schema_.fields[field].name;
  std::size_t left = limit;
  for (const Value& value : walk_values(field, beginning)) {
    if (left == 0) return;
    const std::string spelling = spelling_of(schema_, places_, reader_, field, value.term);
    const bool other_marks = beginning_.diacritics &&
                             text::fold_case(spelling).find(text::fold_case(beginning)) == std::string::npos;
    const bool repeats =
        !kept.empty() && text::fold_key(spelling).find(text::fold_key(kept)) != std::string::npos;
    if (spelling.empty() || other_marks || repeats) continue;
    Candidate candidate;
    candidate.suggestion = {.kind = Suggestion::Kind::value,
                            .text = kept + spelling,
                            .query = {},
                            .field = name,
                            .documents = value.documents};
    candidate.query = Query::value(name, spelling);
    if (!kept.empty()) candidate.query = Query::all_of({Query::words(kept), candidate.query});
    out.push_back(std::move(candidate));
    --left;
  }
}

// The most frequent first. Those that begin so stand together; all others of a large field can't be looked at.
std::vector<Suggester::Value> Suggester::walk_values(std::size_t field, const std::string& beginning) const {
  const std::string space = store::value_term(places_[field], "");
  const std::string key = text::fold_key(beginning);
  const bool is_path = schema_.fields[field].hierarchy;
  std::vector<Value> values;
  const auto walk = [&](const std::string& prefix, bool at_beginning) {
    std::size_t left = kScannedValues;
    reader_.terms(prefix, "", [&](std::string_view term, std::uint64_t documents) {
      const std::string_view rest = term.substr(space.size());
      const bool begins = rest.starts_with(key);
      const std::string_view name = is_path ? indexing::name_in_key(rest) : rest;
      if (begins == at_beginning && has_beginning(name, key)) {
        values.push_back({std::string(term), documents});
      }
      return --left > 0;
    });
  };
  if (key.empty()) return values;
  walk(space + key, true);
  walk(space, false);
  std::stable_sort(values.begin(), values.end(),
                   [](const Value& a, const Value& b) { return a.documents > b.documents; });
  return values;
}

// Takes the first `most` that find something and were not seen, with what they find, out of the candidates.
void Suggester::take_found(std::size_t most, Candidates& candidates, std::set<std::string>& seen,
                           Candidates& out) const {
  std::size_t taken = 0;
  std::size_t read = 0;
  for (; read < candidates.size() && taken < most; ++read) {
    Suggestion& suggestion = candidates[read].suggestion;
    const bool is_value = suggestion.kind == Suggestion::Kind::value;
    const std::string key = (is_value ? suggestion.field : "") + ":" + text::fold_case(suggestion.text);
    if (seen.contains(key)) continue;
    suggestion.documents = count(candidates[read].query);
    if (suggestion.documents == 0) continue;
    seen.insert(key);
    suggestion.query = candidates[read].query.to_string();
    out.push_back(std::move(candidates[read]));
    ++taken;
  }
  candidates.erase(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(read));
}

std::uint64_t Suggester::count(const Query& query) const {
  CompiledQuery compiled = compiler_.compile(query, {.incomplete = true});
  if (compiled.error) return 0;
  store::MatchRequest request;
  request.query = std::move(compiled.node);
  request.limit = 0;
  request.with_data = false;
  return reader_.match(request).estimate;
}

}  // namespace tvar::search
