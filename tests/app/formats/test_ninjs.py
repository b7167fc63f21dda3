"""ninjs: an item is one story, however often it says it."""

import json
from pathlib import Path

import pytest

from app import formats
from app.deliver.returning import as_it_came
from app.model import BlockKind, BlockStart
from tests.app.formats.agencies import corrected, fields, kinds, opened, packed, row

TWO = {
    "uri": "http://altfeld.example/7",
    "headlines": [{"role": "kicker", "value": "Hafen"}, {"role": "main", "value": "Fischer heim"}, {"role": "seo", "value": "Fischer"}],
    "descriptions": [{"role": "summary", "contenttype": "text/html", "value": "<p>Alle <b>sind</b> da.</p>"}],
    "by": "Jona Ahlers",
    "slugline": "hafen",
    "copyrightnotice": "Bote",
    "contentcreated": "2026-11-22T09:00:00Z",
    "embargoed": "2026-12-01T06:00:00Z",
    "subjects": [{"name": "Fang", "rel": "keyword"}, {"name": "Wirtschaft", "rel": "about"}],
    "bodies": [
        {"role": "text", "contenttype": "text/plain", "value": "Sie kamen abends.\nMüde & froh."},
        {
            "role": "html",
            "contenttype": "text/html",
            "value": '<h1>Fischer heim</h1><p>Sie kamen <em>abends</em>.</p>\n<p>Müde &amp; froh.</p><img src="http://x.example/a.jpg" alt="Kai">',
        },
    ],
    "associations": [
        {
            "name": "bild",
            "uri": "urn:b",
            "type": "picture",
            "by": "Ahlers",
            "headlines": [{"value": "Der Kutter"}],
            "descriptions": [{"value": "Der Kutter im Hafen"}],
            "renditions": [{"name": "gross", "href": "http://x.example/b.jpg"}],
        }
    ],
}


def renamed(value):
    """The same item under the names of version 3."""
    names = {
        "copyrightnotice": "copyrightNotice",
        "contenttype": "contentType",
        "contentcreated": "contentCreated",
        "embargoed": "embargoedUntil",
    }
    if isinstance(value, dict):
        return {names.get(name, name): renamed(each) for name, each in value.items()}
    return [renamed(each) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("item", [TWO, renamed(TWO)], ids=["version 2", "version 3"])
def test_a_ninjs_item_is_read_with_head_fields_text_and_pictures(item):
    data = packed(item)
    assert kinds(data, "x.json") == [
        ("kicker", "Hafen"),
        ("title", "Fischer heim"),
        ("deck", "Alle sind da."),
        ("byline", "Jona Ahlers"),
        ("paragraph", "Sie kamen abends."),
        ("paragraph", "Müde & froh."),
        ("figure", "\ufffc"),
        ("figure", "\ufffc"),
        ("caption", "Der Kutter im Hafen"),
        ("credit", "Ahlers"),
    ]
    assert fields(data, "x.json") == [
        ("seo-title", "Fischer"),
        ("slug", "hafen"),
        ("keywords", "Fang"),
        ("alt", "Kai"),
        ("alt", "Der Kutter"),
        ("copyright", "Bote"),
        ("date", "2026-11-22T09:00:00Z"),
        ("embargo", "2026-12-01T06:00:00Z"),
        ("id", "http://altfeld.example/7"),
    ]
    assert not formats.read_bytes(data, Path("x.json")).notes


@pytest.mark.parametrize("how", [{}, {"ensure_ascii": True}, {"indent": 3, "separators": (" ,", " : ")}], ids=["bare", "escaped", "spaced"])
def test_a_ninjs_file_changes_in_every_rendition_and_nowhere_else(how):
    data = packed(TWO, **how)
    assert as_it_came(opened(data, "x.json"), "x.json", data) == data
    pairs = [
        ("Fischer heim", "Fischer fort"),
        ("abends", "morgens"),
        ("froh", "satt"),
        ("sind", "waren"),
        ("Kai", '"Mole"'),
        ("Der Kutter", "Das Boot"),
        ("Fang", "Fänge"),
    ]
    said = json.loads(data)
    said["headlines"][1]["value"] = "Fischer fort"
    said["descriptions"][0]["value"] = "<p>Alle <b>waren</b> da.</p>"
    said["subjects"][0]["name"] = "Fänge"
    said["bodies"][0]["value"] = "Sie kamen morgens.\nMüde & satt."
    html = said["bodies"][1]["value"].replace("heim", "fort").replace("abends", "morgens").replace("froh", "satt")
    said["bodies"][1]["value"] = html.replace('"Kai"', '"&quot;Mole&quot;"')
    said["associations"][0]["headlines"][0]["value"] = "Das Boot"
    assert corrected(data, "x.json", *pairs) == packed(said, **how)


def test_paragraphs_come_and_go_in_every_rendition_that_has_the_one_before():
    data = packed(TWO)
    article = opened(data, "x.json")
    article.insert(row(article, "abends").id, "Neu & gut.", BlockStart(BlockKind.PARAGRAPH))
    article.remove(row(article, "froh").id)
    bodies = json.loads(as_it_came(article, "x.json", data))["bodies"]
    assert bodies[0]["value"].split() == "Sie kamen abends. Neu & gut.".split()
    assert "<p>Neu &amp; gut.</p>" in bodies[1]["value"]
    assert "froh" not in bodies[1]["value"]


def test_a_rendition_that_says_otherwise_stays_and_is_named():
    item = {**TWO, "bodies": [{"role": "text", "contenttype": "text/plain", "value": "Anders."}, TWO["bodies"][1]]}
    assert "other renditions" in formats.read_bytes(packed(item), Path("x.json")).notes[0].render()
    assert b"Anders." in corrected(packed(item), "x.json", ("abends", "morgens"))


def test_a_file_of_another_format_inside_an_item_is_read_only_where_there_is_nothing_else():
    nitf = {
        "role": "nitf",
        "contentType": "text/vnd.IPTC.NITF",
        "value": '<?xml version="1.0"?><nitf><body><p>Eins.</p><p>Zwei.</p></body></nitf>',
    }
    item = {"uri": "u", "bodies": [nitf, {"role": "text", "contentType": "text/plain", "value": "Eins."}]}
    assert kinds(packed(item), "x.json") == [("paragraph", "Eins.")]
    assert kinds(packed({**item, "bodies": [nitf]}), "x.json") == [("paragraph", "Eins."), ("paragraph", "Zwei.")]


def test_what_is_odd_beside_a_sound_text_does_not_stop_it():
    item = {
        **TWO,
        "headlines": [1, {"value": 2}],
        "descriptions": "a",
        "by": 7,
        "associations": {"a": 1, "b": {"type": "picture"}},
        "subjects": None,
    }
    assert kinds(packed(item), "x.json")[0] == ("title", "Fischer heim")
