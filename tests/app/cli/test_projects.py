"""Project files on the command line: looked through, and saved from damage."""

from importlib import resources

import pytest

from app.cli import main

SAMPLE = resources.files("resources") / "sample"


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")
    path = tmp_path / "story.gegenlesen"
    main(["create", str(SAMPLE / "story.en.txt"), str(SAMPLE / "story.de.txt"), "-o", str(path)])
    return path


def test_a_sound_project_is_called_sound(project, capsys):
    assert main(["verify", str(project)]) == 0
    assert "sound" in capsys.readouterr().out


def test_a_damaged_project_is_called_damaged_and_saved(project, tmp_path, capsys):
    data = bytearray(project.read_bytes())
    data[data.rindex(b"translated")] ^= 1
    project.write_bytes(data)

    assert main(["verify", str(project)]) == 1
    assert main(["recover", str(project), "-o", str(tmp_path / "saved.gegenlesen")]) == 0

    assert "altered rows" in capsys.readouterr().out
    assert main(["verify", str(tmp_path / "saved.gegenlesen")]) == 0


def test_half_a_project_is_called_damaged(project):
    project.write_bytes(project.read_bytes()[:5000])

    assert main(["verify", str(project)]) == 1


def test_what_is_not_a_project_ends_with_2(tmp_path):
    (tmp_path / "story.txt").write_text("Keine Datenbank. " * 50, encoding="utf-8")

    assert main(["verify", str(tmp_path / "story.txt")]) == 2
    assert main(["recover", str(tmp_path / "story.txt"), "-o", str(tmp_path / "saved.gegenlesen")]) == 2
    assert main(["verify", str(tmp_path / "gone.gegenlesen")]) == 2
