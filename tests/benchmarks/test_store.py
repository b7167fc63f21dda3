"""How long saving a step takes, and opening a project with many rows."""

from itertools import count

import pytest

from app.article import Log, Project
from app.model import Block, BlockKind, BlockStart, Document, Span, State, Text, Unit
from app.store import Original, Store

ROWS = 100_000


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """A project of many rows."""
    plain, spans = "", []
    lines = [f"Zeile {number} einer langen Geschichte, die nie aufhört und in der doch wenig geschieht." for number in range(ROWS)]
    at = 0
    for line in lines:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 2
    plain = "\n\n".join(lines)
    blocks = tuple(Block(BlockKind.PARAGRAPH, span) for span in spans)
    source, target = Document("en", "txt", Text(plain), blocks), Document("de", "txt", Text(plain), blocks)
    start = BlockStart(BlockKind.PARAGRAPH)
    units = tuple(Unit(n, span, span, Text(span.of(plain)), start, State.TRANSLATED) for n, span in enumerate(spans, 1))
    project = Project(Log(who="Ida"))
    _, step = project.add("Lang", source, target, units)
    store = Store.create(tmp_path_factory.mktemp("store") / "long.gegenlesen")
    store.add(step, Original(source, "en.txt", b""), Original(target, "de.txt", b""), units)
    store.close()
    return store.path


def test_open_100_000_rows(benchmark, file):
    """Every row and step is checked on the way."""

    def reopen():
        store, _ = Store.open(file)
        store.close()

    benchmark.pedantic(reopen, rounds=3)


def test_save_a_step(benchmark, file):
    """One corrected row among 100,000, on the disk."""
    store, project = Store.open(file)
    article, number = project.article(1), count()

    def correct():
        return (article.edit(ROWS // 2, f"Etwas anderes, {next(number)}."),), {}

    benchmark.pedantic(store.record, setup=correct, rounds=300)
    store.close()


def test_save_a_draft(benchmark, file):
    """What is being typed, on the disk."""
    store, _ = Store.open(file)
    number = count()
    benchmark(lambda: store.draft(1, 7, f"Etwas {next(number)}"))
    store.close()
