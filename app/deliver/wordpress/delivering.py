"""An article to a site: through the gate, as the draft it became before, and remembered."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from msgspec import Struct

from app.article import Article, composed
from app.article.deliveries import delivered, deliveries, last_delivery
from app.deliver.gate import require_open
from app.deliver.wordpress.post import Draft, Post, draft_of
from app.deliver.wordpress.sending import Known, Sent, send
from app.deliver.wordpress.site import Site, address_of
from app.deliver.wordpress.terms import describe_picture
from app.formats.parts import parts_of
from app.model import BlockKind, Document, Finding, Step
from app.safe.web import host_of

KIND = "wordpress"


class Leaving(Struct, frozen=True):
    """What would go to a site, made before anything is asked there, so that it can be looked at and sent from another thread.

    `known` are the drafts the article became before, by the root of the site's interface; `pictures` addresses and alt texts.
    """

    draft: Draft
    known: Mapping[str, Known]
    pictures: tuple[tuple[str, str], ...]


def leaving(article: Article, findings: Iterable[Finding]) -> Leaving:
    """The corrected story as it would be sent. Raises what `require_open` raises."""
    require_open(article, findings)
    document = composed(article)
    known = {each.place: Known(each.number, each.words) for each in deliveries(article) if each.kind == KIND}
    return Leaving(draft_of(document), known, tuple(_pictures(document)))


def dispatch(site: Site, what: Leaving, *, over: Post | None = None) -> Sent:
    """Send it and give the site's own pictures the alt texts of the story. Raises what `send` raises."""
    sent = send(site, what.draft, what.known.get(site.root), over=over)
    for address, alt in what.pictures:
        if urlsplit(address).netloc == site.host:
            describe_picture(site, address, alt)
    return sent


def arrived(article: Article, site: Site, sent: Sent) -> Step:
    """Remember the draft that the article became."""
    return delivered(article, KIND, site.root, number=sent.post.id, words=sent.post.digest, user=site.user)


def site_before(article: Article, usual: tuple[str, str]) -> tuple[str, str]:
    """The site and the user by whom a story went out last, so that it finds its draft again; else the `usual` ones."""
    last = last_delivery(article, KIND)
    if last is None:
        return usual
    address = address_of(last.place)
    same = usual[0] and host_of(usual[0] if "://" in usual[0] else f"https://{usual[0]}") == host_of(address)
    return address, last.user or (usual[1] if same else "")


def deliver(article: Article, findings: Iterable[Finding], site: Site, *, over: Post | None = None) -> tuple[Sent, Step]:
    """All of it in one go; raises what `require_open` and `send` raise."""
    sent = dispatch(site, leaving(article, findings), over=over)
    return sent, arrived(article, site, sent)


def _pictures(document: Document) -> Iterable[tuple[str, str]]:
    for part in parts_of(document):
        if part.kind is BlockKind.FIGURE and part.attribute("alt"):
            yield part.attribute("src"), part.attribute("alt")
