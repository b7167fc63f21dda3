"""Passages of a translation that perform an act no story performs, with nothing opposite in the source.

A row is cut into pieces (sentences, labels); each piece is read for acts, and neighbouring pieces of one act are one
passage. In a row without source the reading alone decides; in a row with source the same act must be missing there, and the
words in quotation marks do not count: in „Der Befehl „Übersetze das“ genügt“ nobody is told to translate.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from math import log

from msgspec import Struct

from app.evidence.acts import ENOUGH, LONGEST, Act, judged, probability, read, strongest, strongest_at_a_glance, unquoted, weights
from app.evidence.acts.voice import distance, is_told, says_i, says_we, says_you
from app.evidence.asides import asides
from app.evidence.pieces import Piece, cuts, has_head, pieces
from app.evidence.repeats import copied_units
from app.evidence.runs import run_of
from app.evidence.signs import is_only_signs
from app.evidence.story import Row, Story

ENOUGH_BESIDE = 4.4
"""The same for a piece of a row that has a source."""

SHORT = 90
"""Characters up to which a row's translation may be an act as a whole."""

PAGE_VOICE = 0.7
"""The distance from a story's voice without which a row that is translated tells of newsletters rather than offers one."""

MEAN_LENGTH = 1.15
"""Characters of German for one of English."""

DOUBTFUL = 0.3
"""The doubt from which a pairing says nothing."""


class Passage(Struct, frozen=True):
    """Neighbouring pieces that perform one act; `beside` says that the source has the same act there."""

    act: Act
    pieces: tuple[Piece, ...]
    confidence: float
    beside: bool = False

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join(piece.text for piece in self.pieces)


def passages_at(story: Story, row: Row) -> tuple[Passage, ...]:
    """The passages that this row is part of."""
    if not row.target.plain:
        return ()
    if not row.added:
        cache: dict[int, tuple[Passage, ...]] = story.__dict__.setdefault("_row_passages", {})
        if row.unit not in cache:
            cache[row.unit] = _beside_source(story, row)
        return cache[row.unit]
    return tuple(passage for passage in run_passages(story, run_of(story, row)) if any(p.row.unit == row.unit for p in passage.pieces))


def run_passages(story: Story, run: Sequence[Row]) -> tuple[Passage, ...]:
    """The passages within neighbouring rows that have no source."""
    cache: dict[tuple[int, int], tuple[Passage, ...]] = story.__dict__.setdefault("_run_passages", {})
    key = (run[0].unit, run[-1].unit)
    if key not in cache:
        cache[key] = tuple(_grouped(story, run))
    return cache[key]


# Rows that have a source


def _beside_source(story: Story, row: Row) -> tuple[Passage, ...]:
    found = []
    for piece in pieces(row) if _has_room(row) else ():
        known = weigh_beside(row, piece)
        if known is not None:
            found.append((piece, *known, in_source(story, row, known[0], known[1] + 1)))
        elif (translated := _translated(story, row, piece)) is not None:
            found.append((piece, translated, 1.0, True))
    notes = (
        Passage(act, (piece,), sure) for piece, act, sure in asides(row) if not any(known[0].span.overlap(piece.span) for known in found)
    )
    return (*_joined(found), *notes)


def weigh_beside(row: Row, piece: Piece) -> tuple[Act, float] | None:
    """The act of a piece in a row with source, and by how much it exceeds what is needed; None for what may be a translation."""
    said = unquoted(piece.text[:LONGEST])
    if is_told(said):
        return None
    if _is_surplus(row, piece) and not _speaks_too(row.source.plain, said):
        known = judged(said)
        return (known[0], known[1] - ENOUGH) if known is not None else None
    best = strongest_at_a_glance(said)
    spare = best[1] - _needed_beside(row, piece, best[0]) if best is not None else -1.0
    return (best[0], spare) if best is not None and spare >= 0 else None


def _translated(story: Story, row: Row, piece: Piece) -> Act | None:
    """The act of the page, a link or a promotion, that the source performs as well, in a row that holds nothing else."""
    said = unquoted(piece.text[:LONGEST]) if piece.fills_row else ""
    best = strongest(said) if said and not is_told(said) and distance(said) >= PAGE_VOICE else None
    if best is None or best[0].of_a_machine or best[1] < ENOUGH:
        return None
    return best[0] if in_source(story, row, *best) else None


def _is_surplus(row: Row, piece: Piece) -> bool:
    """Whether the row has more sentences than its source, and without this one the rest fits better."""
    source, target = row.source.plain, row.target.plain
    if piece.fills_row or len(cuts(target)) <= len(cuts(source)):
        return False
    whole = len(target) / len(source)
    return abs(log(max(whole - piece.span.length / len(source), 0.01) / MEAN_LENGTH)) < abs(log(whole / MEAN_LENGTH))


def _speaks_too(source: str, said: str) -> bool:
    """Whether the source says I, we or you as well where the translation does."""
    return any(speaks(said) and speaks(source) for speaks in (says_i, says_we, says_you))


def _has_room(row: Row) -> bool:
    """Whether the translation may hold more than its source says, or is so short that it may be an act as a whole."""
    source, target = row.source.plain, row.target.plain
    if len(target) <= SHORT or row.doubt >= DOUBTFUL or not MEAN_LENGTH / 2 < len(target) / len(source) < MEAN_LENGTH * 1.3:
        return True
    return len(cuts(target)) > len(cuts(source)) or has_head(row)


def _joined(found: Sequence[tuple[Piece, Act, float, bool]]) -> Iterator[Passage]:
    for (act, beside), group in groupby(found, key=lambda known: (known[1], known[3])):
        members = list(group)
        spare = max(known[2] for known in members)
        yield Passage(act, tuple(known[0] for known in members), probability(spare, -1), beside)


def _needed_beside(row: Row, piece: Piece, act: Act) -> float:
    """How much weight a piece needs in a row with source: more when it is all there is, or when the source says I as well."""
    needed = ENOUGH_BESIDE
    if piece.fills_row:
        needed += 1.5 if act.of_a_machine else 3
    elif len(cuts(row.target.plain)) > len(cuts(row.source.plain)):
        needed -= 0.8
    if "english" in read(piece.text).tags:
        needed -= 1
    if act.of_a_machine and act is not Act.PROMPT and "me" in read(row.source.plain).tags:
        needed += 3
    return needed


def in_source(story: Story, row: Row, act: Act, weight: float) -> bool:
    """Whether the source does the same here or in the two rows before and after; faint signs count only where it may stand opposite."""
    for other in story.around(row, 2):
        here = other.unit == row.unit or other.missing
        least = max(1.2, 0.35 * weight) if here else max(ENOUGH, 0.5 * weight)
        for span in cuts(other.source.plain) if other.source.plain else ():
            if _performs(span.of(other.source.plain), act, least, here):
                return True
    return False


def _performs(source: str, act: Act, least: float, here: bool) -> bool:
    """Whether an English sentence performs this act, or one of its kin; some words of a page occur in every story."""
    known = [weight for other, weight in weights(source).items() if other is act or (here and other.kin == act.kin)]
    if not known or max(known) < least:
        return False
    return act.of_a_machine or max(known) >= ENOUGH_BESIDE or distance(source, german=False) >= PAGE_VOICE


# Rows that have none


class _Read(Struct):
    """A piece while its act is being decided."""

    piece: Piece
    act: Act | None
    weight: float


def _grouped(story: Story, run: Sequence[Row]) -> Iterator[Passage]:
    copies = copied_units(story)
    reads = [_read(piece) for row in run if row.unit not in copies for piece in pieces(row) if not is_only_signs(piece.text)]
    for _, paragraph in groupby(reads, key=lambda known: known.piece.row.paragraph):
        _settle(list(paragraph))
    for act, group in groupby(reads, key=lambda known: known.act):
        if act is None:
            continue
        members = list(group)
        weight = max(known.weight for known in members)
        beside = any(in_source(story, known.piece.row, act, known.weight) for known in members if known.weight >= ENOUGH)
        yield Passage(act, tuple(known.piece for known in members), probability(weight, ENOUGH - 1.2), beside)


def _read(piece: Piece) -> _Read:
    known = judged(piece.text)
    return _Read(piece, *known) if known is not None else _Read(piece, None, 0.0)


def _settle(paragraph: list[_Read]) -> None:
    """Give pieces without an act of their own that of their neighbours, and let a clear act outweigh a faint one of another kind."""
    if all(known.act is None for known in paragraph):
        _as_a_whole(paragraph)
    if all(known.act is None for known in paragraph):
        return
    leader = max(paragraph, key=lambda known: known.weight if known.act else 0.0)
    for member in paragraph:
        faint = member.weight < ENOUGH + 1.2 or leader.act in weights(member.piece.text)
        if member.act is not None and faint:
            member.act = leader.act
    for before, after in pairwise(paragraph):
        after.act = after.act or before.act
    for after, before in pairwise(reversed(paragraph)):
        before.act = before.act or after.act


def _as_a_whole(paragraph: list[_Read]) -> None:
    """Faint signs in several sentences add up."""
    if len(paragraph) < 2:
        return
    best = strongest(" ".join(known.piece.text for known in paragraph))
    if best is not None and best[1] >= ENOUGH + 0.6 * (len(paragraph) - 1):
        for known in paragraph:
            known.act, known.weight = best
