#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures how well words are handled that the lexicon does not know.

  hidden_fifth.py GOLD.tsv[.gz] [GOLD2 ...] --compiler BUILD/…/tvar_lexicon_compiler
                  --stem-batch BUILD/…/stem_batch --tables stemmers/lexicon/data
                  [--hunspell /usr/share/hunspell] [--image KEPT.lexicon]

A fifth of all lemmas, chosen by a hash of their spelling, is hidden from the lexicon and from what the guesser is
trained on.  A form is a query when the lexicon that is left does not know it.  Every ordered pair of different
forms (f, g) with f a query has weight 1; it is conflated when f and g share a term, and should be when they share
a lemma class.

  P = right conflated pairs / conflated pairs,  R = right conflated pairs / pairs that should be,  F = 2PR / (P + R)

GOLD has lines form<TAB>lemma<TAB>pos<TAB>count[<TAB>flags]; '#' starts a comment.  Content words count (NOUN PROPN
ADJ VERB ADV, no flag abbr or typo), lower-cased; a class is (lemma, verb or not), so negation is merged on both
sides.  Rows: `czech` is the stemmer, `guesses` its guesses alone, `czech_light` the baseline that
falls back to the light stem for the same queries.  The `folded` row takes the diacritics off the queries.
"""
import argparse
import collections
import gzip
import os
import subprocess
import sys
import tempfile
import unicodedata

CONTENT = {'NOUN', 'PROPN', 'ADJ', 'VERB', 'ADV'}


def strip_marks(text):
    decomposed = unicodedata.normalize('NFD', text)
    return unicodedata.normalize('NFC', ''.join(c for c in decomposed if not unicodedata.combining(c)))


def read_gold(paths):
    """Returns {form: {class}} and {form: tokens}."""
    classes, tokens = collections.defaultdict(set), collections.Counter()
    for path in paths:
        opener = gzip.open if path.endswith('.gz') else open
        with opener(path, 'rt', encoding='utf-8') as lines:
            for line in lines:
                fields = line.rstrip('\n').split('\t')
                if line.startswith('#') or len(fields) < 4 or fields[2] not in CONTENT:
                    continue
                if len(fields) > 4 and {'abbr', 'typo'} & set(fields[4].split(',')):
                    continue
                form = fields[0].lower()
                classes[form].add((fields[1].lower(), fields[2] == 'VERB'))
                tokens[form] += int(fields[3])
    return classes, tokens


def stem(command, words):
    """One set of terms a word."""
    result = subprocess.run(command, input='\n'.join(words) + '\n', stdout=subprocess.PIPE, encoding='utf-8', check=True)
    return [frozenset(line.split()) for line in result.stdout.splitlines()]


def score(forms, classes, queries, query_terms, index_terms):
    """P, R, F in percent over the ordered pairs whose first form is a query."""
    by_term, by_class = collections.defaultdict(set), collections.defaultdict(set)
    for number, form in enumerate(forms):
        for term in index_terms[number]:
            by_term[term].add(number)
        for lemma in classes[form]:
            by_class[lemma].add(number)
    right = found = wanted = 0
    for number, terms in zip(queries, query_terms):
        near = set().union(*(by_term[t] for t in terms if t in by_term)) - {number}
        want = set().union(*(by_class[c] for c in classes[forms[number]])) - {number}
        right, found, wanted = right + len(near & want), found + len(near), wanted + len(want)
    precision, recall = right / max(found, 1), right / max(wanted, 1)
    return [100 * x for x in (precision, recall, 2 * precision * recall / max(precision + recall, 1e-9))]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('gold', nargs='+')
    parser.add_argument('--compiler', required=True)
    parser.add_argument('--stem-batch', required=True)
    parser.add_argument('--tables', required=True)
    parser.add_argument('--hunspell', default='/usr/share/hunspell')
    parser.add_argument('--image', help='keep the image with the hidden fifth here, and use it when it exists')
    parser.add_argument('--least', type=float, help='exit with 1 when F of `czech` is lower, in percent')
    options = parser.parse_args()

    with tempfile.TemporaryDirectory() as folder:
        image = options.image or os.path.join(folder, 'hidden.lexicon')
        if not os.path.exists(image):
            subprocess.run([options.compiler, f'{options.hunspell}/cs_CZ.aff', f'{options.hunspell}/cs_CZ.dic',
                            options.tables, image, '--hide-fifth'], check=True)
        classes, tokens = read_gold(options.gold)
        forms = sorted(classes)
        czech = [options.stem_batch, '--lexicon', image, '--merge-negation']
        document = stem(czech, forms)
        query = stem(czech + ['--query'], forms)
        light = stem([options.stem_batch, '--stemmer', 'czech_light', '--query'], forms)
        unknown = [i for i, terms in enumerate(document) if any(t[0] == '^' for t in terms)]
        folded = stem(czech + ['--query', '--folded'], [strip_marks(forms[i]) for i in unknown])

    print(f'{len(forms)} forms, {len(unknown)} of them unknown queries ({sum(tokens[forms[i]] for i in unknown)} tokens)')
    print(f'{"":12}{"P":>7}{"R":>7}{"F":>7}')
    guesses = [frozenset(t for t in terms if t[0] != '^') for terms in document]
    rows = {'czech': ([query[i] for i in unknown], document),
            'guesses': ([guesses[i] for i in unknown], guesses),
            'folded': (folded, document)}
    is_unknown = set(unknown)
    mixed = [light[i] if i in is_unknown else document[i] for i in range(len(forms))]
    rows['czech_light'] = ([light[i] for i in unknown], mixed)
    result = {}
    for name, (query_terms, index_terms) in rows.items():
        result[name] = score(forms, classes, unknown, query_terms, index_terms)
        print(f'{name:12}' + ''.join(f'{x:7.1f}' for x in result[name]))
    if options.least is not None and result['czech'][2] < options.least:
        sys.exit(1)


if __name__ == '__main__':
    main()
