"""What keeps a story in the house: an embargo until a moment, or a legal hold until its owner lifts it."""

from collections.abc import Iterable
from datetime import UTC, datetime

import msgspec
from msgspec import Struct

from app.article.article import Article
from app.errors import UserError
from app.i18n import N_
from app.model import BlockStart, Step, Unit, fields, well_formed

EMBARGO, HOLDS = "embargo", "holds"
"""Fields of an article: the moment (ISO 8601 with its offset, UTC where it names none) before which it may not appear, and the legal
holds as JSON."""


class Hold(Struct, frozen=True, omit_defaults=True):
    """A legal hold: who set it and why, on some rows or, without any, on the whole story."""

    owner: str
    reason: str
    units: tuple[int, ...] = ()


_HOLDS = msgspec.json.Decoder(tuple[Hold, ...])


class HeldError(UserError):
    """The story must not leave this computer now."""


class EmbargoError(HeldError):
    """The story must not leave this computer before a moment."""


def holds(article: Article) -> tuple[Hold, ...]:
    """The legal holds in force, oldest first."""
    return _HOLDS.decode(article.fields.get(HOLDS, "[]"))


def hold(article: Article, owner: str, reason: str, units: Iterable[int] = ()) -> Step:
    """Put a story, or some of its rows, on legal hold; the step says when. Raises UserError without an owner or a reason."""
    if not owner.strip() or not reason.strip():
        raise UserError(N_("A hold needs the name of who may lift it, and a reason."))
    return _keep(article, (*holds(article), Hold(well_formed(owner.strip()), well_formed(reason.strip()), tuple(units))))


def lift(article: Article, held: Hold) -> Step:
    """Lift a hold; the step is signed with the name of who does. Raises UserError for anybody but its owner."""
    if article.log.who.casefold() != held.owner.casefold():
        raise UserError(
            N_("Only {owner} may lift this hold. Your name in the settings is “{name}”."), owner=held.owner, name=article.log.who
        )
    return _keep(article, tuple(other for other in holds(article) if other != held))


def _keep(article: Article, kept: tuple[Hold, ...]) -> Step:
    return article.note_field(HOLDS, msgspec.json.encode(kept).decode() if kept else None)


def embargo(article: Article) -> str:
    """The moment before which the story may not appear: as it was set here, or else as the story came with it in a field."""
    said = article.fields.get(EMBARGO, "")
    if said or fields.EMBARGO.name not in article.source.fields | article.target.fields:
        return said
    texts = (unit.target.plain or article.source_text(unit).plain for unit in article.units if _says_embargo(unit))
    return next(filter(None, texts), "")


def _says_embargo(unit: Unit) -> bool:
    return isinstance(unit.opening, BlockStart) and fields.field_of(unit.opening) == fields.EMBARGO and not unit.removed


def embargoed(article: Article, now: datetime | None = None) -> bool:
    """Whether the story may not appear yet; an embargo that cannot be read as a moment holds until someone sets it right."""
    until = embargo(article)
    if not until:
        return False
    try:
        moment = datetime.fromisoformat(until)
    except ValueError:
        return True
    return (now or datetime.now(UTC)) < (moment if moment.tzinfo else moment.replace(tzinfo=UTC))


def withheld(article: Article) -> EmbargoError | None:
    """The embargo that keeps the story here now."""
    if not embargoed(article):
        return None
    return EmbargoError(N_("This story is under embargo until {time}: it stays on this computer."), time=embargo(article))


def require_unheld(article: Article) -> None:
    """Raise HeldError while a legal hold is in force: nothing is delivered then, waved through or not."""
    for held in holds(article)[:1]:
        raise HeldError(
            N_("This story is on legal hold by {owner} ({reason}): only {owner} can lift it."), owner=held.owner, reason=held.reason
        )


def require_free(article: Article) -> None:
    """Raise HeldError while the text must not be shown to anybody outside: on hold, or under embargo."""
    require_unheld(article)
    if (error := withheld(article)) is not None:
        raise error
