"""Services reached through deep-translator, whose questions go out by our own door: it sets no time limit itself."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from threading import Lock
from types import ModuleType
from typing import Any

from app.errors import UserError
from app.i18n import N_
from app.safe.web import Answer, ask

_ONE = Lock()
"""deep-translator keeps what sends its questions in a global of its module."""


class Said:
    """An answer in the shape that deep-translator reads."""

    def __init__(self, answer: Answer) -> None:
        """Wrap an answer."""
        self.status_code, self.text, self._answer = answer.status, answer.text, answer

    def json(self) -> Any:
        """The body as JSON."""
        return self._answer.json()

    def close(self) -> None:
        """Nothing is left open."""


class Door:
    """What stands in the place of ``requests``: every question has a time limit and goes to an encrypted address."""

    def __init__(self, exceptions: ModuleType) -> None:
        """Take the module of exceptions that deep-translator catches by way of ``requests``."""
        self.exceptions = exceptions

    def get(self, url: str, params: Mapping[str, str] | None = None, **_rest: object) -> Said:
        """Ask with GET."""
        return Said(ask("GET", url, params=params))

    def post(self, url: str, params: Mapping[str, str], headers: Mapping[str, str], json: object, **_rest: object) -> Said:
        """Ask with POST."""
        return Said(ask("POST", url, params=params, headers=headers, json=json))


@contextmanager
def through(module: ModuleType, host: str) -> Iterator[None]:
    """Let a module of deep-translator ask by our door; what goes wrong inside it becomes a UserError about `host`."""
    from deep_translator.exceptions import BaseError, MicrosoftAPIerror, RequestError, TooManyRequests

    with _ONE:
        before = module.requests
        module.requests = Door(before.exceptions)  # type: ignore[attr-defined]
        try:
            yield
        except TooManyRequests:
            raise UserError(
                N_("{host} will not translate more for now: the limit of this key or of this hour is reached."), host=host
            ) from None
        except MicrosoftAPIerror:
            raise UserError(N_("{host} does not accept this key. Check it in the settings."), host=host) from None
        except (BaseError, RequestError):
            raise UserError(N_("{host} gave no translation. Try again later, or choose another service."), host=host) from None
        finally:
            module.requests = before  # type: ignore[attr-defined]


def each(texts: list[str], translate: Callable[[str], str | None]) -> list[str]:
    """One question a text; deep-translator gives None for one that stays as it is, a number or a name."""
    return [translate(text) or text for text in texts]
