"""Handing out in the window: remembered, repeated with one key, and never past what stops it."""

import json

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QDate, QDateTime, QTime
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from app.article import Log, Project
from app.article.deliveries import delivered
from app.article.restraint import EMBARGO, HeldError, hold
from app.settings import Reviewer, Settings, WordPress
from tests.ui.conftest import PAIRS, article_of, do, shown_until_done
from ui.dialogs.export import CopyDialog, ExportDialog
from ui.dialogs.restraint import RestraintDialog
from ui.dialogs.wordpress import WordPressDialog
from ui.session import Session

SOUND = (*PAIRS[:2], ("Work begins in May.", "Die Arbeiten beginnen im Mai."))


def page(texts):
    title, *rest = texts
    return f"<h1>{title}</h1>" + "".join(f"<p>{text}</p>" for text in rest)


@pytest.fixture
def window(qtbot, qapp, tmp_path):
    source, target = tmp_path / "ferry.en.html", tmp_path / "ferry.de.html"
    source.write_text(page(source for source, _target in SOUND), "utf-8")
    target.write_text("<!-- keep -->" + page(target for _source, target in SOUND), "utf-8")
    session = Session()
    session.sign("Jo Winter")
    with shown_until_done(session, Settings(reviewer=Reviewer(name="Jo Winter"))) as made:
        with qtbot.waitSignal(session.opened):
            session.open_files([source, target])
        qtbot.waitUntil(lambda: not session.unchecked)
        yield made


@pytest.fixture
def unsound(qtbot, qapp):
    """A story with an open critical finding that went out before."""
    project = Project(Log(who="Jo Winter"))
    article_of(project, *PAIRS)
    session = Session()
    session.open(project)
    session.remember("clipboard", "html", "html")
    with shown_until_done(session, Settings(reviewer=Reviewer(name="Jo Winter"))) as made:
        yield made


def dialog_of(kind):
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


def change(window):
    window.session.edit(window.session.article.units[-1].id, "Im Mai wird gebaut.")


def test_a_story_that_never_went_out_cannot_go_out_again(window):
    assert not window.doors.by_id["deliver-again"].isEnabled()
    assert not window.session.changed_since_delivery()


def test_an_export_is_remembered_and_repeated_with_one_key(window, tmp_path):
    out = tmp_path / "out.html"
    window.session.export("html", out)
    change(window)
    assert window.session.changed_since_delivery()
    assert "changed since delivery" in window.top._file.text()
    do(window, "deliver-again")
    assert "Im Mai wird gebaut." in out.read_text("utf-8")
    assert not window.session.changed_since_delivery()
    assert "changed since delivery" not in window.top._file.text()


def test_undo_takes_back_the_correction_and_not_the_memory_of_the_delivery(window, tmp_path):
    change(window)
    window.session.export("html", tmp_path / "out.html")
    window.session.undo()
    assert window.session.article.units[-1].target.plain == "Die Arbeiten beginnen im Mai."
    assert window.session.last_delivery().place == str(tmp_path / "out.html")


def test_the_export_offers_the_file_it_came_in_and_a_manifest(window, tmp_path):
    change(window)
    do(window, "export")
    dialog = dialog_of(ExportDialog)
    dialog.format.setCurrentIndex(dialog.format.findData("same"))
    dialog.path.setText(str(tmp_path / "back.html"))
    dialog.manifest.setChecked(True)
    dialog.button.click()
    written = (tmp_path / "back.html").read_text("utf-8")
    assert "<!-- keep -->" in written
    assert "Im Mai wird gebaut." in written
    assert json.loads((tmp_path / "back.html.manifest.json").read_text("utf-8"))["reviewer"] == "Jo Winter"


def test_choosing_a_format_gives_the_file_its_ending(window):
    do(window, "export")
    dialog = dialog_of(ExportDialog)
    dialog.format.setCurrentIndex(dialog.format.findData("docx"))
    assert dialog.path.text().endswith(".de.docx")


def test_blocks_for_wordpress_go_on_the_clipboard_as_text(window):
    do(window, "copy-blocks")
    held = QApplication.clipboard().mimeData()
    assert "<!-- wp:paragraph -->" in held.text()
    assert not held.hasHtml()
    change(window)
    do(window, "deliver-again")
    assert "Im Mai wird gebaut." in QApplication.clipboard().text()


def test_a_held_story_is_not_copied(window):
    QApplication.clipboard().clear()
    window.session._do(lambda article: hold(article, "Ada Weber", "libel"))
    do(window, "copy-for-cms")
    assert not QApplication.clipboard().text()
    assert "Ada Weber" in window.message.text


def test_delivering_again_asks_about_critical_findings(unsound):
    QApplication.clipboard().clear()
    do(unsound, "deliver-again")
    dialog = dialog_of(CopyDialog)
    assert not dialog.button.isEnabled()
    dialog.gate.reason.setText("The desk knows")
    dialog.button.click()
    assert "Brücke" in QApplication.clipboard().text()


def test_a_hold_shows_stops_every_way_out_and_is_lifted_by_its_owner_alone(window):
    do(window, "restraint")
    dialog = dialog_of(RestraintDialog)
    dialog.set.click()
    assert "a reason" in dialog.trouble.text()
    dialog.owner.setText("Ada Weber")
    dialog.reason.setText("libel")
    dialog.set.click()
    assert window.top._held.text() == "On hold"
    lift = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Lift")
    lift.click()
    assert "Only Ada Weber" in dialog.trouble.text()
    do(window, "export")
    assert not dialog_of(ExportDialog).button.isEnabled()
    window.session.sign("Ada Weber")
    lift.click()
    assert window.session.restraint() == ""
    assert window.session.project.log.steps[-1].who == "Ada Weber"
    assert not window.top._held.text()


def test_an_embargo_is_set_to_a_moment_and_stops_what_goes_out(window, tmp_path):
    do(window, "restraint")
    dialog = dialog_of(RestraintDialog)
    dialog.until.click()
    dialog.moment.setDateTime(QDateTime(QDate(2099, 12, 1), QTime(18, 0)))
    dialog.moment.editingFinished.emit()
    assert window.session.embargo().startswith("2099-12-01T18:00")
    with pytest.raises(HeldError, match="embargo until 2099-12-01T18:00"):
        window.session.export("html", tmp_path / "out.html")
    dialog.until.click()
    window.session.export("html", tmp_path / "out.html")


def test_the_delivery_note_is_written_where_it_is_wanted(window, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tmp_path / "note.html"), ""))
    do(window, "delivery-note")
    assert "Changes since the last delivery" in (tmp_path / "note.html").read_text("utf-8")


def test_an_embargo_lets_a_draft_out_for_a_reason_that_is_kept(window, tmp_path):
    window.session._do(lambda article: article.note_field(EMBARGO, "2099-12-01T18:00+01:00"))
    do(window, "export")
    dialog = dialog_of(ExportDialog)
    dialog.path.setText(str(tmp_path / "out.html"))
    assert "2099-12-01" in dialog.gate.waiting
    assert not dialog.button.isEnabled()
    dialog.gate.reason.setText("As a draft for Monday")
    dialog.button.click()
    assert (tmp_path / "out.html").exists()
    do(window, "copy-for-cms")
    assert "Der Rat stimmte" in QApplication.clipboard().text()


def test_the_gate_says_what_deserves_another_look_and_stops_nothing(window):
    do(window, "export")
    dialog = dialog_of(ExportDialog)
    assert "Nobody has confirmed or corrected a row" in dialog.gate.cautions.text()
    assert dialog.button.isEnabled()
    dialog.reject()
    window.session.confirm()
    do(window, "export")
    assert not dialog_of(ExportDialog).gate.cautions.text()


def test_sending_proposes_the_site_where_the_draft_is(window):
    window.settings = replace(window.settings, wordpress=WordPress("https://other.example", "jo"))
    window.session._do(lambda article: delivered(article, "wordpress", "https://news.example/wp-json/", number=7, user="ada"))
    do(window, "deliver-again")
    form = dialog_of(WordPressDialog).site
    assert (form.address.text(), form.user.text()) == ("https://news.example", "ada")
