"""What a LanguageTool server of the user's own says of the translation: hints among the findings, asked for in the pauses."""

from PySide6.QtCore import QObject, QTimer

from app.article import Article
from app.article.restraint import HeldError, require_free
from app.errors import UserError
from app.model import Finding
from ui.jobs import Job
from ui.session.tallying import Tallying

ASK_PAUSE = 1500
"""Milliseconds without a change after which the server is asked again about a story that was changed."""

Texts = dict[int, str]


class Proofreading(Tallying):
    """Asks the server at the address `proofreader`; none where it is empty. What it said holds for a row until its text changes."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Ask nobody."""
        super().__init__(parent)
        self._proofreader = ""
        self._proofreading: Job | None = None
        self._said_of: dict[int, tuple[Texts, list[Finding]]] = {}
        self._mute: set[int] = set()
        self._held: set[int] = set()
        self._told_once: set[str] = set()
        self._ask_pause = QTimer(self, singleShot=True, interval=ASK_PAUSE)
        self._ask_pause.timeout.connect(self.proofread)
        self.opened.connect(self._ask_soon)
        self.checked.connect(self._ask_soon)

    @property
    def proofreader(self) -> str:
        """The address of the server."""
        return self._proofreader

    @proofreader.setter
    def proofreader(self, address: str) -> None:
        if address.strip() != self._proofreader:
            self._proofreader = address.strip()
            self._said_of, self._mute, self._held, self._told_once = {}, set(), set(), set()
            self._take_over()
            self._ask_soon()

    def close(self) -> None:
        """Ask nothing more."""
        super().close()
        self._ask_pause.stop()
        if self._proofreading is not None:
            self._proofreading.cancel()

    def proofread(self) -> None:
        """Ask about the story on the desk, away from the window's thread, unless that was said already."""
        if not self._due():
            return
        from app.opinions.languagetool import proofread
        from app.safe.web import on_this_computer

        article, address, texts = self.article, self._proofreader, self._texts()
        assert article is not None
        job = self._proofreading = Job(self, lambda progress: (article, address, texts, proofread(article, address, progress)))
        job.finished.connect(self._take_said)
        job.cancelled.connect(self._end_proofreading)
        job.failed.connect(lambda error: self._proofreading_failed(article, error))
        job.crashed.connect(self._end_proofreading)
        job.start()
        if not on_this_computer(address):
            self.asked.emit(0, 1)  # the status line must not say that nothing leaves this computer

    def _due(self) -> bool:
        article = self.article
        if article is None or not self._proofreader or self._proofreading is not None or self.drafts or article.id in self._mute:
            return False
        said, _found = self._said_of.get(article.id, ({}, []))
        return said != self._texts() and not (article.id in self._held and self._is_held(article))

    def _is_held(self, article: Article) -> bool:
        """Whether the story must not be shown to the server, which is then asked when that is over."""
        from app.safe.web import on_this_computer

        try:
            if not on_this_computer(self._proofreader):
                require_free(article)
        except HeldError:
            return True
        return False

    def _ask_soon(self) -> None:
        """What was said of rows that were changed since holds no longer; the server is asked about them when there is a pause."""
        self._take_over()
        if self._due():
            self._ask_pause.start()

    def _texts(self) -> Texts:
        return {unit.id: unit.target.plain for unit in self.article.units if not unit.removed} if self.article is not None else {}

    def _take_over(self) -> None:
        """Let what was said join the findings where the text is still the one it was said of."""
        said, found = self._said_of.get(self.article.id, ({}, [])) if self.article is not None else ({}, [])
        remote = [f for f in found if all(self.label(unit) and said.get(unit) == self.text(unit) for unit in f.units)] if found else []
        if remote != self._remote:
            self._remote, self._shown = remote, None
            self.finding = self._twin(self.finding)
            self.checked.emit()

    def _take_said(self, result: tuple[Article, str, Texts, list[Finding]]) -> None:
        article, address, texts, found = result
        self._end_proofreading()
        if address == self._proofreader:
            self._said_of[article.id] = texts, found
        self._ask_soon()

    def _end_proofreading(self) -> None:
        self._proofreading = None
        self.asked.emit(0, 0)

    def _proofreading_failed(self, article: Article, error: UserError) -> None:
        """Say once what stands in the way, and ask about this story no more until the address is changed, or what holds it is lifted."""
        self._end_proofreading()
        (self._held if isinstance(error, HeldError) else self._mute).add(article.id)
        if str(error) not in self._told_once:
            self._told_once.add(str(error))
            self.noticed.emit(str(error))
