"""Copies on their way to somebody else."""

import os
import time
from pathlib import Path

from app.store.sending import clear_outgoing, outgoing


def test_copies_of_the_day_before_go_when_another_is_made(tmp_path, monkeypatch):
    monkeypatch.setenv("GEGENLESEN_HOME", str(tmp_path))
    old, young = (outgoing(Path(f"{name}.gegenlesen")) for name in ("old", "young"))
    for file in (old, young):
        file.write_bytes(b"x")
    os.utime(old, (time.time() - 90_000,) * 2)

    new = outgoing(Path("new.gegenlesen"))

    assert new.name.startswith("new (")
    assert new.suffix == ".gegenlesen"
    assert (old.exists(), young.exists()) == (False, True)


def test_none_is_left_when_all_must_go(tmp_path, monkeypatch):
    monkeypatch.setenv("GEGENLESEN_HOME", str(tmp_path))
    file = outgoing(Path("story.gegenlesen"))
    file.write_bytes(b"x")

    clear_outgoing()

    assert not file.exists()
