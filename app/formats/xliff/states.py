"""States of XLIFF, old and new, as the states of a row."""

from lxml import etree

from app.formats.format import Pair
from app.formats.rows import state_of
from app.model import State, Text

NEEDS_WORK = "gegenlesen:needs-work"
"""The subState of version 2 by which a row says that it needs work."""

ONE = {
    "new": State.INITIAL,
    "needs-translation": State.INITIAL,
    "translated": State.TRANSLATED,
    "needs-adaptation": State.TRANSLATED,
    "needs-l10n": State.TRANSLATED,
    "needs-review-translation": State.TRANSLATED,
    "needs-review-adaptation": State.TRANSLATED,
    "needs-review-l10n": State.TRANSLATED,
    "signed-off": State.REVIEWED,
    "final": State.FINAL,
}
"""What the states of version 1.2 say in those of version 2."""
TO_ONE = {State.INITIAL: "new", State.TRANSLATED: "translated", State.REVIEWED: "signed-off", State.FINAL: "final"}
REJECTED = "needs-translation"
"""The state of version 1.2 of a segment that has a translation which is no good."""

Attribute = tuple[str, str]


def of_two(segment: etree._Element, target: Text) -> tuple[State, bool]:
    """State of a segment of version 2, and whether it needs work."""
    named = next((state for state in State if state.value == segment.get("state")), None)
    return state_of(named, target), segment.get("subState") == NEEDS_WORK


def to_two(old: Pair, new: Pair) -> list[Attribute]:
    """The attributes of a segment of version 2 that change; a subState says nothing about another state."""
    if (old.state, old.needs_work) == (new.state, new.needs_work):
        return []
    return [("state", new.state.value), ("subState", NEEDS_WORK if new.needs_work else "")]


def of_one(unit: etree._Element, target: etree._Element | None, text: Text) -> tuple[State, bool]:
    """State of a unit of version 1.2, and whether it needs work."""
    said = "" if target is None else target.get("state", "")
    state = state_of(ONE.get(said), text)
    if unit.get("approved") == "yes" and state is State.TRANSLATED:
        state = State.REVIEWED
    return state, bool(text.plain) and said == REJECTED


def to_one(state: State, needs_work: bool) -> str:
    """The state of a target of version 1.2; ``x-`` states of others are gone once somebody says otherwise."""
    return REJECTED if needs_work else TO_ONE[state]
