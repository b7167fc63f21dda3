"""A copy that somebody corrected elsewhere."""

from random import Random

import pytest

from app.article import Log, Project, composed
from app.article.hunks import accept, hunks
from app.errors import UserError
from app.formats import read_text
from app.pipeline import from_text, take_in
from tests.app.article.stories import act, story
from tests.app.article.test_standing import ENGLISH, GERMAN


@pytest.fixture
def article():
    article, _ = take_in(Project(Log(who="Ida")), from_text(ENGLISH, "en"), from_text(GERMAN, "de"))
    return article


def copy(text):
    return read_text(text, "de").document


def test_an_unchanged_copy_has_no_hunks(article):
    assert hunks(article, copy(GERMAN)) == ()


def test_a_correction_is_a_hunk_at_its_row(article):
    (hunk,) = hunks(article, copy(GERMAN.replace("hofft auf einen", "wartet auf einen")))

    assert (hunk.unit, hunk.before, hunk.after.plain) == (
        5,
        "Der Bürgermeister hofft auf einen Käufer.",
        "Der Bürgermeister wartet auf einen Käufer.",
    )


def test_an_accepted_hunk_is_a_step_of_the_one_who_corrected(article):
    (hunk,) = hunks(article, copy(GERMAN.replace("hofft auf einen", "wartet auf einen")))

    step = accept(article, hunk, "Kim")

    assert (step.who, step.op) == ("Kim", "edit")
    assert article.log.who == "Ida"
    assert article.unit(5).target.plain == "Der Bürgermeister wartet auf einen Käufer."


def test_a_sentence_that_was_struck_out_removes_its_row(article):
    (hunk,) = hunks(article, copy(GERMAN.replace(" Vierzig Menschen verlieren ihre Arbeit.", "")))

    accept(article, hunk, "Kim")

    assert article.unit(3).removed


def test_a_row_that_became_two_sentences_is_one_hunk(article):
    (hunk,) = hunks(
        article,
        copy(GERMAN.replace("Vierzig Menschen verlieren ihre Arbeit.", "Vierzig Menschen sind betroffen. Sie verlieren ihre Arbeit.")),
    )

    assert (hunk.unit, hunk.after.plain) == (3, "Vierzig Menschen sind betroffen. Sie verlieren ihre Arbeit.")


def test_new_texts_stand_in_their_order(article):
    changed = GERMAN.replace("\n\nDer Bürger", " Das Mehl ist teuer. Brot auch.\n\nEin ganz neuer Absatz.\n\nDer Bürger") + "\n\nEnde."

    for hunk in hunks(article, copy(changed)):
        accept(article, hunk, "Kim")

    assert composed(article).text.plain == changed


def test_a_row_that_changed_meanwhile_is_not_overwritten(article):
    (hunk,) = hunks(article, copy(GERMAN.replace("hofft auf einen", "wartet auf einen")))
    article.edit(5, "Der Bürgermeister hofft.")

    with pytest.raises(UserError, match="changed since"):
        accept(article, hunk, "Kim")


def test_a_protected_space_is_a_correction(article):
    assert len(hunks(article, copy(GERMAN.replace("90 Jahren", "90\u00a0Jahren")))) == 1


@pytest.mark.parametrize("seed", range(30))
def test_accepting_all_hunks_makes_the_story_the_copy(seed):
    random = Random(seed)
    article, other = (Project().add("Story", *story(Random(each).randrange))[0] for each in (seed, seed + 500))
    for _ in range(8):
        act(article, random.randrange)
    corrected = composed(other)

    for hunk in hunks(article, corrected):
        accept(article, hunk, "Kim")

    assert "".join(composed(article).text.plain.split()) == "".join(corrected.text.plain.split())
