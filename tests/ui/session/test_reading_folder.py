"""A folder of pairs opens as one project."""

from app.errors import no_progress
from ui.session import reading


def test_a_folder_is_one_project_with_an_article_a_pair(tmp_path):
    folder = tmp_path / "day"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.en.txt").write_text("The bridge is closed and nobody knows for how long it will be.", encoding="utf-8")
        (folder / f"{name}.de.txt").write_text("Die Brücke ist gesperrt und niemand weiß, für wie lange es ist.", encoding="utf-8")
    opened = reading.read([folder], "Ada", no_progress)
    try:
        assert len(opened.project.articles) == 2
        assert opened.store.path == tmp_path / "day.gegenlesen"
    finally:
        opened.store.close()
