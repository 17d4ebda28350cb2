// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/learn_boilerplate.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <unordered_set>
#include <utility>
#include <vector>

#include "lib/indexing/boilerplate_learner.h"
#include "lib/readers/reader.h"

namespace tvar::indexing {
namespace {

// Larger files of one document are no pages of a site.
constexpr std::uint64_t kMaxPageBytes = std::uint64_t{512} << 10U;
constexpr std::uint64_t kDocumentsBetweenQuestions = 1024;
constexpr std::size_t kPagesBetweenQuestions = 64;

enum class Content : std::uint8_t { page, many_documents, other };

Content content_of(const FoundFile& file) {
  const readers::ReaderEntry* reader = readers::find_reader(file.path);
  if (reader == nullptr || file.bytes == 0) return Content::other;
  std::error_code failure;
  // A pipe can be read once.
  if (!std::filesystem::is_regular_file(file.path, failure)) return Content::other;
  for (const readers::ReadFunction read : {readers::read_json_lines, readers::read_json, readers::read_csv}) {
    if (reader->read == read) return Content::many_documents;
  }
  for (const readers::ReadFunction read :
       {readers::read_html, readers::read_plain_text, readers::read_markdown}) {
    if (reader->read == read) return file.bytes <= kMaxPageBytes ? Content::page : Content::other;
  }
  return Content::other;
}

void read(const FoundFile& file, std::uint64_t max_document_bytes,
          const std::function<bool(Document&&)>& take) {
  readers::read_placed(
      {.path = file.path, .id = file.id, .max_document_bytes = max_document_bytes},
      [&take](Document&& document, const std::string&) { return take(std::move(document)); },
      [](ReadProblem&&) {});
}

}  // namespace

std::string boilerplate_field(const Schema& schema) {
  const std::size_t main = store::FieldMap(schema).main_field();
  const bool is_text = main < schema.fields.size() && schema.fields[main].kind == FieldKind::text;
  return is_text ? schema.fields[main].name : std::string();
}

LearnedSources learn_from_files(std::span<const FoundFile> files, const std::string& field,
                                std::uint64_t max_document_bytes, const std::function<bool()>& go_on) {
  BoilerplateLearner learner(field);
  std::uint64_t documents = 0;
  const auto offer = [&](Document&& document) {
    learner.offer(document);
    return ++documents % kDocumentsBetweenQuestions != 0 || go_on();
  };
  for (std::size_t i = 0; i < files.size(); ++i) {
    const Content content = content_of(files[i]);
    if (content == Content::page) learner.offer(files[i].id, i);
    if (content == Content::many_documents) read(files[i], max_document_bytes, offer);
  }
  std::size_t pages = 0;
  for (const std::size_t wanted : learner.wanted()) {
    if (++pages % kPagesBetweenQuestions == 0 && !go_on()) break;
    read(files[wanted], max_document_bytes, [&](Document&& document) {
      learner.give(wanted, document);
      return true;
    });
  }
  return learner.learn();
}

void merge_known(const store::Writer& writer, LearnedSources& learned) {
  LearnedSources known;
  for (const auto& [name, source] : learned) read_boilerplate(writer, store::boilerplate_key(name), known);
  for (auto entry = learned.begin(); entry != learned.end();) {
    auto& [name, source] = *entry;
    const auto before = known.find(name);
    if (before != known.end() && 2 * source.documents < before->second.documents) {
      entry = learned.erase(entry);
      continue;
    }
    if (before != known.end()) {
      std::unordered_set<std::uint64_t> hashes;
      for (const LearnedLine& line : source.lines) hashes.insert(line.hash);
      std::copy_if(before->second.lines.begin(), before->second.lines.end(), std::back_inserter(source.lines),
                   [&hashes](const LearnedLine& line) { return !hashes.contains(line.hash); });
      source.documents = std::max(source.documents, before->second.documents);
    }
    ++entry;
  }
}

bool is_to_keep(const store::Writer& writer, Boilerplate choice) {
  if (choice == Boilerplate::as_before) return keeps_boilerplate(writer);
  return choice == Boilerplate::keep;
}

BoilerplateLines known_boilerplate(const store::Writer& writer, Boilerplate choice) {
  BoilerplateLines lines;
  if (is_to_keep(writer, choice)) {
    lines.keep_all();
    return lines;
  }
  LearnedSources known;
  read_boilerplate(writer, store::kBoilerplateKeyPrefix, known);
  for (const auto& [name, source] : known) lines.set(name, source);
  return lines;
}

void remember(store::Writer& writer, const LearnedSources& learned) {
  for (const auto& [name, source] : learned)
    writer.set_note(store::boilerplate_key(name), encode_source(name, source));
}

void remember_keeping(store::Writer& writer, bool keep) {
  if (keep != keeps_boilerplate(writer)) writer.set_note(store::kKeepBoilerplateKey, keep ? "1" : "");
}

void forget(store::Writer& writer) {
  std::vector<std::string> keys;
  writer.notes(store::kBoilerplateKeyPrefix,
               [&keys](std::string_view key, std::string_view) { keys.emplace_back(key); });
  for (const std::string& key : keys) writer.set_note(key, {});
}

}  // namespace tvar::indexing
