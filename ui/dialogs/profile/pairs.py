"""Short lists that are typed into a table: the last row is always empty, for the next entry."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

Entry = tuple[str, ...]


class EntryTable(QTableWidget):
    """Rows of words under headings; Delete takes the selected rows out, Tab leaves the table."""

    def __init__(self, name: str, headings: Sequence[str]) -> None:
        """Begin empty."""
        super().__init__(0, len(headings))
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(headings))
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.cellChanged.connect(self._grow)
        self.show_entries([])

    @property
    def entries(self) -> list[Entry]:
        """What stands in the rows, without those that are empty."""
        rows = (tuple(self._cell(row, column) for column in range(self.columnCount())) for row in range(self.rowCount()))
        return [row for row in rows if any(row)]

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other rows."""
        with QSignalBlocker(self):
            self.setRowCount(0)
            for entry in (*entries, ("",) * self.columnCount()):
                self._append(entry)
        self.setCurrentCell(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes rows out."""
        if event.key() != Qt.Key.Key_Delete or event.modifiers():
            super().keyPressEvent(event)
            return
        for row in sorted({index.row() for index in self.selectedIndexes()}, reverse=True):
            self.removeRow(row)
        self._grow()

    def _append(self, entry: Entry) -> None:
        row = self.rowCount()
        self.insertRow(row)
        for column, words in enumerate(entry):
            self.setItem(row, column, QTableWidgetItem(words))

    def _cell(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text().strip() if item is not None else ""

    def _grow(self) -> None:
        """Keep an empty row at the end."""
        last = self.rowCount() - 1
        if last < 0 or any(self._cell(last, column) for column in range(self.columnCount())):
            with QSignalBlocker(self):
                self._append(("",) * self.columnCount())
