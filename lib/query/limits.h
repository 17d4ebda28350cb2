// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What one query may cost. All limits stand here, with their reasons; what is left out because of one of them is said
/// in a QueryNote, what is refused in a QueryError. The aim is an answer within 100 ms and 64 MB on an index of 50,000
/// documents whatever is typed.
///
/// The figures in the comments were measured on such an index (150 words a document, 190,000 forms) with one core of a
/// small virtual machine.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tvar::query {

/// A longer text is refused. Nobody types a megabyte, but whole documents get pasted, and repairing their UTF-8 and
/// finding the closing quote read all of it.
inline constexpr std::size_t kMaxBytes = std::size_t{1} << 20U;

/// Words of a query, counted between spaces, and their bytes. A pasted page has 300 to 500 words; without the second
/// limit one "word" could be a megabyte of text without a space. What follows is left out.
inline constexpr std::size_t kMaxWords = 512;
inline constexpr std::size_t kMaxWordBytes = std::size_t{32} << 10U;

/// Tokens of a query: one word between spaces may be many of them (a,b,c), or Chinese. Enough for 512 words and their
/// other readings.
inline constexpr std::size_t kMaxTokens = 640;

/// Tokens of a query behind which only probable readings of a word are searched: those of at least this share of the best one's
/// weight. A posting list costs some 30 us to open, and a pasted page without diacritics had four for each word in each field.
inline constexpr std::size_t kManyTokens = 64;
inline constexpr float kLeastShareOfMany = 0.2F;

/// Words of one phrase, and of one chain of NEAR. For every document that has them all, the positions of each are read: a
/// quoted page of function words took a second, a chain of five hundred NEAR ten. What begins with these 32 words goes on
/// as it was typed, or else nobody has copied it.
inline constexpr std::size_t kMaxPhraseWords = 32;
inline constexpr std::size_t kMaxNearWords = 16;

/// Brackets inside each other. The parser recurses once for each, over about 1 KB of stack; people use three.
inline constexpr std::size_t kMaxNesting = 100;

/// Levels and nodes of a tree that is searched: a bracket makes up to three levels (all of, any of, none of), so that
/// whatever the parser makes can be searched. Programs may make deeper ones, which are refused before anything recurses
/// over them. Shared nodes count as often as they are reached, or a hundred nodes could stand for 2^100.
inline constexpr std::size_t kMaxTreeDepth = 3 * kMaxNesting + 10;
inline constexpr std::size_t kMaxTreeNodes = std::size_t{64} << 10U;

/// Words that may stand between the words of "a phrase"~n, and the distance in NEAR/n. What is further apart than this
/// is not near; and text fields leave a gap of 100 positions between two values.
inline constexpr std::uint32_t kMaxDistance = 100;
inline constexpr std::uint32_t kDefaultDistance = 10;

/// Letters of a word below which no word is similar, from which two edits are allowed instead of one: half of a
/// three-letter word is no similarity. The same bounds as in other engines.
inline constexpr std::size_t kMinFuzzyLetters = 3;
inline constexpr std::size_t kMinTwoEditLetters = 6;

/// Terms of an index that the expansions of one query may read, "prefix*" and "word~" together; 0.3 µs each. All words
/// with two mistakes among 190,000 forms are found by reading less.
inline constexpr std::size_t kMaxScannedTerms = 100'000;

/// Forms that one prefix or fuzzy word, and all of a query, may stand for. The most frequent forms are taken: the first
/// few hundred cover nearly all documents that any of them would find.
inline constexpr std::size_t kMaxPrefixForms = 200;
inline constexpr std::size_t kMaxFuzzyForms = 50;
inline constexpr std::size_t kMaxExpandedForms = 1'000;

/// Ways in which the words of one NEAR may be placed: where the forms of a similar word stand is known of each of their lemmas, and
/// of two such words every lemma of one meets every lemma of the other. 0.5 ms each.
inline constexpr std::size_t kMaxNearChoices = 32;

/// Lists of positions that a NEAR of many words may read, about 0.4 us each; counted in documents, as below. Three beginnings
/// of two hundred forms each took a second.
inline constexpr std::uint64_t kMaxNearListsPerDocument = 3;
inline constexpr std::uint64_t kFreeNearLists = 10'000;

/// Entries of posting lists that alternatives may read: 100 to 200 ns each with their scores. Counted in documents, since
/// an index twice as large may take twice as long; small indexes need no limit. Of alternatives that cost more, the
/// most frequent are left out, which say the least. Conjunctions are driven by their rarest word and cost little.
inline constexpr std::uint64_t kMaxPostingsPerDocument = 10;
inline constexpr std::uint64_t kFreePostings = 100'000;

/// Posting lists that alternatives may read: to begin with one costs as much as 200 of its entries in an index of 50,000 documents,
/// some 30 us, so that each counts as this part of the budget. Five hundred words, each in two fields and in what it may be a form
/// of, were three thousand lists and took as long as all that the budget allows beside.
inline constexpr std::uint64_t kMaxLists = 2'500;

/// Notes that an answer carries at most: more are not read.
inline constexpr std::size_t kMaxNotes = 20;

/// Names before a colon that are compared with the fields of the schema to find mistyped ones.
inline constexpr std::size_t kMaxNamesChecked = 100;

/// Bytes that the lexer looks ahead for the partner of a bracket inside a chunk, so that it stays linear.
inline constexpr std::size_t kMaxBracketLookahead = 64;

}  // namespace tvar::query
