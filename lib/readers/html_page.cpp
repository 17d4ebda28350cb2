// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/readers/html_page.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "lib/readers/iso_date.h"

namespace tvar::readers {
namespace {

/// What an element does to the text around it. Those that are not in the table stand inside a line.
enum class Role : std::uint8_t {
  inside,  ///< nothing
  block,
  line,
  skipped,  ///< with all that is in it
  list,
  item,
  row,
  cell,
  preformatted,
  line_break,
  link,
  title,
  heading,  ///< a block that can serve as title
  meta,
};

struct ElementRole {
  std::string_view name;
  Role role;
};

// Sorted by name.
constexpr std::array kRoles = std::to_array<ElementRole>({
    {"a", Role::link},
    {"address", Role::block},
    {"article", Role::block},
    {"aside", Role::block},
    {"audio", Role::skipped},
    {"blockquote", Role::block},
    {"body", Role::block},
    {"br", Role::line_break},
    {"canvas", Role::skipped},
    {"caption", Role::block},
    {"center", Role::block},
    {"dd", Role::line},
    {"details", Role::block},
    {"dialog", Role::block},
    {"dir", Role::list},
    {"div", Role::block},
    {"dl", Role::block},
    {"dt", Role::line},
    {"fieldset", Role::block},
    {"figcaption", Role::block},
    {"figure", Role::block},
    {"footer", Role::block},
    {"form", Role::block},
    {"frameset", Role::block},
    {"h1", Role::heading},
    {"h2", Role::block},
    {"h3", Role::block},
    {"h4", Role::block},
    {"h5", Role::block},
    {"h6", Role::block},
    {"header", Role::block},
    {"hgroup", Role::block},
    {"hr", Role::block},
    {"iframe", Role::skipped},
    {"legend", Role::line},
    {"li", Role::item},
    {"listing", Role::preformatted},
    {"main", Role::block},
    {"menu", Role::list},
    {"meta", Role::meta},
    {"nav", Role::block},
    {"noscript", Role::skipped},
    {"object", Role::skipped},
    {"ol", Role::list},
    {"optgroup", Role::line},
    {"option", Role::line},
    {"p", Role::block},
    {"pre", Role::preformatted},
    {"script", Role::skipped},
    {"search", Role::block},
    {"section", Role::block},
    {"select", Role::block},
    {"style", Role::skipped},
    {"summary", Role::block},
    {"svg", Role::skipped},
    {"table", Role::block},
    {"tbody", Role::line},
    {"td", Role::cell},
    {"template", Role::skipped},
    {"textarea", Role::block},
    {"tfoot", Role::line},
    {"th", Role::cell},
    {"thead", Role::line},
    {"title", Role::title},
    {"tr", Role::row},
    {"ul", Role::list},
    {"video", Role::skipped},
    {"xmp", Role::preformatted},
});

constexpr bool name_less(const ElementRole& a, const ElementRole& b) {
  return a.name < b.name;
}
static_assert(std::is_sorted(kRoles.begin(), kRoles.end(), name_less));

Role role_of(std::string_view element) {
  const auto found =
      std::lower_bound(kRoles.begin(), kRoles.end(), ElementRole{element, Role::inside}, name_less);
  return found != kRoles.end() && found->name == element ? found->role : Role::inside;
}

/// Names of <meta> that could be fields, but are instructions to programs.
constexpr std::array<std::string_view, 14> kTechnicalNames = {
    "bingbot",         "charset", "distribution", "expires", "generator", "googlebot", "handheldfriendly",
    "mobileoptimized", "pragma",  "progid",       "rating",  "referrer",  "robots",    "viewport"};
/// Other ways to say when a page was published.
constexpr std::array<std::string_view, 6> kPublishedNames = {
    "article:published_time", "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.issued"};
/// What the document has from elsewhere.
constexpr std::array<std::string_view, 2> kReservedNames = {"id", "text"};

template <typename Table>
bool contains(const Table& table, std::string_view name) {
  return std::find(table.begin(), table.end(), name) != table.end();
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lower_case(std::string_view ascii) {
  std::string result(ascii);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

bool could_be_field(std::string_view name) {
  if (name.empty() || name.front() < 'a' || name.front() > 'z') return false;
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

/// Gathers <meta> elements.
class MetaGatherer {
 public:
  void add(const HtmlAttributes& attributes) {
    const std::string_view key = attributes.value("name");
    const std::string name = lower_case(trimmed(key.empty() ? attributes.value("property") : key));
    std::string value = squeezed(attributes.value("content"));
    if (name.empty() || value.empty()) return;
    if (name == "og:title" || name == "title") {
      if (title_.empty()) title_ = std::move(value);
    } else if (!published(name, value) && could_be_field(name) && !contains(kTechnicalNames, name) &&
               !contains(kReservedNames, name)) {
      fields_.push_back({name, std::move(value)});
    }
  }

  [[nodiscard]] const std::string& title() const { return title_; }

  std::vector<FieldValue> take() {
    const bool given =
        std::any_of(fields_.begin(), fields_.end(), [](const auto& f) { return f.name == "published"; });
    if (published_ && !given) fields_.push_back({"published", *published_});
    return std::move(fields_);
  }

 private:
  bool published(std::string_view name, std::string_view value) {
    if (!contains(kPublishedNames, name)) return false;
    const std::optional<std::string> date = iso_date(value);
    if (!published_) published_ = date;
    return date.has_value();
  }

  std::string title_;
  std::optional<std::string> published_;
  std::vector<FieldValue> fields_;
};

/// Turns the events of a page into blocks.
class PageBuilder : public HtmlHandler {
 public:
  explicit PageBuilder(BlockText& out) : out_(out) {}

  void open(std::string_view element, const HtmlAttributes& attributes) override {
    const Role role = role_of(element);
    if (skipped_ > 0 || role == Role::skipped) {
      ++skipped_;
      return;
    }
    switch (role) {
      case Role::list:
        out_.open_list();
        break;
      case Role::item:
        out_.open_item();
        break;
      case Role::row:
        out_.open_row();
        break;
      case Role::cell:
        out_.open_cell();
        break;
      case Role::line_break:
        out_.line_break();
        break;
      case Role::meta:
        meta_.add(attributes);
        break;
      case Role::title:
        ++in_title_;
        break;
      // Menus are links without a space between them; readers see them apart.
      case Role::link:
        if (behind_link_) out_.text(" ");
        break;
      case Role::preformatted:
        ++preformatted_;
        [[fallthrough]];
      default:
        bound(role);
    }
    if (role == Role::heading) ++in_heading_;
  }

  void close(std::string_view element) override {
    if (skipped_ > 0) {
      --skipped_;
      return;
    }
    const Role role = role_of(element);
    switch (role) {
      case Role::list:
        out_.close_list();
        break;
      case Role::item:
        out_.close_item();
        break;
      case Role::row:
        out_.close_row();
        break;
      case Role::link:
        behind_link_ = true;
        break;
      case Role::preformatted:
        decrease(preformatted_);
        bound(role);
        break;
      case Role::title:
        close_once(in_title_, title_, title_done_);
        break;
      case Role::heading:
        close_once(in_heading_, heading_, heading_done_);
        [[fallthrough]];
      default:
        bound(role);
    }
  }

  void text(std::string_view utf8) override {
    if (skipped_ > 0) return;
    if (in_title_ > 0) {
      if (!title_done_) title_ += utf8;
      return;
    }
    if (in_heading_ > 0 && !heading_done_) heading_ += utf8;
    behind_link_ = false;
    preformatted_ > 0 ? out_.preformatted(utf8) : out_.text(utf8);
  }

  [[nodiscard]] std::string title() const {
    for (const std::string& candidate : {squeezed(title_), meta_.title(), squeezed(heading_)}) {
      if (!candidate.empty()) return candidate;
    }
    return {};
  }

  std::vector<FieldValue> take_metadata() { return meta_.take(); }

 private:
  void bound(Role role) {
    if (role == Role::block || role == Role::heading || role == Role::preformatted) out_.boundary();
    if (role == Role::line) out_.line();
  }

  static void decrease(std::size_t& count) {
    if (count > 0) --count;
  }

  /// The first title, or heading, that is not empty counts.
  static void close_once(std::size_t& open_count, const std::string& content, bool& done) {
    decrease(open_count);
    if (open_count == 0 && !trimmed(content).empty()) done = true;
  }

  BlockText& out_;
  MetaGatherer meta_;
  std::string title_;
  std::string heading_;
  std::size_t skipped_ = 0;       // open elements inside a skipped one, itself included
  std::size_t preformatted_ = 0;  // open elements of that kind; likewise the next two
  std::size_t in_title_ = 0;
  std::size_t in_heading_ = 0;
  bool title_done_ = false;
  bool heading_done_ = false;
  bool behind_link_ = false;
};

/// The token that follows `key` and '=' in the tag, quotes stripped.
std::string attribute_token(std::string_view tag, std::string_view key) {
  std::size_t at = tag.find(key);
  if (at == std::string_view::npos) return {};
  at = tag.find_first_not_of(" \t\r\n", at + key.size());
  if (at == std::string_view::npos || tag[at] != '=') return {};
  at = tag.find_first_not_of(" \t\r\n\"'", at + 1);
  if (at == std::string_view::npos) return {};
  return std::string(tag.substr(at, tag.find_first_of(" \t\r\n\"';>/?", at) - at));
}

}  // namespace

HtmlPage read_html_page(std::string_view utf8) {
  BlockText text;
  PageBuilder builder(text);
  HtmlPage page;
  page.outcome = parse_html(utf8, builder);
  page.title = builder.title();
  page.metadata = builder.take_metadata();
  page.text = text.take();
  return page;
}

void append_html(BlockText& out, std::string_view utf8) {
  PageBuilder builder(out);
  parse_html(utf8, builder);
}

std::string declared_charset(std::string_view bytes) {
  constexpr std::size_t kLookedAt = 4096;
  const std::string head = lower_case(bytes.substr(0, kLookedAt));
  const std::string_view view = head;
  for (std::size_t at = view.find('<'); at < view.size(); at = view.find('<', at + 1)) {
    const std::string_view tag = view.substr(at, view.find('>', at) - at);
    std::string charset;
    if (tag.starts_with("<?xml")) charset = attribute_token(tag, "encoding");
    if (tag.starts_with("<meta")) charset = attribute_token(tag, "charset");
    if (!charset.empty()) return charset;
  }
  return {};
}

}  // namespace tvar::readers
