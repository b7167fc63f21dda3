import errno
import os
from contextlib import suppress

import pytest

from app import durable
from app.errors import UserError


@pytest.fixture
def path(tmp_path):
    (tmp_path / "story.html").write_bytes(b"earlier")
    return tmp_path / "story.html"


def refuse(number):
    def call(*arguments, **names):
        raise OSError(number, os.strerror(number))

    return call


def test_a_file_holds_what_was_written(path):
    durable.write(path, b"later")

    assert path.read_bytes() == b"later"
    assert [file.name for file in path.parent.iterdir()] == ["story.html"]


def test_the_earlier_file_is_kept_when_asked_for(path):
    durable.write(path, b"later", keep=True)

    assert path.with_name("story.html.bak").read_bytes() == b"earlier"


def test_a_link_is_written_through(path, tmp_path):
    (tmp_path / "link.html").symlink_to(path)

    durable.write(tmp_path / "link.html", b"later")

    assert (tmp_path / "link.html").is_symlink()
    assert path.read_bytes() == b"later"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS])
@pytest.mark.parametrize("call", ["fsync", "open", "rename", "replace"])
def test_a_failing_disk_leaves_the_earlier_file_and_one_sentence(path, monkeypatch, call, number):
    monkeypatch.setattr(os, call, refuse(number))

    with suppress(UserError):  # any other error would be a traceback for the user
        durable.write(path, b"later")

    monkeypatch.undo()
    assert path.read_bytes() in {b"earlier", b"later"}
    assert [file.name for file in path.parent.iterdir()] == ["story.html"]


def test_a_full_disk_is_called_a_full_disk(path, monkeypatch):
    monkeypatch.setattr(os, "fsync", refuse(errno.ENOSPC))

    with pytest.raises(UserError, match="the disk is full"):
        durable.write(path, b"later")

    assert path.read_bytes() == b"earlier"


def test_a_folder_that_is_gone_is_named(tmp_path):
    with pytest.raises(UserError, match="no longer there"):
        durable.write(tmp_path / "gone" / "story.html", b"later")


def test_a_folder_is_not_written_over(tmp_path):
    with pytest.raises(UserError):
        durable.write(tmp_path, b"later")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes with a name in a folder")
def test_a_pipe_is_written_into_and_stays_one(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)

    durable.write(tmp_path / "pipe", b"later", keep=True)

    assert os.read(reader, 9) == b"later"
    os.close(reader)
    assert (tmp_path / "pipe").is_fifo()
    assert len(list(tmp_path.iterdir())) == 1


def test_a_name_no_file_can_have_is_one_sentence(tmp_path):
    with pytest.raises(UserError, match="could not be written"):
        durable.write(tmp_path / ("x" * 5000), b"later", protected=[tmp_path])
