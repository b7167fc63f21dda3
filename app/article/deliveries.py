"""What went where and when: each kept as a field of the article, so that a delivery can be repeated and a change since then shows."""

import msgspec
from msgspec import Struct

from app.article.article import Article
from app.article.compose import composed
from app.article.log import utc_now
from app.model import RowSplice, Step, Text, well_formed

FIELD = "delivery/"
"""What the fields are called, before the moment and the revision: in the order of their names they are oldest first."""


class Delivery(Struct, frozen=True, omit_defaults=True):
    """One delivery.

    `kind` is ``file``, ``clipboard`` or ``wordpress``, `place` a path or an address, `digest` that of the story as it went,
    `revision` that of the project then, `when` UTC in ISO 8601. For a site, `number` is the post's, `words` the digest of
    what the site had then, and `user` who sent it there.
    """

    kind: str
    place: str
    digest: str
    revision: int
    when: str
    format: str = ""
    number: int = 0
    words: str = ""
    user: str = ""


_DELIVERY = msgspec.json.Decoder(Delivery)


def deliveries(article: Article) -> tuple[Delivery, ...]:
    """All deliveries of an article, oldest first."""
    return tuple(_DELIVERY.decode(article.fields[name]) for name in _names(article))


def last_delivery(article: Article, kind: str = "", place: str = "") -> Delivery | None:
    """The latest delivery, of this kind and to this place where they are given; None when there was none."""
    found = (_DELIVERY.decode(article.fields[name]) for name in reversed(_names(article)))
    return next((each for each in found if kind in {"", each.kind} and place in {"", each.place}), None)


def delivered(article: Article, kind: str, place: str, *, form: str = "", number: int = 0, words: str = "", user: str = "") -> Step:
    """Remember that the article as it stands has just been delivered. A name that is no text on this system is kept as far as it is."""
    made = Delivery(kind, well_formed(place), composed(article).digest, article.log.revision, utc_now(), form, number, words, user)
    return article.note_field(f"{FIELD}{made.when} {made.revision:09}", msgspec.json.encode(made).decode())


def _names(article: Article) -> list[str]:
    return sorted(name for name in article.fields if name.startswith(FIELD))


def changed_since_delivery(article: Article) -> bool:
    """Whether the story reads otherwise than when it went out last; not for one that never did."""
    last = last_delivery(article)
    return last is not None and last.digest != composed(article).digest


def changes_since(article: Article, revision: int) -> list[tuple[int, Text, Text]]:
    """Rows whose translation is another than at this revision of the project: unit, then and now, in the order of the story.

    A row that was removed or brought back counts as emptied or filled; one that is no longer there is left out.
    """
    then: dict[int, Text] = {}
    for step in article.log.of(article.id):
        if step.revision > revision:
            for splice in step.splices:
                if isinstance(splice, RowSplice):
                    for unit in splice.before:
                        then.setdefault(unit.id, Text() if unit.removed else unit.target)
                    for unit in splice.after:
                        then.setdefault(unit.id, Text())
    now = {unit.id: Text() if unit.removed else unit.target for unit in article.units if unit.id in then}
    return [(number, then[number], text) for number, text in now.items() if then[number] != text]
