// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What an IndexWriter holds, for the rest of the library.
#pragma once

#include "index/store.h"
#include "lib/indexing/document_preparer.h"
#include "tvar/analyzer.h"
#include "tvar/index_writer.h"

namespace tvar {
inline namespace v1 {

struct IndexWriter::Impl {
  Impl(store::Writer&& opened, Analyzer&& made, const WriterOptions& chosen);

  store::Writer writer;
  Analyzer analyzer;
  WriterOptions options;
  indexing::BoilerplateLines boilerplate;  // that documents are written without from now on
  indexing::DocumentPreparer preparer;
  store::PreparedDocument prepared;
};

}  // namespace v1

namespace indexing {

/// DocumentPreparer::prepare for the bytes that users have, which may be no UTF-8.
void prepare_repaired(DocumentPreparer& preparer, const Document& document, store::PreparedDocument& out);

}  // namespace indexing
}  // namespace tvar
