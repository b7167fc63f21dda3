"""Finding one’s way: panes, panels, rows."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ui.window.parts import Doors, Parts

if TYPE_CHECKING:  # loaded with the first look at the links
    from ui.dialogs.links import LinksDialog


class Place:
    """Doors from one place to another."""

    def __init__(self, window: Parts) -> None:
        """Work on the parts of this window."""
        self.window = window

    def doors(self) -> Doors:
        """What the actions of these ids do."""
        return {
            "palette": self._palette,
            "go-to-row": self._go_to_row,
            "links": self._links,
            "next-pane": lambda: self._turn_pane(1),
            "previous-pane": lambda: self._turn_pane(-1),
            "articles-panel": self.window.sides.toggle_left,
            "findings-panel": self.window.sides.toggle_right,
        }

    def _palette(self) -> None:
        from ui.dialogs.palette import Palette

        Palette(self.window.doors, self.window).show_over(self.window, self.window.popup_width)

    def _go_to_row(self) -> None:
        from ui.dialogs.goto import GoToRow

        GoToRow(self.window.session, self.window).show_over(self.window, self.window.popup_width)

    def _links(self) -> None:
        from ui.dialogs.links import LinksDialog

        window = self.window
        window.session.settle()
        dialog = LinksDialog(window.session, window.theme, window)
        dialog.accepted.connect(lambda: self._go_to_link(dialog))
        dialog.open()

    def _go_to_link(self, dialog: "LinksDialog") -> None:
        """Bring the keyboard to the row of the link that was chosen."""
        if dialog.link is not None:
            self.window.desk.show_row(dialog.link.unit)
            self.window.desk.focus_target()

    def _turn_pane(self, by: int) -> None:
        """Go on between source, translation and findings."""
        focus = QApplication.focusWidget()
        panes = [self.window.desk.focus_source, self.window.desk.focus_target, self.window.findings.list.setFocus]
        at = 2 if focus is self.window.findings.list else 0 if self.window.desk.view.current.source.hasFocus() else 1
        if self.window.findings.isHidden() and (at + by) % 3 == 2:
            self.window.sides.toggle_right()
        panes[(at + by) % 3]()
