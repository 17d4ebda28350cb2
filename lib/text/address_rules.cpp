// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// URLs, host names and e-mail addresses: found before words are, because UAX #29 tears them apart.
#include <algorithm>

#include "lib/text/czech_tables.h"
#include "lib/text/fold.h"
#include "lib/text/token_rules.h"
#include "lib/text/utf8.h"

namespace tvar::text {
namespace {

constexpr std::size_t kMaxUrl = 2048;    // bytes; what follows is read as text
constexpr std::size_t kMaxHost = 253;    // RFC 1035
constexpr std::size_t kMaxMailbox = 64;  // RFC 5321

bool is_ascii_alnum(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_host_char(char c) {
  return is_ascii_alnum(c) || c == '-' || c == '.';
}

bool is_mailbox_char(char c) {
  return is_host_char(c) || c == '_' || c == '+' || c == '%';
}

/// RFC 3986 without the quotes and brackets that enclose addresses in texts; letters of any script are allowed.
bool is_url_char(char c) {
  return static_cast<unsigned char>(c) > ' ' &&
         std::string_view("<>\"{}|\\^`\x7F").find(c) == std::string_view::npos;
}

/// Reads the addresses around the places that betray them: "://", "www.", "@", and known domains.
class AddressFinder {
 public:
  AddressFinder(std::string_view text, std::string_view lower, std::span<const Piece> pieces,
                std::vector<Address>& out)
      : text_(text), lower_(lower), pieces_(pieces), out_(out) {
    out_.clear();
  }

  void run() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const Piece& piece = pieces_[i];
      if (piece.begin < last_end_) continue;
      if (piece.gap == Gap::other) {
        scheme(piece);
      } else if (piece.gap == Gap::at) {
        mailbox(piece);
      } else if (piece.gap == Gap::dot && word(piece) == "www") {
        web(piece.begin, piece.begin);
      }
      if (i > 0 && pieces_[i - 1].gap == Gap::dot && piece.begin >= last_end_) domain(piece);
    }
  }

 private:
  [[nodiscard]] std::string_view word(const Piece& piece) const {
    return lower_.substr(piece.begin, piece.end - piece.begin);
  }

  [[nodiscard]] std::size_t host_end(std::size_t begin) const {
    std::size_t end = begin;
    while (end < text_.size() && end - begin < kMaxHost && is_host_char(text_[end])) ++end;
    while (end > begin && !is_ascii_alnum(text_[end - 1])) --end;
    return end;
  }

  /// The end of what begins at `begin`, without the punctuation of the sentence around it.
  [[nodiscard]] std::size_t url_end(std::size_t begin) const {
    std::size_t end = begin;
    while (end < text_.size() && end - begin < kMaxUrl && is_url_char(text_[end])) {
      const std::size_t length = code_point_at(text_, end).length;
      const char32_t value = code_point_at(text_, end).value;
      if (value == 0xA0 || (value >= 0x2000 && value <= 0x206F) || value == kReplacement) break;
      end += length;
    }
    // A closing bracket belongs to the address when the opening one does.
    const bool brackets = text_.substr(begin, end - begin).find('(') != std::string_view::npos;
    const std::string_view trailing = brackets ? ".,;:!?]'/*" : ".,;:!?]'/*)";
    while (end > begin && trailing.find(text_[end - 1]) != std::string_view::npos) --end;
    return end;
  }

  void scheme(const Piece& piece) {
    const std::string_view name = word(piece);
    if (!text_.substr(piece.end).starts_with("://")) return;
    if (name == "http" || name == "https" || name == "ftp") web(piece.begin, piece.end + 3);
  }

  void web(std::size_t begin, std::size_t host) {
    const std::size_t host_stop = host_end(host);
    if (host_stop == host || !begins_word(begin)) return;
    if (begin == host && text_.substr(host, host_stop - host).find('.') == std::string_view::npos) return;
    add(begin, std::max(url_end(begin), host_stop), host, host_stop, false);
  }

  /// name@host.domain, the name read backwards from the sign.
  void mailbox(const Piece& piece) {
    const std::size_t at = piece.end;
    std::size_t begin = at;
    while (begin > last_end_ && at - begin < kMaxMailbox && is_mailbox_char(text_[begin - 1])) --begin;
    while (begin < at && !is_ascii_alnum(text_[begin])) ++begin;
    const std::size_t end = host_end(at + 1);
    if (begin < at && is_domain_name(at + 1, end) && begins_word(begin)) add(begin, end, at + 1, end, true);
  }

  [[nodiscard]] bool is_domain_name(std::size_t begin, std::size_t end) const {
    const std::string_view host = text_.substr(begin, end - begin);
    const std::size_t dot = host.rfind('.');
    return dot != std::string_view::npos && dot > 0 && host.size() - dot > 2 && host.find("..") == host.npos;
  }

  /// esfcr.cz, socialni-zaclenovani.cz/kontakt. "konec.Com…" is the end of one sentence and the begin of the next.
  void domain(const Piece& piece) {
    if (piece.length > 3 || !is_known_domain(word(piece))) return;
    const Piece& label = *(&piece - 1);
    if (label.length < 2 || piece.shape == Shape::capitalised || host_end(piece.begin) != piece.end) return;
    std::size_t begin = piece.begin;
    while (begin > last_end_ && piece.begin - begin < kMaxHost && is_host_char(text_[begin - 1])) --begin;
    while (!is_ascii_alnum(text_[begin])) ++begin;
    if (!begins_word(begin) || text_.substr(begin, piece.end - begin).find("..") != text_.npos) return;
    const bool has_path = text_.substr(piece.end).starts_with('/');
    add(begin, has_path ? std::max<std::size_t>(url_end(begin), piece.end) : piece.end, begin, piece.end,
        false);
  }

  /// False inside a piece, and where another one touches: behind a letter that no address may have.
  [[nodiscard]] bool begins_word(std::size_t begin) const {
    const auto piece =
        std::partition_point(pieces_.begin(), pieces_.end(), [&](const Piece& p) { return p.begin < begin; });
    if (piece == pieces_.end() || piece->begin != begin) return false;
    return piece == pieces_.begin() || (piece - 1)->end < begin;
  }

  void add(std::size_t begin, std::size_t end, std::size_t host, std::size_t host_stop, bool is_email) {
    out_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                    static_cast<std::uint32_t>(host), static_cast<std::uint32_t>(host_stop), is_email});
    last_end_ = end;
  }

  std::string_view text_;
  std::string_view lower_;
  std::span<const Piece> pieces_;
  std::vector<Address>& out_;
  std::size_t last_end_ = 0;
};

}  // namespace

void find_addresses(std::string_view text, std::string_view lower, std::span<const Piece> pieces,
                    std::vector<Address>& out) {
  AddressFinder(text, lower, pieces, out).run();
}

/// The lower-cased text of a range, cut at kMaxTokenBytes.
std::string_view TokenRules::lower_of(ByteRange range) {
  const auto first = std::partition_point(s_.pieces.begin(), s_.pieces.end(),
                                          [&](const Piece& p) { return p.end <= range.begin; });
  bool slow = false;
  for (auto p = first; p != s_.pieces.end() && p->begin < range.end; ++p) slow = slow || p->slow;
  if (slow) return arena_.store(truncate_utf8(fold_case(range.of(s_.text)), kMaxTokenBytes));
  return truncate_utf8(range.of(s_.lower), kMaxTokenBytes);
}

/// True for the pieces that say nothing: the scheme, and www before the name of the host.
bool TokenRules::is_address_noise(const Address& address, std::size_t i) const {
  if (address.is_email) return false;
  if (piece(i).begin < address.host_begin) return true;
  return piece(i).begin == address.host_begin && lower(i) == "www" && gap(i) == Gap::dot;
}

/// How many plain tokens the pieces from `i` on make inside `range`.
std::size_t TokenRules::count_address_words(const Address& address, ByteRange range, std::size_t i) const {
  std::size_t count = 0;
  for (; has(i) && piece(i).begin < range.end; ++i) {
    const bool goes_on = touches_next(i) && piece(i + 1).begin < range.end;
    if (!goes_on && !is_address_noise(address, i)) ++count;
  }
  return count;
}

/// http://www.esfcr.cz/projekty → the whole, the host with and without www, and esfcr, cz, projekty as words.
std::size_t TokenRules::address(const Address& address, std::size_t first) {
  address_part(address, {address.begin, address.end}, first);
  std::size_t i = first;
  while (has(i) && piece(i).begin < address.end) {
    address_extras(address, i);
    std::size_t last = i;
    while (touches_next(last) && piece(last + 1).begin < address.end) ++last;
    if (!is_address_noise(address, i)) {
      const bool is_number = last == i && is_digits(i);
      plain(joined(i, last), range(i, last), is_number ? TokenKind::number : TokenKind::word, i);
    }
    i = last + 1;
  }
  return i - first;
}

/// A part of the address that is worth finding as a whole, before its words.
void TokenRules::address_part(const Address& address, ByteRange part, std::size_t i) {
  const std::string_view text = lower_of(part);
  const std::size_t words = count_address_words(address, part, i);
  // Measured on the text as it stands: Ɱ has three bytes, its small letter has two.
  const ByteRange shown{part.begin, part.begin + truncate_utf8(part.of(s_.text), kMaxTokenBytes).size()};
  extra_ahead(text, shown,
              address.is_email && part.begin == address.begin ? TokenKind::email : TokenKind::url, words);
}

/// The parts that begin at piece `i`: the host, the host without www, a label with hyphens.
void TokenRules::address_extras(const Address& address, std::size_t i) {
  const std::size_t begin = piece(i).begin;
  const bool www = lower_of({address.host_begin, address.host_end}).starts_with("www.");
  const std::size_t name_begin = address.host_begin + (www ? 4U : 0U);
  if (begin == address.host_begin && begin != address.begin)
    address_part(address, {begin, address.host_end}, i);
  if (www && begin == name_begin) address_part(address, {begin, address.host_end}, i);
  if (begin < address.host_begin || begin >= address.host_end) return;
  if (gap(i) != Gap::hyphen || gap_before(i) == Gap::hyphen) return;
  const std::size_t dot = s_.text.find('.', begin);
  address_part(address, {begin, std::min<std::size_t>(dot, address.host_end)}, i);
}

}  // namespace tvar::text
