"""What a translation service is: a name, a host, and a function from texts to texts."""

from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct

from app.errors import UserError
from app.i18n import N_
from app.safe.web import Answer, host_of


class Account(Struct, frozen=True):
    """How a service is reached: `address` of the user's own server, `key`, and the `region` that Microsoft's keys belong to."""

    address: str = ""
    key: str = ""
    region: str = ""


class Pair(Struct, frozen=True):
    """From which language to which, as ISO 639 codes."""

    source: str = "en"
    target: str = "de"

    @property
    def back(self) -> "Pair":
        """The other way round."""
        return Pair(self.target, self.source)


class Need(StrEnum):
    """What the user has to give before a service can be asked."""

    ADDRESS = "address"
    KEY = "key"
    REGION = "region"


class Service(Struct, frozen=True, kw_only=True):
    """One translation service.

    `title` is its own name for itself. `host` says where texts would go; `needs` what must be given and `takes` what may be; `translate` takes at most `most`
    texts of together at most `characters` code points and returns as many. It raises UserError.
    """

    name: str
    title: str
    host: Callable[[Account], str]
    translate: Callable[[list[str], Pair, Account], list[str]]
    needs: frozenset[Need] = frozenset()
    takes: frozenset[Need] = frozenset()
    most: int = 1
    characters: int = 5000


def require(answer: Answer) -> Answer:
    """The answer of a service if it did what it was asked; raises UserError with what its refusal means."""
    host = host_of(answer.url)
    if answer.ok:
        return answer
    if answer.status in {401, 403}:
        raise UserError(N_("{host} does not accept this key. Check it in the settings."), host=host)
    if answer.status in {429, 456}:
        raise UserError(N_("{host} will not translate more for now: the limit of this key or of this hour is reached."), host=host)
    if answer.status == 413:
        raise UserError(N_("This text is too long for {host}. Ask for a shorter one."), host=host)
    raise UserError(N_("{host} answered with the error {status}. Try again later, or ask who runs it."), host=host, status=answer.status)


def texts_of(found: object, count: int, host: str) -> list[str]:
    """Translations out of a decoded answer; raises UserError when they are not `count` texts."""
    if isinstance(found, list) and len(found) == count and all(isinstance(text, str) for text in found):
        return list(found)
    raise UserError(N_("{host} answered with something other than a translation. Check the address."), host=host)
