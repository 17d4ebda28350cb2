// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <utility>

#include "lib/readers/child_process.h"
#include "lib/readers/iso_date.h"
#include "lib/readers/reader.h"
#include "lib/text/utf8.h"

namespace tvar {
namespace readers {
namespace {

using Extension = std::string_view;
constexpr std::array<Extension, 2> kPlainText = {".txt", ".text"};
constexpr std::array<Extension, 3> kHtml = {".html", ".htm", ".xhtml"};
constexpr std::array<Extension, 2> kMarkdown = {".md", ".markdown"};
constexpr std::array<Extension, 2> kJsonLines = {".jsonl", ".ndjson"};

constexpr std::array<Extension, 1> kJson = {".json"};
constexpr std::array<Extension, 2> kCsv = {".csv", ".tsv"};
#ifdef TVAR_WITH_PDF
constexpr std::array<Extension, 1> kPdf = {".pdf"};
#endif
#ifdef TVAR_WITH_OFFICE
constexpr std::array<Extension, 1> kDocx = {".docx"};
constexpr std::array<Extension, 1> kOdt = {".odt"};
#endif
#ifdef TVAR_WITH_MAIL
constexpr std::array<Extension, 1> kMail = {".eml"};
constexpr std::array<Extension, 1> kMailbox = {".mbox"};
#endif
#ifdef TVAR_WITH_ARCHIVES
constexpr std::array<Extension, 1> kZip = {".zip"};
constexpr std::array<Extension, 2> kTar = {".tar", ".tgz"};
constexpr std::array<Extension, 4> kCompressed = {".gz", ".zst", ".bz2", ".xz"};
#endif
constexpr std::string_view kCompressedFile = "compressed file";

constexpr auto kReaders = std::to_array<ReaderEntry>({
    {"plain text", kPlainText, read_plain_text},
    {"HTML", kHtml, read_html},
    {"Markdown", kMarkdown, read_markdown},
    {"JSON lines", kJsonLines, read_json_lines},
    {"JSON", kJson, read_json},
    {"CSV", kCsv, read_csv},
#ifdef TVAR_WITH_PDF
    {"PDF", kPdf, nullptr},
#endif
#ifdef TVAR_WITH_OFFICE
    {"DOCX", kDocx, nullptr},
    {"ODT", kOdt, nullptr},
#endif
#ifdef TVAR_WITH_MAIL
    {"e-mail", kMail, nullptr},
    {"mailbox", kMailbox, nullptr},
#endif
#ifdef TVAR_WITH_ARCHIVES
    {"zip", kZip, nullptr},
    {"tar", kTar, nullptr},
    {kCompressedFile, kCompressed, nullptr},
#endif
});

std::string lower_case_extension(const std::filesystem::path& file) {
  std::string extension = file.extension().string();
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return extension;
}

/// A date in another spelling would be refused by a date field. Other fields keep what their author wrote.
void normalize_published(Document& document) {
  for (FieldValue& field : document.fields) {
    if (field.name != "published") continue;
    if (std::optional<std::string> date = iso_date(field.value)) field.value = std::move(*date);
  }
}

}  // namespace

std::span<const ReaderEntry> registry() noexcept {
  return kReaders;
}

const ReaderEntry* find_reader(const std::filesystem::path& file) {
  const std::string extension = lower_case_extension(file);
  for (const ReaderEntry& entry : kReaders) {
    const auto& known = entry.extensions;
    if (std::find(known.begin(), known.end(), extension) == known.end()) continue;
    // a.txt.gz is a file that can be read, a.jpeg.gz is not.
    const bool readable = entry.name != kCompressedFile ||
                          find_reader(std::filesystem::path(file).replace_extension()) != nullptr;
    return readable ? &entry : nullptr;
  }
  return nullptr;
}

Output::Output(const Source& source, const PlacedSink& documents, const ProblemSink& problems)
    : source_(source),
      documents_(documents),
      problems_(problems),
      path_(text::repair_utf8(source.path.string())) {}

bool Output::document(Document&& document, std::uint64_t line) const {
  if (document.id.empty()) document.id = source_.id;
  if (!document.has("source")) document.add("source", path_);
  normalize_published(document);
  return documents_(std::move(document), place(line));
}

void Output::warning(std::string message, std::uint64_t line) const {
  problems_({ReadProblem::Severity::warning, place(line), std::move(message)});
}

void Output::error(std::string message, std::uint64_t line) const {
  problems_({ReadProblem::Severity::error, place(line), std::move(message)});
}

std::string Output::place(std::uint64_t line) const {
  return line == 0 ? path_ : path_ + ":" + std::to_string(line);
}

bool read_placed(const Source& source, const PlacedSink& documents, const ProblemSink& problems) {
  const Output output(source, documents, problems);
  const ReaderEntry* reader = find_reader(source.path);
  if (reader == nullptr) {
    output.error("no reader knows this extension");
    return true;
  }
  if (reader->read != nullptr) return reader->read(source, output);
  for (const IsolatedReader& isolated : source.isolated) {
    if (isolated.name == reader->name) return isolated.read(source, output);
  }
  return read_in_child(source, output);
}

}  // namespace readers

inline namespace v1 {

bool is_readable(const std::filesystem::path& file) {
  return readers::find_reader(file) != nullptr;
}

std::vector<FileFormat> file_formats() {
  std::vector<FileFormat> formats;
  for (const readers::ReaderEntry& entry : readers::registry())
    formats.push_back({entry.name, {entry.extensions.begin(), entry.extensions.end()}});
  return formats;
}

bool read_file(const std::filesystem::path& file, std::string_view id, const DocumentSink& documents,
               const ProblemSink& problems, const ReadOptions& options) {
  const readers::Source source{.path = file, .id = std::string(id), .helper = options.reader};
  const readers::PlacedSink placed = [&documents](Document&& document, const std::string&) {
    return documents(std::move(document));
  };
  return readers::read_placed(source, placed, problems);
}

}  // namespace v1
}  // namespace tvar
