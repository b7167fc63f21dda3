"""Lines of a batch and things to do with them, in a module that other processes can load."""

import json
import os
import time
from pathlib import Path

from app.batch.task import Task
from tests.app.review.day import day


def lines(count):
    return [json.dumps({"id": piece.name, "source_text": piece.english, "target_text": piece.german}) for piece in day(count)]


def small(count):
    """Pairs of two short sentences, so that many take no time."""
    return [
        json.dumps({"id": number, "source_text": f"Gate {number} was closed.", "target_text": f"Tor {number} wurde geschlossen."})
        for number in range(count)
    ]


def _number(line, _setting):
    return int(json.loads(line)["id"])


def _deadly(line, setting):
    number = _number(line, setting)
    if number % 7 == 3:
        os._exit(9)
    return number


def _deadly_once(line, setting):
    """Ends its process the first time that it meets the fourth line."""
    trace = Path(setting.folder) / "met"
    if _number(line, setting) == 4 and not trace.exists():
        trace.touch()
        os._exit(9)
    return _number(line, setting)


def _slow(line, setting):
    time.sleep(0.01)
    return _number(line, setting)


def _lost(line):
    return ("lost", json.loads(line)["id"])


DEADLY, DEADLY_ONCE, SLOW = Task(_deadly, _lost), Task(_deadly_once, _lost), Task(_slow, _lost)
