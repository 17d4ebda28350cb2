// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/areas.h"

#include <algorithm>
#include <cstdint>

#include "lib/facts/gazetteer.h"
#include "lib/facts/organization_names.h"
#include "lib/text/fold.h"

namespace tvar::facts {
namespace {

const District& district_of(const Municipality& town) {
  return districts()[town.district];
}

// Who says Brno or Most without more means the large one.
const Municipality* much_larger(const std::vector<const Municipality*>& towns) {
  constexpr std::uint32_t kMuch = 3;
  const Municipality* largest = towns.front();
  for (const Municipality* town : towns) {
    if (town->population > largest->population) largest = town;
  }
  const bool is_clear = std::all_of(towns.begin(), towns.end(), [largest](const Municipality* town) {
    return town == largest || largest->population > kMuch * town->population;
  });
  return is_clear ? largest : nullptr;
}

// The capital is a kraj and an okres of its own.
Path path_of(const Municipality& town) {
  const District& district = district_of(town);
  Path path = {std::string(district.region)};
  if (district.name != district.region) path.emplace_back(district.name);
  path.emplace_back(town.name);
  return path;
}

Path common_beginning(const std::vector<const Municipality*>& towns) {
  Path common = path_of(*towns.front());
  // Two of one name in one okres have the same path and are still two.
  if (towns.size() > 1) common.pop_back();
  for (const Municipality* other : towns) {
    const Path path = path_of(*other);
    const auto parting = std::mismatch(common.begin(), common.end(), path.begin(), path.end()).first;
    common.erase(parting, common.end());
  }
  return common;
}

enum class Alone : std::uint8_t {
  is_class,   // "Policie ČR" is the class, whatever else it is called
  is_branch,  // "Oblastní charita" is one of them
};

// Words that names of offices and branches begin with, and the class they make; longer ones before their beginnings.
struct OrganizationClass {
  std::string_view beginning;  // folded
  std::string_view name;
  Alone alone = Alone::is_branch;
};
constexpr OrganizationClass kClasses[] = {
    {"krajske reditelstvi policie", "Policie ČR"},
    {"obvodni oddeleni policie", "Policie ČR"},
    {"policie ceske republiky", "Policie ČR", Alone::is_class},
    {"policie cr", "Policie ČR", Alone::is_class},
    {"mestska policie", "Městská policie"},
    {"obecni policie", "Obecní policie"},
    {"hasicsky zachranny sbor", "Hasičský záchranný sbor"},
    {"urad prace ceske republiky", "Úřad práce", Alone::is_class},
    {"urad prace cr", "Úřad práce", Alone::is_class},
    {"urad prace", "Úřad práce"},
    {"mestsky urad", "Městský úřad"},
    {"obecni urad", "Obecní úřad"},
    {"krajsky urad", "Krajský úřad"},
    {"magistrat", "Magistrát"},
    {"financni urad", "Finanční úřad"},
    {"katastralni urad", "Katastrální úřad"},
    {"stavebni urad", "Stavební úřad"},
    {"zivnostensky urad", "Živnostenský úřad"},
    {"okresni sprava socialniho zabezpeceni", "Správa sociálního zabezpečení"},
    {"ceska sprava socialniho zabezpeceni", "Správa sociálního zabezpečení"},
    {"ministerstvo", "Ministerstvo"},
    {"okresni soud", "Okresní soud"},
    {"krajsky soud", "Krajský soud"},
    {"probacni a mediacni sluzba", "Probační a mediační služba"},
    {"okresni hospodarska komora", "Hospodářská komora"},
    {"krajska hospodarska komora", "Hospodářská komora"},
    {"hospodarska komora", "Hospodářská komora"},
    {"arcidiecezni charita", "Charita"},
    {"diecezni charita", "Charita"},
    {"oblastni charita", "Charita"},
    {"mestska charita", "Charita"},
    {"farni charita", "Charita"},
    {"charita", "Charita"},
    {"slezska diakonie", "Diakonie"},
    {"diakonie", "Diakonie"},
    {"mistni akcni skupina", "Místní akční skupina"},
    {"mas", "Místní akční skupina"},
    {"dum deti a mladeze", "Dům dětí a mládeže"},
    {"materska skola", "Mateřská škola"},
    {"ms", "Mateřská škola"},
    {"zakladni umelecka skola", "Základní umělecká škola"},
    {"zus", "Základní umělecká škola"},
    {"zakladni skola", "Základní škola"},
    {"zs", "Základní škola"},
    {"stredni odborna skola", "Střední škola"},
    {"stredni odborne uciliste", "Střední škola"},
    {"stredni skola", "Střední škola"},
    {"gymnazium", "Gymnázium"},
    {"nemocnice", "Nemocnice"},
};

// What is called so and then has the name of a municipality.
constexpr std::string_view kMunicipalClass = "Obec";
constexpr std::string_view kMunicipalBeginnings[] = {"statutární město ", "hlavní město ", "město ",
                                                     "městys ", "obec "};

bool is_municipality(std::string_view name) {
  const std::string lower = text::fold_case(name);
  std::vector<const Municipality*> towns;
  for (const std::string_view beginning : kMunicipalBeginnings) {
    if (!std::string_view(lower).starts_with(beginning)) continue;
    Gazetteer::instance().find_namesakes(name.substr(beginning.size()), towns);
    return !towns.empty();
  }
  return false;
}

}  // namespace

std::optional<Path> area_of(std::string_view town, std::string_view region) {
  std::vector<const Municipality*> towns;
  Gazetteer::instance().find_namesakes(town, towns);
  const std::string wanted = text::fold_key(region);
  const auto is_elsewhere = [&wanted](const Municipality* one) {
    return text::fold_key(district_of(*one).region) != wanted;
  };
  if (!wanted.empty() && !std::all_of(towns.begin(), towns.end(), is_elsewhere))
    std::erase_if(towns, is_elsewhere);
  else
    std::erase_if(towns, [](const Municipality* one) { return one->kind == NameKind::city_abroad; });
  if (towns.empty()) return std::nullopt;
  if (const Municipality* const one = much_larger(towns)) return path_of(*one);
  Path common = common_beginning(towns);
  return common.empty() ? std::nullopt : std::optional<Path>(std::move(common));
}

std::optional<Path> organization_path(std::string_view name) {
  const std::string folded = text::fold_key(name);
  const std::string_view key = key_without_legal_form(folded);
  for (const OrganizationClass& known : kClasses) {
    if (!key.starts_with(known.beginning)) continue;
    const std::string_view rest = key.substr(known.beginning.size());
    const bool is_class =
        rest.empty() && (known.alone == Alone::is_class || known.beginning == text::fold_key(known.name));
    if (is_class) return Path{std::string(known.name)};
    if (!rest.empty() && rest.front() != ' ' && rest.front() != ',') continue;
    return Path{std::string(known.name), std::string(name)};
  }
  if (is_municipality(name)) return Path{std::string(kMunicipalClass), std::string(name)};
  return std::nullopt;
}

}  // namespace tvar::facts
