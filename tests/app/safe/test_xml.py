import pytest

from app.errors import UserError
from app.safe.xml import parse_html, parse_xml

BOMB = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>'
OUTSIDE = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'
PARAMETER = b'<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]><a/>'


@pytest.mark.parametrize("data", [BOMB, OUTSIDE, PARAMETER], ids=["bomb", "local file", "parameter entity"])
@pytest.mark.parametrize("doctype", [False, True])
def test_declared_entities_are_refused(data, doctype):
    with pytest.raises(UserError):
        parse_xml(data, doctype=doctype)


def test_a_bare_document_type_passes_only_where_it_is_allowed():
    data = b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a>x</a>'
    assert parse_xml(data, doctype=True).text == "x"
    with pytest.raises(UserError):
        parse_xml(data)


@pytest.mark.parametrize("data", [b"", b"<a>", b"<a>&undeclared;</a>", b"<a>" * 5000, b"\xff\xfe<", b"<a>\x01</a>"])
def test_what_is_not_well_formed_is_one_sentence(data):
    with pytest.raises(UserError):
        parse_xml(data)


def test_a_page_that_would_lose_text_by_its_depth_is_refused():
    with pytest.raises(UserError, match="nested"):
        parse_html("<div>" * 400 + "lost" + "</div>" * 400)


@pytest.mark.parametrize("text", ["", " ", "<!-- nothing -->"])
def test_a_page_without_anything_is_none(text):
    assert parse_html(text) is None


def test_an_xml_declaration_does_not_hinder_a_page():
    root = parse_html('<?xml version="1.0" encoding="iso-8859-1"?><html><body>ä</body></html>')
    assert root is not None
    assert "".join(root.itertext()) == "ä"


def test_a_page_that_declares_entities_is_refused():
    with pytest.raises(UserError, match="declares"):
        parse_html('<!DOCTYPE html [<!ENTITY a "x">]><p>&a;</p>')
    assert parse_html('<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://127.0.0.1:9/x.dtd"><p>[a]</p>') is not None
