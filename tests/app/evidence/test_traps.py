import re

from app.checks import wording
from app.evidence.traps import Trap, Traps


def test_no_trap_is_passed_over_because_of_how_its_words_begin():
    tables = [table for table in vars(wording).values() if isinstance(table, Traps)]
    flags = [row for check in wording.CHECKS for known in check.flags for row in known.rows]
    for table in tables:
        for source, _ in flags:
            sprung = {number for number, trap in enumerate(table.traps) if re.search(trap.ours, source, re.IGNORECASE)}
            assert sprung <= set(table._near(source))


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
