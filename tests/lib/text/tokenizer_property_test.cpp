// SPDX-License-Identifier: GPL-2.0-or-later
// What must hold for every text. Random texts print the seed that makes them again.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lib/text/tokenizer.h"
#include "lib/text/utf8.h"
#include "tests/lib/text/random_text.h"
#include "tests/lib/text/render_tokens.h"
#include "tests/support/seed.h"

namespace tvar::text {
namespace {

/// Empty when all holds for this text, else what does not.
std::string broken_property(std::string_view text, const std::vector<Token>& tokens) {
  std::size_t last_begin = 0;
  std::uint32_t plain = 0;
  for (const Token& token : tokens) {
    if (token.text.empty() || token.text.size() > kMaxTokenBytes) return "token size";
    if (!is_valid_utf8(token.text)) return "token is no UTF-8";
    if (token.begin < last_begin) return "begin goes back";
    if (token.begin >= token.end || token.end > text.size()) return "range outside the text";
    if (!is_code_point_start(text[token.begin])) return "begin inside a code point";
    if (token.end < text.size() && !is_code_point_start(text[token.end])) return "end inside a code point";
    if (!token.is_extra && token.position != plain) return "a plain token without its own position";
    if (token.is_extra && token.position > plain) return "an extra token ahead of all plain ones";
    if (token.span == 0 || (!token.is_extra && token.span != 1)) return "span";
    plain += token.is_extra ? 0 : 1;
    last_begin = token.begin;
  }
  for (const Token& token : tokens) {
    if (token.position >= plain) return "an extra token beside no plain one";
    if (token.span != 255 && token.position + token.span > plain) return "a span behind the end";
  }
  return "";
}

TEST(TokenizerProperty, HoldsForRandomTexts) {
  const std::uint32_t seed = test_seed();
  std::mt19937 random(seed);
  Tokenizer tokenizer;
  for (int i = 0; i < 5000; ++i) {
    const std::string text = random_text(random, random() % 50);
    ASSERT_EQ(broken_property(text, tokens_of(tokenizer, text)), "")
        << "seed " << seed << " <" << text << ">";
  }
}

TEST(TokenizerProperty, HoldsForRepairedBytes) {
  const std::uint32_t seed = test_seed();
  std::mt19937 random(seed);
  Tokenizer tokenizer;
  for (int i = 0; i < 2000; ++i) {
    const std::string text = repair_utf8(random_bytes(random, random() % 200));
    ASSERT_EQ(broken_property(text, tokens_of(tokenizer, text)), "")
        << "seed " << seed << " <" << text << ">";
  }
}

TEST(TokenizerProperty, SurvivesBytesThatAreNoText) {
  const std::uint32_t seed = test_seed();
  std::mt19937 random(seed);
  Tokenizer tokenizer;
  for (int i = 0; i < 2000; ++i) {
    const std::string bytes = random_bytes(random, random() % 200);
    for (const Token& token : tokens_of(tokenizer, bytes)) {
      ASSERT_LE(token.end, bytes.size()) << "seed " << seed;
      ASSERT_LT(token.begin, token.end) << "seed " << seed;
    }
  }
}

constexpr std::string_view kProse =
    "Člověk v tísni, o. p. s., pomáhá dětem a mládeži v Břeclavi už od 14. dubna 2008 podle § 35 zákona č. "
    "108/2006 Sb. "
    "Azylový dům má 24 lůžek, nízkoprahové zařízení 3,5 úvazku a 1 000 000 Kč. Bude-li česko-německý projekt "
    "schválen, "
    "napište na e-mail info@socialni-zaclenovani.cz. Karel IV., XXI. století, O'Neill, Covid-19, 10km a "
    "60-tých let.";

// The same in upper case and decomposed, written out, so that nothing under test makes it.
constexpr std::string_view kUpper =
    "ČLOVĚK V TÍSNI, O. P. S., POMÁHÁ DĚTEM A MLÁDEŽI V BŘECLAVI UŽ OD 14. DUBNA 2008 PODLE § 35 ZÁKONA Č. "
    "108/2006 SB. "
    "AZYLOVÝ DŮM MÁ 24 LŮŽEK, NÍZKOPRAHOVÉ ZAŘÍZENÍ 3,5 ÚVAZKU A 1 000 000 KČ. BUDE-LI ČESKO-NĚMECKÝ PROJEKT "
    "SCHVÁLEN, "
    "NAPIŠTE NA E-MAIL INFO@SOCIALNI-ZACLENOVANI.CZ. KAREL IV., XXI. STOLETÍ, O'NEILL, COVID-19, 10KM A "
    "60-TÝCH LET.";

/// Replaces the accented letters by letter and mark.
std::string decomposed(std::string_view text) {
  struct Pair {
    char32_t letter;
    std::string_view parts;
  };
  static constexpr Pair kPairs[] = {{U'á', "a\u0301"}, {U'č', "c\u030C"}, {U'é', "e\u0301"},
                                    {U'ě', "e\u030C"}, {U'í', "i\u0301"}, {U'ř', "r\u030C"},
                                    {U'š', "s\u030C"}, {U'ů', "u\u030A"}, {U'ú', "u\u0301"},
                                    {U'ý', "y\u0301"}, {U'ž', "z\u030C"}, {U'Č', "C\u030C"}};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    std::string_view bytes = text.substr(at, point.length);
    for (const Pair& pair : kPairs) bytes = pair.letter == point.value ? pair.parts : bytes;
    out += bytes;
    at += point.length;
  }
  return out;
}

/// A soft hyphen behind every second letter that another letter follows.
std::string hyphenated(std::string_view text) {
  std::string out;
  bool odd = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = code_point_at(text, at).length;
    out += text.substr(at, length);
    at += length;
    const auto next = at < text.size() ? static_cast<unsigned char>(text[at]) : ' ';
    const bool between_letters = length > 1 && next > 0x60;
    odd = !odd;
    if (between_letters && odd) out += "\u00AD";
  }
  return out;
}

TEST(TokenizerProperty, GivesTheSameTextsHoweverATextIsWritten) {
  Tokenizer tokenizer;
  const std::string expected = all_texts(tokenizer, kProse);
  EXPECT_NE(expected.find("ops pomáhá"), std::string::npos);
  EXPECT_EQ(all_texts(tokenizer, kUpper), expected);
  EXPECT_EQ(all_texts(tokenizer, decomposed(kProse)), expected);
  EXPECT_EQ(all_texts(tokenizer, decomposed(kUpper)), expected);
  EXPECT_EQ(all_texts(tokenizer, hyphenated(kProse)), expected);
  EXPECT_NE(hyphenated(kProse), kProse);
}

TEST(TokenizerProperty, ReadsAQueryAsTheTextItIsFrom) {
  // What stands alone in a query has to give what it gives inside a text.
  Tokenizer tokenizer;
  for (const std::string_view part :
       {"o. p. s.",         "o.p.s.",        "z.ú.",   "§ 35",    "108/2006", "14. dubna 2008",
        "1 000 000",        "česko-německý", "e-mail", "O'Neill", "Covid-19", "www.asz.cz",
        "602 00",           "24letý",        "3.1.b",  "C++",     "IV.",      "J. E. Purkyně",
        "+420 777 123 456", "spol. s r.o."}) {
    const std::string alone = all_texts(tokenizer, part);
    const std::string inside = all_texts(tokenizer, "slovo " + std::string(part) + ", slovo");
    EXPECT_EQ(inside, "slovo " + alone + " slovo") << part;
  }
}

/// Texts made to hurt: each rule's beginning again and again, without an end. They finish because every rule looks
/// a bounded number of pieces ahead; a quadratic step would take hours on them.
TEST(TokenizerProperty, IsLinearOnTextsMadeToHurt) {
  Tokenizer tokenizer;
  for (const std::string_view unit :
       {"a",   "ž",         "1",  "a.",  "o. ", "1.",     "1 000 ", "1,",  "1/",      "a-",
        "1-",  "a'",        "a1", "@",   "a@",  "a@a.",   "www.",   "://", "http://", "http://a.b/)",
        "cz.", "a.cz.",     "xX", "Aa",  "-li", "\u0301", "\u00AD", "東",  "ไ",       "😀",
        "ﬁ",   "\u200D",    "i",  "č.1", "§",   "§ ",     "½",      ".",   "\xFF",    "a\xFF",
        "İ",   "co@co.cz,", "_"}) {
    std::string text;
    while (text.size() < 400000) text += unit;
    std::size_t end = 0;
    tokenizer.tokenize(text, [&](std::span<const Token> batch) {
      end = batch.back().end;
      return true;
    });
    EXPECT_LE(end, text.size()) << unit;
  }
}

}  // namespace
}  // namespace tvar::text
