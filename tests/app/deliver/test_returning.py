"""An aligned file goes back as it came, whatever was done to its rows."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.article import Project
from app.deliver.returning import as_it_came
from app.errors import UserError
from app.model import Side, State
from app.pipeline import take_in_aligned

SENTENCES = [("The mayor spoke.", "Die Bürgermeisterin sprach."), ("Nobody left.", ""), ("It rained.", "Es regnete."), ("Done.", "Ende.")]
DATA = "".join(
    json.dumps({"source": source, "target": target, "paragraph": number // 2}) + "\n" for number, (source, target) in enumerate(SENTENCES)
).encode()
NAME = Path("story.jsonl")


@pytest.fixture
def article():
    return taken()


def taken():
    ((article, _step),) = take_in_aligned(Project(), NAME, DATA).taken
    return article


def came_back(article):
    return [json.loads(line) for line in as_it_came(article, NAME.name, DATA).splitlines()]


def targets(article):
    return [line["target"] for line in came_back(article)]


def test_untouched_it_is_the_same_file(article):
    assert as_it_came(article, NAME.name, DATA) == DATA


def test_an_edited_row_changes_its_own_line_alone(article):
    article.edit(2, "Niemand ging.")
    article.note(2, "War leer.")
    article.confirm(3)
    before = [json.loads(line) for line in DATA.splitlines()]
    assert came_back(article) == [
        before[0],
        before[1] | {"target": "Niemand ging.", "note": "War leer.", "state": State.TRANSLATED.value},
        before[2] | {"state": State.REVIEWED.value},
        before[3],
    ]


def test_a_removed_row_leaves_its_source_without_translation(article):
    article.remove(3)
    assert targets(article) == ["Die Bürgermeisterin sprach.", "", "", "Ende."]


def test_joined_rows_are_cut_where_the_file_cuts_them(article):
    article.join(3)
    article.edit(3, "Es regnete stark. Das Ende.")
    assert targets(article)[2:] == ["Es regnete stark.", "Das Ende."]


def test_split_rows_are_one_segment_again(article):
    article.split(1, 10, 19)
    article.edit(5, "redete.")
    assert targets(article)[0] == "Die Bürgermeisterin redete."


def test_a_file_that_holds_other_text_is_refused(article):
    with pytest.raises(UserError, match=r"story\.jsonl"):
        as_it_came(article, NAME.name, DATA.replace(b"Ende", b"Aus"))


VERBS = {
    "join": lambda article, unit, _at: article.join(unit),
    "split": lambda article, unit, at: article.split(unit, at, at),
    "up": lambda article, unit, at: article.border_up(unit, Side.TARGET, at),
    "down": lambda article, unit, at: article.border_down(unit, Side.SOURCE, at),
    "detach": lambda article, unit, _at: article.detach(unit),
    "link": lambda article, unit, _at: article.link(unit),
    "insert": lambda article, unit, at: article.insert(unit, f"Ein{at}"),
    "edit": lambda article, unit, at: article.edit(unit, f"{article.unit(unit).target.plain} Neu{at}.".strip()),
    "remove": lambda article, unit, _at: article.remove(unit),
    "undo": lambda article, _unit, _at: article.undo(),
}


def letters(text):
    return sorted("".join(text.split()))


@given(st.lists(st.tuples(st.sampled_from(sorted(VERBS)), st.integers(0, 6), st.integers(0, 14)), max_size=8))
def test_however_rows_are_shaped_every_letter_goes_back_once(deeds):
    article = taken()
    for verb, row, at in deeds:
        with suppress(UserError):
            VERBS[verb](article, article.units[row % len(article.units)].id, at)
    now = "".join(unit.target.plain for unit in article.units if unit.exported)
    assert letters("".join(targets(article))) == letters(now)
