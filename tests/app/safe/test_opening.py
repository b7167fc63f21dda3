import pytest

from app.safe.opening import LOOKED_AT, Opening, opening

BOMB = b'<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss x="&b;"/>'


def test_the_root_of_a_file_is_known_by_name_and_namespaces():
    data = b'<?xml version="1.0"?><!-- a feed --><a:b xmlns:a="http://x.example/" xmlns:c="http://y.example/"><c:d/></a:b>'
    assert opening(data) == Opening("b", "http://x.example/", frozenset({"http://x.example/", "http://y.example/"}))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1", "windows-1252"])
def test_the_encoding_of_a_file_does_not_matter(encoding):
    name = encoding.removesuffix("-sig")
    assert opening(f'<?xml version="1.0" encoding="{name}"?><Übung/>'.encode(encoding)).name == "Übung"


def test_a_document_type_is_not_loaded_and_does_not_hide_the_root():
    assert opening(b'<!DOCTYPE nitf SYSTEM "http://127.0.0.1:9/nitf.dtd"><nitf><head/></nitf>').name == "nitf"
    assert opening(b'<!DOCTYPE nitf SYSTEM "http://127.0.0.1:9/nitf.dtd" [<!ATTLIST a b CDATA #IMPLIED>]><story/>').name == "story"


def test_entities_are_never_looked_at():
    assert opening(BOMB) == Opening("rss")


@pytest.mark.parametrize("data", [b"", b"Plain words & more", b"<", b"\0\0\0\0", b'{"a": 1}', b"<?xml version='1.0' encoding='nix'?><a/>"])
def test_whatever_else_has_no_name(data):
    assert not opening(data).name


def test_a_file_without_end_is_looked_at_no_further():
    assert not opening(b"<!--" + b"x" * LOOKED_AT + b"--><a/>").name
