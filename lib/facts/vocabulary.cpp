// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/vocabulary.h"

#include <iterator>

namespace tvar::facts {
namespace {

struct WordList {
  WordClass classes;
  std::string_view lemmas;  // separated by spaces
};

constexpr WordList kLists[] = {
    {kTownNoun, "město obec městys městečko městský"},
    {kDistrictNoun, "okres okresní"},
    {kFoundingWord,
     "vzniknout vznik založit založený založení ustavit ustavený ustavení ustavující ustanovit ustanovený "
     "zřídit zřízený zřízení zakládat zakládající zakládací zakladatelský zřizovací zaregistrovat "
     "zaregistrovaný zapsat zahájit"},
    {kWorkingVerb, "působit fungovat existovat pracovat scházet sejít"},
    {kOrganHead,
     "úřad magistrát soud fond svaz ústav institut klub spolek hospic domov dům odbor stacionář svazek "
     "mikroregion sbor okrsek podnik oddíl pivovar archiv orchestr soubor cukrovar lihovar autoklub "
     "automotoklub "
     "deník týdeník rozhlas ateliér les vodovod club inspektorát pakt"},
    {kOrganHead | kFeminine,
     "policie agentura charita diakonie komora škola univerzita fakulta nemocnice poradna nadace asociace "
     "církev farnost armáda liga unie federace služba správa inspekce knihovna pojišťovna společnost "
     "organizace kancelář galerie diecéze síť jednota aliance platforma koalice stanice linka akademie "
     "spořitelna banka filharmonie elektrárna teplárna strojírna železárna věznice mlékárna jídelna zahrada "
     "konzervatoř noclehárna ubytovna dílna hvězdárna sklárna porcelánka cementárna slévárna tiskárna "
     "cihelna "
     "pekárna lékárna matice arcidiecéze televize pošta sněmovna rafinerie noviny konfederace muzika "
     "záložna katedra školka poliklinika léčebna dechovka"},
    {kOrganHead | kNeuter,
     "ministerstvo zastupitelství partnerství centrum sdružení gymnázium muzeum divadlo družstvo hnutí "
     "ředitelství "
     "středisko učiliště povodí nakladatelství vydavatelství kino planetárium biskupství arcibiskupství "
     "opatství kvarteto studio velvyslanectví společenství sanatorium zoo rybářství zahradnictví truhlářství "
     "pekařství stavitelství knihkupectví "
     "řeznictví zámečnictví vinařství kovářství ekocentrum infocentrum"},
    // Heads only behind certain adjectives: akční skupina, chráněné bydlení.
    {kFeminine, "skupina rada strana péče obec hudba"},
    {kNeuter, "bydlení oddělení zařízení"},
    {kOrganNoun,
     "organizace společnost sdružení spolek firma nadace hnutí podnik družstvo neziskovka agentura hospic "
     "nakladatelství vydavatelství automobilka textilka chemička kapela muzika dopravce developer řetězec "
     "supermarket hypermarket výrobce dodavatel zhotovitel provozovatel operátor konsorcium"},
    {kGenericOrgan,
     "organizace společnost sdružení spolek firma neziskovka podnik automobilka textilka chemička kapela "
     "dopravce developer řetězec supermarket hypermarket výrobce dodavatel zhotovitel provozovatel "
     "operátor konsorcium"},
    {kOfficial,
     "městský obecní krajský okresní oblastní farní diecézní státní český evropský národní vrchní nejvyšší "
     "ústavní celní finanční katastrální živnostenský mateřský základní střední vysoký slezský moravský "
     "zoologický botanický "
     "vojenský"},
    {kRole,
     "starosta starostka místostarosta místostarostka primátor primátorka náměstek náměstkyně ředitel "
     "ředitelka předseda předsedkyně místopředseda místopředsedkyně tajemník tajemnice vedoucí koordinátor "
     "koordinátorka konzultant konzultantka poradce poradkyně manažer manažerka mluvčí hejtman hejtmanka "
     "ministr ministryně poslanec poslankyně senátor senátorka radní zastupitel zastupitelka farář farářka "
     "lektor lektorka pracovník pracovnice učitel učitelka zástupce zástupkyně specialista specialistka "
     "kurátor kurátorka asistent asistentka jednatel jednatelka zapisovatel zapisovatelka ověřovatel "
     "ověřovatelka strážník psycholog psycholožka právník právnička terapeut terapeutka předsedající "
     "zmocněnec zmocněnkyně garant garantka metodik metodička lékař lékařka kněz vychovatel vychovatelka"},
    {kPersonNoun, "pan pán paní slečna"},
    {kNamedThing,
     "ulice náměstí škola gymnázium nadace univerzita park třída nábřeží cena památník muzeum divadlo "
     "nemocnice knihovna sídliště dům kolej memoriál fond zš mš sš kostel kaple sad nám ul sv svatý institut "
     "socha hrob jméno stadion galerie"},
    {kGroupWord, "skupina"},
    {kWorkingWord, "pracovní"},
    {kBeingVerb, "být tvořit patřit stát zahrnovat zapojit zapojený sestávat skládat sdružovat"},
    {kYearWord, "rok léto období letopočet"},
    {kCounted,
     "koruna kč obyvatel člověk osoba dítě klient byt metr m km hodina kus tisíc milion euro eur procento "
     "uživatel žák student rodina domácnost návštěvník účastník místo hektar kg tuna hlas volič stránka "
     "slovo litr případ kontakt výtisk strom tis mil mld minuta den krok muž žena rom občan divák čtenář ks "
     "ha mm cm let zájemce"},
    {kReference,
     "číslo č symbol zákon vyhláška nařízení usnesení spis zn čj čp čís odstavec odst článek čl strana str "
     "psč tel "
     "telefon mobil fax ič ičo dič ev id účet sb verze paragraf parcela projekt_č reg bod kapitola norma iso "
     "vložka "
     "čsn"},
    {kPublishing,
     "zveřejnit zveřejněný publikovat publikovaný vydat vydaný vložit vložený zveřejnění vydání publikace "
     "publikování uveřejnit uveřejněný vystavený vyvěsit vyvěšený vyvěšení otištěný otisknout"},
    {kListHeader, "organizace instituce subjekt název člen partner zaměstnavatel"},
    {kVerb,
     "mít moci muset chtít připravit připravovat poskytovat poskytnout pomáhat nabízet uvést říci podílet "
     "získat otevřít pořádat provozovat spolupracovat realizovat zajišťovat schválit působit dostat"},
    {kPublicBody, "rada výbor komise zastupitelstvo"},
};

struct MonthForms {
  std::string_view stem;
  std::string_view endings;
};

// All cases, and the adjective: červnový.
constexpr MonthForms kMonths[] = {
    {"led", "en na nu nem nový nové nového novém novým nová novou"},
    {"únor", " a u em e ový ové ového ovém ovým ová ovou"},
    {"břez", "en na nu nem nový nové nového novém novým nová novou"},
    {"dub", "en na nu nem nový nové nového novém novým nová novou"},
    {"květ", "en na nu nem nový nové nového novém novým nová novou"},
    {"červ", "en na nu nem nový nové nového novém novým nová novou"},
    {"červen", "ec ce ci cem cový cové cového covém covým cová covou"},
    {"srp", "en na nu nem nový nové nového novém novým nová novou"},
    {"září", " m jový jové jového jovém jovým jová jovou"},
    {"říj", "en na nu nem nový nové nového novém novým nová novou"},
    {"listopad", " u em ový ové ového ovém ovým ová ovou"},
    {"prosin", "ec ce ci cem cový cové cového covém covým cová covou"},
};

// Calls `take` with each word of a list.
template <typename Take>
void for_each_word(std::string_view list, const Take& take) {
  for (;;) {
    const std::size_t space = list.find(' ');
    take(list.substr(0, space));
    if (space == std::string_view::npos) return;
    list.remove_prefix(space + 1);
  }
}

template <typename... Endings>
constexpr bool ends_in(std::string_view word, const Endings&... endings) {
  return (word.ends_with(std::string_view(endings)) || ...);
}

// Nouns made of verbs end like adjectives: začleňování, vzdělávání, bytí.
bool is_adjective(std::string_view lemma) {
  return lemma.ends_with("ý") ||
         (lemma.ends_with("í") &&
          !ends_in(lemma, "ání", "ení", "ění", "tí", "čí", "ství", "ctví", "dí", "zemí", "áří", "adlí", "ilí",
                   "olí", "ělí", "oří", "hůří", "ádraží", "zboží", "zdraví", "obydlí", "pobřeží", "pomezí"));
}

constexpr float kProbable = 0.2F;

}  // namespace

Vocabulary::Vocabulary(const Stemmer& stemmer, std::span<const std::string> member_words) {
  for (const WordList& list : kLists) {
    for_each_word(list.lemmas, [&](std::string_view lemma) { add(stemmer, lemma, list.classes); });
  }
  for (const std::string& lemma : member_words) add(stemmer, lemma, kMemberWord);
}

void Vocabulary::add(const Stemmer& stemmer, std::string_view lemma, WordClass classes) {
  Readings readings;
  stemmer.stem(lemma, StemMode::document, readings);
  for (const Reading& reading : readings) {
    if (reading.weight >= 0.5F) words_[reading.term] |= classes;
  }
}

WordClass Vocabulary::classes(const Readings& readings) const {
  WordClass all = 0;
  bool first = true;
  for (const Reading& reading : readings) {
    if (reading.weight < kProbable) continue;
    if (first && is_adjective(reading.term)) all |= kAdjective;
    first = false;
    const auto found = words_.find(std::string_view(reading.term));
    if (found != words_.end()) all |= found->second;
  }
  return all;
}

bool is_genitive(std::string_view form, std::string_view lemma) noexcept {
  if (lemma.size() < 3) return false;
  if (is_adjective(lemma)) {
    return lemma.ends_with("ý") ? ends_in(form, "ého", "é", "ých") : ends_in(form, "ího", "í", "ích");
  }
  if (lemma.ends_with("ův")) return ends_in(form, "ova", "ovy", "ových");
  if (lemma.ends_with("í")) return form == lemma;
  const bool is_bare = !ends_in(form, "a", "á", "e", "é", "ě", "i", "í", "o", "u", "ů", "y", "ý", "m",
                                "ch");  // služeb, silnic, měst
  if (lemma.ends_with("a")) return form != lemma && (ends_in(form, "y", "e", "ě", "i", "ů") || is_bare);
  if (lemma.ends_with("á")) return ends_in(form, "é");  // házená
  if (lemma.ends_with("o")) return ends_in(form, "a") || is_bare;
  if (lemma.ends_with("um")) return form != lemma && (ends_in(form, "a", "í") || is_bare);  // center, muzeí
  if (lemma.ends_with("ice")) return form == lemma || is_bare;
  if (lemma.ends_with("e") || lemma.ends_with("ě"))
    return form == lemma || is_bare || ends_in(form, "í", "ů", "te", "at");
  if (form == lemma || form.ends_with("ou")) return false;
  if (form.ends_with("i"))
    return ends_in(lemma, "st", "ť", "ň", "moc", "noc", "věc", "řeč");  // společnosti, but not "hasiči"
  return ends_in(form, "u", "a", "e", "ě", "ů", "í") || form == "přátel";
}

int month_of(std::string_view word) noexcept {
  // As their stems begin, those with diacritics by the first byte; half of all words do not.
  constexpr std::string_view kFirstBytes = "lbdkszp\xC3\xC4\xC5";
  if (word.empty() || kFirstBytes.find(word.front()) == std::string_view::npos) return 0;
  for (std::size_t i = 0; i < std::size(kMonths); ++i) {
    const MonthForms& month = kMonths[i];
    if (month.stem.front() != word.front() || !word.starts_with(month.stem)) continue;
    bool found = false;
    for_each_word(month.endings, [&](std::string_view ending) {
      found = found || word.substr(month.stem.size()) == ending;
    });
    if (found) return static_cast<int>(i) + 1;
  }
  return 0;
}

}  // namespace tvar::facts
