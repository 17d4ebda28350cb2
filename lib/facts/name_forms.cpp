// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/name_forms.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

namespace tvar::facts {
namespace {

struct Declension {
  std::string_view ending;  // of the nominative
  std::string_view forms;   // what replaces it, separated by spaces; the nominative itself is understood
};

// The longest ending that fits decides, so special rows stand in one table with the general ones. Rows join genders where
// the ending does not tell them apart (Telč, v Telči; Mochtáč, o Mochtáčovi).
constexpr Declension kDeclensions[] = {
    // Adjectives: Nový, Krásná, Horní
    {"ý", "ého ému ém ým"},
    {"á", "é ou"},
    {"é", "ého ému ém ým ých ými"},
    {"í", "ího ímu ím ích ími"},
    // Possessives: Havlíčkův Brod, Mnichovo Hradiště, Karlovy Vary
    {"ův", "ova ovu ově ovým ově ovem"},
    {"ovo", "ova ovu ově ovem ovým"},
    {"ovy", "ov ovech ovům ových ovým ovými"},
    // Neuters: Brno, Ústí, Hradiště
    {"bo", "ba bu bě bem"},
    {"co", "ca cu ci cem"},
    {"do", "da du dě dem"},
    {"ho", "ha hu ze hem"},
    {"cho", "cha chu še chem"},
    {"ko", "ka ku ce kem"},
    {"lo", "la lu le lem"},
    {"mo", "ma mu mě mem"},
    {"no", "na nu ně nem"},
    {"po", "pa pu pě pem"},
    {"ro", "ra ru ře rem"},
    {"so", "sa su se sem"},
    {"to", "ta tu tě tem"},
    {"vo", "va vu vě vem"},
    {"zo", "za zu ze zem"},
    {"o", "a u ě e em"},
    {"ště", "šti štěm šť"},
    {"dě", "di dí děm ď"},
    {"tě", "ti tí těm ť tím tích těmi"},
    {"ně", "ni ní něm ň ním ních němi"},
    {"ě", "i í ěm"},
    // Soft feminines and plurals in -e: Lednice, Pardubice
    {"ice", "ic ici icí icím icích icemi"},
    {"e", "i í ím ích emi em ete eti"},
    // Feminines: Praha, Ostrava, Lhota, Hora
    {"ba", "by bě bu bou"},
    {"cha", "chy še chu chou"},
    {"da", "dy dě du dou"},
    {"ga", "gy ze gu gou"},
    {"ha", "hy ze hu hou"},
    {"ka", "ky ce ku kou"},
    {"la", "ly le lu lou"},
    {"ma", "my mě mu mou"},
    {"na", "ny ně nu nou"},
    {"pa", "py pě pu pou"},
    {"ra", "ry ře ru rou"},
    {"sa", "sy se su sou"},
    {"ta", "ty tě tu tou"},
    {"va", "vy vě vu vou"},
    {"za", "zy ze zu zou"},
    {"ňa", "ni ně ňu ňou"},
    {"a", "y i e u ou ě"},
    // Plurals: Louny, Vary, Studénky
    {"luka", "luk lukám lukách luky"},
    {"čky", "ček čkám čkách čkami čků čcích"},
    {"ky", "k ek kám kách kami ků kům cích"},
    {"hy", "h hách hám hů zích hami"},
    {"chy", "ch chách chám chů ších chami"},
    {"ny", "n en ň nech nách nám nům nů nami"},
    {"dly", "dlech dlům del dlů dlami dlách"},
    {"y", " ů ech ům ách ám ami"},
    {"i", "ích ím ů"},
    // Masculines, and feminines in a consonant
    {"b", "bu ba bě bem by bi bí"},
    {"c", "ce ci cem cí"},
    {"d", "du da dě dem di dí"},
    {"ď", "dě di dí děm"},
    {"f", "fu fa fě fem"},
    {"g", "gu ga gem ze"},
    {"h", "hu ha hem ze"},
    {"ch", "chu cha chem še"},
    {"j", "je ji jem jí"},
    {"k", "ku ka kem ce"},
    {"l", "lu la le lem li lí"},
    {"m", "mu ma mě mem mi mí"},
    {"n", "nu na ně nem ne ni ní"},
    {"ň", "ně ni ní něm"},
    {"p", "pu pa pě pem pi pí"},
    {"r", "ru ra ře rem ři"},
    {"ř", "ře ři ří řem"},
    {"s", "su sa se sem si sí"},
    {"š", "še ši šem ší"},
    {"t", "tu ta tě tem te ti tí"},
    {"ť", "tě ti tí těm"},
    {"v", "vu va vě vem vi ví"},
    {"ov", "ova ovu ově ovem"},
    {"z", "zu za ze zem zi zí"},
    {"č", "če či čem čí"},
    {"ž", "že ži žem ží"},
    // The vowel that goes
    {"ec", "ce ci cem ece eci ecí"},      // Hradec, Pec
    {"ek", "ku ka kem ce eku eka ekem"},  // Hrádek, Osek
    {"eč", "če či čem čí eče eči ečí ečem"},
    {"el", "lu la le lem li lí elu ela ele elem eli elí"},
    {"en", "enu ena eně enem ene eni nu na ně nem"},
    {"eň", "ně ni ní něm eně eni ení"},
    {"er", "ru ra ře rem eru era eře erem"},
    {"ket", "kte kti ktem ketu ketě ketem"},
    {"ves", "vsi vsí"},
    {"rev", "rve rvi rví"},
    {"ůr", "oru ora oře orem"},
    {"ůl", "olu olem ole"},
    {"ům", "omu omě omem"},
    {"um", "a u em í ím ích i"},  // muzeum
};

constexpr unsigned char last_byte(std::string_view word) {
  return static_cast<unsigned char>(word.back());
}

// The rows by the last byte of their endings, of those the longest first, and where each byte begins.
struct DeclensionIndex {
  std::array<Declension, std::size(kDeclensions)> rows{};
  std::array<std::uint8_t, 257> begins{};
};

constexpr DeclensionIndex kIndex = [] {
  DeclensionIndex index;
  std::copy(std::begin(kDeclensions), std::end(kDeclensions), index.rows.begin());
  std::sort(index.rows.begin(), index.rows.end(), [](const Declension& a, const Declension& b) {
    const unsigned char last_a = last_byte(a.ending);
    const unsigned char last_b = last_byte(b.ending);
    return last_a != last_b ? last_a < last_b : a.ending.size() > b.ending.size();
  });
  static_assert(std::size(kDeclensions) < 256);
  for (const Declension& row : index.rows) ++index.begins[last_byte(row.ending) + std::size_t{1}];
  for (std::size_t i = 1; i < index.begins.size(); ++i) {
    index.begins[i] = static_cast<std::uint8_t>(index.begins[i] + index.begins[i - 1]);
  }
  return index;
}();

// The row with the longest ending of the nominative.
const Declension* declension_of(std::string_view nominative) noexcept {
  if (nominative.empty()) return nullptr;
  const std::size_t last = last_byte(nominative);
  const Declension* const end = kIndex.rows.data() + kIndex.begins[last + 1];
  for (const Declension* row = kIndex.rows.data() + kIndex.begins[last]; row != end; ++row) {
    if (nominative.ends_with(row->ending)) return row;
  }
  return nullptr;
}

// The lists are short, and their words as well: calls for each of them would take longer.
bool is_in_list(std::string_view word, std::string_view list) noexcept {
  for (std::size_t at = 0; at <= list.size();) {
    std::size_t same = 0;
    while (same < word.size() && at + same < list.size() && word[same] == list[at + same]) ++same;
    const std::size_t end = at + same;
    if (same == word.size() && (end == list.size() || list[end] == ' ')) return true;
    at = end;
    while (at < list.size() && list[at] != ' ') ++at;
    ++at;
  }
  return false;
}

std::string_view cut_word(std::string_view& text) noexcept {
  std::size_t end = 0;
  while (end < text.size() && text[end] != ' ' && text[end] != '-') ++end;
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return word;
}

}  // namespace

bool is_form_of(std::string_view form, std::string_view nominative) noexcept {
  if (form == nominative) return true;
  // Most pairs differ before any ending begins.
  constexpr std::size_t kLongestEnding = 5;
  if (nominative.size() > kLongestEnding &&
      !form.starts_with(nominative.substr(0, nominative.size() - kLongestEnding))) {
    return false;
  }
  return is_form_of(form, nominative, decline(nominative));
}

NameDeclension decline(std::string_view nominative) noexcept {
  const Declension* row = declension_of(nominative);
  if (row == nullptr) return {nominative.size(), {}};
  return {nominative.size() - row->ending.size(), row->forms};
}

bool is_form_of_stem(std::string_view form, std::string_view nominative,
                     const NameDeclension& declension) noexcept {
  if (!form.starts_with(nominative.substr(0, declension.stem))) return false;
  return form == nominative || is_in_list(form.substr(declension.stem), declension.forms);
}

bool is_form_of_phrase(std::string_view form, std::string_view nominative) noexcept {
  bool fixed = false;
  while (!form.empty() && !nominative.empty()) {
    const std::string_view word = cut_word(form);
    const std::string_view wanted = cut_word(nominative);
    if (word != wanted && (fixed || !is_form_of(word, wanted))) return false;
    fixed = fixed || is_preposition(wanted);
  }
  return form.empty() && nominative.empty();
}

bool is_preposition(std::string_view word) noexcept {
  constexpr std::string_view kPrepositions[] = {"do",  "k",   "ke",    "na",  "nad",  "o", "od",
                                                "pod", "pro", "proti", "při", "před", "s", "se",
                                                "u",   "v",   "ve",    "z",   "za",   "ze"};
  return std::find(std::begin(kPrepositions), std::end(kPrepositions), word) != std::end(kPrepositions);
}

}  // namespace tvar::facts
