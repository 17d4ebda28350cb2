// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// One name for an organisation, however it is spelled.
///
///     canonical_name("Člověk v tísni, o. p. s.")                   "Člověk v tísni"
///     canonical_name("o.s. IQ Roma servis")                        "IQ Roma servis"
///     canonical_name("město Břeclav (zejména odbor školství)")     "město Břeclav"
#pragma once

#include <string>
#include <string_view>

namespace tvar::facts {

/// The name without legal form, bracketed remarks, list punctuation and needless spaces. What is left of a name that is
/// nothing else is the name itself.
[[nodiscard]] std::string canonical_name(std::string_view raw);

/// Cuts a legal form off the end of `name`, in any spelling, with the comma before it. @return whether there was one
bool cut_legal_form_behind(std::string_view& name);

/// The part of a folded name (text::fold_key) that is left without legal form, before or behind it, however spelled: what
/// names are compared by when people filter and count. A view into `key`; all of it when nothing else would be left.
///
///     key_without_legal_form("clovek v tisni, o. p. s.")   "clovek v tisni"
[[nodiscard]] std::string_view key_without_legal_form(std::string_view key);

/// Whether a token, in lower case and without dots as the tokenizer joins it, is the abbreviation of a legal form: ops, sro.
[[nodiscard]] bool is_legal_form(std::string_view token) noexcept;

/// The more official of two spellings of one name: the one with more capitals; the first when equal.
[[nodiscard]] bool is_more_official(std::string_view name, std::string_view other);

}  // namespace tvar::facts
