"""A new version of a story under its rows."""

from random import Random

import pytest

from app.article import Log, Project
from app.formats import read_text
from app.model import BlockStart, Side, State
from app.pipeline import from_text, take_in
from tests.app.article.stories import act, state, story, tiles

ENGLISH = """Mill closes after 90 years

The mill in Tarn closed on Monday. Forty people lose their jobs. The owner blamed the price of wheat.

The mayor hopes for a buyer."""
GERMAN = """Mühle schließt nach 90 Jahren

Die Mühle in Tarn wurde am Montag geschlossen. Vierzig Menschen verlieren ihre Arbeit. Der Besitzer nannte den Weizenpreis als Grund.

Der Bürgermeister hofft auf einen Käufer."""


@pytest.fixture
def article():
    article, _ = take_in(Project(Log(who="Ida")), from_text(ENGLISH, "en"), from_text(GERMAN, "de"))
    assert len(article.units) == 5
    return article


def english(text):
    return read_text(text, "en").document


def german(text):
    return read_text(text, "de").document


def test_rows_whose_source_still_stands_keep_everything(article):
    article.edit(3, "Vierzig Leute verlieren ihre Stelle.")
    article.confirm(2, 3)
    article.note(5, "Wer?")
    before = list(article.units)

    article.renew(Side.SOURCE, english(ENGLISH.replace("the price of wheat", "the weather")))

    same = [(unit.target, unit.state, unit.note, article.source_text(unit).plain) for unit in article.units]
    assert [row[:3] for row in same] == [(unit.target, State.TRANSLATED if unit.id == 4 else unit.state, unit.note) for unit in before]
    changed = article.unit(4)
    assert changed.source_before == "The owner blamed the price of wheat."
    assert article.source_text(changed).plain == "The owner blamed the weather."
    assert [unit.id for unit in article.units if unit.source_before] == [4]
    assert tiles(article)


def test_a_new_source_sentence_is_a_row_to_translate(article):
    article.renew(Side.SOURCE, english(ENGLISH.replace("Forty people", "It opened in 1936. Forty people")))

    new = article.units[2]
    assert (article.source_text(new).plain, new.target.plain, new.state) == ("It opened in 1936.", "", State.INITIAL)
    assert [unit.id for unit in article.units] == [1, 2, 6, 3, 4, 5]
    assert tiles(article)


def test_a_new_paragraph_of_the_source_will_be_one_of_the_translation(article):
    article.renew(Side.SOURCE, english(ENGLISH.replace("The mayor", "There is still flour.\n\nThe mayor")))

    new = article.units[4]
    assert article.source_text(new).plain == "There is still flour."
    assert isinstance(new.opening, BlockStart)


def test_a_source_sentence_that_is_gone_leaves_its_translation_and_says_so(article):
    article.renew(Side.SOURCE, english(ENGLISH.replace(" Forty people lose their jobs.", "")))

    unit = article.unit(3)
    assert (unit.source, unit.source_before) == (None, "Forty people lose their jobs.")
    assert unit.target.plain == "Vierzig Menschen verlieren ihre Arbeit."


def test_wrapped_lines_are_no_change(article):
    step = article.renew(Side.SOURCE, english(ENGLISH.replace("people lose", "people\nlose")))

    assert step is not None
    assert not any(unit.source_before for unit in article.units)
    assert article.source_text(article.unit(3)).plain == "Forty people lose their jobs."


def test_a_row_that_was_split_by_hand_still_stands(article):
    article.split(4, 10, 13)
    texts = [article.source_text(unit).plain for unit in article.units]

    article.renew(Side.SOURCE, english(ENGLISH.replace("The mayor", "The new mayor")))

    assert [article.source_text(unit).plain for unit in article.units][:-1] == texts[:-1]
    assert [bool(unit.source_before) for unit in article.units] == [False] * 5 + [True]
    assert tiles(article)


def test_the_same_version_is_no_step(article):
    assert article.renew(Side.SOURCE, english(ENGLISH)) is None


def test_a_new_translation_replaces_what_changed_and_keeps_corrections_elsewhere(article):
    article.edit(3, "Vierzig Leute verlieren ihre Stelle.")
    article.edit(4, "Der Besitzer gab dem Weizenpreis die Schuld.")

    article.renew(Side.TARGET, german(GERMAN.replace("nannte den Weizenpreis als Grund", "nannte das Wetter als Grund")))

    assert article.unit(3).target.plain == "Vierzig Leute verlieren ihre Stelle."
    assert article.unit(4).target.plain == "Der Besitzer nannte das Wetter als Grund."
    assert article.unit(4).target_before == "Der Besitzer gab dem Weizenpreis die Schuld."
    assert [unit.id for unit in article.units if unit.target_before] == [4]
    assert not article.edited(article.unit(4))
    assert tiles(article)


def test_a_correction_that_the_translator_took_over_is_no_change(article):
    article.edit(3, "Vierzig Leute verlieren ihre Stelle.")
    article.confirm(3)

    article.renew(Side.TARGET, german(GERMAN.replace("Vierzig Menschen verlieren ihre Arbeit", "Vierzig Leute verlieren ihre Stelle")))

    assert article.unit(3).state is State.REVIEWED
    assert not article.unit(3).target_before
    assert not article.edited(article.unit(3))


def test_a_translation_that_was_missing_finds_its_row():
    article, _ = take_in(
        Project(), from_text(ENGLISH, "en"), from_text(GERMAN.replace(" Vierzig Menschen verlieren ihre Arbeit.", ""), "de")
    )
    (missing,) = [unit.id for unit in article.units if not unit.imported]

    article.renew(Side.TARGET, german(GERMAN))

    assert article.unit(missing).target.plain == "Vierzig Menschen verlieren ihre Arbeit."
    assert tiles(article)


def test_confirming_a_changed_row_settles_it(article):
    article.renew(Side.SOURCE, english(ENGLISH.replace("wheat", "rye")))

    article.confirm(4)

    assert not article.unit(4).source_before


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("seed", range(40))
def test_any_version_tiles_and_can_be_taken_back(seed, side):
    random = Random(seed)
    source, target, units = story(random.randrange)
    other = story(Random(seed + 1000).randrange)[0 if side is Side.SOURCE else 1]
    article, _ = Project().add("Story", source, target, units)
    for _ in range(12):
        act(article, random.randrange)
    before, documents = state(article), (article.source, article.target)
    if not other.text.plain or not tiles(article):
        return

    step = article.renew(side, other)
    after = state(article)

    assert tiles(article)
    assert step is None or article.undo()
    assert (state(article), article.source, article.target) == (before, *documents)
    assert step is None or article.redo()
    assert state(article) == after
