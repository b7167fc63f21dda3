"""A pair of texts becomes a project, or nothing."""

import pytest

from app import pipeline
from app.errors import Cancelled, UserError
from app.store import Store
from ui.session.reading import read_pair

PAIR = pipeline.from_text("The council met.", "en", "story.en.txt"), pipeline.from_text("Der Rat tagte.", "de", "story.de.txt")


def given_up(_done, _total):
    raise Cancelled


def test_a_pair_that_is_given_up_leaves_no_file(tmp_path):
    with pytest.raises(Cancelled):
        read_pair(*PAIR, tmp_path / "story.gegenlesen", "Jo Winter", given_up)
    assert not list(tmp_path.iterdir())


def test_a_file_that_could_not_be_filled_is_gone_again(tmp_path, monkeypatch):
    def full(*_arguments):
        raise UserError("full")

    monkeypatch.setattr(Store, "add", full)
    with pytest.raises(UserError):
        read_pair(*PAIR, tmp_path / "story.gegenlesen", "Jo Winter", lambda _done, _total: None)
    assert not list(tmp_path.glob("*.gegenlesen"))
