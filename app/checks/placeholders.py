"""Gaps of a template that nobody filled."""

import re
from collections.abc import Iterable, Iterator

from app.checks.check import Check, Hit, example
from app.checks.passage import removal, shortened
from app.evidence.passages import Piece
from app.evidence.story import Row, Story
from app.i18n import N_, Message
from app.model import Category, Severity, Side, Span
from app.style import Profile

_GAP = re.compile(
    r"""\{\{[^{}]{0,60}\}\}|\{%[^%]{0,60}%\}|\{\#[^#]{0,60}\#\}|\$\{[^{}]{1,60}\}|\#\{[^{}]{1,60}\}
    |\$[A-Za-z_]{3,30}\$|%\([a-z_]{1,30}\)[sd]|(?<![\d\w%])(?<!\d\s)%(?:\d\$)?[sdif]\b|%[A-Z_]{3,30}%|%%[A-Za-z_]{2,30}%%
    |\{\d{0,2}\}|(?<!\\)\{[a-z_][A-Za-z_.]{1,30}\}|<\|[^|<>]{1,40}\|>|</?[A-ZÄÖÜ][A-ZÄÖÜ_\ -]{2,40}\d{0,3}>|<<[^<>]{1,40}>>
    |\[\[[^\[\]]{1,60}\]\]|⟦[^⟦⟧]{1,40}⟧|(?<!\w)_{2,}[A-Z][A-Z0-9_]*?_{2,}|@@\w{2,30}@@|@[A-Z_]{3,30}@|\#[A-Z][A-Z_]{2,30}\#
    |\b(?:TODO|FIXME|TBD|TBC|TKTK)\b(?::?(?:\s+[^\s.,;:!?“”"]+){0,4})?|(?<![\w-])[Xx]{3,}(?![\w-]|\.\s+[A-ZÄÖÜ])|(?<!\w)_{4,}(?!\w)|\?{4,}
    |\blorem\s+ipsum\b[^.]*\.?|\bdolor\s+sit\s+amet\b[^.]*\.?|\[object\ Object\]|\bundefined\b(?=\W*$)|\#(?:REF|NAME|VALUE|N/A)[!?]?
    |<(?:name|datum|date|ort|place|city|stadt|titel|title|autor|author|insert[^<>]{0,30}|hier[^<>]{0,30}|text|zitat|quote|source|target|your[^<>]{0,30}|ihr[^<>]{0,30})>""",
    re.VERBOSE,
)
_BRACKET = re.compile(
    r"\[([^\[\]]{1,60})\](?!\()|\((?:insert|add|bitte einfügen|hier einfügen|name einfügen|datum einfügen)[^()]{0,40}\)", re.IGNORECASE
)
_INSERT = re.compile(
    r"\b(?:insert|placeholder|missing|add\b.*\bhere|here|tbd|tbc|to be|your|translat\w+|untranslated|redacted|fill|einfüg\w*|einsetz\w*|ergänz\w*|"
    r"platzhalter|fehlt|hier|ihr\b|nachtragen|prüfen|check|folgt|übersetz\w*|unübersetzt|eintragen|xx+)\b",
    re.IGNORECASE,
)
_GENERIC = frozenset(
    """name names vorname nachname surname firstname lastname date datum time uhrzeit zeit place ort city stadt country land company firma
    unternehmen number nummer zahl amount betrag title titel headline überschrift author autor autorin source quelle link url image bild foto photo
    picture video caption bildunterschrift text zitat quote location organization organisation person address adresse email phone telefon
    logo figure grafik graphic table tabelle month monat year jahr day tag percent prozent value wert byline ad anzeige embed tweet player position
    role job age alter product produkt event section content inhalt""".split()
)
_ELLIPSIS = frozenset({"...", "…", ". . ."})


def _look(story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    if not row.target.plain:
        return
    source = " ".join(other.source.plain for other in story.around(row))
    for span in _gaps(row.target.plain):
        token = span.of(row.target.plain)
        if not _same_in(source, token):
            yield _hit(row, span)


def _gaps(text: str) -> Iterator[Span]:
    """Where a template has a gap; brackets only when what they hold names a kind of thing or asks to insert one."""
    yield from (Span(m.start(), m.end()) for m in _GAP.finditer(text))
    yield from (Span(m.start(), m.end()) for m in _BRACKET.finditer(text) if _names_a_kind(m.group()[1:-1]))


def _names_a_kind(inside: str) -> bool:
    words = re.findall(r"[^\W\d_]+", inside.lower())
    if not words:
        return inside.strip() in _ELLIPSIS
    if inside.isupper() and (len(words) > 1 or len(words[0]) > 4):
        return True
    return all(word in _GENERIC for word in words) or (len(words) <= 6 and bool(_INSERT.search(inside)))


def _same_in(source: str, token: str) -> bool:
    """Whether the source has this gap as well; for an omission in brackets any dots do, for the rest any gap of its form."""
    if token in source:
        return True
    if token[1:-1].strip() in _ELLIPSIS:
        return "…" in source or "..." in source or "[" in source
    return any(span.of(source)[0] == token[0] and token[0] in "{[<%$_#" for span in _gaps(source))


def _hit(row: Row, span: Span) -> Hit:
    token = span.of(row.target.plain)
    dots = token[1:-1].strip() in _ELLIPSIS
    place = row.place(Side.TARGET, span.start, span.end)
    return Hit(
        (place,),
        Message(N_("“{token}” is a gap that nobody filled."), {"token": shortened(token)}),
        Severity.MAJOR if dots else None,
        0.6 if dots else None,
        (removal([Piece(row, span)]),),
    )


PLACEHOLDER = Check(
    id="artefact.placeholder",
    title=N_("Unfilled placeholder"),
    category=Category.MARKUP,
    severity=Severity.CRITICAL,
    what=N_(
        "A gap of a template – in braces, brackets, percent signs, as filler text or a note to oneself – that the source does not have."
    ),
    why=N_("Something that should stand there is missing, and the reader sees the gap."),
    silence=N_("Dismiss it where a story shows a placeholder that its source only describes."),
    confidence=0.95,
    flags=(
        example(("Mayor Odile Brandt opened the fair.", "Bürgermeisterin {{mayor}} eröffnete die Messe.")),
        example(("Mayor Odile Brandt opened the fair.", "Bürgermeisterin [NAME EINFÜGEN] eröffnete die Messe.")),
        example(("The fair cost 3 million.", "Die Messe kostete %d Millionen.")),
        example(("The fair is open.", "Die Messe ist offen. TODO: Eintritt klären")),
        example(("The fair is open.", "Die Messe ist offen."), ("", "Lorem ipsum dolor sit amet.")),
        example(("Photographs were shown.", "Gezeigt wurden Bilder. [hier Foto einsetzen]")),
    ),
    passes=(
        example(("The letter began “Dear [NAME]”.", "Der Brief begann mit „Liebe(r) [NAME]“.")),
        example(("Use {{title}} in the template.", "Man schreibe {{title}} in die Vorlage.")),
        example(("“He [the mayor] knew.”", "„Er [der Bürgermeister] wusste es.“")),
        example(("Sales rose by 5 percent.", "Der Absatz stieg um 5 %.")),
        example(("It is pure chance, [sic] he wrote.", "Es ist reiner Zufall, [sic] schrieb er.")),
    ),
    of_row=_look,
)

CHECKS = (PLACEHOLDER,)
