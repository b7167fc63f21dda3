"""The desk's own terms: read from TBX or a table, and found in a text whatever their inflection and in compounds."""

import csv
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from lxml import etree

from app.errors import UserError
from app.evidence.morphology import english_stems, german_stem
from app.i18n import N_
from app.model import Span
from app.safe.encoding import decoded
from app.safe.xml import parse_xml
from app.style import Term

WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
ALTERNATIVES = re.compile(r"\s*[|;]\s*")
SHORTEST_PART = 4
"""Letters a term must have to be looked for inside compounds: „Rat“ stands in too many words."""

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
FORBIDDEN = {"deprecatedterm-admn-sts", "supersededterm-admn-sts", "forbidden", "obsolete", "notrecommended"}
"""Values of administrativeStatus in TBX (ISO 30042) under which a term must not be used."""


def read_terms(data: bytes, name: str) -> tuple[Term, ...]:
    """The terms of a TBX file, or of a table (CSV or TSV) with the columns source, target and forbidden.

    Alternatives in a cell are set apart by | or ;. Raises UserError for a file that holds no terms.
    """
    terms = tuple(_tbx(data) if name.lower().endswith((".tbx", ".xml")) else _table(decoded(data).text))
    if not terms:
        raise UserError(
            N_("“{name}” holds no terms. Give a TBX file, or a table with the columns source, target and forbidden."), name=name
        )
    return terms


def _table(text: str) -> Iterator[Term]:
    lines = [line for line in text.splitlines() if line.strip()]
    first = lines[0] if lines else ""
    delimiter = "\t" if "\t" in first else ";" if first.count(";") > first.count(",") else ","
    for row in csv.reader(lines, delimiter=delimiter):
        source, target, forbidden = (cell.strip() for cell in (*row, "", "", "")[:3])
        if source.lower() in {"source", "english", "en", "englisch", "ausgangssprache"}:
            continue
        if source and (target or forbidden):
            yield Term(source, _alternatives(target), _alternatives(forbidden))


def _alternatives(cell: str) -> tuple[str, ...]:
    return tuple(part for part in ALTERNATIVES.split(cell) if part)


def _tbx(data: bytes) -> Iterator[Term]:
    root = parse_xml(data, doctype=True)
    for concept in root.iter("{*}termEntry", "{*}conceptEntry"):
        words: dict[str, list[tuple[str, bool]]] = {"en": [], "de": []}
        for part in concept.iter("{*}langSet", "{*}langSec"):
            words.get(part.get(XML_LANG, "")[:2].lower(), []).extend(_terms_of(part))
        allowed = tuple(word for word, bad in words["de"] if not bad)
        forbidden = tuple(word for word, bad in words["de"] if bad)
        yield from (Term(word, allowed, forbidden) for word, bad in words["en"] if not bad and (allowed or forbidden))


def _terms_of(part: etree._Element) -> Iterator[tuple[str, bool]]:
    for section in part.iter("{*}tig", "{*}ntig", "{*}termSec"):
        term = section.find(".//{*}term")
        notes = [note.text or "" for note in section.iter("{*}termNote") if note.get("type") == "administrativeStatus"]
        if term is not None and term.text and term.text.strip():
            yield term.text.strip(), any(note.lower() in FORBIDDEN for note in notes)


Wanted = tuple[frozenset[str], ...]
"""A term as it is looked for: what each of its words may be found by."""


def wanted(term: str, *, english: bool) -> Wanted:
    """What the words of a term are looked for by; nothing for a term without a letter or digit."""
    return tuple(stems_of(word, english=english) for word in WORD.findall(term))


@lru_cache(maxsize=256)
def words_of(text: str, *, english: bool) -> tuple[tuple[Span, frozenset[str]], ...]:
    """The words of a text, each with what it is found by."""
    return tuple((Span(*word.span()), stems_of(word.group(), english=english)) for word in WORD.finditer(text))


def begins(term: Wanted, words: Sequence[tuple[Span, frozenset[str]]], at: int, *, english: bool) -> bool:
    """Whether a term stands at the word of this number; capitals must agree where it is an abbreviation."""
    meets, there = _same if english else _same_or_part, words[at : at + len(term)]
    return len(there) == len(term) and all(meets(one, stems) for one, (_, stems) in zip(term, there, strict=True))


def found(term: str, text: str, language: str) -> list[Span]:
    """Where a term stands in a text of a language (BCP 47), inflected or not; in German also as a part of compounds."""
    english = language.startswith("en")
    looked_for, words = wanted(term, english=english), words_of(text, english=english)
    if not looked_for:
        return []
    return [
        Span(words[at][0].start, words[at + len(looked_for) - 1][0].end)
        for at in range(len(words))
        if begins(looked_for, words, at, english=english)
    ]


def _same(wanted: frozenset[str], stems: frozenset[str]) -> bool:
    return not wanted.isdisjoint(stems)


def _same_or_part(wanted: frozenset[str], stems: frozenset[str]) -> bool:
    if not wanted.isdisjoint(stems):
        return True
    return any(len(part) >= SHORTEST_PART and (stem.startswith(part) or stem.endswith(part)) for part in wanted for stem in stems)


@lru_cache(maxsize=50_000)
def stems_of(word: str, *, english: bool) -> frozenset[str]:
    """What a word of a term is looked for by; an abbreviation, as it is written."""
    if word.isupper():
        return frozenset({word})
    return frozenset(english_stems(word)) if english else frozenset({german_stem(word), word.casefold()})
