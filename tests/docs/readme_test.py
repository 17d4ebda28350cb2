#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the README shows is true: its commands give the output that it prints, and its program is the one that is compiled.

usage: readme_test.py SOURCE_DIR TVAR EMBED_EXAMPLE
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


def blocks(language):
    return re.findall(r'^```' + language + r'\n(.*?)^```$', README, re.M | re.S)


def sessions():
    """(command, expected output) of every "$ tvar …" in the plain blocks."""
    for block in blocks(''):
        for part in re.split(r'^\$ ', block, flags=re.M)[1:]:
            command, _, output = part.partition('\n')
            if command.startswith('tvar '):
                yield command, output.strip('\n')


def comparable(output):
    """Times differ from run to run."""
    return re.sub(r'seconds: [0-9.]+', 'seconds: N', output).strip('\n')


class ReadmeTest(unittest.TestCase):
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

    def test_commands_print_what_the_readme_says(self):
        seen = 0
        for command, expected in sessions():
            with self.subTest(command=command):
                self.assertEqual(comparable(self.run_in_folder(command)), comparable(expected))
            seen += 1
        self.assertGreaterEqual(seen, 4)

    def test_program_is_the_compiled_example(self):
        self.assertIn((SOURCE / 'docs/examples/embed.cpp').read_text(encoding='utf-8'), blocks('cpp'))
        self.assertLessEqual(len((SOURCE / 'docs/examples/embed.cpp').read_text().splitlines()), 40)

    def test_program_prints_what_the_readme_says(self):
        expected = re.search(r'^\$ c\+\+ [^\n]*\n(.*?)^```$', README, re.M | re.S).group(1)
        self.assertEqual(self.run_in_folder(f'"{EMBED}"'), expected)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1], verbosity=2)
