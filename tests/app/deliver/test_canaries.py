"""What is said about a story in the house never leaves with it."""

import io
import zipfile

import pytest

from app.article import Log, Project, composed
from app.checks import CHECKS
from app.deliver.clipboard import payload
from app.deliver.export import export
from app.model import Dismissal, ErrorMark, Severity, Side, Span
from app.pipeline import from_text, take_in

CANARIES = ("Notizvogel", "Namensvogel", "Markenvogel", "Grundvogel", "Feldvogel", "Altvogel")


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


@pytest.mark.parametrize("form", ["html", "md", "txt", "docx"])
def test_notes_names_and_marks_are_in_no_exported_story(article, tmp_path, form):
    export(article, [], form, tmp_path / f"out.{form}")

    data = all_bytes((tmp_path / f"out.{form}").read_bytes())
    assert "Mühle".encode() in data
    assert not [word for word in CANARIES if word.encode() in data]


def test_nor_in_what_is_copied_for_a_cms(article):
    copied = repr(payload(composed(article)))

    assert "regnet" in copied
    assert not [word for word in CANARIES if word in copied]
