"""The table of links: what became of each, the way to its row, and repairs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.article import Project
from app.formats import format_named
from app.model import MarkKind
from app.pipeline import Material, take_in
from app.settings import Reviewer, Settings
from tests.ui.screens import close_all
from ui.dialogs.links import LinksDialog
from ui.session import Session
from ui.theme import LIGHT
from ui.window.showing import show
from ui.window.window import Window

ENGLISH = """<h1>Ferry</h1><p>The <a href="https://a.example/">report</a> came on Monday.</p>
<p>The <a href="https://b.example/">Harbour Trust</a> answered the <a href="https://d.example/">town</a> at once.</p>"""
GERMAN = """<h1>Fähre</h1><p>Der <a href="https://x.example/">Bericht</a> kam am Montag.</p>
<p>Der Harbour Trust antwortete der Stadt sofort.</p>"""


@pytest.fixture
def session(qapp):
    read = format_named("html").read
    pair = [Material(read(html.encode(), language), f"s.{language}.html", b"") for html, language in ((ENGLISH, "en"), (GERMAN, "de"))]
    project = Project()
    take_in(project, *pair)
    session = Session()
    session.open(project)
    yield session
    session.close()
    session.deleteLater()


@pytest.fixture
def window(session):
    made = show(session, Settings(reviewer=Reviewer(name="Jo Winter")))
    yield made
    close_all()
    close_all(Window)
    made.deleteLater()


def rows(dialog):
    return [tuple(dialog.table.topLevelItem(at).text(column) for column in (1, 2, 3)) for at in range(dialog.table.topLevelItemCount())]


def addresses(session):
    return [dict(mark.attributes)["href"] for unit in session.article.units for mark in unit.target.marks if mark.kind is MarkKind.LINK]


def test_every_link_stands_there_with_its_words_address_and_verdict(window):
    dialog = LinksDialog(window.session, LIGHT, window)
    assert rows(dialog) == [
        ("Bericht", "https://x.example/", "leads elsewhere than in the source"),
        ("Harbour Trust", "https://b.example/", "lost in the translation"),
        ("town", "https://d.example/", "lost in the translation"),
    ]
    assert dialog.told.text() == "3 links: 1 leads elsewhere than in the source, 2 lost in the translation"


def test_a_repair_lets_the_selected_link_lead_where_the_source_leads_and_is_one_step(window):
    dialog = LinksDialog(window.session, LIGHT, window)
    dialog.table.selectAll()
    assert dialog.mend.text() == "Repair 2 links"
    dialog.mend.click()
    assert addresses(window.session) == ["https://a.example/", "https://b.example/"]
    assert [verdict for _words, _address, verdict in rows(dialog)] == ["as in the source", "as in the source", "lost in the translation"]
    assert not dialog.mend.isEnabled()
    window.session.undo()
    assert addresses(window.session) == ["https://x.example/"]


def test_the_key_opens_the_table_and_enter_goes_to_the_row(window):
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LinksDialog)
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert "Harbour Trust" in window.session.unit.target.plain


def test_a_story_without_links_says_so(window):
    session = window.session
    session.open(plain_project())
    dialog = LinksDialog(session, LIGHT, window)
    assert dialog.told.text() == "The story has no links."
    assert not dialog.go.isEnabled()


def plain_project():
    read = format_named("txt").read
    pair = [
        Material(read(text.encode(), language), f"s.{language}.txt", b"")
        for text, language in (("A bridge.", "en"), ("Eine Brücke.", "de"))
    ]
    project = Project()
    take_in(project, *pair)
    return project
