"""Help: for the place one is at, the tour, and reporting a problem."""

from collections.abc import Iterator

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from ui.window.parts import Doors, Parts

PLACES = {
    "ui.panels.find": "search",
    "ui.panels.findings": "findings",
    "ui.panels.filters": "findings",
    "ui.panels.history": "correct",
    "ui.panels.articles": "review",
    "ui.panels.recent": "start",
    "ui.panels.start": "start",
    "ui.panels.top": "views",
    "ui.panels.status": "projects",
    "ui.desk": "correct",
    "ui.dialogs.about": "start",
    "ui.dialogs.backups": "projects",
    "ui.dialogs.backwards": "opinions",
    "ui.dialogs.consent": "opinions",
    "ui.dialogs.export": "delivery",
    "ui.dialogs.gate": "delivery",
    "ui.dialogs.goto": "keys",
    "ui.dialogs.keys": "keys",
    "ui.dialogs.link": "rows",
    "ui.dialogs.note": "rows",
    "ui.dialogs.palette": "keys",
    "ui.dialogs.paste": "start",
    "ui.dialogs.preview": "style",
    "ui.dialogs.profile": "style",
    "ui.dialogs.profile.checks": "findings",
    "ui.dialogs.profile.dismissed": "findings",
    "ui.dialogs.settings": "start",
    "ui.dialogs.words": "opinions",
    "ui.errors": "projects",
}
"""The chapter for what is made in a module; the longest name that fits counts."""

ABOUT_FINDINGS = ("ui.desk", "ui.panels.findings")
"""Where a finding is looked at."""


def lineage(widget: QWidget | None) -> Iterator[QWidget]:
    """A widget, and what it stands in."""
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def place_of(widget: QWidget | None) -> str:
    """The module among `PLACES` that a widget belongs to; empty for none."""
    for each in lineage(widget):
        module = type(each).__module__
        fitting = [name for name in PLACES if module == name or module.startswith(f"{name}.")]
        if fitting:
            return max(fitting, key=len)
    return ""


class Guide(QObject):
    """Doors to help."""

    def __init__(self, window: Parts) -> None:
        """Work on the parts of this window, and give its dialogs the key of help."""
        super().__init__(window)
        self.window = window
        self._touring: QWidget | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._reach)

    def doors(self) -> Doors:
        """What the actions of these ids do."""
        return {"help": self._help, "contents": lambda: self._show("start"), "tour": self._tour, "problem": self._problem}

    def _help(self) -> None:
        widget = QApplication.focusWidget() or self.window.focusWidget()
        place = place_of(widget)
        finding = self.window.session.finding_here if place in ABOUT_FINDINGS else None
        self._show(finding.check if finding is not None else PLACES.get(place, "start"))

    def _show(self, name: str) -> None:
        from ui.dialogs.manual import ManualWindow

        asking = QApplication.activeModalWidget()
        old = [w for w in QApplication.topLevelWidgets() if isinstance(w, ManualWindow) and w.isVisible()]
        if asking is None and old:
            shown = old[0]
        else:
            shown = ManualWindow(self.window.theme, asking or self.window)
            shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown.show_page(name)
        shown.show()
        shown.raise_()
        shown.activateWindow()

    def _reach(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Give a dialog that gets the keyboard the key of help: the window's own does not reach into it."""
        top = now.window() if now is not None else None
        if top is None or top is self.window or not self._mine(top) or top.findChild(QShortcut, "help") is not None:
            return
        shortcut = QShortcut(top)
        shortcut.setObjectName("help")
        shortcut.setKeys([QKeySequence(key) for key in self.window.doors.by_id["help"].shortcuts()])
        shortcut.activated.connect(self._help)

    def _mine(self, top: QWidget) -> bool:
        return top.windowType() is not Qt.WindowType.Popup and any(each is self.window for each in lineage(top))

    def _tour(self) -> None:
        """Lead round the desk; it was shown then, and does not come by itself again."""
        from ui.dialogs.manual import plain_keys
        from ui.dialogs.tour import Tour

        window, current = self.window, self.window.desk.view.current
        if self._touring is not None:
            return
        if window.session.finding is None:
            window.session.next_finding()
        views, export = window.top.landmarks
        findings: QWidget = window.findings if window.findings.isVisible() else window.desk.ruler
        card: QWidget = current.card if current.card.finding is not None else current.target
        tour = self._touring = Tour((card, current.target, views, findings, export), plain_keys, window.theme, window)
        tour.said.connect(lambda words: window.voice.say("tour", words))
        tour.ended.connect(self._toured)
        tour.start()

    def _toured(self) -> None:
        self._touring = None
        self.window.desk.focus_target()
        self.window.keep(replace(self.window.settings, shown=replace(self.window.settings.shown, tour=True)))

    def _problem(self) -> None:
        from ui.errors import problem_dialog

        problem_dialog(self.window).open()
