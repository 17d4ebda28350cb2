// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// A page as a stream of events. The only place that knows libxml2, whose parser mends what authors break.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tvar::readers {

/// The attributes of a tag. Valid during the call it is handed to.
class HtmlAttributes {
 public:
  explicit HtmlAttributes(const unsigned char** pairs) : pairs_(pairs) {}
  /// The value, or an empty view. `name` in lower case.
  [[nodiscard]] std::string_view value(std::string_view name) const;

 private:
  const unsigned char** pairs_;
};

/// Takes the events. Elements are named in lower case; each that is opened is closed, in the right order; text of
/// scripts and styles and comments do not come. Views are valid during the call.
class HtmlHandler {
 public:
  virtual ~HtmlHandler() = default;
  virtual void open(std::string_view element, const HtmlAttributes& attributes) = 0;
  virtual void close(std::string_view element) = 0;
  virtual void text(std::string_view utf8) = 0;
};

enum class HtmlOutcome : std::uint8_t {
  complete,
  cut_off,  ///< nested or broken beyond reason: what stands behind was not read
};

/// What a page may cost. libxml2 compares every attribute of a tag with those before it, and every misplaced end tag
/// with all open elements: no page of this world notices, a hostile one would take hours.
struct HtmlLimits {
  std::size_t depth = 2000;           ///< elements inside each other
  double seconds = 5.0;               ///< of processor time…
  double seconds_per_megabyte = 1.0;  ///< …and more for large pages; real ones need 0.05
};

/// Parses a whole page, or a piece of one. No network, no messages, no recursion.
/// @param utf8  valid UTF-8; a character set that the page declares is ignored
HtmlOutcome parse_html(std::string_view utf8, HtmlHandler& handler, const HtmlLimits& limits = {});

/// The characters that "&amp;", "&scaron;", "&#353;" or "&#x161;" stand for; unknown ones come back as they are.
[[nodiscard]] std::string decode_entity(std::string_view entity);

}  // namespace tvar::readers
