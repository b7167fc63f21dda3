"""A row's translation, cut into what is read as one: sentences, labels, credits glued to a first sentence."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from msgspec import Struct

from app.evidence.acts import ENOUGH, Act, classes, read, strongest
from app.evidence.language import WORD, is_function_word
from app.evidence.story import Row
from app.model import Span

_STOP = r"[.!?…:;](?:[\"'”“’»«)\]*`]*\s+(?=[\"'„“»«(\[*#<`{]*[A-ZÄÖÜ\d])|(?<=[.!?])(?=[A-ZÄÖÜ]{2}|```))"
_AT_STOPS = re.compile(_STOP)
_ANYWHERE = re.compile(rf"{_STOP}|\s*\u2029\s*|\s+(?=```)")
"""Where a piece ends: with the stop, the marks behind it and white space."""
_BREAKS, _RARE_BREAKS = ".!?…:;\u2029`", "\u2029`"
"""One of these stands in every text that is more than one piece; and in one that ends otherwise than with a stop."""
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:max|min|ca|bzw|dr|mr|mrs|ms|vs|z\.\s?b|d\.\s?h|e\.g|i\.e|inkl|approx|prof|gen|sen|rep|gov)\.$", re.IGNORECASE
)
_LONGEST_END = 12
"""More characters than an abbreviation at the end of a text has, with what stands before it."""
_LIST_NUMBER = re.compile(r"(?:^|[.:;!?]\s)\W*\w{1,2}[.)]$")
_OPEN_END = re.compile(r"(?:^|\s)(?:\d{1,2}|[A-Za-z]|st|nr|no|jr|sr|usw|etc|co|inc|ltd|u\.\s?a)[.)]$", re.IGNORECASE)

HEAD_BEGINS, HEAD_LENGTH, FIRST_WORDS = 20, 80, 3
"""Where and among how many words the telling one of a glued credit must stand, and how long the credit may be."""

_HEADS = frozenset({"picture", "agency", "ad", "rights"})
_VAGUE = frozenset({"picture"})
"""Words of this class stand in every other sentence: still, file, source."""
_OF_HEADS = frozenset({Act.CAPTION, Act.FURNITURE})
_CAPITAL = re.compile(r"(?<=[\w)\]]\s)[„\"“(]?[A-ZÄÖÜ]")


class Piece(Struct, frozen=True):
    """A stretch of a row's translation that is read as one."""

    row: Row
    span: Span

    @property
    def text(self) -> str:
        """Its words."""
        return self.span.of(self.row.target.plain)

    @property
    def fills_row(self) -> bool:
        """Whether the row's translation holds nothing else."""
        return self.span.length >= len(self.row.target.plain.strip())


def pieces(row: Row) -> tuple[Piece, ...]:
    """The row's translation, cut where a sentence or a label ends, and behind a credit glued to its first sentence."""
    spans = cuts(row.target.plain)
    head = _head(row)
    if head:
        rest = Span(head + len(row.target.plain[head:]) - len(row.target.plain[head:].lstrip()), spans[0].end)
        spans = (Span(0, head), *(rest,) * bool(rest.length > 0), *spans[1:])
    return tuple(Piece(row, span) for span in spans)


def _head(row: Row) -> int:
    """Where a credit or an advertising label ends that was glued to the first sentence of a paragraph without a full stop, or 0."""
    text = row.target.plain
    words = islice(WORD.finditer(text[:HEAD_BEGINS]), FIRST_WORDS) if row.starts else ()
    known = ((word.end(), classes(word.group().lower()) & _HEADS) for word in words)
    begins, kinds = next(((end, told) for end, told in known if told or text.startswith("©")), (0, _HEADS))
    source = row.source.plain[:HEAD_LENGTH]
    if not begins or not (kinds - _VAGUE).isdisjoint(read(source).tags) or _is_head(source):
        return 0
    ends = [match.start() for match in _CAPITAL.finditer(text, begins, HEAD_LENGTH)]
    return len(text[: _head_end(text, [end for end in ends if _is_head(text[:end])])].rstrip())


def has_head(row: Row) -> bool:
    """Whether a credit or a label is glued to the first sentence."""
    return _head(row) > 0


def _is_head(text: str) -> bool:
    best = strongest(text)
    return best is not None and best[0] in _OF_HEADS and best[1] >= ENOUGH + 0.4


def _head_end(text: str, ends: Sequence[int]) -> int:
    """The end before a word that begins a sentence, or behind „agency/Given Family“, or the first that is possible."""
    for end in ends:
        word = WORD.search(text, end)
        if word is not None and is_function_word(word.group()):
            return end
    named = re.match(r"(?:[^/]{0,40}/\s?){1,3}\w+(?:[ -][A-ZÄÖÜ]\w+)?(?=\s)", text[:HEAD_LENGTH])
    return named.end() if named is not None and ends else min(ends, default=0)


@lru_cache(maxsize=16384)
def cuts(text: str) -> tuple[Span, ...]:
    """The spans of the sentences and labels of a text, without white space at their ends."""
    if not any(map(text[:-1].__contains__, _BREAKS)):
        return (Span(0, len(text.rstrip())),) if text.strip() else ()
    found, start = [], 0
    for gap in (_ANYWHERE if any(map(text.__contains__, _RARE_BREAKS)) else _AT_STOPS).finditer(text):
        end = gap.start() + len(gap.group().rstrip()) if gap.group().strip() else gap.start()
        found.append(Span(start, end))
        start = gap.end()
    found.append(Span(start, len(text.rstrip())))
    return _labels_joined(text, [span for span in found if span.of(text).strip()])


def _labels_joined(text: str, spans: list[Span]) -> tuple[Span, ...]:
    """A label goes with what it announces: „Regeln:“ and a list's „1.“ are no pieces of their own."""
    joined: list[Span] = []
    for span in spans:
        before = joined[-1].of(text).rstrip() if joined else ""
        if before and (
            _numbered(before, span.of(text)) or (before.endswith((":", ";")) and "\u2029" not in text[joined[-1].end : span.start])
        ):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)


def _numbered(before: str, after: str) -> bool:
    """Whether a number with a full stop belongs to what follows: „am 3. Mai“, „2. Nicht kürzen“, not „war 34. Die Fähre“; so does an abbreviation."""
    if _ABBREVIATED.search(before[-_LONGEST_END:]):
        return True
    if not _OPEN_END.search(before[-_LONGEST_END:]):
        return False
    word = WORD.search(after)
    return word is None or not is_function_word(word.group()) or _LIST_NUMBER.search(before) is not None
