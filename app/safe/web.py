"""The one door to the network: encrypted or on this computer, with a time limit, and never redirected.

Nothing here is called unless the user asked for exactly that; who calls it says so to the user beforehand.
"""

from collections.abc import Mapping
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct

from app.errors import UNDECODABLE, UserError
from app.i18n import N_
from app.safe.limits import FILE_BYTES

if TYPE_CHECKING:  # loaded with the first question to the network: most sessions never ask one
    import requests

CONNECT_SECONDS, ANSWER_SECONDS = 5.0, 30.0
"""How long one waits for a connection, and then for each piece of the answer."""


class WebError(UserError):
    """A host could not be asked; the sentence says what to do."""


class UnsafeAddressError(WebError):
    """The address is neither encrypted nor on this computer."""


class UnreachableError(WebError):
    """No connection was made: the question did not get there."""


class CertificateError(UnreachableError):
    """The host could not prove who it is; nothing was sent."""


class NoAnswerError(WebError):
    """The question was sent and no whole answer came: the host may have acted on it."""


class Answer(Struct, frozen=True):
    """What a host said: HTTP status, headers with small letters, the body as bytes."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def ok(self) -> bool:
        """Whether the host did what it was asked."""
        return 200 <= self.status < 300

    @property
    def text(self) -> str:
        """The body as UTF-8."""
        return self.body.decode("utf-8", "replace")

    def json(self) -> Any:
        """The body as JSON; raises WebError for anything else, which is what a log-in page or a firewall sends."""
        try:
            return msgspec.json.decode(self.body)
        except UNDECODABLE:
            raise WebError(
                N_("{host} answered with something other than data. Check the address, or ask who runs it."), host=host_of(self.url)
            ) from None


def host_of(address: str) -> str:
    """The host that an address leads to, with its port where it names one; the address itself where it is none."""
    return urlsplit(address).netloc.rpartition("@")[2] or address


def on_this_computer(address: str) -> bool:
    """Whether an address never leaves this computer."""
    host = urlsplit(address).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def checked(address: str) -> str:
    """The address, if it may be spoken to; raises UnsafeAddressError for plain http beyond this computer."""
    try:
        parts = urlsplit(address)
        safe = parts.scheme == "https" or (parts.scheme == "http" and on_this_computer(address))
        named = bool(parts.hostname) and parts.port != 0
    except ValueError:
        safe = named = False
    if not named:
        raise UnsafeAddressError(N_("“{address}” is not a web address; write it as https://…"), address=address)
    if not safe:
        raise UnsafeAddressError(
            N_("“{address}” is not encrypted. Use https://, so that nobody on the way can read along."), address=address
        )
    return address


def ask(
    method: str,
    address: str,
    *,
    headers: Mapping[str, str] | None = None,
    params: Mapping[str, str] | None = None,
    json: Any = None,
    data: bytes | None = None,
    seconds: float = ANSWER_SECONDS,
) -> Answer:
    """Ask a host one question.

    Raises UnsafeAddressError before anything is sent, UnreachableError and CertificateError when nothing arrived, and
    NoAnswerError when the host may have acted. A redirection is an answer like any other: it is not followed, since the
    question may hold a password and unpublished text.
    """
    import requests

    checked(address)
    host = host_of(address)
    try:
        with requests.request(
            method,
            address,
            headers=headers,
            params=params,
            json=json,
            data=data,
            timeout=(CONNECT_SECONDS, seconds),
            allow_redirects=False,
            stream=True,
        ) as response:
            body = response.raw.read(FILE_BYTES + 1, decode_content=True)
            named = {name.lower(): value for name, value in response.headers.items()}
            answer = Answer(response.url, response.status_code, named, body)
    except requests.exceptions.SSLError:
        raise CertificateError(N_("The certificate of {host} is not valid, so nothing was sent. Check the address."), host=host) from None
    except requests.exceptions.RequestException as error:
        raise _trouble(error, host) from None
    except OSError:
        raise NoAnswerError(N_("The connection to {host} broke off. Try again in a moment."), host=host) from None
    if len(answer.body) > FILE_BYTES:
        raise WebError(N_("{host} sent more than can be taken in. Check the address."), host=host)
    return answer


def _trouble(error: "requests.exceptions.RequestException", host: str) -> WebError:
    """What a failure means to the user; a read that ran out of time is apart, since the host may have acted."""
    from requests import exceptions

    if isinstance(error, exceptions.ConnectTimeout):
        return UnreachableError(N_("{host} cannot be reached. Check the connection and the address."), host=host)
    if isinstance(error, exceptions.ReadTimeout):
        return NoAnswerError(N_("{host} took too long to answer. Try again in a moment."), host=host)
    if isinstance(error, (exceptions.InvalidURL, exceptions.InvalidHeader, exceptions.MissingSchema)):
        return UnsafeAddressError(N_("“{address}” is not a web address; write it as https://…"), address=host)
    if isinstance(error, exceptions.ConnectionError) and not _was_sent(error):
        return UnreachableError(N_("{host} cannot be reached. Check the connection and the address."), host=host)
    return NoAnswerError(N_("The connection to {host} broke off. Try again in a moment."), host=host)


def _was_sent(error: "requests.exceptions.RequestException") -> bool:
    """Whether a connection had been made when it failed."""
    from urllib3.exceptions import MaxRetryError, NewConnectionError, ProtocolError

    cause = error.args[0] if error.args else None
    reason = cause.reason if isinstance(cause, MaxRetryError) else cause
    return isinstance(reason, ProtocolError) and not isinstance(reason, NewConnectionError)
