// SPDX-License-Identifier: GPL-2.0-or-later
// Two writers of one index: a writer is moved, never copied.
// EXPECT: deleted
#include <utility>

#include "tvar/index_writer.h"

tvar::IndexWriter hand_over(tvar::IndexWriter& writer) {
#ifdef MISUSE
  return writer;
#else
  return std::move(writer);
#endif
}
