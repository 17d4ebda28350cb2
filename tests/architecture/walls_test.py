#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""The walls of the architecture: who may include what, and what every source file has.

  walls_test.py [ROOT]    checks the tree (by default the one it stands in); prints file:line: what is wrong

docs/architecture.md explains the arrows; WALLS below is their one table. Before it judges the tree, the test builds
a small tree that breaks every rule and makes sure that it sees each break: a checker that is blind passes everything.
"""
import pathlib
import re
import sys
import tempfile

SOURCE_SUFFIXES = {".h", ".hpp", ".cpp", ".c"}
SCRIPT_SUFFIXES = {".py", ".sh", ".cmake"}

STANDARD = re.compile(r"[a-z_0-9]+")  # <vector>, <cstdint>: the headers without a suffix
POSIX = re.compile(r"(dlfcn|fcntl|unistd|errno|poll|pthread|signal|spawn|glob|sys/[a-z]+)\.h")


def exactly(*names):
    return re.compile("|".join(map(re.escape, names)))


def below(*folders):
    return re.compile("|".join(re.escape(folder) + r"/.+" for folder in folders))


# ICU's C API; the C++ one changes with every version, and the build turns it off (U_SHOW_CPLUSPLUS_API=0).
ICU_C = re.compile(r"unicode/(?!uni|uobject|usetiter|ustream)u[a-z0-9]+\.h")
LIB_MAY = ("index/store.h", "stemmers/registry.h")

# folder: what may stand between quotes, what between angle brackets. The longest folder that fits a file decides.
WALLS = {
    "lib/include/tvar": ([below("tvar")], [STANDARD]),
    "lib": ([below("tvar", "lib"), exactly(*LIB_MAY)], [STANDARD, POSIX]),
    "lib/text": ([below("tvar", "lib/text"), exactly(*LIB_MAY)], [STANDARD, POSIX, ICU_C]),
    "lib/facts": ([below("tvar", "lib/text", "lib/analysis", "lib/facts"), exactly("stemmers/registry.h")], [STANDARD]),
    "lib/readers": ([below("tvar", "lib"), exactly(*LIB_MAY)],
                    [STANDARD, POSIX, below("libxml", "yaml-cpp", "nlohmann"), exactly("md4c.h")]),
    # Read by a program of its own, which alone is linked with these.
    "lib/readers/isolated": ([below("tvar", "lib/readers", "lib/text")], 
                             [STANDARD, POSIX, below("linux", "poppler/cpp"),
                              exactly("archive.h", "archive_entry.h", "pugixml.hpp", "gmime/gmime.h")]),
    "lib/indexing": ([below("tvar", "lib"), exactly(*LIB_MAY)],
                     [STANDARD, POSIX, below("yaml-cpp", "nlohmann")]),
    "index": ([below("tvar", "index")], [STANDARD, POSIX, exactly("xapian.h"), below("xapian")]),
    # Writes the files of Xapian's database itself, and does not see Xapian.
    "index/glass": ([below("tvar", "index")], [STANDARD, POSIX, exactly("zlib.h")]),
    "stemmers": ([below("tvar", "stemmers")], [STANDARD, POSIX]),
    "cli": ([below("tvar", "cli")], [STANDARD, POSIX, below("boost", "nlohmann")]),
}

# The library speaks through return values and exceptions. The lexicon compiler is a program that the build runs.
SILENT = ("lib", "index", "stemmers")
SPEAKS = re.compile(r"\bstd::(cout|cerr|clog|abort|exit|quick_exit|getenv)\b|(?<![\w.:>])(printf|puts|exit|abort|getenv|"
                    r"setlocale)\s*\(|\bstd::(printf|puts|setlocale)\b|\bfprintf\s*\(\s*std(out|err)")
PROGRAM = re.compile(r"^int main\(", re.MULTILINE)

# What stands at the top, besides dotfiles.
TOP_LEVEL = {"CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "dev",
             "lib", "cli", "index", "stemmers", "tests", "docs"}
UNTRACKED_TOP = {"build"}

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')


def files_below(root, folder):
    return sorted(path for path in (root / folder).rglob("*") if path.is_file())


def wall_of(relative):
    fitting = [folder for folder in WALLS if relative.startswith(folder + "/")]
    return max(fitting, key=len) if fitting else None


def without_comments(text):
    """The text with comments blanked out and its line numbers kept."""
    blank = lambda match: re.sub(r"[^\n]", " ", match.group(0))
    return re.sub(r"/\*.*?\*/|//[^\n]*", blank, text, flags=re.DOTALL)


def check_includes(relative, text):
    folder = wall_of(relative)
    quoted_allowed, angle_allowed = WALLS[folder]
    for number, line in enumerate(text.splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        quoted, angle = match.groups()
        name = quoted or angle
        allowed = quoted_allowed if quoted else angle_allowed
        if not any(pattern.fullmatch(name) for pattern in allowed):
            written = f'"{quoted}"' if quoted else f"<{angle}>"
            yield f"{relative}:{number}: {folder}/ may not include {written}"


def check_silence(relative, text):
    if not relative.startswith(tuple(folder + "/" for folder in SILENT)) or PROGRAM.search(text):
        return
    for number, line in enumerate(without_comments(text).splitlines(), 1):
        match = SPEAKS.search(re.sub(r'"(\\.|[^"\\])*"', '""', line))
        if match:
            yield f"{relative}:{number}: the library does not print, exit or read the environment: {match.group(0)}"


def check_header(relative, text):
    """Every source says its licence; every header says what it is for and is included once."""
    if "SPDX-License-Identifier: GPL-2.0-or-later" not in "\n".join(text.splitlines()[:3]):
        yield f"{relative}:1: no SPDX-License-Identifier in the first lines"
    if relative.endswith((".h", ".hpp")) and not relative.endswith(".in.h"):
        if not re.search(r"^#pragma once$", text, re.MULTILINE):
            yield f"{relative}:1: no #pragma once"
        if "/// @file" not in text:
            yield f"{relative}:1: no /// @file comment that explains the contract"
        if re.search(r"^\s*using namespace\b", text, re.MULTILINE):
            yield f"{relative}:1: using namespace in a header"


def check_top_level(root):
    for path in sorted(root.iterdir()):
        if not path.name.startswith(".") and path.name not in TOP_LEVEL | UNTRACKED_TOP:
            yield f"{path.name}: the top level has a fixed list of folders and files"


def check_tree(root):
    problems = list(check_top_level(root))
    for path in (path for top in ("lib", "cli", "index", "stemmers", "tests") for path in files_below(root, top)):
        relative = path.relative_to(root).as_posix()
        is_source = path.suffix in SOURCE_SUFFIXES
        if not is_source and path.suffix not in SCRIPT_SUFFIXES and path.name != "CMakeLists.txt":
            continue
        text = path.read_text(encoding="utf-8")
        problems += check_header(relative, text)
        if is_source and wall_of(relative):
            problems += check_includes(relative, text)
            problems += check_silence(relative, text)
    return problems


# ── The proof that the checker sees ──────────────────────────────────────────────────────────────────────────────────

HEAD = "// SPDX-License-Identifier: GPL-2.0-or-later\n"
HEADER = HEAD + "/// @file\n/// A header.\n#pragma once\n"

SOUND = {
    "lib/include/tvar/good.h": HEADER + '#include <vector>\n#include "tvar/other.h"\n',
    "lib/text/good.cpp": HEAD + '#include <unicode/unorm2.h>\n#include "lib/text/good.h"\n',
    "lib/search/good.cpp": HEAD + '#include "index/store.h"\n#include "stemmers/registry.h"\n#include "lib/query/q.h"\n'
                                  '#include "tvar/good.h"\nauto s = "std::cout << exit(1)";  // printf(\n'
                                  "int f() { return x.exit(1) + a::printf(2); }\n",
    "lib/readers/good.cpp": HEAD + "#include <libxml/HTMLparser.h>\n#include <md4c.h>\n#include <nlohmann/json.hpp>\n",
    "lib/readers/isolated/good.cpp": HEAD + '#include <poppler/cpp/poppler-page.h>\n#include "lib/readers/reader.h"\n',
    "index/glass/good.cpp": HEAD + '#include <zlib.h>\n#include "index/store.h"\n',
    "index/good.cpp": HEAD + '#include <xapian.h>\n#include <sys/file.h>\n#include "index/store.h"\n',
    "stemmers/good.cpp": HEAD + '#include <sys/mman.h>\n#include "stemmers/lexicon/format.h"\n#include "tvar/stemmer.h"\n',
    "stemmers/lexicon/compiler.cpp": HEAD + "#include <cstdio>\nint main() { std::puts(\"done\"); }\n",
    "cli/good.cpp": HEAD + '#include <boost/program_options.hpp>\n#include "cli/options.h"\n#include "tvar/tvar.hpp"\n',
    "tests/good.cpp": HEAD + '#include <xapian.h>\n#include "lib/search/good.h"\n',
}

# path, contents, what the complaint must contain
BROKEN = [
    ("lib/include/tvar/a.h", HEADER + "#include <xapian.h>\n", "lib/include/tvar/ may not include <xapian.h>"),
    ("lib/include/tvar/b.h", HEADER + '#include "lib/text/text.h"\n', "lib/include/tvar/ may not include"),
    ("lib/include/tvar/c.h", HEADER + "#include <stdint.h>\n", "lib/include/tvar/ may not include <stdint.h>"),
    ("lib/include/tvar/d.h", HEAD + "/// @file\n", "no #pragma once"),
    ("lib/include/tvar/e.h", HEAD + "#pragma once\n", "no /// @file"),
    ("lib/include/tvar/f.h", HEADER + "using namespace std;\n", "using namespace in a header"),
    ("lib/search/a.cpp", HEAD + "  #  include <xapian.h>\n", "lib/search/a.cpp:2: lib/ may not include <xapian.h>"),
    ("lib/search/b.cpp", HEAD + "#include <unicode/ustring.h>\n", "lib/ may not include <unicode/ustring.h>"),
    ("lib/search/c.cpp", HEAD + '#include "index/field_map.h"\n', 'lib/ may not include "index/field_map.h"'),
    ("lib/search/d.cpp", HEAD + '#include "stemmers/czech_light.h"\n', "lib/ may not include"),
    ("lib/search/e.cpp", HEAD + '#include "cli/options.h"\n', "lib/ may not include"),
    ("lib/search/f.cpp", HEAD + "#include <boost/algorithm/string.hpp>\n", "lib/ may not include"),
    ("lib/search/g.cpp", HEAD + "#include <libxml/tree.h>\n", "lib/ may not include <libxml/tree.h>"),
    ("lib/search/h.cpp", HEAD + '#include "good.h"\n', 'lib/ may not include "good.h"'),
    ("lib/search/i.cpp", HEAD + "void f() { std::cerr << 1; }\n", "does not print, exit or read the environment"),
    ("lib/search/j.cpp", HEAD + "/* a\nb */ void f() { exit(1); }\n", "lib/search/j.cpp:3: the library does not"),
    ("lib/readers/a.cpp", HEAD + "#include <poppler/cpp/poppler-page.h>\n", "lib/readers/ may not include <poppler/"),
    ("lib/readers/isolated/a.cpp", HEAD + "#include <md4c.h>\n", "lib/readers/isolated/ may not include <md4c.h>"),
    ("lib/text/a.cpp", HEAD + "#include <unicode/unistr.h>\n", "lib/text/ may not include <unicode/unistr.h>"),
    ("lib/text/b.cpp", HEAD + '#include "lib/query/lexer.h"\n', "lib/text/ may not include"),
    ("lib/facts/a.cpp", HEAD + '#include "lib/indexing/schema.h"\n', "lib/facts/ may not include"),
    ("index/a.cpp", HEAD + '#include "lib/text/text.h"\n', "index/ may not include"),
    ("index/b.cpp", HEAD + '#include "stemmers/registry.h"\n', "index/ may not include"),
    ("index/c.cpp", HEAD + "const char* home = getenv(\"HOME\");\n", "read the environment: getenv("),
    ("index/d.cpp", HEAD + "#include <zlib.h>\n", "index/ may not include <zlib.h>"),
    ("index/glass/a.cpp", HEAD + "#include <xapian.h>\n", "index/glass/ may not include <xapian.h>"),
    ("stemmers/a.cpp", HEAD + '#include "lib/text/text.h"\n', "stemmers/ may not include"),
    ("stemmers/b.cpp", HEAD + "#include <unicode/uchar.h>\n", "stemmers/ may not include"),
    ("stemmers/c.cpp", HEAD + '#include "index/store.h"\n', "stemmers/ may not include"),
    ("cli/a.cpp", HEAD + "#include <xapian.h>\n", "cli/ may not include <xapian.h>"),
    ("cli/b.cpp", HEAD + '#include "lib/text/text.h"\n', "cli/ may not include"),
    ("cli/c.cpp", HEAD + '#include "index/store.h"\n', "cli/ may not include"),
    ("tests/a.cpp", "int main() {}\n", "tests/a.cpp:1: no SPDX-License-Identifier"),
    ("src/a.cpp", HEAD, "src: the top level has a fixed list"),
]


def write_tree(root, files):
    for name, contents in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(contents, encoding="utf-8")


def blind_spots():
    """What the checker says wrongly of made-up trees: every broken file must be seen, and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        write_tree(pathlib.Path(folder), SOUND)
        wrong = [f"complains about a sound file: {problem}" for problem in check_tree(pathlib.Path(folder))]
    for path, contents, complaint in BROKEN:
        with tempfile.TemporaryDirectory() as folder:
            write_tree(pathlib.Path(folder), {path: contents})
            problems = check_tree(pathlib.Path(folder))
            if len(problems) != 1 or complaint not in problems[0]:
                wrong.append(f"{path}: expected one complaint with “{complaint}”, got {problems}")
    return wrong


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2]).resolve()
    blind = blind_spots()
    for line in blind:
        print(f"walls_test itself: {line}")
    problems = check_tree(root)
    for problem in problems:
        print(problem)
    print(f"{len(BROKEN)} made-up breaks checked; {len(problems)} problems in {root}")
    return 1 if blind or problems else 0


if __name__ == "__main__":
    sys.exit(main())
