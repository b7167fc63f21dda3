"""News sentences worded after the checks were written: by kind, the share of wrong translations that is named; right ones pass.

The pairs stand in ``tests/data/pairs`` in blocks of source, wrong and right translation under a head line with the ids that may
name the defect. What was missed at the first look led to wider classes, never to a rule for the sentence; a floor is what is
reached now. First looks: 132 of 240 pairs (130 of 195 of the kinds that had a check then), 45 of 55 in the second round, 86 of 126
in the third.
"""

from pathlib import Path

import pytest

from app import checks
from app.evidence.story import story_of
from app.model import Severity

PAIRS = Path(__file__).parents[2] / "data" / "pairs"
FLOORS = {
    "negation4": 0.85,
    "number3": 0.9,
    "magnitude3": 1.0,
    "date3": 1.0,
    "name3": 0.8,
    "negation3": 0.8,
    "quote3": 1.0,
    "table3": 0.8,
    "language3": 0.75,
    "untranslated3": 0.7,
    "truncated3": 1.0,
    "attribution3": 0.6,
    "number2": 1.0,
    "claims2": 0.8,
    "negation2": 1.0,
    "modality2": 1.0,
    "hedge2": 1.0,
    "name2": 1.0,
    "bound2": 1.0,
    "wording2": 0.7,
    "language2": 1.0,
    "number": 0.85,
    "magnitude": 1.0,
    "date": 1.0,
    "unit": 1.0,
    "by-to": 0.9,
    "bound": 1.0,
    "casualties": 0.9,
    "legal": 0.9,
    "hedge": 0.9,
    "name": 0.8,
    "office": 0.9,
    "person": 1.0,
    "medium": 1.0,
    "headline": 1.0,
    "false-friend": 0.9,
    "calque": 0.9,
    "negation": 1.0,
    "negation-added": 0.9,
    "modality": 0.9,
    "quote": 1.0,
    "register": 1.0,
    "comma": 1.0,
    "fragment": 1.0,
    "attribution": 0.8,
    "weak": 0.6,
}
GRAVE = {Severity.MAJOR, Severity.CRITICAL}
FAMILIES = ("fact.", "meaning.", "name.", "language.", "term.")


def cases() -> dict[str, tuple[tuple[str, ...], list[list[str]]]]:
    found: dict[str, tuple[tuple[str, ...], list[list[str]]]] = {}
    for file in sorted(PAIRS.glob("*.txt")):
        block: list[str] = []
        for line in [*file.read_text("utf-8").splitlines(), ""]:
            head = line.removeprefix("# ").partition(": ")
            if line.startswith("# ") and head[2].startswith((*FAMILIES, "typography.", "artefact.")):
                found[head[0]] = tuple(head[2].split()), []
                kind = head[0]
            elif line:
                block.append(line)
            elif block:
                found[kind][1].append(block)
                block = []
    return found


CASES = cases()


def named(source: str, target: str) -> list[tuple[str, Severity]]:
    return [(finding.check, finding.severity) for finding in checks.run(story_of((source, target))) if finding.confidence >= 0.5]


@pytest.mark.parametrize("kind", FLOORS)
def test_enough_of_each_kind_is_named(kind: str) -> None:
    ids, blocks = CASES[kind]
    missed = [wrong for source, wrong, _ in blocks if not any(name.startswith(ids) for name, _ in named(source, wrong))]

    assert len(blocks) - len(missed) >= FLOORS[kind] * len(blocks), missed


@pytest.mark.parametrize("kind", CASES)
def test_right_translations_pass(kind: str) -> None:
    alarms = {
        right: found
        for source, _, right in CASES[kind][1]
        if (found := [name for name, severity in named(source, right) if severity in GRAVE or name.startswith(FAMILIES)])
    }

    assert not alarms
