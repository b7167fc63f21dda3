"""Help: for the place one is at, the tour, and reporting a problem."""

from collections.abc import Iterator

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from ui.window.parts import Doors, Parts

PLACES = {
    "ui.dialogs.about": "start",
    "ui.dialogs.manual": "start",
    "ui.dialogs.paste": "start",
    "ui.dialogs.settings": "start",
    "ui.dialogs.tour": "start",
    "ui.panels.recent": "start",
    "ui.panels.start": "start",
    "ui.desk": "correct",
    "ui.panels.history": "correct",
    "ui.panels.message": "correct",
    "ui.panels.step": "correct",
    "ui.dialogs.goto": "keys",
    "ui.dialogs.keys": "keys",
    "ui.dialogs.palette": "keys",
    "ui.panels.sides": "views",
    "ui.panels.top": "views",
    "ui.dialogs.link": "rows",
    "ui.dialogs.links": "rows",
    "ui.dialogs.note": "rows",
    "ui.dialogs.profile.checks": "findings",
    "ui.dialogs.profile.dismissed": "findings",
    "ui.panels.doubt": "findings",
    "ui.panels.filters": "findings",
    "ui.panels.findings": "findings",
    "ui.dialogs.preview": "style",
    "ui.dialogs.profile": "style",
    "ui.panels.find": "search",
    "ui.panels.searches": "search",
    "ui.dialogs.backwards": "opinions",
    "ui.dialogs.consent": "opinions",
    "ui.dialogs.words": "opinions",
    "ui.dialogs.export": "delivery",
    "ui.dialogs.gate": "delivery",
    "ui.dialogs.posts": "delivery",
    "ui.dialogs.restraint": "delivery",
    "ui.dialogs.site": "delivery",
    "ui.dialogs.wordpress": "delivery",
    "ui.dialogs.lot": "review",
    "ui.dialogs.marking": "review",
    "ui.dialogs.passage": "review",
    "ui.dialogs.report": "review",
    "ui.dialogs.sample": "review",
    "ui.dialogs.triage": "review",
    "ui.dialogs.typology": "review",
    "ui.dialogs.verdict": "review",
    "ui.panels.articles": "review",
    "ui.panels.marks": "review",
    "ui.dialogs.backups": "projects",
    "ui.errors": "projects",
    "ui.panels.status": "projects",
}
"""The chapter for what is made in a module; the longest name that fits counts."""

CHAPTER = "chapter"
"""The property that names the chapter of a part that Qt itself makes."""

ABOUT_FINDINGS = ("ui.desk", "ui.panels.findings")
"""Where a finding is looked at."""


def lineage(widget: QWidget | None) -> Iterator[QWidget]:
    """A widget, and what it stands in."""
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def place_of(widget: QWidget | None) -> str:
    """The module among `PLACES` that a widget belongs to; empty for none, and where Qt's own parts stand in no such module."""
    for each in lineage(widget):
        module = type(each).__module__
        fitting = [name for name in PLACES if module == name or module.startswith(f"{name}.")]
        if fitting:
            return max(fitting, key=len)
    return ""


def chapter_of(widget: QWidget | None) -> str:
    """The chapter that tells of a widget; empty for none."""
    place = place_of(widget)
    named = (str(each.property(CHAPTER) or "") for each in lineage(widget))
    return PLACES[place] if place else next(filter(None, named), "")


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
        return {"help": self._help, "contents": lambda: self.show_page("start"), "tour": self._tour, "problem": self._problem}

    def _help(self) -> None:
        widget = QApplication.focusWidget() or self.window.focusWidget()
        finding = self.window.session.finding_here if place_of(widget) in ABOUT_FINDINGS else None
        chapter = chapter_of(widget) or "start"
        if (popup := QApplication.activePopupWidget()) is not None:
            popup.close()  # while it is open no other window can be used
        self.show_page(finding.check if finding is not None else chapter)

    def show_page(self, name: str) -> None:
        """Open the chapter or check of this name, in the help window that is open or in a new one."""
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
        made_by_qt = not type(top).__module__.startswith("ui.")  # menus, and lists of choices
        return not (made_by_qt and top.windowType() is Qt.WindowType.Popup) and any(each is self.window for each in lineage(top))

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
        window.session.leaving.connect(tour.close)
        tour.start()

    def _toured(self) -> None:
        self._touring = None
        self.window.desk.focus_target()
        self.window.keep(replace(self.window.settings, shown=replace(self.window.settings.shown, tour=True)))

    def _problem(self) -> None:
        from ui.errors import problem_dialog

        problem_dialog(self.window).open()
