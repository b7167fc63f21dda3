"""The story and a site: sent as a draft away from the window's thread, and remembered there."""

from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.errors import Progress, UserError
from app.i18n import _
from app.model.fields import FIELDS
from app.safe.vault import site_name
from app.safe.web import host_of
from app.settings import WordPress
from ui.jobs import Job
from ui.session.delivering import Delivering

if TYPE_CHECKING:  # loaded with the first story for a site
    from app.deliver.wordpress import Draft, Post, Sent, Site
    from app.deliver.wordpress.delivering import Leaving


class Login(Struct, frozen=True):
    """Where stories go, as whom: the address of a site, a user name there and an application password."""

    address: str
    user: str
    password: str

    @property
    def host(self) -> str:
        """The site's name for people."""
        return host_of(self.address)

    @property
    def name(self) -> str:
        """Under which the password is kept."""
        return site_name(self.address if "://" in self.address else f"https://{self.address}", self.user)

    def site(self) -> "Site":
        """The site, found by asking it; raises UserError."""
        from app.deliver.wordpress import Site, discovered

        return Site(discovered(self.address), self.user, self.password)


def tried(login: Login, _progress: Progress) -> str:
    """Log in and give back the name that the site knows one by; raises UserError."""
    return str(login.site().call("GET", "wp/v2/users/me").get("name", login.user))


class Sites(Delivering):
    """Verbs of sending. `sent` brings what became of the story, `refused` the UserError that stopped it."""

    sent = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with nothing under way."""
        super().__init__(parent)
        self._sending: Job | None = None

    @property
    def sending(self) -> bool:
        """Whether a story is on its way to a site."""
        return self._sending is not None

    def site_before(self, usual: WordPress) -> WordPress:
        """The site that the story went to last, or else the `usual` one."""
        from app.deliver.wordpress.delivering import site_before

        if self.article is None:
            return usual
        address, user = site_before(self.article, (usual.site, usual.user))
        return WordPress(address, user)

    def as_draft(self) -> "Draft":
        """The corrected story as it would be sent."""
        from app.article import composed
        from app.deliver.wordpress import draft_of

        assert self.article is not None
        self.settle()
        return draft_of(composed(self.article))

    def as_sent(self) -> str:
        """What would be sent in words: every field with its name, then the body."""
        from app.deliver.wordpress.comparing import words_of

        draft, names = self.as_draft(), {field.name: _(field.title) for field in FIELDS}
        lines = [
            (_("Title"), draft.title),
            (names["slug"], draft.slug),
            (names["teaser"], draft.excerpt),
            (names["keywords"], ", ".join(draft.tags)),
            (names["categories"], ", ".join(draft.categories)),
            (names["featured-image"], draft.featured),
        ]
        head = "\n".join(f"{name}: {words}" for name, words in lines if words)
        return f"{head}\n\n{words_of('', draft.content)}"

    def beside(self, theirs: "Post") -> tuple[str, str]:
        """What a site has now and what would be written over it."""
        from app.deliver.wordpress.comparing import beside

        return beside(theirs, self.as_draft())

    def send(self, login: Login, *, over: "Post | None" = None) -> None:
        """Send the story; `sent` or `refused` follows. Raises UserError when the gate is shut."""
        from app.deliver.wordpress.delivering import leaving

        if self._sending is not None:
            return
        assert self.article is not None
        self.settle()
        self.check_now()
        what, number = leaving(self.article, self.findings), self.article.id
        job = self._sending = Job(self, partial(_dispatched, login, what, over))
        job.finished.connect(partial(self._arrived, number))
        job.failed.connect(self._send_failed)
        job.crashed.connect(self._send_ended)
        job.cancelled.connect(self._send_ended)
        job.start()
        self.told.emit(_("Sending to {host} …").format(host=login.host))

    def stop_sending(self) -> None:
        """Send nothing more; what has already left arrives, and is remembered."""
        if self._sending is not None:
            self._sending.cancel()

    def _arrived(self, number: int, done: "tuple[Site, Sent]") -> None:
        from app.deliver.wordpress.delivering import arrived

        self._send_ended()
        site, sent = done
        if number in self.project.shelf:
            self.announce(arrived(self.project.shelf[number], site, sent))
        self.told.emit(_("{host} has the story as a draft.").format(host=site.host))
        self.sent.emit(sent)

    def _send_ended(self) -> None:
        self._sending = None
        self.told.emit("")

    def _send_failed(self, error: UserError) -> None:
        self._send_ended()
        self.refused.emit(error)


def _dispatched(login: Login, what: "Leaving", over: "Post | None", progress: Progress) -> "tuple[Site, Sent]":
    """Find the site and send; can be stopped before the story leaves."""
    from app.deliver.wordpress.delivering import dispatch

    progress(0, 2)
    site = login.site()
    progress(1, 2)
    return site, dispatch(site, what, over=over)
