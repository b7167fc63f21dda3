"""Reading in a process that may be killed."""

import os
import signal
import time
from pathlib import Path

import pytest

from app import formats
from app.errors import UserError
from app.formats import Reading
from app.formats.text import TEXT
from app.i18n import N_, use_language
from app.safe import apart
from app.safe.limits import MEBIBYTE
from tests.app.safe.test_archive import packed


def hang(data):
    time.sleep(600)


def hog(data):
    return bytes(apart.MEMORY + MEBIBYTE)


def die(data):
    os.kill(os.getpid(), signal.SIGKILL)


def stumble(data):
    raise LookupError("a bug of ours")


def refuse(data, name):
    raise UserError(N_("“{name}” is empty; choose a file with a story in it."), name=name)


def chatter(data):
    return data[::-1]


def test_a_heavy_text_is_read_apart_as_it_would_be_here():
    data = ("Ein Satz mit Umläuten. " * 1000 + "\n\n").encode() * 220
    assert apart.weight(data) > apart.HEAVY

    reading = apart.read(TEXT.read, Reading, data, "de")

    assert reading == TEXT.read(data, "de")


def test_a_reader_that_hangs_is_killed():
    with pytest.raises(UserError, match="more time or memory"):
        apart.called(hang, bytes, b"x", seconds=1.5)


@pytest.mark.skipif(os.name == "nt", reason="no limit of memory there")
@pytest.mark.parametrize("reader", [hog, die])
def test_a_reader_that_takes_all_memory_or_dies_harms_nobody(reader):
    with pytest.raises(UserError, match="more time or memory"):
        apart.called(reader, bytes, b"x")


def test_a_bug_stays_a_bug():
    with pytest.raises(RuntimeError, match="a bug of ours"):
        apart.called(stumble, bytes, b"x")


def test_what_the_reader_refuses_is_said_in_the_language_of_the_window():
    use_language("de")
    with pytest.raises(UserError, match=r"„x“ ist leer"):
        apart.called(refuse, bytes, b"x", "x")


def test_what_libraries_print_is_no_part_of_the_answer():
    assert apart.called(chatter, bytes, b"abc") == b"cba"


def test_a_packed_file_weighs_what_it_holds():
    assert apart.weight(packed({"word/document.xml": b"x" * 9_000_000})) == 9_000_000
    assert apart.weight(b"PK no archive") == 13


def test_a_story_is_not_read_apart(monkeypatch):
    monkeypatch.setattr(apart, "called", None)

    assert formats.read_bytes(b"A story.", Path("a.txt")).document.text.plain == "A story."
