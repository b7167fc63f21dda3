"""The help window: contents and search at the left, the page at the right."""

import re
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCursor, QTextDocument, QTextTable
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QTextBrowser, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from app import manual
from app.checks.reference import FAMILIES
from app.i18n import _
from app.manual import Page
from ui.actions import ACTIONS, key_text, plain
from ui.theme import Theme

KEY = re.compile(r"\{([a-z0-9-]+)\}")
"""Where a chapter names the key of an action by its id, so that it tells the one that it has now."""

PAGE, CONTENTS = 640, 300
"""Pixels at 100 %: how wide a page is and the contents are."""

LEADING = 125
"""Percent of a line."""

PICTURE = "\ufffc"
"""What Qt writes for a picture."""

NAME = Qt.ItemDataRole.UserRole


def plain_keys(text: str) -> str:
    """A sentence with the keys that its actions have now; an action without one goes by its name."""
    known = {action.id: key_text(action) or plain(_(action.text)) for action in ACTIONS}
    return KEY.sub(lambda found: known.get(found[1], found[0]), text)


def with_keys(text: str) -> str:
    """A page of Markdown with the keys that its actions have now."""
    return plain_keys(KEY.sub(r"**\g<0>**", text))


class Pages(QTextBrowser):
    """Shows pages of our own; nothing is read but pictures of the manual."""

    def __init__(self, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setAccessibleName(_("Page"))
        self.setFrameShape(QTextBrowser.Shape.NoFrame)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """A picture in the folder of the manual, as wide as the page at most; anything else is empty."""
        asked = QUrl(name) if isinstance(name, str) else name
        path = manual.folder() / Path(asked.path()).name
        if kind != QTextDocument.ResourceType.ImageResource.value or not asked.isRelative() or not path.is_file():
            return None
        from PySide6.QtGui import QImage

        picture = QImage(str(path))
        room = max(200, self.viewport().width() - 2 * round(self.document().documentMargin()) - 24)
        return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation) if picture.width() > room else picture

    def show_page(self, text: str, theme: Theme) -> None:
        """Set a page of Markdown with the air that a book has."""
        self.setMarkdown(text)
        px = theme.pixels
        cursor, block = QTextCursor(self.document()), self.document().begin()
        while block.isValid():
            cursor.setPosition(block.position())
            form, level = block.blockFormat(), block.blockFormat().headingLevel()
            spaced = block.textList() is None and cursor.currentTable() is None and not form.nonBreakableLines()
            form.setTopMargin(px(16) if level > 1 else 0)
            form.setBottomMargin(px(9) if spaced else px(3))
            leading = 100 if PICTURE in block.text() else LEADING
            form.setLineHeight(leading, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.setBlockFormat(form)
            block = block.next()
        for table in (frame for frame in self.document().rootFrame().childFrames() if isinstance(frame, QTextTable)):
            shape = table.format()
            shape.setCellPadding(px(4))
            shape.setBorderBrush(QColor(theme.line))
            shape.setBottomMargin(px(10))
            table.setFormat(shape)
        self.moveCursor(QTextCursor.MoveOperation.Start)


class ManualWindow(QDialog):
    """The manual and the pages of the checks; stays open beside the work."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Show the contents and the first chapter."""
        super().__init__(parent)
        self.setWindowTitle(_("Help"))
        self._theme = theme
        self._pages = [*manual.chapters(), *manual.check_pages()]
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Search the help"))
        self.search.setAccessibleName(_("Search the help"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self._enter)
        self.contents = QTreeWidget()
        self.contents.setHeaderHidden(True)
        self.contents.setAccessibleName(_("Contents"))
        self.contents.currentItemChanged.connect(lambda item, _before: self._open(item))
        self.page = Pages(self)
        self._lay_out()
        self._narrow("")

    def _lay_out(self) -> None:
        px = self._theme.pixels
        left = QVBoxLayout()
        left.addWidget(self.search)
        left.addWidget(self.contents, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(14, 14, 14, 14)
        whole.setSpacing(14)
        whole.addLayout(left)
        whole.addWidget(self.page, 1)
        width = round(px(CONTENTS))
        self.search.setFixedWidth(width)
        self.contents.setFixedWidth(width)
        self.page.document().setDocumentMargin(round(px(14)))
        self.page.setFont(self._theme.sans(14))
        room = self.screen().availableSize()
        self.resize(min(room.width() - 40, width + round(px(PAGE)) + 56), min(room.height() - 80, round(px(660))))

    @property
    def shown(self) -> str:
        """The name of the chapter or check that is open."""
        item = self.contents.currentItem()
        return str(item.data(0, NAME)) if item is not None else ""

    def show_page(self, name: str) -> None:
        """Open the chapter or the check of this name; an unknown one leads to the contents."""
        self.search.clear()
        item = self._item(name) or self.contents.topLevelItem(0)
        if item is not None:
            self.contents.setCurrentItem(item)
        self.page.setFocus()

    def _narrow(self, asked: str) -> None:
        """List what answers to the words, chapters before checks while nothing is asked."""
        self.contents.clear()
        found = manual.found(self._pages, asked)
        families: dict[str, QTreeWidgetItem] = {}
        for page in found:
            if page.family and not asked.strip():
                self._entry(page, families.setdefault(page.family, families.get(page.family) or self._family(page.family)))
            else:
                self.contents.addTopLevelItem(self._entry(page))
        if (first := self.contents.topLevelItem(0)) is not None:
            self.contents.setCurrentItem(first)
        else:
            self.page.setMarkdown(_("Nothing in the help has all of these words."))

    def _family(self, family: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([_(FAMILIES[family])])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        item.setFont(0, font)
        self.contents.addTopLevelItem(item)
        return item

    @staticmethod
    def _entry(page: Page, parent: QTreeWidgetItem | None = None) -> QTreeWidgetItem:
        item = QTreeWidgetItem([page.title])
        item.setData(0, NAME, page.name)
        item.setToolTip(0, page.title)
        if parent is not None:
            parent.addChild(item)
        return item

    def _item(self, name: str) -> QTreeWidgetItem | None:
        every = self.contents.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
        return next((item for item in every if item.data(0, NAME) == name), None)

    def _enter(self) -> None:
        """Go from the search to what was found."""
        self.page.setFocus()

    def _open(self, item: QTreeWidgetItem | None) -> None:
        name = item.data(0, NAME) if item is not None else None
        page = next((page for page in self._pages if page.name == name), None)
        if page is not None:
            self.page.show_page(with_keys(page.text), self._theme)
            self.page.setAccessibleName(page.title)
