"""What would be changed, place by place, before it is changed; all of it is one step, undone at once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from app.i18n import _
from ui.dialogs.frame import deciding, small
from ui.models.changes import Change, ChangesModel
from ui.theme import Theme

SIZE = (820, 560)
LABEL = 56
"""Pixels at 100 % for the name of a row."""


class ChangePainter(QStyledItemDelegate):
    """Paints what goes struck through and what comes underlined, with some text around them."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Take the look."""
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A line and the air around it."""
        return super().sizeHint(option, index).expandedTo(QSize(0, round(self._theme.pixels(28))))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint the box by the style, the change by hand."""
        model = index.model()
        assert isinstance(model, ChangesModel)
        found = model.change(index)
        if found is None:
            super().paint(painter, option, index)
            return
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        shown.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, option.widget)
        box = QRectF(style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, shown, option.widget))
        painter.save()
        self._write(painter, box.adjusted(6, 0, -4, 0), found)
        painter.restore()

    def _write(self, painter: QPainter, box: QRectF, found: Change) -> None:
        theme = self._theme
        label = theme.sans(11.5)
        painter.setFont(label)
        painter.setPen(QColor(theme.soft))
        width = theme.pixels(LABEL) if found.row else 0.0
        painter.drawText(QRectF(box.left(), box.top(), width, box.height()), Qt.AlignmentFlag.AlignVCenter, found.row)
        at = box.left() + width
        for text, ink, ground, struck, under in (
            (found.left, theme.soft, "", False, False),
            (found.before, theme.del_, theme.del_bg, True, False),
            (found.after, theme.ins, theme.ins_bg, False, True),
            (found.right, theme.soft, "", False, False),
        ):
            font = theme.serif(14)
            font.setStrikeOut(struck)
            font.setUnderline(under)
            shown = text.replace("\n", " ⏎ ")
            room = QFontMetricsF(font).horizontalAdvance(shown)
            part = QRectF(at, box.top() + 3, min(room, max(0.0, box.right() - at)), box.height() - 6)
            if ground and shown:
                painter.fillRect(part, QColor(ground))
            painter.setFont(font)
            painter.setPen(QColor(ink))
            painter.drawText(part, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
            at += room


class PreviewDialog(QDialog):
    """Lists changes to be ticked; `chosen` are the numbers of those to make once it was accepted."""

    def __init__(
        self, title: str, verb: Callable[[int], str], changes: Sequence[Change], theme: Theme, parent: QWidget, *, steps: int = 1
    ) -> None:
        """Show the changes, all ticked at first; `verb` words the button for a number of them, which become so many `steps`."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self._verb = verb
        self.model = ChangesModel(changes, self)
        self.list = QTreeView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(ChangePainter(theme, self.list))
        self.list.setAccessibleName(title)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.expandAll()
        at_once = _("Space ticks a place or a whole group. All of it is one step: one undo takes it back.")
        one_by_one = _("Space ticks a place or a whole group. Each is a step of its own, and undone by itself.")
        hint = small(at_once if steps == 1 else one_by_one)
        buttons, self.button = deciding(self, "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        for part in (self.list, hint, buttons):
            layout.addWidget(part)
        self.model.ticked.connect(self._count)
        self.resize(min(parent.width() - 40, round(theme.pixels(SIZE[0]))), min(parent.height() - 40, SIZE[1]))
        self._count()
        self.list.setCurrentIndex(self.model.index(0, 0))
        self.list.setFocus()

    @property
    def chosen(self) -> list[int]:
        """The numbers of the changes to make, in the order in which they were given."""
        return self.model.chosen()

    def _count(self) -> None:
        count = len(self.chosen)
        self.button.setText(self._verb(count))
        self.button.setEnabled(bool(count))
