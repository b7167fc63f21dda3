"""Tables of source and translation are read by their heads or languages, and go back with only translations changed."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app import formats
from app.cli import main
from app.errors import UserError
from app.formats import format_named
from app.formats.coded import characters, coded

CSV, XLSX = format_named("csv"), format_named("xlsx")
TABLE = Path(__file__).parents[2] / "data" / "stories" / "bridge.csv"
ENGLISH, GERMAN = "The bridge is closed and nobody knows for how long.", "Die Brücke ist gesperrt und niemand weiß, wie lange."
ROWS = [
    ["id", "English", "note", "Deutsch"],
    ["1", ENGLISH, "", GERMAN],
    ["2", "“Yes,” she said; no.", "x", ""],
    ["3", "Done.", "", "=1+1"],
]


def delimited(rows, delimiter=",", end="\r\n"):
    cells = (['"' + cell.replace('"', '""') + '"' if any(c in cell for c in ',;"\n') else cell for cell in row] for row in rows)
    return end.join(delimiter.join(row) for row in cells).encode()


def workbook(rows, more=()):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.active["B2"].font = openpyxl.styles.Font(bold=True)
    for name in more:
        book.create_sheet(name)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def pairs(form, data):
    (story,) = form.read_aligned(data).stories
    return [(pair.source.plain, pair.target.plain) for pair in story.pairs]


def with_targets(form, data, targets):
    (story,) = form.read_aligned(data).stories
    changed = tuple(replace(pair, target=coded(targets.get(at, characters(pair.target)))) for at, pair in enumerate(story.pairs))
    return form.write_back(data, [replace(story, pairs=changed)])


def sheet(data, **options):
    return [
        [cell or "" for cell in row] for row in openpyxl.load_workbook(BytesIO(data), **options).worksheets[0].iter_rows(values_only=True)
    ]


@pytest.mark.parametrize(("form", "make"), [(CSV, delimited), (XLSX, workbook)])
def test_columns_are_found_by_their_heads(form, make):
    assert pairs(form, make(ROWS))[:2] == [(ENGLISH, GERMAN), ("“Yes,” she said; no.", "")]


@pytest.mark.parametrize(("form", "make"), [(CSV, delimited), (XLSX, workbook)])
def test_without_heads_columns_are_found_by_their_languages(form, make):
    assert pairs(form, make([[GERMAN, "7", ENGLISH]]))[0] == (ENGLISH, GERMAN)


@pytest.mark.parametrize(
    ("form", "data"), [(CSV, b"a,b\n1,2\n"), (XLSX, workbook([["a", "b"]])), (CSV, b'source,target\n"a,b'), (XLSX, b"PK")]
)
def test_what_is_no_such_table_is_refused_in_a_sentence(form, data):
    with pytest.raises(UserError):
        form.read_aligned(data)


@pytest.mark.parametrize("delimiter", ["\t", ";", ","])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_table_of_text_changes_in_one_cell(delimiter, end):
    data = b"\xef\xbb\xbf" + delimited(ROWS, delimiter, end)
    after = with_targets(CSV, data, {0: "Zu; „sicher“, ja"})
    assert after == data.replace((f'"{GERMAN}"').encode(), '"Zu; „sicher“, ja"'.encode())


def test_a_row_that_ends_before_its_translation_gets_its_cell():
    assert with_targets(CSV, b"source,x,target\nYes,1\nNo\n", {0: "Ja", 1: "Nein"}) == b"source,x,target\nYes,1,Ja\nNo,,Nein\n"


def test_a_table_in_an_old_encoding_says_what_it_cannot_hold():
    data = delimited(ROWS).decode().replace("“", "").replace("”", "").encode("cp1252")
    assert "süß".encode("cp1252") in with_targets(CSV, data, {0: "süß"})
    with pytest.raises(UserError, match="→"):
        with_targets(CSV, data, {0: "→"})


def test_a_workbook_changes_in_one_cell_and_keeps_its_looks():
    data = workbook(ROWS)
    after = with_targets(XLSX, data, {0: "Zu.", 1: "„Ja“, sagte sie; nein."})
    expected = [list(row) for row in sheet(data)]
    expected[1][3], expected[2][3] = "Zu.", "„Ja“, sagte sie; nein."
    assert sheet(after) == expected
    assert openpyxl.load_workbook(BytesIO(after)).active["B2"].font.bold


def test_a_text_that_looks_like_a_formula_is_none():
    cell = openpyxl.load_workbook(BytesIO(with_targets(XLSX, workbook(ROWS), {0: "=2+2"}))).active["D2"]
    assert (cell.value, cell.data_type) == ("=2+2", "s")


def test_other_sheets_are_told_of():
    (note,) = XLSX.read_aligned(workbook(ROWS, ["Zwei"])).notes
    assert note.arguments["count"] == "1"


@pytest.mark.parametrize(("form", "data"), [(CSV, delimited(ROWS)), (XLSX, workbook(ROWS))])
def test_what_nobody_changed_is_the_same_file(form, data):
    assert form.write_back(data, form.read_aligned(data).stories) == data


@given(st.lists(st.text('aß",;\t \n=😀', max_size=9), min_size=1, max_size=5), st.sampled_from([(CSV, delimited), (XLSX, workbook)]))
def test_any_translation_is_read_back_as_it_was_written(texts, kind):
    form, make = kind
    data = make([["source", "target"], *([f"Row {at}", f"Zeile {at}"] for at in range(len(texts)))])
    after = with_targets(form, data, dict(enumerate(texts)))
    (story,) = form.read_aligned(after).stories
    assert [characters(pair.target) for pair in story.pairs] == [text.strip() for text in texts]
    assert [pair.source.plain for pair in story.pairs] == [f"Row {at}" for at in range(len(texts))]


def test_a_table_is_imported_and_goes_back_as_it_came(tmp_path):
    assert formats.aligned_format_for(TABLE.read_bytes(), TABLE) is CSV
    project = tmp_path / "p.gegenlesen"
    assert main(["import", str(TABLE), "-o", str(project)]) == 0
    assert main(["export", str(project), "--to", "same", "-o", str(tmp_path / "out.csv"), "--accept", "test"]) == 0
    assert (tmp_path / "out.csv").read_bytes() == TABLE.read_bytes()
