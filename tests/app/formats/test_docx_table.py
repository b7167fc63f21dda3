from io import BytesIO
from pathlib import Path

import docx
import pytest
from msgspec.structs import replace

from app import formats
from app.errors import UserError
from app.formats import format_named
from app.formats.coded import coded

TABLE = format_named("docx-table")
ROWS = [
    ("English", "Deutsch"),
    ("The bridge is closed and nobody crosses it.", "Die Brücke ist gesperrt und niemand geht über sie."),
    ("It was not the first time.", ""),
    ("The mayor said that she was sorry.", "Die Bürgermeisterin sagte, dass es ihr leidtue."),
]


def document(rows=ROWS, before="Bitte prüfen."):
    word = docx.Document()
    word.add_paragraph(before)
    table = word.add_table(len(rows), 3)
    for number, (source, target) in enumerate(rows):
        table.cell(number, 0).text = str(number)
        table.cell(number, 1).text = source
        table.cell(number, 2).text = target
    if len(rows) > 3:
        table.cell(3, 2).paragraphs[0].runs[0].bold = True
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


def cells(data):
    return [[cell.text for cell in row.cells] for row in docx.Document(BytesIO(data)).tables[0].rows]


def with_pair(data, number, **changes):
    (story,) = TABLE.read_aligned(data).stories
    pairs = list(story.pairs)
    pairs[number] = replace(pairs[number], **changes)
    return TABLE.write_back(data, [replace(story, pairs=tuple(pairs))])


def test_the_two_columns_with_words_are_source_and_translation():
    data = document()
    assert formats.aligned_format_for(data, Path("x.docx")) is TABLE
    (story,) = TABLE.read_aligned(data).stories
    assert (story.source_language, story.target_language) == ("en", "de")
    assert [(pair.source.plain, pair.target.plain) for pair in story.pairs] == ROWS[1:]


def test_what_nobody_changed_is_the_same_file():
    data = document()
    assert TABLE.write_back(data, TABLE.read_aligned(data).stories) == data


def test_a_changed_translation_changes_its_cell_alone():
    data = document()
    target = TABLE.read_aligned(data).stories[0].pairs[2].target
    back = with_pair(data, 2, target=replace(target, plain=target.plain.replace("sagte", "meint")))
    expected = cells(data)
    expected[3][2] = expected[3][2].replace("sagte", "meint")
    assert cells(back) == expected
    assert docx.Document(BytesIO(back)).tables[0].cell(3, 2).paragraphs[0].runs[0].bold


def test_an_empty_cell_is_filled():
    data = with_pair(document(), 1, target=coded("Es war nicht das erste Mal.\nWirklich."))
    assert cells(data)[2][2] == "Es war nicht das erste Mal.\nWirklich."
    assert TABLE.read_aligned(data).stories[0].pairs[1].target.plain == "Es war nicht das erste Mal. Wirklich."


@pytest.mark.parametrize(
    "rows", [[("Ort", "Zahl"), ("Altfeld", "12")], [("Die Brücke ist zu.", "Der Weg ist lang und das Ziel ist fern.")] * 3]
)
def test_a_table_in_one_language_is_a_story_like_any_other(rows):
    data = document(rows)
    assert formats.aligned_format_for(data, Path("x.docx")) is None
    with pytest.raises(UserError):
        TABLE.read_aligned(data)


def test_a_story_with_a_table_in_it_is_a_story():
    data = document(before="Ein langer Text, der neben der Tabelle steht und mehr Wörter hat als sie. " * 5)
    assert formats.aligned_format_for(data, Path("x.docx")) is None
