"""A file that holds both languages opens by itself."""

from app.errors import no_progress
from tests.app.formats.xliff.samples import TWO
from ui.session import reading


def test_every_story_of_an_aligned_file_becomes_an_article(tmp_path):
    (tmp_path / "day.xlf").write_bytes(TWO)
    opened = reading.read([tmp_path / "day.xlf"], "Ada", no_progress)
    try:
        assert [len(article.units) for article in opened.project.articles] == [3, 1]
        assert opened.project.log.who == "Ada"
        assert opened.store.path.name == "day.gegenlesen"
        assert "(1)" in opened.notes[0].render()
    finally:
        opened.store.close()
