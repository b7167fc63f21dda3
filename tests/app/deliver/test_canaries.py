"""What is said about a story in the house never leaves with it."""

import io
import zipfile

import pytest

from app.article import Log, Project, composed
from app.checks import CHECKS
from app.deliver.clipboard import payload
from app.deliver.export import SAME, Came, export
from app.deliver.export import payload as payload_of
from app.formats import FORMATS, format_named
from app.model import Dismissal, ErrorMark, Severity, Side, Span
from app.pipeline import from_file, from_text, take_in

CANARIES = ("Notizvogel", "Namensvogel", "Markenvogel", "Grundvogel", "Feldvogel", "Altvogel")


def made():
    """A story without a word about it."""
    return take_in(Project(), from_text("The mill closes. It rains.", "en"), from_text("Die Mühle schließt. Es regnet.", "de"))[0]


@pytest.fixture
def article():
    project = Project(Log(who="Namensvogel"))
    article, _ = take_in(project, from_text("The Altvogel mill closes. It rains.", "en"), from_text("Die Mühle schließt. Es regnet.", "de"))
    article.note(1, "Notizvogel")
    article.mark((), [ErrorMark(1, 1, Side.TARGET, Span(0, 3), "Die", 1, "style", Severity.MINOR, "Markenvogel")])
    article.set_field("state", "Feldvogel")
    project.dismiss(Dismissal("x", CHECKS[0].id, "Grundvogel"))
    return article


def all_bytes(data):
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


WRITTEN = [form.name for form in FORMATS if form.writes]
SAID = {form.name for form in FORMATS if form.write_aligned or form.write_changes}
"""Formats for those who work on the text, which say what was said about it: translation tools, and Word with tracked changes."""


@pytest.mark.parametrize("form", [name for name in WRITTEN if name not in SAID])
def test_notes_names_and_marks_are_in_no_exported_story(article, tmp_path, form):
    export(article, [], form, tmp_path / f"out.{form}")

    data = all_bytes((tmp_path / f"out.{form}").read_bytes())
    assert "Mühle".encode() in data
    assert not [word for word in CANARIES if word.encode() in data]


@pytest.mark.parametrize("form", sorted(SAID))
def test_formats_for_those_who_work_on_it_say_no_more_than_notes_marks_and_the_source(article, tmp_path, form):
    export(article, [], form, tmp_path / f"out.{form}")

    data = all_bytes((tmp_path / f"out.{form}").read_bytes())
    assert not [word for word in ("Grundvogel", "Feldvogel") if word.encode() in data]


@pytest.mark.parametrize("form", [form.name for form in FORMATS if form.rewrite and form.write])
def test_a_story_that_goes_back_into_its_own_file_takes_nothing_along(tmp_path, form):
    file = tmp_path / f"story{format_named(form).endings[0]}"
    export(made(), [], form, file)
    project = Project(Log(who="Namensvogel"))
    article, _ = take_in(project, from_text("The mill closes. It rains.", "en"), from_file(file, "de"))
    article.note(1, "Notizvogel")
    article.mark((), [ErrorMark(1, 1, Side.TARGET, Span(0, 3), "Die", 1, "style", Severity.MINOR, "Markenvogel")])
    article.edit(1, "Die Mühle schließt bald.")

    data = all_bytes(payload_of(article, [], SAME, Came(file.name, file.read_bytes(), [article])))
    assert b"bald" in data
    assert not [word for word in CANARIES if word.encode() in data]


def test_nor_in_what_is_copied_for_a_cms(article):
    copied = repr(payload(composed(article)))

    assert "regnet" in copied
    assert not [word for word in CANARIES if word in copied]
