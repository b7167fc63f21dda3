"""The articles of the project as a Qt model: the queue in which they should be looked at, riskiest first."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from app.article import Article
from app.i18n import N_, _
from app.model import Step
from ui.session import Session

if TYPE_CHECKING:  # loaded with the first project of several articles
    from app.review.queue import Entry

Index = QModelIndex | QPersistentModelIndex

STAGES = {"unread": N_("open"), "reading": N_("begun"), "judged": N_("judged")}
"""How far an article is, as the filter calls it."""

CRITICAL = "critical"
"""What the filter calls articles with open critical findings."""

FILTERED = 8
"""From so many articles on there is something to filter."""

PAUSE = 150
"""Milliseconds in which changes of one article are shown together."""


def progress(article: Article) -> tuple[int, int]:
    """How many rows of the story are confirmed, and how many there are; removed rows do not count."""
    rows = [unit for unit in article.units if not unit.removed]
    return sum(unit.confirmed for unit in rows), len(rows)


class ArticleModel(QAbstractListModel):
    """One row for each article that the filter lets through; sorted when risks become known, so that nothing jumps meanwhile."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Show the session's project, now and from now on."""
        super().__init__(parent)
        self._session = session
        self._entries: dict[int, Entry] = {}
        self._shown: list[Entry] = []
        self._stale: set[int] = set()
        self._words, self._stages = "", frozenset[str]()
        self._in_order = False
        self._later = QTimer(self, singleShot=True, interval=PAUSE)
        self._later.timeout.connect(self.renew)
        session.opened.connect(self._open)
        session.surveyed.connect(self._sort)
        session.checked.connect(self._soon)
        session.stepped.connect(self._step)
        self._sort()

    @property
    def total(self) -> int:
        """How many articles there are, shown or not."""
        return len(self._entries)

    def entry(self, number: int) -> "Entry | None":
        """An article of the project as the queue has it."""
        return self._entries.get(number)

    def counts(self) -> Counter[str]:
        """How many articles are at each stage, and how many have open critical findings."""
        entries = self._entries.values()
        return Counter(each.stage.value for each in entries) + Counter({CRITICAL: sum(bool(each.criticals) for each in entries)})

    def choose(self, words: str, stages: Iterable[str]) -> None:
        """List those with all of these words and at one of these stages; with `CRITICAL` among them, those with critical findings."""
        self._words, self._stages = words, frozenset(stages)
        self._list()

    def arrange(self, *, in_order: bool) -> None:
        """List articles in the order that they have in the project, or riskiest first."""
        self._in_order = in_order
        self._sort()

    def renew(self) -> None:
        """Look again at the articles that changed."""
        self._later.stop()
        numbers, self._stale = self._stale, set()
        for number in numbers & self._entries.keys():
            self._entries[number] = self._session.entry(self._session.project.article(number))
        self._shown = [self._entries[each.article] for each in self._shown]
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def index_of(self, article: Article | None) -> QModelIndex:
        """Where an article stands; an invalid index for one that is not listed."""
        at = next((at for at, each in enumerate(self._shown) if article is not None and each.article == article.id), None)
        return QModelIndex() if at is None else self.index(at)

    def rowCount(self, parent: Index | None = None) -> int:
        """The number of articles that are listed."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The `Entry` under `UserRole`, its title and a spoken summary as text."""
        if not index.isValid():
            return None
        each = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return each
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return each.title
            case Qt.ItemDataRole.AccessibleTextRole:
                summary = _("{title}: {stage}, findings {findings}, rows confirmed {done} of {rows}")
                found, stage = sum(each.counts.values()), _("changed after signing") if each.changed else _(STAGES[each.stage])
                return summary.format(title=each.title, stage=stage, findings=found, done=each.done, rows=each.rows)
        return None

    def _open(self) -> None:
        if {article.id for article in self._session.project.articles} != self._entries.keys():
            self._sort()
        self._soon()

    def _step(self, step: Step) -> None:
        if step.article is None:
            self._stale.update(self._entries)
            self._later.start()
        else:
            self._soon(step.article)

    def _soon(self, number: int | None = None) -> None:
        if number is None and self._session.article is not None:
            number = self._session.article.id
        if number in self._entries:
            self._stale.add(number)
            self._later.start()

    def _sort(self) -> None:
        """Look at all articles, riskiest first unless their own order is wanted; a single one needs no queue."""
        articles = self._session.project.articles
        entries = [self._session.entry(article) for article in articles] if len(articles) > 1 else []
        if not self._in_order:
            entries.sort(key=lambda each: (each.risk is None, -(each.risk or 0.0)))
        self._entries, self._stale = {each.article: each for each in entries}, set()
        self._list()

    def _list(self) -> None:
        self.beginResetModel()
        self._shown = self._matching() if self._entries else []
        self.endResetModel()

    def _matching(self) -> list["Entry"]:
        from app.review.queue import Stage, matching

        stages = [Stage(name) for name in self._stages - {CRITICAL}]
        return matching(self._entries.values(), self._words, stages, criticals=CRITICAL in self._stages)
