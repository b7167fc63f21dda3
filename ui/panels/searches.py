"""Searches that a person kept by name."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from app.article.searching import Query
from app.i18n import _
from app.settings import Search, Searches
from ui.panels.menubutton import MenuButton


class KeptSearches(MenuButton):
    """A menu of the searches kept by name. Emits `chosen` with the `Search` to be made, `kept` with all searches to remember."""

    chosen = Signal(object)
    kept = Signal(object)

    def __init__(self, kept: Searches, now: Callable[[], Query]) -> None:
        """`now` says what is looked for at the moment and could be kept."""
        super().__init__(_("Kept searches"), "button")
        self._kept, self._now = kept, now
        self.popup.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        menu, words = self.popup, self._now().words
        menu.clear()
        for search in self._kept.kept:
            menu.addAction(search.name).triggered.connect(lambda _checked=False, search=search: self.chosen.emit(search))
        if self._kept.kept:
            menu.addSeparator()
        keep = menu.addAction(_("Keep this search"))
        keep.setEnabled(bool(words))
        keep.triggered.connect(self._keep)
        known = next((search for search in self._kept.kept if search.words == words), None)
        if known is not None:
            menu.addAction(_("Forget “{name}”").format(name=known.name)).triggered.connect(lambda: self._forget(known))

    def _keep(self) -> None:
        query = self._now()
        places = frozenset(where.value for where in query.places)
        name = query.words if query.replacement is None else f"{query.words} → {query.replacement}"
        search = Search(name, query.words, query.replacement, places, query.case, query.whole, query.pattern)
        self._remember((*(other for other in self._kept.kept if other.name != name), search))

    def _forget(self, search: Search) -> None:
        self._remember(tuple(other for other in self._kept.kept if other != search))

    def _remember(self, kept: tuple[Search, ...]) -> None:
        self._kept = Searches(kept)
        self.kept.emit(self._kept)
