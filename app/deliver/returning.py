"""The corrected story in the very file it came in."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from app import diff
from app.article import Article, composed
from app.article.cutting import as_text
from app.article.stems import stems
from app.errors import UserError
from app.formats import Format, format_named
from app.formats.coded import same
from app.formats.format import Bilingual, Pair, Revision
from app.formats.rows import Laid, laid_out
from app.i18n import N_
from app.model import Side, Span, State, Text, Unit

OTHERWISE = N_("This version reads “{name}” otherwise than the one that took it in; write the story in a format of your choice instead.")

SENTENCE_END = re.compile(r"[.!?…:][\"'”“’‘»«›‹)\]]*\s+|\u2029")
NEAR = 40
"""Code points: words that were put in where two segments meet may belong to either."""


def holder(article: Article) -> str:
    """The digest of the Document that is kept with the file in which an article goes back as it came."""
    return article.source.digest if is_aligned(article) or not article.target.blocks else article.target.digest


def is_aligned(article: Article) -> bool:
    """Whether an article came in a file that holds both languages."""
    return format_named(article.source.origin).read_aligned is not None


def as_it_came(article: Article, name: str, data: bytes, others: Sequence[Article] = ()) -> bytes:
    """The file with this name and these bytes, in which the article came, with the corrected story in it.

    `others` are the articles of the project: those from the same aligned file go back with it. Raises UserError for a format
    that cannot, and for a file that does not hold the article.
    """
    form = format_named(article.source.origin if is_aligned(article) else article.target.origin)
    if form.write_back is not None:
        return _aligned(form, [article, *(other for other in others if other is not article)], name, data)
    if form.rewrite is None:
        raise UserError(
            N_("{format} cannot go back into the very file it came in; write the story in a format of your choice."), format=form.title
        )
    side = Side.TARGET if article.target.blocks else Side.SOURCE
    before = article.target if article.target.blocks else article.source
    return form.rewrite(data, Revision(composed(article), stems(article, side), before))


def _aligned(form: Format, articles: Sequence[Article], name: str, data: bytes) -> bytes:
    assert form.read_aligned is not None
    assert form.write_back is not None
    waiting = list(articles)
    stories = []
    for story in form.read_aligned(data).stories:
        laid = laid_out(story, form.name)
        mine = next((each for each in waiting if each.source == laid.source and each.target == laid.target), None)
        if mine is not None:
            waiting.remove(mine)
        stories.append(story if mine is None else returned(mine, story, laid))
    if articles[0] in waiting:
        raise UserError(OTHERWISE, name=name)
    return form.write_back(data, stories)


def returned(article: Article, story: Bilingual, laid: Laid) -> Bilingual:
    """A story of an aligned file with what the article says now: each text at the segment it came from, however rows were shaped."""
    came = {unit.id: unit for unit in laid.units}
    shares: dict[int, list[Share]] = {}
    last = next(iter(came), 0)
    for unit in article.units:
        for number, text in _shares(article, unit, list(_held(came, unit)) or [came[last]]):
            shares.setdefault(number, []).append((unit, text))
            last = number
    pairs = (_pair(pair, came[number], shares.get(number, [])) if number in came else pair for number, pair in enumerate(story.pairs, 1))
    return replace(story, pairs=tuple(pairs))


Share = tuple[Unit, Text]
"""A row, and the text of it that belongs to one segment."""


def _held(came: dict[int, Unit], unit: Unit) -> Iterator[Unit]:
    """The segments of which a row holds something; an untouched row is one, which is found at once."""
    own = came.get(unit.id)
    if own is not None and (own.source, own.imported) == (unit.source, unit.imported):
        yield own
        return
    for each in came.values():
        if _meet(each.source, unit.source) or _meet(each.imported, unit.imported):
            yield each


def _meet(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one.overlap(other) > 0


def _shares(article: Article, unit: Unit, segments: Sequence[Unit]) -> list[tuple[int, Text]]:
    """The text of a row, cut where its segments met when it came in; a segment whose translation it does not hold gets none."""
    texts = dict.fromkeys((segment.id for segment in segments), Text())
    if not unit.removed:
        inside = [segment for segment in segments if _meet(segment.imported, unit.imported)] or segments[:1]
        cuts = [0, *(_cut(article, unit, segment) for segment in inside[1:]), len(unit.target.plain)]
        whole = len(inside) == 1
        texts |= {
            segment.id: unit.target if whole else unit.target.slice(Span(start, max(start, end))).stripped()
            for segment, (start, end) in zip(inside, pairwise(cuts), strict=True)
        }
    return list(texts.items())


def _cut(article: Article, unit: Unit, segment: Unit) -> int:
    """Where in a row's translation now the text of this segment begins: where what stood there went, or the sentence next to it."""
    assert unit.imported is not None
    assert segment.imported is not None
    before = article.target.excerpt(Span(unit.imported.start, segment.imported.start)).plain
    at = diff.position(unit.target.plain, article.imported_text(unit).plain, len(before))
    near = (found.end() for found in SENTENCE_END.finditer(unit.target.plain))
    return min((end for end in near if abs(end - at) <= NEAR), key=lambda end: abs(end - at), default=at)


def _pair(pair: Pair, came: Unit, shares: Sequence[Share]) -> Pair:
    """The pair with the texts of its rows one after the other; as it was when nobody changed anything about them."""
    rows = [unit for unit, _text in shares]
    target = Text()
    for unit, text in shares:
        target = target + (as_text(unit.opening) if target.plain and text.plain else Text()) + text
    states = [unit.state for unit in rows if not unit.removed]
    return replace(
        pair,
        target=pair.target if same(target, came.target) else target,
        state=min(states, key=list(State).index, default=State.INITIAL) if target.plain else State.INITIAL,
        needs_work=any(unit.needs_work for unit in rows),
        note="\n".join(dict.fromkeys(unit.note for unit in rows if unit.note)),
    )
