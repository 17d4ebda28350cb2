# SPDX-License-Identifier: GPL-2.0-or-later
# The linguistic half of the lexicon compiler: build-time code only.
set(TVAR_LEXICON_LINGUISTIC_SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/compile_lexicon.cpp
  ${CMAKE_CURRENT_LIST_DIR}/conjugation.cpp
  ${CMAKE_CURRENT_LIST_DIR}/expander.cpp
  ${CMAKE_CURRENT_LIST_DIR}/hunspell_reader.cpp
  ${CMAKE_CURRENT_LIST_DIR}/lemma_rules.cpp
  ${CMAKE_CURRENT_LIST_DIR}/letters.cpp
  ${CMAKE_CURRENT_LIST_DIR}/paradigms.cpp
  ${CMAKE_CURRENT_LIST_DIR}/ranking.cpp
  ${CMAKE_CURRENT_LIST_DIR}/tables.cpp)
set(TVAR_LEXICON_TABLES
  ${CMAKE_CURRENT_LIST_DIR}/data/closed.tsv
  ${CMAKE_CURRENT_LIST_DIR}/data/degrees.tsv
  ${CMAKE_CURRENT_LIST_DIR}/data/endings.tsv
  ${CMAKE_CURRENT_LIST_DIR}/data/frequencies.tsv
  ${CMAKE_CURRENT_LIST_DIR}/data/nouns.tsv
  ${CMAKE_CURRENT_LIST_DIR}/data/uninflected.tsv
  ${CMAKE_CURRENT_LIST_DIR}/data/variants.tsv
  ${CMAKE_CURRENT_LIST_DIR}/data/verbs.tsv)
