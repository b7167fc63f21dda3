"""The corrected story to WordPress: exactly what would be sent, then the draft it became, or what somebody changed there."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QLabel, QTextEdit, QWidget

from app import diff
from app.errors import UserError
from app.i18n import _
from app.settings import WordPress
from ui.dialogs.export import DeliveryDialog
from ui.dialogs.site import SiteForm
from ui.session import Session
from ui.theme import Theme

if TYPE_CHECKING:  # loaded with the first story for a site
    from app.deliver.wordpress import Post, Sent

PREVIEW_HEIGHT = 150


class WordPressDialog(DeliveryDialog):
    """Site, gate and preview; `outcome` is what became of the story. Stays until the site has answered, and shows what somebody changed there before it is written over."""

    def __init__(self, session: Session, theme: Theme, kept: WordPress, parent: QWidget) -> None:
        """Propose the site used last and show what would be sent."""
        super().__init__(session, theme, _("Send to WordPress"), _("Send as a draft"), parent)
        self._theme = theme
        self._theirs: Post | None = None
        self.outcome: Sent | None = None
        self.site = SiteForm(session, kept, self)
        self.site.changed.connect(self.check)
        self.told = QLabel(_("This is sent, as a draft; nothing is ever published:"))
        self.told.setWordWrap(True)
        self.told.setProperty("tone", "strong")
        self.preview = QTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName(_("What would be sent"))
        self.preview.setProperty("look", "field")
        self.preview.setMinimumHeight(round(theme.pixels(PREVIEW_HEIGHT)))
        self.preview.setPlainText(session.as_sent())
        for part in (self.site, self.told, self.preview):
            self.column.addWidget(part)
        self.site.address.setFocus()
        session.sent.connect(self._sent)
        session.refused.connect(self._refused)
        self.check()

    def ready(self) -> bool:
        """Whether a site is named, the gate is open, and nothing is under way."""
        return super().ready() and self.site.complete and not self.session.sending

    def accept(self) -> None:
        """Record the reason and send; the dialog stays until the site has answered."""
        self.trouble.hide()
        try:
            self.gate.pass_through()
            self.site.remember()
            self.session.send(self.site.login, over=self._theirs)
        except UserError as error:
            self._refused(error)
            return
        self.button.setText(_("Sending …"))
        self.button.setEnabled(False)

    def reject(self) -> None:
        """Stop what is under way, as far as it can be stopped, and leave."""
        self.session.stop_sending()
        super().reject()

    def done(self, result: int) -> None:
        """Leave; what the session sends from now on is no business of this dialog."""
        self.session.sent.disconnect(self._sent)
        self.session.refused.disconnect(self._refused)
        super().done(result)

    def _sent(self, sent: "Sent") -> None:
        self.outcome = sent
        self.done(self.DialogCode.Accepted)

    def _refused(self, error: UserError) -> None:
        """Say what went wrong; where somebody changed the draft, show how, and offer to write over it."""
        from app.deliver.wordpress import ChangedError

        self.trouble.setText(str(error))
        self.trouble.show()
        self.button.setText(_("Send as a draft"))
        if isinstance(error, ChangedError):
            self._theirs = error.theirs
            self.told.setText(_("Struck out: what stands there now. Underlined: what you would write over it."))
            self._show_difference(*self.session.beside(error.theirs))
            self.button.setText(_("Write over it"))
        self.check()

    def _show_difference(self, theirs: str, ours: str) -> None:
        self.preview.clear()
        cursor, theme = self.preview.textCursor(), self._theme
        gone, come = QTextCharFormat(), QTextCharFormat()
        gone.setFontStrikeOut(True)
        come.setFontUnderline(True)
        for form, ink, ground in ((gone, theme.del_, theme.del_bg), (come, theme.ins, theme.ins_bg)):
            form.setForeground(QColor(ink))
            form.setBackground(QColor(ground))
        for chunk in diff.chunks(theirs, ours):
            if chunk.change is diff.Change.EQUAL:
                cursor.insertText(chunk.after.of(ours), QTextCharFormat())
            else:
                cursor.insertText(chunk.before.of(theirs), gone)
                cursor.insertText(chunk.after.of(ours), come)
        self.preview.moveCursor(self.preview.textCursor().MoveOperation.Start)
