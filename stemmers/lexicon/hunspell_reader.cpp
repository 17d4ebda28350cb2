// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/lexicon/hunspell_reader.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "stemmers/lexicon/letters.h"
#include "tvar/error.h"

namespace tvar::stemmers::lexicon {
namespace {

struct Place {
  const std::string& file;
  std::size_t line;
};

[[noreturn]] void broken(const Place& place, const std::string& what) {
  throw Error(ErrorCode::corrupt, place.file + ":" + std::to_string(place.line) + ": " + what,
              "Reinstall the package hunspell-cs");
}

std::vector<std::string_view> split_words(std::string_view line) {
  constexpr std::string_view kBlank = " \t\r";
  std::vector<std::string_view> words;
  for (std::size_t begin = line.find_first_not_of(kBlank); begin != std::string_view::npos;) {
    const std::size_t end = std::min(line.find_first_of(kBlank, begin), line.size());
    words.push_back(line.substr(begin, end - begin));
    begin = line.find_first_not_of(kBlank, end);
  }
  return words;
}

template <typename Handler>
void for_each_line(std::string_view text, const std::string& file, Handler handle) {
  std::size_t number = 1;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    handle(line, Place{file, number++});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

std::vector<LetterSet> parse_condition(const std::u32string& text, const Place& place) {
  std::vector<LetterSet> sets;
  if (text == U".") return sets;
  for (std::size_t i = 0; i < text.size(); ++i) {
    LetterSet set;
    if (text[i] == U'.') {
      set.negated = true;  // all letters but none
    } else if (text[i] != U'[') {
      set.letters = text.substr(i, 1);
    } else {
      const std::size_t end = text.find(U']', i);
      if (end == std::u32string::npos) broken(place, "condition without closing bracket");
      set.negated = i + 1 < end && text[i + 1] == U'^';
      const std::size_t begin = i + (set.negated ? 2 : 1);
      set.letters = text.substr(begin, end - begin);
      i = end;
    }
    sets.push_back(std::move(set));
  }
  return sets;
}

std::u32string affix_part(const std::u32string& text) {
  return text == U"0" ? std::u32string() : text;
}

AffixRule parse_rule(const std::vector<std::string_view>& words, const Place& place) {
  if (words.size() < 4) broken(place, "affix rule with too few columns");
  AffixRule rule;
  rule.flag = decode_utf8(words[1]).at(0);
  rule.strip = affix_part(decode_utf8(words[2]));
  const std::u32string append = decode_utf8(words[3]);
  const std::size_t slash = append.find(U'/');
  rule.append = affix_part(append.substr(0, slash));
  if (slash != std::u32string::npos) rule.next_flags = append.substr(slash + 1);
  if (words.size() > 4) rule.condition = parse_condition(decode_utf8(words[4]), place);
  return rule;
}

/// The word after SET, or "ISO8859-1", hunspell's default.
std::string_view encoding_of(std::string_view aff_text) {
  std::string_view encoding = "ISO8859-1";
  const std::string name;
  for_each_line(aff_text, name, [&encoding](std::string_view line, const Place&) {
    const auto words = split_words(line);
    if (words.size() >= 2 && words[0] == "SET") encoding = words[1];
  });
  return encoding;
}

char32_t parse_affixes(std::string_view text, const std::string& name, Dictionary& dictionary) {
  char32_t forbidden = 0;
  for_each_line(text, name, [&](std::string_view line, const Place& place) {
    const auto words = split_words(line);
    if (words.size() == 2 && words[0] == "FORBIDDENWORD") forbidden = decode_utf8(words[1]).at(0);
    const bool prefix = !words.empty() && words[0] == "PFX";
    if (!prefix && (words.empty() || words[0] != "SFX")) return;
    // The header of a class, "SFX A Y 757", tells no more than the rules that follow it.
    if (words.size() >= 4 && (words[2] == "Y" || words[2] == "N") &&
        words[3].find_first_not_of("0123456789") == std::string_view::npos) {
      return;
    }
    auto& rules = prefix ? dictionary.prefixes : dictionary.suffixes;
    rules.push_back(parse_rule(words, place));
    rules.back().id = static_cast<std::uint16_t>(rules.size() - 1);
  });
  return forbidden;
}

void parse_entries(std::string_view text, const std::string& name, char32_t forbidden,
                   Dictionary& dictionary) {
  for_each_line(text, name, [&](std::string_view line, const Place& place) {
    if (place.line == 1) {
      if (line.empty() || line.find_first_not_of("0123456789") != std::string_view::npos) {
        broken(place, "the first line is not the number of entries");
      }
      return;
    }
    const std::u32string letters = decode_utf8(line.substr(0, line.find('\t')));
    if (letters.empty()) return;
    const std::size_t slash = letters.find(U'/');
    Entry entry{letters.substr(0, slash), {}};
    if (slash != std::u32string::npos) entry.flags = letters.substr(slash + 1);
    if (entry.word.empty()) broken(place, "entry without a word");
    if (forbidden == 0 || !entry.has(forbidden)) dictionary.entries.push_back(std::move(entry));
  });
}

}  // namespace

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in.is_open() || in.bad()) {
    throw Error(ErrorCode::io, path.string() + ": can't be read", "Install hunspell-cs, or give its folder");
  }
  return text;
}

Dictionary parse_hunspell(std::string_view aff_text, std::string_view dic_text, const std::string& aff_name,
                          const std::string& dic_name) {
  Dictionary dictionary;
  const std::string_view encoding = encoding_of(aff_text);
  const bool latin2 = encoding == "ISO8859-2";
  if (!latin2 && encoding != "UTF-8") {
    throw Error(ErrorCode::unsupported,
                aff_name + ": encoding " + std::string(encoding) + " is not supported");
  }
  const std::string aff = latin2 ? utf8_from_latin2(aff_text) : std::string(aff_text);
  const std::string dic = latin2 ? utf8_from_latin2(dic_text) : std::string(dic_text);
  const char32_t forbidden = parse_affixes(aff, aff_name, dictionary);
  parse_entries(dic, dic_name, forbidden, dictionary);
  return dictionary;
}

Dictionary read_hunspell(const std::filesystem::path& aff, const std::filesystem::path& dic) {
  return parse_hunspell(read_file(aff), read_file(dic), aff.string(), dic.string());
}

}  // namespace tvar::stemmers::lexicon
