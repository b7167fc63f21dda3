"""Signs of a markup language that stand in the text as characters."""

import re
from collections.abc import Iterable, Iterator

from app.checks.check import Check, Hit, example
from app.checks.passage import deletion, removal, shortened
from app.evidence.pieces import Piece
from app.evidence.signs import PATTERNS, markup_signs
from app.evidence.story import Row, Story
from app.i18n import N_, Message
from app.model import Category, Edit, Fix, Place, Severity, Side, Span
from app.style import Profile


def _look(story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    text = row.target.plain
    signs = list(markup_signs(text))
    source = " ".join(other.source.plain for other in story.around(row)) if signs else ""
    found = [(name, span, whole) for name, span, whole in signs if not _in_source(source, name, span.of(text))]
    if found:
        yield _hit(row, found)


def _in_source(source: str, name: str, token: str) -> bool:
    """Whether the source has the sign: the same characters, or one of its kind."""
    return token in source or PATTERNS[name].search(source) is not None or (name == "fence" and "`" in source)


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
    why=N_("They show in print and may break a web page."),
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
