"""Language and colours change while one works: on every panel and dialog, and nothing of the old ones stays."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from msgspec.structs import replace
from PySide6.QtCore import QAbstractListModel, QCoreApplication, QEvent, QMetaMethod, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

import resources
from app import settings
from app.model import Severity
from app.settings import Language
from tests.ui.screens import desk, screens
from ui.dialogs.manual import ManualWindow
from ui.dialogs.note import NotePopup
from ui.dialogs.settings import SettingsDialog
from ui.theme import DARK, LIGHT
from ui.window.window import Window

CATALOGUE = Path(next(iter(resources.__path__))) / "locale/de/LC_MESSAGES/gegenlesen.po"
FIELD = re.compile(r"\\{[a-z_]*\\}")
LETTERS = re.compile(r"[^\W\d_]")
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


def spoken() -> list[tuple[str, str]]:
    """Everything the interface can say that is not alike in both languages: English, German."""
    pairs = []
    for message in read_po(BytesIO(CATALOGUE.read_bytes()), locale="de"):
        english = message.id if isinstance(message.id, tuple) else (message.id,)
        german = message.string if isinstance(message.string, tuple) else (message.string,)
        pairs += zip(english, german, strict=True)
    return [(one, other) for one, other in pairs if one and one.casefold() != other.casefold()]


class Tongue:
    """One language of the interface: knows its sentences, also with their gaps filled and in capitals."""

    def __init__(self, mine: list[str], theirs: list[str]) -> None:
        known = {_folded(each) for each in theirs}
        own = [each for each in map(_folded, mine) if each not in known]
        self._whole = {each for each in own if "{" not in each}
        gaps = [each for each in own if "{" in each and len(LETTERS.findall(re.sub(r"\{[a-z_]*\}", "", each))) > 5]
        self._filled = [re.compile(FIELD.sub("(.+)", re.escape(each)), re.DOTALL) for each in gaps]

    def says(self, text: str) -> bool:
        said = _folded(text)
        return said in self._whole or any(pattern.fullmatch(said) for pattern in self._filled)


def _folded(text: str) -> str:
    return text.replace("&", "").casefold().strip()


@pytest.fixture(scope="module")
def tongues() -> dict[Language, Tongue]:
    english, german = (list(side) for side in zip(*spoken(), strict=True))
    return {Language.ENGLISH: Tongue(english, german), Language.GERMAN: Tongue(german, english)}


def words_of(screen: QWidget) -> Iterator[tuple[str, str]]:
    """Everything a screen says with words, to eyes and to ears, each with who says it."""
    yield type(screen).__name__, screen.windowTitle()
    for each in [screen, *screen.findChildren(QWidget)]:
        who = type(each).__name__
        for text in (each.toolTip(), each.accessibleName(), each.accessibleDescription(), *_shown(each)):
            yield who, text
    for action in screen.findChildren(QAction):
        yield "QAction", action.text()


def _shown(widget: QWidget) -> Iterator[str]:
    match widget:
        case QAbstractButton() | QLabel():
            yield widget.text()
        case QGroupBox() | QMenu():
            yield widget.title()
        case QLineEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(at) for at in range(widget.count()))
        case QTabBar():
            yield from (widget.tabText(at) for at in range(widget.count()))
        case QPlainTextEdit() | QTextEdit():
            yield widget.placeholderText()
        case QAbstractItemView() if widget.model() is not None:
            yield from _of_model(widget, QModelIndex())


def _of_model(view: QAbstractItemView, parent: QModelIndex) -> Iterator[str]:
    model = view.model()
    for row in range(min(300, model.rowCount(parent))):
        index = model.index(row, 0, parent)
        while index.isValid():
            yield from (str(index.data(role) or "") for role in ROLES)
            index = index.siblingAtColumn(index.column() + 1)
        if not isinstance(model, QAbstractListModel):
            yield from _of_model(view, model.index(row, 0, parent))


def shown() -> Window:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, Window) and w.isVisible())


def open_everything(window: Window) -> None:
    """Have every panel say something: search, findings, what was dismissed, changes, marks, a message."""
    session = window.session
    session.edit(2, "Der Rat stimmte am Dienstag ab.")
    session.dismiss_all([next(f for f in session.findings if f.severity is not Severity.CRITICAL)])
    session.as_hint("fact.by-to")
    window.doors.by_id["replace"].trigger()
    window.search.field.setText("Rat")
    session.toggle_assessing()
    window.sides.ask(left=True, right=True)
    session.next_finding()
    window.doors.by_id["contents"].trigger()
    QTest.qWait(1)


def keep(window: Window, **changed: object) -> Window:
    """Change how the program looks, as the settings do."""
    appearance = replace(window.settings.appearance, **changed)
    window.keep(replace(window.settings, appearance=appearance))
    QTest.qWait(50)
    return shown()


@pytest.mark.parametrize(("before", "after"), [(Language.ENGLISH, Language.GERMAN), (Language.GERMAN, Language.ENGLISH)])
def test_no_word_of_the_other_language_is_left_on_any_screen(qapp, monkeypatch, tongues, before, after):
    stale: set[str] = set()

    def look(name: str, screen: QWidget) -> None:
        stale.update(f"{name}: {who} {text!r}" for who, text in words_of(screen) if LETTERS.search(text) and tongues[before].says(text))

    with desk(before) as window:
        open_everything(window)
        assert any(tongues[before].says(text) for _who, text in words_of(window)), "the test knows its languages"
        new = keep(window, language=after)
        for manual in (w for w in QApplication.topLevelWidgets() if isinstance(w, ManualWindow) and w.isVisible()):
            look("the help that was open", manual)
            manual.close()
        look("what was open", new)
        new.session.toggle_assessing()
        for name, screen in screens(new, monkeypatch):
            look(name, screen)
    assert not stale, "\n".join(sorted(stale))


def listeners(session: QObject) -> dict[str, int]:
    """How many listen to each signal of a session."""
    meta = session.metaObject()
    methods = (meta.method(number) for number in range(meta.methodCount()))
    names = {bytes(method.methodSignature().data()).decode() for method in methods if method.methodType() is QMetaMethod.MethodType.Signal}
    return {name: session.receivers(f"2{name}") for name in names if not name.startswith("destroyed")}


def test_nothing_of_a_window_that_was_made_anew_listens_any_more(qapp):
    with desk() as window:
        session, before = window.session, listeners(window.session)
        assert sum(before.values()) > 30
        for theme in (settings.Theme.DARK, settings.Theme.LIGHT):
            window = keep(window, theme=theme)  # noqa: PLW2901 - the new one in the place of the old one
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert listeners(session) == before
        session.told.emit("Nothing crashes.")


def paper(image: QImage, theme) -> float:
    """The share of an image that has the grounds of a theme."""
    grounds = {QColor(each).rgb() for each in (theme.bg, theme.chrome, theme.paper)}
    points = [(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)]
    return sum(image.pixel(x, y) in grounds for x, y in points) / max(1, len(points))


@pytest.mark.parametrize(("before", "after"), [(LIGHT, DARK), (DARK, LIGHT)], ids=["dark", "light"])
def test_no_ground_of_the_other_colours_is_left_on_any_screen(qapp, monkeypatch, before, after):
    chosen = {LIGHT: settings.Theme.LIGHT, DARK: settings.Theme.DARK}
    left = []
    with desk() as window:
        now = keep(window, theme=chosen[before]) if before is DARK else window
        open_everything(now)
        new = keep(now, theme=chosen[after])
        new.session.toggle_assessing()
        for name, screen in screens(new, monkeypatch):
            if isinstance(screen, ManualWindow):
                screen.show_page("keys")  # a chapter without pictures of the desk, which keep their colours
            image = screen.grab().toImage()
            if paper(image, before) > 0.002 or paper(image, after) < 0.2:
                left.append(f"{name}: {paper(image, before):.3f} of the old, {paper(image, after):.3f} of the new")
    assert not left, "\n".join(left)


def test_search_tab_and_page_of_help_stay_when_the_window_is_made_anew(qapp):
    with desk() as window:
        window.doors.by_id["contents"].trigger()
        window.findChild(ManualWindow).show_page("style")
        window.doors.by_id["replace"].trigger()
        window.search.field.setText("Rat")
        window.right.setCurrentIndex(1)
        new = keep(window, language=Language.GERMAN)
        assert new is not window
        assert new.search.isVisible()
        assert (new.search.field.text(), new.search.query.replacement) == ("Rat", "")
        assert new.right.currentIndex() == 1
        manual = new.findChild(ManualWindow)
        assert manual.shown == "style"
        assert "Hausstil" in manual.page.toPlainText()


def test_a_dialog_or_note_that_is_open_is_not_lost_when_the_system_becomes_dark(qapp, qtbot):
    with desk() as window:
        window.doors.by_id["settings"].trigger()
        dialog = window.findChild(SettingsDialog)
        window.others.renew()
        QTest.qWait(1)
        assert dialog.isVisible()
        assert shown() is window
        dialog.reject()
        qtbot.waitUntil(lambda: shown() is not window)
        new = shown()
        new.session.go_to(5)
        new.doors.by_id["note"].trigger()
        new.others.renew()
        assert new.findChild(NotePopup).isVisible()
        new.findChild(NotePopup).close()
        qtbot.waitUntil(lambda: shown() is not new)
