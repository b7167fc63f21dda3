"""The queue of many articles: where they come from, who reads them, what their reports are about."""

import csv
import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.article import Log
from app.model import Side, Span
from app.quality.risk import article_risk, row_risks
from app.reports.page import KINDS, LOT
from app.review import cache
from app.review.verdict import Decision, judge
from app.settings import Reviewer, Settings
from app.store import Store
from tests.app.review.day import day, project_of
from tests.ui.conftest import do, shown_until_done, type_text
from tests.ui.days import dialog, opened_day, rest
from ui.session import Session, reading

PIECES = day(9)


@pytest.fixture
def window(qtbot, tmp_path):
    with opened_day(qtbot, tmp_path, 9) as made:
        yield made


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != LOT])
def test_every_kind_of_report_is_the_one_that_was_asked_for(window, tmp_path, kind):
    do(window, "report")
    asked = dialog()
    asked.kind.setCurrentIndex(asked.kind.findData(kind))
    asked.path.setText(str(tmp_path / "report.html"))
    asked.accept()
    assert window.session.report(kind, "en").kind == kind
    assert KINDS[kind] in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_on_a_laptop_the_queue_stands_beside_the_text_and_the_marks_while_one_assesses(window):
    window.resize(1440, 900)
    assert (window.articles.isVisible(), window.right.isVisible()) == (True, False)
    do(window, "assess")
    assert (window.articles.isVisible(), window.right.isVisible()) == (False, True)
    do(window, "assess")


def test_the_last_story_without_a_verdict_is_not_called_judged(window, qtbot):
    session = window.session
    for article in session.project.articles:
        if article is not session.article:
            session.do_at(article.id, lambda here: judge(here, Decision.CORRECTED))
    with qtbot.waitSignal(session.told) as told:
        do(window, "next-article")
    assert told.args == ["Only this story waits for its verdict."]
    session.judge(session.article.id, Decision.CORRECTED)
    with qtbot.waitSignal(session.told) as told:
        do(window, "next-article")
    assert told.args == ["Every article that is to be read has its verdict."]


def test_blanks_around_selected_words_are_not_marked(window):
    session = window.session
    unit = next(unit for unit in session.article.units if " " in unit.target.plain)
    session.go_to(unit.id)
    end = unit.target.plain.index(" ") + 1
    assert session.place_to_mark(Side.TARGET, Span(0, end)).span == Span(0, end - 1)


def test_a_queue_begins_with_its_riskiest_article(tmp_path):
    path = tmp_path / "day.gegenlesen"
    store = Store.create(path)
    project = project_of(PIECES, store)
    for article in project.articles:
        cache.checked(project, store, article)
    found = cache.known(project, store)
    store.close()
    opened = reading.read_project(path, "Jo Winter")
    opened.store.close()
    first = opened.project.article(opened.place.article)
    assert max(map(risk_of(found), project.articles)) == risk_of(found)(first)


def risk_of(found):
    return lambda article: article_risk(row_risks(article.units, found[article.id]))


def test_who_reads_a_story_is_said_in_the_queue_and_found_there(window):
    number = window.session.article.id
    do(window, "assign")
    field = window.message._answer
    assert field.selectedText() == "Jo Winter"
    type_text(field, "Ines Hale")
    field.returnPressed.emit()
    assert window.session.entry(window.session.article).reviewer == "Ines Hale"
    window.articles.model.renew()
    window.articles.words.setText("ines")
    assert [window.articles.model.index(row).data(Qt.ItemDataRole.UserRole).article for row in range(window.articles.model.rowCount())] == [
        number
    ]


def test_all_stories_are_proposed_where_none_came_in_today(qtbot, tmp_path):
    with opened_day(qtbot, tmp_path, 9, Log(clock=lambda: "2024-01-05T08:00:00+00:00")) as window:
        do(window, "sample")
        assert dialog().lot.currentText() == "All stories"
        assert dialog().sample.lot == 9
        dialog().reject()


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_a_table_of_stories_becomes_a_queue_that_knows_its_risks(qtbot, qapp, tmp_path, monkeypatch, ending):
    path = tmp_path / f"morning.{ending}"
    rows = [{"id": piece.name, "source": piece.english, "target": piece.german, "feed": "north"} for piece in PIECES]
    with path.open("w", encoding="utf-8", newline="") as stream:
        if ending == "csv":
            table = csv.DictWriter(stream, list(rows[0]))
            table.writeheader()
            table.writerows(rows)
        else:
            stream.writelines(
                json.dumps({"id": row["id"], "feed": "north", "source_text": row["source"], "target_text": row["target"]}) + "\n"
                for row in rows
            )
    session = Session()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked, **_more: (str(path), ""))
    with shown_until_done(session, Settings(reviewer=Reviewer("Jo Winter"))) as window:
        with qtbot.waitSignal(session.opened, timeout=60_000):
            do(window, "open-table")
        rest(session, qtbot)
        assert session.path == tmp_path / "morning.gegenlesen"
        model, project = window.articles.model, session.project

        def criticals():
            return [bool(model.entry(article.id).criticals) for article in project.articles]

        qtbot.waitUntil(lambda: criticals() == [piece.critical for piece in PIECES])
        assert {model.entry(article.id).feed for article in project.articles} == {"north"}


def test_a_table_without_a_story_leaves_no_project(qtbot, qapp, tmp_path):
    path = tmp_path / "morning.csv"
    path.write_text("name,words\n1,2\n", encoding="utf-8")
    session = Session()
    with qtbot.waitSignal(session.failed, timeout=30_000) as told:
        session.open_table(path)
    assert "no columns" in str(told.args[0])
    assert not (tmp_path / "morning.gegenlesen").exists()
    rest(session, qtbot)
    session.close()
    session.deleteLater()
