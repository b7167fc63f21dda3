"""Finding one’s way: panes, panels, rows."""

from PySide6.QtWidgets import QApplication

from ui.window.parts import Doors, Parts


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

    def _turn_pane(self, by: int) -> None:
        """Go on between source, translation and findings."""
        focus = QApplication.focusWidget()
        panes = [self.window.desk.focus_source, self.window.desk.focus_target, self.window.findings.list.setFocus]
        at = 2 if focus is self.window.findings.list else 0 if self.window.desk.view.current.source.hasFocus() else 1
        if self.window.findings.isHidden() and (at + by) % 3 == 2:
            self.window.sides.toggle_right()
        panes[(at + by) % 3]()
