// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/readers/isolated/nested.h"

namespace tvar::readers {

bool read_nested(const Source& source, const Output& output, const std::string& id, const std::string& place,
                 std::string_view name, std::istream& content) {
  Source inner;
  inner.path = (place + "/").append(name);
  inner.id = (id + "/").append(name);
  inner.max_document_bytes = source.max_document_bytes;
  inner.content = &content;
  inner.depth = source.depth + 1;
  inner.isolated = source.isolated;
  return read_placed(inner, output.documents(), output.problems());
}

bool is_archive(const ReaderEntry& entry) {
  return entry.name == "zip" || entry.name == "tar" || entry.name == "compressed file";
}

bool refuse_nested_archive(const Source& source, const Output& output) {
  if (source.depth > 0) output.error("is an archive inside another file, which is not unpacked");
  return source.depth > 0;
}

}  // namespace tvar::readers
