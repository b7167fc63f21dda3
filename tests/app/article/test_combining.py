"""Two copies of a project that were corrected apart."""

import copy
from random import Random

import pytest

from app.article import Log, Project
from app.article.combining import Joined, combine, decide
from app.article.difference import Fate, differences
from app.formats import read_text
from app.model import RowSplice, Side, State
from app.pipeline import from_text, take_in
from tests.app.article.stories import act, state, story
from tests.app.article.test_standing import ENGLISH, GERMAN


def pair():
    mine = Project(Log(who="Ida"))
    take_in(mine, from_text(ENGLISH, "en"), from_text(GERMAN, "de"))
    return mine, copied(mine)


def copied(project):
    other = copy.deepcopy(project)
    other.log.who = "Kim"
    return other


def texts(article):
    return [unit.target.plain for unit in article.units if unit.exported]


def first_rows(project):
    """As the store keeps them: what the log says, taken back."""
    found = {}
    for number, article in project.shelf.items():
        again = copy.deepcopy(article)
        for step in reversed(project.log.of(number)):
            for splice in (splice for splice in step.inverse if isinstance(splice, RowSplice)):
                again.apply(splice)
        found[number] = tuple(again.units)
    return found


def joined(mine, theirs):
    return combine(mine, theirs, first_rows(theirs))


def test_corrections_of_different_rows_come_together_under_their_authors():
    mine, theirs = pair()
    mine.article(1).edit(3, "Vierzig Leute verlieren ihre Arbeit.")
    theirs.article(1).edit(5, "Der Bürgermeister wartet.")
    theirs.article(1).confirm(2)

    combination = joined(mine, theirs)

    assert combination.conflicts == ()
    assert [(step.op, step.who) for step in combination.performed] == [("edit", "Kim"), ("confirm", "Kim")]
    assert texts(mine.article(1))[2:] == ["Vierzig Leute verlieren ihre Arbeit.", texts(mine.article(1))[3], "Der Bürgermeister wartet."]
    assert mine.log.who == "Ida"


def test_what_came_in_can_be_undone():
    mine, theirs = pair()
    theirs.article(1).edit(5, "Der Bürgermeister wartet.")
    joined(mine, theirs)

    mine.article(1).undo()

    assert texts(mine.article(1))[4] == "Der Bürgermeister hofft auf einen Käufer."


def test_a_note_here_and_a_correction_there_are_no_conflict():
    mine, theirs = pair()
    mine.article(1).note(5, "Wer?")
    theirs.article(1).edit(5, "Der Bürgermeister wartet.")

    assert joined(mine, theirs).conflicts == ()

    assert (mine.article(1).unit(5).note, mine.article(1).unit(5).target.plain) == ("Wer?", "Der Bürgermeister wartet.")


def test_a_row_corrected_differently_is_a_conflict_that_a_person_decides():
    mine, theirs = pair()
    mine.article(1).edit(5, "Der Bürgermeister hofft.")
    theirs.article(1).edit(5, "Der Bürgermeister wartet.")
    theirs.article(1).edit(5, "Der Bürgermeister wartet noch.")

    (conflict,) = joined(mine, theirs).conflicts

    assert (conflict.base.target.plain, conflict.mine.target.plain, conflict.theirs.target.plain) == (
        "Der Bürgermeister hofft auf einen Käufer.",
        "Der Bürgermeister hofft.",
        "Der Bürgermeister wartet noch.",
    )
    assert texts(mine.article(1))[4] == "Der Bürgermeister hofft."
    step = decide(mine.article(1), conflict)
    assert step.who == "Kim"
    assert texts(mine.article(1))[4] == "Der Bürgermeister wartet noch."
    mine.article(1).undo()
    assert texts(mine.article(1))[4] == "Der Bürgermeister hofft."


def test_a_row_taken_out_here_and_corrected_there_is_a_conflict():
    for one, other in ((0, 1), (1, 0)):
        copies = pair()
        copies[one].article(1).remove(3)
        copies[other].article(1).edit(3, "Vierzig Leute verlieren ihre Arbeit.")

        combination = joined(*copies)

        assert [(c.mine.removed, c.theirs.removed) for c in combination.conflicts] == [(one == 0, one == 1)]


def test_nobody_has_confirmed_what_somebody_else_wrote_meanwhile():
    for one, other in ((0, 1), (1, 0)):
        copies = pair()
        copies[one].article(1).confirm(3)
        copies[other].article(1).edit(3, "Vierzig Leute verlieren ihre Arbeit.")

        combination = joined(*copies)

        row = copies[0].article(1).unit(3)
        assert combination.conflicts == ()
        assert (row.target.plain, row.state) == ("Vierzig Leute verlieren ihre Arbeit.", State.TRANSLATED)


def test_the_same_correction_on_both_sides_is_none():
    mine, theirs = pair()
    mine.article(1).edit(5, "Der Bürgermeister wartet.")
    theirs.article(1).edit(5, "Der Bürgermeister wartet.")

    assert joined(mine, theirs).conflicts == ()
    assert len(mine.log.of(1)) == 1


def test_what_was_undone_there_does_not_come_in():
    mine, theirs = pair()
    theirs.article(1).edit(5, "Der Bürgermeister wartet.")
    theirs.article(1).undo()

    assert joined(mine, theirs).performed == ()


def test_what_was_undone_there_and_made_here_together_before_is_taken_back():
    mine = pair()[0]
    mine.article(1).edit(5, "Der Bürgermeister wartet.")
    theirs = copied(mine)
    theirs.article(1).undo()
    mine.article(1).edit(3, "Vierzig Leute.")

    joined(mine, theirs)

    assert texts(mine.article(1))[4] == "Der Bürgermeister hofft auf einen Käufer."


def test_rows_split_there_and_untouched_here_are_split():
    mine, theirs = pair()
    mine.article(1).insert(1, "Zwischenruf")
    theirs.article(1).split(4, 10, 12)
    theirs.article(1).edit(6, "nannte das Wetter als Grund.")
    theirs.article(1).insert(5, "Ende.")

    assert joined(mine, theirs).conflicts == ()

    assert texts(mine.article(1))[1:2] + texts(mine.article(1))[4:] == [
        "Zwischenruf",
        "Der Besitzer",
        "nannte das Wetter als Grund.",
        "Der Bürgermeister hofft auf einen Käufer.",
        "Ende.",
    ]


def test_a_row_split_there_and_corrected_here_shows_all_of_its_text():
    mine, theirs = pair()
    mine.article(1).edit(4, "Der Besitzer schwieg.")
    theirs.article(1).split(4, 10, 12)
    theirs.article(1).edit(6, "nannte das Wetter als Grund.")

    (conflict,) = joined(mine, theirs).conflicts

    assert (conflict.unit, conflict.theirs.target.plain) == (4, "Der Besitzer nannte das Wetter als Grund.")
    assert texts(mine.article(1))[3] == "Der Besitzer schwieg."


def test_combining_twice_brings_nothing_twice():
    mine, theirs = pair()
    theirs.article(1).insert(5, "Ende.")
    take_in(theirs, from_text("Fire. One dead.", "en"), from_text("Brand. Ein Toter.", "de"))
    joined(mine, theirs)
    theirs.article(1).edit(2, "Die Mühle ist zu.")

    again = joined(mine, theirs)

    assert [step.op for step in again.performed] == ["edit"]
    assert texts(mine.article(1)).count("Ende.") == 1
    assert len(mine.articles) == 2


def test_an_article_that_only_the_copy_has_comes_in_with_its_corrections():
    mine, theirs = pair()
    take_in(mine, from_text("Rain. It pours.", "en"), from_text("Regen. Es gießt.", "de"))
    take_in(theirs, from_text("Fire. One dead.", "en"), from_text("Brand. Ein Toter.", "de"))
    theirs.article(2).edit(2, "Ein Toter.")
    theirs.article(2).edit(1, "Feuer.")

    combination = joined(mine, theirs)

    assert isinstance(combination.performed[0], Joined)
    assert combination.performed[1].who == "Kim"
    assert [texts(article)[0] for article in mine.articles][1:] == ["Regen.", "Feuer."]


def test_a_new_source_there_comes_in_where_nothing_was_done_here():
    mine, theirs = pair()
    theirs.article(1).renew(Side.SOURCE, read_text(ENGLISH.replace("wheat", "rye"), "en").document)

    combination = joined(mine, theirs)

    assert mine.article(1).source.digest == theirs.article(1).source.digest
    assert state(mine.article(1)) == state(theirs.article(1))
    assert mine.article(1).source.digest in combination.documents


def test_a_new_source_there_and_corrections_here_stand_beside_each_other():
    mine, theirs = pair()
    mine.article(1).edit(2, "Die Mühle ist zu.")
    theirs.article(1).renew(Side.SOURCE, read_text(ENGLISH.replace("wheat", "rye"), "en").document)

    joined(mine, theirs)
    joined(mine, theirs)

    assert len(mine.articles) == 2
    assert "Die Mühle ist zu." in texts(mine.articles[0])
    assert mine.articles[1].unit(4).source_before


@pytest.mark.parametrize("seed", range(60))
def test_everything_done_on_one_side_only_arrives_whole(seed):
    random = Random(seed)
    mine = Project(Log(who="Ida"))
    mine.add("Story", *story(random.randrange))
    for _ in range(6):
        act(mine.article(1), random.randrange)
    theirs = copied(mine)
    for _ in range(15):
        act(theirs.article(1), random.randrange)

    combination = joined(mine, theirs)

    assert combination.conflicts == ()
    assert [unit.target for unit in mine.article(1).units] == [unit.target for unit in theirs.article(1).units]
    assert mine.article(1).fields == theirs.article(1).fields


@pytest.mark.parametrize("seed", range(60))
def test_no_correction_of_the_other_copy_is_lost_without_a_word(seed):
    random = Random(seed)
    mine = Project(Log(who="Ida"))
    mine.add("Story", *story(random.randrange))
    theirs = copied(mine)
    base = {unit.id: unit.target for unit in mine.article(1).units}
    for _ in range(10):
        act(mine.article(1), random.randrange)
        act(theirs.article(1), random.randrange)
    before = {unit.id: unit for unit in mine.article(1).units}
    changed = {number for number, unit in before.items() if unit.target != base.get(number)}

    combination = joined(mine, theirs)

    here = "".join(texts(mine.article(1)))
    waiting = {conflict.unit: conflict for conflict in combination.conflicts}
    shown = here + "".join(conflict.theirs.target.plain for conflict in waiting.values() if conflict.theirs)
    for unit in theirs.article(1).units:
        if unit.by_hand and unit.source is None and unit.imported is None and unit.exported:
            assert unit.target.plain in shown
    assert all(unit.target == before[unit.id].target for unit in mine.article(1).units if unit.id in changed)
    for conflict in combination.conflicts:
        decide(mine.article(1), conflict)


def test_what_differs_is_told_by_article_and_row():
    before = pair()[0]
    after = copied(before)
    after.article(1).edit(5, "Der Bürgermeister wartet.")
    after.article(1).insert(5, "Ende.")
    take_in(after, from_text("Fire. One dead.", "en"), from_text("Brand. Ein Toter.", "de"))

    changed, added = differences(before, after)

    assert (changed.fate, [row.unit for row in changed.rows]) == (Fate.CHANGED, [5, 6])
    assert changed.rows[0].source == "The mayor hopes for a buyer."
    assert (changed.rows[1].before, changed.rows[1].after.target.plain) == (None, "Ende.")
    assert (added.fate, added.rows) == (Fate.ADDED, ())
    assert differences(after, after) == ()
    assert [each.fate for each in differences(after, before)] == [Fate.CHANGED, Fate.DROPPED]
