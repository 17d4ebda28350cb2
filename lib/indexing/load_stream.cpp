// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>
#include <istream>
#include <streambuf>
#include <string>
#include <utility>

#include "lib/indexing/bulk_feeder.h"
#include "lib/indexing/index_writer_impl.h"
#include "lib/readers/guess_format.h"
#include "lib/readers/reader.h"
#include "tvar/error.h"
#include "tvar/reader.h"

namespace tvar {
inline namespace v1 {
namespace {

/// Hands a stream on, counts its bytes, and lets its beginning be seen before it is read.
class SeenBuffer : public std::streambuf {
 public:
  explicit SeenBuffer(std::istream& from) : from_(from) { fill(); }

  /// What stands at the begin of the stream; as long as nothing was read.
  [[nodiscard]] std::string_view head() const { return {gptr(), static_cast<std::size_t>(egptr() - gptr())}; }
  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

 protected:
  int_type underflow() override { return fill() ? traits_type::to_int_type(*gptr()) : traits_type::eof(); }

 private:
  bool fill() {
    from_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    setg(buffer_.data(), buffer_.data(), buffer_.data() + from_.gcount());
    bytes_ += static_cast<std::uint64_t>(from_.gcount());
    return from_.gcount() > 0;
  }

  std::istream& from_;
  std::uint64_t bytes_ = 0;
  std::array<char, 1U << 14U> buffer_{};
};

}  // namespace

LoadReport load_stream(IndexWriter& writer, std::istream& content, const std::filesystem::path& name,
                       const LoadOptions& options) {
  SeenBuffer buffer(content);
  std::istream seen(&buffer);
  readers::Source source{.path = name,
                         .id = name.filename().string(),
                         .max_document_bytes = indexing::max_document_bytes(writer.impl().options),
                         .content = &seen,
                         .helper = options.reader};
  if (!name.has_extension()) {
    const std::string extension = readers::guess_format(buffer.head());
    source.path += extension;
    source.id += extension;
  }
  LoadReport report;
  const readers::PlacedSink documents = [&](Document&& document, const std::string& where) {
    try {
      writer.upsert(document);
      ++report.documents;
    } catch (const Error& error) {
      if (error.code() != ErrorCode::invalid_argument) throw;
      report.problems.push_back({ReadProblem::Severity::error, where, error.what()});
    }
    LoadProgress progress;
    progress.documents = report.documents;
    progress.bytes = buffer.bytes();
    progress.current = where;
    return !options.progress || options.progress(progress);
  };
  const auto problems = [&report](ReadProblem&& problem) { report.problems.push_back(std::move(problem)); };
  if (!readers::read_placed(source, documents, problems))
    throw Error(ErrorCode::cancelled, source.id + ": loading was stopped here");
  if (content.bad())
    report.problems.push_back({ReadProblem::Severity::error, source.id, "can't be read to its end"});
  report.files = report.documents > 0 ? 1 : 0;
  report.bytes = buffer.bytes();
  return report;
}

}  // namespace v1
}  // namespace tvar
