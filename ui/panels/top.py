"""The bar at the top: menus, what is open, how it is shown, and the ways out."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFont, QFontMetrics, QIcon, QResizeEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from app.i18n import _
from app.model import Severity
from ui.actions import ACTIONS, Actions, key_text
from ui.panels.labels import Elided
from ui.panels.menubutton import MenuButton
from ui.session import Session, View
from ui.theme import restyle, tinted

GAP, TITLE_ROOM = 10, 200
"""Pixels between the parts of the bar, and those the title should keep."""

VIEWS = {
    View.TEXT: "view-text",
    View.CHANGES: "view-changes",
    View.ORIGINAL: "view-original",
    View.OPINION: "view-opinion",
    View.COLD: "view-cold",
}


class Segment(QToolButton):
    """One of several choices: so wide that nothing moves or is cut when it is chosen and becomes bold."""

    def sizeHint(self) -> QSize:
        """The size of the chosen button."""
        font = QApplication.font()
        plain, bold = QFontMetrics(font), QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        more = QFontMetrics(bold).horizontalAdvance(self.text()) - plain.horizontalAdvance(self.text()) + 4
        return super().sizeHint() + QSize(more, 0)

    def minimumSizeHint(self) -> QSize:
        """No smaller than that."""
        return self.sizeHint()


class TopBar(QWidget):
    """Menus, title, correct or assess, the view of the translation, find, copy and export."""

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        """Follow the session; buttons trigger actions."""
        super().__init__(parent)
        self.setProperty("look", "top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._actions = actions
        self._title, self._file, self._held = Elided("strong"), Elided("soft"), QLabel()
        self._held.setProperty("tone", "bad")
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._menu, self._line = self._menu_button(), self._divider()
        self._modes = self._segments(_("Correct or assess"))
        self._by_mode = [self._segment(self._modes, "assess", words) for words in (_("Correct"), _("Assess"))]
        for assessing, button in enumerate(self._by_mode):
            button.clicked.disconnect()
            button.clicked.connect(lambda _checked=False, assessing=bool(assessing): self._turn(assessing))
        self._views = self._segments(_("View of the translation"))
        self._by_view: dict[str, QToolButton] = {view: self._segment(self._views, name) for view, name in VIEWS.items()}
        self._copy = self._button("copy-for-cms")
        self._export = self._button("export")
        self._find = self._button("find")
        self._lay_out()
        session.opened.connect(self._refresh)
        session.checked.connect(self._refresh)
        session.noticed.connect(self._refresh)
        session.viewed.connect(self._show_view)
        session.assessed.connect(self._refresh)
        self._refresh()

    @property
    def landmarks(self) -> tuple[QWidget, QWidget]:
        """The choice of views, and the way out."""
        return self._views, self._export

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 12, 6)
        layout.setSpacing(GAP)
        layout.addWidget(self._menu)
        layout.addWidget(self._line)
        layout.addWidget(self._title)
        layout.addWidget(self._held)
        layout.addWidget(self._file, 1)
        for widget in (self._modes, self._views, self._find, self._copy, self._export):
            layout.addWidget(widget)

    def _menu_button(self) -> MenuButton:
        button = MenuButton("Gegenlesen ▾", "brand")
        button.setAccessibleName(_("Menu"))
        button.setToolTip(_("All menus"))
        for part in self._actions.menus(button.popup):
            button.popup.addMenu(part)
        return button

    @staticmethod
    def _divider() -> QLabel:
        label = QLabel("|")
        label.setProperty("tone", "divider")
        return label

    @staticmethod
    def _segments(name: str) -> QFrame:
        frame = QFrame()
        frame.setProperty("look", "segments")
        frame.setAccessibleName(name)
        layout = QHBoxLayout(frame)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        QButtonGroup(frame)
        return frame

    def _segment(self, frame: QFrame, action_id: str, words: str = "") -> QToolButton:
        """One of the choices of a frame, called as its action is unless `words` say otherwise."""
        button = self._plain_button(self._actions.by_id[action_id], "segment", Segment())
        button.setText(words or button.text())
        button.setCheckable(True)
        group, layout = frame.findChild(QButtonGroup), frame.layout()
        assert group is not None
        assert layout is not None
        group.addButton(button)
        layout.addWidget(button)
        return button

    def _button(self, action_id: str) -> QToolButton:
        action = self._actions.by_id[action_id]
        button = self._plain_button(action, "button")
        side = QFontMetrics(QApplication.font()).height()
        button.setIconSize(QSize(side, side))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        action.changed.connect(lambda: self._dress(button, action.icon()))
        return button

    def _dress(self, button: QToolButton, icon: QIcon) -> None:
        """Show an icon that can be seen on the button's ground, and make room for the first one."""
        primary, bare = button.property("look") == "primary" and not icon.isNull(), button.icon().isNull()
        button.setIcon(tinted(icon, button.palette().buttonText().color(), button.iconSize()) if primary else icon)
        if bare and not icon.isNull():
            self._fold()

    @staticmethod
    def _plain_button(action: QAction, look: str, button: QToolButton | None = None) -> QToolButton:
        """A button that triggers an action and shows its key in the tool tip."""
        button = button or QToolButton()
        button.setProperty("look", look)
        button.setText(action.text())
        key = next((key_text(a) for a in ACTIONS if a.id == action.objectName()), "")
        button.setToolTip(f"{action.text()} ({key})" if key else action.text())
        button.clicked.connect(action.trigger)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has a key and a place in the menu, before the title has no room."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        here, rare = self._session.article is not None, self._by_view[View.OPINION]
        rare.show()
        self._modes.setVisible(here)
        self._views.setVisible(here)
        self._export.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if self._room() < 0 and not rare.isChecked():
            rare.hide()
        if self._room() < 0 and not self._session.assessing:
            self._modes.hide()
        if self._room() < 0:
            self._export.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        if self._room() < 0 and self._session.assessing:
            self._views.hide()
        room = self._room()
        for button in (self._copy, self._find):
            room -= button.sizeHint().width() + GAP
            button.setVisible(here and room >= 0)

    def _room(self) -> int:
        """What menus, views, a hold and export leave, less the title."""
        for segments in (self._modes, self._views):
            layout = segments.layout()
            assert layout is not None
            layout.invalidate()
        parts: tuple[QWidget, ...] = (self._menu, self._modes, self._views, self._export, self._held)
        taken = sum(part.sizeHint().width() + GAP for part in parts if not part.isHidden())
        return self.width() - taken - TITLE_ROOM

    def _refresh(self) -> None:
        article, path = self._session.article, self._session.path
        self._title.say(article.title if article else "")
        self._title.setToolTip(f"{article.title}\n{path or ''}".strip() if article else "")
        said = [path.name if path and article else "", _("changed since delivery") if self._session.changed_since_delivery() else ""]
        restraint = self._session.restraint()
        self._held.setText(_("On hold") if self._session.holds() else _("Embargo") if restraint else "")
        self._held.setToolTip(restraint)
        self._held.setVisible(bool(self._held.text()))
        self._file.say(" ".join(f"· {each}" for each in said if each))
        for widget in (self._line, self._export):
            widget.setVisible(article is not None)
        grave = any(finding.severity is Severity.CRITICAL for finding in self._session.findings)
        restyle(self._export, "look", "button" if grave else "primary")
        self._dress(self._export, self._actions.by_id["export"].icon())
        self._by_mode[self._session.assessing].setChecked(True)
        self._show_view(self._session.view)

    def _turn(self, assessing: bool) -> None:
        if assessing is not self._session.assessing:
            self._session.toggle_assessing()

    def _show_view(self, view: str) -> None:
        self._by_view[view].setChecked(True)
        self._fold()
        layout = self.layout()
        assert layout is not None
        layout.activate()  # what folded away leaves its room at once
