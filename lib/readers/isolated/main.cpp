// SPDX-License-Identifier: GPL-2.0-or-later
// tvar-reader PATH ID MAX_DOCUMENT_BYTES MEMORY_BYTES CPU_SECONDS
//
// Reads the file on stdin, which is called PATH, and writes messages (message_pipe.h) to stdout. The library starts
// it, once for each file of a format that it does not read itself; it is of no use to people.
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <clocale>
#include <cstdlib>
#include <exception>
#include <istream>
#include <new>
#include <utility>

#include "lib/readers/child_process.h"
#include "lib/readers/isolated/descriptor_buffer.h"
#include "lib/readers/isolated/readers.h"
#include "lib/readers/isolated/sandbox.h"
#include "lib/readers/message_pipe.h"

namespace tvar::readers {
namespace {

// The names are those of the registry's rows.
constexpr auto kIsolated = std::to_array<IsolatedReader>({
#ifdef TVAR_WITH_PDF
    {"PDF", read_pdf},
#endif
#ifdef TVAR_WITH_OFFICE
    {"DOCX", read_docx},
    {"ODT", read_odt},
#endif
#ifdef TVAR_WITH_ARCHIVES
    {"zip", read_zip},
    {"tar", read_tar},
    {"compressed file", read_compressed},
#endif
#ifdef TVAR_WITH_MAIL
    {"e-mail", read_eml},
    {"mailbox", read_mbox},
#endif
});

constexpr int kUsage = 2;

/// Messages get a descriptor of their own: libraries print to stdout when something irritates them.
int take_stdout() {
  const int messages = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (nowhere >= 0) ::dup2(nowhere, STDOUT_FILENO);
  return messages;
}

void read(const Source& source, int messages) {
  const PlacedSink documents = [messages](Document&& document, const std::string& where) {
    return write_message(messages, document_message(std::move(document), where));
  };
  const ProblemSink problems = [messages](ReadProblem&& problem) {
    write_message(messages, problem_message(problem));
  };
  if (read_placed(source, documents, problems)) write_message(messages, end_message());
}

int run(char** arguments) {
  const int messages = take_stdout();
  // libarchive converts names by the locale.
  std::setlocale(LC_CTYPE, "C.UTF-8");
  enter_sandbox(std::strtoull(arguments[4], nullptr, 10), std::strtoull(arguments[5], nullptr, 10));
  DescriptorBuffer buffer(STDIN_FILENO);
  std::istream content(&buffer);
  Source source;
  source.path = arguments[1];
  source.id = arguments[2];
  source.max_document_bytes = std::strtoull(arguments[3], nullptr, 10);
  source.content = &content;
  source.isolated = kIsolated;
  try {
    read(source, messages);
    return EXIT_SUCCESS;
  } catch (const std::bad_alloc&) {
    return kChildOutOfMemory;
  } catch (const std::exception&) {
    return EXIT_FAILURE;
  }
}

}  // namespace
}  // namespace tvar::readers

int main(int argc, char** argv) {
  return argc == 6 ? tvar::readers::run(argv) : tvar::readers::kUsage;
}
