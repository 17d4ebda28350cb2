// SPDX-License-Identifier: GPL-2.0-or-later
// The parts that shape or read streams: lines, tables, numbers, the progress line, runs for TREC.
#include "cli/output.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>

#include "cli/format.h"
#include "cli/lines.h"
#include "cli/progress.h"
#include "cli/search_batch.h"
#include "cli/search_request.h"
#include "cli/table.h"

namespace tvar::cli {
namespace {

using Strings = std::vector<std::string>;

class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& text) : descriptor_(::mkstemp(name_.data())) {
    EXPECT_EQ(::write(descriptor_, text.data(), text.size()), static_cast<ssize_t>(text.size()));
  }
  ~TemporaryFile() {
    ::close(descriptor_);
    ::unlink(name_.c_str());
  }
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  std::string name_ = ::testing::TempDir() + "tvar_output_XXXXXX";
  int descriptor_;
};

Strings lines_of(const std::string& text) {
  const TemporaryFile file(text);
  LineReader reader(file.name());
  Strings lines;
  for (std::string_view line; reader.next(line);) lines.emplace_back(line);
  return lines;
}

TEST(LineReader, SplitsAtEveryKindOfLineEnd) {
  EXPECT_EQ(lines_of(""), Strings{});
  EXPECT_EQ(lines_of("\n"), Strings{""});
  EXPECT_EQ(lines_of("a\n\nb"), (Strings{"a", "", "b"}));
  EXPECT_EQ(lines_of("a\r\nb\r\n"), (Strings{"a", "b"}));
  EXPECT_EQ(lines_of("a\r"), Strings{"a\r"});
  EXPECT_EQ(lines_of(std::string("a\0b\n", 4)), Strings{std::string("a\0b", 3)});
}

TEST(LineReader, ReadsLinesLongerThanItsPieces) {
  const std::string longline(200'000, 'x');
  EXPECT_EQ(lines_of("a\n" + longline + "\nb\n" + longline), (Strings{"a", longline, "b", longline}));
}

TEST(LineReader, NamesTheFileThatCannotBeRead) {
  try {
    LineReader reader("/nonexistent/words");
    FAIL();
  } catch (const ReadFailure& failure) {
    EXPECT_EQ(failure.file, "/nonexistent/words");
    EXPECT_EQ(failure.reason, "No such file or directory");
  }
}

TEST(Output, SaysWhyItCannotWrite) {
  Output full(::open("/dev/full", O_WRONLY));
  full.line("data");
  EXPECT_THROW(full.flush(), WriteFailure);
  ::close(full.descriptor());
}

TEST(Table, AlignsByColumns) {
  const TemporaryFile file("");
  Output out(file.descriptor());
  Table table({Align::left, Align::right});
  table.add({"Ústí nad Labem", "5"});
  table.add({"Brno\n", "12"});
  table.print(out, 2);
  out.flush();
  EXPECT_EQ(LineReader(file.name()).rest(), "  Ústí nad Labem   5\n  Brno            12\n");
}

TEST(Format, Numbers) {
  EXPECT_EQ(format_number(1.005, 1), "1.0");
  EXPECT_EQ(format_number(-0.5, 6), "-0.500000");
  EXPECT_EQ(format_bytes(0), "0 B");
  EXPECT_EQ(format_bytes(999), "999 B");
  EXPECT_EQ(format_bytes(1000), "1.0 kB");
  EXPECT_EQ(format_bytes(37'249'000), "37.2 MB");
  EXPECT_EQ(format_bytes(999'999), "1.0 MB");
  EXPECT_EQ(format_bytes(18'446'744'073'709'551'615U), "18446.7 PB");
}

TEST(ProgressLine, ShowsHowFarItIs) {
  const LoadProgress half{.files = 3,
                          .files_total = 6,
                          .bytes = 1'200'000,
                          .bytes_total = 2'400'000,
                          .documents = 9,
                          .current = "schůze/2010.html"};
  EXPECT_EQ(progress_line(half, 2, Messages(Language::english), 100),
            "[#####     ]  50 %  0:02 left, 600.0 kB/s, files: 3/6, 1.2 MB, documents: 9  schůze/2010.html");
  EXPECT_EQ(progress_line(half, 4000, Messages(Language::czech), 60),
            "[#####     ]  50 %  zbývá 1:06:40, 300 B/s, soubory: 3/6, 1…");
  EXPECT_EQ(progress_line(half, 0.5, Messages(Language::english), 60),  // too early to tell
            "[#####     ]  50 %  2.4 MB/s, files: 3/6, 1.2 MB, documents…");
  EXPECT_EQ(progress_line({}, 1, Messages(Language::english), 100),
            "[          ]   0 %  files: 0/0, 0 B, documents: 0  ");
}

// While it is merged, nobody knows how long that takes.
TEST(ProgressLine, SaysNothingOfTheTimeAfterTheLastFile) {
  const LoadProgress all{.files = 6,
                         .files_total = 6,
                         .bytes = 90'000'000,
                         .bytes_total = 90'000'000,
                         .documents = 9,
                         .current = ""};
  EXPECT_EQ(progress_line(all, 9, Messages(Language::english), 100),
            "[##########] 100 %  10.0 MB/s, files: 6/6, 90.0 MB, documents: 9  ");
}

TEST(TrecId, HasNoWhiteSpace) {
  EXPECT_EQ(trec_id("a/b c.html"), "a/b%20c.html");
  EXPECT_EQ(trec_id("a\t\nb%20"), "a%09%0Ab%20");
  EXPECT_EQ(trec_id("schůze"), "schůze");
}

TEST(SplitLists, KeepsTheOrderAndDropsRepetitions) {
  EXPECT_EQ(split_lists({"town,year", "member", "year,,town"}), (Strings{"town", "year", "member"}));
  EXPECT_EQ(split_lists({}), Strings{});
}

TEST(SortOf, ReadsFieldsAndDirections) {
  const auto sort = [](const std::string& value) {
    return sort_of(parse_arguments(Command::search, {"--sort", value}));
  };
  EXPECT_EQ(sort("score").field, "");
  EXPECT_EQ(sort("year").field, "year");
  EXPECT_FALSE(sort("year").descending);
  EXPECT_FALSE(sort("year:asc").descending);
  EXPECT_TRUE(sort("year:desc").descending);
  for (const std::string wrong : {":desc", "year:down", "year:", "score:desc", "year:desc:asc"}) {
    EXPECT_THROW(static_cast<void>(sort(wrong)), UsageError) << wrong;
  }
}

}  // namespace
}  // namespace tvar::cli
