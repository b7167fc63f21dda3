"""A reviewer at work on a real project file, and what must be found in it after the worst has happened."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from msgspec import Struct

from app.article import Article, Log, Project
from app.model import RowSplice, Side, Step
from app.store import Original, Store
from app.store.verifying import verify
from tests.app.article.stories import act, document, sentence, story


class Draft(Struct):
    """What was typed in a row, saved after the step `revision`; the text begins with a number that grows."""

    revision: int
    row: tuple[int, int]
    text: str


def begin(path: Path, seed: int = 1) -> None:
    """Make a project of one article."""
    store = Store.create(path)
    take_in(store, Project(Log(who="Ida")), Random(seed))
    store.close()


def take_in(store: Store, project: Project, random: Random) -> Step:
    """Add an article to a project and save it."""
    source, target, units = story(random.randrange)
    _, step = project.add("Story", source, target, units)
    store.add(step, Original(source, "a.txt", b"a"), Original(target, "b.txt", b"b"), units)
    return step


def renew(store: Store, article: Article, random: Random) -> Step | None:
    """Lay the rows of an article over a new version of one of its texts, half of which stays; the step is still to be saved."""
    side = (Side.SOURCE, Side.TARGET)[random.randrange(2)]
    old = article.source if side is Side.SOURCE else article.target
    words = [[sentence(random.randrange)] if random.randrange(2) else [block.span.of(old.text.plain)] for block in old.blocks]
    new, _ = document(old.language, words, [block.kind for block in old.blocks], random.randrange)
    store.keep(Original(new, "new.txt", new.text.plain.encode()))
    return article.renew(side, new)


def changes(store: Store, project: Project, random: Random, told: Callable[[Step | Draft], None]) -> Iterator[None]:
    """Correct, type and now and then take in another article or a new version of one, for ever; `told` hears of every change that was acknowledged."""
    typed = max(map(_number, store.drafts().values()), default=0) + 1000  # more than any that was typed before and turned into text
    while True:
        article = random.choice(project.articles)
        kind = random.randrange(40)
        if kind == 0:
            told(take_in(store, project, random))
        elif kind == 1:
            step = renew(store, article, random)
            if step is not None:
                store.record(step)
                told(step)
        elif kind < 30:
            step = act(article, random.randrange)
            if step is None:
                continue
            store.record(step)
            told(step)
        else:
            typed += 1
            unit = random.choice(article.units).id
            draft = Draft(project.log.revision, (article.id, unit), f"{typed} {sentence(random.randrange)}")
            store.draft(*draft.row, draft.text)
            told(draft)
        yield


def lost(path: Path, acknowledged: list[Step | Draft]) -> list[str]:
    """What is wrong with a project file whose store had acknowledged these changes before it was cut off."""
    found = [str(damage.render()) for damage in verify(path)]
    store, project = Store.open(path)
    there = project.log.steps
    drafts = store.drafts()
    store.close()
    steps = [change for change in acknowledged if isinstance(change, Step)]
    found += [f"step {step.revision} is lost" for step in steps if there[step.revision - 1 : step.revision] != [step]]
    for row, text in _last_drafts(there, [change for change in acknowledged if isinstance(change, Draft)]).items():
        if _number(drafts.get(row, "0")) < _number(text):
            found.append(f"what was being typed in {row} is lost")
    return found


def _last_drafts(steps: list[Step], typed: list[Draft]) -> dict[tuple[int, int], str]:
    """The last draft of every row that no step touched after it."""
    expected = {draft.row: draft for draft in typed}
    for step in steps:
        for row in _rows(step):
            if row in expected and expected[row].revision < step.revision:
                del expected[row]
    return {row: draft.text for row, draft in expected.items()}


def _rows(step: Step) -> list[tuple[int, int]]:
    splices = [splice for splice in step.splices if isinstance(splice, RowSplice)]
    return [(step.article or 0, unit.id) for splice in splices for unit in splice.before]


def _number(text: str) -> int:
    return int(text.split(maxsplit=1)[0])
