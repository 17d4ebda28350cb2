// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/analysis/stop_words.h"

#include <string>
#include <unordered_set>

#include "lib/text/fold.h"

namespace tvar::analysis {
namespace {

// The closed word classes of Czech grammar, the frequent members of each; not a list fitted to some texts. Full verbs,
// adverbs and numerals are left out even where they are frequent: people search for them.
constexpr std::string_view kFunctionWords =
    // prepositions, with their vocalised forms
    "v ve na do z ze s se k ke ku o od ode u po pro při před přede za nad nade pod pode bez beze mezi přes "
    "přese skrz "
    "skrze kolem okolo podle dle vedle kromě mimo proti vůči kvůli díky během včetně ohledně uvnitř podél "
    // conjunctions
    "a i ani nebo anebo či ale avšak však nýbrž že aby ať když jestli jestliže zda zdali protože poněvadž "
    "jelikož "
    "neboť než jak jako jakož ačkoli ačkoliv přestože zatímco jakmile dokud tedy tudíž jednak buď pokud "
    "takže aniž "
    "abych abys abychom abyste bych bys by bychom byste kdybych kdybys kdyby kdybychom kdybyste "
    // auxiliary verb být: present, future, past
    "jsem jsi je jsme jste jsou není nejsem nejsme nejsou budu budeš bude budeme budete budou nebude nebudou "
    "byl byla "
    "bylo byli byly nebyl nebyla nebylo nebyli nebyly být "
    // personal, reflexive and possessive pronouns
    "já ty on ona ono my vy oni ony mě mne mi mně mnou tě tebe ti tobě tebou ho jeho jej jemu mu něho něj "
    "němu něm ním "
    "jí ji ní ni jich nich jim nim jimi nimi nás nám námi vás vám vámi si sebe sobě sebou "
    "můj má mé mého mému mém mým svůj svá své svého svému svém svým svou svých svými náš naše našeho našemu "
    "našem naším "
    "našich našim našimi váš vaše vašeho vašemu vašem vaším vašich vašim vašimi její jejího jejímu jejím "
    "jejich "
    // demonstrative, relative and interrogative pronouns
    "ten ta to ti ty toho té tomu tom tím tou těch těm těmi tu tento tato toto tohoto této tomuto tomto "
    "tímto touto "
    "těchto těmto těmito tuto tito tyto takový taková takové "
    "který která které kterého kterému kterém kterým kterou kteří kterých kterými jenž jež jehož jejž jemuž "
    "němž jímž "
    "jíž jichž nichž jimž nimž kdo co což čeho čemu čem čím jaký jaká jaké jakého "
    // particles
    "ne ano li tak také též už jen jenom asi prý přece ";

// Function words whose letters without marks are a word of their own, which then is the likelier meaning of a query.
constexpr std::string_view kOtherWhenFolded = "být má mé ať";

std::unordered_set<std::string> split(std::string_view words, bool fold) {
  std::unordered_set<std::string> set;
  while (!words.empty()) {
    const std::size_t end = words.find(' ');
    const std::string_view word = words.substr(0, end);
    if (!word.empty()) set.insert(fold ? text::fold_diacritics(word) : std::string(word));
    words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
  }
  return set;
}

std::unordered_set<std::string> make_set() {
  std::unordered_set<std::string> set = split(kFunctionWords, true);
  for (const std::string& word : split(kOtherWhenFolded, true)) set.erase(word);
  set.merge(split(kFunctionWords, false));
  return set;
}

}  // namespace

bool is_stop_word(std::string_view word) {
  static const std::unordered_set<std::string> kSet = make_set();
  return kSet.contains(std::string(word));
}

}  // namespace tvar::analysis
