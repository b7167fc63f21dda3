import pytest

from app import durable
from app.errors import UserError


def test_an_earlier_file_is_kept_beside_the_new_one(tmp_path):
    path = tmp_path / "story.html"
    durable.write(path, b"one", keep=True)
    durable.write(path, b"two", keep=True)
    assert path.read_bytes() == b"two"
    assert (tmp_path / "story.html.bak").read_bytes() == b"one"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_source_is_never_overwritten_by_whatever_name(tmp_path):
    source = tmp_path / "story.txt"
    source.write_bytes(b"source")
    other = tmp_path / "link.txt"
    other.symlink_to(source)
    with pytest.raises(UserError):
        durable.write(other, b"export", protected=[source])
    assert source.read_bytes() == b"source"


def test_a_file_that_cannot_be_written_is_one_sentence_and_leaves_nothing(tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(UserError):
        durable.write(folder, b"x")
    with pytest.raises(UserError):
        durable.write(tmp_path / "missing" / "story.txt", b"x")
    assert list(tmp_path.iterdir()) == [folder]
