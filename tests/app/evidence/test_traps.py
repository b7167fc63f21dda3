import re

import pytest

from app.checks import wording
from app.evidence.traps import Trap, Traps, alternatives, beginning, literal


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


def test_no_trap_is_passed_over_because_of_how_its_words_begin():
    tables = [table for table in vars(wording).values() if isinstance(table, Traps)]
    flags = [row for check in wording.CHECKS for known in check.flags for row in known.rows]
    for table in tables:
        for source, _ in flags:
            letters = {
                number for number, trap in enumerate(table.traps) if any(literal(one) in source.lower() for one in alternatives(trap.ours))
            }
            sprung = {number for number in letters if re.search(table.traps[number].ours, source, re.IGNORECASE)}
            assert sprung <= set(table._near(source))


def test_only_outer_bars_divide_a_pattern():
    assert alternatives(r"a(?:b|c)|d") == ["a(?:b|c)", "d"]


def test_a_trap_needs_both_sides():
    traps = Traps((Trap(r"\bpier\b", r"\bPeer\b", "Seebrücke", unless=r"Seebrücke", besides=r"\bpeer\b"),))
    assert [trap.right for trap, _, _ in traps.caught("The pier burned.", "Der Peer brannte.")] == ["Seebrücke"]
    assert not list(traps.caught("The pier burned.", "Der Kai brannte."))
    assert not list(traps.caught("The pier burned.", "Der Peer, die Seebrücke, brannte."))
    assert not list(traps.caught("The peer left the pier.", "Der Peer verließ den Kai."))


def test_every_pattern_of_the_tables_is_a_regular_expression():
    tables = [table for table in vars(wording).values() if isinstance(table, Traps)]
    assert tables
    for trap in (trap for table in tables for trap in table.traps):
        for pattern in (trap.ours, trap.theirs, trap.unless, trap.besides):
            re.compile(pattern)
