// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/readers/printed_text.h"

#include <gtest/gtest.h>

namespace tvar::readers {
namespace {

std::string joined(std::string_view page) {
  BlockText text;
  append_printed(text, page);
  return text.take();
}

TEST(PrintedText, LinesOfAParagraphBecomeRunningText) {
  EXPECT_EQ(joined("Azylový dům\nnabízí lůžka.\n\nDalší odstavec\n"),
            "Azylový dům nabízí lůžka.\n\nDalší odstavec");
  EXPECT_EQ(joined(""), "");
  EXPECT_EQ(joined("\n\n\n"), "");
  EXPECT_EQ(joined("bez konce"), "bez konce");
}

TEST(PrintedText, DividedWordsAreJoined) {
  EXPECT_EQ(joined("zaměst-\nnanost"), "zaměstnanost");
  EXPECT_EQ(joined("ne-\nroz-\nděleno dál"), "nerozděleno dál");
  EXPECT_EQ(joined("zaměst\u00AD\nNANOST"), "zaměstNANOST");
  EXPECT_EQ(joined("zaměst\u2010\nnanost"), "zaměstnanost");
}

TEST(PrintedText, HyphensOfWordsStay) {
  EXPECT_EQ(joined("česko-\n-německý"), "česko-německý");
  EXPECT_EQ(joined("Praha-\nLibeň"), "Praha-Libeň");
  EXPECT_EQ(joined("10-\n15 lidí"), "10-15 lidí");
  EXPECT_EQ(joined("konec -\nzačátek"), "konec - začátek");
  EXPECT_EQ(joined("slovo-\n\nodstavec"), "slovo-\n\nodstavec");
}

TEST(PrintedText, BulletsAreItems) {
  EXPECT_EQ(joined("Úvod\n• první\n• druhý, roz-\ndělený\n\nZávěr"),
            "Úvod\n\n• první\n• druhý, rozdělený\n\nZávěr");
}

}  // namespace
}  // namespace tvar::readers
