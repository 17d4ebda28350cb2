// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/known_boilerplate.h"

#include "lib/indexing/learn_boilerplate.h"

namespace tvar::search {

KnownBoilerplate::KnownBoilerplate(const store::Reader& reader)
    : reader_(reader), field_(indexing::boilerplate_field(reader.info().schema)) {}

void KnownBoilerplate::begin() {
  if (begun_) return;
  begun_ = true;
  lines_.clear();
  if (indexing::keeps_boilerplate(reader_)) lines_.keep_all();
}

void KnownBoilerplate::blank(Document& document) {
  begin();
  if (lines_.keeps_all()) return;
  for (const std::string& name : indexing::sources_of(document)) {
    if (lines_.has(name)) continue;
    indexing::LearnedSources found;
    indexing::read_boilerplate(reader_, store::boilerplate_key(name), found);
    lines_.set(name, found[name]);
  }
  if (lines_.may_concern(document, field_)) lines_.blank(document, field_);
}

std::vector<BoilerplateLine> KnownBoilerplate::lines() const {
  std::vector<BoilerplateLine> lines;
  if (indexing::keeps_boilerplate(reader_)) return lines;
  indexing::LearnedSources sources;
  indexing::read_boilerplate(reader_, store::kBoilerplateKeyPrefix, sources);
  for (const auto& [name, source] : sources) {
    for (const indexing::LearnedLine& line : source.lines)
      lines.push_back({name, line.text, line.documents, source.sample});
  }
  return lines;
}

}  // namespace tvar::search
