// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/word_family.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "stemmers/lexicon/alphabet.h"

namespace tvar::stemmers {
namespace {

using lexicon::Letters;
using Word = std::u16string;
using View = std::u16string_view;

constexpr std::size_t kMinRoot = 3;

// Which keys an ending gives.
enum Keys : std::uint8_t {
  nominal = 1,
  verbal = 2,
  both = nominal | verbal,
  softened = 4,  // the ending softens: hradit → hrazení, platit → placení
};

struct Ending {
  View text;
  std::uint8_t keys;
};

// Longest first: the first one that fits is taken off.
constexpr std::array kVerbEndings = {
    Ending{u"ovávat", both}, Ending{u"ívat", verbal},
    Ending{u"ávat", verbal}, Ending{u"ovat", both | softened},
    Ending{u"nout", verbal}, Ending{u"at", verbal},
    Ending{u"át", verbal},   Ending{u"et", verbal | softened},
    Ending{u"ět", verbal},   Ending{u"it", verbal},
    Ending{u"ít", verbal},
};

constexpr std::array kNominalEndings = {
    Ending{u"ovávání", both},
    Ending{u"itelství", both},
    Ending{u"itelstvo", both},
    Ending{u"atelství", both},
    Ending{u"itelský", both},
    Ending{u"atelský", both},
    Ending{u"itelnost", both},
    Ending{u"atelnost", both},
    Ending{u"nictví", nominal},
    Ending{u"ovatel", both},
    Ending{u"itelka", both},
    Ending{u"atelka", both},
    Ending{u"itelna", both},
    Ending{u"itelný", both},
    Ending{u"atelný", both},
    Ending{u"istický", nominal},
    Ending{u"ování", both | softened},
    Ending{u"ávání", verbal},
    Ending{u"ívání", verbal},
    Ending{u"nický", nominal},
    Ending{u"ovský", nominal},
    Ending{u"ovost", nominal},
    Ending{u"ovací", both},
    Ending{u"ovaný", both | softened},

    Ending{u"ační", nominal},
    Ending{u"izace", nominal},
    Ending{u"ismus", nominal},
    Ending{u"itel", both},
    Ending{u"atel", both},
    Ending{u"nice", nominal},
    Ending{u"nost", nominal},
    Ending{u"ství", nominal},
    Ending{u"ctví", nominal},
    Ending{u"stvo", nominal},
    Ending{u"ický", nominal},
    Ending{u"ista", nominal},
    Ending{u"iště", nominal},
    Ending{u"árna", both},
    Ending{u"írna", both},
    Ending{u"nutí", verbal},
    Ending{u"ace", nominal},
    Ending{u"ání", verbal},
    Ending{u"ení", verbal | softened},
    Ending{u"ění", verbal | softened},
    Ending{u"ací", both},
    Ending{u"aný", both},
    Ending{u"ený", both | softened},
    Ending{u"ěný", both | softened},
    Ending{u"ivý", both},
    Ending{u"avý", both},
    Ending{u"ový", nominal},
    Ending{u"ský", nominal},
    Ending{u"cký", nominal},
    Ending{u"ník", both},
    Ending{u"ice", nominal},
    Ending{u"ina", nominal},
    Ending{u"ika", nominal},
    Ending{u"ost", nominal},
    Ending{u"ář", nominal},
    Ending{u"ař", nominal},
    Ending{u"ba", both},
    Ending{u"ka", nominal},
    Ending{u"ko", nominal},
    Ending{u"ek", nominal},
    Ending{u"ec", nominal},
    Ending{u"ík", nominal},
    Ending{u"ní", nominal},
    Ending{u"ný", nominal},
    Ending{u"lý", verbal},
    Ending{u"cí", verbal},
    Ending{u"um", nominal},
    Ending{u"us", nominal},
    Ending{u"a", nominal},
    Ending{u"o", nominal},
    Ending{u"e", nominal},
    Ending{u"ě", nominal},
    Ending{u"í", nominal},
    Ending{u"ý", nominal},
    Ending{u"", both},
};

constexpr View kVowels = u"aáeéěiíoóuúůyý";

bool is_vowel(char16_t letter) {
  return kVowels.find(letter) != View::npos;
}

char16_t shortened(char16_t vowel) {
  switch (vowel) {
    case u'á':
      return u'a';
    case u'é':
    case u'ě':
      return u'e';
    case u'í':
    case u'ý':
    case u'y':
      return u'i';
    case u'ó':
    case u'ů':
      return u'o';
    case u'ú':
      return u'u';
    default:
      return vowel;
  }
}

// The class of consonants that alternate before endings: k, c, č; h, g, z, ž; s, š, ch; and each hard letter with its soft one.
char16_t hardened(char16_t consonant) {
  switch (consonant) {
    case u'č':
    case u'k':
      return u'c';
    case u'h':
    case u'g':
    case u'ž':
      return u'z';
    case u'š':
      return u's';
    case u'ř':
      return u'r';
    case u'ď':
      return u'd';
    case u'ť':
      return u't';
    case u'ň':
      return u'n';
    default:
      return consonant;
  }
}

std::size_t last_vowel(View stem) {
  for (std::size_t i = stem.size(); i-- > 0;) {
    if (is_vowel(stem[i])) return i;
  }
  return View::npos;
}

// The stem with all alternations undone.
Word normalised(View stem) {
  Word key;
  const std::size_t vowel = last_vowel(stem);
  for (std::size_t i = 0; i < stem.size(); ++i) {
    char16_t letter = shortened(stem[i]);
    if (letter == u'o' && i + 1 < stem.size() && stem[i + 1] == u'u') continue;  // koupit, kupovat
    if (vowel != View::npos && i > vowel) {
      if (letter == u'c' && i + 1 < stem.size() && stem[i + 1] == u'h') {
        letter = u's';
        ++i;
      } else {
        letter = hardened(letter);
      }
    }
    key.push_back(letter);
  }
  const std::size_t size = key.size();
  if (size >= 4 && key[size - 2] == u'e' && !is_vowel(key[size - 1]) && !is_vowel(key[size - 3])) {
    // Now the consonant before the mobile e is one of the last ones too.
    key[size - 3] = hardened(key[size - 3]);
    key.erase(size - 2, 1);
  }
  return key;
}

struct Stem {
  View text;
  std::uint8_t keys = 0;
  bool bare = false;  // nothing was taken off
};

Stem stem_of(View lemma, bool verb) {
  const auto endings =
      verb ? std::span<const Ending>(kVerbEndings) : std::span<const Ending>(kNominalEndings);
  for (const Ending& ending : endings) {
    if (lemma.size() < ending.text.size() + kMinRoot || !lemma.ends_with(ending.text)) continue;
    const View stem = lemma.substr(0, lemma.size() - ending.text.size());
    if (last_vowel(stem) == View::npos) continue;
    return {stem, ending.keys, ending.text.empty()};
  }
  return {};
}

// Keys as words; a verbal one ends in '#'.
std::vector<Word> keys_of(const Stem& stem) {
  std::vector<Word> keys;
  // A root of three letters is too little to tell that a verb and a noun belong together (obec, obcovat).
  const auto add = [&](const Word& root) {
    const bool is_short = root.size() <= kMinRoot && (stem.keys & both) == both;
    if ((stem.keys & nominal) != 0 && (!is_short || stem.bare)) keys.push_back(root);
    if ((stem.keys & verbal) != 0 && (!is_short || !stem.bare)) keys.push_back(root + u'#');
  };
  Word root = normalised(stem.text);
  add(root);
  if ((stem.keys & softened) != 0 && (root.back() == u'c' || root.back() == u'z')) {
    root.back() = root.back() == u'c' ? u't' : u'd';
    add(root);
  }
  return keys;
}

View alternants(char16_t consonant) {
  switch (consonant) {
    case u'k':
    case u'c':
    case u'č':
      return u"kcč";
    case u'h':
    case u'g':
    case u'z':
    case u'ž':
      return u"hgzž";
    case u's':
    case u'š':
      return u"sš";
    case u'r':
    case u'ř':
      return u"rř";
    case u'd':
    case u'ď':
      return u"dď";
    case u't':
    case u'ť':
      return u"tť";
    case u'n':
    case u'ň':
      return u"nň";
    default:
      return {};
  }
}

View lengths(char16_t vowel) {
  switch (shortened(vowel)) {
    case u'a':
      return u"aá";
    case u'e':
      return u"eěé";
    case u'i':
      return u"iíyý";
    case u'o':
      return u"oů";
    case u'u':
      return u"uú";
    default:
      return {};
  }
}

// `words` and what they are with another letter at `from_end` letters from the end.
void vary(std::vector<Word>& words, std::size_t from_end, View (*letters)(char16_t)) {
  const std::size_t count = words.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (words[i].size() < from_end) continue;
    const std::size_t at = words[i].size() - from_end;
    for (const char16_t letter : letters(words[i][at])) {
      if (letter == words[i][at]) continue;
      Word other = words[i];
      other[at] = letter;
      words.push_back(std::move(other));
    }
  }
}

// The forms that the root of `stem` may have in other words of the family.
std::vector<Word> root_forms(const Stem& stem) {
  std::vector<Word> roots = {Word(stem.text)};
  const std::size_t vowel = last_vowel(stem.text);
  const std::size_t from_end = stem.text.size() - vowel;
  vary(roots, from_end, lengths);
  for (std::size_t i = 0, count = roots.size(); i < count; ++i) {  // ou, u
    const std::size_t at = vowel;
    if (roots[i][at] != u'u') continue;
    Word other = roots[i];
    if (at > 0 && other[at - 1] == u'o') {
      other.erase(at - 1, 1);
    } else {
      other.insert(at, 1, u'o');
    }
    roots.push_back(std::move(other));
  }
  if (from_end == 1) return roots;
  if (stem.text.ends_with(u"ch")) {
    for (std::size_t i = 0, count = roots.size(); i < count; ++i) {
      roots.push_back(roots[i].substr(0, roots[i].size() - 2) + u'š');
    }
  } else {
    vary(roots, 1, alternants);
    if (from_end > 2) vary(roots, 2, alternants);
    if (stem.text.back() == u'š') {
      for (std::size_t i = 0, count = roots.size(); i < count; ++i) {
        if (roots[i].back() == u'š') roots.push_back(roots[i].substr(0, roots[i].size() - 1) + u"ch");
      }
    }
  }
  if ((stem.keys & verbal) != 0 && (stem.text.back() == u't' || stem.text.back() == u'd')) {
    roots.push_back(Word(stem.text.substr(0, stem.text.size() - 1)) +
                    (stem.text.back() == u't' ? u'c' : u'z'));
  }
  if ((stem.keys & softened) != 0 && (stem.text.back() == u'c' || stem.text.back() == u'z')) {
    roots.push_back(Word(stem.text.substr(0, stem.text.size() - 1)) +
                    (stem.text.back() == u'c' ? u't' : u'd'));
  }
  // The mobile e comes and goes between the last consonants.
  for (std::size_t i = 0, count = roots.size(); i < count; ++i) {
    Word other = roots[i];
    const std::size_t size = other.size();
    if (is_vowel(other[size - 1])) continue;
    if (size > kMinRoot && other[size - 2] == u'e' && !is_vowel(other[size - 3])) {
      other.erase(size - 2, 1);
    } else if (!is_vowel(other[size - 2])) {
      other.insert(size - 1, 1, u'e');
    } else {
      continue;
    }
    roots.push_back(std::move(other));
  }
  return roots;
}

bool decode(std::string_view text, Word& out) {
  for (std::size_t at = 0; at < text.size();) {
    const std::uint32_t code_point = lexicon::next_code_point(text, at);
    if (code_point > 0xFFFFU) return false;
    out.push_back(static_cast<char16_t>(code_point));
  }
  return true;
}

std::string encode(View word) {
  std::string text;
  for (const char16_t letter : word) lexicon::append_code_point(letter, text);
  return text;
}

}  // namespace

WordFamilies::WordFamilies(const lexicon::Lexicon& lexicon) : lexicon_(lexicon) {
  Letters letters;
  const auto add = [&](std::span<const Ending> endings, bool verb) {
    for (const Ending& ending : endings) {
      if (!lexicon.alphabet().decode(encode(ending.text), letters) || !letters.known) continue;
      endings_.push_back({ending.text, {letters.view().begin(), letters.view().end()}, verb});
    }
  };
  add(kNominalEndings, false);
  add(kVerbEndings, true);
}

// All lemmas that begin with `root` and have one of `keys`.
void WordFamilies::add_relatives(const Word& root, const std::vector<Word>& keys,
                                 std::vector<Relative>& family) const {
  Letters letters;
  if (!lexicon_.alphabet().decode(encode(root), letters) || !letters.known) return;
  const lexicon::Lexicon::Prefix prefix = lexicon_.prefix(letters.view());
  if (!prefix) return;
  for (const CodedEnding& ending : endings_) {
    const lexicon::Lexicon::Prefix whole = lexicon_.longer(prefix, ending.letters);
    if (!whole || !lexicon_.is_lemma(whole, ending.verb)) continue;
    Word word = root;
    word += ending.text;
    const std::vector<Word> others = keys_of(stem_of(word, ending.verb));
    if (std::find_first_of(keys.begin(), keys.end(), others.begin(), others.end()) == keys.end()) continue;
    family.push_back({encode(word), ending.verb});
    if (family.size() == kMostRelatives) return;
  }
}

std::vector<Relative> WordFamilies::family_of(std::string_view lemma, bool verb) const {
  std::vector<Relative> family;
  Word word;
  if (!decode(lemma, word)) return family;
  const Stem stem = stem_of(word, verb);
  if (stem.text.empty()) return family;
  const std::vector<Word> keys = keys_of(stem);
  std::vector<Word> roots = root_forms(stem);
  std::sort(roots.begin(), roots.end());
  roots.erase(std::unique(roots.begin(), roots.end()), roots.end());
  for (const Word& root : roots) {
    if (family.size() < kMostRelatives) add_relatives(root, keys, family);
  }
  std::sort(family.begin(), family.end());
  family.erase(std::unique(family.begin(), family.end()), family.end());
  std::erase(family, Relative{std::string(lemma), verb});
  return family;
}

}  // namespace tvar::stemmers
