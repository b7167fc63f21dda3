"""Second opinions: other translations of rows, asked for by the user; nothing here asks by itself."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.article.log import NOTED
from app.errors import UserError
from app.i18n import N_, _
from app.model import Side, Span
from ui.jobs import Job
from ui.session.verbs import Verbs

if TYPE_CHECKING:  # loaded with the first question
    from app.opinions import Account, Departure, Service


class Opinions(Verbs):
    """What services said of the texts of this project; answers are kept in it."""

    opined = Signal()
    """Other translations came in, or another service's are shown."""
    asked = Signal(int, int)
    """How many texts of a question are answered, and how many there are; 0 and 0 when it is over."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without any opinion."""
        super().__init__(parent)
        self._asking: Job | None = None
        self.keys: dict[str, str] = {}
        """Keys of services by name, for as long as the program runs; kept longer only in the system's safe."""

    def secret(self, name: str) -> str:
        """A key or password as it was given this time, else as the system's safe has it; empty where neither knows it."""
        from app.safe import vault

        return self.keys.get(name) or vault.secret(name) or ""

    def keep_secret(self, name: str, secret: str, *, safe: bool) -> None:
        """Hold a key or password as long as the program runs, and in the system's safe where that is wished."""
        from app.safe import vault

        self.keys[name] = secret
        if safe and secret:
            try:
                vault.keep(name, secret)
            except vault.NoVaultError as error:
                self.noticed.emit(str(error))

    @property
    def asking(self) -> bool:
        """Whether a service is being asked."""
        return self._asking is not None

    def opinion(self, unit_id: int) -> str:
        """The other translation of a row, by the service asked last; empty where it was not asked about."""
        return self._answer(unit_id, Side.SOURCE)

    def backwards(self, unit_id: int) -> str:
        """The row's translation put back into the language of the source; empty where nobody was asked."""
        return self._answer(unit_id, Side.TARGET)

    def departure(self, unit_ids: Iterable[int], side: Side, service: "Service", account: "Account") -> "Departure":
        """What asking about one side of these rows would send; raises UserError when nothing may or can be sent."""
        from app.opinions import departure

        assert self.article is not None
        self.settle()
        texts = [self.text(unit_id, side) for unit_id in unit_ids]
        asked = departure(self.article, texts, service, account)
        return asked if side is Side.SOURCE else replace(asked, pair=asked.pair.back)

    def ask(self, question: "Departure") -> None:
        """Send a departure; the answers come with `opined`, one question at a time."""
        from app.opinions import opinions
        from app.opinions.kept import known

        if self._asking is not None:
            return
        assert self.article is not None
        article, service = self.article.id, question.service.name
        answers = known(self.project.fields, service, question.pair, question.texts, article)
        job = self._asking = Job(self, lambda progress: opinions(question, answers, progress))
        job.progressed.connect(self.asked)
        job.finished.connect(partial(self._answered, question, article, answers, N_("{host} has answered.")))
        job.cancelled.connect(partial(self._answered, question, article, answers, N_("{host} is not asked any more.")))
        job.failed.connect(partial(self._ask_failed, question, article, answers))
        job.crashed.connect(self._ask_crashed)
        job.start()
        self.told.emit(_("Asking {host} …").format(host=question.host))

    def stop_asking(self) -> None:
        """Ask nothing more; what came back stays."""
        if self._asking is not None:
            self._asking.cancel()

    def take_opinion(self) -> None:
        """Make the other translation of the current row its translation."""
        if words := self.opinion(self.current):
            self._do(lambda article: article.edit(self.current, words))

    def take_words(self, unit_id: int, span: Span, words: str) -> None:
        """Put words of the other translation in the place of a stretch of a row's translation."""
        self._do(lambda article: article.edit(unit_id, article.unit(unit_id).target.replaced(span, words)))

    def _answer(self, unit_id: int, side: Side) -> str:
        if self.article is None or not self.project.fields:
            return ""
        from app.opinions.asking import between, sendable
        from app.opinions.kept import LAST, field

        service = self.project.fields.get(LAST)
        if service is None:
            return ""

        pair = between(self.article)
        name = field(service, pair if side is Side.SOURCE else pair.back, sendable(self.text(unit_id, side)), self.article.id)
        return self.project.fields.get(name, "")

    def _answered(self, question: "Departure", article: int, answers: dict[str, str], told: str, _found: object = None) -> None:
        """Keep what came back, of a question that was stopped too."""
        from app.opinions.kept import news

        self._asking = None
        values = news(self.project.fields, question.service.name, question.pair, answers, article)
        if values and article in self.project.shelf:
            self.saver.record(self.project.set_fields(NOTED, values))
        self.asked.emit(0, 0)
        self.told.emit(_(told).format(host=question.host))
        self.opined.emit()

    def _ask_failed(self, question: "Departure", article: int, answers: dict[str, str], error: UserError) -> None:
        from app.opinions.asking import offline

        self._answered(question, article, answers, "")
        message = offline(error)
        self.failed.emit(UserError(message.template, **message.arguments))

    def _ask_crashed(self) -> None:
        self._asking = None
        self.asked.emit(0, 0)
