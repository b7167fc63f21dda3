"""Handing the corrected story out."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog

from app.article.deliveries import Delivery as Before
from app.errors import UserError
from app.i18n import _, language
from ui.panels.message import Way
from ui.session.delivering import BLOCKS, CLEAN, CLIPBOARD, FILE, WORDPRESS
from ui.window.parts import Doors, Parts

if TYPE_CHECKING:  # loaded when somebody asks
    from ui.dialogs.posts import PostsDialog
    from ui.dialogs.wordpress import WordPressDialog


class Delivery:
    """Doors out of the house."""

    def __init__(self, window: Parts) -> None:
        """Work on the parts of this window."""
        self.window = window

    def doors(self) -> Doors:
        """What the actions of these ids do."""
        return {
            "copy-for-cms": lambda: self._copy(CLEAN),
            "copy-blocks": lambda: self._copy(BLOCKS),
            "restraint": self._restrain,
            "delivery-note": self._note,
            "send-wordpress": self._send,
            "open-posts": self._open_posts,
            "deliver-again": self._again,
            "export": self._export,
        }

    def _export(self) -> None:
        from ui.dialogs.export import ExportDialog

        dialog = ExportDialog(self.window.session, self.window.theme, self.window.settings.export, self.window)
        dialog.accepted.connect(lambda: self.window.keep(replace(self.window.settings, export=dialog.chosen)))
        dialog.open()

    def _copy(self, form: str) -> None:
        """Put the body on the clipboard; the title goes apart."""
        self._gated(_("Copy for CMS"), _("Copy"), lambda: self._copied(form))

    def _gated(self, title: str, verb: str, act: Callable[[], None]) -> None:
        """Do what delivers, at once or after a question about the critical findings that stop it."""
        window = self.window
        held = window.session.held()
        if held:
            window.message.say(held, Way(_("Legal hold and embargo"), self._restrain))
            return
        if not window.session.blocking() and not window.session.waiting():
            act()
            return
        from ui.dialogs.export import CopyDialog

        dialog = CopyDialog(window.session, window.theme, title, verb, window)
        dialog.accepted.connect(act)
        dialog.open()

    def _copied(self, form: str) -> None:
        window = self.window
        try:
            payload = window.session.for_cms(form)
        except UserError as error:
            window.message.say(str(error))
            return
        data = QMimeData()
        if payload.html:
            data.setHtml(payload.html)
        data.setText(payload.text)
        QApplication.clipboard().setMimeData(data)
        window.session.remember(CLIPBOARD, form, form)
        told = _("The body is on the clipboard, without its title “{title}”.").format(title=payload.title)
        window.message.say(told, Way(_("Copy the title"), lambda: QApplication.clipboard().setText(payload.title)))

    def _again(self) -> None:
        """Repeat the last delivery."""
        last = self.window.session.last_delivery()
        if last is None:
            return
        ways = {
            FILE: lambda: self._rewritten(last),
            CLIPBOARD: lambda: self._copied(last.format),
            WORDPRESS: lambda: self._send(at_once=True),
        }
        self._gated(_("Deliver again"), _("Deliver"), ways[last.kind])

    def _rewritten(self, last: Before) -> None:
        try:
            self.window.session.export(last.format, Path(last.place))
        except UserError as error:
            self.window.message.say(str(error))

    def _restrain(self) -> None:
        from ui.dialogs.restraint import RestraintDialog

        RestraintDialog(self.window.session, self.window.theme, self.window).open()

    def _note(self) -> None:
        """Write the delivery note where it is wanted."""
        window = self.window
        base = window.session.path or Path.home() / "story"
        proposed = str(base.with_name(f"{base.stem}.note.html"))
        path, _kind = QFileDialog.getSaveFileName(window, _("Delivery note"), proposed, "HTML (*.html)")
        if path:
            try:
                window.session.write_note(Path(path), language())
            except UserError as error:
                window.message.say(str(error))

    def _send(self, *, at_once: bool = False) -> None:
        """Show what would be sent; `at_once` presses the button where nothing is missing."""
        from ui.dialogs.wordpress import WordPressDialog

        window = self.window
        dialog = WordPressDialog(window.session, window.theme, window.session.site_before(window.settings.wordpress), window)
        dialog.accepted.connect(lambda: self._sent(dialog))
        dialog.open()
        if at_once and dialog.ready():
            dialog.accept()

    def _sent(self, dialog: "WordPressDialog") -> None:
        """Say what became of the story, and what the site did not take over."""
        window, sent = self.window, dialog.outcome
        window.keep(replace(window.settings, wordpress=dialog.site.chosen))
        assert sent is not None
        told = _("A draft was made: {link}") if sent.created else _("The draft was renewed: {link}")
        said = " ".join([told.format(link=sent.post.link), *(message.render() for message in sent.ignored)])
        window.message.say(said, Way(_("Open in the browser"), lambda: _browse(sent.post.link)))

    def _open_posts(self) -> None:
        from ui.dialogs.posts import PostsDialog

        window = self.window
        dialog = PostsDialog(window.session, window.theme, window.settings.wordpress, window)
        dialog.accepted.connect(lambda: self._fetch_posts(dialog))
        dialog.open()

    def _fetch_posts(self, dialog: "PostsDialog") -> None:
        window = self.window
        window.keep(replace(window.settings, wordpress=dialog.site.chosen))
        window.session.open_posts(dialog.site.login, dialog.source.text(), dialog.target.text())


def _browse(address: str) -> None:
    QDesktopServices.openUrl(QUrl(address))
