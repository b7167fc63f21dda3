"""Exports of WordPress: one post read with its fields, given back in its place, and written as a draft."""

import re
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from app import formats
from app.article import Project, composed
from app.deliver.returning import as_it_came
from app.errors import UserError
from app.formats import format_named
from app.formats.body import body_html
from app.formats.wxr.blocks import regions
from app.formats.wxr.classic import with_paragraphs
from app.model import BlockKind, BlockStart
from app.model.fields import ALT, CATEGORIES, FEATURED_IMAGE, KEYWORDS, SEO_TITLE, SLUG, TEASER, value
from app.pipeline import rows_of
from tests.app.formats.test_round_trip import documents, meaning

WXR = format_named("wxr")
BRIDGE = Path(__file__).parents[2] / "data" / "stories" / "bridge.wxr"
WP = "{http://wordpress.org/export/1.2/}"
CLASSIC = "Der Sturm hält an.\n\n<b>Am Montag</b> fährt\nsie wieder.\n\n<ul>\n<li>Eins</li>\n\n<li>Zwei</li>\n</ul>\n<img src='/f.jpg' alt='Eine Fähre'>"


def export(content, head="", ends="\n", **more):
    """An export with one post; `more` are its further elements of WordPress's own."""
    said = "".join(f"<wp:{name}>{words}</wp:{name}>\n" for name, words in more.items())
    return f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel><language>de</language><item><title>Fähre</title>{head}
<content:encoded>{content}</content:encoded>
{said}</item></channel></rss>""".replace("\n", ends).encode()


def cdata(words):
    return f"<![CDATA[{words}]]>"


def opened(data):
    document = formats.read_bytes(data, Path("x.xml"), "de").document
    article, _step = Project().add("", document, document, rows_of(document, document))
    return article


def row(article, words):
    return next(unit.id for unit in article.units if words in unit.target.plain)


def texts(document):
    return [(block.kind.value, document.excerpt(block.span).plain) for block in document.blocks]


def test_the_longest_post_is_read_with_its_fields_and_the_others_are_named():
    reading = formats.read_file(BRIDGE)
    document = reading.document
    assert document.title == "Altfeld sperrt die alte Brücke"
    assert [value(document, field) for field in (TEASER, SLUG, CATEGORIES, KEYWORDS, FEATURED_IMAGE)] == [
        "Der Rat sperrt die Brücke & plant neu.",
        "altfeld-sperrt-bruecke",
        "Stadt",
        "Brücke, Rat & Verwaltung",
        "https://altfeld.example/bruecke.jpg",
    ]
    assert [note.render() for note in reading.notes] == [
        "The export holds other posts too (1: Kurzmeldung); the longest, “Altfeld sperrt die alte Brücke”, was read."
    ]


def test_a_file_of_this_ending_is_known_by_what_is_in_it():
    assert formats.format_for(export("x"), Path("x.xml")) is WXR
    with pytest.raises(UserError, match="cannot be read as a story"):
        formats.format_for(b"<rss version='2.0'><channel/></rss>", Path("x.xml"))


def test_only_what_says_otherwise_changes_in_the_export():
    data, article = BRIDGE.read_bytes(), opened(BRIDGE.read_bytes())
    article.edit(row(article, "Altfeld sperrt die alte"), "Altfeld <sperrt> & baut")
    article.edit(row(article, "altfeld-sperrt"), "Die Brücke ist zu")
    article.edit(row(article, "plant neu"), "Nur noch zu Fuß")
    article.edit(row(article, "2,5 Millionen"), "Die Arbeiten beginnen im März.")
    article.edit(row(article, "Brücke, Rat"), "Brücke, Verkehr, Sanierung")
    back = as_it_came(article, "x", data)
    document = formats.read_bytes(back, Path("x.xml"), "de").document
    assert texts(document) == [*texts(composed(article))[:2], ("field", "die-bruecke-ist-zu"), *texts(composed(article))[3:]]
    before = data.decode().splitlines()
    assert sum(line not in before for line in back.decode().splitlines()) == 6
    assert '<category domain="post_tag" nicename="verkehr"><![CDATA[Verkehr]]></category>' in back.decode()
    assert '<category domain="post_tag" nicename="bruecke"><![CDATA[Brücke]]></category>' in back.decode()
    assert "<title><![CDATA[Altfeld &lt;sperrt&gt; &amp; baut]]></title>" in back.decode()


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("spell", [cdata, lambda words: words.replace("&", "&amp;").replace("<", "&lt;")])
def test_content_keeps_its_spelling_and_its_line_ends(ends, spell):
    data = export(spell("<!-- wp:paragraph -->\n<p>Ein  <b>Satz</b> &amp; mehr.</p>\n<!-- /wp:paragraph -->"), ends=ends)
    article = opened(data)
    article.edit(row(article, "Satz"), "Ein Wort & mehr.")
    assert as_it_came(article, "x", data) == data.replace(b"Satz", b"Wort")


def test_classic_content_is_read_in_paragraphs_and_keeps_its_blank_lines():
    data = export(cdata(CLASSIC))
    article = opened(data)
    assert texts(article.target) == [
        ("title", "Fähre"),
        ("field", "Eine Fähre"),
        ("paragraph", "Der Sturm hält an."),
        ("paragraph", "Am Montag fährt sie wieder."),
        ("list-item", "Eins"),
        ("list-item", "Zwei"),
        ("figure", "\ufffc"),
    ]
    article.edit(row(article, "wieder"), "Am Dienstag fährt sie wieder.")
    article.edit(row(article, "Eine Fähre"), "Die „Anna“")
    article.insert(row(article, "wieder"), "Sonst nichts.", BlockStart(BlockKind.PARAGRAPH))
    back = as_it_came(article, "x", data)
    assert texts(formats.read_bytes(back, Path("x.xml"), "de").document) == texts(composed(article))
    assert (
        cdata(
            CLASSIC.replace("Montag</b> fährt\nsie wieder.", "Dienstag</b> fährt\nsie wieder.\n\nSonst nichts.").replace(
                "'Eine Fähre'", '"Die „Anna“"'
            )
        )
        in back.decode()
    )


def test_the_end_of_a_section_in_the_text_does_not_end_it():
    data = export(cdata("<p>Ein ]]]]><![CDATA[> Zeichen.</p>"))
    article = opened(data)
    assert texts(article.target)[1] == ("paragraph", "Ein ]]> Zeichen.")
    article.edit(row(article, "Zeichen"), "Kein ]]> Zeichen.")
    assert as_it_came(article, "x", data) == data.replace(b"Ein ", b"Kein ")


def balanced(content):
    opened_, found = [], re.findall(r"<!-- (/?)wp:([\w/-]+)[^>]*? (/?)-->", content)
    for closing, name, lone in found:
        if not closing and not lone:
            opened_.append(name)
        elif closing and (not opened_ or opened_.pop() != name):
            return False
    return not opened_


def test_blocks_come_and_go_with_their_comments():
    data, article = BRIDGE.read_bytes(), opened(BRIDGE.read_bytes())
    article.remove(row(article, "Wahrzeichen"))
    article.insert(row(article, "Der Markt zieht um"), "Nach der Liste.", BlockStart(BlockKind.PARAGRAPH))
    article.insert(row(article, "Die Schule bleibt"), "Neuer Punkt.", BlockStart(BlockKind.LIST_ITEM, (("list", "bullet"), ("depth", "1"))))
    article.insert(row(article, "2,5 Millionen"), "Ganz am Ende.", BlockStart(BlockKind.PARAGRAPH))
    back = as_it_came(article, "x", data)
    content = etree.fromstring(back).findall(".//item")[1].findtext("{http://purl.org/rss/1.0/modules/content/}encoded")
    assert balanced(content)
    assert texts(formats.read_bytes(back, Path("x.xml"), "de").document) == texts(composed(article))
    assert "<!-- wp:quote" not in content
    assert "<!-- wp:list-item -->\n<li>Neuer Punkt.</li>\n<!-- /wp:list-item -->" in content
    assert "<!-- /wp:list -->\n\n<!-- wp:paragraph -->\n<p>Nach der Liste.</p>" in content
    assert "]]></content:encoded>" in back.decode()
    assert content.endswith("<p>Ganz am Ende.</p>\n<!-- /wp:paragraph -->")


def test_fields_that_a_post_does_not_have_are_added_and_empty_elements_filled():
    data = export(cdata("<p>Der Text.</p>"), head="<excerpt:encoded/>", post_name="")
    article = opened(data)
    for name, words in (("teaser", "Worum es geht"), ("slug", "Fähre fährt"), ("keywords", "Fähre, See"), ("seo-title", "Fähre & See")):
        article.insert(article.units[0].id, words, BlockStart(BlockKind.FIELD, (("name", name),)))
    document = formats.read_bytes(as_it_came(article, "x", data), Path("x.xml"), "de").document
    assert [value(document, field) for field in (TEASER, SLUG, KEYWORDS, SEO_TITLE)] == [
        "Worum es geht",
        "faehre-faehrt",
        "Fähre, See",
        "Fähre & See",
    ]


def test_all_names_of_a_list_can_go():
    data, article = BRIDGE.read_bytes(), opened(BRIDGE.read_bytes())
    article.remove(row(article, "Brücke, Rat"))
    back = as_it_came(article, "x", data)
    assert b"post_tag" not in back
    assert b'domain="category"' in back


def test_a_written_export_is_one_draft_in_blocks_without_a_date():
    story = composed(opened(BRIDGE.read_bytes()))
    root = etree.fromstring(WXR.write(story))
    post, picture = root.iter("item")
    assert (post.findtext(f"{WP}status"), post.findtext(f"{WP}post_type"), post.findtext(f"{WP}post_name")) == (
        "draft",
        "post",
        "altfeld-sperrt-bruecke",
    )
    assert not [element for element in root.iter() if "date" in str(element.tag).lower()]
    assert "publish" not in etree.tostring(root, encoding="unicode")
    assert picture.findtext(f"{WP}attachment_url") == "https://altfeld.example/bruecke.jpg"
    assert root.findtext(f"channel/{WP}wxr_version") == "1.2"
    back = WXR.read(WXR.write(story), "de").document
    assert texts(back) == texts(story)


@settings(max_examples=60, deadline=None)
@given(document=documents())
def test_a_story_reads_back_from_its_export(document):
    assume(body_html(document))
    back = WXR.read(WXR.write(document), "de").document
    assert body_html(back) == body_html(document)
    kinds = {BlockKind.TITLE, BlockKind.FIELD}
    assert [each for each in meaning(back) if each[0] not in kinds] == [
        each for each in meaning(format_named("html").read(format_named("html").write(document), "de").document) if each[0] not in kinds
    ]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Ein Satz.", "<b>fett</b>", "<p>p</p>", "<ul>\n\n<li>x</li></ul>", "<!--more-->", "\n\n", "\n", "<pre>a\n\nb</pre>", " "]
        )
    )
)
def test_paragraphs_of_classic_content_add_tags_and_nothing_else(pieces):
    content = "".join(pieces)
    assert with_paragraphs(content).replace("<p>", "").replace("</p>", "") == content.replace("<p>", "").replace("</p>", "")


def test_comments_that_do_not_match_are_no_blocks():
    assert [region.name for region in regions("<!-- wp:a --><!-- wp:b --><!-- /wp:a --><!-- wp:c /--><!-- /wp:d -->")] == ["a"]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (export(""), "holds no post"),
        (b"<rss xmlns:wp='http://wordpress.org/export/1.2/'><channel/></rss>", "holds no post"),
        (export("&lt;p&gt;x")[:-20], "damaged"),
        (b"<!DOCTYPE rss [<!ENTITY a 'b'>]>" + export("x").partition(b"?>")[2], "declares entities"),
    ],
)
def test_what_is_no_export_is_refused_in_one_sentence(data, sentence):
    with pytest.raises(UserError, match=sentence):
        WXR.read(data, "")


def test_alt_texts_of_pictures_in_blocks_go_back_to_their_pictures():
    content = '<!-- wp:image {"id":7} -->\n<figure class="wp-block-image"><img src="/f.jpg" alt="Boot" class="wp-image-7"/></figure>\n<!-- /wp:image -->\n\n<!-- wp:paragraph -->\n<p>Text.</p>\n<!-- /wp:paragraph -->'
    data = export(cdata(content))
    article = opened(data)
    assert value(article.target, ALT) == "Boot"
    article.edit(row(article, "Boot"), "Ein Boot")
    assert as_it_came(article, "x", data) == data.replace(b'alt="Boot"', b'alt="Ein Boot"')
