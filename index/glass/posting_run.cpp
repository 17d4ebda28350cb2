// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/glass/posting_run.h"

#include <utility>

namespace tvar::store::glass {

std::string value_key(std::uint32_t slot) {
  std::string key("\0\xd8", 2);
  append_number(slot, key);
  return key;
}

void PostingRun::begin_batch(std::size_t number) {
  batches_.push_back({documents_, number});
}

void PostingRun::add(std::string_view key, std::uint32_t number, std::string_view bytes) {
  const std::uint32_t place = keys_.intern(key);
  if (place == postings_.size()) postings_.emplace_back();
  Postings& postings = postings_[place];
  const std::uint32_t serial = documents_ - 1;
  lists_.append_number(postings.list, serial - postings.last_serial);
  lists_.append_number(postings.list, std::uint64_t{number} << 1U | (bytes.empty() ? 0U : 1U));
  if (!bytes.empty()) {
    lists_.append_number(postings.list, bytes.size());
    lists_.append(postings.list, bytes);
  }
  postings.last_serial = serial;
  ++postings.documents;
  postings.occurrences += number;
}

std::size_t PostingRun::bytes() const {
  return keys_.bytes() + postings_.capacity() * sizeof(Postings) + lists_.bytes();
}

class PostingRun::Cursor : public RunCursor {
 public:
  explicit Cursor(const PostingRun& run) : run_(run) { postings = &reader_; }
  bool next() override {
    if (place_ == run_.order_.size()) return false;
    const std::uint32_t number = run_.order_[place_++];
    const Postings& found = run_.postings_[number];
    key_ = run_.keys_[number];
    documents = found.documents;
    occurrences = found.occurrences;
    size = found.list.size;
    reader_.start(run_.lists_, found.list);
    return true;
  }

 private:
  const PostingRun& run_;
  std::size_t place_ = 0;
  ByteLists::Reader reader_;
};

std::unique_ptr<RunCursor> PostingRun::cursor() const {
  return std::make_unique<Cursor>(*this);
}

MergedPostings::MergedPostings(const PostingRuns& runs, const std::vector<DocId>& first_ids)
    : first_ids_(first_ids) {
  const auto batches = runs.batches();
  for (std::unique_ptr<RunCursor>& cursor : runs.cursors()) {
    if (cursor->next()) by_key_.push_back(sources_.size());
    sources_.push_back({.cursor = std::move(cursor), .batches = batches[sources_.size()]});
  }
}

namespace {

// Restores a heap whose first element may have become greater.
template <class Less>
void sift_down(std::vector<std::size_t>& heap, const Less& less) {
  std::size_t place = 0;
  for (;;) {
    std::size_t least = 2 * place + 1;
    if (least >= heap.size()) return;
    if (least + 1 < heap.size() && less(heap[least + 1], heap[least])) ++least;
    if (!less(heap[least], heap[place])) return;
    std::swap(heap[place], heap[least]);
    place = least;
  }
}

template <class Less>
void push_up(std::vector<std::size_t>& heap, std::size_t element, const Less& less) {
  heap.push_back(element);
  for (std::size_t place = heap.size() - 1; place > 0; place = (place - 1) / 2) {
    if (!less(heap[place], heap[(place - 1) / 2])) return;
    std::swap(heap[place], heap[(place - 1) / 2]);
  }
}

template <class Less>
void pop(std::vector<std::size_t>& heap, const Less& less) {
  heap.front() = heap.back();
  heap.pop_back();
  sift_down(heap, less);
}

}  // namespace

bool MergedPostings::next_key() {
  const auto less = [this](std::size_t a, std::size_t b) {
    const int order = sources_[a].cursor->key().compare(sources_[b].cursor->key());
    return order != 0 ? order < 0 : a < b;
  };
  if (key_.empty()) {  // the first one: make a heap of what the constructor found
    std::vector<std::size_t> found = std::move(by_key_);
    by_key_.clear();
    for (const std::size_t source : found) push_up(by_key_, source, less);
  }
  // Those that had the last key are still on top.
  while (!by_key_.empty() && !key_.empty() && sources_[by_key_.front()].cursor->key() == key_) {
    if (sources_[by_key_.front()].cursor->next()) {
      sift_down(by_key_, less);
    } else {
      pop(by_key_, less);
    }
  }
  if (by_key_.empty()) return false;
  key_ = sources_[by_key_.front()].cursor->key();
  documents_ = 0;
  occurrences_ = 0;
  by_id_.clear();
  current_ = nullptr;
  const auto by_id = [this](std::size_t a, std::size_t b) { return sources_[a].id < sources_[b].id; };
  // Equal keys are at the top of the heap: below an element that is greater there is none.
  std::vector<std::size_t> places{0};
  while (!places.empty()) {
    const std::size_t place = places.back();
    places.pop_back();
    if (place >= by_key_.size() || sources_[by_key_[place]].cursor->key() != key_) continue;
    Source& source = sources_[by_key_[place]];
    documents_ += source.cursor->documents;
    occurrences_ += source.cursor->occurrences;
    start(source);
    push_up(by_id_, by_key_[place], by_id);
    places.push_back(2 * place + 1);
    places.push_back(2 * place + 2);
  }
  return true;
}

void MergedPostings::start(Source& source) {
  source.batch = 0;
  source.serial = 0;
  source.left = source.cursor->documents;
  source.bytes = 0;
  advance(source);
}

void MergedPostings::advance(Source& source) {
  ByteStream& stream = *source.cursor->postings;
  if (source.bytes > 0) stream.skip(source.bytes);
  source.serial += static_cast<std::uint32_t>(stream.number());
  const std::uint64_t number = stream.number();
  source.number = static_cast<std::uint32_t>(number >> 1U);
  source.bytes = (number & 1U) != 0 ? stream.number() : 0;
  const std::vector<PostingRun::BatchStart>& batches = *source.batches;
  while (source.batch + 1 < batches.size() && batches[source.batch + 1].serial <= source.serial)
    ++source.batch;
  source.id = first_ids_[batches[source.batch].number] + (source.serial - batches[source.batch].serial);
  --source.left;
}

bool MergedPostings::next_posting() {
  const auto less = [this](std::size_t a, std::size_t b) { return sources_[a].id < sources_[b].id; };
  if (current_ != nullptr) {
    if (current_->left > 0) {
      advance(*current_);
      sift_down(by_id_, less);
    } else {
      if (current_->bytes > 0) current_->cursor->postings->skip(std::exchange(current_->bytes, 0));
      pop(by_id_, less);
    }
  }
  if (by_id_.empty()) return false;
  current_ = &sources_[by_id_.front()];
  id_ = current_->id;
  number_ = current_->number;
  return true;
}

void MergedPostings::read_bytes(std::string& out) {
  if (current_->bytes > 0) current_->cursor->postings->read(std::exchange(current_->bytes, 0), out);
}

}  // namespace tvar::store::glass
