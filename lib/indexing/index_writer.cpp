// SPDX-License-Identifier: GPL-2.0-or-later
#include "tvar/index_writer.h"

#include <utility>

#include "index/store.h"
#include "lib/analysis/analyzer_impl.h"
#include "lib/indexing/index_writer_impl.h"
#include "lib/indexing/learn_boilerplate.h"
#include "lib/indexing/open_analyzer.h"
#include "lib/text/utf8.h"
#include "tvar/analyzer.h"
#include "tvar/error.h"
#include "tvar/version.h"

namespace tvar {
namespace indexing {
namespace {

bool is_valid(const Document& document) {
  for (const FieldValue& field : document.fields) {
    if (!text::is_valid_utf8(field.value) || !text::is_valid_utf8(field.name)) return false;
  }
  return text::is_valid_utf8(document.id);
}

Document repaired(const Document& document) {
  Document copy;
  copy.id = text::repair_utf8(document.id);
  for (const FieldValue& field : document.fields) {
    copy.fields.push_back({text::repair_utf8(field.name), text::repair_utf8(field.value)});
  }
  return copy;
}

}  // namespace

void prepare_repaired(DocumentPreparer& preparer, const Document& document, store::PreparedDocument& out) {
  if (is_valid(document)) {
    preparer.prepare(document, out);
  } else {
    preparer.prepare(repaired(document), out);
  }
}

}  // namespace indexing

inline namespace v1 {

IndexWriter::Impl::Impl(store::Writer&& opened, Analyzer&& made, const WriterOptions& chosen)
    : writer(std::move(opened)),
      analyzer(std::move(made)),
      options(chosen),
      boilerplate(indexing::known_boilerplate(writer, options.boilerplate)),
      preparer(writer.info().schema, *analyzer.impl().stemmer, &boilerplate) {}

namespace {

store::Writer open_store(const std::filesystem::path& index, const Schema& schema,
                         const WriterOptions& options) {
  schema.validate();
  store::IndexInfo info;
  info.schema = schema;
  info.program = std::string(version());
  // The analyzer is needed for its id before there is an index, and after opening an existing one for its schema.
  if (!store::is_index(index)) info.analyzer = indexing::make_analyzer(schema, options.lexicon).id();
  return store::Writer::open(index, info,
                             options.resume ? store::SetAside::taken_up : store::SetAside::removed);
}

}  // namespace

IndexWriter::IndexWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;
IndexWriter& IndexWriter::operator=(IndexWriter&&) noexcept = default;
IndexWriter::~IndexWriter() = default;

IndexWriter IndexWriter::open(const std::filesystem::path& index, const WriterOptions& options) {
  store::Writer writer = open_store(index, Schema::default_schema(), options);
  Analyzer analyzer = indexing::open_analyzer(writer.info(), index, options.lexicon);
  return IndexWriter(std::make_unique<Impl>(std::move(writer), std::move(analyzer), options));
}

IndexWriter IndexWriter::open(const std::filesystem::path& index, const Schema& schema,
                              const WriterOptions& options) {
  store::Writer writer = open_store(index, schema, options);
  if (!(writer.info().schema == schema)) {
    throw Error(ErrorCode::invalid_argument, index.string() + ": the index exists with another schema",
                "Leave the schema out, build the index anew with it (change_schema), or make a new index.");
  }
  Analyzer analyzer = indexing::open_analyzer(writer.info(), index, options.lexicon);
  return IndexWriter(std::make_unique<Impl>(std::move(writer), std::move(analyzer), options));
}

void IndexWriter::upsert(const Document& document) {
  indexing::prepare_repaired(impl_->preparer, document, impl_->prepared);
  impl_->writer.upsert(impl_->prepared);
}

bool IndexWriter::remove(std::string_view id) {
  return impl_->writer.remove(id);
}

void IndexWriter::commit() {
  indexing::remember_keeping(impl_->writer, impl_->boilerplate.keeps_all());
  impl_->writer.commit();
}

bool IndexWriter::set_aside() {
  indexing::remember_keeping(impl_->writer, impl_->boilerplate.keeps_all());
  return impl_->writer.set_aside();
}

bool IndexWriter::resumed() const noexcept {
  return impl_->writer.resumed();
}

std::uint64_t IndexWriter::document_count() const {
  return impl_->writer.document_count();
}

const Schema& IndexWriter::schema() const noexcept {
  return impl_->writer.info().schema;
}

}  // namespace v1
}  // namespace tvar
