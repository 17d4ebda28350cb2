// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/founding_sentence.h"

#include <algorithm>

#include "lib/facts/name_forms.h"

namespace tvar::facts {
namespace {

// Two words that may be forms of one: they share two thirds of the shorter, four bytes at least.
bool may_be_same(std::string_view word, std::string_view named) {
  const std::size_t stem = std::max<std::size_t>(std::min(named.size(), word.size()) * 2 / 3, 4);
  return named.substr(0, stem) == word.substr(0, stem);
}

bool is_among(std::string_view word, const AnnotatedText& text, std::size_t end, std::size_t shortest) {
  for (std::size_t t = 0; t < end; ++t) {
    const std::string_view named = text.lower(t);
    if (named.size() >= shortest && may_be_same(word, named)) return true;
  }
  return false;
}

bool is_in_title(const Sentence& s, std::size_t i, std::size_t shortest) {
  if (s.text[i].kind != text::TokenKind::word || s.text.lower(i).size() < shortest) return false;
  const std::string_view word = s.text.lower(i);
  if (s.head.title != nullptr && is_among(word, *s.head.title, s.head.title->size(), shortest)) return true;
  // The first lines have menus, towns and dates as well: of them what is an organisation or has a name.
  const bool organ = s.text.is(i, kOrganHead | kOrganNoun) && !s.text.is(i, kTownNoun);
  const bool name =
      s.text[i].capitalised && !s.text[i].sentence_start && !s.text.is(i, kTownStart | kTownNoun);
  return (organ || name) && i >= s.head.end && is_among(word, s.text, s.head.end, shortest);
}

// Whose founding? A word of the title says that it is the subject's.
bool names_subject(const Sentence& s, std::size_t end) {
  for (std::size_t i = s.first; i < end; ++i) {
    if (is_in_title(s, i, 5)) return true;
  }
  return false;
}

bool is_union(std::string_view word) {
  for (const std::string_view beginning : {"partnerstv", "platform", "koalic", "alianc", "asociac", "sdružen",
                                           "spolek", "spolk", "svaz", "unie", "federac", "klub", "sbor"}) {
    if (word.starts_with(beginning)) return true;
  }
  return word == "síť" || word == "sítě";
}

// Where the clause of the founding word begins.
std::size_t begin_of_clause(const Sentence& s) {
  constexpr std::size_t kLongest = 8;  // words
  std::size_t first = s.verb;
  while (first > s.first && s.verb - first < kLongest) {
    const std::string_view mark = trim(s.text.gap_before(first));
    if (first < s.verb && !mark.empty()) break;
    --first;
  }
  while (first < s.verb) {
    const std::string_view word = s.text.lower(first);
    if (word != "že" && word != "ale" && word != "a" && word != "kdy" && word != "když" &&
        word != "protože" && word != "neboť")
      break;
    ++first;
  }
  return first;
}

// The page speaks of it again and again.
bool is_spoken_of(const Sentence& s, std::size_t i) {
  int mentions = 0;
  for (std::size_t w = 0; w < s.text.size() && mentions < 2; ++w)
    mentions += s.text.lower(w).size() >= 4 && may_be_same(s.text.lower(i), s.text.lower(w)) ? 1 : 0;
  return mentions > 1;
}

// "že spolek vznikl", "Lokální partnerství bylo ve městě založeno", "klub jako takový byl založen": the subject has no name of its
// own, so that it is the one of the page.
bool has_union_for_subject(const Sentence& s) {
  std::size_t i = begin_of_clause(s);
  for (const std::string_view word : {"lokální", "místní", "naše", "náš", "celé"}) {
    if (i < s.verb && s.text.lower(i) == word) {
      ++i;
      break;
    }
  }
  if (s.head.is_council || i >= s.verb || !is_union(s.text.lower(i)) || !is_spoken_of(s, i)) return false;
  for (std::size_t w = i + 1; w < s.verb; ++w) {
    bool small = s.text.is(w, kBeingVerb);
    for (const std::string_view word :
         {"se",   "si",  "jako",   "takový", "taková",    "takové",   "ve",      "v",    "u",    "městě",
          "obci", "nás", "tu",     "zde",    "oficiálně", "formálně", "původně", "už",   "již",  "tedy",
          "však", "pak", "poprvé", "tam",    "tak",       "sám",      "samo",    "sama", "totiž"})
      small = small || s.text.lower(w) == word;
    if (!small) return false;
  }
  return true;
}

// "PS vznikla", of "pracovní skupina" or "PS" in the head of the page.
bool has_letters_of_head(const Sentence& s) {
  if (s.verb == s.first || !s.text[s.verb - 1].all_caps) return false;
  const std::string_view letters = s.text.lower(s.verb - 1);
  if (letters.size() < 2 || letters.size() > 5) return false;
  const auto is_named = [&](const AnnotatedText& text, std::size_t end) {
    for (std::size_t i = 0; i < end; ++i) {
      if (text[i].all_caps && text.lower(i) == letters) return true;
      std::size_t same = 0;
      while (same < letters.size() && i + same < end && text.lower(i + same).front() == letters[same]) ++same;
      if (same == letters.size()) return true;
    }
    return false;
  };
  return is_named(s.text, s.head.end) ||
         (s.head.title != nullptr && is_named(*s.head.title, s.head.title->size()));
}

// "Náš sbor, založený v roce 1886"
bool speaks_of_our_organ(const Sentence& s) {
  for (std::size_t i = s.verb > s.first + 4 ? s.verb - 4 : s.first; i + 1 < s.verb; ++i) {
    const std::string_view word = s.text.lower(i);
    const bool ours = word == "náš" || word == "naše" || word == "našeho" || word == "naši" || word == "naší";
    if (ours && s.text.is(i + 1, kOrganHead | kOrganNoun)) return true;
  }
  return false;
}

// "Vznikli jsme", "hospic jsme zapsaly".
bool speaks_of_us(const Sentence& s) {
  if (speaks_of_our_organ(s)) return true;
  const std::string_view verb = s.text.lower(s.verb);
  if (verb.ends_with("eme") || verb.ends_with("íme") || verb.ends_with("áme")) return true;  // působíme
  if (!verb.ends_with("li") && !verb.ends_with("ly")) return false;
  const std::size_t end = std::min(s.end, s.verb + 3);
  for (std::size_t i = s.verb > s.first + 6 ? s.verb - 6 : s.first; i < end; ++i) {
    if (s.text.lower(i) == "jsme") return true;
  }
  return false;
}

// "Spolek pro záchranu drobných památek Poutník vznikl": nothing but the name stands before the verb.
bool is_long_name(const Sentence& s) {
  constexpr std::size_t kLongest = 9;  // words
  if (!s.text.is(s.first, kGenericOrgan) || s.verb > s.first + kLongest || !s.text[s.verb - 1].capitalised)
    return false;
  for (std::size_t i = s.first + 1; i <= s.verb; ++i) {
    if (!s.text.follows(i)) return false;
  }
  return s.text.lower(s.verb).starts_with("vznikl");
}

bool is_pronoun(std::string_view word) {
  return word == "ji" || word == "jej" || word == "ho" || word == "je";
}

// "Chrámový sbor oslavil třicet let! Založil ho …": the sentence before is of another one.
bool refers_to_another(const Sentence& s) {
  const std::size_t end = std::min(s.first, s.before_first + 3);
  for (std::size_t i = s.before_first; i < end && !s.text.is(i, kVerbForm); ++i) {
    if (s.text.is(i, kOrganHead | kOrganNoun) && !is_in_title(s, i, 4) && !s.text.is(i, kGenericOrgan))
      return true;
  }
  return false;
}

// "Spolek vznikl v březnu 2006", "Klub založily …": the one that the page has been speaking of.
bool speaks_of_the_one(const Sentence& s) {
  if (s.verb > s.first + 2) return is_long_name(s);
  if (s.verb == s.first) {  // "Vznikla 30. 9. 2010.": the date follows, and no other subject
    const std::string_view word = s.text.lower(s.verb);
    const bool pronoun = s.verb + 1 < s.end && is_pronoun(s.text.lower(s.verb + 1)) &&
                         !refers_to_another(s);  // Zřídila ji rada
    return pronoun || word.starts_with("vznikl") || word.ends_with("na") || word.ends_with("no") ||
           word.ends_with("n");
  }
  const bool noun = s.text.is(s.first, kOrganHead | kOrganNoun);
  return s.text.is(s.first, kGenericOrgan) || (noun && is_in_title(s, s.first, 4));
}

// "První čtenářský spolek vznikl", "vznikl další klub": one of several.
bool speaks_of_another(const Sentence& s) {
  const std::size_t end = std::min(s.end, s.verb + 4);
  for (std::size_t i = begin_of_clause(s); i < end; ++i) {
    const std::string_view word = s.text.lower(i);
    const bool another = word.starts_with("první") || word.starts_with("druh") || word.starts_with("další") ||
                         word.starts_with("jiný") || word.starts_with("jiná") || word.starts_with("třetí");
    if (another && i + 1 < end && s.text.follows(i + 1) && !s.text[i + 1].capitalised &&
        s.text[i + 1].kind == text::TokenKind::word && !is_preposition(s.text.lower(i + 1)))
      return true;
  }
  return false;
}

bool is_about_group(const Sentence& s) {
  for (std::size_t i = s.first; i < s.end; ++i) {
    if (s.text.is(i, kGroupWord | kPublicBody)) return true;
  }
  return false;
}

// "byla založena pobočka": what was founded stands behind the verb, and it is no organisation that the text could be of.
bool names_another_behind(const Sentence& s) {
  const std::size_t i = s.verb + 1;
  if (i >= s.end || !s.text.follows(i) || s.text[i].capitalised || s.text[i].kind != text::TokenKind::word)
    return false;
  const std::string_view word = s.text.lower(i);
  const bool meets =
      s.text.lower(s.verb).starts_with("ustavující") || s.text.lower(s.verb).starts_with("zakládající");
  if (meets && (word.starts_with("schůz") || word.starts_with("jednání") || word.starts_with("setkání")))
    return false;
  const bool is_noun =
      !is_preposition(word) && word.size() > 4 && !word.ends_with("em") &&
      !word.ends_with("ením") &&  // zápisem
      !s.text.is(i, kOrganHead | kOrganNoun | kVerbForm | kBeingVerb | kAdjective | kMonth | kYearWord);
  return is_noun && !is_in_title(s, i, 4);
}

// "zahájila činnost": other things are begun as well.
bool begins_something_else(const Sentence& s) {
  if (!s.text.lower(s.verb).starts_with("zahá")) return false;
  const std::string_view what = s.verb + 1 < s.end ? s.text.lower(s.verb + 1) : std::string_view();
  return what != "činnost" && what != "provoz" && what != "svou" && what != "svoji" && what != "fungování" &&
         !(what == "práci" && !(s.verb + 2 < s.end && s.text.lower(s.verb + 2) == "na"));
}

}  // namespace

// The date behind the verb, or else the last one before it: "V roce 1998 vznikl".
std::optional<FoundDate> date_of_founding(const Sentence& s, const YearReader& years) {
  std::optional<FoundDate> date = first_date(s.text, years, s.verb, s.end);
  std::optional<FoundDate> before = first_date(s.text, years, s.first, s.verb);
  while (before) {
    const std::optional<FoundDate> next = first_date(s.text, years, before->last + 1, s.verb);
    if (!next) break;
    before = next;
  }
  const bool nearer = before && (!date || date->first - s.verb > s.verb - before->last);
  return nearer ? before : date;
}

namespace {

// "podepsaly", "uzavřela"
bool is_signing(std::string_view word) {
  return word.starts_with("podeps") || word.starts_with("podepis") || word.starts_with("uzavře");
}

bool has_signing(const Sentence& s) {
  for (std::size_t i = s.first; i < s.end; ++i) {
    if (is_signing(s.text.lower(i))) return true;
  }
  return false;
}

// "zakládající smlouvu podepsali", "když jsme podepisovaly zakládací listinu"
bool is_charter(const Sentence& s) {
  const std::string_view word = s.text.lower(s.verb);
  if (!word.starts_with("zaklád") && !word.starts_with("zakladatel") && !word.starts_with("zřizovac"))
    return false;
  const std::string_view what = s.verb + 1 < s.end ? s.text.lower(s.verb + 1) : std::string_view();
  return (what.starts_with("smlouv") || what.starts_with("listin") || what.starts_with("dohod")) &&
         has_signing(s);
}

// "Ustavující schůze proběhla 11. května 2016", in a chronicle "2013  Ustavující schůze spolku, 20. dubna".
bool is_founding_meeting(const Sentence& s) {
  const std::string_view word = s.text.lower(s.verb);
  if (!word.starts_with("ustavující") && !word.starts_with("zakládající")) return false;
  bool meets = false;
  for (std::size_t i = s.verb + 1; i < std::min(s.end, s.verb + 4); ++i) {
    const std::string_view what = s.text.lower(i);
    meets = meets || what.starts_with("schůz") || what.starts_with("setkání") || what.starts_with("hromad") ||
            what.starts_with("sněm") || what.starts_with("shromáždění");
    if (s.text.is(i, kGroupWord | kPublicBody)) return false;
  }
  return meets;
}

// "vznikne", "zřídí", "mohl vzniknout": what is still to come.
bool is_to_come(const Sentence& s, const FoundDate& date) {
  const std::string_view word = s.text.lower(s.verb);
  if (word == "vznikne" || word == "vzniknou" || word == "vzniknout" || word == "zřídí" || word == "založí" ||
      word == "ustaví" || word == "zahájí" || word == "založit" || word == "zřídit")
    return true;
  return date.first > s.first && s.text.lower(date.first - 1) == "do";
}

// "od založení ústavu v roce 2011", "od našeho vzniku v roce 1990"
bool is_since_founding(const Sentence& s) {
  const std::string_view word = s.text.lower(s.verb);
  if ((!word.ends_with("ení") && word != "vzniku") || s.verb <= s.first || s.head.is_council) return false;
  const std::string_view before = s.text.lower(s.verb - 1);
  const bool own = before == "našeho";
  const std::size_t from = own ? s.verb - 1 : s.verb;
  if (from == s.first || s.text.lower(from - 1) != "od") return false;
  if (own) return true;
  const std::size_t what = s.verb + 1;
  const bool named = what + 1 < s.end && s.text.follows(what + 1) && s.text[what + 1].capitalised;
  return what < s.end && !named && !s.text[what].capitalised && s.text.is(what, kOrganHead | kOrganNoun);
}

// "Zřízena byla usnesením rady": its subject is the one before, and the council founded it.
bool is_passive_without_subject(const Sentence& s) {
  const std::string_view word = s.text.lower(s.verb);
  if (s.verb != s.first || !(word.ends_with("na") || word.ends_with("no") || word.ends_with("n")))
    return false;
  const std::size_t next = s.verb + 1 + (s.text.is(s.verb + 1, kBeingVerb) ? 1 : 0);
  return next < s.end && !s.text.is(next, kGroupWord | kPublicBody | kOrganHead | kOrganNoun);
}

// "Popudem k založení byl požár": something else has the date.
bool leads_to_founding(const Sentence& s) {
  if (s.verb == s.first) return false;
  const std::string_view before = s.text.lower(s.verb - 1);
  return before == "k" || before == "ke" || before == "před" || before == "o";
}

}  // namespace

bool is_founded_by_signing(const Sentence& s) {
  if (s.verb < s.first + 2 || s.text.lower(s.verb - 1) != "o" || !has_signing(s)) return false;
  const std::string_view what = s.text.lower(s.verb - 2);
  return what.starts_with("memorand") || what.starts_with("dohod") || what.starts_with("smlouv");
}

namespace {

// By what names the subject, or stands for it, before other rules look for somebody else's founding.
double confidence_by_subject(const Sentence& s, const YearReader& years) {
  constexpr std::size_t kFirstSentences = 4;
  if (is_charter(s) && (s.ordinal <= kFirstSentences || speaks_of_us(s) || names_subject(s, s.end)))
    return 0.7;
  const bool row = s.first + 1 == s.verb && years.year_at(s.first) != 0;
  if (is_founding_meeting(s) &&
      (row || s.ordinal <= kFirstSentences + 2 || has_union_for_subject(s) || begin_of_clause(s) == s.verb))
    return 0.6;
  if (is_since_founding(s) || (is_founded_by_signing(s) && s.ordinal <= kFirstSentences)) return 0.6;
  if (has_letters_of_head(s)) return 0.7;
  return has_union_for_subject(s) ? 0.6 : 0;
}

}  // namespace

double confidence_of_founding(const Sentence& s, const YearReader& years) {
  if (leads_to_founding(s) && !is_founded_by_signing(s)) return 0;
  if (speaks_of_another(s) || begins_something_else(s)) return 0;
  const std::optional<FoundDate> date = date_of_founding(s, years);
  if (date && is_to_come(s, *date)) return 0;
  if (const double sure = confidence_by_subject(s, years); sure > 0) return sure;
  const std::string_view word = s.text.lower(s.verb);
  if (is_charter(s)) return 0;
  if (word.starts_with("zaklád") && !word.starts_with("zakládal") && !word.starts_with("zakládající"))
    return 0;
  const bool ours = speaks_of_us(s);
  if (s.text.lower(s.verb).starts_with("zaps")) return ours ? 0.6 : 0;  // into the register
  const bool about_subject = names_subject(s, s.end) || ours;
  const bool group = is_about_group(s);
  const bool named_group = group && s.text.is(s.verb + 1, kWorkingWord | kGroupWord);
  if (about_subject) return named_group ? 0 : 0.85;
  const bool pronoun = s.verb == s.first && s.verb + 1 < s.end && is_pronoun(s.text.lower(s.verb + 1));
  if ((group && !pronoun && !is_passive_without_subject(s)) || names_another_behind(s)) return 0;
  if (pronoun && refers_to_another(s)) return 0;
  // "Ministerstvo vzniklo": another one.
  if (s.head.title != nullptr && s.text.is(s.first, kOrganHead) && !s.text.is(s.first, kGenericOrgan) &&
      !is_in_title(s, s.first, 4))
    return 0;
  constexpr std::size_t kFirstSentences = 3;
  return s.ordinal <= kFirstSentences || speaks_of_the_one(s) ? 0.6 : 0;
}

namespace {

// "se poprvé sešlo v březnu 2008"
bool meets_first(const Sentence& s) {
  for (std::size_t i = s.verb > s.first + 2 ? s.verb - 2 : s.first; i < std::min(s.end, s.verb + 3); ++i) {
    if (s.text.lower(i) == "poprvé") return true;
  }
  return false;
}

}  // namespace

double confidence_of_working(const Sentence& s, const FoundDate& date) {
  // A club may be somebody's of whom the page tells; partnerships are those of the page.
  const std::string_view verb_subject = s.text.lower(begin_of_clause(s));
  const bool club = verb_subject.starts_with("spol") || verb_subject.starts_with("klub") ||
                    verb_subject.starts_with("sbor") || verb_subject.starts_with("sdruž");
  const bool subject = (has_union_for_subject(s) && (!club || is_in_title(s, begin_of_clause(s), 4))) ||
                       has_letters_of_head(s);
  const std::string_view verb = s.text.lower(s.verb);
  if (verb.starts_with("seš")) return meets_first(s) && subject && date.first > s.verb ? 0.6 : 0;
  const std::size_t year_word = date.first > s.first ? date.first - 1 : date.first;
  const std::size_t from = s.text.is(year_word, kYearWord) && year_word > s.first ? year_word - 1 : year_word;
  if (s.text.lower(from) != "od" && s.text.lower(from) != "ode") return 0;
  if (speaks_of_another(s)) return 0;
  if (subject) return 0.6;
  if (is_about_group(s)) return 0;
  if (speaks_of_us(s)) return 0.6;
  if (verb.starts_with("prac") || verb.starts_with("schá")) return 0;  // people do as well
  for (std::size_t i = s.first; i < std::min(s.verb, s.first + 6); ++i) {
    // Of a partnership only the subject: "připomněla, že partnerství působí od ledna" is said beside something else.
    const bool inside = s.text.lower(i).starts_with("partnerstv") && i > s.first + 1;
    const bool organ = s.text.is(i, kOrganHead | kOrganNoun) && !s.text.is(i, kTownStart) && !inside;
    if (organ && is_in_title(s, i, 4)) return 0.6;
  }
  return 0;
}

PageHead head_of(const AnnotatedText* title, const AnnotatedText& text) {
  constexpr std::size_t kLines = 3;
  constexpr std::size_t kShortest = 70;  // bytes; shorter lines are no paragraph
  constexpr std::size_t kLongest = 120;
  PageHead head{title, &text, 0, false};
  std::size_t shown = 0;
  for (const Line& line : text.lines()) {
    if (line.empty()) continue;
    const std::string_view passage = text.text().substr(line.begin, line.end - line.begin);
    if (line.first_word == line.end_word) continue;  // a rule
    const bool wrapped = line.is_continued && passage.size() > kShortest;
    if (++shown > kLines || wrapped || passage.size() > kLongest || passage.ends_with('.')) break;
    head.end = line.end_word;
  }
  bool minutes = false;
  for (std::size_t i = 0; i < head.end; ++i) {
    minutes = minutes || text.lower(i) == "zápis" || text.lower(i) == "usnesení";
    head.is_council = head.is_council || text.is(i, kPublicBody);
  }
  head.is_council = head.is_council && minutes;
  return head;
}

}  // namespace tvar::facts
