"""Both texts of a finding, read outside the article: the words it points at underlined."""

from collections.abc import Iterable

from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from app.i18n import _
from app.model import Finding, Severity, Side, Span
from app.reports.tones import pointed
from app.review.triage import Critical, Passage
from ui.charts import tone_colour
from ui.theme import Theme


class PassageView(QTextEdit):
    """Source and translation one under the other, to be read and copied."""

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__()
        self._theme = theme
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("Source and translation"))
        self.document().setDocumentMargin(theme.pixels(12))

    def show_finding(self, found: Critical | None) -> None:
        """Show the rows of a finding; nothing for none."""
        self.clear()
        if found is None:
            return
        cursor = QTextCursor(self.document())
        self._reason(cursor, found.finding)
        for row in found.rows:
            self._side(cursor, _("Source"), row.source, self._spans(found.finding, row, Side.SOURCE), _("nothing in the source"))
            self._side(cursor, _("Translation"), row.target, self._spans(found.finding, row, Side.TARGET), _("missing in the translation"))

    @staticmethod
    def _spans(finding: Finding, row: Passage, side: Side) -> list[tuple[Span, Severity]]:
        return [(place.span, finding.severity) for place in finding.on(side) if place.unit == row.unit]

    def _reason(self, cursor: QTextCursor, finding: Finding) -> None:
        cursor.insertText(finding.message.render(), self._format(self._theme.soft))

    def _side(self, cursor: QTextCursor, name: str, text: str, spans: Iterable[tuple[Span, Severity]], empty: str) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(self._theme.pixels(9))
        cursor.insertBlock(block)
        cursor.insertText(f"{name}  ", self._format(self._theme.soft))
        for run in pointed(text, spans, "", empty).runs:
            form = self._format(tone_colour(self._theme, run.tone), serif=True)
            form.setFontUnderline(bool(run.tone) and run.text != empty)
            cursor.insertText(run.text, form)

    def _format(self, colour: str, *, serif: bool = False) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFont(self._theme.serif() if serif else self._theme.sans(12))
        form.setForeground(QColor(colour))
        return form
