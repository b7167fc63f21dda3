"""Asking a service: what would leave the computer, said beforehand, and what came back."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from app.article import Article
from app.article.restraint import require_free
from app.errors import Progress, UserError, no_progress
from app.i18n import N_, Message
from app.model import OBJECT, PARAGRAPH_BREAK
from app.opinions.service import Account, Need, Pair, Service
from app.safe.web import UnreachableError, on_this_computer

MISSING = {
    Need.ADDRESS: N_("{service} needs the address of your server: write it in the settings."),
    Need.KEY: N_("{service} needs a key: write it in the settings."),
    Need.REGION: N_("{service} needs the region of your key: write it in the settings."),
}


class Departure(Struct, frozen=True):
    """Exactly what would leave this computer: which texts, to which host; `local` when the host is this computer itself."""

    service: Service
    account: Account
    pair: Pair
    texts: tuple[str, ...]
    local: bool

    @property
    def host(self) -> str:
        """Where the texts would go."""
        return self.service.host(self.account)


def departure(article: Article, texts: Iterable[str], service: Service, account: Account, pair: Pair | None = None) -> Departure:
    """What asking for these texts would send; nothing is sent yet. By default from the article's source language to its target's.

    Raises UserError when the story is held or under embargo, also for a server on this computer, when the service lacks an
    address or a key, and when there is nothing to ask.
    """
    require_free(article)
    _require_account(service, account)
    asked = tuple(dict.fromkeys(text for text in map(sendable, texts) if text))
    if not asked:
        raise UserError(N_("There is no text here to ask about."))
    return Departure(service, account, pair or between(article), asked, on_this_computer(account.address))


def between(article: Article) -> Pair:
    """From the language of a story to that of its translation."""
    return Pair(_language(article.source.language, "en"), _language(article.target.language, "de"))


def opinions(asked: Departure, known: dict[str, str] | None = None, progress: Progress = no_progress) -> dict[str, str]:
    """Another translation of each text of a departure; those in `known` are not asked for again.

    Between two questions `progress` may raise Cancelled. Raises UserError: nothing that came back before is lost, since the
    texts answered so far are put into `known`.
    """
    found = {} if known is None else known
    open_texts = [text for text in asked.texts if text not in found]
    done = len(asked.texts) - len(open_texts)
    for some in _portions(open_texts, asked.service):
        progress(done, len(asked.texts))
        found.update(zip(some, _translated(asked, some), strict=True))
        done += len(some)
    progress(done, len(asked.texts))
    return {text: found[text] for text in asked.texts}


def sendable(text: str) -> str:
    """A text without what only we understand: codes that must not be touched, and breaks inside a row."""
    return text.replace(OBJECT, "").replace(PARAGRAPH_BREAK, "\n").strip()


def offline(error: UserError) -> Message:
    """What is said when nobody could be asked: the work itself needs no connection."""
    if isinstance(error, UnreachableError):
        return Message(N_("{reason} Everything else works without a connection."), {"reason": error.message})
    return error.message


def _translated(asked: Departure, some: list[str]) -> list[str]:
    return [text.strip() for text in asked.service.translate(some, asked.pair, asked.account)]


def _portions(texts: Sequence[str], service: Service) -> Iterator[list[str]]:
    """The texts in as few questions as the service allows; raises UserError for a single text that it would not take."""
    portion: list[str] = []
    for text in texts:
        if len(text) > service.characters:
            raise UserError(
                N_("A row is longer than the {limit} characters that {service} takes: split it first."),
                limit=service.characters,
                service=service.title,
            )
        if portion and (len(portion) == service.most or sum(map(len, portion)) + len(text) > service.characters):
            yield portion
            portion = []
        portion.append(text)
    if portion:
        yield portion


def _require_account(service: Service, account: Account) -> None:
    given = {Need.ADDRESS: account.address, Need.KEY: account.key, Need.REGION: account.region}
    for need in service.needs:
        if not given[need]:
            raise UserError(MISSING[need], service=service.title)


def _language(tag: str, otherwise: str) -> str:
    return tag.split("-", maxsplit=1)[0].lower() or otherwise
