"""Keys that a person gave to actions instead of the usual ones; they hold for the whole program, as its language does."""

from collections.abc import Iterable, Mapping

from PySide6.QtGui import QKeySequence

_chosen: dict[str, tuple[str, ...]] = {}


def use_keys(chosen: Mapping[str, tuple[str, ...]]) -> None:
    """Let actions have these keys from now on, by their ids, in Qt's portable spelling; no keys at all where it is empty."""
    _chosen.clear()
    _chosen.update(chosen)


def chosen_keys(action_id: str, usual: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of an action: those that were chosen, else the usual ones."""
    return _chosen.get(action_id, usual)


def typeable(chord: str) -> bool:
    """Whether a chord can be typed on every keyboard and takes nothing away from writing.

    Ctrl+Alt is AltGr on Windows, Alt with a digit types codes there, Shift with a digit or a sign is another character by
    layout, and a letter without Ctrl or Alt belongs to the text.
    """
    parts = chord.replace("++", "+Plus").split("+")
    held, last = set(parts[:-1]), parts[-1]
    if {"Ctrl", "Alt"} <= held or ("Alt" in held and last.isdigit()):
        return False
    if "Shift" in held and len(last) == 1 and not last.isalpha():
        return False
    return bool(held & {"Ctrl", "Alt", "Meta"}) or len(last) > 1


def spelled(keys: Iterable[str]) -> tuple[str, ...]:
    """The same keys in Qt's one portable spelling, so that they can be compared."""
    return tuple(QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText) for key in keys)
