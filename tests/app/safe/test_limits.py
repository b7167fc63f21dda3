import os
import sys

import pytest

from app.errors import UserError
from app.safe.limits import read_limited


def test_a_file_at_the_limit_is_read_and_one_beyond_is_not(tmp_path):
    file = tmp_path / "story.txt"
    file.write_bytes(b"12345")
    assert read_limited(file, 5) == b"12345"
    with pytest.raises(UserError, match="larger"):
        read_limited(file, 4)


def test_an_empty_file_is_refused(tmp_path):
    file = tmp_path / "story.txt"
    file.touch()
    with pytest.raises(UserError, match="empty"):
        read_limited(file)


def test_a_folder_and_a_missing_file_are_named(tmp_path):
    with pytest.raises(UserError, match="folder"):
        read_limited(tmp_path)
    with pytest.raises(UserError, match="nowhere"):
        read_limited(tmp_path / "nowhere.txt")


def test_a_name_that_no_file_can_have_is_one_sentence(tmp_path):
    with pytest.raises(UserError):
        read_limited(tmp_path / "a\0b")
    with pytest.raises(UserError):
        read_limited(tmp_path / ("x" * 5000))


@pytest.mark.skipif(sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_one_sentence(tmp_path):
    file = tmp_path / "story.txt"
    file.write_bytes(b"x")
    file.chmod(0)
    with pytest.raises(UserError, match="may not be read"):
        read_limited(file)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path):
    pipe = tmp_path / "story.txt"
    os.mkfifo(pipe)
    with pytest.raises(UserError, match="plain file"):
        read_limited(pipe)
