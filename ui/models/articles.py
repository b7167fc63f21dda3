"""The articles of the project as a Qt model, riskiest first."""

from collections import Counter

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.article import Article
from app.i18n import _
from app.model import Severity, State
from ui.session import Session

Index = QModelIndex | QPersistentModelIndex


def progress(article: Article) -> tuple[int, int]:
    """How many rows of the story are confirmed, and how many there are; removed rows do not count."""
    rows = [unit for unit in article.units if not unit.removed]
    return sum(unit.state in {State.REVIEWED, State.FINAL} for unit in rows), len(rows)


class ArticleModel(QAbstractListModel):
    """One row for each article, in the order of risk when the project was opened."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Show the session's project, now and from now on."""
        super().__init__(parent)
        self._session = session
        self._articles: list[Article] = list(session.project.articles)
        session.opened.connect(self._open)
        session.surveyed.connect(self._sort)
        session.checked.connect(self._refresh)

    def index_of(self, article: Article | None) -> QModelIndex:
        """Where an article stands; an invalid index for one that is not there."""
        return self.index(self._articles.index(article)) if article in self._articles else QModelIndex()

    def counts(self, article: Article) -> Counter[Severity]:
        """How many open findings of each severity an article has; empty until it was checked."""
        return self._session.tally(article.id)

    def rowCount(self, parent: Index | None = None) -> int:
        """The number of articles."""
        return 0 if parent is not None and parent.isValid() else len(self._articles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The article itself under `UserRole`, its title and a spoken summary as text."""
        if not index.isValid():
            return None
        article = self._articles[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return article
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return article.title
            case Qt.ItemDataRole.AccessibleTextRole:
                done, rows = progress(article)
                summary = _("{title}: findings {findings}, rows confirmed {done} of {rows}")
                return summary.format(title=article.title, findings=self.counts(article).total(), done=done, rows=rows)
        return None

    def _open(self) -> None:
        if set(self._session.project.articles) != set(self._articles):
            self._sort()

    def _sort(self) -> None:
        self.beginResetModel()
        self._articles = sorted(self._session.project.articles, key=lambda article: _rank(self.counts(article)))
        self.endResetModel()

    def _refresh(self) -> None:
        if self._articles:
            self.dataChanged.emit(self.index(0), self.index(len(self._articles) - 1))


def _rank(counts: Counter[Severity]) -> tuple[int, ...]:
    return tuple(-counts[severity] for severity in sorted(Severity, key=lambda s: s.rank, reverse=True))
