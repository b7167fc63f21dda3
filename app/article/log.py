"""The project-wide log of steps, and what it says about undo and redo."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from app.model import Splice, Step


def utc_now() -> str:
    """Now, as steps write it: UTC in ISO 8601 to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


CLOSING = frozenset({"recover", "sign"})
"""The steps that cannot be undone, nor anything before them."""


PURGED = "purged"
"""What is left of a step of an article that was purged: its number, so that the history has no gap."""


NOTED = "noted"
"""A step that only keeps what was learnt, such as the answer of a service: there is nothing to undo about it."""


class Log:
    """All steps of a project, oldest first; append-only.

    `who` is stamped on every new step. Undo and redo are steps too: which step can be undone next is derived from the log,
    separately for each article and for the project itself (article None). A ``recover`` step closes what was before it: the
    history of a damaged file has gaps across which nothing can be undone. So does ``sign``: a signature is not taken back.
    """

    def __init__(self, steps: Iterable[Step] = (), who: str = "", clock: Callable[[], str] = utc_now) -> None:
        """Continue a log; `clock` says what time it is."""
        self.steps: list[Step] = []
        self.who = who
        self._clock = clock
        self._moment: str | None = None
        self._done: defaultdict[int | None, list[Step]] = defaultdict(list)
        self._undone: defaultdict[int | None, list[Step]] = defaultdict(list)
        for step in steps:
            self._append(step)

    def restate(self, log: "Log") -> None:
        """Hold what another log holds: for an article that was purged from every step."""
        self.steps, self._done, self._undone = log.steps, log._done, log._undone  # noqa: SLF001 - one of its own kind

    @property
    def revision(self) -> int:
        """The revision of the last step; 0 for an empty log."""
        return self.steps[-1].revision if self.steps else 0

    @contextmanager
    def signed(self, who: str, when: str | None = None) -> Iterator[None]:
        """Meanwhile, sign steps with another name, and with the moment at which that person made them if it is known."""
        usual, self.who, self._moment = self.who, who, when
        try:
            yield
        finally:
            self.who, self._moment = usual, None

    def write(self, article: int | None, op: str, splices: tuple[Splice, ...], refers: int | None = None) -> Step:
        """Append a step and return it."""
        step = Step(self.revision + 1, article, op, self._moment or self._clock(), self.who, splices, refers)
        self._append(step)
        return step

    def undoable(self, article: int | None) -> Step | None:
        """The step that undo would take back."""
        return self._done[article][-1] if self._done[article] else None

    def redoable(self, article: int | None) -> Step | None:
        """The step that redo would repeat."""
        return self._undone[article][-1] if self._undone[article] else None

    def of(self, article: int | None) -> list[Step]:
        """The steps of one article, or of the project itself."""
        return [step for step in self.steps if step.article == article]

    def _append(self, step: Step) -> None:
        done, undone = self._done[step.article], self._undone[step.article]
        if step.op == "undo":
            undone.extend(done[-1:])
            del done[-1:]
        elif step.op == "redo":
            done.extend(undone[-1:])
            del undone[-1:]
        elif step.op in {PURGED, NOTED}:
            pass
        elif step.op in CLOSING:
            done.clear()
            undone.clear()
        else:
            done.append(step)
            undone.clear()
        self.steps.append(step)
