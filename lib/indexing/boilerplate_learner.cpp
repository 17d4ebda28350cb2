// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/boilerplate_learner.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>

#include "lib/readers/block_text.h"
#include "lib/text/utf8.h"

namespace tvar::indexing {
namespace {

// Fewer pages may be alike by chance.
constexpr std::uint64_t kLeastPages = 5;
// Of a page that is longer, boilerplate stands at its ends.
constexpr std::size_t kSampledEnd = 16U << 10U;
constexpr std::size_t kMaxPages = 2048;
constexpr std::size_t kLeastPlaces = 8;
constexpr std::size_t kShownBytes = 160;

struct Page {
  const SamplePage* sample;
  std::vector<PageLine> lines;
};

using Hashes = std::unordered_set<std::uint64_t>;

/// What is known of a line that many pages have.
struct Tally {
  std::uint64_t pages = 0;
  std::uint64_t occurrences = 0;
  std::uint64_t leads = 0;         // occurrences as the heading of something that differs
  std::uint64_t framed = 0;        // pages where it stands where boilerplate stands
  std::uint64_t lonely_heads = 0;  // of these, with no other repeated line at that end of the page
  std::uint64_t lonely_tails = 0;
};

bool is_most(std::uint64_t pages, std::uint64_t of) {
  return pages >= kLeastPages && 2 * pages >= of;
}

bool is_nearly_all(std::uint64_t pages, std::uint64_t of) {
  return pages >= kLeastPages && 10 * pages >= 9 * of;
}

/// Compares the pages of one source.
class Comparison {
 public:
  explicit Comparison(std::span<const SamplePage* const> samples) {
    for (const SamplePage* sample : samples) {
      Page page{sample, {}};
      split_page(sample->text, page.lines);
      const std::string_view title = readers::trimmed(sample->title);
      std::erase_if(page.lines, [&](const PageLine& line) { return line.range.of(sample->text) == title; });
      if (!page.lines.empty()) pages_.push_back(std::move(page));
    }
  }

  LearnedSource run() {
    count();
    // Copies of one page are no evidence: what they all have is what they say.
    std::erase_if(pages_, [this](const Page& page) {
      return std::all_of(page.lines.begin(), page.lines.end(),
                         [this](const PageLine& line) { return tallies_.contains(line.hash); });
    });
    count();
    drop_headings();
    for (const Page& page : pages_) find_places(page);
    return result();
  }

 private:
  // Leaves the lines that most pages have.
  void count() {
    tallies_.clear();
    for (const Page& page : pages_) {
      Hashes seen;
      for (const PageLine& line : page.lines) {
        Tally& tally = tallies_[line.hash];
        ++tally.occurrences;
        if (seen.insert(line.hash).second) ++tally.pages;
      }
    }
    std::erase_if(tallies_,
                  [this](const auto& entry) { return !is_most(entry.second.pages, pages_.size()); });
  }

  // "Členové:" stands on each page, and each time other members follow.
  void drop_headings() {
    for (const Page& page : pages_) {
      for (std::size_t i = 0; i + 1 < page.lines.size(); ++i) {
        const PageLine& line = page.lines[i];
        const PageLine& next = page.lines[i + 1];
        const auto tally = tallies_.find(line.hash);
        if (tally == tallies_.end() || tallies_.contains(next.hash)) continue;
        if (line.is_label || (next.is_item && !line.is_item)) ++tally->second.leads;
      }
    }
    std::erase_if(tallies_,
                  [](const auto& entry) { return 2 * entry.second.leads > entry.second.occurrences; });
  }

  void find_places(const Page& page) {
    std::vector<bool> repeated;
    for (const PageLine& line : page.lines) repeated.push_back(tallies_.contains(line.hash));
    std::vector<Frame> frames;
    find_frames(page.lines, repeated, frames);
    const bool lonely_head = std::count(frames.begin(), frames.end(), Frame::head) == 1;
    const bool lonely_tail = std::count(frames.begin(), frames.end(), Frame::tail) == 1;
    Hashes seen;
    for (std::size_t i = 0; i < frames.size(); ++i) {
      if (frames[i] == Frame::none || !seen.insert(page.lines[i].hash).second) continue;
      Tally& tally = tallies_[page.lines[i].hash];
      ++tally.framed;
      if (lonely_head && frames[i] == Frame::head) ++tally.lonely_heads;
      if (lonely_tail && frames[i] == Frame::tail) ++tally.lonely_tails;
    }
  }

  // A single line above the page may say what kind of page it is ("Tisková zpráva"), and a single one below it may be
  // part of it; a footer has no exceptions.
  [[nodiscard]] bool is_boilerplate(const Tally& tally) const {
    if (!is_most(tally.framed, pages_.size()) || 2 * tally.lonely_heads > tally.framed) return false;
    return 2 * tally.lonely_tails <= tally.framed || is_nearly_all(tally.framed, pages_.size());
  }

  [[nodiscard]] LearnedSource result() const {
    LearnedSource source{.sample = pages_.size(), .lines = {}};
    Hashes taken;
    for (const Page& page : pages_) {
      for (const PageLine& line : page.lines) {
        const auto tally = tallies_.find(line.hash);
        if (tally == tallies_.end() || !is_boilerplate(tally->second)) continue;
        if (!taken.insert(line.hash).second) continue;
        const std::string_view shown = text::truncate_utf8(line.range.of(page.sample->text), kShownBytes);
        source.lines.push_back({line.hash, tally->second.pages, std::string(shown)});
      }
    }
    std::sort(source.lines.begin(), source.lines.end(), [](const LearnedLine& a, const LearnedLine& b) {
      return std::pair(b.documents, std::string_view(a.text)) <
             std::pair(a.documents, std::string_view(b.text));
    });
    return source;
  }

  std::vector<Page> pages_;
  std::unordered_map<std::uint64_t, Tally> tallies_;
};

std::uint64_t hash_of(std::string_view id) {
  std::uint64_t state = 0xcbf29ce484222325U;
  for (const char byte : id) state = (state ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
  // FNV leaves ids that differ at their end close together; its upper bits decide here.
  state ^= state >> 32U;
  state *= 0xd6e8feb86659fd93U;
  return state ^ state >> 32U;
}

}  // namespace

LearnedSource learn_source(std::span<const SamplePage* const> pages) {
  return Comparison(pages).run();
}

bool BoilerplateLearner::admits(const Reservoir& reservoir, std::uint64_t hash) const {
  if (reservoir.pages.contains(hash)) return false;
  return reservoir.pages.size() < places_ || hash < std::prev(reservoir.pages.end())->first;
}

void BoilerplateLearner::shrink(Reservoir& reservoir) {
  while (reservoir.pages.size() > places_) {
    reservoir.pages.erase(std::prev(reservoir.pages.end()));
    --pages_;
  }
}

void BoilerplateLearner::put(Reservoir& reservoir, std::uint64_t hash, const Page& page) {
  reservoir.pages.emplace(hash, page);
  ++pages_;
  shrink(reservoir);
  while (pages_ > kMaxPages && places_ > kLeastPlaces) {
    places_ /= 2;
    for (auto& [name, other] : sources_) shrink(other);
  }
}

template <class Make>
void BoilerplateLearner::offer(const std::string& source, std::string_view id, const Make& make) {
  const std::uint64_t hash = hash_of(id);
  Page page;
  const auto add_to = [&](const std::string& name) {
    // With hundreds of sources, those that come last are learned only as part of the whole.
    if (pages_ >= kMaxPages && !sources_.contains(name)) return;
    Reservoir& reservoir = sources_[name];
    ++reservoir.documents;
    if (!admits(reservoir, hash)) return;
    if (!page) page = make();
    put(reservoir, hash, page);
  };
  add_to("");
  if (!source.empty()) add_to(source);
}

void BoilerplateLearner::offer(const Document& document) {
  offer(source_of(document), document.id, [&] {
    auto page = std::make_shared<SamplePage>();
    fill(*page, document);
    return page;
  });
}

void BoilerplateLearner::offer(std::string_view id, std::size_t file) {
  offer(source_of(id), id, [&] {
    auto page = std::make_shared<SamplePage>();
    unread_[file] = page;
    return page;
  });
}

std::vector<std::size_t> BoilerplateLearner::wanted() const {
  std::vector<std::size_t> files;
  for (const auto& [file, page] : unread_) {
    if (!page.expired()) files.push_back(file);
  }
  return files;
}

void BoilerplateLearner::give(std::size_t file, const Document& document) {
  const auto unread = unread_.find(file);
  if (unread == unread_.end()) return;
  if (const Page page = unread->second.lock()) fill(*page, document);
}

void BoilerplateLearner::fill(SamplePage& page, const Document& document) const {
  page.title = document.value("title");
  const std::string_view text = document.value(field_);
  if (text.size() <= 2 * kSampledEnd) {
    page.text = text;
    return;
  }
  // Cut at line ends, so that no half of a line is taken for a line.
  const std::size_t head = text.rfind('\n', kSampledEnd);
  const std::size_t tail = text.find('\n', text.size() - kSampledEnd);
  if (head != std::string_view::npos) page.text = text.substr(0, head);
  if (tail != std::string_view::npos) page.text += text.substr(tail);
}

LearnedSources BoilerplateLearner::learn() const {
  LearnedSources learned;
  Hashes everywhere;
  for (const auto& [name, reservoir] : sources_) {
    std::vector<const SamplePage*> pages;
    for (const auto& [hash, page] : reservoir.pages) pages.push_back(page.get());
    LearnedSource source = learn_source(pages);
    source.documents = reservoir.documents;
    if (name.empty()) {
      for (const LearnedLine& line : source.lines) everywhere.insert(line.hash);
    } else {
      std::erase_if(source.lines, [&](const LearnedLine& line) { return everywhere.contains(line.hash); });
    }
    if (reservoir.documents >= kLeastPages) learned.emplace(name, std::move(source));
  }
  return learned;
}

}  // namespace tvar::indexing
