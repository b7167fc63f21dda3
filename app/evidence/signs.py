"""Signs that are no words of a story: the gaps of a template and the signs of markup languages."""

import re
from collections.abc import Iterator
from functools import lru_cache

from app.model import Span

_GAPS = {
    "braces": r"\{\{[^{}]{0,60}\}\}|\{%[^%]{0,60}%\}|\{#[^#]{0,60}#\}|[$#]\{[^{}]{1,60}\}|\{\d{0,2}\}|(?<!\\)\{[A-ZÄÖÜa-z_][A-ZÄÖÜa-z_.]{1,30}\}",
    "dollars": r"\$[A-Za-z_]{3,30}\$",
    "percent signs": r"%\([a-z_]{1,30}\)[sd]|(?<![\d\w%])(?<!\d\s)%(?:\d\$)?[sdif]\b|%%?[A-Z_]{3,30}%%?|%%[A-Za-z_]{2,30}%%",
    "angles": r"<\|[^|<>]{1,40}\|>|</?[A-ZÄÖÜ][A-ZÄÖÜ_ -]{2,40}\d{0,3}>|<<[^<>]{1,40}>>|<(?=[^\s<>])[^<>=\"/]*\s[^<>=\"/]*[^\s<>]>"
    r"|<(?:name|datum|date|ort|place|city|stadt|titel|title|autor|author|text|zitat|quote|source|target)>",
    "brackets": r"\[\[[^\[\]]{1,60}\]\]|⟦[^⟦⟧]{1,40}⟧",
    "underlines": r"(?<!\w)_{2,}[A-Z][A-Z0-9_]*?_{2,}|(?<!\w)_{3,}(?!\w)",
    "other signs": r"@@\w{2,30}@@|@[A-Z_]{3,30}@|#[A-Z][A-Z_]{2,30}#|#(?:REF|NAME|VALUE|N/A)[!?]?|(?<=\s)\?{3,}(?=\s|$)|\?{4,}",
}
"""Forms of gaps that are made of signs."""

_GAP_SIGNS = frozenset("{$%<[⟦_@#?")
_GAP = re.compile("|".join(_GAPS.values()))
_FILLER = re.compile(
    r"\b(?:TODO|FIXME|TBD|TBC|TKTK)\b(?::?(?:\s+[^\s.,;:!?“”\"]+){0,4})?|(?<![\w-])(?:XX|[Xx]{3,})(?![\w-]|\.\s+[A-ZÄÖÜ])"
    r"|^\W*(?:Blindtext|Mustertext|Beispieltext|Dummytext|[Dd]ummy text|[Ss]ample text|[Pp]latzhalter|[Pp]laceholder)\b(?:\W+\w+){0,3}\W*$"
    r"|\b[Hh]ier\s+(?:steht|kommt|folgt|fehlt)\s+(?:noch\s+)?(?:der|die|das|ein\w*)\s+(?:Teaser|Text|Titel|Überschrift|Vorspann|Bild|Foto|Zitat|Name|Link)\w*\W*$"
    r"|^\W*TK\W*$|\b[Ll]orem\s+ipsum\b[^.“”\"]*\.?|\bdolor\s+sit\s+amet\b[^.“”\"]*\.?|\[object Object\]|\bundefined\b(?=\W*$)"
)
"""Words that hold a place, and notes to oneself."""

_FILLER_HINTS = (
    "TODO",
    "FIXME",
    "TBD",
    "TBC",
    "TK",
    "XX",
    "xxx",
    "text",
    "latzhalter",
    "laceholder",
    "ier ",
    "orem ipsum",
    "dolor",
    "object",
    "undefined",
)

_BRACKET = re.compile(
    r"\[([^\[\]]{1,60})\](?!\()|\((?:insert|add|bitte einfügen|hier einfügen|name einfügen|datum einfügen)[^()]{0,40}\)", re.IGNORECASE
)
_INSERT = re.compile(
    r"\b(?:insert|link to|see|siehe|placeholder|missing|add\b.*\bhere|here|tbd|tbc|to be|your|translat\w+|untranslated|redacted|fill|einfüg\w*|einsetz\w*|ergänz\w*|"
    r"platzhalter|fehlt|hier|ihr\b|nachtragen|prüfen|check|folgt|übersetz\w*|unübersetzt|eintragen|xx+)\b",
    re.IGNORECASE,
)
_GENERIC = frozenset(
    """name names vorname nachname surname firstname lastname date datum time uhrzeit zeit place ort city stadt country land company firma
    unternehmen number nummer zahl amount betrag title titel headline überschrift author autor autorin source quelle link url image bild foto photo
    picture video caption bildunterschrift text zitat quote location organization organisation person address adresse email phone telefon
    logo figure grafik graphic table tabelle month monat year jahr day tag percent prozent value wert byline ad anzeige embed tweet player position untertitel unterzeile teaser vorspann dachzeile zwischentitel deck kicker code
    role job age alter product produkt event section content inhalt""".split()
)
ELLIPSIS = frozenset({"...", "…", ". . ."})


_WRAPPED = {
    "bold": re.compile(r"\*\*\*?(?=[^\s*])[^*\n]{1,400}?\*\*\*?|(?<!\w)__(?=[^\s_])[^_\n]*[a-zäöüß][^_\n]*__(?!\w)"),
    "tag pair": re.compile(r"<([a-z][a-z0-9]{0,14})(?:\s[^<>]*)?>[^<>]{1,400}</\1\s*>", re.IGNORECASE),
    "link": re.compile(r"!?\[[^\[\]]{0,200}\]\((?:[^()\s]|\([^()]*\)){2,300}\)"),
    "code": re.compile(r"(?<!`)`[^`\n]{1,80}`(?!`)"),
    "emphasis by underlines": re.compile(r"(?<![\w_])_(?=[^\s_])[^_\n]{1,200}?[^\s_]_(?![\w_])"),
    "emphasis": re.compile(r"(?<![\w*])\*(?=[^\s*])[^*\n]{1,200}?[^\s*]\*(?![\w*])"),
}
"""Signs at both ends of the words they mark."""

_BARE = {
    "fence": re.compile(r"(?:`{3,}|~{3,})[a-z]{0,10}(?:.*(?:`{3,}|~{3,}))?"),
    "tag": re.compile(
        r"</?(?:[a-z][a-z0-9]{0,14}|[a-z]+[:_-][a-z_-]{1,20})(?:\s+[\w:-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*/?>|<!--.*?-->|<!\[CDATA\[|\]\]>",
        re.IGNORECASE,
    ),
    "entity": re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,6});"),
    "escape": re.compile(r"\\(?:[nrt](?![\w\\])|n(?=[A-ZÄÖÜ])|\"|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2})"),
    "data": re.compile(r"^\s*[\[{]\s*\"[\w -]{1,40}\"\s*:\s*[\"\[{]?|[\"\]]\s*[}\]]+\s*[,;]?\s*$|^\s*[{}\[\]]+[,;]?\s*$"),
    "heading": re.compile(r"^\s*#{1,6}\s+(?=\S)"),
    "block quote": re.compile(r"^\s*>+\s+(?=\S)|(?<=[.!?“”\"])\s>\s(?=[*A-ZÄÖÜ])"),
    "rule": re.compile(r"^\s*(?:-{3,}|\*{3,}|_{3,}|={3,}|(?:[-*_]\s){2,}[-*_])\s*$"),
    "stray asterisks": re.compile(r"\*\*(?!\*)"),
    "code of a board": re.compile(
        r"\[/?(?:b|i|u|s|url|img|quote|code|caption|gallery|embed|video|size|color)(?:[ =][^\[\]]*)?\]", re.IGNORECASE
    ),
    "table": re.compile(r"^\s*\|.*\|\s*$|^\s*\|?(?:\s*:?-{3,}:?\s*\|)+"),
    "bullet": re.compile(r"^\s*[*+]\s+(?=\S)"),
}
"""Signs that stand alone."""

PATTERNS = _WRAPPED | _BARE
"""All signs of markup by name."""

_MARKUP_SIGNS = frozenset("*_`~<>&\\[]{}#|")
_FIRST_SIGNS = frozenset({"-", "=", "+"})

MOSTLY = 0.6
"""The share of a text that signs must cover to leave no words worth reading."""


def gaps(text: str) -> Iterator[Span]:
    """Where a template has a gap; brackets only when what they hold names a kind of thing or asks to insert one."""
    if any(map(text.__contains__, _FILLER_HINTS)):
        yield from (Span(m.start(), m.end()) for m in _FILLER.finditer(text))
    if not _GAP_SIGNS.isdisjoint(text):
        yield from (Span(m.start(), m.end()) for m in _GAP.finditer(text))
    if "[" in text or "(" in text:
        yield from (Span(m.start(), m.end()) for m in _BRACKET.finditer(text) if _names_a_kind(m.group()[1:-1]))


def _names_a_kind(inside: str) -> bool:
    words = re.findall(r"[^\W\d_]+", inside.lower())
    if not words:
        return inside.strip() in ELLIPSIS
    if inside.isupper() and (len(words) > 1 or len(words[0]) > 4):
        return True
    return all(word in _GENERIC for word in words) or (len(words) <= 6 and bool(_INSERT.search(inside)))


def markup_signs(text: str) -> Iterator[tuple[str, Span, bool]]:
    """The name of each sign, where it stands, and whether it goes together with the words inside."""
    if _MARKUP_SIGNS.isdisjoint(text) and text.lstrip()[:1] not in _FIRST_SIGNS:
        return
    taken: list[Span] = []
    for patterns, wraps in ((_WRAPPED, True), (_BARE, False)):
        for name, pattern in patterns.items():
            for match in pattern.finditer(text):
                span = Span(match.start() + len(match.group()) - len(match.group().lstrip()), match.start() + len(match.group().rstrip()))
                if span.length and not any(span.overlap(other) for other in taken):
                    taken.append(span)
                    yield name, span, wraps


@lru_cache(maxsize=8192)
def is_only_signs(text: str) -> bool:
    """Whether a text is mostly gaps and markup, without words of its own."""
    covered = [span for _, span, wraps in markup_signs(text) if not wraps] + list(gaps(text))
    return bool(covered) and sum(span.length for span in covered) >= MOSTLY * len(text.strip())
