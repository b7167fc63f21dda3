"""What is done with each pair, as it travels to another process or computer."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from msgspec import Struct

from app.i18n import speaking
from app.style import Profile


class Setting(Struct, frozen=True):
    """What all pairs of a batch share: where their paths begin, by which profile they are checked, in which language one says why."""

    folder: Path = Path()
    profile: Profile = Profile()
    language: str = "en"


class Task(Struct, frozen=True):
    """What is done with a line; `lost` says what comes back for one whose process ended, as it does without memory."""

    run: Callable[[str, Setting], Any]
    lost: Callable[[str], Any]


def work_off(task: Task, lines: Sequence[str], setting: Setting) -> list[Any]:
    """The results of some lines: what a process is asked for in one go."""
    with speaking(setting.language):
        return [task.run(line, setting) for line in lines]


def chunks(lines: Iterable[str], size: int) -> Iterator[tuple[str, ...]]:
    """The lines in runs of this size."""
    waiting = iter(lines)
    while chunk := tuple(islice(waiting, size)):
        yield chunk
