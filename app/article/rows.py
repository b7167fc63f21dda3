"""Rows by hand, as pure functions: units in, units out. Every function keeps the rows a tiling of both Documents."""

from msgspec.structs import replace

from app import diff
from app.errors import UserError
from app.i18n import N_
from app.model import PARAGRAPH_BREAK, BlockKind, BlockStart, Document, Joint, Mark, MarkKind, Opening, Span, State, Text, Unit


def hull(first: Span | None, second: Span | None) -> Span | None:
    """From the start of the one to the end of the other; what is there when one is missing."""
    if first is None or second is None:
        return first or second
    return Span(first.start, second.end)


def as_text(opening: Opening) -> Text:
    """What stands between a row and the one before when both become one text: the joint, or a paragraph break."""
    match opening:
        case Joint(text):
            return text
        case BlockStart(kind, attributes):
            mark = Mark(Span(0, 1), MarkKind.BREAK, (("kind", kind.value), *attributes))
            return Text(PARAGRAPH_BREAK, (mark,))


def as_opening(between: Text) -> Opening:
    """The reverse of `as_text`: a paragraph break makes a block start, white space a joint, nothing one space."""
    for mark in between.marks:
        if mark.kind is MarkKind.BREAK:
            values = dict(mark.attributes)
            kind = BlockKind(values.pop("kind", BlockKind.PARAGRAPH))
            return BlockStart(kind, tuple(values.items()))
    return Joint(between if between.plain else Text(" "))


def joined(first: Unit, second: Unit) -> Unit:
    """Both rows as one, under the first's id; it is as far as the lesser of the two was."""
    if first.target.plain and second.target.plain:
        target = first.target + as_text(second.opening) + second.target
    else:
        target = first.target if first.target.plain else second.target
    return replace(
        first,
        source=hull(first.source, second.source),
        imported=hull(first.imported, second.imported),
        target=target,
        state=min(first.state, second.state, key=list(State).index),
        needs_work=first.needs_work or second.needs_work,
        removed=first.removed and second.removed,
        by_hand=True,
        doubt=0.0,
        note="\n".join(filter(None, (first.note, second.note))),
        dismissals=first.dismissals + second.dismissals,
    )


def split(unit: Unit, source: Document, target: Document, cut: tuple[int, int], new_id: int) -> tuple[Unit, Unit]:
    """The row cut in two; the second part gets `new_id`.

    `cut` is an offset in the source text and one in the translation, as the row shows them now. A cut at a border leaves
    that side with one part only. Raises UserError when one of the two rows would be empty on both sides.
    """
    at_source, at_target = cut
    sources = _cut_span(source, unit.source, at_source)
    was = target.excerpt(unit.imported).plain if unit.imported else ""
    imports = _cut_span(target, unit.imported, diff.position(was, unit.target.plain, at_target))
    texts, opening = _cut_text(unit.target, at_target)
    parts = tuple(zip(sources, imports, texts, strict=True))
    if any(not s and not i and not t.plain for s, i, t in parts):
        raise UserError(N_("Nothing to split here: put the caret between two words."))
    (s1, i1, t1), (s2, i2, t2) = parts
    first = replace(unit, source=s1, imported=i1, target=t1, by_hand=True, doubt=0.0, state=_reopened(t1), needs_work=False)
    second = replace(first, id=new_id, source=s2, imported=i2, target=t2, opening=opening, note="", dismissals=(), state=_reopened(t2))
    return first, second


def _reopened(text: Text) -> State:
    return State.TRANSLATED if text.plain else State.INITIAL


def _cut_span(document: Document, span: Span | None, at: int) -> tuple[Span | None, Span | None]:
    if span is None:
        return None, None
    shown = document.excerpt(span).plain
    left, right = len(shown[:at].rstrip()), len(shown) - len(shown[at:].lstrip())
    ends = document.offset(span, left), document.offset(span, right)
    return (
        Span(span.start, ends[0]) if left else None,
        Span(ends[1], span.end) if right < len(shown) else None,
    )


def _cut_text(text: Text, at: int) -> tuple[tuple[Text, Text], Opening]:
    left, right = len(text.plain[:at].rstrip()), len(text.plain) - len(text.plain[at:].lstrip())
    parts = text.slice(Span(0, left)), text.slice(Span(right, len(text.plain)))
    return parts, as_opening(text.slice(Span(left, right)) if right > left else Text())
