// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/lexicon/image.h"

#include <gtest/gtest.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "stemmers/czech.h"
#include "stemmers/lexicon/lexicon.h"
#include "tests/stemmers/lexicon/small_lexicon.h"
#include "tvar/error.h"

namespace tvar::stemmers::lexicon {
namespace {

std::vector<std::byte> good_bytes() {
  return make_bytes(make_data({{"dům", "dům"},
                               {"domu", "dům"},
                               {"domem", "dům"},
                               {"domech", "dům"},
                               {"ženami", "žena"},
                               {"ženou", "žena"},
                               {"nedělám", "dělat", WordClass::verb, true}},
                              {{"žena", "ženin", DerivationKind::possessive}}));
}

// What opening `bytes` throws; code and message.
std::pair<int, std::string> refusal(std::vector<std::byte> bytes) {
  try {
    const Image image(std::move(bytes), "some.lexicon");
  } catch (const Error& error) {
    EXPECT_FALSE(error.hint().empty());
    return {static_cast<int>(error.code()), error.what()};
  }
  return {0, "accepted"};
}

const int kCorrupt = static_cast<int>(ErrorCode::corrupt);

template <typename Change>
std::vector<std::byte> with_header(Change&& change) {
  std::vector<std::byte> bytes = good_bytes();
  Header header;
  std::memcpy(&header, bytes.data(), sizeof(header));
  change(header);
  std::memcpy(bytes.data(), &header, sizeof(header));
  return bytes;
}

TEST(LexiconImage, OpensWhatTheBuilderMade) {
  const Image image(good_bytes(), "some.lexicon");
  EXPECT_EQ(image.source_version(), "test");
  EXPECT_EQ(image.header().forms, 7U);
  EXPECT_EQ(image.header().readings, 7U);
}

TEST(LexiconImage, SameDataMakesTheSameBytes) {
  EXPECT_EQ(good_bytes(), good_bytes());
}

TEST(LexiconImage, RefusesForeignFiles) {
  EXPECT_EQ(refusal({}), std::pair(kCorrupt, std::string("some.lexicon: too short for a lexicon image")));
  EXPECT_EQ(refusal(std::vector<std::byte>(4096, std::byte{'x'})),
            std::pair(kCorrupt, std::string("some.lexicon: not a lexicon image")));
}

TEST(LexiconImage, RefusesOtherFormats) {
  EXPECT_EQ(refusal(with_header([](Header& header) { header.format_version = kFormatVersion + 1; })),
            std::pair(static_cast<int>(ErrorCode::format_too_new),
                      std::string("some.lexicon: has format 2, this program knows up to 1")));
  EXPECT_EQ(refusal(with_header([](Header& header) { header.format_version = 0; })),
            std::pair(static_cast<int>(ErrorCode::format_too_old),
                      std::string("some.lexicon: has format 0, this program reads 1")));
}

TEST(LexiconImage, RefusesEveryTruncation) {
  const std::vector<std::byte> bytes = good_bytes();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto end = bytes.begin() + static_cast<std::ptrdiff_t>(size);
    EXPECT_EQ(refusal(std::vector<std::byte>(bytes.begin(), end)).first, kCorrupt) << size;
  }
}

TEST(LexiconImage, RefusesEveryChangedByte) {
  const std::vector<std::byte> bytes = good_bytes();
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::vector<std::byte> damaged = bytes;
    damaged[i] ^= std::byte{0x10};
    EXPECT_NE(refusal(std::move(damaged)).first, 0) << i;
  }
}

TEST(LexiconImage, RefusesPartsThatLieOutside) {
  std::vector<std::byte> bytes = with_header([](Header& header) { header.arcs.size = 0xFFFFFFF0U; });
  seal_image(bytes);
  EXPECT_EQ(refusal(bytes),
            std::pair(kCorrupt, std::string("some.lexicon: a part lies outside of the file")));
  bytes = with_header([](Header& header) { header.root = header.arcs.size; });
  seal_image(bytes);
  EXPECT_EQ(refusal(bytes), std::pair(kCorrupt, std::string("some.lexicon: the automaton makes no sense")));
}

// Damage with checksums that fit, as nobody but an attacker makes it: refused or survived, never out of bounds. The
// sanitizers see the bounds.
TEST(LexiconImage, SurvivesForgedContent) {
  const unsigned seed = 20240711;
  std::mt19937 random(seed);
  const std::vector<std::byte> bytes = good_bytes();
  for (int round = 0; round < 2000; ++round) {
    std::vector<std::byte> forged = bytes;
    for (auto changes = random() % 8 + 1; changes > 0; --changes) {
      forged[sizeof(Header) + random() % (forged.size() - sizeof(Header))] = static_cast<std::byte>(random());
    }
    seal_image(forged);
    try {
      const Czech stemmer(Image(std::move(forged), "forged"), false);
      Readings readings;
      for (const std::string_view word : {"dům", "domech", "ženami", "nedělám", "nejženatější", "neznámý"}) {
        for (const StemMode mode : {StemMode::document, StemMode::folded_query}) {
          stemmer.stem(word, mode, readings);
          ASSERT_FALSE(readings.empty()) << word << ", seed " << seed << ", round " << round;
        }
      }
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::corrupt) << "seed " << seed << ", round " << round;
    }
  }
}

TEST(LexiconImage, MissingFileIsNotFound) {
  try {
    const Image image(std::filesystem::path("/nonexistent/czech.lexicon"));
    FAIL() << "opened";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::not_found);
    EXPECT_EQ(std::string(error.what()),
              "/nonexistent/czech.lexicon: open failed: No such file or directory");
  }
}

TEST(LexiconImage, DirectoryIsNoImage) {
  try {
    const Image image(std::filesystem::temp_directory_path());
    FAIL() << "opened";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::io);
  }
}

TEST(LexiconImage, IsMappedFromAFile) {
  const std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("tvar_image_test_" + std::to_string(std::random_device()()));
  const std::vector<std::byte> bytes = good_bytes();
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  Image image(path);
  std::filesystem::remove(path);
  const Image moved = std::move(image);
  EXPECT_EQ(moved.source_version(), "test");
  EXPECT_EQ(moved.content_hash(), Image(bytes, "memory").content_hash());
}

}  // namespace
}  // namespace tvar::stemmers::lexicon
