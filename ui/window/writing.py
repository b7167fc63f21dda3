"""What is done to the story on the desk."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from app.model import MarkKind
from ui.actions import BLOCK_MENU, ROW_MENU
from ui.window.parts import Doors, Parts


class Writing:
    """Doors to what one does with a row."""

    def __init__(self, window: Parts) -> None:
        """Work on the parts of this window."""
        self.window = window
        window.desk.view.current.target.menu_asked.connect(self._complete)

    def doors(self) -> Doors:
        """What the actions of these ids do."""
        return {
            "undo": self._undo,
            "redo": self.window.desk.redo,
            "note": self._note,
            "spelling": self.window.desk.view.current.target.open_menu,
            "no-break-space": lambda: self.window.desk.view.current.target.textCursor().insertText("\u00a0"),
            "rows": lambda: self._menu(ROW_MENU),
            "split": lambda: self.window.session.split(*self.window.desk.caret()),
            "strong": lambda: self.window.desk.toggle_mark(MarkKind.STRONG),
            "emphasis": lambda: self.window.desk.toggle_mark(MarkKind.EMPHASIS),
            "hyperlink": self._link,
            "kind": lambda: self._menu(BLOCK_MENU),
            "fixes": self.window.desk.choose_fix,
            "dismiss": self.window.desk.dismiss,
        }

    def _complete(self, menu: QMenu) -> None:
        """Add to the editor's menu what can be done with its row."""
        menu.addSeparator()
        for action_id in ("fixes", "note", "restore"):
            menu.addAction(self.window.doors.by_id[action_id])

    def _undo(self) -> None:
        """Undo in the field that has the keyboard while it has something, otherwise on the desk."""
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit) and field.isUndoAvailable():
            field.undo()
        else:
            self.window.desk.undo()

    def _menu(self, ids: Sequence[str]) -> None:
        """Offer actions by the letter underlined in their text."""
        menu = QMenu(self.window)
        self.window.doors.fill(menu, iter(ids))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.window.desk.mapToGlobal(QPoint(self.window.desk.width() // 2, self.window.desk.height() // 4)))
        menu.setActiveAction(menu.actions()[0])

    def _link(self) -> None:
        from ui.dialogs.link import LinkPopup

        desk = self.window.desk
        span, address = desk.link()
        popup = LinkPopup(desk.words(span), address, self.window)
        popup.kept.connect(partial(desk.set_link, span))
        popup.show_over(self.window, self.window.popup_width)

    def _note(self) -> None:
        from ui.dialogs.note import NotePopup

        NotePopup(self.window.session, self.window).show_over(self.window, self.window.popup_width)
