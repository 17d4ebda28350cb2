// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/readers/guess_format.h"

#include <algorithm>
#include <array>

#include "lib/readers/block_text.h"

namespace tvar::readers {
namespace {

struct Beginning {
  std::string_view bytes;
  std::string_view extension;
};

constexpr auto kBinary = std::to_array<Beginning>({{"%PDF-", ".pdf"},
                                                   {"\x1F\x8B", ""},
                                                   {"\x28\xB5\x2F\xFD", ""},
                                                   {"BZh", ""},
                                                   {{"\xFD"
                                                     "7zXZ\0",
                                                     6},
                                                    ""},
                                                   {"From ", ".mbox"}});

/// In lower case, behind white space.
constexpr auto kMarkup = std::to_array<Beginning>({{"<!doctype html", ".html"},
                                                   {"<html", ".html"},
                                                   {"<head", ".html"},
                                                   {"<?xml", ".html"},
                                                   {"received:", ".eml"},
                                                   {"return-path:", ".eml"},
                                                   {"delivered-to:", ".eml"},
                                                   {"mime-version:", ".eml"},
                                                   {"---\n", ".md"}});

bool holds(std::string_view head, std::string_view piece) {
  return head.find(piece) != std::string_view::npos;
}

std::string guess_zip(std::string_view head) {
  if (holds(head, "mimetypeapplication/vnd.oasis.opendocument.text")) return ".odt";
  return holds(head, "[Content_Types].xml") || holds(head, "word/document.xml") ? ".docx" : ".zip";
}

/// An object that ends on its first line is one of many, or may be read as such.
std::string guess_json(std::string_view text) {
  const std::string_view line = trimmed(text.substr(0, text.find('\n')));
  return text.front() == '{' && line.ends_with('}') ? ".jsonl" : ".json";
}

std::string lower_case(std::string_view ascii) {
  std::string result(ascii);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return result;
}

}  // namespace

std::string guess_format(std::string_view head) {
  constexpr std::string_view kTarMagic = "ustar";
  constexpr std::size_t kTarMagicAt = 257;
  for (const Beginning& beginning : kBinary) {
    if (head.starts_with(beginning.bytes)) return std::string(beginning.extension);
  }
  if (head.starts_with("PK\x03\x04")) return guess_zip(head);
  if (head.size() > kTarMagicAt && head.substr(kTarMagicAt).starts_with(kTarMagic)) return ".tar";
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const std::string_view text = trimmed(head);
  if (text.starts_with('{') || text.starts_with('[')) return guess_json(text);
  const std::string begin = lower_case(text.substr(0, 64));
  for (const Beginning& beginning : kMarkup) {
    if (begin.starts_with(beginning.bytes)) return std::string(beginning.extension);
  }
  return ".txt";
}

}  // namespace tvar::readers
