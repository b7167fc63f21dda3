"""How long it takes to see what is wrong: a story of about 1,000 words, and one row while typing."""

from importlib import resources

import pytest
from msgspec.structs import replace

from app import checks, pipeline
from app.article import Project, story_of_article
from app.model import Text

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
