"""How rows begin when others take their place: the story they make must stay as it is."""

from collections.abc import Sequence

from msgspec.structs import replace

from app.model import BlockStart, Joint, Opening, Unit


def held(units: Sequence[Unit]) -> BlockStart | None:
    """The block start that waits behind these rows for one that has text."""
    waiting = None
    for unit in units:
        waiting = unit.opening if isinstance(unit.opening, BlockStart) else waiting
        waiting = None if unit.exported else waiting
    return waiting


def fitted(before: Sequence[Unit], after: Sequence[Unit], follower: Unit | None) -> list[Unit]:
    """`after` in the place of `before`, with openings that leave the text around as it is.

    `follower` is the row behind them; it is among those returned, as the last, when it has to take over a block start.
    """
    result = _entered(list(after), _entry(before))
    if follower is None or isinstance(follower.opening, BlockStart):
        return result
    waiting = held(before)
    if waiting is None:
        return _without_starts(result, _behind_text(result), len(result))
    return result if held(result) == waiting else [*result, replace(follower, opening=waiting)]


def _entry(units: Sequence[Unit]) -> Opening | None:
    """How the first text of these rows begins, as the export sees it; None when no row has any."""
    start: BlockStart | None = None
    for unit in units:
        start = unit.opening if isinstance(unit.opening, BlockStart) else start
        if unit.exported:
            return start or unit.opening
    return None


def _entered(units: list[Unit], opening: Opening | None) -> list[Unit]:
    first = next((at for at, unit in enumerate(units) if unit.exported), None)
    if first is None or opening is None or _entry(units) == opening:
        return units
    units = _without_starts(units, 0, first)
    units[first] = replace(units[first], opening=opening)
    return units


def _behind_text(units: Sequence[Unit]) -> int:
    return max((at + 1 for at, unit in enumerate(units) if unit.exported), default=0)


def _without_starts(units: list[Unit], first: int, end: int) -> list[Unit]:
    """The rows from `first` to `end` joined to those before them."""
    joined = [replace(unit, opening=Joint()) if isinstance(unit.opening, BlockStart) else unit for unit in units[first:end]]
    return units[:first] + joined + units[end:]
