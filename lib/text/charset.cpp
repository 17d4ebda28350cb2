// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/text/charset.h"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "lib/text/character.h"
#include "lib/text/icu.h"
#include "lib/text/utf8.h"

namespace tvar::text {
namespace {

/// Detection looks at this many bytes: more evidence changes nothing and costs time.
constexpr std::size_t kSampleBytes = std::size_t{64} << 10U;

struct Mark {
  std::string_view bytes;
  const char* charset;
};

/// UTF-32LE before UTF-16LE, whose mark is its beginning.
constexpr std::array kMarks = {Mark{{"\xEF\xBB\xBF", 3}, "UTF-8"}, Mark{{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
                               Mark{{"\0\0\xFE\xFF", 4}, "UTF-32BE"}, Mark{{"\xFF\xFE", 2}, "UTF-16LE"},
                               Mark{{"\xFE\xFF", 2}, "UTF-16BE"}};

const Mark* find_mark(std::string_view bytes) {
  const auto* const mark =
      std::find_if(kMarks.begin(), kMarks.end(), [&](const Mark& m) { return bytes.starts_with(m.bytes); });
  return mark == kMarks.end() ? nullptr : mark;
}

icu::Converter open_converter(const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Converter converter(ucnv_open(charset.c_str(), &status));
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

/// ICU's preferred spelling, so that "cp1250", "WINDOWS-1250" and "win-1250" are reported alike.
std::string canonical_name(const std::string& charset) {
  for (const char* standard : {"MIME", "IANA"}) {
    UErrorCode status = U_ZERO_ERROR;
    const char* const name = ucnv_getStandardName(charset.c_str(), standard, &status);
    if (U_SUCCESS(status) && name != nullptr) return name;
  }
  return charset;
}

/// Converts in pieces of a fixed pivot buffer, so that size is no matter. U+FFFD for what cannot be converted.
std::string convert(std::string_view bytes, UConverter* from) {
  const icu::Converter to = open_converter("UTF-8");
  std::array<char16_t, 4096> pivot{};
  std::array<char, 8192> chunk{};
  char16_t* pivot_source = pivot.data();
  char16_t* pivot_target = pivot.data();
  const char* source = bytes.data();
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  for (bool first = true; status == U_BUFFER_OVERFLOW_ERROR; first = false) {
    status = U_ZERO_ERROR;
    char* target = chunk.data();
    ucnv_convertEx(to.get(), from, &target, chunk.data() + chunk.size(), &source, bytes.data() + bytes.size(),
                   pivot.data(), &pivot_source, &pivot_target, pivot.data() + pivot.size(),
                   static_cast<UBool>(first), 1, &status);
    out.append(chunk.data(), static_cast<std::size_t>(target - chunk.data()));
  }
  return out;
}

std::size_t count_replacements(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find("\xEF\xBF\xBD"); at != std::string_view::npos;
       at = text.find("\xEF\xBF\xBD", at + 3)) {
    ++count;
  }
  return count;
}

/// How a letter speaks for Czech, per character.
int czech_weight(char32_t c) {
  static constexpr std::u32string_view kLower = U"áčďéěíňóřšťúůýž";
  static constexpr std::u32string_view kUpper = U"ÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ";
  static constexpr std::u32string_view kRare = U"äĺľôŕöüÄĽÔÖÜß„“”‚‘’–—…•°§×€®©™»«´\u00A0\u00AD";
  if (kLower.find(c) != kLower.npos) return 3;
  if (kUpper.find(c) != kUpper.npos) return 2;
  return kRare.find(c) != kRare.npos ? 1 : -4;
}

/// A capital behind a small letter, a small letter before a capital, a symbol inside or before a word: each betrays
/// the wrong table.
bool is_odd(char32_t before, char32_t c, char32_t after) {
  if (is_letter(c)) return (is_lower(before) && is_upper(c)) || (is_lower(c) && is_upper(after));
  const bool inside = is_letter(before) && is_letter(after) && c != 0xAD && c != 0x2019;
  return inside || ((c == U'©' || c == U'®') && is_letter(after));
}

/// The evidence that the sample, read with this encoding, is Czech: at most 3, the mean of its non-ASCII characters.
double czech_score(std::string_view sample, const char* charset) {
  const icu::Converter converter = open_converter(charset);
  if (!converter) return -1e9;
  const std::string text = convert(sample, converter.get());
  long sum = 0;
  long count = 0;
  char32_t before = U' ';
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    at += point.length;
    if (point.value >= 0x80) {
      const bool odd = is_odd(before, point.value, code_point_at(text, at).value);
      sum += czech_weight(point.value) - (odd ? 6 : 0);
      ++count;
    }
    before = point.value;
  }
  return count == 0 ? 0 : static_cast<double>(sum) / static_cast<double>(count);
}

struct Guess {
  const char* charset = nullptr;
  double score = 0;
};

/// The best of the encodings that Czech was written in. Order decides a tie: most texts have none of the letters
/// in which the first two differ.
Guess guess_czech(std::string_view sample) {
  Guess best;
  for (const char* charset : {"windows-1250", "ISO-8859-2", "IBM852", "x-mac-centraleurroman"}) {
    const double score = czech_score(sample, charset);
    if (best.charset == nullptr || score > best.score) best = {charset, score};
  }
  return best;
}

/// Above this the text is Czech beyond doubt: two of three non-ASCII characters are Czech letters, say.
constexpr double kCertain = 1.5;

std::string detect_by_icu(std::string_view sample) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, icu::Closer<ucsdet_close>> detector(ucsdet_open(&status));
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
  const UCharsetMatch* const match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr || ucsdet_getConfidence(match, &status) < 20)
    return "windows-1250";
  const char* const name = ucsdet_getName(match, &status);
  return U_SUCCESS(status) && name != nullptr ? name : "windows-1250";
}

/// UTF-16 without a mark: Latin text has its NULs in every second byte.
const char* utf16_without_mark(std::string_view sample) {
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == '\0' ? 1 : 0;
  const std::size_t half = sample.size() / 2;
  if (half < 2) return nullptr;
  if (zeros[1] * 2 > half && zeros[0] * 8 < half) return "UTF-16LE";
  if (zeros[0] * 2 > half && zeros[1] * 8 < half) return "UTF-16BE";
  return nullptr;
}

/// UTF-8 with a few faults, cut or pasted wrongly: ten good sequences for each bad one.
bool is_damaged_utf8(std::string_view sample) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t at = 0; at < sample.size();) {
    const CodePoint point = code_point_at(sample, at);
    bad += point.valid ? 0 : 1;
    good += point.valid && point.length > 1 ? 1 : 0;
    at += point.length;
  }
  return good > 0 && good >= bad * 10;
}

bool has_c1_controls(std::string_view text) {
  for (std::size_t at = text.find('\xC2'); at != std::string_view::npos; at = text.find('\xC2', at + 1)) {
    if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0) return true;
  }
  return false;
}

/// The declared encoding when the bytes bear it out.
std::optional<std::string> believable(std::string_view sample, std::string_view declared,
                                      const Guess& czech) {
  const std::string name = canonical_name(std::string(declared));
  const icu::Converter converter = declared.empty() ? nullptr : open_converter(name);
  if (!converter || name == "UTF-8") return std::nullopt;  // UTF-8 was tried and is not
  const std::string text = convert(sample, converter.get());
  if (count_replacements(text) != 0 || has_c1_controls(text)) return std::nullopt;
  if (czech.score >= kCertain && czech_score(sample, name.c_str()) < czech.score - 0.1) return std::nullopt;
  return name;
}

std::string detect(std::string_view bytes, std::string_view declared) {
  const std::string_view sample = bytes.substr(0, kSampleBytes);
  if (const char* const wide = utf16_without_mark(sample)) return wide;
  if (is_damaged_utf8(sample)) return "UTF-8";
  const Guess czech = guess_czech(sample);
  if (const auto name = believable(sample, declared, czech)) return *name;
  return czech.score >= kCertain ? czech.charset : detect_by_icu(sample);
}

}  // namespace

Decoded decode_as(std::string_view bytes, const std::string& charset) {
  Decoded result;
  result.charset = canonical_name(charset);
  if (result.charset == "UTF-8") {
    result.text = repair_utf8(bytes, &result.replaced);
  } else if (const icu::Converter converter = open_converter(charset)) {
    result.text = convert(bytes, converter.get());
    result.replaced = count_replacements(result.text);
  }
  return result;
}

bool is_plain_utf8(std::string_view bytes) noexcept {
  return find_mark(bytes) == nullptr && utf16_without_mark(bytes.substr(0, kSampleBytes)) == nullptr &&
         is_valid_utf8(bytes);
}

Decoded decode(std::string_view bytes, std::string_view declared_charset) {
  if (const Mark* const mark = find_mark(bytes)) {
    return decode_as(bytes.substr(mark->bytes.size()), mark->charset);
  }
  if (is_plain_utf8(bytes)) return {std::string(bytes), "UTF-8", 0};
  Decoded result = decode_as(bytes, detect(bytes, declared_charset));
  return is_valid_utf8(result.text) ? result : decode_as(bytes, "UTF-8");
}

bool looks_binary(std::string_view bytes) noexcept {
  const std::string_view sample = bytes.substr(0, kSampleBytes);
  if (const Mark* const mark = find_mark(bytes); mark != nullptr && mark->charset != kMarks[0].charset)
    return false;
  if (utf16_without_mark(sample) != nullptr) return false;
  std::size_t controls = 0;
  for (const char c : sample) {
    if (c == '\0') return true;
    const auto byte = static_cast<unsigned char>(c);
    // Tab, line feed, form feed, carriage return and escape (terminal logs) are met in text.
    if ((byte < 0x20 && !(byte >= 0x09 && byte <= 0x0D) && byte != 0x1B) || byte == 0x7F) ++controls;
  }
  return controls * 20 > sample.size();
}

}  // namespace tvar::text
