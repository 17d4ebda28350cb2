#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes municipalities.tsv, districts.tsv and parts.tsv, the tables beside this script.

  make_municipalities.py OBCE.TSV CASTI_OBCI.TSV CS_CZ.DIC

OBCE.TSV has a line "name TAB okres TAB kraj TAB population TAB ..." for each municipality, as the Czech Statistical
Office and RUIAN publish them; CASTI_OBCI.TSV a line "part TAB municipality TAB ..." for each part of one. CS_CZ.DIC is the dictionary of hunspell-cs: a name that it also has in lower case is a
common word ("most", "písek"), and needs more evidence in a text than one that it does not have.
"""
import pathlib
import sys

# Words that the dictionary has in lower case only by derivation, or that texts use as ordinary words.
ALSO_COMMON = {"písek", "zastávka", "lhota", "hora", "slaný", "týn", "rybník", "rybníky", "vír", "kamenice",
               "tábor", "bílina", "planá", "lány", "lípa", "úvaly", "hradec", "mosty", "potok", "háj", "doly", "lhotka",
               "lesná", "lesní", "krásná", "nová", "slavná", "zámek", "stráž", "čistá", "dobrá", "hostinné", "pustina",
               "vlasta", "květná", "skála", "skály", "pole", "mez", "bystré", "suchá", "vysoká", "hlavní", "dražice"}

# Words that the dictionary has, but hardly any text.
NOT_COMMON = {"plzeň", "podivín", "smržovka", "křtiny"}

# What a text that does not say "obec" means is a city abroad, or a region.
ABROAD = {"Čechy", "Vysočina", "Morava", "Vídeň", "Berlín", "Betlém", "Jeruzalém", "Londýn", "Paříž", "Moskva", "Benátky", "Varšava", "Petrohrad"}

HEADER = ("# Sources: names and population: Czech Statistical Office, register of councils for the 2018 municipal elections,"
          " CC BY 4.0;\n# districts and regions: RUIAN, list of municipality parts, 2021. Made by make_municipalities.py.\n")


BIG_TOWN = 10000  # people


def rows(path):
    lines = pathlib.Path(path).read_text(encoding="utf-8").splitlines()
    for line in lines:
        if not line.startswith(("#", "name\t")):
            yield line.split("\t")


def common_words(path):
    lines = pathlib.Path(path).read_text(encoding="utf-8", errors="replace").splitlines()[1:]
    words = {line.split("/")[0].split("\t")[0] for line in lines}
    return {word for word in words if word == word.lower()} | ALSO_COMMON


def is_common(name, words):
    """Whether the name in lower case is a word, or a plural (Časy), or the feminine or neuter of an adjective (Modrá)."""
    lower = name.lower()
    forms = {lower}
    if lower[-1] in "áé":
        forms.add(lower[:-1] + "ý")
    if lower[-1] == "y":
        forms |= {lower[:-1], lower[:-1] + "a"}
    return lower not in NOT_COMMON and not forms.isdisjoint(words)


def main():
    obce, parts, dictionary = sys.argv[1:]
    words = common_words(dictionary)
    municipalities = sorted(rows(obce), key=lambda row: (row[2], row[1], row[0]))
    districts = list(dict.fromkeys((row[1], row[2]) for row in municipalities))
    folder = pathlib.Path(__file__).parent
    with open(folder / "districts.tsv", "w", encoding="utf-8") as out:
        out.write(HEADER + "# okres, kraj\n")
        out.writelines(f"{okres}\t{kraj}\n" for okres, kraj in districts)
    with open(folder / "municipalities.tsv", "w", encoding="utf-8") as out:
        out.write(HEADER + "# name, line of the district in districts.tsv from 0, population, 1 for a common word, 2 for a city abroad\n")
        for name, okres, kraj, population, *_ in municipalities:
            common = 2 if name in ABROAD else int(is_common(name, words))
            out.write(f"{name}\t{districts.index((okres, kraj))}\t{population or 0}\t{common}\n")
    population = {}
    for row in municipalities:
        population[row[0]] = max(population.get(row[0], 0), int(row[3] or 0))
    pairs = {(part, town) for part, town, *_ in rows(parts)
             if part in population and population.get(town, 0) >= max(BIG_TOWN, population[part] + 1)}
    with open(folder / "parts.tsv", "w", encoding="utf-8") as out:
        out.write(HEADER + "# part of a big town that shares its name with a municipality, the town\n")
        out.writelines(f"{part}\t{town}\n" for part, town in sorted(pairs))


if __name__ == "__main__":
    main()
