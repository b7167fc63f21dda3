"""*Apply house style*: one repair for all of it, and nothing is left to repair after it."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.checks import run
from app.checks.repairs import house_repairs
from app.evidence.story import Story, story_of
from app.model import Edit, Text
from app.style import HouseStyle, Profile, Switch


def edits(story: Story, profile: Profile | None = None) -> list[Edit]:
    return [edit for _finding, edit in house_repairs(run(story, profile))]


def applied(story: Story, repairs: list[Edit]) -> Story:
    texts = {row.unit: row.target.plain for row in story.rows}
    for edit in sorted(repairs, key=lambda edit: (edit.unit, -edit.span.start)):
        text = texts[edit.unit]
        texts[edit.unit] = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return Story(tuple(replace(row, target=Text(texts[row.unit])) for row in story.rows))


def after(*pairs: tuple[str, str], profile: Profile | None = None) -> list[str]:
    story = story_of(*pairs)
    return [row.target.plain for row in applied(story, edits(story, profile)).rows]


def test_one_repair_cures_marks_dashes_spaces_and_figures_of_all_rows():
    texts = after(
        ('"It rains," said Kern - and it did.', '"Es regnet", sagte Kern - und so war es.'),
        ("It cost 12,500 euros.", "Es kostete  12,500 Euro."),
    )

    assert texts == ["„Es regnet“, sagte Kern – und so war es.", "Es kostete 12.500 Euro."]


def test_the_switches_of_the_house_are_followed():
    house = Profile(style=HouseStyle(quotes=("»", "«"), percent=Switch.FIRST, sharp_s=False))

    assert after(("“The street,” 5%", "„Die Straße“ wuchs um 5 %."), profile=house) == ["»Die Strasse« wuchs um 5 Prozent."]


def test_indirect_speech_follows_the_house():
    house = Profile(style=HouseStyle(strict_subjunctive=True))

    assert after(("She said it is wet.", "Sie sagte, es ist nass."), profile=house) == ["Sie sagte, es sei nass."]


def test_a_lost_quotation_and_a_lost_stop_come_back():
    texts = after(
        ("“The harbour is closed,” said Kern.", "Der Hafen ist geschlossen, sagte Kern."), ("The bridge is old.", "Die Brücke ist sehr alt")
    )

    assert texts == ["„Der Hafen ist geschlossen“, sagte Kern.", "Die Brücke ist sehr alt."]


@pytest.mark.parametrize("text", ["Es regnet.", "„Ja“, sagte sie."])
def test_a_clean_story_has_nothing_to_repair(text):
    assert edits(story_of((text, text))) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet='aB1 „“”"»«.,!?-–—%\xa0', max_size=25), min_size=1, max_size=3))
def test_edits_never_meet(rows):
    made = sorted(edits(story_of(*((text, text) for text in rows))), key=lambda edit: (edit.unit, edit.span))

    for one, other in pairwise(made):
        assert one.unit != other.unit or one.span.end <= other.span.start
