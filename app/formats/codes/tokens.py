"""A text as the pieces it is written of: characters, codes, and what begins and ends around words."""

from collections import Counter

from msgspec import Struct

from app.formats.coded import LITERAL
from app.formats.codes.reading import Key
from app.model import Mark, MarkKind, Text

FORMATTED = frozenset({MarkKind.STRONG, MarkKind.EMPHASIS, MarkKind.CODE, MarkKind.LINK})


class Pair(Struct, eq=False):
    """A code or mark around words: `nested` unless it crosses another or one half is missing, as `whole` says."""

    key: Key
    mark: Mark | None = None
    nested: bool = False
    whole: bool = False


class Token(Struct):
    """One piece: characters, a single code by its key, or the start or the end of a pair."""

    text: str = ""
    key: Key | None = None
    pair: Pair | None = None
    opens: bool = False


def tokens(text: Text) -> list[Token]:
    """The pieces of a text in order."""
    starts, ends, signs = dict[int, list[Mark]](), dict[int, list[Mark]](), dict[int, Mark]()
    pairs = dict[Mark, Pair]()
    for mark in dict.fromkeys(text.marks):
        if mark.kind in FORMATTED and mark.span.length:
            starts.setdefault(mark.span.start, []).append(mark)
            ends.setdefault(mark.span.end, []).append(mark)
            pairs[mark] = Pair(key_of(mark), mark)
        elif mark.kind not in FORMATTED and mark.kind is not MarkKind.PAIRED:
            signs[mark.span.start] = mark
    found, opened = list[Token](), list[Pair]()
    borders = sorted({0, len(text.plain), *starts, *ends, *signs, *(at + 1 for at in signs)})
    for at, following in zip(borders, [*borders[1:], len(text.plain)], strict=True):
        found += [Token(pair=pairs[mark]) for mark in sorted(ends.get(at, ()), key=lambda mark: -mark.span.start)]
        found += [Token(pair=pairs[mark], opens=True) for mark in sorted(starts.get(at, ()), key=lambda mark: -mark.span.end)]
        found.append(_token(signs.get(at), text.plain[at:following], opened))
    return nested(found)


def key_of(mark: Mark) -> Key:
    """The key of the code that a mark stands for; empty for a mark of this program."""
    values = dict(mark.attributes)
    return values.get("code", ""), values.get("id", ""), values.get("number", "")


def _token(sign: Mark | None, plain: str, opened: list[Pair]) -> Token:
    if sign is None:
        return Token(plain)
    if sign.kind is not MarkKind.PROTECTED:
        return Token("\n")
    values = dict(sign.attributes)
    key, part = key_of(sign), values.get("part")
    if not key[0]:
        return Token(values.get(LITERAL, ""))
    if part == "start":
        opened.append(Pair(key))
        return Token(pair=opened[-1], opens=True)
    if part == "end":
        pair = next((pair for pair in reversed(opened) if pair.key == key), Pair(key))
        if pair in opened:
            opened.remove(pair)
        return Token(pair=pair)
    return Token(key=key)


def nested(found: list[Token]) -> list[Token]:
    """The same pieces; of the pairs in them it is known now whether they nest."""
    stack = list[Pair]()
    halves = Counter(token.pair for token in found)
    for token in found:
        pair = token.pair
        if pair is None:
            continue
        pair.whole = halves[pair] == 2
        if token.opens:
            stack.append(pair)
        elif pair in stack:
            pair.nested = True
            del stack[stack.index(pair) :]  # what was opened inside it and is still open crosses it
    return found
