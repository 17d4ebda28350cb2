// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes, repaired: tokens are valid UTF-8 and their ranges ordered, inside the text, on code-point boundaries;
// batches give the same tokens; sentences neither overlap nor leave the text; normalising twice changes nothing.
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "lib/text/charset.h"
#include "lib/text/graphemes.h"
#include "lib/text/normalizer.h"
#include "lib/text/sentences.h"
#include "lib/text/tokenizer.h"
#include "lib/text/utf8.h"

namespace {

using namespace tvar::text;

void require(bool holds) {
  if (!holds) std::abort();
}

bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (at < text.size() && is_code_point_start(text[at]));
}

void check_tokens(std::string_view text, Tokenizer& tokenizer) {
  std::vector<Token> tokens;
  tokenizer.tokenize(text, tokens);
  std::size_t last_begin = 0;
  std::size_t plain = 0;
  for (const Token& token : tokens) {
    require(!token.text.empty() && token.text.size() <= kMaxTokenBytes && is_valid_utf8(token.text));
    require(last_begin <= token.begin && token.begin < token.end);
    require(is_boundary(text, token.begin) && is_boundary(text, token.end));
    require(token.is_extra ? token.position <= plain : token.position == plain);
    plain += token.is_extra ? 0 : 1;
    last_begin = token.begin;
  }
  std::size_t batched = 0;
  tokenizer.tokenize(text, [&](std::span<const Token> batch) {
    batched += batch.size();
    return true;
  });
  require(batched == tokens.size());
}

void check_sentences(std::string_view text) {
  std::vector<ByteRange> passages;
  split_sentences(text, passages);
  std::size_t last_end = 0;
  for (const ByteRange& passage : passages) {
    require(last_end <= passage.begin && passage.begin < passage.end);
    require(is_boundary(text, passage.begin) && is_boundary(text, passage.end));
    last_end = passage.end;
  }
}

void check_normalizer(std::string_view text) {
  Normalizer first;
  Normalizer second;
  const std::string once(first.normalize(text));
  require(is_valid_utf8(once));
  require(second.normalize(once) == once);
}

void check_cuts(std::string_view text) {
  for (const std::size_t at : {text.size() / 3, text.size() / 2}) {
    const std::size_t floor = grapheme_floor(text, at);
    require(floor <= at && is_boundary(text, floor));
    require(is_boundary(text, word_cut(text, at)));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static Tokenizer tokenizer;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string text = repair_utf8(bytes);
  check_tokens(text, tokenizer);
  check_sentences(text);
  check_normalizer(text);
  check_cuts(text);
  require(is_valid_utf8(decode(bytes).text));
  return 0;
}
