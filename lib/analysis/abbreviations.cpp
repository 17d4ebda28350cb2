// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/analysis/abbreviations.h"

#include <algorithm>
#include <array>
#include <optional>

#include "lib/text/fold.h"
#include "lib/text/utf8.h"

namespace tvar::analysis {
namespace {

constexpr std::size_t kMaxDefinitionBytes = 60;  // what stands between the brackets
constexpr std::size_t kMaxExpansionWords = 12;
constexpr std::size_t kMaxExpansionBytes = 200;

std::string_view trim(std::string_view text, std::string_view characters) {
  const std::size_t begin = text.find_first_not_of(characters);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(characters) - begin + 1);
}

// Spaces and quotation marks in any style around a text.
std::string_view unquoted(std::string_view text) {
  constexpr std::array<std::string_view, 9> kMarks = {" ", "\"", "„", "“", "”", "»", "«", "'", "\u00A0"};
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::string_view mark : kMarks) {
      if (text.starts_with(mark)) {
        text.remove_prefix(mark.size());
        changed = true;
      }
      if (text.ends_with(mark)) {
        text.remove_suffix(mark.size());
        changed = true;
      }
    }
  }
  return text;
}

// "dále jen X", "dále též X", "dále X": the words that announce a short form. Returns what follows them.
std::optional<std::string_view> after_announcement(std::string_view text) {
  constexpr std::array<std::string_view, 7> kAnnouncements = {
      "dále jen jako ", "dále jen ", "dále jako ", "dále též ", "dále také ", "dále i ", "dále "};
  for (const std::string_view words : kAnnouncements) {
    if (text.starts_with(words)) return text.substr(words.size());
  }
  return std::nullopt;
}

struct Letters {
  std::size_t upper = 0;
  std::size_t lower = 0;
  std::size_t other = 0;
};

Letters count_letters(std::string_view text) {
  Letters letters;
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint point = text::code_point_at(text, at);
    const std::string_view letter = text.substr(at, point.length);
    const std::string folded = text::fold_key(letter);
    const bool is_letter = folded.size() == 1 && folded[0] >= 'a' && folded[0] <= 'z';
    if (!is_letter) {
      ++letters.other;
    } else if (text::fold_case(letter) != letter) {
      ++letters.upper;
    } else {
      ++letters.lower;
    }
    at += point.length;
  }
  return letters;
}

// Two to ten letters, most of them capitals: IPRM, MŠMT, OPLZZ, KoKS.
bool looks_like_letters(std::string_view text) {
  const Letters letters = count_letters(text);
  return letters.other == 0 && letters.upper >= 2 && letters.upper >= letters.lower &&
         letters.upper + letters.lower <= 10;
}

// The last words of `before`, at most kMaxExpansionWords, not across the end of a sentence or a line.
std::vector<std::string_view> words_before(std::string_view before) {
  std::vector<std::string_view> words;
  std::size_t end = before.size();
  const std::size_t floor = before.size() > kMaxExpansionBytes ? before.size() - kMaxExpansionBytes : 0;
  while (end > floor && words.size() < kMaxExpansionWords) {
    while (end > floor && before[end - 1] == ' ') --end;
    std::size_t begin = end;
    while (begin > floor && before[begin - 1] != ' ' && before[begin - 1] != '\n') --begin;
    if (begin == end || (begin == floor && floor > 0)) break;
    const std::string_view word = before.substr(begin, end - begin);
    const bool closes =
        word.ends_with('.') || word.ends_with(':') || word.ends_with(';') || word.ends_with(')');
    if (closes) break;
    words.push_back(word);
    end = begin;
    if (begin > 0 && before[begin - 1] == '\n') break;
  }
  std::reverse(words.begin(), words.end());
  return words;
}

// The shortest run of last words whose letters, read from the right, hold the abbreviation, its first letter at the
// beginning of the run.
std::optional<std::size_t> align(const std::string& letters, const std::vector<std::string>& words) {
  std::size_t left = letters.size();
  for (std::size_t w = words.size(); w-- > 0;) {
    const std::string& word = words[w];
    for (std::size_t at = word.size(); at-- > 0 && left > 0;) {
      if (word[at] != letters[left - 1]) continue;
      if (left == 1 && at != 0) continue;
      --left;
    }
    if (left == 0) return w;
  }
  return std::nullopt;
}

// Letters that begin words count before those inside: otherwise "plán" would give P, L and N to PLN. Only initials of
// all words but function words make a sure definition without "dále jen".
bool initials_match(const std::string& letters, const std::vector<std::string>& words, std::size_t from) {
  std::size_t at = 0;
  for (std::size_t w = from; w < words.size() && at < letters.size(); ++w) {
    if (!words[w].empty() && words[w][0] == letters[at]) ++at;
  }
  return at == letters.size();
}

std::optional<std::size_t> find_initials(const std::string& letters, const std::vector<std::string>& words) {
  for (std::size_t from = words.size(); from-- > 0;) {
    if (words[from].empty() || words[from][0] != letters[0]) continue;
    if (initials_match(letters, words, from)) return from;
  }
  return std::nullopt;
}

std::vector<std::string> folded(const std::vector<std::string_view>& words) {
  std::vector<std::string> result;
  for (const std::string_view word : words) result.push_back(text::fold_key(unquoted(trim(word, ","))));
  return result;
}

// Where the long form of `name` begins among the words, if it is there.
std::optional<std::size_t> find_long_form(std::string_view name, bool announced,
                                          const std::vector<std::string_view>& words) {
  const std::string key = text::fold_key(name);
  const std::vector<std::string> keys = folded(words);
  if (looks_like_letters(name)) {
    const std::optional<std::size_t> initials = find_initials(key, keys);
    return initials || !announced ? initials : align(key, keys);
  }
  if (!announced) return std::nullopt;
  for (std::size_t w = keys.size(); w-- > 0;) {
    if (keys[w] == key && w + 1 < keys.size()) return w;
  }
  return std::nullopt;
}

}  // namespace

std::vector<AbbreviationDefinition> find_abbreviations(std::string_view text) {
  std::vector<AbbreviationDefinition> found;
  for (std::size_t open = text.find('('); open != std::string_view::npos; open = text.find('(', open + 1)) {
    const std::size_t close = text.substr(0, open + kMaxDefinitionBytes).find(')', open);
    if (close == std::string_view::npos) continue;
    std::string_view inside = trim(text.substr(open + 1, close - open - 1), " ");
    const std::optional<std::string_view> announced = after_announcement(inside);
    const std::string_view name = unquoted(announced.value_or(inside));
    if (name.size() < 2 || name.find_first_of("\n,;:(") != std::string_view::npos) continue;
    const std::vector<std::string_view> words = words_before(text.substr(0, open));
    const std::optional<std::size_t> begin = find_long_form(name, announced.has_value(), words);
    if (!begin || words.size() - *begin < 2) continue;
    const char* first = words[*begin].data();
    const char* last = words.back().data() + words.back().size();
    found.push_back({name, unquoted({first, static_cast<std::size_t>(last - first)})});
  }
  return found;
}

std::span<const KnownAbbreviation> known_abbreviations() noexcept {
  // Names as the offices themselves write them.
  static constexpr KnownAbbreviation kTable[] = {
      {"ASZ", "Agentura pro sociální začleňování"},
      {"ČR", "Česká republika"},
      {"ESF", "Evropský sociální fond"},
      {"EU", "Evropská unie"},
      {"IOP", "integrovaný operační program"},
      {"IPRM", "integrovaný plán rozvoje města"},
      {"JMK", "Jihomoravský kraj"},
      {"KÚ", "krajský úřad"},
      {"LK", "lokální konzultant"},
      {"LP", "lokální partnerství"},
      {"MAS", "místní akční skupina"},
      {"MMR", "Ministerstvo pro místní rozvoj"},
      {"MPSV", "Ministerstvo práce a sociálních věcí"},
      {"MŠ", "mateřská škola"},
      {"MŠMT", "Ministerstvo školství, mládeže a tělovýchovy"},
      {"MÚ", "městský úřad"},
      {"MV", "Ministerstvo vnitra"},
      {"NNO", "nestátní nezisková organizace"},
      {"NZDM", "nízkoprahové zařízení pro děti a mládež"},
      {"OPLZZ", "operační program Lidské zdroje a zaměstnanost"},
      {"OPZ", "operační program Zaměstnanost"},
      {"OSPOD", "orgán sociálně-právní ochrany dětí"},
      {"OÚ", "obecní úřad"},
      {"PČR", "Policie České republiky"},
      {"PPP", "pedagogicko-psychologická poradna"},
      {"SAS", "sociálně aktivizační služby"},
      {"SŠ", "střední škola"},
      {"SVL", "sociálně vyloučená lokalita"},
      {"ÚP", "úřad práce"},
      {"VPP", "veřejně prospěšné práce"},
      {"VŠ", "vysoká škola"},
      {"ZŠ", "základní škola"},
  };
  return kTable;
}

}  // namespace tvar::analysis
