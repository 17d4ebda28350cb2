// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/organization_names.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <vector>

#include "lib/facts/annotated_text.h"
#include "lib/text/fold.h"
#include "lib/text/utf8.h"

namespace tvar::facts {
namespace {

// Spelled without spaces; those of the text do not count. Longer ones first, so that "spol. s r.o." is not cut to "spol.".
constexpr std::string_view kAbbreviatedForms[] = {
    "spol.sr.o.", "akc.spol.", "přísp.org.", "o.p.s.", "s.r.o.", "v.o.s.", "v.v.i.", "o.s.s.",
    "z.p.s.",     "š.p.o.",    "z.s.p.o.",   "o.s.",   "z.s.",   "p.s.",   "z.ú.",   "n.f.",
    "a.s.",       "k.s.",      "s.p.",       "n.p.",   "p.o.",   "s.e."};

// Written out: behind a name after a comma or not, or before it.
constexpr std::string_view kWrittenForms[] = {"občanské sdružení",
                                              "obecně prospěšná společnost",
                                              "zapsaný spolek",
                                              "zapsaný ústav",
                                              "pobočný spolek",
                                              "příspěvková organizace",
                                              "společnost s ručením omezeným",
                                              "akciová společnost",
                                              "nadační fond",
                                              "státní podnik"};
constexpr std::size_t kNamelessForms =
    2;  // at the end of kWrittenForms: these are parts of names at the beginning

// Without what stands in brackets, with one space for all white space inside, and none at the ends.
std::string squeezed_without_brackets(std::string_view text) {
  constexpr std::string_view kNoBreakSpace = "\u00A0";
  std::string out;
  out.reserve(text.size());
  int depth = 0;
  bool space = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '(' || c == '[') ++depth;
    const bool inside = depth > 0;
    if ((c == ')' || c == ']') && inside) --depth;
    if (inside) continue;
    const bool is_wide = c == kNoBreakSpace.front() && text.substr(at).starts_with(kNoBreakSpace);
    if (c == ' ' || c == '\n' || c == '\t' || is_wide) {
      space = !out.empty();
      if (is_wide) ++at;
      continue;
    }
    if (space) out += ' ';
    space = false;
    out += c;
  }
  return out;
}

// Whether a name stays as it is but for its ends: without brackets, white space to squeeze, and a part between commas.
bool is_plain(std::string_view text) {
  const auto is_rare = [](char c) { return c == '(' || c == '[' || c == '\n' || c == '\t' || c == '\xC2'; };
  std::size_t commas = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    commas += text[i] == ',' ? 1U : 0U;
    if (is_rare(text[i]) || commas > 1 || (text[i] == ' ' && i > 0 && text[i - 1] == ' ')) return false;
  }
  return true;
}

char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Whether the bytes are the same but for case: of ASCII letters at once, of others when they are folded.
bool may_be_same_byte(char a, char b) {
  const bool ascii = static_cast<unsigned char>(a) < 0x80 && static_cast<unsigned char>(b) < 0x80;
  return !ascii || ascii_lower(a) == ascii_lower(b);
}

// Where the form begins at the end of `name`, its spaces and the case of its ASCII letters aside.
std::size_t begin_of_suffix(std::string_view name, std::string_view form, bool final_dot_optional) {
  std::size_t at = name.size();
  std::size_t left = form.size();
  if (final_dot_optional && !name.ends_with(".")) --left;
  while (left > 0) {
    if (at == 0) return std::string_view::npos;
    if (name[at - 1] == ' ') {
      --at;
      continue;
    }
    if (ascii_lower(name[at - 1]) != form[left - 1]) return std::string_view::npos;
    --at;
    --left;
  }
  return at;
}

std::size_t end_of_prefix(std::string_view name, std::string_view form) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < form.size();) {
    if (at == name.size()) return std::string_view::npos;
    if (name[at] == ' ' && at > 0) {
      ++at;
      continue;
    }
    if (ascii_lower(name[at]) != form[i]) return std::string_view::npos;
    ++at;
    ++i;
  }
  return at;
}

std::string_view trim_marks(std::string_view name) {
  for (;;) {
    name = trim(name);
    if (name.ends_with(",") || name.ends_with(";") || name.ends_with(":")) {
      name.remove_suffix(1);
    } else if (name.ends_with("–")) {
      name.remove_suffix(std::string_view("–").size());
    } else if (name.starts_with(",") || name.starts_with(";")) {
      name.remove_prefix(1);
    } else {
      return name;
    }
  }
}

std::string_view unquoted(std::string_view name) {
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"„", "“"}, {"\"", "\""}, {"„", "\""}, {"„", "”"}}) {
    if (name.size() > open.size() + close.size() && name.starts_with(open) && name.ends_with(close)) {
      return name.substr(open.size(), name.size() - open.size() - close.size());
    }
  }
  return name;
}

bool begins_with_capital_or_quote(std::string_view text) {
  if (text.empty()) return false;
  const std::string_view first = text.substr(0, text::code_point_at(text, 0).length);
  return text::fold_case(first) != first || first == "„" || first == "\"";
}

// The tables without diacritics.
struct FoldedForms {
  std::vector<std::string> abbreviated;
  std::vector<std::string> written;
};

const FoldedForms& folded_forms() {
  static const FoldedForms kForms = [] {
    FoldedForms forms;
    for (const std::string_view form : kAbbreviatedForms) forms.abbreviated.push_back(text::fold_key(form));
    for (const std::string_view form : kWrittenForms) forms.written.push_back(text::fold_key(form));
    return forms;
  }();
  return kForms;
}

// The name before an abbreviated form that begins at `begin`, unless it is the end of a word: Tesas.
bool is_apart(std::string_view name, std::size_t begin) {
  if (begin == std::string_view::npos || begin == 0) return false;
  return name[begin - 1] == ' ' || name[begin - 1] == ',' || name[begin] == ' ';
}

bool cut_key_behind(std::string_view& key) {
  const bool has_dot = key.find('.') != std::string_view::npos;
  for (const std::string& form : folded_forms().abbreviated) {
    if (!has_dot) break;
    const std::size_t begin = begin_of_suffix(key, form, true);
    if (!is_apart(key, begin)) continue;
    key = trim_marks(key.substr(0, begin));
    return true;
  }
  for (const std::string& form : folded_forms().written) {
    if (!key.ends_with(form) || !is_apart(key, key.size() - form.size())) continue;
    key = trim_marks(key.substr(0, key.size() - form.size()));
    return true;
  }
  return false;
}

void cut_key_before(std::string_view& key) {
  const FoldedForms& forms = folded_forms();
  const bool has_dot = key.find('.') != std::string_view::npos;
  for (const std::string& form : forms.abbreviated) {
    if (!has_dot) break;
    const std::size_t end = end_of_prefix(key, form);
    if (end == std::string_view::npos || end == key.size()) continue;
    key = trim(key.substr(end));
    return;
  }
  for (std::size_t i = 0; i + kNamelessForms < forms.written.size(); ++i) {
    const std::size_t size = forms.written[i].size();
    if (!key.starts_with(forms.written[i]) || key.size() == size || key[size] != ' ') continue;
    key = trim(key.substr(size));
    return;
  }
}

bool cut_legal_form_before(std::string_view& name) {
  const bool has_dot = name.find('.') != std::string_view::npos;
  for (const std::string_view form : kAbbreviatedForms) {
    if (!has_dot) break;
    const std::size_t end = end_of_prefix(name, form);
    if (end == std::string_view::npos || end >= name.size()) continue;
    name = trim(name.substr(end));
    return true;
  }
  const std::size_t usable = std::size(kWrittenForms) - kNamelessForms;
  for (std::size_t i = 0; i < usable; ++i) {
    if (name.empty() || !may_be_same_byte(name.front(), kWrittenForms[i].front())) continue;
    const std::string lower = text::fold_case(name.substr(0, kWrittenForms[i].size()));
    if (lower != kWrittenForms[i]) continue;
    const std::string_view rest = trim(name.substr(kWrittenForms[i].size()));
    if (!begins_with_capital_or_quote(rest)) continue;
    name = rest;
    return true;
  }
  return false;
}

std::size_t count_capitals(std::string_view name) {
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < name.size();) {
    const text::CodePoint point = text::code_point_at(name, at);
    const std::string_view letter = name.substr(at, point.length);
    if (text::fold_case(letter) != letter) ++capitals;
    at += std::max<std::uint32_t>(point.length, 1);
  }
  return capitals;
}

// "Vojenské lesy a statky ČR, s. p., divize Mimoň" without the form in the middle.
std::string without_inner_forms(std::string name) {
  for (std::size_t comma = name.find(','); comma != std::string::npos;) {
    const std::size_t next = name.find(',', comma + 1);
    if (next == std::string::npos) break;
    const std::string probe = "X" + name.substr(comma, next - comma);
    std::string_view view = probe;
    const bool is_form = cut_legal_form_behind(view) && view == "X";
    if (is_form) name.erase(comma, next - comma);
    comma = is_form ? name.find(',', comma + 1) : next;
  }
  return name;
}

}  // namespace

bool cut_legal_form_behind(std::string_view& name) {
  const bool has_dot = name.find('.') != std::string_view::npos;  // as all of them, and few names
  for (const std::string_view form : kAbbreviatedForms) {
    if (!has_dot) break;
    const std::size_t begin = begin_of_suffix(name, form, true);
    if (!is_apart(name, begin)) continue;
    name = trim_marks(name.substr(0, begin));
    return true;
  }
  for (const std::string_view form : kWrittenForms) {
    if (name.size() <= form.size() || !may_be_same_byte(name.back(), form.back())) continue;
    const std::size_t begin = name.size() - form.size();
    if (!text::is_code_point_start(name[begin]) || text::fold_case(name.substr(begin)) != form) continue;
    if (name[begin - 1] != ' ') continue;
    name = trim_marks(name.substr(0, begin));
    return true;
  }
  return false;
}

std::string canonical_name(std::string_view raw) {
  std::string clean;
  if (!is_plain(raw)) raw = clean = without_inner_forms(squeezed_without_brackets(raw));
  std::string_view name = trim_marks(raw);
  while (name.ends_with(" .") || name.ends_with(" )")) name = trim_marks(name.substr(0, name.size() - 2));
  const std::string_view whole = name;
  while (cut_legal_form_behind(name)) {
  }
  if (name.ends_with(".") && name.find('.') == name.size() - 1) name.remove_suffix(1);
  cut_legal_form_before(name);
  name = trim_marks(unquoted(trim_marks(name)));
  return std::string(name.empty() ? whole : name);
}

std::string_view key_without_legal_form(std::string_view key) {
  std::string_view name = key;
  while (cut_key_behind(name)) {
  }
  cut_key_before(name);
  name = trim_marks(name);
  return name.empty() ? key : name;
}

bool is_legal_form(std::string_view token) noexcept {
  constexpr std::string_view kForms[] = {"as",  "ops", "os",  "zs", "ps",   "zú", "sro",
                                         "vos", "ks",  "vvi", "nf", "zspo", "sp"};
  return std::find(std::begin(kForms), std::end(kForms), token) != std::end(kForms);
}

bool is_more_official(std::string_view name, std::string_view other) {
  return count_capitals(name) > count_capitals(other);
}

}  // namespace tvar::facts
