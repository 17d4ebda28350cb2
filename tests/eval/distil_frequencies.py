#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Distils counts of word forms into the figures that rank the lexicon's readings.

  lexicon_dump AFF DIC TABLES --slots > slots.tsv
  distil_frequencies.py slots.tsv FORM_COUNTS.tsv[.gz] > stemmers/lexicon/data/frequencies.tsv

FORM_COUNTS has lines form<TAB>count. Most frequent forms are ambiguous, so nothing can be read off directly. The
model is Poisson: a form is met in a reading (lemma, slot, prefix) lemma_frequency × slot_rate × prefix_rate times,
and its count is the sum over its readings. The three factors are fitted by expectation maximisation: share each
count out among the readings by the present factors, re-estimate the factors from the shares, again. Lemma
frequencies have a gamma prior with the mean of their kind of word, so unseen lemmas get that mean.

What is written: slot and prefix rates, means of kinds, and for the lemmas with an ambiguous form (spelled, or
once diacritics are dropped) the rounded binary logarithm of their frequency. No form and no count is kept.
"""
import collections
import gzip
import math
import sys
import unicodedata

ITERATIONS = 25
SHAPE = 0.15          # first shape of the gamma priors, in uses
RARE = (2.5, 12)      # uses of the lemmas that tell how many the unseen ones may have had
UNSEEN = 9.0          # uses of all unseen lemmas to one such lemma, if the lemmas with n uses decline as n^-2 (Zipf)
SLOT_SMOOTHING = 0.5  # uses added to a slot, so that none is impossible
# Slots that are ambiguous in every lemma alike, so that counts can't tell their rate (Novákovi: to Novák, or
# Novák's in the plural; Novákové: the Nováks, or of Mrs. Nováková). They get the rate of another slot of the same
# number that is not: end or begin of the slot's name, that slot, factor.
TIED_ENDS = {'ův+ovi': 'ův+ových', 'Y:ovi': 'Y:ových'}
TIED_BEGINS = {'^V:': '^P:ů'}
TIED_FACTOR = 0.5


def fold(text):
    return ''.join(c for c in unicodedata.normalize('NFD', text) if not unicodedata.combining(c))


def read_counts(path):
    opener = gzip.open if path.endswith('.gz') else open
    counts = {}
    with opener(path, 'rt', encoding='utf-8') as lines:
        for line in lines:
            if line[0] != '#':
                form, count = line.rstrip('\n').split('\t')
                counts[form] = int(count)
    return counts


class Model:
    """Readings by number; lemmas with the same set of slots share a profile, which keeps the sums short."""

    def __init__(self, path, counts):
        self.counts = counts
        self.slots, self.lemmas, self.kinds = {}, {}, {}
        self.lemma_kind = []
        self.is_name = []
        own = collections.defaultdict(collections.Counter)   # lemma → (slot, prefix) → forms
        self.readings = collections.defaultdict(list)        # form → (lemma, slot, prefix)
        seen = set()
        bare_readings, inflected = [], set()
        self.folded = collections.defaultdict(set)
        with open(path, encoding='utf-8') as lines:
            for line in lines:
                form, lemma, word_class, prefix, slot, kind, bare = line.rstrip('\n').split('\t')
                verb = word_class == 'verb'
                name = kind[0] == '^'
                term = lemma + ('/v' if verb else '/n' if name else '')
                number = self.lemmas.setdefault(term, len(self.lemmas))
                if number == len(self.lemma_kind):
                    self.is_name.append(name)
                    self.lemma_kind.append(self.kinds.setdefault(kind, len(self.kinds)))
                key = hash((form, number))  # one reading made in several ways counts once
                if key in seen:
                    continue
                seen.add(key)
                infinitive = verb and (slot == 'v:t' or slot.startswith('v0:'))
                cell = (self.slots.setdefault(slot, len(self.slots)),
                        prefix + ('vi' if infinitive else 'v' if verb else ''))
                own[number][cell] += 1
                if form in counts:
                    self.readings[form].append((number, *cell))
                    if bare == '1':
                        bare_readings.append((form, self.readings[form][-1]))
                    elif not name:
                        inflected.add(form)
                self.folded[fold(form) if not form.isascii() else form].add(number)
        for form, reading in bare_readings:
            if form in inflected:
                self.readings[form].remove(reading)
        profiles = {}
        self.profile_of = []
        for number in range(len(self.lemmas)):
            profile = tuple(sorted(own[number].items()))
            self.profile_of.append(profiles.setdefault(profile, len(profiles)))
        self.profiles = list(profiles)
        # Where every lemma has the same ambiguity (Novákovi: to Novák; Novák's), the counts can't decide, and the
        # start does: forms of derived words (two steps, "+") are rarer.
        self.slot_rate = [0.1] * len(self.slots)
        for slot, number in self.slots.items():
            if '+' in slot:
                self.slot_rate[number] = 0.005
        self.prefix_rate = collections.defaultdict(lambda: 0.02, {'0': 1.0, '0v': 1.0, '0vi': 1.0})
        mean = sum(counts.values()) / len(self.lemmas)
        self.kind_mean = [mean] * len(self.kinds)
        self.shape = [SHAPE] * len(self.kinds)
        self.frequency = [mean] * len(self.lemmas)

    def share_out(self):
        """Expected uses of lemmas, slots and prefixes. Names count for their lemma by the square of their share:
        one that shows up only as what is left over of a common word (přijal: accepted; Mr. Přijal) is noise, for
        cases of a word vary more than the model allows; a name that is in use has forms of its own."""
        lemma = [0.0] * len(self.lemmas)
        slot = [0.0] * len(self.slots)
        prefix = collections.Counter()
        for form, readings in self.readings.items():
            rates = [self.frequency[l] * self.slot_rate[s] * self.prefix_rate[p] for l, s, p in readings]
            count = self.counts[form]
            scale = count / sum(rates)
            for (l, s, p), rate in zip(readings, rates):
                lemma[l] += rate * scale * (rate * scale / count if self.is_name[l] else 1)
                slot[s] += rate * scale
                prefix[p] += rate * scale
        return lemma, slot, prefix

    def update_shapes(self, shared):
        """The uses expected of an unseen lemma, by kind (Good and Turing's idea with a Zipfian tail)."""
        rare, unseen = collections.Counter(), collections.Counter()
        for number, uses in enumerate(shared):
            kind = self.lemma_kind[number]
            if RARE[0] <= uses <= RARE[1]:
                rare[kind] += 1
            elif uses < RARE[0]:
                unseen[kind] += 1
        self.shape = [min(max(UNSEEN * (rare[k] + 0.05) / (unseen[k] + 10), 1e-4), 2.0)
                      for k in range(len(self.kinds))]

    def step(self):
        lemma, slot, prefix = self.share_out()
        self.update_shapes(lemma)
        weight = [sum(n * self.slot_rate[s] * self.prefix_rate[p] for (s, p), n in profile)
                  for profile in self.profiles]
        totals = [0.0] * len(self.kinds)
        sizes = [0] * len(self.kinds)
        mass = [0.0] * len(self.profiles)
        for number, shared in enumerate(lemma):
            kind = self.lemma_kind[number]
            profile = self.profile_of[number]
            value = (self.shape[kind] + shared) / (self.shape[kind] / self.kind_mean[kind] + weight[profile])
            self.frequency[number] = value
            totals[kind] += value
            sizes[kind] += 1
            mass[profile] += value
        self.kind_mean = [max(t / n, 1e-6) if n else 1e-6 for t, n in zip(totals, sizes)]
        self.update_rates(slot, prefix, mass)

    def update_rates(self, slot, prefix, mass):
        exposure = [0.0] * len(self.slots)
        for number, profile in enumerate(self.profiles):
            for (s, p), n in profile:
                exposure[s] += n * mass[number] * self.prefix_rate[p]
        self.slot_rate = [(shared + SLOT_SMOOTHING) / (e + SLOT_SMOOTHING / 0.01) if e else 1e-4
                          for shared, e in zip(slot, exposure)]
        for slot, number in self.slots.items():
            for end, other in TIED_ENDS.items():
                if slot.endswith(end):
                    other = self.slots.get(slot.replace(end, other), number)
                    self.slot_rate[number] = TIED_FACTOR * self.slot_rate[other]
            for begin, other in TIED_BEGINS.items():
                if slot.startswith(begin) and other in self.slots:
                    self.slot_rate[number] = TIED_FACTOR * self.slot_rate[self.slots[other]]
        open_to = collections.Counter()
        for number, profile in enumerate(self.profiles):
            for (s, p), n in profile:
                open_to[p] += n * mass[number] * self.slot_rate[s]
        for p in open_to:
            if p[0] != '0':
                self.prefix_rate[p] = (prefix[p] + 0.5) / (open_to[p] + 50)

    def unseen_means(self):
        """Mean frequency of a kind's lemmas that the text did not have."""
        shared = self.share_out()[0]
        totals, sizes = collections.Counter(), collections.Counter()
        for number, uses in enumerate(shared):
            if uses < 0.5:
                totals[self.lemma_kind[number]] += self.frequency[number]
                sizes[self.lemma_kind[number]] += 1
        return {k: totals[k] / sizes[k] for k in totals}, shared

    def telling_lemmas(self, shared):
        """Lemmas with an ambiguous form that the text had."""
        ambiguous = set()
        for numbers in self.folded.values():
            if len(numbers) > 1:
                ambiguous |= numbers
        names = {number: term for term, number in self.lemmas.items()}
        for number in sorted(ambiguous):
            if shared[number] >= 2:
                yield names[number], self.frequency[number]


def main():
    counts = read_counts(sys.argv[2])
    model = Model(sys.argv[1], counts)
    for _ in range(ITERATIONS):
        model.step()
    million = sum(counts.values()) / 1e6
    print('# Figures that rank readings: made by tests/eval/distil_frequencies.py, which explains the model.')
    print(f'# Evidence: counts of word forms in {million:.1f} million running words of modern Czech prose (parliament,')
    print('# town politics, public administration, manuals). Sections: rate of a slot relative to its lemma; rate of')
    print('# a prefix; uses per million words of a lemma of a kind that the text did not have; the others by the binary')
    print('# logarithm of theirs.')
    for slot, number in sorted(model.slots.items()):
        print(f'slot\t{slot}\t{model.slot_rate[number]:.3g}')
    for prefix, rate in sorted(model.prefix_rate.items()):
        print(f'prefix\t{prefix}\t{rate:.3g}')
    usual, shared = model.unseen_means()
    for kind, number in sorted(model.kinds.items()):
        print(f'kind\t{kind}\t{usual.get(number, model.kind_mean[number]) / million:.3g}')
    classes = collections.defaultdict(list)
    for term, frequency in model.telling_lemmas(shared):
        classes[round(math.log2(frequency / million))].append(term)
    for number in sorted(classes, reverse=True):
        print(f'lemmas\t{number}\t{" ".join(sorted(classes[number]))}')


if __name__ == '__main__':
    main()
