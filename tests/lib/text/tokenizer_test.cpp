// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/text/tokenizer.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "tests/lib/text/render_tokens.h"

namespace tvar::text {
namespace {

/// One habit of written Czech: a text and all its tokens, as render_tokens.h writes them.
struct Row {
  const char* name;
  const char* text;
  const char* tokens;
};

void PrintTo(const Row& row, std::ostream* out) {
  *out << row.text;
}

class TokenizerTable : public testing::TestWithParam<Row> {};

TEST_P(TokenizerTable, GivesTheseTokens) {
  Tokenizer tokenizer;
  EXPECT_EQ(render(tokens_of(tokenizer, GetParam().text)), GetParam().tokens) << GetParam().text;
}

// clang-format off
const Row kRows[] = {
    // legal forms
    {"legal_forms_glued", "o.s. / s.r.o. / z.ú.", "0:os/a[0,4) 1:sro/a[7,13) 2:zú/a[16,21)"},
    {"legal_forms_spaced", "o. p. s., s. r. o., z. s.", "0:ops/a[0,8) 1:sro/a[10,18) 2:zs/a[20,25)"},
    {"legal_form_without_last_dot", "o.p.s", "0:ops/a[0,5)"},
    {"legal_form_spaced_without_last_dot", "o. p. s", "0:ops/a[0,7)"},
    {"legal_form_across_line", "Člověk v tísni, o. p.\ns.", "0:člověk[0,8) 1:v[9,10) 2:tísni[11,17) 3:ops/a[19,27)"},
    {"legal_form_upper", "ČLOVĚK V TÍSNI, O.P.S.", "0:člověk[0,8) 1:v[9,10) 2:tísni[11,17) 3:ops/a[19,25)"},
    {"legal_form_without_diacritics", "z.u. a s.p.o.", "0:zu/a[0,4) 1:a[5,6) 2:spo/a[7,13)"},
    {"legal_form_spol_s_r_o", "spol. s r.o. i spol. s r. o.", "0:spol/a[0,4) 1:sro/a[6,12) 2:i[13,14) 3:spol/a[15,19) 4:sro/a[21,28)"},
    {"legal_form_before_name", "o.s. IQ Roma servis", "0:os/a[0,4) 1:iq[5,7) 2:roma[8,12) 3:servis[13,19)"},
    {"legal_form_bare", "ops, sro, vvi", "0:ops/a[0,3) 1:sro/a[5,8) 2:vvi/a[10,13)"},
    {"initials_are_no_company", "A. S. Puškin", "0:a[0,1) 1:s[3,4) 2:puškin[6,13)"},
    {"single_letters_are_words", "s rodinou, z obce, o práci", "0:s[0,1) 1:rodinou[2,9) 2:z[11,12) 3:obce[13,17) 4:o[19,20) 5:práci[21,27)"},
    // law
    {"law", "§ 35 zákona č. 108/2006 Sb.", "0:§35+1/l[0,5) 0:35/n[3,5) 1:zákona[6,13) 2:108/n[18,21) 2:108/2006+2/l[18,26) 3:2006/n[22,26) 4:sb/a[27,29)"},
    {"law_glued", "§35 zák.č.108/2006Sb.", "0:§35+1/l[0,4) 0:35/n[2,4) 1:zák/a[5,9) 2:108/n[13,16) 2:108/2006+2/l[13,21) 3:2006/n[17,21) 4:sb/a[21,23)"},
    {"law_spaced_slash", "č. 108 / 2006 Sb.", "0:108/n[4,7) 0:108/2006+2/l[4,14) 1:2006/n[10,14) 2:sb/a[15,17)"},
    {"law_section_letter", "§ 35a odst. 2 písm. c)", "0:§35a+1/l[0,6) 0:35a[3,6) 1:odst/a[7,11) 2:2/n[13,14) 3:písm/a[15,20) 4:c[22,23)"},
    {"law_double_sign", "§§ 35 a 36", "0:§35+1/l[0,7) 0:35/n[5,7) 1:a[8,9) 2:36/n[10,12)"},
    {"file_number", "č.j. 12/2016, čtvrť 1/2/3", "0:čj/a[0,5) 1:12/n[6,8) 1:12/2016+2/l[6,13) 2:2016/n[9,13) 3:čtvrť[15,22) 4:1/n[23,24) 5:2/n[25,26) 6:3/n[27,28)"},
    // glued and initials
    {"glued_at_dot", "Sb.zákonů, I.P.Pavlova, J.E.Purkyně", "0:sb/a[0,2) 1:zákonů[3,11) 2:i[13,14) 3:p[15,16) 4:pavlova[17,24) 5:j[26,27) 6:e[28,29) 7:purkyně[30,38)"},
    {"initials_spaced", "J. E. Purkyně", "0:j[0,1) 1:e[3,4) 2:purkyně[6,14)"},
    // dates
    {"dates", "14. 4. 2016 / 14.4.2016 / 25.července 2008", "0:14/n[0,2) 0:2016-04-14+3/d[0,11) 1:4/n[4,5) 2:2016/n[7,11) 3:14/n[14,16) 3:2016-04-14+3/d[14,23) 4:4/n[17,18) 5:2016/n[19,23) 6:25/n[26,28) 6:2008-07-25+3/d[26,43) 7:července[29,38) 8:2008/n[39,43)"},
    {"date_nbsp", "14.\u00A04.\u202F2016", "0:14/n[0,2) 0:2016-04-14+3/d[0,14) 1:4/n[5,6) 2:2016/n[10,14)"},
    {"date_month_upper", "15. BŘEZNA 2016", "0:15/n[0,2) 0:2016-03-15+3/d[0,16) 1:března[4,11) 2:2016/n[12,16)"},
    {"date_month_folded", "15. brezna 2016", "0:15/n[0,2) 0:2016-03-15+3/d[0,15) 1:brezna[4,10) 2:2016/n[11,15)"},
    {"date_iso", "2016-04-14", "0:2016/n[0,4) 0:2016-04-14+3/d[0,10) 1:04/n[5,7) 2:14/n[8,10)"},
    {"date_day_and_month", "dne 14.4. a 15. 4.", "0:dne[0,3) 1:14/n[4,6) 1:14.4+2/n[4,8) 2:4/n[7,8) 3:a[10,11) 4:15/n[12,14) 5:4/n[16,17)"},
    {"date_impossible", "31. 2. 2016", "0:31/n[0,2) 1:2/n[4,5) 2:2016/n[7,11)"},
    {"date_leap", "29. 2. 2016 a 29. 2. 2015", "0:29/n[0,2) 0:2016-02-29+3/d[0,11) 1:2/n[4,5) 2:2016/n[7,11) 3:a[12,13) 4:29/n[14,16) 5:2/n[18,19) 6:2015/n[21,25)"},
    {"date_range", "14.–16. 4. 2016", "0:14/n[0,2) 1:16/n[6,8) 1:2016-04-16+3/d[6,17) 2:4/n[10,11) 3:2016/n[13,17)"},
    {"month_and_year", "červen 2008", "0:červen[0,7) 1:2008/n[8,12)"},
    // numbers
    {"amounts", "1 000 000 Kč; 1\u00A0000\u00A0000,50; 1.000.000,-", "0:1000000/n[0,9) 1:kč[10,13) 2:1000000.50/n[15,29) 3:1000000/n[31,40)"},
    {"amounts_comma", "1,000,000 a 10 000 lidí", "0:1000000/n[0,9) 1:a[10,11) 2:10000/n[12,18) 3:lidí[19,24)"},
    {"amount_is_no_year", "roku 2006 100 lidí", "0:roku[0,4) 1:2006/n[5,9) 2:100/n[10,13) 3:lidí[14,19)"},
    {"amount_rows_stay_apart", "12 345 67", "0:12/n[0,2) 1:345/n[3,6) 2:67/n[7,9)"},
    {"decimals", "3,5 mil.; 3.5; 12%", "0:3.5/n[0,3) 1:mil/a[4,7) 2:3.5/n[10,13) 3:12/n[15,17)"},
    {"decimal_leading_zero", "0.125", "0:0.125/n[0,5)"},
    {"comma_list", "3,5,7", "0:3/n[0,1) 1:5/n[2,3) 2:7/n[4,5)"},
    {"version", "verze 1.2.3", "0:verze[0,5) 1:1.2.3/n[6,11)"},
    {"ranges", "2010-2013, 2016 – 2019, 4–6", "0:2010/n[0,4) 1:2013/n[5,9) 2:2016/n[11,15) 3:2019/n[20,24) 4:4/n[26,27) 5:6/n[30,31)"},
    {"fraction", "½ hodiny, 1½", "0:1/2/n[0,2) 1:hodiny[3,9) 2:1/n[11,12) 3:1/2/n[12,14)"},
    {"leading_zeros", "007", "0:007/n[0,3)"},
    {"long_number", "12345678901234567890", "0:12345678901234567890/n[0,20)"},
    // compounds
    {"compounds", "Pedagogicko-psychologická, česko-německý", "0:pedagogicko[0,11) 0:pedagogickopsychologická+2[0,26) 1:psychologická[12,26) 2:česko[28,34) 2:českoněmecký+2[28,44) 3:německý[35,44)"},
    {"compound_adverb", "sociálně-právní", "0:sociálně[0,10) 0:sociálněprávní+2[0,19) 1:právní[11,19)"},
    {"compound_upper", "ČESKO-NĚMECKÝ", "0:česko[0,6) 0:českoněmecký+2[0,16) 1:německý[7,16)"},
    {"places", "Frýdek-Místek, Brno-střed, Neštěmice–Mojžíř", "0:frýdek[0,7) 1:místek[8,15) 2:brno[17,21) 3:střed[22,28) 4:neštěmice[30,41) 5:mojžíř[44,53)"},
    {"hyphen_letter", "e-mail, on-line, Covid-19", "0:email[0,6) 1:online[8,15) 2:covid-19[17,25) 2:covid+1[17,22)"},
    {"hyphen_inflected", "e-maily, on-linový, wi-fi, K-centrum", "0:emaily[0,7) 1:onlinový[9,19) 2:wifi[21,26) 3:kcentrum[28,37) 3:centrum+1[30,37)"},
    {"hyphen_reference_number", "MV-12345-1/2016", "0:mv[0,2) 1:12345/n[3,8) 2:1/n[9,10) 2:1/2016+2/l[9,15) 3:2016/n[11,15)"},
    {"hyphen_nonbreaking", "česko\u2011německý", "0:česko[0,6) 0:českoněmecký+2[0,18) 1:německý[9,18)"},
    {"li", "přišel-li, bude-li", "0:přišel[0,8) 1:bude[13,17)"},
    {"li_upper", "BUDE-LI", "0:bude[0,4)"},
    {"li_as_name", "Bruce-Li", "0:bruce[0,5) 1:li[6,8)"},
    {"clitic_s", "dělals, žes, ty's", "0:dělals[0,7) 1:žes[9,13) 2:ty[15,17)"},
    // roman
    {"roman", "Karel IV., XXI. století, III.3", "0:karel[0,5) 1:iv/R[6,8) 1:4+1/n[6,8) 2:xxi/R[11,14) 2:21+1/n[11,14) 3:století[16,24) 4:iii/R[26,29) 4:3+1/n[26,29) 5:3/n[30,31)"},
    {"roman_single", "V. ročník, V. Novák", "0:v/R[0,1) 0:5+1/n[0,1) 1:ročník[3,11) 2:v[13,14) 3:novák[16,22)"},
    {"roman_lower", "xiv iiii vx mix lvi", "0:xiv/R[0,3) 0:14+1/n[0,3) 1:iiii[4,8) 2:vx[9,11) 3:mix[12,15) 4:lvi[16,19)"},
    // sections
    {"section", "3.1.b", "0:3.1.b/n[0,5) 0:3.1+1/n[0,3)"},
    {"section_alone", "3.1 a 3.1.", "0:3.1/n[0,3) 1:a[4,5) 2:3/n[6,7) 2:3.1+2/n[6,9) 3:1/n[8,9)"},
    {"section_glued_preposition", "3.5.v Brně", "0:3/n[0,1) 0:3.5+2/n[0,3) 1:5/n[2,3) 2:v[4,5) 3:brně[6,11)"},
    // digits and letters
    {"units", "10km, 5kg, 20°C", "0:10/n[0,2) 1:km[2,4) 2:5/n[6,7) 3:kg[7,9) 4:20/n[11,13) 5:c[15,16)"},
    {"digits_letters", "24letý, 3krát, 60-tých", "0:24letý[0,7) 0:letý+1[2,7) 1:3krát[9,15) 1:krát+1[10,15) 2:60/n[17,19)"},
    {"digits_hyphen_letters", "24-letý, 5ti, 100-procentní", "0:24/n[0,2) 0:24letý+2[0,8) 1:letý[3,8) 2:5/n[10,11) 3:100/n[15,18) 3:100procentní+2[15,29) 4:procentní[19,29)"},
    {"digits_short_letters", "3D, 35a, 4x4", "0:3d[0,2) 1:35a[4,7) 2:4x4[9,12)"},
    {"letters_digits", "A4, H2O, m2, covid19", "0:a4[0,2) 1:h2o[4,7) 2:m2[9,11) 3:covid19[13,20)"},
    {"powers", "m², 100 m², slovo²", "0:m2[0,3) 1:100/n[5,8) 2:m2[9,12) 3:slovo[14,19)"},
    {"degree_typed_as_ordinal", "20ºC", "0:20/n[0,2) 1:c[4,5)"},
    // addresses
    {"email_address", "info@socialni-zaclenovani.cz", "0:info@socialni-zaclenovani.cz+4/e[0,28) 0:info[0,4) 1:socialni-zaclenovani.cz+3/u[5,28) 1:socialni-zaclenovani+2/u[5,25) 1:socialni[5,13) 2:zaclenovani[14,25) 3:cz[26,28)"},
    {"email_with_dots", "(jan.novak@praha.eu).", "0:jan.novak@praha.eu+4/e[1,19) 0:jan[1,4) 1:novak[5,10) 2:praha.eu+2/u[11,19) 2:praha[11,16) 3:eu[17,19)"},
    {"host", "www.asz.cz", "0:www.asz.cz+2/u[0,10) 0:asz.cz+2/u[4,10) 0:asz[4,7) 1:cz[8,10)"},
    {"url", "http://www.esfcr.cz/projekty?id=5", "0:http://www.esfcr.cz/projekty?id=5+5/u[0,33) 0:www.esfcr.cz+2/u[7,19) 0:esfcr.cz+2/u[11,19) 0:esfcr[11,16) 1:cz[17,19) 2:projekty[20,28) 3:id[29,31) 4:5/n[32,33)"},
    {"url_in_sentence", "Viz https://cs.wikipedia.org/wiki/Brno_(město).", "0:viz[0,3) 1:https://cs.wikipedia.org/wiki/brno_(město)+6/u[4,47) 1:cs.wikipedia.org+3/u[12,28) 1:cs[12,14) 2:wikipedia[15,24) 3:org[25,28) 4:wiki[29,33) 5:brno[34,38) 6:město[40,46)"},
    {"host_bare", "socialni-zaclenovani.cz/kontakt, ASZ.CZ", "0:socialni-zaclenovani.cz/kontakt+4/u[0,31) 0:socialni-zaclenovani+2/u[0,20) 0:socialni[0,8) 1:zaclenovani[9,20) 2:cz[21,23) 3:kontakt[24,31) 4:asz.cz+2/u[33,39) 4:asz[33,36) 5:cz[37,39)"},
    {"host_lookalike", "konec.Com začíná atd.cz", "0:konec[0,5) 1:com[6,9) 2:začíná[10,19) 3:atd.cz+2/u[20,26) 3:atd[20,23) 4:cz[24,26)"},
    {"email_lookalike", "@uzivatel a@b #hashtag", "0:uzivatel[1,9) 1:a[10,11) 2:b[12,13) 3:hashtag[15,22)"},
    {"url_whose_small_letters_are_shorter", "http://a.cz/Ɱ", "0:http://a.cz/ɱ+3/u[0,15) 0:a.cz+2/u[7,11) 0:a[7,8) 1:cz[9,11) 2:ɱ[12,15)"},
    {"url_trailing_slash", "(http://asz.cz/)", "0:http://asz.cz+2/u[1,14) 0:asz.cz+2/u[8,14) 0:asz[8,11) 1:cz[12,14)"},
    {"url_encoded", "http://a.cz/x%20y", "0:http://a.cz/x%20y+4/u[0,17) 0:a.cz+2/u[7,11) 0:a[7,8) 1:cz[9,11) 2:x[12,13) 3:20y[14,17)"},
    // invisible
    {"soft_hyphen", "nej\u00ADvětší", "0:největší[0,13)"},
    {"zwj", "nej\u200Dvětší, dva\u200Bslova", "0:největší[0,14) 1:dva[16,19) 2:slova[22,27)"},
    {"nbsp", "v\u00A0Brně", "0:v[0,1) 1:brně[3,8)"},
    {"nfd", "azylove\u0301ho", "0:azylového[0,11)"},
    {"ligature", "ﬂuktuace", "0:fluktuace[0,10)"},
    {"bom", "\uFEFFPraha", "0:praha[3,8)"},
    {"quotes", "„Strategie\" „Vzdělávání“ »x«", "0:strategie[3,12) 1:vzdělávání[17,31) 2:x[37,38)"},
    // abbreviations
    {"abbreviations", "tzv. č.p. č.j. tel.: 5", "0:tzv/a[0,3) 1:čp/a[5,10) 2:čj/a[11,16) 3:tel/a[17,20) 4:5/n[23,24)"},
    {"abbreviation_number_sign", "č. 5, č. p. 5, čl. 3", "0:5/n[4,5) 1:čp/a[7,13) 2:5/n[14,15) 3:čl/a[17,20) 4:3/n[22,23)"},
    {"numbers_in_groups", "PSČ 602 00, +420 777 123 456, IČ: 12345678", "0:psč[0,4) 1:60200/n[5,11) 2:777123456/n[13,29) 3:ič[31,34) 4:12345678/n[36,44)"},
    {"postcode", "602 00 Brno, Praha 4, 140 00", "0:60200/n[0,6) 1:brno[7,11) 2:praha[13,18) 3:4/n[19,20) 4:14000/n[22,28)"},
    {"phones", "777 123 456, 777123456, 00420 777 123 456, +420777123456, 541 21 11 12", "0:777123456/n[0,11) 1:777123456/n[13,22) 2:777123456/n[24,41) 3:777123456/n[43,56) 4:541/n[58,61) 5:21/n[62,64) 6:11/n[65,67) 7:12/n[68,70)"},
    {"slashes", "a/nebo, km/h, inkluzívní/inkluzivní", "0:a[0,1) 1:nebo[2,6) 2:km[8,10) 3:h[11,12) 4:inkluzívní[14,26) 5:inkluzivní[27,38)"},
    {"apostrophe", "O'Neill, l’art, O´Neill", "0:o'neill[0,7) 0:oneill+1[0,7) 1:l'art[9,16) 1:lart+1[9,16) 2:o'neill[18,26) 2:oneill+1[18,26)"},
    {"apostrophe_quotes", "'slovo' rock'n'roll", "0:slovo[1,6) 1:rock'n'roll[8,19) 1:rocknroll+1[8,19)"},
    {"underscore", "Facebook_odkaz", "0:facebook[0,8) 1:odkaz[9,14)"},
    {"glued_web_text", "FacebookOdkaz, YouTubeOdkaz", "0:facebook[0,8) 0:facebookodkaz+2[0,13) 1:odkaz[8,13) 2:you[15,18) 2:youtube+2[15,22) 2:youtubeodkaz+3[15,27) 3:tube[18,22) 3:tubeodkaz+2[18,27) 4:odkaz[22,27)"},
    {"glued_names", "McDonald, iPhone, PhDr., LinkedInOdkaz, ČeskéBudějoviceOdkaz", "0:mcdonald[0,8) 1:iphone[10,16) 2:phdr/a[18,22) 3:linkedin[25,33) 3:linkedinodkaz+2[25,38) 4:odkaz[33,38) 5:české[40,47) 5:českébudějovice+2[40,58) 5:českébudějoviceodkaz+3[40,63) 6:budějovice[47,58) 6:budějoviceodkaz+2[47,63) 7:odkaz[58,63)"},
    {"lost_signs", "C++, .NET, C#, ASP.NET", "0:c++/o[0,3) 1:.net/o[5,9) 2:c#/o[11,13) 3:asp[15,18) 4:net[19,22)"},
    // other scripts
    {"scripts", "Привет, 東京 10 😀 Ελλάς", "0:привет[0,12) 1:東京[14,20) 2:10/n[21,23) 3:ελλάς[29,39)"},
    {"thai", "ภาษาไทย", "0:ภาษา[0,12) 1:ไทย[12,21)"},
    {"malformed", "a�b", "0:a[0,1) 1:b[4,5)"},
    // mixed
    {"number_sign_folded", "zakon c. 108/2006 sb.", "0:zakon[0,5) 1:108/n[9,12) 1:108/2006+2/l[9,17) 2:2006/n[13,17) 3:sb/a[18,20)"},
    {"empty_words", "...  -- , ' \"", ""},
};
// clang-format on

INSTANTIATE_TEST_SUITE_P(Czech, TokenizerTable, testing::ValuesIn(kRows),
                         [](const testing::TestParamInfo<Row>& row) { return std::string(row.param.name); });

Token first_token(Tokenizer& tokenizer, std::string_view text) {
  return tokens_of(tokenizer, text).at(0);
}

TEST(Tokenizer, SaysHowAWordIsWritten) {
  Tokenizer tokenizer;
  EXPECT_FALSE(first_token(tokenizer, "praha").capitalised);
  EXPECT_TRUE(first_token(tokenizer, "Praha").capitalised);
  EXPECT_FALSE(first_token(tokenizer, "Praha").all_caps);
  EXPECT_TRUE(first_token(tokenizer, "ČR").all_caps);
  EXPECT_FALSE(first_token(tokenizer, "V").all_caps) << "a single capital says nothing";
  EXPECT_TRUE(first_token(tokenizer, "Řím").capitalised);
}

std::string sentence_starts(std::string_view text) {
  Tokenizer tokenizer;
  std::string out;
  for (const Token& token : tokens_of(tokenizer, text)) {
    if (token.sentence_start) out += std::string(token.text) + " ";
  }
  return out;
}

TEST(Tokenizer, SeesWhereSentencesBegin) {
  EXPECT_EQ(sentence_starts("Akci zahájil Mgr. Jan Novák. Potom mluvil J. E. Purkyně! Dne 14. Května"),
            "akci potom dne ");
  EXPECT_EQ(sentence_starts("Nadpis\nText"), "nadpis text ");
}

TEST(Tokenizer, HasNoTokensInNothing) {
  Tokenizer tokenizer;
  EXPECT_EQ(render(tokens_of(tokenizer, "")), "");
  EXPECT_EQ(render(tokens_of(tokenizer, " \n\t ")), "");
  EXPECT_EQ(render(tokens_of(tokenizer, "\u00AD\u200D")), "");
}

TEST(Tokenizer, CutsAnOverlongWordOnceAndSkipsTheRest) {
  Tokenizer tokenizer;
  std::string word;
  for (int i = 0; i < 1000; ++i) word += "ž";
  const std::vector<Token> tokens = tokens_of(tokenizer, word + " dům");
  ASSERT_EQ(tokens.size(), 2U);
  EXPECT_EQ(tokens[0].text.size(), 2 * kMaxTokenCodePoints);
  EXPECT_EQ(tokens[0].end, 2 * kMaxTokenCodePoints);
  EXPECT_EQ(tokens[1].text, "dům");
  EXPECT_EQ(tokens[1].begin, 2001U);
}

TEST(Tokenizer, KeepsTheTokenTextsOfALongTextUntilTheNextCall) {
  Tokenizer tokenizer;
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "slovo" + std::to_string(i) + " ";
  const std::vector<Token> tokens = tokens_of(tokenizer, text);
  ASSERT_EQ(tokens.size(), 20000U);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    ASSERT_EQ(tokens[i].text, "slovo" + std::to_string(i));
    ASSERT_EQ(tokens[i].position, i);
    ASSERT_EQ(text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin), tokens[i].text);
  }
}

TEST(Tokenizer, GivesTheSameTokensInBatches) {
  Tokenizer tokenizer;
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "Dne 14. 4. 2016 bylo v o. p. s. nej\u00ADlépe.\n";
  const std::string whole = render(tokens_of(tokenizer, text));
  std::vector<Token> kept;
  std::string batched;
  std::size_t batches = 0;
  tokenizer.tokenize(text, [&](std::span<const Token> batch) {
    kept.assign(batch.begin(), batch.end());
    batched += (batched.empty() ? "" : " ") + render(kept);
    ++batches;
    return true;
  });
  EXPECT_EQ(batched, whole);
  EXPECT_GT(batches, 2U);
}

TEST(Tokenizer, StopsWhenTheSinkSaysSo) {
  Tokenizer tokenizer;
  std::string text;
  for (int i = 0; i < 50000; ++i) text += "slovo ";
  std::size_t batches = 0;
  tokenizer.tokenize(text, [&](std::span<const Token>) {
    ++batches;
    return false;
  });
  EXPECT_EQ(batches, 1U);
}

TEST(Tokenizer, CutsStretchesWhereNoRuleLooksAcross) {
  // One line without an end: the cuts fall between words, never inside a date or a legal form.
  Tokenizer tokenizer;
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "slovo 14. 4. 2016 o. p. s. dál ";
  std::size_t days = 0;
  std::size_t forms = 0;
  for (const Token& token : tokens_of(tokenizer, text)) {
    days += token.kind == TokenKind::date ? 1 : 0;
    forms += token.text == "ops" ? 1 : 0;
  }
  EXPECT_EQ(days, 20000U);
  EXPECT_EQ(forms, 20000U);
}

TEST(Tokenizer, CanBeMoved) {
  Tokenizer first;
  Tokenizer second = std::move(first);
  EXPECT_EQ(plain_texts(second, "azylový dům"), "azylový dům");
}

}  // namespace
}  // namespace tvar::text
