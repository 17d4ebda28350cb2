// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/lexicon/conjugation.h"

#include <initializer_list>
#include <string_view>

#include "stemmers/lexicon/letters.h"
#include "stemmers/lexicon/tables.h"

namespace tvar::stemmers::lexicon {
namespace {

void add_endings(CellForms& forms, const std::string& stem, std::initializer_list<const char*> endings) {
  for (const char* ending : endings) forms.emplace_back(stem + ending, ending);
}

std::string without(const std::string& text, std::string_view tail) {
  return replace_tail(text, tail, "");
}

/// -u and -i: the e-conjugation. `third` is the third person singular.
void add_e_present(CellForms& forms, const std::string& first, const std::string& third) {
  const bool has_u = ends_with(first, "u");
  forms.emplace_back(first, has_u ? "u" : "i");
  const std::string stem = third.empty() ? first.substr(0, first.size() - 1) : without(third, "e");
  add_endings(forms, stem, {"eš", "e", "eme", "ete"});
  const std::string first_stem = first.substr(0, first.size() - 1);
  forms.emplace_back(first_stem + (has_u ? "ou" : "í"), has_u ? "ou" : "í");
  if (has_u && stem != first_stem) forms.emplace_back(stem + "ou", "ou");
}

}  // namespace

CellForms present_forms(const std::string& part) {
  const std::vector<std::string> persons = split(part, '/');
  const std::string& first = persons[0];
  const std::string third = persons.size() > 1 ? persons[1] : std::string();
  CellForms forms;
  if (first == "jsem") {
    add_endings(forms, "", {"jsem", "jsi", "je", "jsme", "jste", "jsou", "není"});
  } else if (first == "vím") {
    add_endings(forms, "v", {"ím", "íš", "í", "íme", "íte", "ědí"});
  } else if (ends_with(first, "povím")) {
    add_endings(forms, without(first, "ím"), {"ím", "íš", "í", "íme", "íte", "ědí"});
  } else if (first == "jím" || first == "sním") {
    add_endings(forms, without(first, "ím"), {"ím", "íš", "í", "íme", "íte"});
    forms.emplace_back(first == "jím" ? "jedí" : "snědí", "ědí");
  } else if (first == "chci") {
    add_endings(forms, "ch", {"ci", "ceš", "ce", "ceme", "cete", "tějí", "cou"});
  } else if (ends_with(first, "ím")) {
    add_endings(forms, without(first, "ím"), {"ím", "íš", "í", "íme", "íte", "ejí", "ějí"});
  } else if (ends_with(first, "ám")) {
    add_endings(forms, without(first, "ám"), {"ám", "áš", "á", "áme", "áte", "ají"});
  } else {
    add_e_present(forms, first, third);
  }
  if (persons.size() > 2) forms.emplace_back(persons[2], "í");
  return forms;
}

CellForms past_forms(const std::string& part) {
  const std::vector<std::string> stems = split(part, '|');
  CellForms forms = {{stems[0], "l"}};
  const std::string& stem = stems.back();
  add_endings(forms, stem, {"a", "o", "i", "y"});
  forms.emplace_back(stems[0] + "s", "ls");
  add_endings(forms, stem, {"as", "os"});
  return forms;
}

CellForms passive_forms(const std::string& part) {
  CellForms forms = {{part, "n"}};
  add_endings(forms, part, {"a", "o", "i", "y", "u"});
  return forms;
}

CellForms imperative_forms(const std::string& part) {
  CellForms forms = {{part, "!"}};
  if (!ends_with(part, "i")) {
    forms.emplace_back(part + "me", "!me");
    forms.emplace_back(part + "te", "!te");
    return forms;
  }
  const std::string stem = without(part, "i");
  const bool soft = !stem.empty() && std::string_view("dtnbpvmf").find(stem.back()) != std::string_view::npos;
  forms.emplace_back(stem + (soft ? "ěme" : "eme"), "!me");
  forms.emplace_back(stem + (soft ? "ěte" : "ete"), "!te");
  return forms;
}

CellForms transgressive_forms(const std::string& part) {
  CellForms forms = {{part, "tr"}};
  if (ends_with(part, "a")) {
    add_endings(forms, without(part, "a"), {"ouc", "ouce"});
  } else if (ends_with(part, "ě")) {
    add_endings(forms, without(part, "ě"), {"íc", "íce"});
  } else if (ends_with(part, "e")) {
    add_endings(forms, without(part, "e"), {"íc", "íce"});
  } else {
    add_endings(forms, part, {"ši", "še"});
  }
  return forms;
}

std::vector<std::string> regular_transgressives(const std::string& infinitive) {
  struct Model {
    const char* end;
    std::initializer_list<const char*> present;
  };
  static const Model kModels[] = {{"ovat", {"uje", "ujíc", "ujíce"}},
                                  {"at", {"aje", "ajíc", "ajíce"}},
                                  {"ět", {"íc", "íce", "ějíc", "ějíce"}},
                                  {"et", {"íc", "íce", "ejíc", "ejíce"}},
                                  {"it", {"íc", "íce"}},
                                  {"out", {}}};
  std::vector<std::string> forms;
  for (const Model& model : kModels) {
    if (!ends_with(infinitive, model.end)) continue;
    const std::string stem = without(infinitive, model.end);
    for (const char* ending : model.present) forms.push_back(stem + ending);
    break;
  }
  if (!ends_with(infinitive, "t")) return forms;
  std::string past = without(infinitive, "t") + "v";
  if (ends_with(past, "ouv")) past = replace_tail(past, "ouv", "uv");
  if (!ends_with(infinitive, "st") && !ends_with(infinitive, "ct")) {
    for (const char* ending : {"", "ši", "še"}) forms.push_back(past + ending);
  }
  return forms;
}

}  // namespace tvar::stemmers::lexicon
