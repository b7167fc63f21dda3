"""Codes: none of the source is missing from the translation, neither among words nor around them, and none stands there too many."""

from collections import Counter
from collections.abc import Iterable, Iterator

from app.checks.check import Check, Hit, example
from app.evidence.story import Row, Story
from app.i18n import N_, Message
from app.model import OBJECT, Category, Edit, Fix, Mark, MarkKind, Severity, Side, Span, Text
from app.style import Profile

QUIET = frozenset({"span", "font", "looks", "a", "time", "data", "bdi", "small"})
"""Codes around words that say nothing to a reader."""
KINDS = frozenset({MarkKind.PROTECTED, MarkKind.PAIRED})
UNMARKED = 0.4
"""How sure a missing code is where the whole translation has none: its format may know no codes."""
INSERT = N_("Insert the code")
REMOVE = N_("Remove the code")


def _look(story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    if not row.target.plain or not (row.source.marks or row.target.marks):
        return
    for mark in _surplus(story, row, Side.SOURCE):
        coded = _is_coded(story, Side.TARGET)
        if coded or mark.kind is MarkKind.PROTECTED:
            yield _hit(row, mark, None if coded else UNMARKED)
    for mark in _surplus(story, row, Side.TARGET) if row.source.plain else ():
        if mark.kind is MarkKind.PROTECTED:
            yield _extra(row, mark, None if _is_coded(story, Side.SOURCE) else UNMARKED)


def _surplus(story: Story, row: Row, side: Side) -> Iterator[Mark]:
    """The codes of one side of a row that the other side does not have, here or in the rows beside it."""
    mine = _codes(row.text(side))
    other = Side.TARGET if side is Side.SOURCE else Side.SOURCE
    around = story.around(row) if mine else ()
    near = Counter(_name(mark) for beside in around for mark in _codes(beside.text(other)))
    near.subtract(_name(mark) for beside in around if beside is not row for mark in _codes(beside.text(side)))
    for mark in mine:
        name = _name(mark)
        near[name] -= 1
        if near[name] < 0:
            yield mark


def _extra(row: Row, mark: Mark, confidence: float | None) -> Hit:
    shown = dict(mark.attributes).get("shows") or dict(mark.attributes)["code"]
    message = Message(N_("The code “{code}” is one too many in the translation."), {"code": shown})
    fix = Fix(Message(REMOVE), (Edit(row.unit, mark.span, ""),))
    return Hit((row.place(Side.TARGET, mark.span.start, mark.span.end), row.place(Side.SOURCE)), message, None, confidence, (fix,))


def _hit(row: Row, mark: Mark, confidence: float | None) -> Hit:
    places = row.place(Side.SOURCE, mark.span.start, mark.span.end), row.place(Side.TARGET)
    if mark.kind is MarkKind.PAIRED:
        said = {"words": mark.span.of(row.source.plain), "code": dict(mark.attributes)["code"]}
        return Hit(
            places, Message(N_("“{words}” is set apart in the source ({code}), and nothing is in the translation."), said), None, confidence
        )
    at = _place(row, mark)
    fix = Fix(Message(INSERT), (Edit(row.unit, Span(at, at), OBJECT),))
    shown = dict(mark.attributes).get("shows") or dict(mark.attributes)["code"]
    return Hit(places, Message(N_("The code “{code}” is missing from the translation."), {"code": shown}), None, confidence, (fix,))


def _place(row: Row, mark: Mark) -> int:
    """Where in the translation a code belongs: as far from its beginning as in the source, at the end of a word."""
    source, target = row.source.plain, row.target.plain
    if mark.span.start == 0:
        return 0
    at = round(mark.span.start / (len(source) - 1) * len(target)) if mark.span.end < len(source) else len(target)
    while at < len(target) and target[at].isalnum():
        at += 1
    return at


def _is_coded(story: Story, side: Side) -> bool:
    """Whether one side has any code."""
    known: dict[Side, bool] = story.__dict__.setdefault("_coded", {})
    if side not in known:
        known[side] = any(_codes(row.text(side)) for row in story.rows)
    return known[side]


def _codes(text: Text) -> list[Mark]:
    """The codes of a text in order; of one that is two signs, the first."""
    return sorted((mark for mark in text.marks if mark.kind in KINDS and _counts(dict(mark.attributes))), key=lambda mark: mark.span)


def _counts(attributes: dict[str, str]) -> bool:
    return attributes.get("code", "span") not in QUIET and attributes.get("part") != "end"


def _name(mark: Mark) -> tuple[str, str]:
    """What a code is called; in a file that numbers its codes, with its number."""
    values = dict(mark.attributes)
    return values["code"], values.get("id", "")


CODES = Check(
    id="markup.code",
    title=N_("Codes"),
    category=Category.MARKUP,
    severity=Severity.MINOR,
    what=N_(
        "A footnote’s sign, a field, a formula or a picture among the words of the source, or words set apart there, which the translation lacks; and a sign that only the translation has."
    ),
    why=N_("Something that a reader sees is gone, and nobody notices in the text alone."),
    silence=N_("Make it a hint where the translation is set without notes and formulas."),
    confidence=0.8,
    flags=(
        example(
            ("The bridge⟦|note⟧ is old.", "Die Brücke ist alt."),
            ("It was built in 1902⟦|note⟧.", "Sie wurde 1902⟦|note⟧ gebaut."),
            ("The tower is new.", "Der Turm ist neu."),
        ),
        example(
            ("It emits CO⟦2|sub⟧ all day.", "Es stößt den ganzen Tag CO2 aus."),
            ("The tower is new.", "Der Turm ist neu."),
            ("An area of 12 m⟦2|sup⟧.", "Eine Fläche von 12 m⟦2|sup⟧."),
        ),
        example(("Two signs⟦|note⟧ stand here⟦|field⟧.", "Zwei Zeichen⟦|note⟧ stehen hier.")),
        example(("The bridge⟦|note⟧ is old.", "Die Brücke⟦|note⟧ ist alt⟦|note⟧."), ("It is long.", "Sie ist lang.")),
        example(("⟦|icon⟧ The market opens.", "Der Markt öffnet."), ("See below⟦|note⟧.", "Siehe unten⟦|note⟧.")),
    ),
    passes=(
        example(("The bridge⟦|note⟧ is old.", "Die Brücke⟦|note⟧ ist alt."), ("CO⟦2|sub⟧ rises.", "CO⟦2|sub⟧ steigt.")),
        example(("The bridge⟦|note⟧ is old.", "Die Brücke ist alt."), ("It is long.", "Sie ist lang⟦|note⟧.")),
        example(("It emits CO⟦2|sub⟧ all day.", "Es stößt den ganzen Tag CO2 aus.")),
        example(("It rained.", "Es regnete⟦|note⟧.")),
        example(("A ⟦red|span⟧ roof, see note⟦|note⟧.", "Ein rotes Dach, siehe Anmerkung⟦|note⟧.")),
    ),
    of_row=_look,
)

CHECKS = (CODES,)
