// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/czech_light.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>

namespace tvar::stemmers {
namespace {

// One word of a paradigm; `name` says which case, in ASCII.
struct Row {
  const char* name;
  std::string_view word;
  std::string_view stem;
};

void PrintTo(const Row& row, std::ostream* out) {
  *out << row.word << " -> " << row.stem;
}

class CzechLightStem : public testing::TestWithParam<Row> {};

TEST_P(CzechLightStem, IsThatOfTheParadigm) {
  std::string stem;
  light_stem(GetParam().word, stem);
  EXPECT_EQ(stem, GetParam().stem);
}

constexpr Row kRows[] = {
    // masculine animate: pán
    {"pan_nom_sg", "pán", "pán"},
    {"pan_gen_sg", "pána", "pán"},
    {"pan_dat_sg", "pánovi", "pán"},
    {"pan_ins_sg", "pánem", "pán"},
    {"pan_nom_pl", "páni", "pán"},
    {"pan_nom_pl_ove", "pánové", "pán"},
    {"pan_gen_pl", "pánů", "pán"},
    {"pan_dat_pl", "pánům", "pán"},
    {"pan_loc_pl", "pánech", "pán"},
    {"pan_ins_pl", "pány", "pán"},
    // masculine inanimate: hrad
    {"hrad_loc_sg", "hradě", "hrad"},
    {"hrad_loc_pl", "hradech", "hrad"},
    {"hrad_ins_pl", "hrady", "hrad"},
    // feminine: žena, píseň
    {"zena_acc_sg", "ženu", "žn"},
    {"zena_ins_sg", "ženou", "žn"},
    {"zena_dat_pl", "ženám", "žn"},
    {"zena_loc_pl", "ženách", "žn"},
    {"zena_ins_pl", "ženami", "žn"},
    {"pisen_ins_pl", "písněmi", "písn"},
    // neuter: město, kuře, moře
    {"mesto_nom_sg", "město", "měst"},
    {"mesto_gen_pl", "měst", "měst"},
    {"mesto_loc_pl", "městech", "měst"},
    {"kure_gen_sg", "kuřete", "kuř"},
    {"kure_nom_pl", "kuřata", "kuř"},
    {"kure_loc_pl", "kuřatech", "kuř"},
    {"kure_dat_pl", "kuřatům", "kuř"},
    // adjectives: mladý, jarní
    {"mlady_gen_sg", "mladého", "mlad"},
    {"mlady_dat_sg", "mladému", "mlad"},
    {"mlady_ins_sg", "mladým", "mlad"},
    {"mlady_gen_pl", "mladých", "mlad"},
    {"mlady_ins_pl", "mladými", "mlad"},
    {"jarni_gen_sg", "jarního", "jarn"},
    {"jarni_dat_sg", "jarnímu", "jarn"},
    {"jarni_ins_pl", "jarními", "jarn"},
    // possessives: otcův, matčin
    {"otcuv_nom_sg", "bratrův", "bratr"},
    {"otcuv_fem", "bratrova", "bratr"},
    {"matcin_nom_sg", "sestřin", "sestř"},
    // consonant changes
    {"change_c_k", "vlci", "vlk"},
    {"change_c_k_hacek", "člověče", "člověk"},
    {"change_z_h", "vrazi", "vrah"},
    {"change_zh_h", "bože", "boh"},
    {"change_st_sk", "čeští", "česk"},
    {"change_ct_ck", "němečtí", "německ"},
    {"change_u_ring_o", "domů", "dom"},
    {"change_u_ring_o_nom", "dům", "dom"},
    {"change_floating_e", "pes", "ps"},
    {"change_floating_e_gen", "psa", "psa"},
    // an ending needs three letters before it
    {"short_oni", "oni", "oni"},
    {"short_rok", "roku", "rok"},
    {"short_single", "a", "a"},
    // what has no ending stays
    {"digits", "2012", "2012"},
};

INSTANTIATE_TEST_SUITE_P(Paradigms, CzechLightStem, testing::ValuesIn(kRows),
                         [](const testing::TestParamInfo<Row>& row) { return std::string(row.param.name); });

TEST(CzechLight, FoldedStemDoesNotDependOnDiacritics) {
  std::string with;
  std::string without;
  folded_light_stem("azylových", with);
  folded_light_stem("azylovych", without);
  EXPECT_EQ(with, "azylovych");
  EXPECT_EQ(without, with);
}

TEST(CzechLight, DocumentHasStemAndFoldedStem) {
  const CzechLight stemmer;
  Readings readings;
  stemmer.stem("žďáru", StemMode::document, readings);
  ASSERT_EQ(readings.size(), 2U);
  EXPECT_EQ(readings[0].term, "žďár");
  EXPECT_EQ(readings[0].kind, ReadingKind::lemma);
  EXPECT_EQ(readings[1].term, "zdar");
  EXPECT_EQ(readings[1].kind, ReadingKind::folded_stem);
}

TEST(CzechLight, QueryHasTheOneThatItsModeAsksFor) {
  const CzechLight stemmer;
  Readings readings;
  stemmer.stem("žďáru", StemMode::query, readings);
  ASSERT_EQ(readings.size(), 1U);
  EXPECT_EQ(readings[0].term, "žďár");
  stemmer.stem("zdaru", StemMode::folded_query, readings);
  ASSERT_EQ(readings.size(), 1U);
  EXPECT_EQ(readings[0].term, "zdar");
  EXPECT_EQ(readings[0].kind, ReadingKind::folded_stem);
}

}  // namespace
}  // namespace tvar::stemmers
