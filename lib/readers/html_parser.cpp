// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/readers/html_parser.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <charconv>
#include <ctime>
#include <exception>
#include <memory>
#include <new>

#include "lib/text/utf8.h"

namespace tvar::readers {
namespace {

std::string_view view(const xmlChar* text) {
  return reinterpret_cast<const char*>(text);
}

/// Processor time of this thread, so that a busy machine cuts nothing off.
double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// What the C callbacks share. An exception must not pass through libxml2: it is kept and thrown again behind it.
struct Run {
  HtmlHandler& handler;
  std::string_view rest;  ///< of the page, not yet handed to libxml2
  std::size_t max_depth;
  double deadline;
  std::size_t depth = 0;
  bool cut_off = false;
  std::exception_ptr failure = nullptr;

  /// The page ends here. libxml2 reads the kilobytes that it has, and closes what is open.
  void end() { rest = {}; }

  template <typename Action>
  void guarded(const Action& action) {
    if (failure) return;
    try {
      action();
    } catch (...) {
      failure = std::current_exception();
      end();
    }
  }
};

Run& run_of(void* data) {
  return *static_cast<Run*>(data);
}

void on_open(void* data, const xmlChar* name, const xmlChar** attributes) {
  Run& run = run_of(data);
  run.guarded([&] { run.handler.open(view(name), HtmlAttributes(attributes)); });
  if (++run.depth > run.max_depth) {
    run.cut_off = true;
    run.end();
  }
}

void on_close(void* data, const xmlChar* name) {
  Run& run = run_of(data);
  if (run.depth > 0) --run.depth;
  run.guarded([&] { run.handler.close(view(name)); });
}

void on_text(void* data, const xmlChar* text, int length) {
  Run& run = run_of(data);
  run.guarded([&] {
    run.handler.text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
  });
}

/// libxml2 pulls the page in pieces of some kilobytes, also from inside a tag: the place to look at the clock.
int on_read(void* data, char* buffer, int size) {
  Run& run = run_of(data);
  if (!run.rest.empty() && cpu_seconds() > run.deadline) {
    run.cut_off = true;
    run.end();
  }
  const std::string_view piece = run.rest.substr(0, static_cast<std::size_t>(size));
  std::replace_copy(piece.begin(), piece.end(), buffer, '\0', ' ');  // NUL would be the end to libxml2
  run.rest.remove_prefix(piece.size());
  return static_cast<int>(piece.size());
}

void on_script(void* /*data*/, const xmlChar* /*code*/, int /*length*/) {}

int on_end(void* /*data*/) {
  return 0;
}

xmlSAXHandler callbacks() {
  xmlSAXHandler sax{};
  sax.startElement = on_open;
  sax.endElement = on_close;
  sax.characters = on_text;
  sax.ignorableWhitespace = on_text;  // between inline elements it separates words
  sax.cdataBlock = on_script;         // were it missing, code would come as text
  return sax;
}

struct ContextDeleter {
  void operator()(htmlParserCtxtPtr context) const { htmlFreeParserCtxt(context); }
};

}  // namespace

std::string_view HtmlAttributes::value(std::string_view name) const {
  for (const unsigned char** pair = pairs_; pair != nullptr && pair[0] != nullptr; pair += 2) {
    if (view(pair[0]) == name) return pair[1] == nullptr ? std::string_view() : view(pair[1]);
  }
  return {};
}

HtmlOutcome parse_html(std::string_view utf8, HtmlHandler& handler, const HtmlLimits& limits) {
  xmlInitParser();
  const std::unique_ptr<xmlParserCtxt, ContextDeleter> context(htmlNewParserCtxt());
  if (!context) throw std::bad_alloc();
  const double megabytes = static_cast<double>(utf8.size()) / 1e6;
  Run run{.handler = handler,
          .rest = utf8,
          .max_depth = limits.depth,
          .deadline = cpu_seconds() + limits.seconds + limits.seconds_per_megabyte * megabytes};
  *context->sax = callbacks();
  context->userData = &run;
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                           HTML_PARSE_IGNORE_ENC;
  xmlDocPtr document = htmlCtxtReadIO(context.get(), on_read, on_end, &run, nullptr, "UTF-8", kOptions);
  if (document != nullptr) xmlFreeDoc(document);  // none is built: the events go to our own callbacks
  if (run.failure) std::rethrow_exception(run.failure);
  return run.cut_off ? HtmlOutcome::cut_off : HtmlOutcome::complete;
}

std::string decode_entity(std::string_view entity) {
  if (entity.size() < 3 || entity.front() != '&' || entity.back() != ';') return std::string(entity);
  std::string_view name = entity.substr(1, entity.size() - 2);
  char32_t code_point = 0;
  if (name.front() == '#') {
    name.remove_prefix(1);
    const bool hexadecimal = !name.empty() && (name.front() == 'x' || name.front() == 'X');
    if (hexadecimal) name.remove_prefix(1);
    std::uint32_t number = 0;
    const auto [end, error] =
        std::from_chars(name.data(), name.data() + name.size(), number, hexadecimal ? 16 : 10);
    if (end != name.data() + name.size() || name.empty()) return std::string(entity);
    // NUL and what no character has: as HTML and CommonMark say.
    code_point = error != std::errc() || number == 0 ? text::kReplacement : number;
  } else {
    const htmlEntityDesc* known =
        htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(name).c_str()));
    if (known == nullptr) return std::string(entity);
    code_point = known->value;
  }
  std::string character;
  text::append_utf8(character, code_point);
  return character;
}

}  // namespace tvar::readers
