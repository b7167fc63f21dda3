"""Where one was is remembered for each project, and nothing goes wrong where it cannot be."""

import os

import pytest

from app import places
from app.places import Narrowed, Place, Stand, forget_place, keep_open, keep_place, open_last, place_of


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("GEGENLESEN_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_a_place_comes_back_as_it_was_left(tmp_path):
    place = Place(
        2,
        {2: Stand(7, 12, "changes", blind=True, first=5, inset=30)},
        hints=True,
        narrowed=Narrowed(frozenset({"major"}), "number"),
        left=False,
    )
    keep_place(tmp_path / "a.gegenlesen", place)
    assert place_of(tmp_path / "a.gegenlesen") == place
    assert place_of(tmp_path / "b.gegenlesen") == Place()


def test_a_damaged_place_is_a_fresh_one(tmp_path, home):
    keep_place(tmp_path / "a.gegenlesen", Place(2))
    for file in (home / "data" / "places").iterdir():
        file.write_bytes(b'{"article":')
    assert place_of(tmp_path / "a.gegenlesen") == Place()


def test_a_place_can_be_forgotten(tmp_path):
    keep_place(tmp_path / "a.gegenlesen", Place(2))
    forget_place(tmp_path / "a.gegenlesen")
    forget_place(tmp_path / "a.gegenlesen")
    assert place_of(tmp_path / "a.gegenlesen") == Place()


def test_the_places_left_longest_ago_are_forgotten_first(tmp_path, home, monkeypatch):
    monkeypatch.setattr(places, "KEPT", 3)
    for age, name in enumerate("abcde"):
        keep_place(tmp_path / name, Place(1))
        for file in (home / "data" / "places").iterdir():
            os.utime(file, (file.stat().st_mtime - 10 * (age + 1),) * 2)
    keep_place(tmp_path / "f", Place(1))
    assert [name for name in "abcdef" if place_of(tmp_path / name).article] == ["d", "e", "f"]


def test_the_open_projects_are_remembered_in_their_order(tmp_path, home):
    assert open_last() == ()
    keep_open([tmp_path / "b", tmp_path / "a"])
    assert open_last() == (tmp_path / "b", tmp_path / "a")
    (home / "data" / "open.json").write_bytes(b"{")
    assert open_last() == ()
