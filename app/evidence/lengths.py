"""Feet and the inches right behind them: one length in two figures."""

from collections.abc import Iterable

from msgspec.structs import replace

from app.evidence.numbers import Quantity
from app.model import Span

_BETWEEN = frozenset({"", " ", "\xa0", ", ", " and "})


def with_inches(text: str, found: Iterable[Quantity]) -> list[Quantity]:
    """The numbers of an English text with 6ft 4in as one of them."""
    joined: list[Quantity] = []
    for quantity in found:
        before = joined[-1] if joined else None
        if before is not None and _continues(text, before, quantity):
            value = before.value + quantity.value / 12
            joined[-1] = replace(before, span=Span(before.span.start, _end(quantity)), values=(value,), unit_span=None)
        else:
            joined.append(quantity)
    return joined


def _continues(text: str, feet: Quantity, inches: Quantity) -> bool:
    if feet.unit is None or feet.unit.name != "foot" or inches.value >= 12 or text[_end(feet) : inches.span.start] not in _BETWEEN:
        return False
    glued = inches.unit is None and text[inches.span.end :].startswith(("in ", "in,", "in.", '"'))
    return glued or (inches.unit is not None and inches.unit.name == "inch")


def _end(quantity: Quantity) -> int:
    return quantity.unit_span.end if quantity.unit_span else quantity.span.end
