"""Links to units: the rows of a new article, with the opening of each."""

from collections.abc import Sequence

from app.model import Block, BlockStart, Document, Joint, Link, Opening, Segment, Span, State, Text, Unit


def units(
    source: Document, target: Document, segments: tuple[Sequence[Segment], Sequence[Segment]], links: Sequence[Link], first_id: int = 1
) -> list[Unit]:
    """The rows that the links describe, numbered from `first_id`.

    `segments` are those of the source and of the target; `links` must run through both in order and leave none out.
    """
    hulls = [(_hull(segments[0], link.source), _hull(segments[1], link.target)) for link in links]
    target = target.with_ids()
    openings = _openings(source, target, hulls)
    return [
        Unit(
            id=number,
            source=at_source,
            imported=at_target,
            target=target.excerpt(at_target) if at_target else Text(),
            opening=opening,
            state=State.TRANSLATED if at_target else State.INITIAL,
            score=link.score,
            doubt=link.doubt,
        )
        for number, (link, (at_source, at_target), opening) in enumerate(zip(links, hulls, openings, strict=True), first_id)
    ]


def _hull(segments: Sequence[Segment], numbers: Span) -> Span | None:
    if not numbers.length:
        return None
    return Span(segments[numbers.start].span.start, segments[numbers.end - 1].span.end)


def _openings(source: Document, target: Document, hulls: Sequence[tuple[Span | None, Span | None]]) -> list[Opening]:
    """How each target begins; a missing translation at the head of a paragraph takes the block start of the row after it."""
    openings: list[Opening] = [opening_of(target, at_target) for _at_source, at_target in hulls]
    for first, last in _missing_runs(hulls):
        _open_missing(source, hulls, openings, range(first, last))
    return openings


def opening_of(target: Document, span: Span | None) -> Opening:
    """A block start where nothing but white space stands before the span in its block, else the joint to what does."""
    if span is None:
        return Joint()
    block = target.block_at(span.start)
    before = target.text.plain[block.span.start : span.start]
    if not before.strip():
        return _start(block)
    return Joint(target.excerpt(Span(block.span.start + len(before.rstrip()), span.start)))


def _start(block: Block) -> BlockStart:
    return BlockStart(block.kind, block.attributes)


def _missing_runs(hulls: Sequence[tuple[Span | None, Span | None]]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for number, (_, at_target) in enumerate(hulls):
        if at_target is None:
            if runs and runs[-1][1] == number:
                runs[-1] = (runs[-1][0], number + 1)
            else:
                runs.append((number, number + 1))
    return runs


def _open_missing(source: Document, hulls: Sequence[tuple[Span | None, Span | None]], openings: list[Opening], run: range) -> None:
    """Openings of neighbouring rows without translation: where their source begins a block, the translation will too."""

    def source_block(number: int) -> int:
        at_source = hulls[number][0] if 0 <= number < len(hulls) else None
        return source.block_index(at_source.start) if at_source else -1

    if run.stop < len(hulls) and isinstance(openings[run.stop], Joint):
        return  # a gap inside a block of the translation does not cut it in two
    for number in run:
        mine = source_block(number)
        if source_block(number - 1) == mine:
            continue
        follower = next((n for n in range(number + 1, len(hulls)) if n not in run), None)
        same = follower is not None and source_block(follower) == mine
        if same and follower is not None and isinstance(openings[follower], BlockStart):
            openings[number], openings[follower] = openings[follower], Joint()
        elif not same:
            openings[number] = _start(source.blocks[mine])
