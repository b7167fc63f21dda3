"""The ways to look at the translation: changes, the original, another opinion."""

import pytest

from app.article import Project
from app.article.log import NOTED
from app.model import Side
from app.opinions import Pair
from app.opinions.kept import news
from tests.ui.conftest import article_of
from tests.ui.desk.conftest import NO_CHECKS, click, field
from ui.session import View

PAIR = Pair("en", "de")
OTHER = "Der Gemeinderat stimmte am Montag ab."


def answer(session, text):
    """Let a service have said this of row 2."""
    answers = {session.text(2, Side.SOURCE): text}
    session.project.set_fields(NOTED, news(session.project.fields, "Own", PAIR, answers, session.article.id))


@pytest.fixture
def opined(desk):
    """The desk over the small story, with another translation of row 2."""
    answer(desk.session, OTHER)
    desk.session.set_view(View.OPINION)
    return desk


def shown(desk, unit):
    return desk.view.sheet.flat(desk.model.position(unit)).target.prose.text.replace("\u2009", "|")


def test_another_translation_is_shown_inside_the_text_and_never_becomes_part_of_it(opined):
    opined.session.go_to(5)
    assert shown(opined, 2) == "Der Rat|Gemeinderat stimmte am Montag ab."
    opined.session.go_to(2)
    assert field(opined).plain == opined.session.text(2) == "Der Rat stimmte am Montag ab."
    assert opined.view.current.line.prose.text.replace("\u2009", "|") == "Der Rat|Gemeinderat stimmte am Montag ab."


def test_a_click_behind_the_words_of_another_translation_finds_its_place_in_the_text(opined):
    opined.session.go_to(5)
    click(opined, 2, Side.TARGET, shown(opined, 2).index("stimmte"))
    assert (opined.session.current, field(opined).caret) == (2, len("Der Rat "))


def test_an_opinion_that_comes_in_is_shown_at_once(opined):
    opined.session.go_to(5)
    answer(opined.session, "Der Rat entschied.")
    opined.session.opined.emit()
    assert shown(opined, 2) == "Der Rat stimmte am Montag ab|entschied."


def test_typographic_changes_are_passed_over_where_asked(desk):
    desk.session.edit(2, "Der „Rat“ stimmte am\u00a0Montag ab –")
    desk.session.set_view(View.CHANGES)
    desk.session.go_to(5)
    looks = desk.view.sheet.flat(desk.model.position(2)).target.prose.stretches
    assert len(looks) > 1
    desk.session.toggle_blind()
    prose = desk.view.sheet.flat(desk.model.position(2)).target.prose
    assert [stretch.span.of(prose.text) for stretch in prose.stretches] == [".", "–"]
    assert desk.session.text(2) == "Der „Rat“ stimmte am\u00a0Montag ab –"


def test_every_story_remembers_its_view(session):
    other = article_of(session.project, ("One", "Eins"), title="Other")
    session.leaving.connect(lambda: session.take_stand(caret=0, first=0, inset=0))
    session.set_view(View.CHANGES)
    session.toggle_blind()
    session.switch(other.id)
    assert (session.view, session.blind) == (View.TEXT, False)
    session.set_view(View.COLD)
    session.switch(session.project.articles[0].id)
    assert (session.view, session.blind) == (View.CHANGES, True)


def test_another_story_is_laid_out_anew(desk):
    other = article_of(desk.session.project, ("One", "Eins"), ("Two", "Zwei"), title="Other")
    desk.session.go_to(5)
    assert shown(desk, 2).startswith("Der Rat")
    desk.session.switch(other.id)
    assert shown(desk, 2) == "Zwei"


def test_a_new_project_begins_with_the_text(session):
    session.set_view(View.COLD)
    project = Project()
    project.use(NO_CHECKS)
    article_of(project, ("One", "Eins"))
    session.open(project)
    assert session.view is View.TEXT
