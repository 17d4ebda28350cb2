// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/text/charset.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "lib/text/utf8.h"

namespace tvar::text {
namespace {

using namespace std::string_view_literals;

/// The letters of Czech and the quotes, with their bytes in the four old encodings (0 where there is none): facts of
/// the code pages, so that the tests do not encode with the same library that decodes.
struct Letter {
  char32_t value;
  unsigned char windows_1250;
  unsigned char iso_8859_2;
  unsigned char ibm852;
};

constexpr Letter kLetters[] = {
    {U'á', 0xE1, 0xE1, 0xA0}, {U'č', 0xE8, 0xE8, 0x9F}, {U'ď', 0xEF, 0xEF, 0xD4}, {U'é', 0xE9, 0xE9, 0x82},
    {U'ě', 0xEC, 0xEC, 0xD8}, {U'í', 0xED, 0xED, 0xA1}, {U'ň', 0xF2, 0xF2, 0xE5}, {U'ó', 0xF3, 0xF3, 0xA2},
    {U'ř', 0xF8, 0xF8, 0xFD}, {U'š', 0x9A, 0xB9, 0xE7}, {U'ť', 0x9D, 0xBB, 0x9C}, {U'ú', 0xFA, 0xFA, 0xA3},
    {U'ů', 0xF9, 0xF9, 0x85}, {U'ý', 0xFD, 0xFD, 0xEC}, {U'ž', 0x9E, 0xBE, 0xA7}, {U'Č', 0xC8, 0xC8, 0xAC},
    {U'Ř', 0xD8, 0xD8, 0xFC}, {U'Š', 0x8A, 0xA9, 0xE6}, {U'Ť', 0x8D, 0xAB, 0x9B}, {U'Ž', 0x8E, 0xAE, 0xA6},
    {U'Ú', 0xDA, 0xDA, 0xE9}, {U'Í', 0xCD, 0xCD, 0xD6}, {U'Ě', 0xCC, 0xCC, 0xB7}, {U'Á', 0xC1, 0xC1, 0xB5},
    {U'Ý', 0xDD, 0xDD, 0xED}, {U'„', 0x84, 0, 0},       {U'“', 0x93, 0, 0},       {U'–', 0x96, 0, 0},
    {U'§', 0xA7, 0xA7, 0xF5}, {U'°', 0xB0, 0xB0, 0xF8}};

std::string encode(std::string_view text, unsigned char Letter::*page) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    at += point.length;
    if (point.value < 0x80) bytes.push_back(static_cast<char>(point.value));
    for (const Letter& letter : kLetters) {
      if (letter.value == point.value && letter.*page != 0) bytes.push_back(static_cast<char>(letter.*page));
    }
  }
  return bytes;
}

constexpr std::string_view kPage =
    "Lokální partnerství Břeclav bylo ustaveno v červnu 2008. Základním strategickým dokumentem je Strategie "
    "integrace. Šťastný Žďár, Třeboň, ŠKOLA, Ťuhýk: péče o děti a mládež ze znevýhodňujícího prostředí.";

TEST(Decode, TellsTheCzechEncodingsApart) {
  const Decoded windows = decode(encode(kPage, &Letter::windows_1250));
  EXPECT_EQ(windows.text, kPage);
  EXPECT_EQ(windows.charset, "windows-1250");
  EXPECT_EQ(windows.replaced, 0U);
  const Decoded iso = decode(encode(kPage, &Letter::iso_8859_2));
  EXPECT_EQ(iso.text, kPage);
  EXPECT_EQ(iso.charset, "ISO-8859-2");
  const Decoded dos = decode(encode(kPage, &Letter::ibm852));
  EXPECT_EQ(dos.text, kPage);
  EXPECT_EQ(dos.charset, "IBM852");
}

TEST(Decode, NeedsOneLetterOnly) {
  for (const std::string_view text : {"Příliš se nám to líbí"sv, "ŽIVOT"sv, "péče a těšení"sv, "Štěstí"sv}) {
    EXPECT_EQ(decode(encode(text, &Letter::windows_1250)).text, text);
    EXPECT_EQ(decode(encode(text, &Letter::iso_8859_2)).text, text);
  }
}

TEST(Decode, ReadsTheQuotesOfWindows) {
  EXPECT_EQ(decode(encode("řekl: „Vzdělávání“ – a víc", &Letter::windows_1250)).text,
            "řekl: „Vzdělávání“ – a víc");
}

TEST(Decode, TakesUtf8AsItIs) {
  const Decoded result = decode(kPage);
  EXPECT_EQ(result.text, kPage);
  EXPECT_EQ(result.charset, "UTF-8");
  EXPECT_EQ(decode("").text, "");
  EXPECT_EQ(decode("plain").charset, "UTF-8");
}

TEST(Decode, BelievesUtf8MoreThanWhatIsDeclared) {
  EXPECT_EQ(decode("žluťoučký", "windows-1250").text, "žluťoučký");
  EXPECT_EQ(decode("žluťoučký", "no-such-charset").text, "žluťoučký");
}

TEST(Decode, RepairsDamagedUtf8) {
  const Decoded result = decode("Příliš žluťoučký kůň úpěl ďábelské\xC5 ódy");
  EXPECT_EQ(result.charset, "UTF-8");
  EXPECT_EQ(result.text, "Příliš žluťoučký kůň úpěl ďábelské\uFFFD ódy");
  EXPECT_EQ(result.replaced, 1U);
}

TEST(Decode, BelievesWhatIsDeclaredUnlessTheBytesSpeakAgainstIt) {
  EXPECT_EQ(decode("caf\xE9 d\xE9j\xE0 vu, gar\xE7on", "iso-8859-1").text, "café déjà vu, garçon");
  EXPECT_EQ(decode(encode(kPage, &Letter::windows_1250), "iso-8859-1").text, kPage) << "a common lie";
  EXPECT_EQ(decode(encode(kPage, &Letter::windows_1250), "iso-8859-2").text, kPage) << "another";
  EXPECT_EQ(decode(encode(kPage, &Letter::iso_8859_2), "windows-1250").text, kPage);
  EXPECT_EQ(decode(encode(kPage, &Letter::iso_8859_2), "ISO_8859-2").charset, "ISO-8859-2");
  EXPECT_EQ(decode(encode(kPage, &Letter::windows_1250), "utf-8").text, kPage);
  EXPECT_EQ(decode("\xCF\xF0\xE8\xE2\xE5\xF2, \xEC\xE8\xF0", "windows-1251").text, "Привет, мир");
}

TEST(Decode, ObeysByteOrderMarks) {
  EXPECT_EQ(decode("\xEF\xBB\xBFk\xC5\xAF\xC5\x88").text, "kůň");
  EXPECT_EQ(decode("\xFF\xFEk\0\x6F\x01"sv).text, "ků");
  EXPECT_EQ(decode("\xFF\xFEk\0\x6F\x01"sv).charset, "UTF-16LE");
  EXPECT_EQ(decode("\xFE\xFF\0k\x01\x6F"sv).text, "ků");
  EXPECT_EQ(decode("\xFF\xFE\0\0k\0\0\0\x6F\x01\0\0"sv).text, "ků");
  EXPECT_EQ(decode("\0\0\xFE\xFF\0\0\0k\0\0\x01\x6F"sv).charset, "UTF-32BE");
}

TEST(Decode, SeesUtf16WithoutAMark) {
  std::string little;
  std::string big;
  for (const char c : "Dobry den, Brno"sv) {
    little += std::string({c, '\0'});
    big += std::string({'\0', c});
  }
  EXPECT_EQ(decode(little).text, "Dobry den, Brno");
  EXPECT_EQ(decode(big).text, "Dobry den, Brno");
  EXPECT_FALSE(looks_binary(little));
}

TEST(Decode, ConvertsTextsLargerThanItsBuffers) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += kPage;
  EXPECT_EQ(decode(encode(text, &Letter::iso_8859_2)).text, text);
}

TEST(Decode, GivesValidUtf8ForAnyBytes) {
  std::string bytes;
  for (int i = 0; i < 100000; ++i) bytes.push_back(static_cast<char>((i * 7919 + i / 13) & 0xFF));
  for (std::size_t size : {1U, 2U, 3U, 7U, 1000U, 100000U}) {
    for (const char* declared : {"", "utf-16", "shift_jis", "utf-7", "hz"}) {
      EXPECT_TRUE(is_valid_utf8(decode(std::string_view(bytes).substr(0, size), declared).text)) << declared;
    }
  }
}

TEST(LooksBinary, KnowsTextFromOtherFiles) {
  EXPECT_FALSE(looks_binary(""));
  EXPECT_FALSE(looks_binary(kPage));
  EXPECT_FALSE(looks_binary(encode(kPage, &Letter::ibm852)));
  EXPECT_FALSE(looks_binary("a\tb\r\n\f\x1B[0m"));
  EXPECT_FALSE(looks_binary("\xFF\xFEk\0\x6F\x01"sv));
  EXPECT_TRUE(looks_binary("PK\x03\x04\x14\0\0\0"sv));
  EXPECT_TRUE(looks_binary("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"sv));
  EXPECT_TRUE(
      looks_binary("\xEF\xBB\xBF"
                   "a\0b"sv));
  EXPECT_TRUE(looks_binary("\x01\x02\x03\x04 text"));
}

}  // namespace
}  // namespace tvar::text
