"""The queue of many articles: where they come from, who reads them, what their reports are about."""

import csv
import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.article import Log
from app.reports.page import KINDS, LOT
from app.settings import Reviewer, Settings
from tests.app.review.day import day
from tests.ui.conftest import do, shown_until_done, type_text
from tests.ui.days import dialog, opened_day, rest
from ui.session import Session

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
        entries = [window.articles.model.entry(article.id) for article in session.project.articles]
        assert [entry.feed for entry in entries] == ["north"] * len(PIECES)
        assert [bool(entry.criticals) for entry in entries] == [piece.critical for piece in PIECES]


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
