import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.safe.encoding import cleaned, decoded, decoded_as

STORY = "Die Bürger von Altfeld – sagt Ökonomin „Grün“ – zahlen 5 €."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_recognised_by_its_mark_or_its_bytes(encoding):
    result = decoded(STORY.encode(encoding))
    assert result.text == STORY
    assert not result.notes


def test_windows_1252_is_assumed_and_said():
    result = decoded(STORY.encode("cp1252"))
    assert result.text == STORY
    assert result.encoding == "windows-1252"
    assert "Windows-1252" in result.notes[0].render()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_assumed_and_said(encoding):
    result = decoded(STORY.encode(encoding))
    assert result.text == STORY
    assert encoding.upper() in result.notes[0].render()


def test_one_broken_byte_does_not_turn_utf8_into_gibberish():
    result = decoded(STORY.encode() + b"\xff")
    assert result.text == STORY + "\ufffd"
    assert "1" in result.notes[0].render()


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\x01\x02\x03", bytes(range(256)), b"\xff\xfe\x00\xd8\x00\xd8a"],
    ids=["png", "pdf", "all bytes", "broken UTF-16"],
)
def test_what_is_no_text_is_refused(data):
    with pytest.raises(UserError):
        decoded(data)


def test_a_page_is_read_in_the_encoding_it_declares():
    assert decoded_as("Dvořák".encode("cp1250"), "windows-1250").text == "Dvořák"


def test_latin_1_means_windows_1252_as_in_browsers():
    assert decoded_as("„€“".encode("cp1252"), "iso-8859-1").text == "„€“"


@pytest.mark.parametrize("declared", ["klingon", "unicode_escape", "rot13", "utf-16"])
def test_an_encoding_nobody_can_declare_is_decided_anew_and_said(declared):
    result = decoded_as(STORY.encode(), declared)
    assert result.text == STORY
    assert declared in result.notes[0].render()


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_cleaning_keeps_every_offset(text):
    clean = cleaned(text).text
    assert len(clean) == len(text)
    clean.encode("utf-8")
    assert not set(clean) & {"\0", "\ufffc", "\u2029"}


def test_halves_of_characters_are_replaced_one_by_one_and_counted():
    result = cleaned("a\ud83db\udc00")
    assert result.text == "a\ufffdb\ufffd"
    assert "2" in result.notes[0].render()
