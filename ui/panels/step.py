"""One step looked at: what it did to the texts, and ways to take a text up again."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QTextEdit, QVBoxLayout, QWidget

from app import diff
from app.i18n import _
from app.model import PARAGRAPH_BREAK, Step, Text
from ui.models.history import Version, versions
from ui.session import Session
from ui.theme import Theme

HEIGHT = 190
"""Pixels at 100 %: some seven lines, which leave the list more than half of the panel."""


class StepView(QWidget):
    """What a step changed, old text struck through and new underlined; the text before or after it can be taken up again."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._versions: list[Version] = []
        self.text = QTextEdit()
        self.text.setAccessibleName(_("What the step changed"))
        self.text.setReadOnly(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.text.setTabChangesFocus(True)
        self.text.setProperty("look", "card")
        self.text.document().setDocumentMargin(theme.pixels(8))
        self.text.setMaximumHeight(round(theme.pixels(HEIGHT)))
        self.before, self.after, self.copied = QPushButton(_("Text before")), QPushButton(_("Text after")), QPushButton(_("Copy"))
        self.before.setToolTip(_("Put the text as it was before this step back into the row"))
        self.after.setToolTip(_("Put the text as it was after this step back into the row"))
        self.copied.setToolTip(_("Copy the text as it was after this step"))
        self.before.clicked.connect(lambda: self.take(after=False))
        self.after.clicked.connect(lambda: self.take(after=True))
        self.copied.clicked.connect(self.copy)
        row = QHBoxLayout()
        for button in (self.before, self.after, self.copied):
            button.setAccessibleDescription(button.toolTip())
            row.addWidget(button)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.addWidget(self.text)
        layout.addLayout(row)

    def show_step(self, step: Step | None, unit: int | None = None) -> None:
        """Show what this step changed, in one row or in all; nothing where it changed no text."""
        found = versions(step) if step is not None else []
        self._versions = [version for version in found if unit in {None, version.unit}]
        self.setVisible(bool(self._versions))
        self.text.clear()
        cursor = self.text.textCursor()
        for number, version in enumerate(self._versions):
            self._write(cursor, version, first=number == 0)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self.refresh()

    def refresh(self) -> None:
        """Offer what would change a text that is there."""
        self.before.setEnabled(bool(self._wanted(after=False)))
        self.after.setEnabled(bool(self._wanted(after=True)))

    def take(self, *, after: bool) -> None:
        """Give the rows the texts back that they had before or after the step."""
        self._session.put_back(self._wanted(after=after))

    def copy(self) -> None:
        """Copy the texts as they were after the step; of a text that went, what it was."""
        words = [_plain(version.after or version.before) for version in self._versions]
        QApplication.clipboard().setText("\n".join(words))

    def _wanted(self, *, after: bool) -> dict[int, Text]:
        article = self._session.article
        found: dict[int, Text] = {}
        for version in self._versions:
            text = version.after if after else version.before
            if article is not None and text is not None and self._session.label(version.unit):
                now = article.unit(version.unit)
                found |= {version.unit: text} if (text, False) != (now.target, now.removed) else {}
        return found

    def _write(self, cursor: QTextCursor, version: Version, *, first: bool) -> None:
        if len(self._versions) > 1:
            quiet = self._inked(self._theme.soft)
            quiet.setFont(self._theme.sans(11.5))
            cursor.insertText(("" if first else "\n") + (self._session.label(version.unit) or _("row that is gone")) + "\n", quiet)
        for words, form in self._parts(version):
            cursor.insertText(words, form)

    def _parts(self, version: Version) -> Iterator[tuple[str, QTextCharFormat]]:
        theme, before, after = self._theme, _plain(version.before), _plain(version.after)
        plain, gone, come = self._inked(theme.ink), self._inked(theme.del_, theme.del_bg), self._inked(theme.ins, theme.ins_bg)
        gone.setFontStrikeOut(True)
        come.setFontUnderline(True)
        for chunk in diff.edited(before, after):
            if chunk.change is diff.Change.EQUAL:
                yield chunk.after.of(after), plain
            else:
                yield chunk.before.of(before), gone
                yield chunk.after.of(after), come

    def _inked(self, ink: str, ground: str = "") -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFont(self._theme.serif(14))
        form.setForeground(QColor(ink))
        if ground:
            form.setBackground(QColor(ground))
        return form


def _plain(text: Text | None) -> str:
    """The words of a text as they are shown; none of a row that was not there."""
    return text.plain.replace(PARAGRAPH_BREAK, "\n") if text is not None else ""
