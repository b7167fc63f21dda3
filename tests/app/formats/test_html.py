import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from app.errors import UserError
from app.formats import format_named
from app.formats.body import body_html
from app.formats.format import Revision
from app.model import Document, MarkKind, Span
from app.safe.clean import ATTRIBUTES, ELEMENTS

HTML = format_named("html")


def read(html) -> Document:
    return HTML.read(html.encode(), "").document


def blocks(html):
    document = read(html)
    return [(block.kind.value, block.span.of(document.text.plain)) for block in document.blocks]


def marks(html):
    document = read(html)
    return [(mark.kind.value, mark.span.of(document.text.plain), dict(mark.attributes).get("href")) for mark in document.text.marks]


def test_the_parts_of_a_page_become_blocks():
    page = """<html lang="de-AT"><body><article><h1>Brücke <em>zu</em></h1><p class="deck">Der Rat beschließt.</p><p>Eins.</p>
    <h2>Danach</h2><ul><li>Schule<ol><li>Dach</li></ol></li></ul><blockquote><p>Nein.</p></blockquote>
    <figure><img src="/b.jpg" alt="Die Brücke"><figcaption>Im Mai</figcaption></figure></article></body></html>"""
    assert blocks(page) == [
        ("title", "Brücke zu"),
        ("field", "Die Brücke"),
        ("deck", "Der Rat beschließt."),
        ("paragraph", "Eins."),
        ("heading", "Danach"),
        ("list-item", "Schule"),
        ("list-item", "Dach"),
        ("quotation", "Nein."),
        ("figure", "\ufffc"),
        ("caption", "Im Mai"),
    ]
    assert read(page).language == "de-AT"
    assert dict(read(page).blocks[8].attributes) == {"src": "/b.jpg", "alt": "Die Brücke"}


def test_a_language_that_is_none_is_recognised_from_the_text():
    assert read("<html lang='{{ lang }}'><p>Die Brücke der Stadt ist gesperrt.</p></html>").language == "de"


def test_marks_touch_words_and_neighbours_of_one_kind_are_one():
    assert marks("<p>a <b>fett </b><strong>er</strong> <a href='https://x.example/?a=1&amp;b=2'> Link </a>.</p>") == [
        ("strong", "fett er", None),
        ("link", "Link", "https://x.example/?a=1&b=2"),
    ]


def test_white_space_is_one_space_and_no_break_space_is_kept():
    assert blocks("<p> 5&nbsp;Euro \n\t  <i> nur </i> heute </p>") == [("paragraph", "5\u00a0Euro nur heute")]


def test_a_line_break_is_a_mark_and_two_begin_a_paragraph():
    document = read("<p>Eins<br> zwei<br><br>drei</p>")
    assert [block.span.of(document.text.plain) for block in document.blocks] == ["Eins\nzwei", "drei"]
    assert [mark.kind for mark in document.text.marks] == [MarkKind.LINE_BREAK]


def test_the_longest_article_is_read_and_furniture_is_left_out_and_named():
    page = """<body><nav>Menü</nav><main><h1>Brücke zu</h1><article><p>Der Rat hat beschlossen.</p><aside>Werbung</aside>
    <script>alert(1)</script><p hidden>geheim</p></article><article><p>Kurz.</p></article></main></body>"""
    reading = HTML.read(page.encode(), "")
    plain = reading.document.text.plain
    assert plain == "Brücke zu\n\nDer Rat hat beschlossen."
    notes = " ".join(note.render() for note in reading.notes)
    assert "aside" in notes
    assert "hidden" in notes
    assert "other articles too (1)" in notes


def test_bold_and_italics_are_read_from_styles_as_word_processors_paste_them():
    pasted = '<b style="font-weight:normal"><p><span style="font-weight:700">fett</span> und <span style="font-style: italic">kursiv</span></p></b>'
    assert marks(pasted) == [("strong", "fett", None), ("emphasis", "kursiv", None)]


def test_quotation_elements_get_the_quotation_marks_that_a_browser_shows():
    assert blocks('<p lang="de">Er sagt <q>nein</q>.</p>') == [("paragraph", "Er sagt “nein”.")]
    assert blocks('<html lang="de"><p>Er sagt <q>nein</q>.</p></html>') == [("paragraph", "Er sagt „nein“.")]


def test_a_layout_table_is_text_and_a_table_of_data_is_cells():
    assert blocks("<table><tr><td><p>a</p><p>b</p></td></tr></table>") == [("paragraph", "a"), ("paragraph", "b")]
    assert [kind for kind, _words in blocks("<table><tr><th>a<th>b<tr><td>1<td>2</table>")] == ["table-cell"] * 4


def test_a_link_that_would_run_something_is_only_text():
    assert marks("<p>Ein <a href='java&#10;script:alert(1)'>Klick</a></p>") == []


def test_signs_of_the_engine_in_a_page_mean_nothing():
    assert blocks("<p>a&#8233;b&#65532;c&#0;d&#xD83D;</p>")[0][1].startswith("a bc")


@pytest.mark.parametrize("html", ["", "<p></p>", "<script>x</script>", "<img src=x>", "<!-- x -->", "<p>&nbsp;</p>"])
def test_a_page_without_a_word_is_one_sentence(html):
    with pytest.raises(UserError):
        HTML.read(html.encode(), "")


def test_the_body_for_a_cms_has_no_title_and_no_attribute_but_addresses():
    document = read(
        "<h1>Titel</h1><p class=deck>Vor&lt;spann</p><p>Ein <a href='https://x.example' onclick='y()'>L</a></p><hr><img src='/a.png' alt='&quot;>'>"
    )
    assert body_html(document) == (
        '<p>Vor&lt;spann</p>\n<p>Ein <a href="https://x.example">L</a></p>\n<figure><img src="/a.png" alt="&quot;&gt;"></figure>'
    )


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<b>",
                "</b>",
                "<a href=javascript:x>",
                "<a href='https://x.example'>",
                "</a>",
                "<svg onload=x>",
                "<li>",
                "<table><tr><td>",
                "<img src=x onerror=y>",
                "<math><mtext>",
                "<style>",
                "&lt;script&gt;",
                "text",
                " ",
                "<br>",
                "</table>",
                "<h2>",
                "<!--",
                "-->",
                '"',
                "<blockquote>",
                "<pre>",
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_nothing_outside_the_allow_list_ever_leaves(html):
    written = body_html(read(f"<p>Anfang</p>{html}"))
    for element in etree.fromstring(f"<div>{written}</div>", etree.HTMLParser()).iterdescendants():
        assert element.tag in ELEMENTS | {"body", "div"}
        assert set(element.keys()) <= ATTRIBUTES.get(element.tag, set())
        assert not element.get("href", "").startswith("javascript")


def test_a_corrected_line_of_code_keeps_the_lines_around_it():
    page = b"<h1>Titel</h1><pre>eins\n\nzwei\ndrei &amp; vier</pre><p>Text.</p>"
    before = HTML.read(page, "de").document
    at = before.text.plain.index("zwei")
    now = replace(before, text=before.text.replaced(Span(at, at + 4), "ZWEI"))
    back = HTML.rewrite(page, Revision(now, tuple(range(len(before.blocks))), before))
    assert back == page.replace(b"zwei", b"ZWEI")
