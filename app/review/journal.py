"""The signed lots of this computer, across projects: what the switching rules and the trend go by. No person is named in it."""

from collections.abc import Iterable

import msgspec
from msgspec import Struct

from app import durable
from app.errors import UNDECODABLE
from app.quality.sampling.switching import inspection_after
from app.quality.sampling.tables import Inspection
from app.review.signing import SignedLot
from app.settings import data_folder

NAME = "lots.jsonl"


class Past(Struct, frozen=True):
    """A signed lot as later ones look back on it; `signed` is UTC in ISO 8601."""

    digest: str
    name: str
    series: str
    signed: str
    articles: int
    read: int
    failed: int
    accepted: bool
    words: int
    points: float
    per_thousand: float | None


def past(signed: SignedLot) -> Past:
    """What is remembered of a signed lot."""
    decided, card = signed.decision, signed.card
    return Past(
        digest=signed.digest,
        name=signed.name,
        series=signed.series,
        signed=signed.signed,
        articles=len(signed.articles),
        read=sum(each.read for each in signed.articles),
        failed=len(decided.failed),
        accepted=bool(decided.accepted),
        words=card.words,
        points=card.points,
        per_thousand=card.per_thousand,
    )


def lots(signed_here: Iterable[SignedLot] = (), series: str | None = None) -> list[Past]:
    """The lots signed on this computer and those of the open project, oldest first: of one series, or all.

    A line of the journal that cannot be read is left out.
    """
    found = {each.digest: each for each in map(_line, _journal().splitlines()) if each}
    found |= {each.digest: each for each in map(past, signed_here)}
    return sorted((each for each in found.values() if series in {None, each.series}), key=lambda each: each.signed)


def remember(signed: SignedLot) -> None:
    """Add a lot, once. Raises UserError when that cannot be written."""
    new = past(signed)
    if all(each.digest != new.digest for each in lots()):
        before = _journal()
        data = before + (b"" if before.endswith(b"\n") or not before else b"\n") + msgspec.json.encode(new) + b"\n"
        durable.write(data_folder() / NAME, data, make_folder=True)


def inspection(series: str, signed_here: Iterable[SignedLot] = ()) -> Inspection:
    """How the next lot of a series is inspected, after the lots of it that are known."""
    return inspection_after(each.accepted for each in lots(signed_here, series))


def _journal() -> bytes:
    try:
        return (data_folder() / NAME).read_bytes()
    except OSError:
        return b""  # a memory that begins with the first signature


def _line(line: bytes) -> Past | None:
    try:
        return msgspec.json.decode(line, type=Past)
    except UNDECODABLE:
        return None
