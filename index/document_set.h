// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Some documents, as a condition of a query. The backend has no operator for that, and servers don't know this one, so it is for
/// one database on this disk.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace tvar::store {

/// Must outlive the queries that it is in.
class DocumentSet : public Xapian::PostingSource {
 public:
  explicit DocumentSet(std::vector<Xapian::docid> ids) : ids_(std::move(ids)) {
    std::sort(ids_.begin(), ids_.end());
  }

  [[nodiscard]] Xapian::doccount size() const { return static_cast<Xapian::doccount>(ids_.size()); }
  Xapian::doccount get_termfreq_min() const override { return size(); }
  Xapian::doccount get_termfreq_est() const override { return size(); }
  Xapian::doccount get_termfreq_max() const override { return size(); }
  void init(const Xapian::Database&) override { started_ = false; }
  void next(double) override { at_ = std::exchange(started_, true) ? at_ + 1 : ids_.cbegin(); }
  void skip_to(Xapian::docid id, double) override {
    at_ = std::lower_bound(std::exchange(started_, true) ? at_ : ids_.cbegin(), ids_.cend(), id);
  }
  bool at_end() const override { return started_ && at_ == ids_.end(); }
  Xapian::docid get_docid() const override { return *at_; }

 private:
  std::vector<Xapian::docid> ids_;
  std::vector<Xapian::docid>::const_iterator at_;
  bool started_ = false;
};

}  // namespace tvar::store
