// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <string_view>
#include <vector>

#include "lib/query/characters.h"
#include "lib/query/query_node.h"
#include "tvar/query.h"

namespace tvar {
inline namespace v1 {
namespace {

/// Where a node is printed, which decides about brackets.
enum class Place : std::uint8_t { top, sequence, alternative, operand };

Place place_in(Query::Kind parent) noexcept {
  switch (parent) {
    case Query::Kind::all_of:
      return Place::sequence;
    case Query::Kind::any_of:
    case Query::Kind::near:
      return Place::alternative;
    default:
      return Place::operand;
  }
}

/// The chunks of `text` escaped, the white space between them as it is.
std::string escape_words(std::string_view text, bool& several) {
  std::string out;
  several = false;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && query::space_length(text, end) == 0) ++end;
    out += query::escape_chunk(text.substr(at, end - at));
    for (at = end; const std::size_t length = query::space_length(text, at); at += length) {
      out += text.substr(at, length);
      several = true;
    }
  }
  return out;
}

/// A value that the lexer reads back without quotes.
bool is_plain_value(std::string_view value) noexcept {
  if (value == "*") return false;  // any value
  if (value.empty() || value[0] == '=' || value.substr(0, 2) == "//" || query::ending_mark(value) != 0)
    return false;
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (query::space_length(value, at) > 0 || query::escapable_length(value, at) > 0) return false;
  }
  return true;
}

/// Whether text that begins so is plain text right behind "-", "=" and "name:" too. A backslash is there already.
bool is_plain_beginning(char c) noexcept {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0 ||
         c == '\\';
}

/// Prints by a loop over its own stack, as deep trees would overflow that of the processor.
class Printer {
 public:
  std::string print(const Query& root) {
    open(root, Place::top);
    while (!frames_.empty()) step();
    return std::move(out_);
  }

 private:
  struct Frame {
    const Query* node;
    std::size_t next = 0;
    bool bracket = false;
  };

  void step() {
    Frame& frame = frames_.back();
    const std::vector<Query>& children = frame.node->children();
    if (frame.next == children.size()) {
      if (frame.bracket) out_ += ')';
      frames_.pop_back();
      return;
    }
    if (frame.next > 0) separate(*frame.node, children[frame.next - 1], children[frame.next]);
    const Query& child = children[frame.next++];
    open(child, place_in(frame.node->kind()));
  }

  /// Two runs of words would be read as one without the AND.
  void separate(const Query& parent, const Query& left, const Query& right) {
    if (parent.kind() == Query::Kind::near) {
      out_ += " NEAR/" + std::to_string(parent.distance()) + ' ';
      return;
    }
    const bool joined = is_bare_words(left) && is_bare_words(right);
    out_ += parent.kind() == Query::Kind::any_of ? " OR " : joined ? " AND " : " ";
  }

  static bool is_bare_words(const Query& node) noexcept {
    return node.kind() == Query::Kind::words && node.field().empty() && !node.exact();
  }

  void open(const Query& node, Place place) {
    switch (node.kind()) {
      case Query::Kind::everything:
        out_ += '*';
        return;
      case Query::Kind::words:
        print_words(node, place);
        return;
      case Query::Kind::phrase:
        out_ += prefix(node) + query::quote_phrase(node.text());
        if (node.distance() > 0) out_ += '~' + std::to_string(node.distance());
        return;
      case Query::Kind::prefix:
        out_ += prefix(node) + node.text() + '*';
        return;
      case Query::Kind::fuzzy:
        out_ += prefix(node) + node.text() + '~';
        return;
      case Query::Kind::near:
        if (place == Place::operand) out_ += '(';
        frames_.push_back({&node, 0, place == Place::operand});
        return;
      case Query::Kind::value:
        print_value(node);
        return;
      case Query::Kind::none_of:
        out_ += place == Place::operand ? "(-" : "-";
        frames_.push_back({&node, 0, place == Place::operand});
        return;
      case Query::Kind::all_of:
      case Query::Kind::any_of:
        if (place != Place::top) out_ += '(';
        frames_.push_back({&node, 0, place != Place::top});
        return;
    }
  }

  static std::string prefix(const Query& node) {
    std::string result = node.field();
    if (!result.empty()) result += ':';
    if (node.exact()) result += '=';
    return result;
  }

  void print_words(const Query& node, Place place) {
    bool several = false;
    std::string words = escape_words(node.text(), several);
    const bool bracket =
        several && (!is_bare_words(node) || place == Place::alternative || place == Place::operand);
    const bool follows_prefix = !bracket && (!is_bare_words(node) || place == Place::operand);
    if (follows_prefix && !is_plain_beginning(words[0])) words.insert(0, 1, '\\');
    out_ += prefix(node);
    out_ += bracket ? '(' + words + ')' : words;
  }

  void print_value(const Query& node) {
    out_ += node.field() + ':';
    out_ += is_plain_value(node.text()) ? node.text() : query::quote_phrase(node.text());
  }

  std::string out_;
  std::vector<Frame> frames_;
};

}  // namespace

std::string Query::to_string() const {
  return Printer().print(*this);
}

}  // namespace v1
}  // namespace tvar
