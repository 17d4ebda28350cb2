// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Builds the text of a document from the blocks of a page. HTML and Markdown give their structure to this, so that
/// a list looks the same to all that comes later, whatever format it was written in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tvar::readers {

/// Blocks are separated by a blank line. List items stand one on a line, each beginning with "• ", nested ones too.
/// Table rows stand one on a line, the cells that are not empty joined by " | ". White space is squeezed, except in
/// preformatted text. A table cell that holds several blocks or lines, or a table, is layout and not data: a blank line
/// follows it instead of " | ". Blocks that are only the remnants of a cut script ("//]]>") are dropped.
///
///     BlockText text;
///     text.open_list();  text.open_item();  text.text("Royal  Rangers");  text.close_item();  text.close_list();
///     text.take();       // "• Royal Rangers"
///
/// Any order of calls is allowed; what closes more than was opened is ignored. Every call takes constant time.
class BlockText {
 public:
  /// Running text. White space at the edges of a block disappears, elsewhere it becomes one space.
  void text(std::string_view utf8);
  /// Text whose line breaks and spaces mean something.
  void preformatted(std::string_view utf8);
  /// A line break inside a block. Two of them are a blank line, more are no more.
  void line_break();

  /// Begin or end of a paragraph, a heading, a division…
  void boundary();
  /// Begin or end of something that takes a line of its own and no more.
  void line() { separate(Separator::line); }

  void open_list();
  void close_list();
  void open_item();
  void close_item();

  void open_row();
  void close_row();
  void open_cell();

  /// The text so far, without white space at its edges. Ends the object's use.
  [[nodiscard]] std::string take();

 private:
  enum class Separator : std::uint8_t { none, cell, line, blank_line };
  /// What is known of the table row at hand.
  struct Row {
    bool has_text = false;   ///< a cell of it was not empty
    bool is_layout = false;  ///< a cell of it holds several blocks
    bool cell_text = false;  ///< the cell at hand is not empty
  };

  void separate(Separator separator);
  void flush();
  void write_separator();

  std::string out_;
  std::string block_;        // the block at hand, not yet written
  bool space_ = false;       // white space was seen behind block_
  std::uint8_t breaks_ = 0;  // line breaks seen behind block_
  Separator pending_ = Separator::none;
  bool bullet_ = false;    // a list item begins with the next block
  std::size_t lists_ = 0;  // open lists
  std::vector<Row> rows_;  // open rows, outermost first
};

/// The text without white space at its edges, no-break spaces included.
[[nodiscard]] std::string_view trimmed(std::string_view utf8);

/// What scripts in the wild leave behind when somebody cuts the tags off, such as "//]]>", on a line of its own.
[[nodiscard]] bool is_debris(std::string_view line);
/// False only when no line of the text is debris; fast.
[[nodiscard]] bool may_have_debris(std::string_view text);

/// On one line: trimmed, and white space squeezed to single spaces.
[[nodiscard]] std::string squeezed(std::string_view utf8);

}  // namespace tvar::readers
