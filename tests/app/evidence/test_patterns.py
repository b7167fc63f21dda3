import re

import pytest

from app.evidence.acts.act import CUES
from app.evidence.patterns import Sought, alternatives, beginning, letters, literal


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        (r"\blawmakers?\b", "lawmaker"),
        (r"\bkick(?:ed|ing)? the can\b", " the can"),
        (r"\b(?:chief|chef)\b", ""),
        (r"\bDefen[sc]e Secretary\b", "e secretary"),
        (r"\bself-?conscious\w*", "conscious"),
    ],
)
def test_the_letters_of_a_pattern_are_in_each_of_its_matches(pattern, letters):
    assert literal(pattern) == letters


@pytest.mark.parametrize(
    ("pattern", "start"),
    [
        (r"\blawmakers?\b", "lawm"),
        (r"\bkick(?:ed|ing)? the can\b", "the"),
        (r"\b\w*strikes?\b", ""),
        (r"\bto the gun\b", "the"),
        (r"\bself-?conscious\w*", ""),
        (r"\bback-to-back (?:wins|titles)\b", "back"),
    ],
)
def test_a_word_that_begins_so_is_in_every_match(pattern, start):
    assert beginning(pattern, literal(pattern)) == start


def test_only_outer_bars_divide_a_pattern():
    assert alternatives(r"a(?:b|c)|d") == ["a(?:b|c)", "d"]


@pytest.mark.parametrize(
    ("pattern", "some"),
    [
        (r"\b(?:chief|chef)s?\b", ("chief", "chef")),
        (r"\b(?:was|were) stabbed\b|\bstabb(?:ed|ing) in the", (" stabbed", " in the")),
        (r"(?:not|never)(?= only)", ("not", "never")),
        (r"\bsu(?:ed|ing)\b|(?!)", ("su",)),
        (r"\(c\) (?:[()|]|ab)+", ("c",)),
        (r"\d+|word", ("",)),
        (r"(?:ab)?(?:cd){0,2}", ("",)),
        (r"(?!)", ()),
    ],
)
def test_some_of_the_letters_of_a_pattern_are_in_each_of_its_matches(pattern, some):
    assert letters(pattern) == some


def test_a_pattern_is_found_where_it_was_without_its_letters():
    texts = (
        "Der Autor bittet um Kürzung (max. 80 Wörter):",
        "READ MORE: How it began",
        "Foto: Reuters/Ivo Brandner",
        "Jetzt kostenlos testen!",
        "© 2031",
    )
    for pattern in {cue.pattern for cues in CUES.values() for cue in cues}:
        plain = re.compile(pattern, re.IGNORECASE)
        assert [bool(Sought(pattern).search(text)) for text in texts] == [bool(plain.search(text)) for text in texts]


def test_capitals_count_where_a_pattern_says_so():
    assert Sought("may", flags=re.NOFLAG).search("In May.") is None
    assert [match.start() for match in Sought("may").finditer("In May it may.", "in may it may.")] == [3, 10]
