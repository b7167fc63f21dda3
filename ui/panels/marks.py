"""What a reader marked, with the score that follows from it: shown while one assesses, and nowhere else."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget

from app.i18n import _
from app.model import ErrorMark
from app.reports.tones import GRAVEST_FIRST, NAMES
from ui.lists import Line, RowList, TwoLines
from ui.session import Session
from ui.session.sentences import clipped
from ui.theme import Theme, inset


class MarkLines(TwoLines):
    """A mark as two lines: kind and row, then the words."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        """Take what names rows."""
        super().__init__(theme, parent)
        self._session = session

    def line(self, index: QModelIndex | QPersistentModelIndex) -> Line:
        """The two lines of one mark."""
        mark: ErrorMark = index.data(Qt.ItemDataRole.UserRole)
        words = f"{clipped(mark.quote, 60)} – {mark.note}" if mark.note else clipped(mark.quote, 60)
        return Line(str(index.data()), words, right=self._session.label(mark.unit), shape=mark.severity)


class MarkList(RowList):
    """The list itself. Emits `dropped` for Delete and `changing` for C."""

    dropped = Signal()
    changing = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the mark away, C changes it."""
        if event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.dropped.emit()
        elif event.key() == Qt.Key.Key_C and not event.modifiers():
            self.changing.emit()
        else:
            super().keyPressEvent(event)


class MarksPanel(QWidget):
    """Score and marks of the article on the desk. Emits `changing` with a mark that is to be changed."""

    changing = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the session's article."""
        super().__init__(parent)
        self._session = session
        self._model = QStandardItemModel(self)
        self._score, self._reason, self._counts = QLabel(), QLabel(), QLabel()
        self._score.setProperty("tone", "large")
        for label in (self._reason, self._counts):
            label.setProperty("tone", "small")
            label.setWordWrap(True)
        self._lot = QLabel()
        self._lot.setProperty("tone", "small")
        self._lot.setWordWrap(True)
        self._second = QLabel(_("Blind second reading: the first reader’s marks are hidden."))
        self._second.setWordWrap(True)
        self._second.setProperty("tone", "small")
        self.score = QSpinBox()
        self.score.setRange(0, 100)
        inset(self.score)
        self.score.setAccessibleName(_("Score from 0 to 100"))
        self.score.editingFinished.connect(lambda: self._session.score(self.score.value()))
        self._anchors = QLabel()
        self._anchors.setProperty("tone", "small")
        self._anchors.setWordWrap(True)
        self.list = MarkList(_("Marks"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(MarkLines(session, theme, self.list))
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        self.list.dropped.connect(self._drop)
        self.list.changing.connect(self._change)
        self.all = QPushButton(_("Count all findings as errors"))
        self.all.clicked.connect(session.accept_findings)
        self.change, self.drop = QPushButton(_("Change…")), QPushButton(_("Delete"))
        self.change.clicked.connect(self._change)
        self.drop.clicked.connect(self._drop)
        self._lay_out()
        for signal in (session.opened, session.stepped, session.assessed):
            signal.connect(self.refresh)
        self.refresh()

    def refresh(self, _step: object = None) -> None:
        """Read marks and score anew."""
        session = self._session
        if session.article is None or not session.assessing:
            return
        at = self.list.currentIndex().row()
        typology, marks = session.typology, session.marks
        names = {kind.id: _(kind.name) for kind in typology.types}
        self._model.clear()
        for mark in marks:
            item = QStandardItem(names.get(mark.category, mark.category))
            item.setData(mark, Qt.ItemDataRole.UserRole)
            self._model.appendRow(item)
        if marks:
            self.list.setCurrentIndex(self._model.index(min(max(at, 0), len(marks) - 1), 0))
        self.change.setEnabled(bool(marks))
        self.drop.setEnabled(bool(marks))
        self.all.setEnabled(bool(session.findings))
        self._second.setVisible(session.reading == 2)
        self._show_lot()
        self._show_card()
        self._show_score()

    def _show_lot(self) -> None:
        """How far the lot is under which the article is read."""
        standing = self._session.lot_standing()
        self._lot.setVisible(standing is not None)
        if standing is not None:
            self._lot.setText(_("{name} · {read} of {count} read").format_map(standing))

    def _show_card(self) -> None:
        """Points, always with the words they are related to."""
        from app.quality.scorecard import Outcome

        card = self._session.card()
        passed = card.outcome is Outcome.PASS
        self._score.setText(_("Passes") if passed else _("Fails"))
        points = _("{points} points in {words} words").format(points=f"{card.points:g}", words=card.words)
        if card.per_thousand is not None:
            points += " · " + _("{points} per 1,000").format(points=f"{card.per_thousand:g}")
        self._reason.setText(f"{points}\n{card.reason.render()}")
        graded = [(card.of_severity(severity), _(NAMES[severity])) for severity in GRAVEST_FIRST]
        said = _("{count} {severity}")
        self._counts.setText(" · ".join(said.format(count=count, severity=name) for count, name in graded if count))
        self._counts.setVisible(bool(card.errors))

    def _show_score(self) -> None:
        """Where the typology asks for it, the score with what its figures mean."""
        from app.quality.typology import ESA_ANCHORS
        from app.review.assessing import SCORE

        asked = self._session.typology.score
        self.score.setVisible(asked)
        self._anchors.setVisible(asked)
        if asked and self._session.article is not None:
            self._anchors.setText(" · ".join(f"{figure}: {_(said)}" for figure, said in ESA_ANCHORS.items()))
            if not self.score.hasFocus():
                self.score.setValue(int(self._session.article.fields.get(SCORE, "100")))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 8, 8)
        layout.setSpacing(8)
        for part in (self._lot, self._score, self._reason, self._counts, self._second, self.score, self._anchors):
            layout.addWidget(part)
        layout.addWidget(self.list, 1)
        row = QHBoxLayout()
        for button in (self.change, self.drop):
            row.addWidget(button)
        row.addStretch()
        layout.addLayout(row)
        layout.addWidget(self.all)

    def _current(self) -> ErrorMark | None:
        mark: ErrorMark | None = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        return mark

    def _go(self, index: QModelIndex) -> None:
        mark: ErrorMark = index.data(Qt.ItemDataRole.UserRole)
        if self._session.label(mark.unit):
            self._session.go_to(mark.unit)

    def _drop(self) -> None:
        if (mark := self._current()) is not None:
            self._session.unmark(mark.id)

    def _change(self) -> None:
        if (mark := self._current()) is not None:
            self.changing.emit(mark)
