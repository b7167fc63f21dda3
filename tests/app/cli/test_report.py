"""The command that writes reports."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.cli import main
from app.quality.sampling.plan import Kind, Plan
from app.reports.page import KINDS, LOT
from app.review import lot
from app.store import Store
from tests.app.review.day import day, project_of


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")
    store = Store.create(tmp_path / "day.gegenlesen")
    project_of(day(3), store)
    store.close()
    return tmp_path / "day.gegenlesen"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != LOT])
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_page_in_either_language(file, kind, language):
    out = file.with_suffix(".html")
    assert main(["report", str(file), "--kind", kind, "--language", language, "-o", str(out)]) == 0
    assert f'<html lang="{language}">' in out.read_text(encoding="utf-8")


def test_a_workbook_and_tables(file):
    out = file.with_suffix(".xlsx")
    assert main(["report", str(file), "--article", "3", "--to", "xlsx", "-o", str(out)]) == 0
    assert load_workbook(BytesIO(out.read_bytes())).sheetnames[0] == "Overview"
    out = file.with_suffix(".csv")
    assert main(["report", str(file), "--to", "csv", "-o", str(out)]) == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbfRow,Source,Translation,Findings\r\n")


def test_the_lot_under_work_is_reported(file):
    store, project = Store.open(file)
    store.record(lot.draft(project, {1: [], 2: [], 3: []}, [1, 2, 3], Plan(Kind.EVERYTHING, "s"), "Monday"))
    store.close()
    out = file.with_suffix(".html")
    assert main(["report", str(file), "--kind", "lot", "-o", str(out)]) == 0
    assert "Monday" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize("more", [["--kind", "lot"], ["--kind", "lot", "--lot", "4"], ["--article", "9"]])
def test_what_is_not_there_is_one_sentence_and_2(file, more, capsys):
    assert main(["report", str(file), *more, "-o", str(file.with_suffix(".html"))]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_the_project_itself_is_never_overwritten(file, capsys):
    before = file.read_bytes()
    assert main(["report", str(file), "-o", str(file)]) == 2
    assert file.read_bytes() == before
    assert isinstance(capsys.readouterr().err, str)
    assert Path(file).exists()
