"""Stories about prompts, newsletters, code and advertising, recipes, interviews, tickers, letters, satire: nothing serious is said of them.

They stand in ``tests/data/innocent`` in blocks, the English paragraph above its German one, the title first. They were written after
the checks had been frozen, and none of them had a serious false alarm at first sight.
"""

from pathlib import Path

import pytest

from app import checks
from app.evidence.story import story_of

STORIES = (Path(__file__).parents[2] / "data" / "innocent" / "stories.txt").read_text("utf-8").strip().split("\n\n")


@pytest.mark.parametrize("block", STORIES, ids=lambda block: block.partition("\n")[0])
def test_nothing_serious_is_said_of_an_innocent_story(block: str) -> None:
    lines = block.splitlines()
    (title, headline), *rest = zip(lines[::2], lines[1::2], strict=True)

    findings = checks.run(story_of((f"# {title}", headline), *rest))

    assert not [f.check for f in findings if f.severity.rank >= 2 and f.confidence >= 0.5]
