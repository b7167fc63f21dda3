"""A desk over the small story, shown without a screen."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.article import Project
from app.checks import CHECKS
from app.i18n import Message
from app.model import (
    Block,
    BlockKind,
    BlockStart,
    Category,
    Document,
    Edit,
    Finding,
    Fix,
    Joint,
    Place,
    Severity,
    Side,
    Span,
    State,
    Text,
    Unit,
)
from app.style import Profile
from ui.desk import Desk
from ui.theme import LIGHT

NO_CHECKS = Profile(off=frozenset(check.id for check in CHECKS))
"""The desk is shown findings of the tests' own; what the checks find is tested with them."""


def _shown(session, qtbot) -> Iterator[Desk]:
    made = Desk(session, LIGHT)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    qtbot.waitExposed(made)
    made.focus_target()
    yield made
    made.hide()


@pytest.fixture
def desk(session, qtbot) -> Iterator[Desk]:
    """The desk over the small story of the fixture `session`, without the findings of any check."""
    session.project.use(NO_CHECKS)
    session.show_article(session.article)
    yield from _shown(session, qtbot)


def long_article(project: Project, rows: int):
    """A story of many paragraphs of two rows, of different lengths, with a 😀 here and there."""
    sides: tuple[list[str], list[str]] = ([], [])
    for number in range(rows):
        words = 4 + number * 7 % 40
        sides[0].append(" ".join(["Stone"] + ["bridge"] * words) + ".")
        sides[1].append(" ".join(["Stein 😀" if number % 5 == 0 else "Stein"] + ["brücke"] * (words + number % 9)) + ".")
    documents = [written(language, texts) for language, texts in zip(("en", "de"), sides, strict=True)]
    units = [
        Unit(
            id=number + 1,
            source=documents[0][1][number],
            imported=documents[1][1][number],
            target=Text(sides[1][number]),
            opening=Joint() if number % 2 else BlockStart(BlockKind.PARAGRAPH),
            state=State.TRANSLATED,
        )
        for number in range(rows)
    ]
    return project.add("Long", documents[0][0], documents[1][0], tuple(units))[0]


def written(language: str, texts: list[str]) -> tuple[Document, list[Span]]:
    """A Document of these sentences, two a paragraph, and where each lies."""
    whole, spans, blocks, at = [], [], [], 0
    for number, text in enumerate(texts):
        gap = "" if not number else " " if number % 2 else "\n\n"
        at += len(gap)
        whole += [gap, text]
        spans.append(Span(at, at + len(text)))
        at += len(text)
        if number % 2:
            blocks[-1] = Block(BlockKind.PARAGRAPH, Span(blocks[-1].span.start, at))
        else:
            blocks.append(Block(BlockKind.PARAGRAPH, spans[-1]))
    return Document(language, "text", Text("".join(whole)), tuple(blocks)), spans


@pytest.fixture
def long_desk(session, qtbot) -> Iterator[Desk]:
    """A desk over a story of 300 rows."""
    project = Project()
    project.use(NO_CHECKS)
    long_article(project, 300)
    session.open(project)
    yield from _shown(session, qtbot)


@pytest.fixture
def find(session) -> Callable[..., Finding]:
    """Hand the session findings that point to words of its story."""

    def made(*quotes: tuple[int, Side, str], severity: Severity = Severity.MAJOR, instead: str | None = None) -> Finding:
        places = []
        for unit, side, quote in quotes:
            start = session.text(unit, side).index(quote)
            places.append(Place(unit, side, Span(start, start + len(quote))))
        edits = tuple(Edit(place.unit, place.span, instead) for place in places if place.side is Side.TARGET and instead is not None)
        fixes = (Fix(Message("Put it right"), edits),) if edits else ()
        units = tuple(dict.fromkeys(place.unit for place in places))
        name = "-".join(quote for *_, quote in quotes)
        finding = Finding("invented", Category.OTHER, severity, 0.9, units, tuple(places), Message("Not so."), fixes, name)
        session._raw, session._shown = [*session._raw, finding], None  # as a check would leave it
        session.checked.emit()
        return finding

    return made


def click(desk: Desk, unit: int, side: Side, at: int) -> None:
    """Click into a painted text, before the character at an offset."""
    place = point(desk, unit, side, at)
    QTest.mouseClick(desk.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def point(desk: Desk, unit: int, side: Side, at: int) -> QPoint:
    """Where a character of a painted text is in the window."""
    sheet = desk.view.sheet
    position = desk.model.position(unit)
    slip = sheet.slip(position)
    cell = slip.source if side is Side.SOURCE else slip.target
    (rect, *_) = cell.rects(Span(at, at + 1))
    x = sheet.columns.source if side is Side.SOURCE else sheet.columns.target
    return QPoint(round(x + rect.left() + 1), round(sheet.scroll.top_of(position) + slip.lead + rect.center().y()))


def text_top(desk: Desk, unit: int) -> int:
    """Where the text of a row begins in the window."""
    sheet = desk.view.sheet
    position = desk.model.position(unit)
    return sheet.scroll.top_of(position) + sheet.slip(position).lead


def field(desk: Desk):
    return desk.view.current.target


def wheel(desk: Desk, notches: int) -> None:
    place = QPointF(200, 300)
    event = QWheelEvent(
        place,
        place,
        QPoint(),
        QPoint(0, -120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own argument: not inverted
    )
    QApplication.sendEvent(desk.view.viewport(), event)
