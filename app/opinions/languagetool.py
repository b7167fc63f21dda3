"""LanguageTool, if the user runs a server: what it finds joins as hints, under the ids of its own rules."""

from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

import msgspec
from msgspec import Struct

from app.article import Article, story_of_article
from app.article.restraint import require_free
from app.checks import fingerprint
from app.errors import UNDECODABLE, Progress, no_progress
from app.evidence.story import Row, Story
from app.i18n import N_, Message
from app.model import Category, Edit, Finding, Fix, Place, Severity, Side, Span
from app.opinions.service import require
from app.safe.web import Answer, WebError, ask, host_of, on_this_computer

PORTION = 10_000
"""Code points asked about at once: a server answers that within a second or two."""

CONFIDENCE = 0.4
"""Below that of our own checks: half of what it says about news is not followed."""

MOST_FIXES = 3
GAP = "\n\n"
VARIETIES = {"de": "de-DE", "en": "en-US"}
"""The variety that is meant where none is said: without one, a server does not spell."""


class _Replacement(Struct):
    value: str


class _Rule(Struct):
    id: str
    issue: str = msgspec.field(name="issueType", default="uncategorized")


class _Match(Struct):
    """One match of the protocol's version 2; offset and length count UTF-16 units: https://languagetool.org/http-api/."""

    message: str
    offset: int
    length: int
    rule: _Rule
    replacements: list[_Replacement] = []


class _Matches(Struct):
    matches: list[_Match]


def proofread(article: Article, address: str, progress: Progress = no_progress) -> list[Finding]:
    """What the server at an address says about the translation.

    Raises UserError when the address is neither encrypted nor on this computer, when the server does not answer, and, for a
    server elsewhere, when the story is held or under embargo. `progress` may raise Cancelled between two questions.
    """
    if not on_this_computer(address):
        require_free(article)
    story = story_of_article(article)
    language = VARIETIES.get(story.target_language, story.target_language)
    portions = list(_portions([row for row in story.rows if row.target.plain]))
    found: list[Finding] = []
    for done, rows in enumerate(portions):
        progress(done, len(portions))
        found += _asked(story, rows, address, language)
    progress(len(portions), len(portions))
    return found


def _portions(rows: Sequence[Row]) -> Iterator[list[Row]]:
    portion: list[Row] = []
    for row in rows:
        if portion and sum(len(each.target.plain) for each in (*portion, row)) > PORTION:
            yield portion
            portion = []
        portion.append(row)
    if portion:
        yield portion


def _asked(story: Story, rows: list[Row], address: str, language: str) -> Iterator[Finding]:
    text = GAP.join(row.target.plain for row in rows)
    question = urlencode({"text": text, "language": language}).encode()
    answer = ask("POST", f"{address.rstrip('/')}/v2/check", data=question, headers={"Content-Type": "application/x-www-form-urlencoded"})
    units = text.encode("utf-16-le")
    for match in _read(require(answer)).matches:
        start = len(units[: 2 * match.offset].decode("utf-16-le", "replace"))
        length = len(units[2 * match.offset : 2 * (match.offset + match.length)].decode("utf-16-le", "replace"))
        place = _place(rows, start, start + length)
        if place is not None:
            yield _finding(story, match, place)


def _read(answer: Answer) -> _Matches:
    try:
        return msgspec.json.decode(answer.body, type=_Matches)
    except UNDECODABLE:
        raise WebError(N_("{host} is no LanguageTool server. Check the address in the settings."), host=host_of(answer.url)) from None


def _place(rows: list[Row], start: int, end: int) -> Place | None:
    """Where a stretch of the joined rows lies; None for one that is not inside a single row."""
    begins = 0
    for row in rows:
        ends = begins + len(row.target.plain)
        if begins <= start < end <= ends:
            return row.place(Side.TARGET, start - begins, end - begins)
        begins = ends + len(GAP)
    return None


def _finding(story: Story, match: _Match, place: Place) -> Finding:
    check = f"languagetool.{match.rule.id}"
    issue = match.rule.issue
    return Finding(
        check=check,
        category=Category(issue) if issue in {str(category) for category in Category} else Category.OTHER,
        severity=Severity.MINOR,
        confidence=CONFIDENCE,
        units=(place.unit,),
        places=(place,),
        message=Message(N_("LanguageTool: {message}"), {"message": match.message}),
        fixes=tuple(_fix(place, each.value) for each in match.replacements[:MOST_FIXES]),
        fingerprint=fingerprint(check, (place,), story),
    )


def _fix(place: Place, right: str) -> Fix:
    return Fix(Message(N_("Write “{right}”"), {"right": right}), (Edit(place.unit, Span(place.span.start, place.span.end), right),))
