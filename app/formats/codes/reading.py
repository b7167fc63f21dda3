"""Inline elements of XLIFF and TMX to texts with marks and protected codes."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Protocol

from lxml import etree

from app.formats.coded import LITERAL, Coding
from app.formats.nodes import local
from app.model import Attributes, MarkKind, Text

PAIRED = frozenset({"pc", "g", "mrk", "hi"})
"""Elements around text; all others are one code, whatever they hold."""
WRAPPED = re.compile(r"[ \t]*\n[ \t\n]*")

Key = tuple[str, str, str]
"""What tells a code from the others of its segment: the element's name, its id, its number among those of this name and id."""


class Meaning(Protocol):
    """What a paired element says about the words inside, where a reader sees it; None for any other."""

    def __call__(self, element: etree._Element) -> tuple[MarkKind, Attributes] | None:
        """Look at one element."""


def keyed(element: etree._Element) -> Iterator[tuple[Key, etree._Element]]:
    """The codes inside an element with their keys, in order; what a code holds is its own business."""
    seen = Counter[tuple[str, str]]()
    walk = etree.iterwalk(element, events=("start",))
    for _event, inner in walk:
        if inner is element:
            continue
        name = (
            local(inner),
            inner.get("id") or inner.get("x") or inner.get("i") or inner.get("startRef") or inner.get("rid") or inner.get("mid") or "",
        )
        yield (*name, str(seen[name]) if seen[name] else ""), inner
        seen[name] += 1
        if name[0] not in PAIRED:
            walk.skip_subtree()


def text_of(element: etree._Element, meaning: Meaning, *, preserve: bool = True) -> Text:
    """What stands in a source or a target; unless `preserve`, a wrapped line is a space."""
    coding, keys = Coding(), {inner: key for key, inner in keyed(element)}
    opened: list[tuple[int, tuple[MarkKind, Attributes] | None]] = []
    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))

    def add(raw: str | None) -> None:
        coding.add((raw or "") if preserve else WRAPPED.sub(" ", raw or ""))

    for event, inner in walk:
        if inner is element:
            if event == "start":
                add(inner.text)
        elif event == "start" and local(inner) in PAIRED:
            kind = meaning(inner) if len(inner) or inner.text else None
            opened.append((coding.length, kind))
            if kind is None:
                coding.code((*_named(keys[inner]), ("part", "start")))
            add(inner.text)
        elif event == "start":
            _single(coding, keys[inner], inner)
            walk.skip_subtree()
        else:
            if event == "end" and local(inner) in PAIRED:
                _close(coding, keys[inner], *opened.pop())
            add(inner.tail)
    return coding.text


def _named(key: Key) -> Attributes:
    return tuple((name, value) for name, value in zip(("code", "id", "number"), key, strict=True) if value)


def _single(coding: Coding, key: Key, element: etree._Element) -> None:
    if key[0] == "cp":
        coding.code((*_named(key), (LITERAL, chr(int(element.get("hex", "FFFD"), 16)))))
    else:
        shown = element.get("equiv") or element.get("equiv-text") or element.get("disp") or ""
        coding.code((*_named(key), ("shows", shown)) if shown else _named(key))


def _close(coding: Coding, key: Key, start: int, kind: tuple[MarkKind, Attributes] | None) -> None:
    if kind is None or coding.length == start:
        coding.code((*_named(key), ("part", "end")))
    else:
        coding.cover(start, kind[0], (*kind[1], *_named(key)))
