#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the documentation shows is true: commands give the output that is printed below them, the program in the README is
the one that is compiled, and links lead somewhere.

usage: docs_test.py SOURCE_DIR TVAR EMBED_EXAMPLE
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCE, TVAR, EMBED = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
README = (SOURCE / 'README.md').read_text(encoding='utf-8')
PAGES = sorted([*SOURCE.glob('*.md'), *(SOURCE / 'docs').glob('*.md')])


def blocks(text, language):
    return re.findall(r'^```' + language + r'\n(.*?)^```$', text, re.M | re.S)


def sessions(text):
    """(command, expected output) of every "$ … tvar …" in the plain blocks that has an output below it."""
    for block in blocks(text, ''):
        for part in re.split(r'^\$ ', block, flags=re.M)[1:]:
            command, _, output = part.partition('\n')
            if re.search(r'\btvar ', command) and output.strip('\n'):
                yield command, output.strip('\n')


def anchors(text):
    """The names by which headings can be linked, as GitHub makes them."""
    headings = re.findall(r'^#+ (.*)$', re.sub(r'^```.*?^```$', '', text, flags=re.M | re.S), re.M)
    return {re.sub(r'[^\w -]', '', heading.lower()).replace(' ', '-') for heading in headings}


def comparable(output):
    """Times differ from run to run."""
    return re.sub(r'seconds: [0-9.]+', 'seconds: N', output).strip('\n')


class DocsTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix='tvar-readme-')
        self.addCleanup(shutil.rmtree, self.folder)
        shutil.copytree(SOURCE / 'docs/examples/corpus', self.folder + '/docs/examples/corpus')

    def run_in_folder(self, command):
        environment = {'PATH': os.path.dirname(TVAR) + ':' + os.environ['PATH'], 'LC_ALL': 'C.UTF-8'}
        result = subprocess.run(command, shell=True, cwd=self.folder, env=environment, stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
        return result.stdout.decode('utf-8')

    def check_sessions(self, page, number):
        text = (SOURCE / page).read_text(encoding='utf-8')
        seen = list(sessions(text))
        self.assertEqual(len(seen), number, f'{page}: the number of commands with an output has changed; say so here')
        for command, expected in seen:
            with self.subTest(command=command):
                self.assertEqual(comparable(self.run_in_folder(command)), comparable(expected))

    def test_commands_print_what_the_readme_says(self):
        self.check_sessions('README.md', 5)

    def test_commands_print_what_the_reference_says(self):
        self.run_in_folder('tvar index docs/examples/corpus')
        self.check_sessions('docs/cli.md', 2)

    def test_no_other_page_has_commands_that_nobody_runs(self):
        others = [page for page in PAGES if page.name not in ('README.md', 'cli.md')]
        self.assertEqual([page.name for page in others if list(sessions(page.read_text(encoding='utf-8')))], [])

    def test_links_lead_somewhere(self):
        seen = 0
        for page in PAGES:
            text = page.read_text(encoding='utf-8')
            for link in re.findall(r'\]\(([^)\s]+)\)', text):
                if re.match(r'https?://', link):
                    continue
                path, _, anchor = link.partition('#')
                target = (page.parent / path) if path else page
                with self.subTest(page=page.name, link=link):
                    self.assertTrue(target.exists())
                    if anchor:
                        self.assertIn(anchor, anchors(target.read_text(encoding='utf-8')))
                seen += 1
        self.assertGreater(seen, 30)

    def test_program_is_the_compiled_example(self):
        self.assertIn((SOURCE / 'docs/examples/embed.cpp').read_text(encoding='utf-8'), blocks(README, 'cpp'))
        self.assertLessEqual(len((SOURCE / 'docs/examples/embed.cpp').read_text().splitlines()), 40)

    def test_program_prints_what_the_readme_says(self):
        expected = re.search(r'^\$ c\+\+ [^\n]*\n(.*?)^```$', README, re.M | re.S).group(1)
        self.assertEqual(self.run_in_folder(f'"{EMBED}"'), expected)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1], verbosity=2)
