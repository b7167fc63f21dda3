"""The word lists of the bilingual lexicon keep to the format that their README promises."""

import re
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import pytest

import resources

FOLDER = Path(resources.__file__).parent / "lexicon"
FILES = sorted(FOLDER.glob("*.txt"))
ENTRY = re.compile(r"(?P<lemma>\S.*?) (?P<pos>n|v|a|adv|f|p|x): (?P<renderings>\S.*)")


class Entry(NamedTuple):
    place: str
    lemma: str
    pos: str
    renderings: list[str]


def entry_lines(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]


def entries_of(path):
    for number, line in entry_lines(path):
        if match := ENTRY.fullmatch(line):
            yield Entry(f"{path.name}:{number}", match["lemma"], match["pos"], match["renderings"].split(", "))


@pytest.fixture(scope="module")
def entries():
    return [entry for path in FILES for entry in entries_of(path)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_line_is_an_entry(path):
    assert [f"{path.name}:{number}: {line}" for number, line in entry_lines(path) if not ENTRY.fullmatch(line)] == []


def test_a_word_of_one_kind_stands_in_one_place_only(entries):
    places = defaultdict(list)
    for entry in entries:
        places[entry.lemma, entry.pos].append(entry.place)
    assert {word: found for word, found in places.items() if len(found) > 1} == {}


def test_renderings_are_trimmed_distinct_and_one_to_six(entries):
    def tidy(renderings):
        return 1 <= len(renderings) <= 6 and len(set(renderings)) == len(renderings) and all(r and r == r.strip(" ,") for r in renderings)

    assert [entry for entry in entries if not tidy(entry.renderings)] == []


def test_german_nouns_and_names_are_capitalised(entries):
    def has_a_capital(rendering):
        return any(word[0].isupper() or word[0].isdigit() for word in re.split(r"[ -]", rendering) if word)

    assert [entry for entry in entries if entry.pos in {"n", "p"} and not all(map(has_a_capital, entry.renderings))] == []


def test_german_adjectives_and_verbs_begin_in_lower_case(entries):
    def is_lower(entry, rendering):
        compound = rendering.endswith("-")
        return compound or rendering[0].islower() or " " in rendering

    wrong = [(entry, r) for entry in entries if entry.pos == "v" for r in entry.renderings if not is_lower(entry, r)]
    assert wrong == []


def test_the_lexicon_covers_at_least_eight_thousand_words(entries):
    assert len({entry.lemma for entry in entries}) >= 8_000


def loanwords():
    lines = (FOLDER.parent / "loanwords.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_loanwords_stand_one_a_line_and_once():
    words = loanwords()
    assert len(words) >= 700
    assert sorted(words) == sorted(set(words))
    assert [word for word in words if word != word.strip()] == []
