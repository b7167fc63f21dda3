"""Typography: one folded finding per rule, and its fix cures every place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.checks import CHECKS, run
from app.evidence.story import story_of
from app.model import Side
from app.style import HouseStyle, Profile

TYPOGRAPHY = [check for check in CHECKS if check.id.startswith("typography.")]


def cured(story, finding):
    texts = {row.unit: row.target.plain for row in story.rows}
    for edit in sorted(finding.fixes[0].edits, key=lambda edit: (edit.unit, -edit.span.start)):
        text = texts[edit.unit]
        texts[edit.unit] = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return [texts[row.unit] for row in story.rows]


def only(story, check, profile=None):
    found = [finding for finding in run(story, profile) if finding.check == check]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("check", "rows", "right"),
    [
        ("typography.quote-style", ['"Ja", sagte sie.', "“Nein”, sagte er."], ["„Ja“, sagte sie.", "„Nein“, sagte er."]),
        (
            "typography.quote-order",
            ["„Ja, das stimmt,“ sagte sie.", "„Wer war das?“ fragte er."],
            ["„Ja, das stimmt“, sagte sie.", "„Wer war das?“, fragte er."],
        ),
        ("typography.dash", ["Das Haus — ein altes — brannte."], ["Das Haus – ein altes – brannte."]),
        ("typography.dash", ["Das Haus - ein altes - brannte."], ["Das Haus – ein altes – brannte."]),
        ("typography.spacing", ["Es  regnet.", "Es  schneit."], ["Es regnet.", "Es schneit."]),
        (
            "typography.number-format",
            ["Etwa 12,500 kamen.", "Es kostete 3.5 Millionen."],
            ["Etwa 12.500 kamen.", "Es kostete 3,5 Millionen."],
        ),
        ("typography.characters", ["Der Bu\u0308rgermeister", "Der BÃ¼rgermeister"], None),
    ],
)
def test_one_finding_and_one_fix_for_all_places(check, rows, right):
    sources = ["Some 12,500 came.", "It cost 3.5 million."] if check.endswith("format") else ["“It,” he said."] * len(rows)
    story = story_of(*zip(sources, rows, strict=False))
    findings = [finding for finding in run(story) if finding.check == check]
    assert findings
    if right is not None:
        assert cured(story, findings[0]) == right


def test_the_quotes_of_the_house_are_right():
    story = story_of(("“Yes,” she said.", "»Ja«, sagte sie."))
    swiss = Profile(style=HouseStyle(quotes=("»", "«")))
    assert not [finding for finding in run(story, swiss) if finding.check == "typography.quote-style"]
    assert only(story, "typography.quote-style").places


def test_missing_no_break_spaces_are_reported_only_where_wanted():
    story = story_of(("It weighs 5 kg.", "Es wiegt 5 kg."))
    wanted = Profile(style=HouseStyle(no_break_spaces=True))
    assert not [finding for finding in run(story) if finding.check == "typography.no-break-space"]
    assert cured(story, only(story, "typography.no-break-space", wanted)) == ["Es wiegt 5\xa0kg."]


@pytest.mark.parametrize("words", ["z. B. heute", "d. h. heute", "u. a. heute"])
def test_an_abbreviation_of_two_letters_is_held_together_where_that_is_wanted(words):
    story = story_of(("Among others", words))
    cure = cured(story, only(story, "typography.no-break-space", Profile(style=HouseStyle(no_break_spaces=True))))
    assert cure == [words.replace(". ", ".\xa0", 1)]


@given(st.lists(st.text(alphabet="aB1 „“”\"‚‘’'»«.,!?()-–—%\xa0\u2029ÃÄ¤\u0308\u200b🙂", max_size=30), min_size=1, max_size=4))
@settings(max_examples=80, deadline=None)
def test_places_and_edits_lie_inside_any_text(rows):
    story = story_of(*((text, text) for text in rows))
    lengths = {row.unit: len(row.target.plain) for row in story.rows}
    for check in TYPOGRAPHY:
        for hit in check.look(story, Profile()):
            spans = [(place.unit, place.span) for place in hit.places] + [(edit.unit, edit.span) for fix in hit.fixes for edit in fix.edits]
            assert all(0 <= span.start <= span.end <= lengths[unit] for unit, span in spans)


@given(st.lists(st.tuples(st.text(max_size=40), st.text(max_size=40)), min_size=1, max_size=3))
@settings(max_examples=60, deadline=None)
def test_every_check_stays_inside_any_text(pairs):
    story = story_of(*pairs)
    lengths = {(row.unit, side): len(row.text(side).plain) for row in story.rows for side in Side}
    for finding in run(story):
        for place in finding.places:
            assert 0 <= place.span.start <= place.span.end <= lengths[place.unit, place.side], finding.check
