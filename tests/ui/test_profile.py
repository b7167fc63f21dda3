"""The profile of a project in the window: house style, checks, words, terms, what was called no error, and files of it."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton

from app import settings
from app.model import Severity
from app.quality.counts import Counts, Outcome
from app.style import STARTERS, HouseStyle, Profile, Switch, Term, read_profile, starter, usual_profile
from tests.ui.conftest import do
from tests.ui.screens import desk
from ui.dialogs.profile import ProfileDialog
from ui.session import EVERYWHERE

FULL = Profile(
    off=frozenset({"typography.ellipsis", "some.check-of-a-later-version"}),
    severities={"fact.scale": Severity.MINOR},
    style=HouseStyle(quotes=("”", "”"), inner_quotes=("’", "’"), percent=Switch.SECOND, sharp_s=False, words={"Kiew": "Kyjiw"}),
    names=frozenset({"Elzakzaki", "Tolmin"}),
    loanwords=frozenset({"Newsroom"}),
    terms=(Term("city council", ("Stadtrat", "Gemeinderat"), ("Stadtparlament",)), Term("quay", ("Kai",))),
)


@pytest.fixture
def window(qapp):
    with desk() as made:
        yield made


def opened(window) -> ProfileDialog:
    do(window, "profile")
    return window.findChild(ProfileDialog)


def use(dialog: ProfileDialog) -> None:
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Use in this project").click()


def line(dialog: ProfileDialog, check: str):
    dialog.checks.choose(check)
    return dialog.checks.tree.currentItem()


@pytest.mark.parametrize("profile", [Profile(), FULL, *map(starter, STARTERS)], ids=["none", "full", *STARTERS])
def test_looking_at_a_profile_changes_nothing(window, profile):
    window.session.use_profile(profile)
    steps = len(window.session.project.log.steps)
    dialog = opened(window)
    assert dialog.profile == profile
    use(dialog)
    assert len(window.session.project.log.steps) == steps


def test_a_house_style_begins_with_one_that_comes_with_the_program(window):
    dialog = opened(window)
    box = dialog.house.begin
    box.setCurrentIndex(box.findText("Switzerland"))
    box.activated.emit(box.currentIndex())
    use(dialog)
    assert window.session.project.profile.style == starter("switzerland").style


def test_every_choice_of_the_house_style_is_kept(window):
    dialog = opened(window)
    dialog.house.marks.setCurrentIndex(1)
    for box in dialog.house.switches.values():
        box.setCurrentIndex(box.findData(Switch.SECOND))
    for flag in dialog.house.flags.values():
        flag.toggle()
    dialog.house.words.show_entries([("Kiew", "Kyjiw")])
    style = dialog.profile.style
    assert (style.quotes, style.inner_quotes) == (("»", "«"), ("›", "‹"))
    assert all(getattr(style, name) is Switch.SECOND for name in dialog.house.switches), "checks compare switches by identity"
    assert all(getattr(style, name) is not getattr(HouseStyle(), name) for name in dialog.house.flags)
    assert style.words == {"Kiew": "Kyjiw"}


def test_a_check_is_switched_off_by_the_space_key_and_its_findings_are_gone(window):
    assert "fact.scale" in {finding.check for finding in window.session.findings}
    dialog = opened(window)
    dialog.pages.setCurrentRow(2)
    line(dialog, "fact.scale")
    QTest.keyClick(dialog.checks.tree, Qt.Key.Key_Space)
    use(dialog)
    window.session.check_now()
    assert window.session.project.profile.off == {"fact.scale"}
    assert "fact.scale" not in {finding.check for finding in window.session.findings}
    assert "checks of this project were changed" in window.message.text


def test_a_check_is_given_another_severity_and_its_usual_one_again(window):
    dialog = opened(window)
    item, box = line(dialog, "fact.scale"), dialog.checks.severity
    usual = box.currentData()
    for severity in (Severity.MINOR, usual):
        box.setCurrentIndex(box.findData(severity))
        box.activated.emit(box.currentIndex())
        assert dialog.profile.severities == ({"fact.scale": severity} if severity is not usual else {})
    assert item.text(1) == "critical"


def test_a_check_that_is_mostly_wrong_here_is_offered_as_a_hint(window):
    finding = next(finding for finding in window.session.findings if finding.check == "fact.scale")
    counts = Counts()
    counts.note([finding], Outcome.FIXED)
    counts.note([replace(finding, fingerprint=f"{number:012}") for number in range(8)], Outcome.DISMISSED)
    counts.save()
    window.session._kept = None
    dialog = opened(window)
    dialog.pages.setCurrentRow(2)
    item = line(dialog, "fact.scale")
    assert item.text(2) == "9 · 1 · 8"
    assert "mostly wrong here" in dialog.checks.fared.text()
    dialog.checks.hint.click()
    assert not dialog.checks.hint.isVisible()
    assert dialog.profile.severities == {"fact.scale": Severity.NEUTRAL}
    line(dialog, "fact.by-to")
    assert not dialog.checks.hint.isVisible()


def test_checks_are_found_by_their_words(window):
    dialog = opened(window)
    dialog.checks.filter.setText("house style")
    left = [item.text(0) for item in dialog.checks.items() if not item.isHidden()]
    assert "House style" in left
    assert len(left) < 12


def test_names_loanwords_and_terms_are_typed(window, typed):
    dialog = opened(window)
    typed(dialog.names.names, "Tolmin")
    typed(dialog.names.loanwords, "Newsroom")
    dialog.pages.setCurrentRow(4)
    table = dialog.terms.table
    for column, words in enumerate(("quay", "Kai; Anleger", "Quai")):
        table.item(0, column).setText(words)
    profile = dialog.profile
    assert (profile.names, profile.loanwords) == ({"Tolmin"}, {"Newsroom"})
    assert profile.terms == (Term("quay", ("Kai", "Anleger"), ("Quai",)),)
    assert table.rowCount() == 2, "the next entry has a row already"
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert dialog.profile.terms == ()


def test_terms_are_taken_from_a_glossary(window, tmp_path):
    (tmp_path / "terms.csv").write_text("source,target\nferry,Fähre\nquay,Kai\n", encoding="utf-8")
    dialog = opened(window)
    dialog.terms.take_file(tmp_path / "terms.csv")
    assert [term.source for term in dialog.profile.terms] == ["ferry", "quay"]


def test_a_profile_that_was_saved_as_a_file_can_be_taken_by_a_colleague(window, tmp_path, monkeypatch):
    window.session.use_profile(FULL)
    path = tmp_path / "desk.toml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    dialog = opened(window)
    buttons = {button.text(): button for button in dialog.findChildren(QPushButton)}
    buttons["Save as a file…"].click()
    assert read_profile(path.read_bytes(), path.name) == FULL
    dialog.show_profile(Profile())
    buttons["From a file…"].click()
    assert dialog.profile == FULL
    assert "desk.toml" in dialog.told.text()


@pytest.mark.parametrize("text", ["not a profile", "colour = 1"])
def test_a_file_that_is_no_profile_is_told_in_a_sentence_and_changes_nothing(window, tmp_path, text):
    (tmp_path / "bad.toml").write_text(text, encoding="utf-8")
    window.session.use_profile(FULL)
    dialog = opened(window)
    dialog.take_file(tmp_path / "bad.toml")
    assert dialog.told.isVisible()
    assert "bad.toml" in dialog.told.text()
    assert dialog.profile == FULL


def test_what_was_called_no_error_is_listed_with_its_scope_and_taken_back(window):
    session = window.session
    finding = next(finding for finding in session.findings if finding.check == "fact.scale")
    session.focus(finding)
    session.dismiss(EVERYWHERE, "intended")
    other = next(finding for finding in session.findings)
    session.dismiss_all([other])
    dialog = opened(window)
    dialog.pages.setCurrentRow(5)
    listed = [dialog.dismissed.list.item(row).text() for row in range(dialog.dismissed.list.count())]
    assert len(listed) == len(session.dismissals()) >= 2
    assert "everywhere in the project" in listed[0]
    assert "intended" in listed[0]
    dialog.dismissed.list.item(0).setSelected(True)
    QTest.keyClick(dialog.dismissed.list, Qt.Key.Key_Delete)
    assert finding.check in {each.check for each in session.findings}
    assert not session.project.dismissals


def test_a_dismissal_in_another_story_is_taken_back_without_touching_the_one_on_the_desk(window):
    session = window.session
    first = session.article
    session.dismiss_all([next(finding for finding in session.findings if finding.check == "fact.scale")])
    session.switch(2)
    rows = [row.target.plain for row in session.story.rows]
    session.edit(2, "Der Rat stimmte am Dienstag ab.")
    dialog = opened(window)
    dialog.dismissed.list.item(0).setSelected(True)
    dialog.dismissed.revoke()
    assert not any(unit.dismissals for unit in first.units)
    rows[1] = "Der Rat stimmte am Dienstag ab."
    assert [row.target.plain for row in session.story.rows] == rows


def test_new_projects_begin_with_the_profile_that_was_made_usual(window, tmp_path, qtbot):
    dialog = opened(window)
    dialog.house.marks.setCurrentIndex(1)
    dialog.usual.setChecked(True)
    use(dialog)
    assert usual_profile() == window.session.project.profile
    for path, text in ((tmp_path / "a.en.txt", "The bridge is new."), (tmp_path / "a.de.txt", "Die Brücke ist neu.")):
        path.write_text(text, encoding="utf-8")
    with qtbot.waitSignal(window.session.opened):
        window.session.open_files([tmp_path / "a.en.txt", tmp_path / "a.de.txt"])
    assert window.session.project.profile.style.quotes == ("»", "«")
    path = window.session.path
    window.session.leave()
    with qtbot.waitSignal(window.session.opened):
        window.session.open_files([path])
    assert window.session.project.profile.style.quotes == ("»", "«"), "it is in the file"


def test_a_usual_profile_that_is_damaged_is_said_and_does_not_stand_in_the_way(window, tmp_path, qtbot):
    (settings.config_folder()).mkdir(parents=True, exist_ok=True)
    (settings.config_folder() / "profile.toml").write_text("colour = 1", encoding="utf-8")
    for path, text in ((tmp_path / "a.en.txt", "The bridge is new."), (tmp_path / "a.de.txt", "Die Brücke ist neu.")):
        path.write_text(text, encoding="utf-8")
    with qtbot.waitSignal(window.session.noticed) as noticed:
        window.session.open_files([tmp_path / "a.en.txt", tmp_path / "a.de.txt"])
    assert "profile.toml" in noticed.args[0]
    assert window.session.article is not None
