"""Where one was is remembered for each project, and nothing goes wrong where it cannot be."""

import os
from datetime import UTC, datetime

import pytest

from app import places
from app.places import RECENT, Narrowed, Place, Stand, forget, keep_open, keep_place, moved, open_last, pin, place_of, recent, remember


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("GEGENLESEN_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def names() -> list[str]:
    return [each.path.name for each in recent()]


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


@pytest.mark.parametrize("data", [b'{"article":', b'{"narrowed":{"check":"\xc1"}}', b'{"x":' + b"[" * 100_000])
def test_a_damaged_place_is_a_fresh_one(tmp_path, home, data):
    keep_place(tmp_path / "a.gegenlesen", Place(2))
    for file in (home / "data" / "places").iterdir():
        file.write_bytes(data)
    assert place_of(tmp_path / "a.gegenlesen") == Place()


def test_a_project_that_is_forgotten_is_off_the_list_and_its_place_is_gone(tmp_path):
    for name in ("a", "b"):
        remember(tmp_path / name)
        keep_place(tmp_path / name, Place(2))
    forget(tmp_path / "b")
    forget(tmp_path / "b")
    assert names() == ["a"]
    assert place_of(tmp_path / "b") == Place()
    assert place_of(tmp_path / "a") == Place(2)


def test_the_latest_project_is_the_first_and_each_is_listed_once(tmp_path):
    for hour, name in enumerate(("a", "b", "a")):
        remember(tmp_path / name, datetime(2026, 5, 1, hour, tzinfo=UTC))
    assert names() == ["a", "b"]
    assert [each.opened.hour for each in recent()] == [2, 1]


def test_a_pinned_project_stays_first_and_outlives_many_others(tmp_path):
    remember(tmp_path / "kept")
    pin(tmp_path / "kept", pinned=True)
    for number in range(RECENT + 5):
        remember(tmp_path / str(number))
    assert names()[:2] == ["kept", str(RECENT + 4)]
    assert len(names()) == RECENT + 1
    remember(tmp_path / "kept")
    assert recent()[0].pinned
    pin(tmp_path / "kept", pinned=False)
    assert names()[0] == "kept", "it was the last to be opened"
    assert not recent()[0].pinned


def test_a_project_that_was_moved_keeps_its_pin_and_its_place(tmp_path):
    remember(tmp_path / "a")
    remember(tmp_path / "b")
    pin(tmp_path / "a", pinned=True)
    keep_place(tmp_path / "a", Place(3))
    moved(tmp_path / "a", tmp_path / "b")
    assert names() == ["b"]
    assert recent()[0].pinned
    assert place_of(tmp_path / "b") == Place(3)


def test_a_list_of_an_earlier_version_holds_names_alone(tmp_path, home):
    remember(tmp_path / "a")
    (home / "config" / "recent.json").write_text(f'["{tmp_path / "c"}", "{tmp_path / "b"}"]', encoding="utf-8")
    assert names() == ["c", "b"]
    assert recent()[0].opened is None
    remember(tmp_path / "d")
    assert names() == ["d", "c", "b"]


@pytest.mark.parametrize("data", [b"\0\0\0", b'["\xc1"]'])
def test_a_damaged_list_begins_anew(tmp_path, home, data):
    remember(tmp_path / "a")
    (home / "config" / "recent.json").write_bytes(data)
    assert recent() == ()


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
