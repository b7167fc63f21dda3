"""A story to a site as a draft: never twice, never over somebody else's words unseen, never published."""

import html
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from app.deliver.wordpress.post import Draft, Post, post_of
from app.deliver.wordpress.site import OUT_OF_ORDER, RestError, Site
from app.deliver.wordpress.terms import picture_id, term_ids
from app.errors import UserError
from app.i18n import N_, Message
from app.safe.web import NoAnswerError, WebError

STATES = ("draft,pending,publish,future,private", "draft,pending,publish,future")
"""What is searched for a post that is there already; who may not see private ones searches without."""

EDIT = {"context": "edit"}


class Known(Struct, frozen=True):
    """A post that was sent before: its number, and the digest of the words the site had then."""

    id: int
    digest: str


class Sent(Struct, frozen=True):
    """What became of a story: the post as it was read back, and what the site did not take over."""

    post: Post
    created: bool
    ignored: tuple[Message, ...] = ()

    @property
    def known(self) -> Known:
        """What the next delivery has to know."""
        return Known(self.post.id, self.post.digest)


class ChangedError(UserError):
    """The site has other words than we left there; `theirs` is to be shown beside ours before they are written over."""

    def __init__(self, host: str, theirs: Post) -> None:
        """Take the post as it is now."""
        super().__init__(N_("Someone changed this draft on {host}: look at the differences before you write over it."), host=host)
        self.theirs = theirs


class PublishedError(UserError):
    """The post is no draft any more: what readers see is changed on the site itself."""


def send(site: Site, draft: Draft, known: Known | None = None, *, over: Post | None = None) -> Sent:
    """Make a draft of a story, or renew the one it became before.

    `over` is the post whose words the user looked at and decided to write over. Raises ChangedError, PublishedError, RestError
    and WebError. After any of these the call can be repeated: a draft that arrived although the answer was lost is found
    again by its slug.
    """
    site.call("GET", "wp/v2/users/me")  # a wrong password shows here as what it is, elsewhere as a question that is refused
    post = _get(site, known.id) if known else _alike(site, draft)
    if post is None:
        return _create(site, draft)
    _require_open(site, post)
    seen = {over.digest} if over else set()
    ours = {known.digest} if known else set()
    if post.digest not in seen | ours and not _same(post, draft):
        raise ChangedError(site.host, post)
    return _update(site, draft, post)


def fetch(site: Site, number: int) -> Post:
    """A post as it is now. Raises RestError when there is none of this number, or the user may not edit it."""
    return post_of(site.call("GET", f"wp/v2/posts/{number}", params=EDIT))


def _get(site: Site, number: int) -> Post | None:
    """A post that was sent before; None when it was deleted for good."""
    try:
        return fetch(site, number)
    except RestError as error:
        if error.status in {404, 410}:
            return None
        raise


def _require_open(site: Site, post: Post) -> None:
    if post.status == "trash":
        raise PublishedError(N_("This draft lies in the bin of {host}: take it out there, or delete it for good."), host=site.host)
    if not post.open:
        raise PublishedError(N_("This post is published on {host}, or set to be: change it there."), host=site.host)


def _create(site: Site, draft: Draft) -> Sent:
    body = _body(site, draft)
    made = body | {"status": "draft"}
    post = _done(lambda: post_of(site.call("POST", "wp/v2/posts", made, params=EDIT)), lambda: _alike(site, draft))
    return _read_back(site, draft, body, post.id, created=True)


def _update(site: Site, draft: Draft, post: Post) -> Sent:
    body = _body(site, draft)
    _done(lambda: post_of(site.call("POST", f"wp/v2/posts/{post.id}", body, params=EDIT)), lambda: _changed(site, draft, post))
    return _read_back(site, draft, body, post.id, created=False)


def _done(do: Callable[[], Post], look: Callable[[], Post | None]) -> Post:
    """Do something whose answer may be lost; when the site has done it all the same, `look` finds it and that is good."""
    try:
        return do()
    except (NoAnswerError, RestError) as error:
        if isinstance(error, RestError) and error.status < OUT_OF_ORDER:
            raise
        post = _looked(look)
        if post is None:
            raise
        return post


def _looked(look: Callable[[], Post | None]) -> Post | None:
    try:
        return look()
    except (RestError, WebError):
        return None  # what is told is the first trouble


def _changed(site: Site, draft: Draft, before: Post) -> Post | None:
    post = _get(site, before.id)
    return post if post is not None and _same(post, draft) else None


def _alike(site: Site, draft: Draft) -> Post | None:
    """A post of this slug: one that arrived although its answer was lost, or somebody else's."""
    if not draft.slug:
        return None
    for states in STATES:
        try:
            listed = site.call("GET", "wp/v2/posts", params=EDIT | {"slug": draft.slug, "status": states})
        except RestError as error:
            if error.status in {400, 403} and states != STATES[-1]:
                continue
            raise
        posts = [post_of(each) for each in listed]
        return next((post for post in posts if _same(post, draft)), posts[0] if posts else None)
    return None


def _same(post: Post, draft: Draft) -> bool:
    return (post.title, post.content) == (draft.title, draft.content)


def _body(site: Site, draft: Draft) -> dict[str, Any]:
    """What is sent; a field that the story does not have is left as the site has it."""
    body: dict[str, Any] = {"title": draft.title, "content": draft.content}
    if draft.excerpt:
        body["excerpt"] = draft.excerpt
    if draft.slug:
        body["slug"] = draft.slug
    for name, kind, names, make in (("tags", "tags", draft.tags, True), ("categories", "categories", draft.categories, False)):
        if numbers := term_ids(site, kind, names, make=make):
            body[name] = list(numbers)
    if number := picture_id(site, draft.featured):
        body["featured_media"] = number
    return body


def _read_back(site: Site, draft: Draft, body: Mapping[str, Any], number: int, *, created: bool) -> Sent:
    post = fetch(site, number)
    return Sent(post, created, tuple(_ignored(site, draft, body, post)))


def _ignored(site: Site, draft: Draft, body: Mapping[str, Any], post: Post) -> Iterator[Message]:
    """What the site did not take over as it was sent; `body` is that."""
    if html.unescape(post.title) != html.unescape(draft.title):
        yield Message(N_("{host} changed the title."), {"host": site.host})
    if post.content != draft.content:
        yield Message(N_("{host} changed the text: this user may not use all of its markup there."), {"host": site.host})
    if draft.excerpt and post.excerpt != draft.excerpt:
        yield Message(N_("{host} changed the teaser."), {"host": site.host})
    if draft.slug and post.slug != draft.slug:
        yield Message(N_("{host} made another slug: {slug}."), {"host": site.host, "slug": post.slug})
    if len(post.tags) < len(draft.tags):
        yield Message(N_("{host} does not have all keywords as tags, and this user may not add them."), {"host": site.host})
    if len(body.get("categories", ())) < len(draft.categories):
        yield Message(
            N_("{host} does not have all of these categories: {names}."), {"host": site.host, "names": ", ".join(draft.categories)}
        )
    if draft.featured and not (0 < body.get("featured_media", 0) == post.featured):
        yield Message(N_("{host} has no picture “{name}”."), {"host": site.host, "name": draft.featured})
