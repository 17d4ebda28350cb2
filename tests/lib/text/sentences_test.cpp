// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/text/sentences.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "tests/lib/text/random_text.h"
#include "tests/support/seed.h"

namespace tvar::text {
namespace {

/// A text and its passages, a bar between them.
struct Row {
  const char* name;
  const char* text;
  const char* passages;
};

void PrintTo(const Row& row, std::ostream* out) {
  *out << row.name;
}

std::string passages_of(std::string_view text) {
  std::vector<ByteRange> passages;
  split_sentences(text, passages);
  std::string out;
  for (const ByteRange& passage : passages) {
    if (!out.empty()) out += "|";
    out += passage.of(text);
  }
  return out;
}

class SentenceTable : public testing::TestWithParam<Row> {};

TEST_P(SentenceTable, GivesThesePassages) {
  EXPECT_EQ(passages_of(GetParam().text), GetParam().passages);
}

// clang-format off
const Row kRows[] = {
    // ends
    {"two_sentences", "První věta. Druhá věta.", "První věta.|Druhá věta."},
    {"question_and_exclamation", "Proč? Protože! Tak.", "Proč?|Protože!|Tak."},
    {"ellipsis", "Nevím… Snad ano.", "Nevím…|Snad ano."},
    {"three_dots", "Nevím... Snad ano.", "Nevím...|Snad ano."},
    {"ellipsis_goes_on", "Nevím… snad ano.", "Nevím… snad ano."},
    {"question_goes_on", "Ptal se proč? a šel.", "Ptal se proč? a šel."},
    {"closing_quote", "Řekl: „Ano.“ Potom odešel.", "Řekl: „Ano.“|Potom odešel."},
    {"closing_bracket", "Přišel (pozdě.) Potom odešel.", "Přišel (pozdě.)|Potom odešel."},
    {"opening_quote", "Mlčel. „Ano,“ řekl.", "Mlčel.|„Ano,“ řekl."},
    {"quote_goes_on", "„Pomoc!“ volal někdo.", "„Pomoc!“ volal někdo."},
    {"no_space", "Konec.Začátek je tu.", "Konec.Začátek je tu."},
    {"several_marks", "Cože?! Ano.", "Cože?!|Ano."},
    {"starts_with_digit", "Schváleno. 12 členů bylo pro.", "Schváleno.|12 členů bylo pro."},
    {"lower_case_goes_on", "Konec. začátek bez velkého písmene.", "Konec. začátek bez velkého písmene."},
    {"no_mark_at_end", "Věta bez tečky", "Věta bez tečky"},
    {"white_space", "  Věta.  Druhá.  ", "Věta.|Druhá."},
    {"nbsp", "Věta.\u00A0Druhá.", "Věta.|Druhá."},
    {"empty", "", ""},
    {"only_space", " \n \t\n", ""},
    {"two_dots", "a .. b", "a .. b"},
    {"capital_without_diacritics", "Veta. Cesky.", "Veta.|Cesky."},
    {"accented_capital", "Věta. Čeština.", "Věta.|Čeština."},
    // abbreviations
    {"title", "Přišel Mgr. Jan Novák. Odešel.", "Přišel Mgr. Jan Novák.|Odešel."},
    {"titles", "Přišel doc. MUDr. Jan Novák, CSc. Odešel.", "Přišel doc. MUDr. Jan Novák, CSc.|Odešel."},
    {"title_ing_arch", "Navrhl to Ing. arch. Petr Malý. Stojí.", "Navrhl to Ing. arch. Petr Malý.|Stojí."},
    {"title_phd", "Přednášel Jan Novák, Ph.D. Potom byla diskuse.", "Přednášel Jan Novák, Ph.D.|Potom byla diskuse."},
    {"title_phd_goes_on", "Přednášel Jan Novák, Ph.D., z Brna.", "Přednášel Jan Novák, Ph.D., z Brna."},
    {"tzv", "To je tzv. Velká Morava. Konec.", "To je tzv. Velká Morava.|Konec."},
    {"napr", "Města, např. Brno, rostou.", "Města, např. Brno, rostou."},
    {"atd_at_end", "Domy, byty atd. Potom přišli.", "Domy, byty atd.|Potom přišli."},
    {"atd_goes_on", "Domy, byty atd. se staví.", "Domy, byty atd. se staví."},
    {"apod", "Psi, kočky apod. Nic víc.", "Psi, kočky apod.|Nic víc."},
    {"number_sign", "Zákon č. 108/2006 Sb. Platí.", "Zákon č. 108/2006 Sb.|Platí."},
    {"law_goes_on", "Podle § 35 odst. 2 písm. c) zákona.", "Podle § 35 odst. 2 písm. c) zákona."},
    {"tel", "Volejte tel. 777 123 456. Děkujeme.", "Volejte tel. 777 123 456.|Děkujeme."},
    {"street", "Sídlo ul. Česká 5. Otevřeno.", "Sídlo ul. Česká 5.|Otevřeno."},
    {"amount", "Stálo to 5 mil. Kč. Dost.", "Stálo to 5 mil. Kč.|Dost."},
    {"hours", "Začíná v 10 hod. Přijďte.", "Začíná v 10 hod.|Přijďte."},
    {"file_number", "Pod č. j. MV-123. Hotovo.", "Pod č. j. MV-123.|Hotovo."},
    {"house_number", "Dům č.p. Brno 5 stojí.", "Dům č.p. Brno 5 stojí."},
    {"tj", "Praha, tj. Hlavní město. Ano.", "Praha, tj. Hlavní město.|Ano."},
    {"saint", "Kostel sv. Jakuba. Je starý.", "Kostel sv. Jakuba.|Je starý."},
    {"whole_words_end", "To je kraj. Tamto plán měst. Dali to nám. Víc ne.", "To je kraj.|Tamto plán měst.|Dali to nám.|Víc ne."},
    {"years", "Trvalo to deset let. Potom skončilo.", "Trvalo to deset let.|Potom skončilo."},
    // initials and numerals
    {"initials", "Univerzita J. E. Purkyně. Je v Ústí.", "Univerzita J. E. Purkyně.|Je v Ústí."},
    {"initials_glued", "Univerzita J.E.Purkyně. Je v Ústí.", "Univerzita J.E.Purkyně.|Je v Ústí."},
    {"initial_one", "Přišel T. Masaryk. Odešel.", "Přišel T. Masaryk.|Odešel."},
    {"roman", "Za Karla IV. Lucemburského. Ano.", "Za Karla IV. Lucemburského.|Ano."},
    {"roman_century", "V XXI. století. Ano.", "V XXI. století.|Ano."},
    // legal forms
    {"form_in_sentence", "Člověk v tísni, o. p. s., pomáhá. Ano.", "Člověk v tísni, o. p. s., pomáhá.|Ano."},
    {"form_ends_sentence", "Členem je Člověk v tísni, o. p. s. Další člen je škola.", "Členem je Člověk v tísni, o. p. s.|Další člen je škola."},
    {"form_glued_ends_sentence", "Členem je Stěnava, o.s. Další je škola.", "Členem je Stěnava, o.s.|Další je škola."},
    {"form_before_name", "Přišlo o.s. Liga lidských práv. Ano.", "Přišlo o.s. Liga lidských práv.|Ano."},
    {"form_goes_on", "Firma s. r. o. získala dotaci.", "Firma s. r. o. získala dotaci."},
    {"form_spol", "Firma, spol. s r. o. Druhá firma.", "Firma, spol. s r. o.|Druhá firma."},
    // dates and ordinals
    {"date", "Dne 14. 4. 2016 se sešli. Potom ne.", "Dne 14. 4. 2016 se sešli.|Potom ne."},
    {"date_month", "Dne 14. dubna 2016. Potom ne.", "Dne 14. dubna 2016.|Potom ne."},
    {"date_month_capital", "Dne 14. Dubna 2016 ne.", "Dne 14. Dubna 2016 ne."},
    {"ordinal", "Žáci 2. stupně a 3. ročníku.", "Žáci 2. stupně a 3. ročníku."},
    {"year_ends", "Začalo to v roce 2016. Potom ne.", "Začalo to v roce 2016.|Potom ne."},
    {"number_ends", "Bylo jich 14. Potom odešli.", "Bylo jich 14.|Potom odešli."},
    {"decimal", "Stálo to 3.5 mil. korun.", "Stálo to 3.5 mil. korun."},
    {"numbered_item", "1. Název kapitoly", "1. Název kapitoly"},
    // lines
    {"blank_line", "Nadpis\n\nText pod ním.", "Nadpis|Text pod ním."},
    {"blank_line_crlf", "Nadpis\r\n\r\nText pod ním.", "Nadpis|Text pod ním."},
    {"blank_line_after_abbreviation", "Mgr.\n\nJan", "Mgr.|Jan"},
    {"heading", "Krátký nadpis\nText pod ním.", "Krátký nadpis|Text pod ním."},
    {"wrapped_lower", "Věta pokračuje\nna dalším řádku. Druhá.", "Věta pokračuje\nna dalším řádku.|Druhá."},
    {"wrapped_name", "Lokální partnerství bylo ustaveno v jihomoravském městě jménem\nBřeclav a trvá.", "Lokální partnerství bylo ustaveno v jihomoravském městě jménem\nBřeclav a trvá."},
    {"wrapped_abbreviation", "Přišel Mgr.\nJan Novák.", "Přišel Mgr.\nJan Novák."},
    {"wrapped_comma", "Brno,\nPraha a Ostrava.", "Brno,\nPraha a Ostrava."},
    {"sentence_and_line", "Věta.\nDruhá věta.", "Věta.|Druhá věta."},
    {"bullets", "Členové:\n • úřad práce Břeclav\n • o.s. IQ Roma servis\n • Royal Rangers", "Členové:|úřad práce Břeclav|o.s. IQ Roma servis|Royal Rangers"},
    {"bullets_dash", "Priority:\n- bydlení\n-posílení služeb\n– práce", "Priority:|bydlení|posílení služeb|práce"},
    {"bullets_star", "Body:\n* první\n* druhý", "Body:|první|druhý"},
    {"bullets_numbered", "Priority:\n1. Zmenšení překážek\n2. Motivace obcí", "Priority:|1. Zmenšení překážek|2. Motivace obcí"},
    {"bullets_inline", "jedna • dvě • tři", "jedna|dvě|tři"},
    {"bullet_alone", "•\n• a", "a"},
    {"dash_in_sentence", "Brno – město na jihu. Ano.", "Brno – město na jihu.|Ano."},
    {"item_continues", "• první část\npokračuje\n• druhá", "první část\npokračuje|druhá"},
    {"ordinal_at_line_begin", "Ve škole má být do konce roku otevřen další ročník, tedy celkem\n2. stupeň.", "Ve škole má být do konce roku otevřen další ročník, tedy celkem\n2. stupeň."},
};
// clang-format on

INSTANTIATE_TEST_SUITE_P(Czech, SentenceTable, testing::ValuesIn(kRows),
                         [](const testing::TestParamInfo<Row>& row) { return std::string(row.param.name); });

TEST(Sentences, LeaveOutNothingButSpaceAndBullets) {
  const std::uint32_t seed = test_seed();
  std::mt19937 random(seed);
  std::vector<ByteRange> passages;
  for (int i = 0; i < 2000; ++i) {
    const std::string text = random_text(random, random() % 60);
    split_sentences(text, passages);
    std::size_t at = 0;
    for (const ByteRange& passage : passages) {
      ASSERT_LE(at, passage.begin) << "seed " << seed;
      ASSERT_LT(passage.begin, passage.end) << "seed " << seed;
      const std::string between = text.substr(at, passage.begin - at);
      ASSERT_EQ(between.find_first_of("abcdefghijklmnopqrstuvwxyz0123456789"), std::string::npos)
          << "seed " << seed;
      at = passage.end;
    }
    ASSERT_LE(at, text.size()) << "seed " << seed;
  }
}

TEST(Sentences, AreFoundInLinearTime) {
  // Each of these would take hours if a step looked back to the begin of the text.
  for (const std::string_view unit :
       {". ", "a. ", "o. p. s. ", "\n", "- ", "• ", "? ", "A", "1. ", "\u00A0", "“", "\n-"}) {
    std::string text;
    while (text.size() < 1000000) text += unit;
    std::vector<ByteRange> passages;
    split_sentences(text, passages);
    std::size_t end = 0;
    for (const ByteRange& passage : passages) {
      ASSERT_LE(end, passage.begin) << unit;
      ASSERT_LT(passage.begin, passage.end) << unit;
      end = passage.end;
    }
    EXPECT_LE(end, text.size()) << unit;
  }
}

}  // namespace
}  // namespace tvar::text
