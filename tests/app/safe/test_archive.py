import io
import struct
import zipfile

import pytest

from app.errors import UserError
from app.safe.archive import Archive


def packed(members, method=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def test_members_are_read_by_name():
    archive = Archive(packed({"a.xml": b"one", "b/c.xml": b"two"}))
    assert archive.names == ("a.xml", "b/c.xml")
    assert archive.read("b/c.xml") == b"two"
    assert archive.read("missing") is None


def test_a_bomb_is_refused_before_it_is_unpacked():
    with pytest.raises(UserError, match="unpack"):
        Archive(packed({"bomb": b"\0" * 20_000_000}))


def test_a_bomb_that_lies_about_its_size_is_stopped_while_reading():
    data = packed({"bomb": b"\0" * 2_000_000})
    size = struct.pack("<I", 2_000_000)
    archive = Archive(data.replace(size, struct.pack("<I", 1000)))
    with pytest.raises(UserError):
        archive.read("bomb")


def test_too_many_members_are_refused():
    with pytest.raises(UserError, match="unpack"):
        Archive(packed({str(number): b"" for number in range(5001)}))


@pytest.mark.parametrize("cut", [0, 4, 30, -30])
def test_a_broken_archive_is_one_sentence(cut):
    with pytest.raises(UserError, match="damaged"):
        Archive(packed({"a.xml": b"text" * 50})[:cut])


def test_a_member_whose_bytes_are_broken_is_one_sentence():
    data = bytearray(packed({"a.xml": bytes(range(256)) * 20}))
    data[60] ^= 0xFF
    with pytest.raises(UserError, match="damaged"):
        Archive(bytes(data)).read("a.xml")


def test_a_member_with_a_password_is_named_as_such():
    data = bytearray(packed({"a.xml": b"text"}))
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1
    with pytest.raises(UserError, match="password"):
        Archive(bytes(data)).read("a.xml")


def test_names_that_climb_out_of_the_archive_touch_no_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    archive = Archive(packed({"../../evil.txt": b"x", "/etc/evil": b"y", "c:\\evil": b"z"}))
    assert [archive.read(name) for name in archive.names] == [b"x", b"y", b"z"]
    assert not list(tmp_path.iterdir())
