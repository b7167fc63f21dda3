"""What actions open: the one map from their ids to dialogs, panels and the desk.

Dialogs are imported when they are opened: they would delay the window by a third of its time.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMainWindow, QMenu

from app import settings as kept
from app.errors import UserError
from app.i18n import _
from app.model import MarkKind, Side
from app.settings import Settings
from ui.actions import ROW_MENU, Actions
from ui.desk import Desk
from ui.panels.find import FindBar, Match
from ui.panels.findings import FindingsPanel
from ui.panels.message import MessageBar, Way
from ui.panels.sides import Sides
from ui.session import Session
from ui.theme import Theme

POPUP_WIDTH = 560
SMALLEST_TEXT, LARGEST_TEXT = 50, 300
STORIES = "*.txt *.md *.markdown *.html *.htm *.docx"


class Doors(QMainWindow):
    """A window's parts, and the dialogs that its actions open."""

    restyled = Signal(object)
    """Carries settings that need the window to be made anew."""

    def __init__(self, session: Session, settings: Settings, theme: Theme) -> None:
        """Make the parts that actions reach."""
        super().__init__()
        self.session, self.settings, self.theme = session, settings, theme
        self.desk = Desk(session, theme)
        self.search = FindBar(session)
        self.findings = FindingsPanel(session, theme)
        self.message = MessageBar()
        self.sides = Sides(theme)
        self.doors = Actions(self, session, self._map())

    def _map(self) -> Mapping[str, Callable[[], None]]:
        desk = self.desk
        return {
            "open-pair": self._open_pair,
            "open-project": self._open_project,
            "paste-pair": self._paste,
            "add-pair": self._add_pair,
            "start-page": self.session.leave,
            "copy-for-cms": self._copy,
            "export": self._export,
            "save-copy": self._save_copy,
            "close-window": lambda: QTimer.singleShot(0, self.close),
            "undo": self._undo,
            "redo": desk.redo,
            "find": self.search.open,
            "find-next": self.search.next,
            "palette": self._palette,
            "settings": self._edit_settings,
            "go-to-row": self._go_to_row,
            "next-pane": lambda: self._turn_pane(1),
            "previous-pane": lambda: self._turn_pane(-1),
            "note": self._note,
            "rows": self._row_menu,
            "split": lambda: self.session.split(*desk.caret()),
            "strong": lambda: desk.toggle_mark(MarkKind.STRONG),
            "emphasis": lambda: desk.toggle_mark(MarkKind.EMPHASIS),
            "fixes": desk.choose_fix,
            "dismiss": desk.dismiss,
            "articles-panel": self.sides.toggle_left,
            "findings-panel": self.sides.toggle_right,
            "larger": lambda: self._scale_text(10),
            "smaller": lambda: self._scale_text(-10),
            "normal-size": lambda: self._scale_text(0),
            "shortcuts": self._keys,
            "about": self._about,
        }

    def keep(self, settings: Settings) -> None:
        """Keep changed settings; what shows everywhere makes the window anew."""
        anew = settings.appearance != self.settings.appearance
        self.settings = settings
        try:
            kept.save(settings)
        except UserError as error:
            self.message.say(str(error))
        self.session.sign(settings.reviewer.name or self.session.project.log.who)
        if anew:
            self.restyled.emit(settings)

    # Files

    def _open_pair(self) -> None:
        if paths := self._ask_pair():
            self.session.open_files(paths)

    def _add_pair(self) -> None:
        if paths := self._ask_pair():
            self.session.add_files(paths[0], paths[1])

    def _ask_pair(self) -> list[Path]:
        """Two files chosen at once, or one after the other; nothing when one thinks better of it."""
        kinds = _("Stories") + f" ({STORIES})"
        names, _kind = QFileDialog.getOpenFileNames(self, _("The English story and its German translation"), filter=kinds)
        if len(names) == 1:
            names.append(QFileDialog.getOpenFileName(self, _("The other language"), str(Path(names[0]).parent), kinds)[0])
        return [Path(name) for name in names[:2]] if all(names[:2]) else []

    def _open_project(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, _("Open project"), filter=_("Projects") + " (*.gegenlesen)")
        if name:
            self.session.open_files([Path(name)])

    def _paste(self) -> None:
        from ui.dialogs.paste import PasteDialog

        PasteDialog(self.session, self).open()

    def _save_copy(self) -> None:
        proposal = self.session.path.with_stem(f"{self.session.path.stem} copy") if self.session.path else Path("copy.gegenlesen")
        name, _kind = QFileDialog.getSaveFileName(self, _("Save a copy"), str(proposal), _("Projects") + " (*.gegenlesen)")
        if name:
            self.session.save_copy(Path(name))

    # Delivery

    def _export(self) -> None:
        from ui.dialogs.export import ExportDialog

        dialog = ExportDialog(self.session, self.theme, self.settings.export, self)
        dialog.accepted.connect(lambda: self.keep(replace(self.settings, export=dialog.chosen)))
        dialog.open()

    def _copy(self) -> None:
        if self.session.blocking():
            from ui.dialogs.export import CopyDialog

            dialog = CopyDialog(self.session, self.theme, self)
            dialog.accepted.connect(self._copied)
            dialog.open()
        else:
            self._copied()

    def _copied(self) -> None:
        """Put the body on the clipboard; the title goes apart."""
        payload = self.session.for_cms()
        data = QMimeData()
        data.setHtml(payload.html)
        data.setText(payload.text)
        QApplication.clipboard().setMimeData(data)
        told = _("The body is on the clipboard, without its title “{title}”.").format(title=payload.title)
        self.message.say(told, Way(_("Copy the title"), lambda: QApplication.clipboard().setText(payload.title)))

    # The desk

    def _undo(self) -> None:
        """Undo in the field that has the keyboard while it has something, otherwise on the desk."""
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit) and field.isUndoAvailable():
            field.undo()
        else:
            self.desk.undo()

    def show_match(self, match: Match) -> None:
        """Go to words that were found, and select them; the search keeps the keyboard."""
        self.session.go_to(match.unit)
        current = self.desk.view.current
        if current.unit == match.unit:
            (current.source if match.side is Side.SOURCE else current.target).select(match.span)

    def _turn_pane(self, by: int) -> None:
        """Go on between source, translation and findings."""
        focus = QApplication.focusWidget()
        panes = [self.desk.focus_source, self.desk.focus_target, self.findings.list.setFocus]
        at = 2 if focus is self.findings.list else 0 if self.desk.view.current.source.hasFocus() else 1
        if self.findings.isHidden() and (at + by) % 3 == 2:
            self.sides.toggle_right()
        panes[(at + by) % 3]()

    def _row_menu(self) -> None:
        menu = QMenu(self)
        self.doors.fill(menu, iter(ROW_MENU))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.desk.mapToGlobal(QPoint(self.desk.width() // 2, self.desk.height() // 4)))
        menu.setActiveAction(menu.actions()[0])

    def _note(self) -> None:
        from ui.dialogs.note import NotePopup

        NotePopup(self.session, self).show_over(self, self._popup_width)

    def _go_to_row(self) -> None:
        from ui.dialogs.goto import GoToRow

        GoToRow(self.session, self).show_over(self, self._popup_width)

    def _palette(self) -> None:
        from ui.dialogs.palette import Palette

        Palette(self.doors, self).show_over(self, self._popup_width)

    @property
    def _popup_width(self) -> int:
        return round(self.theme.pixels(POPUP_WIDTH))

    # Help

    def _keys(self) -> None:
        from ui.dialogs.keys import KeysDialog

        KeysDialog(self).open()

    def _about(self) -> None:
        from ui.dialogs.about import AboutDialog

        AboutDialog(self).open()

    # Settings

    def _edit_settings(self) -> None:
        from ui.dialogs.settings import SettingsDialog

        dialog = SettingsDialog(self.settings, self)
        dialog.accepted.connect(lambda: self.keep(dialog.settings))
        dialog.open()

    def _scale_text(self, by: int) -> None:
        now = self.settings.appearance.text_percent
        percent = min(LARGEST_TEXT, max(SMALLEST_TEXT, now + by)) if by else 100
        self.keep(replace(self.settings, appearance=replace(self.settings.appearance, text_percent=percent)))
