"""How well and how fast sentences find each other on articles with gold, beside a peer that knows only lengths.

    pytest tests/benchmarks/test_alignment.py --benchmark-only --benchmark-columns=median --corpus articles.jsonl

A line of the corpus holds `source_text`, `target_text`, `source_sentences` and `target_sentences` (lists of [start, end]) and
`gold_alignment` (lists of [source numbers, target numbers]). Both aligners are given the gold sentences. The peer is
galechurch, which the development environment holds.
"""

import json
from pathlib import Path

import pytest

from app.alignment import align
from app.model import Block, BlockKind, Document, Segment, Span, Text


@pytest.fixture(scope="module")
def articles(request):
    paths = request.config.getoption("--corpus", default=[])
    if not paths:
        pytest.skip("give --corpus PATH")
    return [json.loads(line) for path in paths for line in Path(path).read_text(encoding="utf-8").splitlines() if line]


def document(text, language):
    """A Document of paragraphs that empty lines set apart."""
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        if paragraph.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return Document(language, "text", Text(text), tuple(blocks))


def ours(articles):
    found = []
    for article in articles:
        cut = tuple([Segment(Span(*span)) for span in article[f"{side}_sentences"]] for side in ("source", "target"))
        links = align(document(article["source_text"], "en"), document(article["target_text"], "de"), cut)
        found.append([(range(link.source.start, link.source.end), range(link.target.start, link.target.end)) for link in links])
    return found


def by_length(articles):
    galechurch = pytest.importorskip("galechurch")
    found = []
    for article in articles:
        texts = [[article[f"{side}_text"][start:end] for start, end in article[f"{side}_sentences"]] for side in ("source", "target")]
        beads_found = galechurch.align(*texts).beads
        found.append([(range(b.source_start, b.source_end), range(b.target_start, b.target_end)) for b in beads_found])
    return found


def beads(rows):
    """Rows as a set: sentences with nothing opposite one by one."""
    found = set()
    for source, target in rows:
        if source and target:
            found.add((tuple(sorted(source)), tuple(sorted(target))))
        else:
            found |= {((i,), ()) for i in source} | {((), (j,)) for j in target}
    return found


@pytest.mark.parametrize("aligner", [ours, by_length])
def test_align_articles_with_gold(benchmark, articles, aligner):
    aligner(articles[:5])
    found = benchmark.pedantic(aligner, (articles,), rounds=3)
    right = got = gold = 0
    for rows, article in zip(found, articles, strict=True):
        mine, theirs = beads(rows), beads(article["gold_alignment"])
        right, got, gold = right + len(mine & theirs), got + len(mine), gold + len(theirs)
    benchmark.extra_info["F1"] = round(2 * right / (got + gold), 4)
    sentences = sum(len(article["source_sentences"]) for article in articles)
    benchmark.extra_info["sentences a second"] = round(sentences / benchmark.stats["median"])
