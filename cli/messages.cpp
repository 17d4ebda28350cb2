// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/messages.h"

#include <array>
#include <cstddef>

#include "cli/text.h"

namespace tvar::cli {
namespace {

struct Message {
  MessageId id;
  Text text;
};

struct ErrorName {
  ErrorCode code;
  Text text;
};

struct QueryErrorName {
  QueryError::Code code;
  std::string_view spelling;
  Text text;
};

struct QueryErrorText {
  QueryError::Reason reason;
  std::string_view czech;  // the library has the English text
};

struct QueryNoteName {
  QueryNote::Code code;
  std::string_view spelling;
  std::string_view czech;  // the library has the English text
};

// Numbers stand behind a colon, so that neither language needs its plural forms.
constexpr Message kMessages[] = {
    {MessageId::hint, {"hint: {0}", "rada: {0}"}},
    {MessageId::did_you_mean, {"did you mean \"{0}\"?", "neměli jste na mysli „{0}“?"}},
    {MessageId::see_help, {"\"{0}\" says more", "víc poví „{0}“"}},

    {MessageId::unknown_command, {"unknown command \"{0}\"", "neznámý příkaz „{0}“"}},
    {MessageId::unknown_option, {"unknown option {0}", "neznámá volba {0}"}},
    {MessageId::missing_value, {"option {0} needs a value", "volba {0} potřebuje hodnotu"}},
    {MessageId::unwanted_value, {"option {0} takes no value", "volba {0} nemá hodnotu"}},
    {MessageId::not_a_number,  // option, value, smallest, largest
     {"option {0}: \"{1}\" is not a whole number from {2} to {3}",
      "volba {0}: „{1}“ není celé číslo od {2} do {3}"}},
    {MessageId::not_a_choice,  // option, value, choices
     {"option {0}: \"{1}\" is none of {2}", "volba {0}: „{1}“ není žádná z možností {2}"}},
    {MessageId::needs_path, {"name a file or a folder to index", "uveďte soubor nebo složku k indexování"}},
    {MessageId::needs_path_to_read,
     {"name a file or a folder to read", "uveďte soubor nebo složku ke čtení"}},
    {MessageId::needs_query, {"a query is missing", "chybí dotaz"}},
    {MessageId::needs_id, {"name a document by its id", "uveďte id dokumentu"}},
    {MessageId::needs_beginning, {"the beginning of a word is missing", "chybí začátek slova"}},
    {MessageId::unwanted_argument, {"unexpected argument \"{0}\"", "přebytečný argument „{0}“"}},
    {MessageId::batch_takes_no_query,
     {"with --batch the queries come from the file, not from the command line",
      "s --batch se dotazy čtou ze souboru, ne z příkazové řádky"}},
    {MessageId::batch_needs_trec,
     {"--batch writes --format trec only", "--batch píše jen ve tvaru --format trec"}},
    {MessageId::trec_needs_batch,
     {"--format trec needs --batch, which names the queries",
      "--format trec potřebuje --batch, kde mají dotazy svá jména"}},
    {MessageId::bad_sort,
     {"option --sort: \"{0}\" is neither score nor FIELD, FIELD:asc, FIELD:desc",
      "volba --sort: „{0}“ není ani score, ani POLE, POLE:asc, POLE:desc"}},
    {MessageId::needs_command, {"name a command", "uveďte příkaz"}},
    {MessageId::not_together, {"{0} does not go with {1}", "{0} nelze spojit s {1}"}},
    {MessageId::format_needs_input,
     {"--format is for standard input, which is named -",
      "--format platí pro standardní vstup, který se značí -"}},
    {MessageId::not_one_word,  // option, value
     {"option {0}: \"{1}\" is more than one word", "volba {0}: „{1}“ není jedno slovo"}},

    {MessageId::no_index,
     {"there is no index in {0} or above it", "ve složce {0} ani nad ní není žádný index"}},
    {MessageId::no_index_hint,
     {"make one by \"tvar index PATH\", or name one by --index DIR or $TVAR_INDEX",
      "vytvořte jej příkazem „tvar index CESTA“, nebo jej určete volbou --index či proměnnou $TVAR_INDEX"}},
    {MessageId::no_such_field, {"there is no field \"{0}\"", "pole „{0}“ neexistuje"}},
    {MessageId::fields_are_listed, {"\"tvar stats\" lists the fields", "pole vypíše „tvar stats“"}},
    {MessageId::cannot_read, {"{0}: cannot be read: {1}", "{0}: nelze číst: {1}"}},
    {MessageId::name_readable, {"name a file that can be read", "uveďte soubor, který lze číst"}},
    {MessageId::cannot_write,
     {"standard output: cannot be written: {0}", "standardní výstup: nelze psát: {0}"}},
    {MessageId::unexpected, {"unexpected failure: {0}", "neočekávaná chyba: {0}"}},

    {MessageId::warning, {"{0}: warning: {1}", "{0}: varování: {1}"}},
    {MessageId::indexed,  // documents, files, size, seconds, index
     {"documents: {0}, files: {1}, size: {2}, seconds: {3}, index: {4}",
      "dokumenty: {0}, soubory: {1}, velikost: {2}, sekundy: {3}, index: {4}"}},
    {MessageId::ignored_files,
     {"files of other kinds, passed over: {0}", "soubory jiných druhů, přeskočené: {0}"}},
    {MessageId::skipped_files,  // hidden, links to folders, excluded
     {"passed over: hidden: {0}, links to folders: {1}, excluded by .tvarignore: {2}",
      "přeskočeno: skryté: {0}, odkazy na složky: {1}, vyloučené v .tvarignore: {2}"}},
    {MessageId::synchronised,  // files: added, changed, moved, removed, unchanged
     {"files added: {0}, changed: {1}, moved: {2}, removed: {3}, unchanged: {4}",
      "soubory přidané: {0}, změněné: {1}, přesunuté: {2}, odebrané: {3}, beze změny: {4}"}},
    {MessageId::watching, {"watching for changes; Ctrl-C ends", "sleduji změny; Ctrl-C skončí"}},
    {MessageId::waiting, {"{0}; waiting for it to finish", "{0}; čeká se, až skončí"}},
    {MessageId::updated,  // files: added, changed, moved, removed; documents
     {"files added: {0}, changed: {1}, moved: {2}, removed: {3}; documents: {4}",
      "soubory přidané: {0}, změněné: {1}, přesunuté: {2}, odebrané: {3}; dokumenty: {4}"}},
    {MessageId::watched,  // updates, documents, seconds, index
     {"stopped; updates: {0}, documents: {1}, seconds: {2}, index: {3}",
      "skončeno; aktualizace: {0}, dokumenty: {1}, sekundy: {2}, index: {3}"}},
    {MessageId::deleted, {"deleted: {0}, index: {1}", "smazáno: {0}, index: {1}"}},
    {MessageId::rebuilt,  // documents, size before, size now, seconds, index
     {"documents: {0}, size: {1} → {2}, seconds: {3}, index: {4}",
      "dokumenty: {0}, velikost: {1} → {2}, sekundy: {3}, index: {4}"}},
    {MessageId::field_changes,  // names of fields: added, removed, changed
     {"fields added: {0}; removed: {1}; changed: {2}", "pole přidaná: {0}; odebraná: {1}; změněná: {2}"}},
    {MessageId::interrupted,
     {"interrupted; nothing was committed, the index is as it was",
      "přerušeno; nic se neuložilo, index je, jaký byl"}},
    {MessageId::set_aside,  // documents, files
     {"interrupted; the index is as it was; kept for \"tvar index --resume\" with the same paths: documents: "
      "{0}, files: {1}; any other change of the index drops them",
      "přerušeno; index je, jaký byl; uchováno pro „tvar index --resume“ se stejnými cestami: dokumenty: "
      "{0}, "
      "soubory: {1}; jiná změna indexu je zahodí"}},
    {MessageId::nothing_to_resume,
     {"no interrupted load was kept; it begins anew",
      "žádné přerušené načítání není uchováno; začíná se znovu"}},
    {MessageId::progress,  // files, files in all, size, documents
     {"files: {0}/{1}, {2}, documents: {3}", "soubory: {0}/{1}, {2}, dokumenty: {3}"}},
    {MessageId::progress_left, {"{0} left", "zbývá {0}"}},

    {MessageId::found, {"found: {0}", "nalezeno: {0}"}},
    {MessageId::nothing_found, {"nothing found", "nic nenalezeno"}},
    {MessageId::any_word,
     {"nothing has all the words; these have any of them",
      "všechna slova nemá žádný dokument; tyto mají aspoň některé z nich"}},
    {MessageId::corrected,
     {"not found as typed: {0}; searched instead: {1}",
      "jak je napsáno, se nenašlo: {0}; hledá se místo toho: {1}"}},
    {MessageId::unknown_value,  // field, value
     {"field {0}: no document has '{1}'", "pole {0}: „{1}“ nemá žádný dokument"}},
    {MessageId::unknown_value_nearest,  // field, value, values
     {"field {0}: no document has '{1}'; nearest: {2}",
      "pole {0}: „{1}“ nemá žádný dokument; nejbližší: {2}"}},
    {MessageId::partial_hits, {"with some of the words only: {0}", "jen s některými ze slov: {0}"}},
    {MessageId::missing, {"without: {0}", "bez: {0}"}},
    {MessageId::shown, {"found: {0}, shown: {1}–{2}", "nalezeno: {0}, zobrazeno: {1}–{2}"}},
    {MessageId::collapsed,  // value, count
     {"and more with {0}: {1}", "a další z {0}: {1}"}},
    {MessageId::explained_forms,  // word, forms, field, occurrences, as what, score
     {"\"{0}\" matches {1} in {2} ({3}×) {4}: {5}", "„{0}“ odpovídá {1} v poli {2} ({3}×) {4}: {5}"}},
    {MessageId::explained_place,  // word, field, as what, score
     {"\"{0}\" matches in {1} {2}: {3}", "„{0}“ odpovídá v poli {1} {2}: {3}"}},
    {MessageId::explained_whole, {"{0}: {1}", "{0}: {1}"}},  // what, score
    {MessageId::as_lemma, {"as a form of the word", "jako tvar slova"}},
    {MessageId::as_guess,
     {"as a form of an unknown word, by its ending", "jako tvar neznámého slova podle koncovky"}},
    {MessageId::as_folded_stem, {"as the same stem without diacritics", "jako stejný kmen bez diakritiky"}},
    {MessageId::as_restored,
     {"as a form of the word, with the diacritics put back", "jako tvar slova s doplněnou diakritikou"}},
    {MessageId::as_exact, {"for the form as typed", "za tvar přesně podle dotazu"}},
    {MessageId::as_synonym, {"as an abbreviation or its long form", "jako zkratka nebo její plné znění"}},
    {MessageId::as_spelling, {"as a corrected spelling", "jako opravený překlep"}},
    {MessageId::as_derivation, {"as a derived word", "jako odvozené slovo"}},
    {MessageId::as_family, {"with the words of its root", "i se slovy téhož kořene"}},
    {MessageId::as_prefix, {"by the beginning of the word", "podle začátku slova"}},
    {MessageId::as_fuzzy, {"as a similar word", "jako podobné slovo"}},
    {MessageId::as_phrase, {"as words next to each other", "jako slova vedle sebe"}},
    {MessageId::as_all_words, {"has all the words", "má všechna slova"}},
    {MessageId::as_other, {"the rest of the score", "zbytek skóre"}},
    {MessageId::note, {"note: {0}", "poznámka: {0}"}},
    {MessageId::more_values, {"… and others: {0}", "… a další: {0}"}},
    {MessageId::inexact_counts,
     {"field {0}: the counts are lower bounds", "pole {0}: počty jsou dolní odhady"}},
    {MessageId::no_values,
     {"no document has a value of: {0}", "žádný dokument nemá hodnotu: {0}"}},
    {MessageId::imprecise_dates,  // facet, documents
     {"{0}: documents with a date that is only a year, left out: {1}",
      "{0}: vynechané dokumenty, jejichž datum je jen rok: {1}"}},
    {MessageId::batch_line, {"{0}:{1}: {2}", "{0}:{1}: {2}"}},
    {MessageId::batch_no_tab,
     {"no tab between the name of the query and its text",
      "mezi jménem dotazu a jeho textem není tabulátor"}},

    {MessageId::suggested_word, {"word", "slovo"}},
    {MessageId::suggested_phrase, {"phrase", "sousloví"}},
    {MessageId::suggested_title, {"title", "název"}},
    {MessageId::suggested_value, {"value of {0}", "hodnota pole {0}"}},
    {MessageId::nothing_begins_so,
     {"the index has nothing that begins with \"{0}\"", "v indexu nic nezačíná na „{0}“"}},
    {MessageId::ids_are_shown,
     {"\"tvar search\" prints the id of each hit", "„tvar search“ vypisuje id každého nálezu"}},

    {MessageId::no_document, {"no document has the id \"{0}\"", "žádný dokument nemá id „{0}“"}},
    {MessageId::no_documents,
     {"no document in it; \"tvar --version\" lists the formats that are read",
      "není v tom žádný dokument; čtené formáty vypíše „tvar --version“"}},
    {MessageId::stats_index, {"index", "index"}},
    {MessageId::stats_documents, {"documents", "dokumenty"}},
    {MessageId::stats_size, {"size on disk", "velikost na disku"}},
    {MessageId::stats_terms, {"distinct terms", "různé termy"}},
    {MessageId::stats_length, {"terms a document", "termů na dokument"}},
    {MessageId::stats_format, {"format", "formát"}},
    {MessageId::stats_analyzer, {"analyzer", "analyzátor"}},
    {MessageId::stats_program, {"created by", "vytvořil"}},
    {MessageId::stats_schema, {"schema", "schéma"}},
    {MessageId::stats_boilerplate, {"lines kept out of the answers", "řádky mimo odpovědi"}},
    {MessageId::stats_no_boilerplate,
     {"no lines are kept out of the answers", "žádné řádky nejsou mimo odpovědi"}},
    {MessageId::column_source, {"source", "zdroj"}},
    {MessageId::column_pages, {"pages", "stránky"}},
    {MessageId::column_line, {"line", "řádek"}},
    {MessageId::column_field, {"FIELD", "POLE"}},
    {MessageId::column_kind, {"KIND", "DRUH"}},
    {MessageId::column_facet, {"FACET", "FASETA"}},
    {MessageId::column_multi, {"MULTI", "VÍC"}},
    {MessageId::column_boost, {"BOOST", "VÁHA"}},
    {MessageId::yes, {"yes", "ano"}},
    {MessageId::column_value, {"VALUE", "HODNOTA"}},
    {MessageId::column_confidence, {"CONFIDENCE", "JISTOTA"}},
    {MessageId::column_raw, {"AS WRITTEN", "V TEXTU"}},
    {MessageId::column_token, {"TOKEN", "TOKEN"}},
    {MessageId::column_bytes, {"BYTES", "BAJTY"}},
    {MessageId::column_position, {"POSITION", "POZICE"}},
    {MessageId::column_exact, {"EXACT", "PŘESNĚ"}},
    {MessageId::column_terms, {"TERMS", "TERMY"}},
    {MessageId::unknown_word, {"the lexicon does not know the word \"{0}\"", "slovník nezná slovo „{0}“"}},
    {MessageId::lemma, {"lemma", "lemma"}},
    {MessageId::forms, {"forms", "tvary"}},
    {MessageId::derivations, {"derived", "odvozená"}},

    {MessageId::help_usage, {"Usage: {0}", "Použití: {0}"}},
    {MessageId::help_commands, {"Commands:", "Příkazy:"}},
    {MessageId::help_options, {"Options:", "Volby:"}},
    {MessageId::help_field_option,
     {"only documents with this value; every facet field of the index is such an option, repeated it means "
      "any of "
      "the values, numbers and dates take ranges (2008..2012); --not-FIELD leaves such documents out",
      "jen dokumenty s touto hodnotou; takovou volbou je každé fasetové pole indexu, opakovaná znamená "
      "kteroukoli "
      "z hodnot, čísla a data berou i rozsahy (2008..2012); --not-POLE takové dokumenty vynechá"}},
    {MessageId::help_index_fields, {"Fields of this index: {0}", "Pole tohoto indexu: {0}"}},
    {MessageId::help_default, {"(default: {0})", "(výchozí: {0})"}},
    {MessageId::help_begin,
     {"To begin: \"tvar index FOLDER\", then \"tvar search WORDS\".",
      "Na začátek: „tvar index SLOŽKA“, pak „tvar search SLOVA“."}},
    {MessageId::help_more,
     {"\"tvar COMMAND --help\" lists the options of a command.",
      "„tvar PŘÍKAZ --help“ vypíše volby příkazu."}},
    {MessageId::help_environment,
     {"Environment: TVAR_INDEX (the index), NO_COLOR (no colours), LC_ALL, LC_MESSAGES, LANG (cs…: Czech)",
      "Prostředí: TVAR_INDEX (index), NO_COLOR (bez barev), LC_ALL, LC_MESSAGES, LANG (cs…: čeština)"}},
    {MessageId::help_exit_codes,
     {"Exit codes: 0 found or done, 1 nothing found, 2 error, 130 interrupted",
      "Návratové kódy: 0 nalezeno či hotovo, 1 nic nenalezeno, 2 chyba, 130 přerušeno"}},
    {MessageId::help_about,
     {"Full-text search for Czech: words are found in all their forms.",
      "Fulltextové vyhledávání pro češtinu: slova se najdou ve všech svých tvarech."}},
    {MessageId::version_stemmer, {"analyzer: {0}", "analyzátor: {0}"}},
    {MessageId::version_formats, {"formats: {0}", "formáty: {0}"}},
};

constexpr ErrorName kErrorNames[] = {
    {ErrorCode::not_found, {"not found", "nenalezeno"}},
    {ErrorCode::already_exists, {"already exists", "už existuje"}},
    {ErrorCode::locked, {"the index is locked", "index je zamčený, zapisuje do něj někdo jiný"}},
    {ErrorCode::changed, {"the index has changed", "index se při čtení změnil"}},
    {ErrorCode::corrupt, {"damaged", "poškozená data"}},
    {ErrorCode::format_too_new, {"written by a newer tvar", "zapsáno novější verzí programu"}},
    {ErrorCode::format_too_old,
     {"written by an older tvar", "zapsáno starší verzí programu, než jakou umíme číst"}},
    {ErrorCode::analyzer_mismatch, {"made with another analyzer", "index vznikl s jiným analyzátorem"}},
    {ErrorCode::unsupported, {"not supported", "nepodporováno"}},
    {ErrorCode::invalid_argument, {"wrong argument", "nesmyslné zadání"}},
    {ErrorCode::io, {"reading or writing failed", "čtení nebo zápis selhaly"}},
    {ErrorCode::disk_full, {"the disk is full", "disk je plný"}},
    {ErrorCode::cancelled, {"cancelled", "přerušeno"}},
    {ErrorCode::internal, {"a bug in tvar", "chyba v programu tvar"}},
};

constexpr QueryErrorName kQueryErrorNames[] = {
    {QueryError::Code::unknown_field, "unknown_field", {"unknown field", "neznámé pole"}},
    {QueryError::Code::bad_value, "bad_value", {"wrong value", "nesmyslná hodnota"}},
    {QueryError::Code::too_long, "too_long", {"the query is too long", "dotaz je příliš dlouhý"}},
    {QueryError::Code::too_complex, "too_complex", {"the query is too complex", "dotaz je příliš složitý"}},
};

using Reason = QueryError::Reason;
constexpr QueryErrorText kQueryErrorTexts[] = {
    {Reason::no_such_field, "pole „{0}“ neexistuje; nejpodobnější je „{1}“"},
    {Reason::only_stored_field, "pole „{0}“ se jen ukládá a nedá se v něm hledat"},
    {Reason::not_a_number, "„{0}“ není číslo, jaké pole „{1}“ potřebuje; rozsah se píše 2008..2012"},
    {Reason::not_a_date,
     "„{0}“ není datum jako 2016-04-14, 2016-04 nebo 2016, jaké pole „{1}“ potřebuje; rozsah se píše "
     "2016-04..2016-06"},
    {Reason::not_a_value, "„{0}“ není hodnota ani rozsah pole „{1}“"},
    {Reason::range_without_ends, "„{0}“ je rozsah bez začátku i konce"},
    {Reason::range_backwards, "rozsah „{0}“ končí dřív, než začíná"},
    {Reason::text_too_long, "dotaz je delší než 1 MB"},
    {Reason::brackets_too_deep, "závorek v sobě smí být nejvýš {0}"},
    {Reason::tree_too_deep, "úrovní v sobě smí být nejvýš {0}"},
    {Reason::tree_too_large, "částí dotazu smí být nejvýš {0}"},
};

constexpr bool query_errors_are_in_order() {
  for (std::size_t i = 0; i < std::size(kQueryErrorTexts); ++i) {
    if (static_cast<std::size_t>(kQueryErrorTexts[i].reason) != i) return false;
  }
  return std::size(kQueryErrorTexts) == static_cast<std::size_t>(Reason::tree_too_large) + 1;
}
static_assert(query_errors_are_in_order(), "kQueryErrorTexts is indexed by QueryError::Reason");

using NoteCode = QueryNote::Code;
constexpr QueryNoteName kQueryNoteNames[] = {
    {NoteCode::open_quote, "open_quote", "uvozovky nejsou uzavřené, fráze proto sahá až do konce"},
    {NoteCode::open_bracket, "open_bracket", "závorka není uzavřená, sahá proto až do konce"},
    {NoteCode::stray_bracket, "stray_bracket", "tato závorka nic nezavírá a četla se jako text"},
    {NoteCode::stray_operator, "stray_operator", "tento operátor nemá co spojit a četl se jako slovo"},
    {NoteCode::operator_in_capitals, "operator_in_capitals",
     "v dotazu psaném celém velkými písmeny se toto četlo jako slovo; AND, OR a NOT jsou operátory vždy"},
    {NoteCode::field_without_value, "field_without_value",
     "toto se četlo jako text, protože hodnota pole musí stát hned za dvojtečkou bez mezery"},
    {NoteCode::star_inside, "star_inside",
     "hvězdička zastupuje další písmena jen na konci slova, tady se četla jako text"},
    {NoteCode::distance_set, "distance_set", "vzdálenost se nastavila na {0}"},
    {NoteCode::or_before_and, "or_before_and", "OR váže těsněji než AND; jinak to určí závorky"},
    {NoteCode::one_distance, "one_distance",
     "slova, která mají být blízko sebe, mají jedinou vzdálenost, a to tu největší"},
    {NoteCode::near_across_fields, "near_across_fields",
     "BLÍZKO spojuje slova a fráze jednoho pole, tady se četlo jako AND"},
    {NoteCode::exact_of_value, "exact_of_value",
     "= žádá přesný tvar slova, ten má jen textové pole, a tak se vynechalo"},
    {NoteCode::similar_of_value, "similar_of_value",
     "~ žádá podobná slova, ta má jen textové pole, a tak se vynechalo"},
    {NoteCode::distance_of_value, "distance_of_value",
     "~ s číslem žádá vzdálenost slov, tu má jen textové pole, a tak se vynechalo"},
    {NoteCode::short_for_similar, "short_for_similar",
     "slova kratší než tři písmena nemají podobná slova, hledá se toto slovo samo"},
    {NoteCode::empty_brackets, "empty_brackets", "prázdné závorky se vynechaly"},
    {NoteCode::empty_quotes, "empty_quotes", "prázdné uvozovky se vynechaly"},
    {NoteCode::too_many_words, "too_many_words",
     "dotaz má nejvýš 512 slov a 32 KB; co následuje, se vynechalo"},
    {NoteCode::too_many_tokens, "too_many_tokens",
     "dotaz má víc slov, než kolik se jich hledá; poslední se vynechala"},
    {NoteCode::too_many_forms, "too_many_forms",
     "{0} zastupuje víc slov, než kolik se jich hledá; vzala se nejčastější"},
    {NoteCode::too_many_alternatives, "too_many_alternatives",
     "dotaz má víc možností, než kolik se jich hledá; nejčastější se vynechaly"},
    {NoteCode::nothing_to_search, "nothing_to_search",
     "v dotazu není slovo, které by se dalo hledat, nic se proto nehledalo"},
};

constexpr bool notes_are_in_order() {
  for (std::size_t i = 0; i < std::size(kQueryNoteNames); ++i) {
    if (static_cast<std::size_t>(kQueryNoteNames[i].code) != i) return false;
  }
  return std::size(kQueryNoteNames) == static_cast<std::size_t>(NoteCode::nothing_to_search) + 1;
}
static_assert(notes_are_in_order(), "kQueryNoteNames is indexed by QueryNote::Code");

constexpr bool messages_are_in_order() {
  for (std::size_t i = 0; i < std::size(kMessages); ++i) {
    if (static_cast<std::size_t>(kMessages[i].id) != i) return false;
  }
  return std::size(kMessages) == static_cast<std::size_t>(MessageId::count);
}
static_assert(messages_are_in_order(), "kMessages is indexed by MessageId");

const QueryErrorName& query_error_row(QueryError::Code code) {
  for (const QueryErrorName& row : kQueryErrorNames) {
    if (row.code == code) return row;
  }
  return kQueryErrorNames[1];
}

// Arguments are as a user typed them.
std::string fill_printable(std::string_view pattern, std::vector<std::string> arguments) {
  for (std::string& argument : arguments) argument = printable(argument);
  return fill(pattern, arguments);
}

}  // namespace

std::string_view message_text(MessageId id, Language language) {
  return kMessages[static_cast<std::size_t>(id)].text.in(language);
}

std::string_view error_name(ErrorCode code, Language language) {
  for (const ErrorName& row : kErrorNames) {
    if (row.code == code) return row.text.in(language);
  }
  return error_name(ErrorCode::internal, language);
}

std::string_view query_error_name(QueryError::Code code, Language language) {
  return query_error_row(code).text.in(language);
}

std::string_view query_error_code(QueryError::Code code) {
  return query_error_row(code).spelling;
}

std::string query_error_text(const QueryError& error, Language language) {
  if (language == Language::english) return error.message;
  return fill_printable(kQueryErrorTexts[static_cast<std::size_t>(error.reason)].czech, error.arguments);
}

std::string query_note_text(const QueryNote& note, Language language) {
  if (language == Language::english) return note.message;
  return fill_printable(kQueryNoteNames[static_cast<std::size_t>(note.code)].czech, note.arguments);
}

std::string_view query_note_code(QueryNote::Code code) {
  return kQueryNoteNames[static_cast<std::size_t>(code)].spelling;
}

std::string fill(std::string_view pattern, const std::vector<std::string>& arguments) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool place = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}' &&
                       pattern[i + 1] >= '0' && pattern[i + 1] <= '9';
    const auto number = place ? static_cast<std::size_t>(pattern[i + 1] - '0') : arguments.size();
    if (number < arguments.size()) {
      out += arguments[number];
      i += 2;
    } else {
      out += pattern[i];
    }
  }
  return out;
}

}  // namespace tvar::cli
