"""Rows that two copies of a project changed differently: both versions side by side, and which of them is to stand."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QStandardItem, QStandardItemModel, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QButtonGroup, QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QTextEdit, QVBoxLayout, QWidget

from app import diff
from app.article.combining import Conflict
from app.i18n import _, ngettext
from app.model import Unit
from ui.dialogs.frame import deciding, fit, small
from ui.lists import Line, RowList, TwoLines
from ui.models.units import state_name
from ui.session import Session
from ui.session.sentences import clipped
from ui.theme import Theme

SIZE = (1000, 560)
LIST = 270
"""Pixels at 100 % for the list of rows."""


class VersionView(QTextEdit):
    """One version of a row: what it changed of the row as both copies had it, how far it is, and its note."""

    def __init__(self, name: str, theme: Theme) -> None:
        """Begin empty."""
        super().__init__()
        self._theme = theme
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setProperty("look", "card")
        self.document().setDocumentMargin(theme.pixels(8))
        self.setAccessibleName(name)

    def show_version(self, base: Unit, now: Unit | None) -> None:
        """Show a row; None where it does not stand any more."""
        self.clear()
        cursor = self.textCursor()
        if now is None:
            cursor.insertText(_("This row is gone there."), self._small())
            return
        before, after = base.target.plain, now.target.plain
        for chunk in diff.chunks(before, after):
            if chunk.change is diff.Change.EQUAL:
                cursor.insertText(chunk.after.of(after), self._form())
            else:
                cursor.insertText(chunk.before.of(before), self._form(self._theme.del_, self._theme.del_bg, struck=True))
                cursor.insertText(chunk.after.of(after), self._form(self._theme.ins, self._theme.ins_bg))
        said = [_("taken out") if now.removed else state_name(now), *([_("Note: {note}").format(note=now.note)] if now.note else [])]
        cursor.insertText("\n" + "\n".join(said), self._small())
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _small(self) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFont(self._theme.sans(12))
        form.setForeground(QColor(self._theme.soft))
        return form

    def _form(self, ink: str = "", ground: str = "", *, struck: bool = False) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFont(self._theme.serif())
        form.setForeground(QColor(ink or self._theme.ink))
        if ground:
            form.setBackground(QColor(ground))
            form.setFontStrikeOut(struck)
            form.setFontUnderline(not struck)
        return form


class PartedLines(TwoLines):
    """A row as two lines: its story and source, then which version stands."""

    def line(self, index: QModelIndex | QPersistentModelIndex) -> Line:
        """The two lines of one row."""
        detail = _("the other copy’s") if index.data(Qt.ItemDataRole.UserRole) else _("as it is here")
        return Line(str(index.data(Qt.ItemDataRole.DisplayRole)), detail)


class PartedList(RowList):
    """The list itself. Emits `chosen` with whether the other copy’s version is wanted, for the arrows left and right."""

    chosen = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left is here, right is the other copy."""
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.chosen.emit(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)


class PartedDialog(QDialog):
    """Goes through the rows; `taken` are those of which the other copy’s version is to stand once it was accepted."""

    def __init__(self, session: Session, theme: Theme, found: Sequence[Conflict], parent: QWidget) -> None:
        """Show these rows, of which all stand as they are here."""
        super().__init__(parent)
        self.setWindowTitle(_("Both copies changed these rows"))
        self._session, self._found = session, found
        self._model = QStandardItemModel(self)
        for conflict in found:
            self._model.appendRow(QStandardItem(self._title(conflict)))
        self.list = PartedList(_("Rows that both copies changed"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(PartedLines(theme, self.list))
        self.list.setFixedWidth(round(theme.pixels(LIST)))
        self.source, self._theirs = QLabel(), QLabel()
        self.views = VersionView(_("Here"), theme), VersionView(_("The other copy"), theme)
        self.buttons = QPushButton(_("Keep it as it is here")), QPushButton(_("Take the other copy’s"))
        self._sides = QButtonGroup(self)
        for number, button in enumerate(self.buttons):
            button.setCheckable(True)
            button.setProperty("look", "chip")
            button.setAutoDefault(False)
            self._sides.addButton(button, number)
        self._sides.idClicked.connect(lambda number: self.choose(theirs=bool(number)))
        self.list.chosen.connect(lambda theirs: self.choose(theirs=theirs))
        self._lay_out(theme)
        fit(self, SIZE, theme)
        self.list.selectionModel().currentChanged.connect(self._show)
        self.list.setCurrentIndex(self._model.index(0, 0))
        self._count()
        self.list.setFocus()

    @property
    def taken(self) -> list[Conflict]:
        """The rows of which the other copy’s version is to stand, in order."""
        return [each for number, each in enumerate(self._found) if self._model.item(number).data(Qt.ItemDataRole.UserRole)]

    def choose(self, *, theirs: bool) -> None:
        """Let one version of the current row stand."""
        self._model.itemFromIndex(self.list.currentIndex()).setData(theirs, Qt.ItemDataRole.UserRole)
        self._show()
        self._count()

    def _title(self, conflict: Conflict) -> str:
        article = self._session.project.article(conflict.article)
        source = article.source_text(conflict.mine).plain or conflict.mine.target.plain
        return clipped(f"{article.title}: {source}" if len(self._session.project.articles) > 1 else source, 80)

    def _lay_out(self, theme: Theme) -> None:
        self.source.setWordWrap(True)
        self.source.setTextFormat(Qt.TextFormat.PlainText)
        self.source.setFont(theme.serif())
        self._theirs.setTextFormat(Qt.TextFormat.PlainText)
        here = QLabel(_("Here").upper())
        for label in (here, self._theirs):
            label.setProperty("tone", "heading")
        sides = QGridLayout()
        sides.setSpacing(8)
        sides.addWidget(self.source, 0, 0, 1, 2)
        for column, parts in enumerate(zip((here, self._theirs), self.views, self.buttons, strict=True)):
            for row, part in enumerate(parts, 1):
                sides.addWidget(part, row, column)
        sides.setRowStretch(2, 1)
        rows = QHBoxLayout()
        rows.setSpacing(14)
        rows.addWidget(self.list)
        rows.addLayout(sides, 1)
        hint = small(
            _("Up and down go from row to row, left and right choose. Marked is what each copy changed of the row they began with.")
        )
        foot, self.button = deciding(self, "", back=_("Decide later"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 18, 14)
        layout.addLayout(rows, 1)
        layout.addWidget(hint)
        layout.addWidget(foot)

    def _show(self) -> None:
        index = self.list.currentIndex()
        conflict = self._found[index.row()]
        self.source.setText(self._session.project.article(conflict.article).source_text(conflict.mine).plain)
        self._theirs.setText(
            _("The other copy · {name}").format(name=conflict.who).upper() if conflict.who else _("The other copy").upper()
        )
        self.views[0].show_version(conflict.base, conflict.mine)
        self.views[1].show_version(conflict.base, conflict.theirs)
        self.buttons[bool(index.data(Qt.ItemDataRole.UserRole))].setChecked(True)

    def _count(self) -> None:
        count = len(self.taken)
        verb = ngettext("Take {count} row from the other copy", "Take {count} rows from the other copy", count).format(count=count)
        self.button.setText(verb if count else _("Keep all as they are here"))
