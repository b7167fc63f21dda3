"""Findings beside the window: nobody waits for them, and none is ever about an older text."""

from threading import Event, current_thread, main_thread

import pytest

from app.article import Project, story_of_article
from tests.ui.conftest import article_of
from ui.session import Session, checking, found
from ui.session.checking import LONG

WRONG = "Sie wird 4 Milliarden Dollar kosten."


def project_of(rows: int) -> Project:
    project = Project()
    calm = [(f"Work on bridge number {n} begins.", f"Die Arbeit an Brücke Nummer {n} beginnt.") for n in range(rows)]
    article_of(project, ("A bridge", "Eine Brücke"), *calm, ("It will cost $4 million.", WRONG))
    return project


@pytest.fixture
def long_session(qapp, qtbot):
    made = Session()
    project = project_of(LONG)
    made.open(project, story=story_of_article(project.articles[0]))
    yield made
    qtbot.waitUntil(lambda: not made.unchecked and made._job is None, timeout=30000)
    made.close()
    made.deleteLater()


def test_a_story_is_there_before_it_is_checked_and_then_its_first_finding_is_gone_to(qapp, qtbot):
    session, project = Session(), project_of(2)
    session.open(project, story=story_of_article(project.articles[0]))
    assert session.unchecked
    assert (session.current, session.findings) == (1, [])
    with qtbot.waitSignal(session.focused, timeout=20000):
        pass
    assert session.current in session.findings[0].units
    session.close()


def test_who_has_gone_somewhere_meanwhile_is_left_there(qapp, qtbot):
    session, project = Session(), project_of(2)
    session.open(project, story=story_of_article(project.articles[0]))
    session.go_to(3)
    qtbot.waitUntil(lambda: not session.unchecked, timeout=20000)
    assert session.current == 3
    assert session.findings
    session.close()


def test_what_is_typed_before_the_first_check_ended_is_checked(qapp, qtbot):
    session, project = Session(), project_of(2)
    session.open(project, story=story_of_article(project.articles[0]))
    session.edit(4, "Sie wird 4 Millionen Dollar kosten.")
    qtbot.waitUntil(lambda: not session.unchecked, timeout=20000)
    assert not any(f.check.startswith("number") for f in session.findings_at(4))
    session.close()


def test_in_a_long_story_no_verb_waits_for_a_check(long_session, qtbot):
    session = long_session
    qtbot.waitUntil(lambda: not session.unchecked, timeout=30000)
    wrong = LONG + 2
    assert session.findings_at(wrong)
    session.go_to(wrong)
    session.draft(wrong, "Sie wird 4 Millionen Dollar kosten.")
    session.confirm()
    assert session.article.unit(wrong).target.plain == "Sie wird 4 Millionen Dollar kosten."
    assert session.findings_at(wrong) == []
    session.edit(wrong, WRONG)
    qtbot.waitUntil(lambda: bool(session.findings_at(wrong)), timeout=20000)


def test_a_check_of_a_row_that_was_changed_since_is_dropped(long_session, qtbot):
    session = long_session
    qtbot.waitUntil(lambda: not session.unchecked, timeout=30000)
    wrong = LONG + 2
    story = session.story
    session.edit(wrong, "Sie wird 4 Millionen Dollar kosten.")
    session._take_rows((session.article, story, {wrong}, session._raw))
    assert session.findings_at(wrong) == []


def test_a_key_pressed_before_the_engine_is_there_does_not_wait_for_it(qapp, qtbot, monkeypatch):
    session = Session()
    session.open(project_of(2))
    monkeypatch.setattr(found, "_READY", Event())
    session._pause.stop()
    asked = []
    monkeypatch.setattr(checking, "found_near", lambda *these: asked.append(current_thread()) or found.found_near(*these))
    session.draft(3, "Sie wird 4 Milliarden Dollar kosten.")
    qtbot.waitUntil(lambda: any(f.check == "fact.number" for f in session.findings_at(3)), timeout=20000)
    assert asked
    assert main_thread() not in asked
    session.close()
    session.deleteLater()
