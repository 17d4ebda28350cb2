// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Where: the town that a document is about, and towns that it only mentions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "lib/facts/fact_sink.h"
#include "lib/facts/gazetteer.h"

namespace tvar::facts {

/// Each mention counts by what stands around it: a name behind a preposition or "město" is sure, one at the beginning of
/// a sentence says little, and nothing when it is also a common word. The town is the one with the most evidence; the
/// title, the dateline and the id of the document count several times. Runs last, so that names of persons and
/// organisations are marked.
class TownExtractor {
 public:
  void extract(const Page& page, std::string_view id, std::string_view source, FactSink& sink);

 private:
  struct Town {
    std::string_view name;
    std::vector<const Municipality*> municipalities;  // of that name
    double score = 0;                                 // how much the page is about it
    double evidence = 0;                              // the best single mention: how sure it is a town at all
    bool in_title = false;
    bool has_dateline = false;
    double told = 0;          // of the score: by what is neither an item of a list nor a venue
    bool in_items = false;    // of a list
    bool in_heading = false;  // within the text
    bool is_guess = false;    // from an adjective
    bool is_place = false;    // named outside the names of organisations
    const Section* section = nullptr;
    TextRange range;
  };
  struct Match {
    std::string_view name;
    std::size_t words = 0;
    std::vector<const Municipality*> municipalities;
  };

  [[nodiscard]] bool match(const AnnotatedText& text, std::size_t i, Match& out);
  [[nodiscard]] std::size_t add_town(const Page& page, FactSink& sink) const;
  [[nodiscard]] bool is_one_of_many(const Town& best, double second) const;
  [[nodiscard]] bool is_of_several(const Town& best) const;
  void add_mention(const Section& section, std::size_t i, const Match& match);
  [[nodiscard]] std::string_view governs(const AnnotatedText& text, std::size_t i) const;
  [[nodiscard]] bool continues_series(const AnnotatedText& text, std::size_t i) const;
  void add_hosts(const Page& page);
  void add_adjectives(const Page& page);
  void add_towns_of_adjectives(const Page& page);
  void merge_into_longer_names();
  void add_short_names(const Page& page);
  void merge_parts();
  void merge(std::size_t from, std::size_t into);
  [[nodiscard]] const Municipality& neighbour_of_others(const Town& town, const Municipality& largest) const;
  [[nodiscard]] const Municipality& choose(const Town& town, bool& sure) const;
  Town& town_of(const Match& match);

  std::vector<std::string_view> words_;  // of match()
  std::vector<Town> towns_;
  std::vector<std::string_view> districts_;  // that the page names
  std::string_view series_preposition_;      // of the towns that end there
  std::size_t sure_until_ = 0;               // the word behind the last sure mention of the section
};

}  // namespace tvar::facts
