"""The articles at the left, riskiest first."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.article import Article
from app.i18n import _
from app.model import Severity
from ui.models.articles import ArticleModel, progress
from ui.panels.lists import Line, RowList, TwoLines
from ui.session import Session
from ui.theme import Theme


class ArticleLines(TwoLines):
    """An article as two lines: title and worst findings, then the other counts and how far it is."""

    def __init__(self, model: ArticleModel, theme: Theme, parent: QWidget) -> None:
        """Take what counts findings."""
        super().__init__(theme, parent)
        self._model = model

    def line(self, index: QModelIndex | QPersistentModelIndex) -> Line:
        """The two lines of one article."""
        article: Article = index.data(Qt.ItemDataRole.UserRole)
        counts = self._model.counts(article)
        graded = [(s, counts[s]) for s in sorted(Severity, key=lambda s: -s.rank) if counts[s] and s is not Severity.NEUTRAL]
        done, rows = progress(article)
        detail = _("{percent} % confirmed").format(percent=100 * done // rows if rows else 0)
        worst, count = graded[0] if graded else (None, 0)
        return Line(article.title, detail, right=str(count) if worst else "", right_shape=worst, counts=tuple(graded[1:]))


class ArticlesPanel(QWidget):
    """The list of articles; choosing one lays it on the desk."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the session's project."""
        super().__init__(parent)
        self._session = session
        self._model = ArticleModel(session, self)
        heading = QLabel(_("Stories · riskiest first").upper())
        heading.setWordWrap(True)
        heading.setProperty("tone", "heading")
        heading.setContentsMargins(8, 0, 8, 0)
        self.list = RowList(_("Stories"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(ArticleLines(self._model, theme, self.list))
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 12, 6, 8)
        layout.addWidget(heading)
        layout.addWidget(self.list, 1)
        session.opened.connect(self._follow)
        session.surveyed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.list.show_current(self._model.index_of(self._session.article))

    def _go(self, index: QModelIndex) -> None:
        article: Article = index.data(Qt.ItemDataRole.UserRole)
        if article is not self._session.article:
            self._session.switch(article.id)
