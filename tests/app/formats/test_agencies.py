"""NITF, NewsML-G2 and what all agency formats have in common: what a story is there, and how it gets back."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from app import formats
from app.cli import main
from app.deliver.returning import as_it_came
from app.errors import UserError
from app.formats import format_named
from app.formats.parts import Part, joined
from app.model import BlockKind, BlockStart, Mark, MarkKind, Span, Text
from tests.app.formats.agencies import corrected, fields, kinds, opened, packed, row
from tests.app.formats.invented import meaning, stories

STORIES = Path(__file__).parents[2] / "data" / "stories"
WRITTEN = ["nitf", "newsml", "ninjs", "ninjs22"]


def name_of(form):
    return f"x{format_named(form).endings[0]}"


def told(document):
    """What a story says, without the alt texts that are fields of their own once a file was read; fields in any order."""
    found = [block for block in meaning(document) if not (block[0] is BlockKind.FIELD and dict(block[1]).get("src"))]
    text = [block for block in found if block[0] is not BlockKind.FIELD]
    return text, sorted((dict(block[1])["name"], block[2]) for block in found if block[0] is BlockKind.FIELD)


@pytest.mark.parametrize("form", WRITTEN)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(document=stories())
def test_what_is_written_reads_back_the_same(form, document):
    written = format_named(form).write(document)
    assert told(formats.read_bytes(written, Path(name_of(form)), "de").document) == told(document)


NITF = """<?xml version="1.0" encoding="iso-8859-1"?>
<!DOCTYPE nitf SYSTEM "http://127.0.0.1:9/nitf.dtd">
<?desk sport?>
<nitf version="-//IPTC//DTD NITF 3.4//EN">
<head><title>Fischer kehren heim</title>
<meta name="field.teaser" content="Kurz &amp; gut"/>
<docdata><doc-id id-string="K-1"/><date.issue norm="20261122T090000Z"/><date.release norm="20261123T060000Z"/><du-key key='fischer-heim'/>
<doc.copyright holder="Altfelder Bote" year="2026"/><key-list><keyword key="Fischerei"/><keyword key="Hafen"/></key-list></docdata></head>
<body xml:lang="de"><body.head>
<hedline><hl1>Fischer <em>kehren</em> heim</hl1><hl2 class="kicker">Hafen</hl2><hl2>Nach 14 Tagen auf See</hl2></hedline>
<note noteclass="cpyrt"><body.content><p>Nicht vor Mitternacht drucken</p></body.content></note>
<byline>Von <person>Jona Ahlers</person><byttl>Altfelder Bote</byttl></byline><distributor>AB</distributor>
<dateline><location>Altfeld</location></dateline><abstract><p>Alle sind da.</p></abstract></body.head>
<body.content><block><p>Sie kamen &eacute;ines Abends &ndash; m&uuml;de.<!-- sic --></p></block>
<hl2 class="h3">Am Kai</hl2><p>Das <money unit="EUR">Geld</money> <virtloc value="x">reicht</virtloc>.</p>
<media media-type="image"><media-reference source="https://altfeld.example/k.jpg" alternate-text="Der Kai"/><media-reference source="https://altfeld.example/k-2.jpg"/>
<media-caption>Der Kai am Abend</media-caption><media-producer>Foto: Ahlers</media-producer></media>
<table><caption>F&#228;nge</caption><tr><th>Boot</th><th>Kisten</th></tr><tr><td>Möwe</td><td>12</td></tr></table>
<ol seqnum="3"><li>Drittens</li></ol><bq><block><p>Nie wieder</p></block><credit>Der Kapitän</credit></bq>
<p>Mehr bei <a href="https://altfeld.example/?a=1&amp;b=2">uns</a><br/>und <em class="bold">hier</em>.</p><hr/><pre>a  b</pre>
</body.content><body.end><tagline>Ende</tagline></body.end></body></nitf>
""".encode("iso-8859-1")


def test_a_nitf_file_is_read_with_head_fields_and_every_kind_of_block():
    read = formats.read_bytes(NITF, Path("x.xml"))
    found = [(block.kind.value, read.document.excerpt(block.span).plain) for block in read.document.blocks]
    assert found == [
        ("kicker", "Hafen"),
        ("title", "Fischer kehren heim"),
        ("field", "Kurz & gut"),
        ("field", "fischer-heim"),
        ("field", "Fischerei"),
        ("field", "Hafen"),
        ("field", "Der Kai"),
        ("field", "Altfelder Bote"),
        ("field", "20261122T090000Z"),
        ("field", "20261123T060000Z"),
        ("field", "K-1"),
        ("deck", "Nach 14 Tagen auf See"),
        ("deck", "Alle sind da."),
        ("byline", "Von Jona AhlersAltfelder Bote"),
        ("dateline", "Altfeld"),
        ("paragraph", "Sie kamen éines Abends – müde."),
        ("heading", "Am Kai"),
        ("paragraph", "Das Geld reicht."),
        ("figure", "\ufffc"),
        ("caption", "Der Kai am Abend"),
        ("credit", "Foto: Ahlers"),
        ("caption", "Fänge"),
        ("table-cell", "Boot"),
        ("table-cell", "Kisten"),
        ("table-cell", "Möwe"),
        ("table-cell", "12"),
        ("list-item", "Drittens"),
        ("quotation", "Nie wieder"),
        ("credit", "Der Kapitän"),
        ("paragraph", "Mehr bei uns und hier."),
        ("rule", "\ufffc"),
        ("code", "a  b"),
        ("paragraph", "Ende"),
    ]
    assert read.document.origin == "nitf"
    assert [note.render() for note in read.notes] == ["Left out of the page: note (1)."]
    kinds = [mark.kind for mark in read.document.text.marks]
    assert kinds == [MarkKind.EMPHASIS, MarkKind.LINK, MarkKind.LINE_BREAK, MarkKind.STRONG]


def test_a_nitf_file_keeps_every_character_that_was_not_corrected():
    assert as_it_came(opened(NITF, "x.xml"), "x.xml", NITF) == NITF
    pairs = [
        ("heim", "fort → weit"),
        ("Der Kai", "Die Mole"),
        ("Fischerei", "Fang"),
        ("Geld", "Gold"),
        ("m\u00fcde", "matt"),
    ]
    expected = NITF
    for old, new in [
        (b"<title>Fischer kehren heim", b"<title>Fischer kehren fort &#8594; weit"),
        (b"<em>kehren</em> heim", b"<em>kehren</em> fort &#8594; weit"),
        (b'alternate-text="Der Kai"', b'alternate-text="Die Mole"'),
        (b'key="Fischerei"', b'key="Fang"'),
        (b">Geld<", b">Gold<"),
        (b"m&uuml;de", b"matt"),
    ]:
        assert expected.count(old) == 1
        expected = expected.replace(old, new)
    assert corrected(NITF, "x.xml", *pairs) == expected


def newsml(content, head="<headline>Titel</headline>"):
    return f"""<?xml version="1.0"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:altfeld.example:2026:7" standard="NewsML-G2" standardversion="2.9" xml:lang="de">
<rightsInfo><copyrightNotice>Altfelder Bote</copyrightNotice></rightsInfo><itemMeta><embargoed>2026-12-01T06:00:00Z</embargoed></itemMeta>
<contentMeta><contentCreated>2026-11-22T09:00:00Z</contentCreated><slugline>hafen</slugline><keyword>Hafen</keyword>{head}</contentMeta>
<contentSet>{content}</contentSet></newsItem>""".encode()


PAGE = '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>{}</body></html></inlineXML>'


def test_what_the_head_of_a_news_item_says_again_is_one_block_and_changes_everywhere():
    head = "<headline>Titel</headline><headline role='x:sub'>Unten</headline><by>Von Jo</by><description role='drol:summary'>Kurz</description>"
    data = newsml(PAGE.format('<h1>Titel</h1><p class="byline">Von <strong>Jo</strong></p><h2>Unten</h2><p>Text.</p>'), head)
    assert kinds(data) == [("title", "Titel"), ("deck", "Kurz"), ("byline", "Von Jo"), ("heading", "Unten"), ("paragraph", "Text.")]
    back = corrected(data, "x.xml", ("Titel", "Neu"), ("Von Jo", "Von Kim"), ("Unten", "Oben"))
    expected = (
        data.replace(b">Titel<", b">Neu<")
        .replace(b"<by>Von Jo<", b"<by>Von Kim<")
        .replace(b">Jo<", b">Kim<")
        .replace(b">Unten<", b">Oben<")
    )
    assert back == expected


def test_the_fields_of_a_news_item_are_taken_in_and_go_back():
    data = newsml(PAGE.format("<p>Text.</p>"))
    assert fields(data) == [
        ("slug", "hafen"),
        ("keywords", "Hafen"),
        ("copyright", "Altfelder Bote"),
        ("date", "2026-11-22T09:00:00Z"),
        ("embargo", "2026-12-01T06:00:00Z"),
        ("id", "urn:newsml:altfeld.example:2026:7"),
    ]
    assert corrected(data, "x.xml", ("Hafen", "<Kai>")) == data.replace(b">Hafen<", b">&lt;Kai&gt;<")


@pytest.mark.parametrize(
    ("content", "blocks", "edited"),
    [
        (
            '<inlineXML><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.content><p>Der Hafen <org>ruft</org>.</p></body.content></body></nitf></inlineXML>',
            [("paragraph", "Der Hafen ruft.")],
            (b"Der Hafen", b"Der Kai"),
        ),
        (
            '<inlineData contenttype="text/plain">Der Hafen ruft.\n\nEr &amp; alle\nkommen.</inlineData>',
            [("paragraph", "Der Hafen ruft."), ("paragraph", "Er & alle kommen.")],
            (b"Der Hafen", b"Der Kai"),
        ),
        (
            "<inlineData contenttype='text/html'>&lt;p&gt;Der &lt;b&gt;Hafen&lt;/b&gt; ruft.&lt;/p&gt;</inlineData>",
            [("paragraph", "Der Hafen ruft.")],
            (b"b&gt;Hafen", b"b&gt;Kai"),
        ),
        (
            "<inlineData contenttype='text/html'><![CDATA[<p>Der Hafen & er.</p>]]></inlineData>",
            [("paragraph", "Der Hafen & er.")],
            (b"<![CDATA[<p>Der Hafen & er.</p>]]>", b"&lt;p&gt;Der Kai &amp; er.&lt;/p&gt;"),
        ),
        (
            "<inlineData contenttype='text/html'><![CDATA[<p>Der Hafen, m&uuml;de.</p>]]></inlineData>",
            [("paragraph", "Der Hafen, müde.")],
            (b"<![CDATA[<p>Der Hafen, m&uuml;de.</p>]]>", b"&lt;p&gt;Der Kai, m&amp;uuml;de.&lt;/p&gt;"),
        ),
        (
            '<inlineXML><story xmlns="x"><P>Der Hafen ruft &ndash; laut.</P></story></inlineXML>',
            [("paragraph", "Der Hafen ruft – laut.")],
            (b"Der Hafen", b"Der Kai"),
        ),
        (
            '<inlineXML><story xmlns="x"><P>Der Hafen ruft.</P><P>Alle.</P></story></inlineXML>',
            [("paragraph", "Der Hafen ruft."), ("paragraph", "Alle.")],
            (b"Der Hafen", b"Der Kai"),
        ),
    ],
    ids=["nitf", "plain data", "escaped html", "packed html", "packed names", "bare names", "a house's own"],
)
def test_the_text_of_a_news_item_is_found_in_whatever_holds_it(content, blocks, edited):
    data = newsml(content)
    assert kinds(data) == [("title", "Titel"), *blocks]
    assert as_it_came(opened(data, "x.xml"), "x.xml", data) == data
    assert corrected(data, "x.xml", ("Der Hafen", "Der Kai")) == data.replace(*edited)


def test_of_several_news_items_the_longest_is_read_and_the_others_are_named():
    items = [newsml(PAGE.format(f"<p>{words}</p>")).partition(b"?>")[2].decode() for words in ("Kurz.", "Das hier ist der lange Text.", "")]
    message = f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{"".join(items)}</itemSet></newsMessage>'.encode()
    read = formats.read_bytes(message, Path("x.xml"))
    assert "Das hier ist der lange Text." in read.document.text.plain
    assert "Kurz" not in read.document.text.plain
    assert read.notes[0].render() == "The file holds other stories too (1); the longest was read."
    assert corrected(message, "x.xml", ("lange", "längste")) == message.replace(b"lange T", "längste T".encode())


def test_a_package_without_a_story_is_one_sentence():
    with pytest.raises(UserError, match="package"):
        formats.read_bytes(newsml("<remoteContent href='x.jpg'/>"), Path("x.xml"))
    with pytest.raises(UserError, match="package"):
        formats.read_bytes(b'<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>', Path("x.xml"))


@pytest.mark.parametrize("name", ["bridge.nitf", "bridge.newsml", "bridge.ninjs"])
def test_a_new_field_has_no_place_in_the_file_of_an_agency(name):
    data = (STORIES / name).read_bytes()
    article = opened(data, name)
    article.insert(article.units[0].id, "Kurz gesagt", BlockStart(BlockKind.FIELD, (("name", "teaser"),)))
    with pytest.raises(UserError, match="no place"):
        as_it_came(article, name, data)


@pytest.mark.parametrize("name", ["bridge.nitf", "bridge.newsml", "bridge.ninjs"])
def test_a_new_link_is_written_as_the_file_writes_its_elements(name):
    data = (STORIES / name).read_bytes()
    article = opened(data, name)
    unit = row(article, "niemand mehr")
    article.edit(
        unit.id, Text(unit.target.plain, (Mark(Span(0, 4), MarkKind.LINK, (("href", "https://neu.example/?a=1&b=2"),)), *unit.target.marks))
    )
    back = formats.read_bytes(as_it_came(article, name, data), Path(name), "de").document
    assert "https://neu.example/?a=1&b=2" in {dict(mark.attributes).get("href") for mark in back.text.marks}
    assert len(back.blocks) == len(article.target.blocks)


HOSTILE = {
    "laughs": b'<!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><nitf><body><body.content><p>&b;</p></body.content></body></nitf>',
    "a local file": b'<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/hostname">]><nitf><body><body.content><p>&x;</p></body.content></body></nitf>',
    "a parameter": b'<!DOCTYPE nitf [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]><nitf><body><body.content><p>a</p></body.content></body></nitf>',
    "a name that nobody knows": b"<!DOCTYPE nitf SYSTEM 'x'><nitf><body><body.content><p>a &huhu; b</p></body.content></body></nitf>",
    "depth": b"<nitf><body>" + b"<block>" * 5000 + b"Text" + b"</block>" * 5000 + b"</body></nitf>",
    "cut off": b"<nitf><body><body.content><p>Text",
    "no body": b"<nitf><head><title>Titel</title></head></nitf>",
    "no words": b"<nitf><body><body.content><p/></body.content></body></nitf>",
    "an empty item": b'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>',
    "a bomb in an item": b'<!DOCTYPE a [<!ENTITY b "x">]><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>',
    "some other XML": b"<rss><channel/></rss>",
    "deep data": newsml("<inlineData contenttype='text/html'>" + "&lt;div>" * 5000 + "x</inlineData>"),
}
WRONG = {
    "no text": b'{"uri": "urn:x", "headline": ""}',
    "numbers": b'{"uri": 1, "headline": 2, "body_text": 3, "byline": 4, "language": 5, "slugline": 6}',
    "lists": b'{"uri": [], "headlines": [1, "a", null, {"value": 2}, {"role": 3}], "bodies": [[[]]], "descriptions": {}, "subjects": [1], "by": {}}',
    "odd pictures": b'{"uri": "urn:x", "headlines": "a", "bodies": {}, "associations": [1, {"type": []}, {"type": "picture", "renditions": [1, {"href": 2}]}]}',
    "a list": b'[{"headline": "a", "body_text": "b"}]',
    "depth": b'{"uri": "u", "bodies": ' + b"[" * 100_000,
    "a number without end": b'{"uri": "u", "bodies": [], "urgency": ' + b"9" * 100_000 + b"}",
    "half a pair": b'{"uri": "u", "headline": "\\ud800", "body_text": "a"}',
    "cut off": b'{"uri": "u", "headline": "a',
    "deep html": packed({"uri": "u", "body_html": "<div>" * 5000 + "x"}),
    "not UTF-8": b'{"uri": "u", "headline": "\xe4"}',
}


@pytest.mark.parametrize(
    ("data", "name"),
    [*((data, "x.xml") for data in HOSTILE.values()), *((data, "x.json") for data in WRONG.values())],
    ids=[*HOSTILE, *(f"ninjs {name}" for name in WRONG)],
)
def test_hostile_and_odd_files_are_one_sentence_that_names_the_file(data, name):
    with pytest.raises(UserError, match=name) as caught:
        formats.read_bytes(data, Path(name))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("form", WRITTEN)
def test_what_a_file_cannot_hold_is_not_written(form):
    odd = Text("a\x00b\x0bc\ufffe <>&\"' ]]> \x85\x1b", (Mark(Span(0, 3), MarkKind.LINK, (("href", "javascript:x"),)),))
    written = format_named(form).write(joined([Part(BlockKind.PARAGRAPH, odd)], "de", "html"))
    back = formats.read_bytes(written, Path(name_of(form)), "de").document
    assert back.text.plain.split() == ["ab", "c", "<>&\"'", "]]>"]
    assert not back.text.marks


PAGE_OF_ALL = """<html lang="de"><head><meta name="keywords" content="Fang, Hafen"><meta name="description" content="Kurz"></head><body>
<p class="kicker">Hafen</p><h1>Fischer <em>heim</em></h1><p class="deck">Alle da</p><p class="byline">Von Jo</p><p class="dateline">Altfeld</p>
<p>Text &amp; <a href="https://altfeld.example/">mehr</a>.</p><h3>Am Kai</h3><ol start="3"><li>Drittens<ul><li>tief</li></ul></li></ol>
<blockquote><p>Nie</p></blockquote><figure><img src="https://altfeld.example/k.jpg" alt="Kai"><figcaption>Der Kai</figcaption></figure><p class="credit">Jo</p>
<table><tr><th>Boot</th><th>Zahl</th></tr><tr><td>Möwe</td><td>12</td></tr></table><hr><p>Im <img src="https://altfeld.example/i.jpg" alt="i"> Text</p></body></html>"""


@pytest.fixture
def everything():
    return formats.read_bytes(PAGE_OF_ALL.encode(), Path("x.html")).document


def test_nitf_is_written_in_the_order_of_its_schema(everything):
    root = etree.fromstring(format_named("nitf").write(everything))
    names = {element: etree.QName(element).localname for element in root.iter()}
    assert {etree.QName(element).namespace for element in root.iter()} == {"http://iptc.org/std/NITF/2006-10-18/"}
    head, body = root
    assert [names[each] for each in head] == ["title", "meta", "docdata"]
    assert [names[each] for each in body[0]] == ["hedline", "byline", "dateline", "abstract"]
    assert [(names[each], each.get("class")) for each in body[0][0]] == [("hl1", None), ("hl2", "kicker")]
    assert [names[each] for each in body[1]] == ["p", "hl2", "ol", "bq", "media", "table", "hr", "p", "media"]
    assert [names[each] for each in body[1][4]] == ["media-reference", "media-caption", "media-producer"]
    assert [each.get("key") for each in root.iter("{*}keyword")] == ["Fang", "Hafen"]
    assert not [each for each in root.iter("{*}p", "{*}hl1", "{*}hl2") if any(names[inner] in {"media", "ul", "p"} for inner in each)]


def test_a_news_item_is_written_with_its_text_in_xhtml(everything):
    root = etree.fromstring(format_named("newsml").write(everything))
    assert (root.get("standard"), root.get("standardversion"), root.get("conformance")) == ("NewsML-G2", "2.35", "power")
    assert root.get("guid").startswith("urn:uuid:")
    assert [etree.QName(each).localname for each in root] == ["catalogRef", "itemMeta", "contentMeta", "contentSet"]
    said = {etree.QName(each).localname: each.text for each in root[2] if each.text}
    assert said == {"keyword": "Hafen", "headline": "Fischer heim", "description": "Kurz", "by": "Von Jo", "dateline": "Altfeld"}
    body = root.find(".//{http://www.w3.org/1999/xhtml}body")
    names = [etree.QName(each).localname for each in body]
    assert names == ["p", "h1", "p", "h3", "ol", "blockquote", "figure", "p", "table", "hr", "p"]


@pytest.mark.parametrize(("form", "version", "created"), [("ninjs", "3.1", "versionCreated"), ("ninjs22", "2.2", "versioncreated")])
def test_a_ninjs_item_is_written_under_the_names_of_its_version(everything, form, version, created):
    item = json.loads(format_named(form).write(everything))
    assert item["standard"] == {"name": "ninjs", "version": version}
    assert created in item
    assert [(each["role"], each["value"]) for each in item["headlines"]] == [("kicker", "Hafen"), ("main", "Fischer heim")]
    assert [(each["role"], each["value"]) for each in item["descriptions"]] == [("summary", "Alle da"), ("teaser", "Kurz")]
    assert item["subjects"] == [{"name": "Fang", "rel": "keyword"}, {"name": "Hafen", "rel": "keyword"}]
    assert item["by"] == "Von Jo"
    assert ("contentType" in item["bodies"][0]) is (version == "3.1")


def test_a_folder_of_agency_files_is_imported_and_leaves_as_an_agency_file(tmp_path, capsys):
    (tmp_path / "in").mkdir()
    for language, words in (("en", "The harbour calls its fishermen home tonight."), ("de", "Der Hafen ruft seine Fischer heute heim.")):
        (tmp_path / "in" / f"hafen.{language}.xml").write_bytes(newsml(PAGE.format(f"<p>{words}</p>")))
    (tmp_path / "in" / "settings.xml").write_text("<settings/>")
    project, out = str(tmp_path / "p.gegenlesen"), tmp_path / "out.xml"
    assert main(["import", str(tmp_path / "in"), "-o", project]) == 0
    assert "settings" not in capsys.readouterr().out
    assert main(["export", project, "--to", "nitf", "-o", str(out), "--accept", "Probe"]) == 0
    assert kinds(out.read_bytes())[1:] == [("paragraph", "Der Hafen ruft seine Fischer heute heim.")]
    assert main(["export", project, "--to", "same", "-o", str(tmp_path / "same.xml"), "--accept", "Probe"]) == 0
    assert (tmp_path / "same.xml").read_bytes() == (tmp_path / "in" / "hafen.de.xml").read_bytes()
