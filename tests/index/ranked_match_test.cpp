// SPDX-License-Identifier: GPL-2.0-or-later
// The best matches, found by looking at few, are those of the whole query.
#include "index/ranked_match.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "index/score_bound.h"
#include "index/weighting.h"
#include "tests/support/seed.h"
#include "tests/support/temp_dir.h"

namespace tvar::store {
namespace {

using Op = Node::Op;

constexpr int kDocuments = 2000;
constexpr std::size_t kWords = 12;  // "a" is in most documents, "l" in few
constexpr RankedMatch::Sizes kAlways = {
    .least_matches = 0, .least_work = 0.99, .first_look = 5, .most_wanted = 50, .rare_part = 8};

class RankedMatchTest : public ::testing::Test {
 protected:
  RankedMatchTest() : random_(test_seed()) {
    Xapian::WritableDatabase database((directory_ / "database").string(), Xapian::DB_CREATE);
    for (int i = 0; i < kDocuments; ++i) {
      Xapian::Document document;
      const std::size_t length = 3 + below(20);
      for (Xapian::termpos position = 1; position <= length; ++position)
        document.add_posting(word(std::min({below(kWords), below(kWords), below(kWords)})), position);
      document.add_value(kIdSlot, "d" + std::to_string(10'000 + i * 7919 % kDocuments));
      database.add_document(document);
    }
    database.commit();
    database_ = Xapian::Database((directory_ / "database").string());
  }

  std::size_t below(std::size_t limit) { return random_() % limit; }
  static std::string word(std::size_t number) { return {static_cast<char>('a' + number)}; }
  Node term() { return Node::make_term(word(below(kWords))); }

  Node wanted() {
    switch (below(4)) {
      case 0:
        return Node::make(Op::best_of,
                          {term(), Node::scaled(0.7, Node::make_term("c")), Node::scaled(0.01, term())});
      case 1:
        return Node::make(Op::any_of, {Node::scaled(0.5, term()), term()});
      case 2:
        return Node::scaled(2.0, term());
      default:
        return term();
    }
  }

  Node extra(const std::vector<Node>& words) {
    std::vector<Node> row;
    switch (below(4)) {
      case 0:
        for (const Node& node : words) row.push_back(node.op == Op::term ? node : term());
        row = {Node::make(words.size() > 1 ? Op::phrase : Op::any_of, std::move(row))};
        row.front().window += below(4);
        return Node::scaled(0.6, std::move(row.front()));
      case 1:
        for (std::size_t i = 2 + below(3); i > 0; --i) row.push_back(term());
        if (words.front().op == Op::term) row.front() = words.front();
        return Node::scaled(0.5, Node::make(Op::synonym, std::move(row)));
      case 2:
        return Node::make(Op::all_of, words);
      default:
        return Node::scaled(0.3, term());
    }
  }

  Node query() {
    std::vector<Node> words;
    for (std::size_t i = 1 + below(3); i > 0; --i) words.push_back(wanted());
    std::vector<Node> parts = {Node::make(below(2) == 0 ? Op::all_of : Op::any_of, words)};
    for (std::size_t i = 1 + below(4); i > 0; --i) parts.push_back(extra(words));
    Node node = Node::make(Op::and_maybe, std::move(parts));
    if (below(3) == 0) node = Node::make(Op::filter, {std::move(node), term()});
    if (below(4) == 0) node = Node::make(Op::and_not, {std::move(node), Node::make_term("k")});
    return node;
  }

  Xapian::Enquire enquire() const {
    Xapian::Enquire made(database_);
    made.set_weighting_scheme(weighting());
    made.set_sort_by_relevance_then_value(kIdSlot, false);
    return made;
  }

  std::mt19937 random_;
  testing::TempDir directory_;
  Xapian::Database database_;
};

using Hits = std::vector<std::pair<Xapian::docid, double>>;

Hits hits(const Xapian::MSet& found) {
  Hits list;
  for (auto hit = found.begin(); hit != found.end(); ++hit) list.emplace_back(*hit, hit.get_weight());
  return list;
}

TEST_F(RankedMatchTest, FindsWhatTheWholeQueryFinds) {
  constexpr double kRounding = 1e-9;
  TermFrequencies frequencies;
  std::size_t compared = 0;
  for (int round = 0; round < 400; ++round) {
    const Node node = query();
    const RankedQuery built = build_query(node);
    const auto offset = static_cast<Xapian::doccount>(below(20));
    const auto limit = static_cast<Xapian::doccount>(1 + below(20));
    Xapian::Enquire whole = enquire();
    whole.set_query(built.whole());
    const Xapian::MSet expected = whole.get_mset(offset, limit, kDocuments);

    Xapian::Enquire all = enquire();
    const auto best = RankedMatch(database_, frequencies, built, node, kAlways).page(all, offset, limit);
    if (!best) continue;
    EXPECT_EQ(best->all.get_matches_lower_bound(), expected.get_matches_lower_bound());
    EXPECT_EQ(best->all.get_matches_upper_bound(), expected.get_matches_upper_bound());
    const Hits found = hits(best->page);
    const Hits model = hits(expected);
    ASSERT_EQ(found.size(), model.size()) << built.whole().get_description();
    for (std::size_t i = 0; i < model.size(); ++i) {
      ASSERT_EQ(found[i].first, model[i].first) << i << " of " << built.whole().get_description();
      ASSERT_NEAR(found[i].second, model[i].second, kRounding);
    }
    compared += model.size();
  }
  EXPECT_GT(compared, 2000U);
}

TEST_F(RankedMatchTest, LeavesToTheBackendWhatPaysNot) {
  TermFrequencies frequencies;
  const auto answers = [&](const Node& node, Xapian::doccount offset, const RankedMatch::Sizes& sizes) {
    const RankedQuery built = build_query(node);
    Xapian::Enquire all = enquire();
    return RankedMatch(database_, frequencies, built, node, sizes).page(all, offset, 10).has_value();
  };
  const Node both = Node::make(Op::any_of, {Node::make_term("a"), Node::make_term("b")});
  const Node ranked = Node::make(Op::and_maybe, {Node::make_term("a"), both});
  EXPECT_TRUE(answers(ranked, 0, kAlways));
  EXPECT_TRUE(answers(ranked, 40, kAlways));
  EXPECT_FALSE(answers(ranked, 41, kAlways)) << "too far from the beginning";
  RankedMatch::Sizes many = kAlways;
  many.least_matches = kDocuments + 1;
  EXPECT_FALSE(answers(ranked, 0, many)) << "too few matches";
  EXPECT_FALSE(answers(Node::make(Op::and_maybe, {both, Node::make_term("b")}), 0, kAlways))
      << "more is read to find them";
  EXPECT_FALSE(answers(Node::make_term("a"), 0, kAlways)) << "nothing is added to its score";
}

std::string described(const ScoreBound& bound) {
  std::string text = std::to_string(bound.share) + " of the score";
  for (const Xapian::Query& query : bound.others) text += ", " + query.get_description();
  for (const std::string& term : bound.rare) text += ", rare " + term;
  return text;
}

TEST(ScoreBound, TellsWhatIsRead) {
  const auto term = [](const char* name) { return Node::make_term(name); };
  const auto frequency = [](const std::string& name) { return name == "z" ? 5U : 100U; };
  const Node words = Node::make(Op::all_of, {term("a"), term("z")});
  const Node phrase = Node::scaled(0.6, Node::make(Op::phrase, {term("a"), term("z")}));
  const Node ranked = Node::make(Op::and_maybe, {words, term("b"), phrase});
  const Work work = work_of(Node::make(Op::filter, {ranked, term("c")}), frequency);
  EXPECT_EQ(work.found, 205U);
  EXPECT_EQ(work.extras, 415U);
}

TEST(ScoreBound, TellsWhatCanBeAdded) {
  const auto term = [](const char* name) { return Node::make_term(name); };
  const Node found = Node::make(Op::all_of, {Node::scaled(2.0, term("a")), term("b")});
  const auto with = [&](Node extra) { return Node::make(Op::and_maybe, {found, std::move(extra)}); };
  const auto frequency = [](const std::string& name) { return name == "z" ? 5U : 100U; };
  const auto bound = [&](const Node& node) { return described(bound_extras(node, frequency, 10)); };

  const Node phrase = Node::make(Op::phrase, {term("a"), term("b")});
  EXPECT_EQ(bound(with(Node::scaled(0.6, phrase))), "0.600000 of the score");
  EXPECT_EQ(bound(with(Node::make(Op::phrase, {term("a"), term("x")}))), "0.500000 of the score, Query(x)");
  const Node family = Node::make(Op::synonym, {term("b"), term("z")});
  EXPECT_EQ(bound(with(Node::scaled(0.5, family))), "0.500000 of the score, rare z");
  const Node large = Node::make(Op::synonym, {term("b"), term("y")});
  EXPECT_EQ(bound(with(Node::scaled(0.5, large))), "0.000000 of the score, Query(0.5 * (b SYNONYM y))");
  EXPECT_EQ(bound(Node::scaled(0.5, with(term("b")))), "1.000000 of the score");
}

}  // namespace
}  // namespace tvar::store
