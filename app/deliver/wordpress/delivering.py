"""An article to a site: through the gate, as the draft it became before, and remembered."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from app.article import Article, composed
from app.article.deliveries import delivered, last_delivery
from app.deliver.gate import require_open
from app.deliver.wordpress.post import Post, draft_of
from app.deliver.wordpress.sending import Known, Sent, send
from app.deliver.wordpress.site import Site
from app.deliver.wordpress.terms import describe_picture
from app.model import BlockKind, Document, Finding, Step

KIND = "wordpress"


def deliver(article: Article, findings: Iterable[Finding], site: Site, *, over: Post | None = None) -> tuple[Sent, Step]:
    """Send the corrected story; the step remembers the draft. Raises what `require_open` and `send` raise."""
    require_open(article, findings)
    document = composed(article)
    before = last_delivery(article, KIND, site.root)
    sent = send(site, draft_of(document), Known(before.number, before.words) if before else None, over=over)
    _describe_pictures(site, document)
    return sent, delivered(article, KIND, site.root, number=sent.post.id, words=sent.post.digest)


def _describe_pictures(site: Site, document: Document) -> None:
    """Give the site's own pictures the alt texts of the story."""
    for block in document.blocks:
        address, alt = block.attribute("src"), block.attribute("alt")
        if block.kind is BlockKind.FIGURE and alt and urlsplit(address).netloc == site.host:
            describe_picture(site, address, alt)
