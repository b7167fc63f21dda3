"""When inspection gets stricter, when it eases, and when it stops: the switching rules of ISO 2859-1."""

from collections.abc import Iterable

from app.quality.sampling.tables import Inspection

WINDOW, REJECTED = 5, 2
"""Normal becomes tightened when so many of the last five lots, or fewer, were rejected."""

ACCEPTED = 5
"""Tightened becomes normal again after so many accepted lots in a row."""

TOO_LONG = 5
"""Inspection stops when so many lots were rejected since it was tightened: the process has to be mended first."""


def inspection_after(lots: Iterable[bool]) -> Inspection:
    """How the next lot of a series is inspected after these, oldest first: True for an accepted one.

    A lot that was inspected after a stop says that the process was mended; it is read under tightened inspection, and
    rejected lots count anew.
    """
    now = Inspection.NORMAL
    since: list[bool] = []
    for accepted in lots:
        if now is Inspection.STOPPED:
            now, since = Inspection.TIGHTENED, []
        since.append(accepted)
        switched = _after(now, since)
        if switched is not now:
            now, since = switched, []
    return now


def _after(now: Inspection, since: list[bool]) -> Inspection:
    """What follows on the lots since the last switch."""
    if now is Inspection.NORMAL:
        return Inspection.TIGHTENED if since[-WINDOW:].count(False) >= REJECTED else now
    if since.count(False) >= TOO_LONG:
        return Inspection.STOPPED
    return Inspection.NORMAL if len(since) >= ACCEPTED and all(since[-ACCEPTED:]) else now
