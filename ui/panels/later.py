"""A panel that is made when one first looks at it: a window is sooner there without what lies behind its other tabs."""

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Later(QWidget):
    """Stands where a panel will be; `make` is called once, when it is shown, and takes the keyboard for it from then on."""

    def __init__(self, make: Callable[[], QWidget]) -> None:
        """Hold nothing yet."""
        super().__init__()
        self._make: Callable[[], QWidget] | None = make
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the panel."""
        make, self._make = self._make, None
        if make is not None:
            panel = make()
            layout = self.layout()
            assert layout is not None
            layout.addWidget(panel)
            panel.show()
            self.setFocusProxy(panel)
        super().showEvent(event)
