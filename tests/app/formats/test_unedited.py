"""A story that nobody touched leaves as it came, through rows and back."""

from pathlib import Path

import pytest

from app.article import Project, composed
from app.formats import FORMATS, read_file
from app.pipeline import rows_of

STORIES = Path(__file__).parents[2] / "data" / "stories"
STORY_FORMATS = [known for known in FORMATS if known.read and known.write]


@pytest.mark.parametrize("origin", STORY_FORMATS, ids=lambda known: f"from {known.name}")
def test_an_unedited_story_is_written_as_it_was_read(origin):
    imported = read_file(STORIES / f"bridge.{origin.name}", "de").document
    article, _step = Project().add("Brücke", imported, imported, rows_of(imported, imported))
    for known in STORY_FORMATS:
        assert known.read(known.write(composed(article)), "de") == known.read(known.write(imported), "de")
