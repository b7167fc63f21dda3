"""A WordPress site and its REST interface: finding it, asking it, and saying plainly what it refuses."""

import re
from base64 import b64encode
from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin, urlsplit

from msgspec import Struct

from app.errors import UserError
from app.i18n import N_
from app.safe.web import Answer, WebError, ask, checked, host_of

API_LINK = re.compile(r'<([^>]+)>\s*;\s*rel="https://api\.w\.org/"')
"""How a site names its interface in a header: https://developer.wordpress.org/rest-api/using-the-rest-api/discovery/."""

REDIRECTED = range(300, 400)
OUT_OF_ORDER = 500
"""From this HTTP status on the server may have saved what it did not answer."""


FORBIDDEN = 403
SENTENCES = {
    401: N_(
        "{host} does not accept this user name and application password. Make a new application password in your profile there; "
        "if it is right, ask who runs the site whether the server passes log-ins on."
    ),
    FORBIDDEN: N_("{user} may not do this on {host}: ask there for the role of an author or editor."),
    404: N_("{host} does not know this post any more."),
    410: N_("{host} does not know this post any more."),
    413: N_("This is larger than {host} takes in. Ask who runs the site to raise the limit."),
    429: N_("{host} wants a pause before it takes more. Try again in a minute."),
}
"""What a refusal means, by HTTP status."""


class RestError(UserError):
    """The site refused; `status` is the HTTP status, `code` WordPress's own word for the reason, empty where it has none."""

    def __init__(self, template: str, status: int, code: str, /, **arguments: object) -> None:
        """Take the sentence and what the site said."""
        super().__init__(template, **arguments)
        self.status, self.code = status, code


class Site(Struct, frozen=True):
    """Where stories go: `root` is the address of the REST interface, ending so that a route can follow."""

    root: str
    user: str
    password: str

    @property
    def host(self) -> str:
        """The site's name for people."""
        return host_of(self.root)

    def call(
        self,
        method: str,
        route: str,
        json: Any = None,
        params: Mapping[str, str] | None = None,
        data: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Any:
        """Ask a route (``wp/v2/posts``) and give back its JSON. Raises RestError for a refusal, WebError when nothing came."""
        secret = b64encode(f"{self.user}:{self.password}".encode()).decode("ascii")
        sent = {"Authorization": f"Basic {secret}", **(headers or {})}
        answer = ask(method, self.root + route, headers=sent, params=params, json=json, data=data)
        if not answer.ok:
            raise refusal(answer, self)
        return answer.json()


def discovered(address: str) -> str:
    """The root of the REST interface of the site at this address, plain permalinks too.

    Raises WebError when the site cannot be asked and UserError when it has no such interface.
    """
    site = checked(address if "://" in address else f"https://{address}").rstrip("/")
    named = _speaks(f"{site}/wp-json/")
    if named:
        return named
    front = ask("GET", f"{site}/")
    if front.status in REDIRECTED:
        goal = urljoin(f"{site}/", front.headers.get("location", ""))
        raise UserError(N_("{host} sends on to {goal}: use that address."), host=host_of(site), goal=goal)
    linked = API_LINK.search(front.headers.get("link", ""))
    for candidate in filter(None, (linked and linked[1], f"{site}/?rest_route=/")):
        if urlsplit(candidate).netloc == urlsplit(site).netloc and (named := _speaks(candidate)):
            return named
    raise UserError(
        N_("{host} has no interface for WordPress that answers. Check the address, or ask who runs it to allow “/wp-json/”."),
        host=host_of(site),
    )


def address_of(root: str) -> str:
    """The address of the site whose interface has this root."""
    return root.partition("/wp-json/")[0].partition("/?rest_route=")[0]


def _speaks(root: str) -> str:
    """`root`, if posts can be sent there."""
    try:
        answer = ask("GET", root)
        said = answer.json() if answer.ok else {}
    except WebError as error:
        if type(error) is WebError:  # something answered, but not a WordPress
            return ""
        raise
    return root if isinstance(said, dict) and "wp/v2" in said.get("namespaces", ()) else ""


def refusal(answer: Answer, site: Site) -> RestError:
    """What an answer that is not a yes means to the user."""
    code = _code(answer)
    words = {"host": site.host, "user": site.user, "status": answer.status}
    return RestError(_sentence(answer.status, code), answer.status, code, **words)


def _sentence(status: int, code: str) -> str:
    if status >= OUT_OF_ORDER:
        return N_("{host} is out of order ({status}). Try again in a moment: a draft that arrived is found again, never doubled.")
    if status in REDIRECTED:
        return N_("{host} sends on to another address ({status}). Enter the address of the site anew.")
    if status == FORBIDDEN and not code:
        return N_("A firewall before {host} refused this (403). Ask who runs the site to allow “/wp-json/”.")
    return SENTENCES.get(status, N_("{host} refused this ({status}). Ask who runs the site."))


def _code(answer: Answer) -> str:
    try:
        said = answer.json()
    except WebError:
        return ""
    return str(said.get("code", "")) if isinstance(said, dict) else ""
