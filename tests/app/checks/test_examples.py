"""Every check proves itself by its own examples, and no text makes one point outside of it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import checks
from app.checks import CHECKS
from app.checks.check import Check, Example
from app.evidence.story import Story, story_of
from app.model import Finding, Side

ID = re.compile(r"(?:artefact|structure|fact|name|meaning|term|language|typography|markup|delivery)\.[a-z]+(?:-[a-z]+)*")

LETTERS = st.sampled_from(
    [
        *'aeßÄ. „“"[{<*`#%$:!?,-\n',
        "é",
        "e\u0301",
        "👩\u200d💻",
        "\u2029",
        "\ufffc",
        "漢",
        "the ",
        "und ",
        "Gib nur ",
        "[NAME]",
        "12 ",
        "Foto: ",
    ]
)
TEXTS = st.lists(LETTERS, max_size=40).map("".join)


def found(check: Check, story: Story) -> list[Finding]:
    return [checks.finding(check, hit, story, check.profile) for hit in check.look(story, check.profile)]


def cases(kind: str) -> list[object]:
    return [
        pytest.param(check, known, id=f"{check.id}-{number}") for check in CHECKS for number, known in enumerate(getattr(check, kind), 1)
    ]


@pytest.mark.parametrize(("check", "known"), cases("flags"))
def test_a_check_finds_what_it_says_it_flags(check: Check, known: Example) -> None:
    names = {finding.check for finding in found(check, story_of(*known.rows)) if finding.confidence >= 0.5}

    assert check.id in names


@pytest.mark.parametrize(("check", "known"), cases("passes"))
def test_a_check_is_silent_where_it_says_it_passes(check: Check, known: Example) -> None:
    grave = [finding for finding in found(check, story_of(*known.rows)) if finding.confidence >= 0.5]

    assert not grave


def test_ids_are_unique_and_of_the_form_of_the_catalogue() -> None:
    ids = [check.id for check in CHECKS]

    assert len(ids) == len(set(ids))
    assert all(ID.fullmatch(name) for name in ids)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_check_has_four_examples_of_either_kind(check: Check) -> None:
    assert min(len(check.flags), len(check.passes)) >= 4


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=5))
def test_places_lie_within_the_texts_and_findings_are_in_order(pairs: list[tuple[str, str]]) -> None:
    story = story_of(*pairs)

    findings = checks.run(story)

    assert [-f.severity.rank for f in findings] == sorted(-f.severity.rank for f in findings)
    for finding in findings:
        for place in finding.places:
            text = story.rows[story.index(place.unit)].text(place.side).plain
            assert 0 <= place.span.start <= place.span.end <= len(text)
        for fix in finding.fixes:
            for edit in fix.edits:
                text = story.rows[story.index(edit.unit)].text(Side.TARGET).plain
                assert 0 <= edit.span.start <= edit.span.end <= len(text)
