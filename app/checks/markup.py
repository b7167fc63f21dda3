"""Signs of a markup language that stand in the text as characters."""

import re
from collections.abc import Iterable, Iterator

from app.checks.check import Check, Hit, example
from app.checks.passage import deletion, removal, shortened
from app.evidence.passages import Piece
from app.evidence.story import Row, Story
from app.i18n import N_, Message
from app.model import Category, Edit, Fix, Place, Severity, Side, Span
from app.style import Profile

_WRAPPED = {
    "bold": re.compile(r"\*\*\*?(?=[^\s*])[^*\n]{1,400}?\*\*\*?|(?<!\w)__(?=[^\s_])[^_\n]*[a-zäöüß][^_\n]*__(?!\w)"),
    "tag pair": re.compile(r"<([a-z][a-z0-9]{0,14})(?:\s[^<>]*)?>[^<>]{1,400}</\1\s*>", re.IGNORECASE),
    "link": re.compile(r"!?\[[^\[\]]{0,200}\]\((?:[^()\s]|\([^()]*\)){2,300}\)"),
    "code": re.compile(r"(?<!`)`[^`\n]{1,80}`(?!`)"),
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

_SIGNS = frozenset('*_`~<&\\[{}]#>=|+-"')


def _look(story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    text = row.target.plain
    if not _SIGNS.intersection(text):
        return
    source = " ".join(other.source.plain for other in story.around(row))
    found = [(name, span, whole) for name, span, whole in _signs(text) if not _in_source(source, name, span.of(text))]
    if found:
        yield _hit(row, found)


def _signs(text: str) -> Iterator[tuple[str, Span, bool]]:
    """The name of each sign, where it stands, and whether it goes together with the words inside."""
    taken: list[Span] = []
    for patterns, wraps in ((_WRAPPED, True), (_BARE, False)):
        for name, pattern in patterns.items():
            for match in pattern.finditer(text):
                span = Span(match.start() + len(match.group()) - len(match.group().lstrip()), match.start() + len(match.group().rstrip()))
                if span.length and not any(span.overlap(other) for other in taken):
                    taken.append(span)
                    yield name, span, wraps


def _in_source(source: str, name: str, token: str) -> bool:
    """Whether the source has the sign: the same characters, or one of its kind."""
    pattern = _WRAPPED.get(name) or _BARE[name]
    return token in source or pattern.search(source) is not None or (name == "fence" and "`" in source)


def _hit(row: Row, found: list[tuple[str, Span, bool]]) -> Hit:
    text = row.target.plain
    if row.added or _fills(text, found):
        places: tuple[Place, ...] = (row.place(Side.TARGET),)
        fixes: tuple[Fix, ...] = (removal([Piece(row, Span(0, len(text)))]),) if row.added else ()
    else:
        places = tuple(row.place(Side.TARGET, span.start, span.end) for _, span, _ in found)
        fixes = ()
    if not row.added:
        fixes = (Fix(Message(REMOVE_SIGNS), tuple(edit for _, span, wraps in found for edit in _unmarked(row, span, wraps))),)
    token = shortened(found[0][1].of(text))
    severity = Severity.CRITICAL if row.added else None
    return Hit(places, Message(N_("“{token}” is markup that the source does not have."), {"token": token}), severity, None, fixes)


REMOVE_SIGNS = N_("Remove markup")


def _fills(text: str, found: list[tuple[str, Span, bool]]) -> bool:
    return sum(span.length for _, span, _ in found) >= 0.8 * len(text.strip())


def _unmarked(row: Row, span: Span, wraps: bool) -> Iterator[Edit]:
    """The edits that take the signs away and leave the words."""
    token = span.of(row.target.plain)
    inner = re.search(r"\[([^\[\]]*)\]\(|>([^<>]+)<|[*_`]+([^*_`]+)[*_`]+", token) if wraps else None
    if inner is None:
        yield deletion(row, span)
    else:
        yield Edit(row.unit, span, next(group for group in inner.groups() if group is not None))


MARKUP = Check(
    id="artefact.markup",
    title=N_("Markup in the text"),
    category=Category.MARKUP,
    severity=Severity.MAJOR,
    what=N_("Signs of Markdown, HTML, JSON or a forum that stand in the text as characters and are not in the source."),
    why=N_("They show in print, and on a page they may break it."),
    silence=N_("Dismiss it where a story shows code that its source only describes."),
    confidence=0.9,
    flags=(
        example(("", "```html"), ("The fair is open.", "Die Messe ist offen.")),
        example(("The fair is open.", "**Die Messe ist offen.**")),
        example(("Fair opens", "## Messe öffnet")),
        example(("The fair is open.", "Die Messe ist&nbsp;offen.</p>")),
        example(("The fair is open.", '{"text": "Die Messe ist offen.')),
        example(("The fair is open.", "Die [Messe](https://example.org/fair) ist offen.")),
    ),
    passes=(
        example(("The web began with tags such as <html>.", "Das Web begann mit Tags wie <html>.")),
        example(("Johnson & Sons; Q&A", "Johnson & Söhne; Q&A")),
        example(("It scored 5 * 4 points.", "Er machte 5 * 4 Punkte.")),
        example(("“What the f***,” he wrote.", "„Was zum f***“, schrieb er.")),
        example(("Code stands between three backticks (```).", "Code steht zwischen drei Backticks (```).")),
    ),
    of_row=_look,
)

CHECKS = (MARKUP,)
