"""How long it takes to see what is wrong: a story of about 1,000 words, and one row while typing."""

import json
from collections import Counter
from importlib import resources
from itertools import count
from pathlib import Path
from time import process_time

import pytest
from msgspec.structs import replace

from app import checks, pipeline
from app.article import Project, story_of_article
from app.model import Text
from app.style import Profile

SAMPLE = resources.files("resources") / "sample"
WORDS = 1000


@pytest.fixture(scope="module")
def texts():
    """The sample story said again until it has about 1,000 English words; the title stands once."""
    english, german = ((SAMPLE / f"story.{language}.txt").read_text(encoding="utf-8") for language in ("en", "de"))
    times = round(WORDS / len(english.split()))
    return "\n\n".join([english] * times), "\n\n".join([german] * times)


def article_of(texts):
    return pipeline.take_in(Project(), pipeline.from_text(texts[0], "en"), pipeline.from_text(texts[1], "de"))[0]


def test_align_a_story(benchmark, texts):
    """Reading, cutting and aligning, once the program is warm."""
    article_of(texts)
    article = benchmark(article_of, texts)
    benchmark.extra_info["rows"] = len(article.units)
    benchmark.extra_info["rows a second"] = round(len(article.units) / benchmark.stats["median"])


def test_check_a_story(benchmark, texts):
    """All checks over the whole article."""
    story = story_of_article(article_of(texts))
    findings = benchmark(checks.run, story)
    benchmark.extra_info["findings"] = len(findings)
    benchmark.extra_info["rows a second"] = round(len(story.rows) / benchmark.stats["median"])


def test_check_the_row_being_edited(benchmark, texts):
    """The row checks of one row whose text is new each time, as it is while typing."""
    story = story_of_article(article_of(texts))
    counter = iter(range(10**9))

    def typed():
        row = replace(story.rows[4], target=Text(f"{story.rows[4].target.plain} {next(counter)}"))
        changed = replace(story, rows=(*story.rows[:4], row, *story.rows[5:]))
        return checks.run_rows(changed, [row])

    benchmark(typed)


@pytest.fixture(scope="module")
def aligned(request, texts):
    """Aligned stories: those of ``--corpus``, or the sample; with a name put into every row, so that no text is known from before."""
    pairs = [
        (pair["source_text"], pair["target_text"])
        for name in request.config.getoption("--corpus")
        for pair in map(json.loads, Path(name).read_text(encoding="utf-8").splitlines())
    ]
    stories = [story_of_article(article_of(pair)) for pair in pairs or [texts] * 10]
    marks = count()

    def marked():
        return [replace(story, rows=tuple(_marked(row, next(marks)) for row in story.rows)) for story in stories]

    return marked


def _marked(row, number):
    """The row with a name of its own before its last sign, on both sides."""
    name = " Or" + "".join("aeioulnr"[int(digit)] for digit in f"{number:o}")
    sides = (Text(text.plain and f"{text.plain[:-1]}{name}{text.plain[-1:]}") for text in (row.source, row.target))
    return replace(row, **dict(zip(("source", "target"), sides, strict=True)))


def test_all_checks_beside_pofilter(benchmark, aligned):
    """Rows a second with all checks, and how many times as many as pofilter with all its tests but spelling, on the same rows.

    Story by story in turn, in seconds of the processor: what else the machine does slows both.
    """
    ours, theirs, rows = [], [], []

    def both(stories):
        for story in stories:
            ours.append(_seconds(lambda story=story: checks.run(story)))
            units = _units(story.rows)
            theirs.append(_seconds(lambda units=units: [peer.run_filters(unit) for unit in units]))
            rows.append(len(story.rows))

    peer = _pofilter()
    both(aligned())
    ours.clear(), theirs.clear(), rows.clear()
    benchmark.pedantic(both, setup=lambda: ((aligned(),), {}), rounds=5)
    benchmark.extra_info["rows a second"] = round(sum(rows) / sum(ours))
    benchmark.extra_info["pofilter, rows a second"] = round(sum(rows) / sum(theirs))
    benchmark.extra_info["times pofilter"] = round(sum(theirs) / sum(ours), 2)


def _seconds(work):
    began = process_time()
    work()
    return process_time() - began


def _pofilter():
    from translate.filters.checks import CheckerConfig
    from translate.filters.pofilter import checks as filters

    return filters.TeeChecker(CheckerConfig(targetlanguage="de"), excludefilters={"spellcheck": None})


def _units(rows):
    from translate.storage.po import pounit

    units = [pounit(row.source.plain) for row in rows]
    for unit, row in zip(units, rows, strict=True):
        unit.target = row.target.plain
    return units


def test_where_the_time_goes(benchmark, aligned):
    """The share of every check that takes more than a fiftieth of the time; what several need, the first of them pays for."""
    spent = Counter()

    def asked(stories):
        for story in stories:
            for check in checks.CHECKS:
                began = process_time()
                list(check.look(story, Profile()))
                spent[check.id] += process_time() - began

    benchmark.pedantic(asked, setup=lambda: ((aligned(),), {}), rounds=3, warmup_rounds=1)
    whole = spent.total()
    benchmark.extra_info["shares"] = {name: f"{one / whole:.0%}" for name, one in spent.most_common() if one > whole / 50}
