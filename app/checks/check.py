"""What a check is: a value with a function, its own documentation and its own proof."""

from collections.abc import Callable, Iterable
from itertools import chain, repeat

from msgspec import Struct

from app.evidence.story import Row, Story
from app.i18n import Message
from app.model import Category, Fix, Place, Severity
from app.style import Profile


class Example(Struct, frozen=True):
    """Rows of (source, translation) that a check flags or passes; each is a paragraph, "" stands for nothing opposite."""

    rows: tuple[tuple[str, str], ...]


def example(*rows: tuple[str, str]) -> Example:
    """An `Example` of these rows."""
    return Example(rows)


class Hit(Struct, frozen=True):
    """What a check's function returns; `run` makes it a Finding. None means: as the check has it."""

    places: tuple[Place, ...]
    message: Message
    severity: Severity | None = None
    confidence: float | None = None
    fixes: tuple[Fix, ...] = ()
    check: str | None = None


RowFunction = Callable[[Story, Row, Profile], Iterable[Hit]]
StoryFunction = Callable[[Story, Profile], Iterable[Hit]]


class Check(Struct, frozen=True, kw_only=True):
    """One check.

    Exactly one of `of_row` (looks at one row and its neighbours, rerun while typing) and `of_story` (needs the whole
    article) is set. `title`, `what` and `why` are marked for translation; `silence` says how to keep it quiet where it is
    wrong. Every check proves itself: all of `flags` are found by it, none of `passes`.
    """

    id: str
    title: str
    category: Category
    severity: Severity
    what: str
    why: str
    flags: tuple[Example, ...]
    passes: tuple[Example, ...]
    of_row: RowFunction | None = None
    of_story: StoryFunction | None = None
    confidence: float = 0.9
    silence: str
    profile: Profile = Profile()
    """What the desk must have decided for the examples to hold (a termbase, a house style)."""

    def look(self, story: Story, profile: Profile, rows: Iterable[Row] | None = None) -> Iterable[Hit]:
        """All hits in the story; with `rows`, those of a row check in these rows only."""
        if self.of_row is not None:
            return chain.from_iterable(map(self.of_row, repeat(story), story.rows if rows is None else rows, repeat(profile)))
        return self.of_story(story, profile) if self.of_story is not None and rows is None else ()
