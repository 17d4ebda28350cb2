// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/snippet.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "lib/text/utf8.h"

namespace tvar::search {
namespace {

/// A text in which matches are written as "[azylový|0]", number of the word behind the bar.
struct Marked {
  std::string text;
  std::vector<MatchedToken> matches;
};

Marked read_marks(std::string_view source) {
  Marked result;
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (source[i] == '[') {
      open.push_back(result.text.size());
    } else if (source[i] == '|' && !open.empty()) {
      result.matches.push_back(
          {open.back(), result.text.size(), static_cast<std::uint32_t>(source[i + 1] - '0')});
      open.pop_back();
      i += 2;
    } else {
      result.text += source[i];
    }
  }
  std::sort(result.matches.begin(), result.matches.end(),
            [](const MatchedToken& a, const MatchedToken& b) { return a.begin < b.begin; });
  return result;
}

/// The snippet with its highlights in brackets.
std::string snippet_of(std::string_view source, std::size_t length = 240) {
  const Marked marked = read_marks(source);
  const Snippet snippet =
      make_snippet(marked.text, marked.matches, {.max_code_points = length, .query_words = 2});
  EXPECT_LE(text::count_code_points(snippet.text), std::max<std::size_t>(length, 20));
  return snippet.to_html("[", "]");
}

constexpr std::string_view kFiller = "Město o tom jednalo už na jaře. Zápis je na úřadě. ";

std::string filler(int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += kFiller;
  return result;
}

TEST(Snippet, ShortTextIsShownWhole) {
  EXPECT_EQ(snippet_of("V Brně stojí [azylový|0] [dům|1]."), "V Brně stojí [azylový] [dům].");
  EXPECT_EQ(snippet_of("[dům|1]"), "[dům]");
}

TEST(Snippet, NothingForABlankText) {
  EXPECT_EQ(snippet_of(""), "");
  EXPECT_EQ(snippet_of(" \n\u00A0\t\n"), "");
}

TEST(Snippet, TakesTheSentenceWithMostWordsOfTheQuery) {
  EXPECT_EQ(snippet_of("Jeden [dům|1] a druhý [dům|1] a třetí [dům|1]. " + filler(3) +
                           "Otevřel se [azylový|0] [dům|1]. " + filler(3),
                       60),
            "Otevřel se [azylový] [dům]. Město o tom jednalo už na jaře.");
}

TEST(Snippet, PrefersWordsThatStandTogether) {
  EXPECT_EQ(snippet_of("Byt [azylový|0] má jiná pravidla než každý jiný [dům|1]. " + filler(3) +
                           "Otevřel se tu nový [azylový|0] [dům|1]. " + filler(3),
                       50),
            "Zápis je na úřadě. Otevřel se tu nový [azylový] [dům].");
}

TEST(Snippet, PrefersTheEarlierOfEquals) {
  EXPECT_EQ(snippet_of("Stojí tu [dům|1] první. " + filler(30) + "Stojí tu [dům|1] druhý.", 30),
            "Stojí tu [dům] první.");
}

TEST(Snippet, MenuLosesAgainstASentence) {
  EXPECT_EQ(
      snippet_of("[Azylový|0] [dům|1]OdkazKontakt na web\n\n" + filler(10) + "Obec staví [dům|1] pro rodiny.",
                 40),
      "Obec staví [dům] pro rodiny.");
  EXPECT_EQ(
      snippet_of("Úvod | [Azylový|0] [dům|1] | Kontakt\n\n" + filler(10) + "Obec staví [dům|1] pro rodiny.",
                 40),
      "Obec staví [dům] pro rodiny.");
}

TEST(Snippet, BareHeadingLosesAgainstASentence) {
  EXPECT_EQ(snippet_of("[Azylový|0] [dům|1]\n\nObec otevřela [azylový|0] [dům|1] pro rodiny.", 60),
            "Obec otevřela [azylový] [dům] pro rodiny.");
}

TEST(Snippet, SentenceFollowsAHeading) {
  EXPECT_EQ(snippet_of("[Azylový|0] [dům|1] v Přerově\n\n" + filler(5) + "Nový [dům|1] je z cihel.", 80),
            "[Azylový] [dům] v Přerově … Nový [dům] je z cihel.");
}

TEST(Snippet, ListItemStandsAmongItsNeighbours) {
  EXPECT_EQ(snippet_of("Členové partnerství:\n\n • město Břeclav\n • [Royal|0] Rangers\n • Oblastní "
                       "charita\n\nDalší text tu není."),
            "město Břeclav • [Royal] Rangers • Oblastní charita");
}

TEST(Snippet, NeighboursAreJoinedWhenTheyFit) {
  const std::string text = "První věta je krátká. Druhá má [dům|1]. Třetí věta je krátká.";
  EXPECT_EQ(snippet_of(text, 40), "Druhá má [dům]. Třetí věta je krátká.");
  EXPECT_EQ(snippet_of(text, 30), "Druhá má [dům].");
  EXPECT_EQ(
      snippet_of("První věta je krátká. Druhá má [dům|1]. Třetí věta je o mnoho delší než ty obě předtím.",
                 40),
      "První věta je krátká. Druhá má [dům].");
}

TEST(Snippet, ParagraphsAreNotJoined) {
  EXPECT_EQ(snippet_of("Jiný odstavec.\n\nStojí tu [dům|1].\n\nA ještě jiný."), "Stojí tu [dům].");
}

TEST(Snippet, SecondPieceHasTheWordsThatTheFirstLacks) {
  EXPECT_EQ(snippet_of("Byt je [azylový|0]. " + filler(6) + "Postavili nový [dům|1]. " + filler(6), 80),
            "Byt je [azylový]. … Postavili nový [dům].");
  EXPECT_EQ(snippet_of("Byt je [azylový|0]. Postavili nový [dům|1]. " + filler(6), 80),
            "Byt je [azylový]. Postavili nový [dům]. Město o tom jednalo už na jaře.");
}

TEST(Snippet, LongSentenceIsCutBetweenWordsAroundTheMatches) {
  EXPECT_EQ(snippet_of("Partneři zmínili tyto priority záměr výstavby [azylového|0] [domu|1] včetně "
                       "krizového bydlení a nastavení "
                       "prostupného modelu bydlení.",
                       60),
            "… výstavby [azylového] [domu] včetně krizového bydlení a …");
  EXPECT_EQ(snippet_of("[Azylový|0] [dům|1] je zařízení, které poskytuje přechodné ubytování lidem bez "
                       "střechy nad hlavou.",
                       40),
            "[Azylový] [dům] je zařízení, které …");
  EXPECT_EQ(
      snippet_of(
          "Přechodné ubytování lidem bez střechy nad hlavou poskytuje v našem městě [azylový|0] [dům|1].",
          40),
      "… poskytuje v našem městě [azylový] [dům].");
}

TEST(Snippet, PhraseIsOneHighlightAcrossLines) {
  EXPECT_EQ(snippet_of("Byl to [azylový\n   dům|0] a nic."), "Byl to [azylový dům] a nic.");
}

TEST(Snippet, OverlappingAndTouchingMatchesAreOneHighlight) {
  EXPECT_EQ(snippet_of("Byl to [[azylový|0] dům|1] a nic."), "Byl to [azylový dům] a nic.");
  EXPECT_EQ(snippet_of("Měří [10|0][km|1] po cestě."), "Měří [10km] po cestě.");
  EXPECT_EQ(snippet_of("Byl [azylový|0] [dům|1] tu."), "Byl [azylový] [dům] tu.");
}

TEST(Snippet, WhiteSpaceAndControlCharactersBecomeOneSpace) {
  EXPECT_EQ(snippet_of("  Byl\u00A0\u2003to \x1B\t [dům|1]\r\nbílý.  "), "Byl to [dům] bílý.");
}

TEST(Snippet, MatchOverTwoSentencesKeepsThemTogether) {
  EXPECT_EQ(snippet_of(filler(3) + "Byl to [dům. Azylový|0] byl. " + filler(3), 30),
            "Byl to [dům. Azylový] byl.");
}

TEST(Snippet, MatchOverManySentencesIsCutAtTheBegin) {
  const std::string text = "Byl to [[azylový|0] " + filler(8) + "Postavili [dům|1] z cihel|2] a dřeva.";
  EXPECT_EQ(snippet_of(text, 80),
            "… [o tom jednalo už na jaře. Zápis je na úřadě. Postavili dům z cihel] a dřeva.");
}

TEST(Snippet, NeverCutsWhatIsSeenAsOneCharacter) {
  std::string family;  // each is four emoji and three joiners
  for (int i = 0; i < 20; ++i) family += "👨\u200D👩\u200D👧\u200D👦";
  const std::string snippet = snippet_of("[ab|0]" + family, 30);
  EXPECT_EQ(snippet, "[ab]" + family.substr(0, 3 * 25) + " …");
}

TEST(Snippet, MatchLongerThanTheSnippetIsCut) {
  EXPECT_EQ(snippet_of("[" + std::string(100, 'x') + "|0]", 20), "[" + std::string(16, 'x') + "] …");
  EXPECT_EQ(snippet_of("[jedna dva tři čtyři pět šest sedm|0] osm.", 20), "[jedna dva tři] …");
}

TEST(Snippet, WithoutMatchesTheBeginningOfTheDocument) {
  EXPECT_EQ(snippet_of("\n\n  Nadpis\n\nPrvní věta. Druhá věta.\n"), "Nadpis První věta. Druhá věta.");
  EXPECT_EQ(snippet_of("První věta je tady. Druhá věta je už o něco delší.", 30), "První věta je tady.");
  EXPECT_EQ(snippet_of("Tato věta je delší, než kolik se vejde do ukázky.", 30), "Tato věta je delší, než …");
  EXPECT_EQ(snippet_of("Odkaz na FacebookOdkaz na web\n\nPrvní věta.\n"), "První věta.");
  EXPECT_EQ(snippet_of("FacebookOdkaz"), "FacebookOdkaz");
}

TEST(Snippet, IgnoresMatchesThatAreNoPlaceInTheText) {
  const std::string text = "Žlutý dům.";
  const std::vector<MatchedToken> matches = {{1, 7, 0}, {3, 3, 0}, {8, 12, 1}, {9, 99, 1}};
  EXPECT_EQ(make_snippet(text, matches, {}).to_html("[", "]"), "Žlutý [dům].");
}

TEST(Snippet, LongTextIsSearchedAroundItsMatchesOnly) {
  std::string source = filler(2000);
  source += "Tady stojí [dům|1]. ";
  source += filler(2000);
  source += "Tady stojí [azylový|0] [dům|1]. ";
  source += filler(2000);
  EXPECT_EQ(snippet_of(source, 60), "Tady stojí [azylový] [dům]. Město o tom jednalo už na jaře.");
}

TEST(Snippet, MenuOnEveryPageOfALongTextDoesNotHideTheSentence) {
  std::string source;
  for (int page = 0; page < 60; ++page) source += "[Azylový|0] [dům|1]OdkazKontakt\n\n" + filler(40) + "\n\n";
  source += "[Azylový|0] [dům|1]OdkazKontakt\n\nTady stojí [azylový|0] [dům|1] ze dřeva.\n\n";
  EXPECT_EQ(snippet_of(source, 60), "Tady stojí [azylový] [dům] ze dřeva.");
}

// What is quadratic takes minutes here.
TEST(Snippet, HugeTextsAreNoTrouble) {
  std::string text;
  std::vector<MatchedToken> matches;
  while (matches.size() < 100'000) {
    matches.push_back({text.size(), text.size() + 6, static_cast<std::uint32_t>(matches.size() % 2)});
    text += kFiller;
  }
  EXPECT_EQ(make_snippet(text, matches, {.max_code_points = 60, .query_words = 2}).to_html("[", "]"),
            "[Město] o tom jednalo už na jaře. Zápis je na úřadě.");
}

}  // namespace
}  // namespace tvar::search
