"""The manual: complete in both languages, true to the program, found by its words."""

import re

import pytest

from app import manual
from app.checks import CHECKS
from app.i18n import speaking

LANGUAGES = pytest.mark.parametrize("language", ["en", "de"])


@LANGUAGES
def test_every_chapter_has_a_title_and_its_pictures(language):
    with speaking(language):
        pages = manual.chapters()
        assert [page.name for page in pages] == list(manual.CHAPTERS)
        assert len({page.title for page in pages}) == len(pages)
        for page in pages:
            assert len(page.text.split()) > 60
            for picture in re.findall(r"!\[.+\]\((.+)\)", page.text):
                assert (manual.folder() / picture).is_file(), picture


def test_both_languages_tell_of_the_same_things():
    told = []
    for language in ("en", "de"):
        with speaking(language):
            told.append([(page.text.count("\n#"), sorted(re.findall(r"\{([a-z-]+)\}", page.text))) for page in manual.chapters()])
    assert told[0] == told[1]


def test_no_file_of_the_manual_is_left_over_and_the_pictures_are_small():
    files = [path for path in manual.FOLDER.rglob("*") if path.is_file()]
    named = {f"{name}.md" for name in manual.CHAPTERS}
    text = "".join(path.read_text(encoding="utf-8") for path in files if path.suffix == ".md")
    assert not [path for path in files if path.name not in named and path.name not in text]
    assert sum(path.stat().st_size for path in files) < 2_000_000


@LANGUAGES
def test_every_check_has_a_page_with_reason_and_examples(language):
    with speaking(language):
        pages = {page.name: page for page in manual.check_pages()}
    assert set(pages) == {check.id for check in CHECKS}
    for check in CHECKS:
        text = pages[check.id].text
        assert text.count("\n## ") == 3
        assert text.count("\n- ") >= sum(len(example.rows) for example in check.flags)


def test_the_page_of_a_check_is_found_by_its_words_best_first():
    with speaking("en"):
        pages = [*manual.chapters(), *manual.check_pages()]
        assert manual.found(pages, "backups damage")[0].name == "projects"
        assert manual.found(pages, "prompt leak")[0].name.startswith("artefact.")
        assert manual.found(pages, "xyzzy") == []
        assert manual.found(pages, " ") == pages
