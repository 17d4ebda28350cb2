// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/readers/block_text.h"

#include <gtest/gtest.h>

#include <string>

namespace tvar::readers {
namespace {

void add_block(BlockText& out, std::string_view text) {
  out.boundary();
  out.text(text);
  out.boundary();
}

void add_item(BlockText& out, std::string_view text) {
  out.open_item();
  out.text(text);
  out.close_item();
}

void add_cell(BlockText& out, std::string_view text) {
  out.open_cell();
  out.text(text);
}

TEST(BlockText, SeparatesBlocksByABlankLine) {
  BlockText out;
  add_block(out, "První");
  out.boundary();
  add_block(out, "druhý");
  EXPECT_EQ(out.take(), "První\n\ndruhý");
}

TEST(BlockText, SqueezesWhiteSpaceAndKeepsNoBreakSpaces) {
  BlockText out;
  out.text("  s\u00A0dětmi \t a\r\n s");
  out.text("eniory ");
  out.text(" dnes  ");
  EXPECT_EQ(out.take(), "s\u00A0dětmi a seniory dnes");
}

TEST(BlockText, DropsBlocksOfSpacesAndOfScriptRemnants) {
  BlockText out;
  add_block(out, "a");
  add_block(out, " \u00A0 \u00A0");
  add_block(out, "//]]>");
  add_block(out, "b");
  EXPECT_EQ(out.take(), "a\n\nb");
}

TEST(BlockText, BreaksLinesAtMostTwice) {
  BlockText out;
  out.line_break();
  out.text("a ");
  out.line_break();
  out.text(" b");
  for (int i = 0; i < 300; ++i) out.line_break();
  out.text("c");
  out.line_break();
  EXPECT_EQ(out.take(), "a\nb\n\nc");
}

TEST(BlockText, PutsABulletBeforeEachItem) {
  BlockText out;
  add_block(out, "Členové:");
  out.open_list();
  add_item(out, "Apoštolská církev");
  add_item(out, "");
  add_item(out, "Royal Rangers");
  out.close_list();
  add_block(out, "Inspirace");
  EXPECT_EQ(out.take(), "Členové:\n\n• Apoštolská církev\n• Royal Rangers\n\nInspirace");
}

TEST(BlockText, NestedListsAreOneList) {
  BlockText out;
  out.open_list();
  out.open_item();
  out.text("bydlení");
  out.open_list();
  add_item(out, "azylový dům");
  add_item(out, "prostupné bydlení");
  out.close_list();
  out.close_item();
  add_item(out, "práce");
  out.close_list();
  add_block(out, "konec");
  EXPECT_EQ(out.take(), "• bydlení\n• azylový dům\n• prostupné bydlení\n• práce\n\nkonec");
}

TEST(BlockText, ParagraphsOfAnItemStayTogether) {
  BlockText out;
  out.open_list();
  out.open_item();
  add_block(out, "Město Přerov");
  add_block(out, "odbor školství");
  out.close_item();
  add_item(out, "Úřad práce");
  out.close_list();
  EXPECT_EQ(out.take(), "• Město Přerov\nodbor školství\n• Úřad práce");
}

TEST(BlockText, JoinsTheCellsOfARow) {
  BlockText out;
  add_block(out, "Rozpočet");
  out.boundary();
  for (const auto& row :
       {std::pair{"Rok", "Částka"}, std::pair{"2010", "12 000 Kč"}, std::pair{"", "celkem"}}) {
    out.open_row();
    add_cell(out, row.first);
    add_cell(out, row.second);
    out.close_row();
  }
  out.boundary();
  add_block(out, "konec");
  EXPECT_EQ(out.take(), "Rozpočet\n\nRok | Částka\n2010 | 12 000 Kč\ncelkem\n\nkonec");
}

TEST(BlockText, AParagraphInACellChangesNothing) {
  BlockText out;
  out.open_row();
  for (const char* cell : {"Rok", "2010"}) {
    out.open_cell();
    add_block(out, cell);
  }
  out.close_row();
  EXPECT_EQ(out.take(), "Rok | 2010");
}

TEST(BlockText, CellsOfSeveralBlocksAreLayout) {
  BlockText out;
  out.open_row();
  out.open_cell();
  add_block(out, "Úvod");
  add_block(out, "Kontakty");
  out.open_cell();
  add_block(out, "Lokální partnerství");
  out.close_row();
  out.open_row();
  add_cell(out, "patička");
  out.close_row();
  EXPECT_EQ(out.take(), "Úvod\n\nKontakty\n\nLokální partnerství\n\npatička");
}

TEST(BlockText, ATableInACellIsLayout) {
  BlockText out;
  out.open_row();
  out.open_cell();
  out.boundary();
  out.open_row();
  add_cell(out, "a");
  add_cell(out, "b");
  out.close_row();
  out.boundary();
  add_cell(out, "c");
  out.close_row();
  EXPECT_EQ(out.take(), "a | b\n\nc");
}

TEST(BlockText, ATableBetweenCellsIsLayout) {
  BlockText out;
  out.open_row();
  add_cell(out, "x");
  out.open_cell();
  out.open_row();
  add_cell(out, "a");
  add_cell(out, "b");
  out.close_row();
  add_cell(out, "y");
  out.close_row();
  EXPECT_EQ(out.take(), "x | a | b\n\ny");
}

TEST(BlockText, KeepsPreformattedLines) {
  BlockText out;
  out.boundary();
  out.preformatted("Po  8–16\n");
  out.preformatted("  Út 8–12\n\n\n");
  out.boundary();
  out.text("x");
  EXPECT_EQ(out.take(), "Po  8–16\n  Út 8–12\n\nx");
}

TEST(BlockText, IgnoresWhatClosesTooMuch) {
  BlockText out;
  out.close_item();
  out.close_list();
  out.close_row();
  out.open_cell();
  out.text("a");
  out.open_cell();
  out.text("b");
  out.close_row();
  out.close_list();
  EXPECT_EQ(out.take(), "a\n\nb");
}

TEST(Squeezed, IsOneLine) {
  EXPECT_EQ(squeezed(" \n Zápis \t z\n jednání\u00A0 "), "Zápis z jednání");
  EXPECT_EQ(squeezed("\u00A0 \n"), "");
}

}  // namespace
}  // namespace tvar::readers
