import pytest

from app.errors import UserError
from app.formats import format_named
from app.formats.parts import Part, joined, text_of_runs
from app.model import BlockKind, Mark, MarkKind, Span, Text

MARKDOWN = format_named("md")


def read(markdown):
    return MARKDOWN.read(markdown.encode(), "").document


def blocks(markdown):
    document = read(markdown)
    return [(block.kind.value, block.span.of(document.text.plain)) for block in document.blocks]


def written(*parts):
    return MARKDOWN.write(joined(parts, "de", "md")).decode()


def test_the_parts_of_a_file_become_blocks():
    assert blocks(
        "# Brücke zu\n\nEin *neuer*\nAbsatz.\n\n## Danach\n\n- Schule\n  1. Dach\n\n> Nein.\n\n![Die Brücke](/b.jpg)\n\n```\nx = 1\n```\n\n---\n"
    ) == [
        ("title", "Brücke zu"),
        ("field", "Die Brücke"),
        ("paragraph", "Ein neuer Absatz."),
        ("heading", "Danach"),
        ("list-item", "Schule"),
        ("list-item", "Dach"),
        ("quotation", "Nein."),
        ("figure", "\ufffc"),
        ("code", "x = 1"),
        ("rule", "\ufffc"),
    ]


def test_a_table_becomes_cells():
    document = read("| a | b |\n|---|---|\n| 1 | *2* |")
    assert [dict(block.attributes) for block in document.blocks] == [
        {"row": "1", "column": "1", "header": "yes"},
        {"row": "1", "column": "2", "header": "yes"},
        {"row": "2", "column": "1"},
        {"row": "2", "column": "2"},
    ]


def test_the_head_of_a_file_gives_title_and_language():
    document = read('---\ntitle: "Brücke zu"\nlang: de-CH\ntags: a\n---\n\nText.')
    assert document.title == "Brücke zu"
    assert document.language == "de-CH"
    assert "layout" in MARKDOWN.read(b"---\ntitle: x\nlayout: a\n---\nText.", "").notes[0].render()


def test_addresses_stay_as_they_are_written():
    address = "https://x.example/Straße?q=a b&c=%20".replace(" ", "%20")
    assert dict(read(f"[a](<{address}>)").text.marks[0].attributes)["href"] == address


def test_html_inside_is_read_and_scripts_are_not():
    assert blocks("Ein <b>Wort</b>.\n\n<script>alert(1)</script>\n\n<div>Noch eins</div>") == [
        ("paragraph", "Ein Wort."),
        ("paragraph", "Noch eins"),
    ]


def test_what_looks_like_markdown_is_escaped():
    text = "1. *Stern* [a](b) _x_ `c` <b> &amp; snake_case a|b # nicht"
    assert blocks(written(Part(BlockKind.PARAGRAPH, Text(text)))) == [("paragraph", text)]
    assert "snake_case" in written(Part(BlockKind.PARAGRAPH, Text(text)))


def test_a_mark_that_signs_cannot_express_is_written_as_a_tag():
    text = Text("das„Wort“ung", (Mark(Span(3, 9), MarkKind.STRONG),))
    assert written(Part(BlockKind.PARAGRAPH, text)) == "das<strong>„Wort“</strong>ung\n"


def test_lists_of_two_kinds_and_depths_are_indented_by_their_markers():
    parts = [
        Part(BlockKind.LIST_ITEM, Text(word), (("list", name), ("depth", depth)))
        for word, name, depth in [("a", "number", "1"), ("b", "bullet", "2"), ("c", "number", "1")]
    ]
    assert written(*parts) == "1. a\n   - b\n2. c\n"


@pytest.mark.parametrize(
    "markdown", ["> " * 300 + "tief", "".join("  " * level + "- tief\n" for level in range(90))], ids=["quotations", "lists"]
)
def test_what_would_be_lost_by_its_depth_is_refused(markdown):
    with pytest.raises(UserError, match="nested"):
        read(f"Anfang.\n\n{markdown}")


def test_runs_join_to_marks_at_words():
    strong = Mark(Span(0, 0), MarkKind.STRONG, (), "1")
    again = Mark(Span(0, 0), MarkKind.STRONG, (), "2")
    text = text_of_runs([(" a", ()), (" fett", (strong,)), ("er ", (again,)), ("b ", ())])
    assert text == Text("a fetter b", (Mark(Span(2, 8), MarkKind.STRONG, (), "1"),))
