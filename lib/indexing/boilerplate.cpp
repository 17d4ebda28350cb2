// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/boilerplate.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "lib/readers/block_text.h"
#include "lib/text/utf8.h"

namespace tvar::indexing {
namespace {

constexpr std::string_view kNoteVersion = "1";
constexpr std::size_t kMaxSourceBytes = 200;
// A title may be longer than a sentence, but a sentence ends with a mark.
constexpr std::size_t kShortLine = 200;
constexpr std::size_t kShortSentence = 60;
// Lines between a menu and what belongs to it: a title, a date, the items of a submenu.
constexpr std::size_t kMaxGap = 3;
// So many repeated lines on end are no headings of a form: the content of the form would stand between them.
constexpr std::size_t kRun = 4;

std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t state = 0xcbf29ce484222325U;  // FNV-1a
  for (const char byte : bytes) state = (state ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
  return state;
}

std::string usable(std::string_view source) {
  const bool is_plain = source.size() <= kMaxSourceBytes && source.find('\n') == std::string_view::npos;
  return is_plain ? std::string(source) : std::string();
}

std::string host_of(std::string_view address) {
  const std::size_t scheme = address.find("://");
  if (scheme == std::string_view::npos) return {};
  address.remove_prefix(scheme + 3);
  std::string host = usable(address.substr(0, address.find_first_of("/?#:")));
  for (char& c : host) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  if (host.starts_with("www.")) host.erase(0, 4);
  return host;
}

bool ends_with_mark(std::string_view line) {
  constexpr std::string_view kMarks = ".!?";
  constexpr std::string_view kEllipsis = "…";
  return kMarks.find(line.back()) != std::string_view::npos || line.ends_with(kEllipsis);
}

PageLine describe(std::string_view line, std::size_t begin) {
  constexpr auto kBullets = std::to_array<std::string_view>({"• ", "- ", "* ", "– ", "· "});
  return {.range = {begin, begin + line.size()},
          .hash = hash_of(line),
          .is_short = line.size() <= (ends_with_mark(line) ? kShortSentence : kShortLine),
          .is_item = std::any_of(kBullets.begin(), kBullets.end(),
                                 [line](std::string_view bullet) { return line.starts_with(bullet); }),
          .is_label = line.back() == ':'};
}

/// Whether the search for repeated lines goes on beyond this one, which is none.
bool bridges(const PageLine& line, std::size_t& gap) {
  return line.is_short && !line.is_label && ++gap <= kMaxGap;
}

template <class Number>
bool take(std::string_view& text, char separator, int base, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  const auto used = static_cast<std::size_t>(end - text.data());
  if (error != std::errc() || used == text.size() || *end != separator) return false;
  text.remove_prefix(used + 1);
  return true;
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

}  // namespace

std::string source_of(std::string_view id) {
  if (std::string host = host_of(id); !host.empty()) return host;
  const std::size_t slash = id.find('/');
  return slash == std::string_view::npos ? std::string() : usable(id.substr(0, slash));
}

std::string source_of(const Document& document) {
  if (std::string host = host_of(document.id); !host.empty()) return host;
  for (const std::string_view field : {"url", "source"}) {
    if (std::string host = host_of(document.value(field)); !host.empty()) return host;
  }
  return source_of(document.id);
}

std::vector<std::string> sources_of(const Document& document) {
  std::vector<std::string> names(1);
  for (std::string name : {source_of(document), source_of(std::string_view(document.id))}) {
    if (name != names.back() && !name.empty()) names.push_back(std::move(name));
  }
  return names;
}

void split_page(std::string_view text, std::vector<PageLine>& lines) {
  lines.clear();
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = readers::trimmed(text.substr(begin, end - begin));
    if (!line.empty()) lines.push_back(describe(line, static_cast<std::size_t>(line.data() - text.data())));
    begin = end + 1;
  }
}

void find_frames(std::span<const PageLine> lines, const std::vector<bool>& repeated,
                 std::vector<Frame>& frames) {
  frames.assign(lines.size(), Frame::none);
  std::size_t gap = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (repeated[i]) {
      frames[i] = Frame::head;
      gap = 0;
    } else if (!bridges(lines[i], gap)) {
      break;
    }
  }
  gap = 0;
  for (std::size_t i = lines.size(); i-- > 0;) {
    if (repeated[i]) {
      // The one before what differs from page to page may be its heading.
      const bool leads = i + 1 < lines.size() && !repeated[i + 1];
      if (frames[i] == Frame::none && !leads) frames[i] = Frame::tail;
      gap = 0;
    } else if (!bridges(lines[i], gap)) {
      break;
    }
  }
  std::size_t run = 0;
  for (std::size_t i = 0; i <= lines.size(); ++i) {
    if (i < lines.size() && repeated[i]) {
      ++run;
      continue;
    }
    for (std::size_t j = run >= kRun ? i - run : i; j < i; ++j) {
      if (frames[j] == Frame::none) frames[j] = Frame::run;
    }
    run = 0;
  }
  // Items of a list whose heading is of this page alone: the same member in many lists.
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].is_label || repeated[i]) continue;
    for (std::size_t j = i + 1; j < lines.size() && lines[j].is_item; ++j) frames[j] = Frame::none;
  }
}

// A head line "1 DOCUMENTS SAMPLE NAME", and one for each line of the source, "HASH DOCUMENTS TEXT".
std::string encode_source(std::string_view name, const LearnedSource& source) {
  std::string note(kNoteVersion);
  note.append(" ").append(std::to_string(source.documents)).append(" ");
  note.append(std::to_string(source.sample)).append(" ").append(name).append("\n");
  for (const LearnedLine& line : source.lines) {
    std::array<char, 16> hash{};
    const auto [end, error] = std::to_chars(hash.data(), hash.data() + hash.size(), line.hash, 16);
    note.append(hash.data(), end).append(" ").append(std::to_string(line.documents));
    note.append(" ").append(line.text).append("\n");
  }
  return note;
}

std::optional<std::pair<std::string, LearnedSource>> decode_source(std::string_view note) {
  LearnedSource source;
  std::string_view head = take_line(note);
  unsigned version = 0;
  if (!take(head, ' ', 10, version) || std::to_string(version) != kNoteVersion ||
      !take(head, ' ', 10, source.documents) || !take(head, ' ', 10, source.sample)) {
    return std::nullopt;
  }
  while (!note.empty()) {
    std::string_view row = take_line(note);
    LearnedLine line;
    if (!take(row, ' ', 16, line.hash) || !take(row, ' ', 10, line.documents)) return std::nullopt;
    line.text = row;
    source.lines.push_back(std::move(line));
  }
  return std::pair(std::string(head), std::move(source));
}

void BoilerplateLines::keep_all() {
  clear();
  keep_all_ = true;
}

void BoilerplateLines::set(const std::string& source, const LearnedSource& learned) {
  Hashes& hashes = sources_[source];
  hashes.clear();
  for (const LearnedLine& line : learned.lines) hashes.insert(line.hash);
}

const BoilerplateLines::Hashes* BoilerplateLines::find(const std::string& source) const {
  const auto found = sources_.find(source);
  return found == sources_.end() || found->second.empty() ? nullptr : &found->second;
}

bool BoilerplateLines::may_concern(const Document& document, std::string_view field) const {
  if (keep_all_) return false;
  if (!sources_.empty()) {
    const std::vector<std::string> names = sources_of(document);
    const auto is_known = [this](const std::string& name) { return find(name) != nullptr; };
    if (std::any_of(names.begin(), names.end(), is_known)) return true;
  }
  return std::any_of(document.fields.begin(), document.fields.end(), [field](const FieldValue& value) {
    return value.name == field && readers::may_have_debris(value.value);
  });
}

void BoilerplateLines::blank(Document& document, std::string_view field) const {
  if (keep_all_) return;
  std::vector<const Hashes*> learned;
  for (const std::string& name : sources_of(document)) {
    if (const Hashes* hashes = find(name)) learned.push_back(hashes);
  }
  // What a page is called is never in its way, even when all are called alike.
  const std::string title(readers::trimmed(document.value("title")));
  std::vector<PageLine> lines;
  std::vector<bool> known;
  std::vector<Frame> frames;
  for (FieldValue& value : document.fields) {
    if (value.name != field) continue;
    split_page(value.value, lines);
    known.clear();
    for (const PageLine& line : lines) {
      const bool is_known = std::any_of(learned.begin(), learned.end(), [&line](const Hashes* hashes) {
        return hashes->contains(line.hash);
      });
      known.push_back(is_known && line.range.of(value.value) != title);
    }
    find_frames(lines, known, frames);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const text::ByteRange& range = lines[i].range;
      if (frames[i] == Frame::none && !readers::is_debris(range.of(value.value))) continue;
      std::fill_n(value.value.begin() + static_cast<std::ptrdiff_t>(range.begin), range.size(), ' ');
    }
  }
}

}  // namespace tvar::indexing
