"""The command line as a newcomer meets it."""

import json
import os
import re
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest

from app.checks import CHECKS
from app.cli import main
from app.i18n import use_language
from app.store import Store

SAMPLE = resources.files("resources") / "sample"
ENGLISH, GERMAN = str(SAMPLE / "story.en.txt"), str(SAMPLE / "story.de.txt")
FULL = Path("/dev/full")


@pytest.fixture
def clean_pair(tmp_path):
    (tmp_path / "en.txt").write_text("Mill closes\n\nThe mill in Tarn closed on Monday.", encoding="utf-8")
    (tmp_path / "de.txt").write_text("Mühle schließt\n\nDie Mühle in Tarn wurde am Montag geschlossen.", encoding="utf-8")
    return str(tmp_path / "en.txt"), str(tmp_path / "de.txt")


@pytest.fixture(autouse=True)
def english_words(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")


def test_a_sound_translation_ends_with_0(clean_pair, capsys):
    assert main(["check", *clean_pair]) == 0
    assert "Nothing suspicious" in capsys.readouterr().out


def test_a_suspicious_translation_ends_with_1_and_says_why(capsys):
    assert main(["check", ENGLISH, GERMAN]) == 1
    assert "3,2 Milliarden" in capsys.readouterr().out


def test_fail_on_sets_the_least_severity(tmp_path):
    (tmp_path / "en.txt").write_text("Mill closes\n\nThe mill in Tarn, closed since Monday, is for sale.", encoding="utf-8")
    (tmp_path / "de.txt").write_text("Mühle schließt\n\nDie Mühle in Tarn , seit Montag geschlossen, steht zum Verkauf.", encoding="utf-8")
    pair = [str(tmp_path / "en.txt"), str(tmp_path / "de.txt")]
    assert main(["check", *pair]) == 0
    assert main(["check", *pair, "--fail-on", "minor"]) == 1


def test_json_holds_units_and_findings(capsys):
    main(["check", ENGLISH, GERMAN, "--format", "json"])
    record = json.loads(capsys.readouterr().out)
    assert record["schema"] == "gegenlesen.check/1"
    text = (SAMPLE / "story.de.txt").read_text(encoding="utf-8")
    scale = next(f for f in record["findings"] if f["check"] == "fact.scale")
    assert "3,2 Milliarden" in text[scale["target"][0]["start"] : scale["target"][0]["end"]]
    edit = scale["fixes"][0]["edits"][0]
    assert "3,2 Millionen" in text[: edit["start"]] + edit["text"] + text[edit["end"] :]


def test_html_loads_nothing_from_anywhere(capsys):
    main(["check", ENGLISH, GERMAN, "--format", "html"])
    page = capsys.readouterr().out
    assert page.startswith("<!doctype html>")
    assert not {"src=", "href=", "url(", "<script"} & {part for part in ("src=", "href=", "url(", "<script") if part in page}


@pytest.mark.parametrize("bad", ["missing.txt", "."])
def test_what_cannot_be_read_is_one_sentence_and_2(bad, clean_pair, capsys):
    assert main(["check", bad, clean_pair[1]]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_wrong_usage_is_2():
    with pytest.raises(SystemExit) as ended:
        main(["check"])
    assert ended.value.code == 2


@pytest.mark.parametrize("jobs", ["0", "-1", "two", "²"])
def test_a_number_of_jobs_that_is_none_is_said_in_words(jobs, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["check", "--batch", "pairs.jsonl", "--out", "results.jsonl", "--jobs", jobs])
    assert ended.value.code == 2
    assert "a whole number, 1 or more" in capsys.readouterr().err


def test_an_unknown_check_is_named(capsys):
    assert main(["check", "--explain", "artefact.nothing"]) == 2
    assert "artefact.nothing" in capsys.readouterr().err


def test_every_check_is_listed_and_explains_itself(capsys):
    main(["checks"])
    listed = capsys.readouterr().out
    for check in CHECKS:
        assert check.id in listed
        assert main(["check", "--explain", check.id]) == 0
    assert CHECKS[0].title in capsys.readouterr().out


def test_create_and_export_a_sound_story(clean_pair, tmp_path):
    assert main(["create", *clean_pair, "-o", str(tmp_path / "p.gegenlesen")]) == 0
    assert main(["export", str(tmp_path / "p.gegenlesen"), "--to", "txt", "-o", str(tmp_path / "out.txt")]) == 0
    assert (tmp_path / "out.txt").read_text(encoding="utf-8").split("\n\n")[0] == "Mühle schließt"


def test_an_open_critical_finding_stops_an_export_until_a_reason_is_given(tmp_path, capsys):
    project, out = tmp_path / "p.gegenlesen", tmp_path / "out.html"
    main(["create", ENGLISH, GERMAN, "-o", str(project)])
    export = ["export", str(project), "--to", "html", "-o", str(out)]
    assert main(export) == 3
    assert "CRITICAL" in capsys.readouterr().err
    assert not out.exists()
    assert main([*export, "--accept", "Agreed with the desk"]) == 0
    assert out.exists()
    assert main(export) == 0


def test_the_reason_is_kept_in_the_log(tmp_path):
    project = tmp_path / "p.gegenlesen"
    main(["create", ENGLISH, GERMAN, "-o", str(project)])
    main(["export", str(project), "--to", "txt", "-o", str(tmp_path / "o.txt"), "--accept", "Agreed with the desk"])
    store, reopened = Store.open(project)
    store.close()
    assert "Agreed with the desk" in str(reopened.log.steps[-1].splices)
    assert reopened.log.steps[-1].who


def test_an_existing_project_is_never_overwritten(clean_pair, tmp_path, capsys):
    (tmp_path / "p.gegenlesen").write_bytes(b"mine")
    assert main(["create", *clean_pair, "-o", str(tmp_path / "p.gegenlesen")]) == 2
    assert (tmp_path / "p.gegenlesen").read_bytes() == b"mine"


def test_an_export_never_takes_the_place_of_its_project(clean_pair, tmp_path, capsys):
    path = tmp_path / "story.gegenlesen"
    main(["create", *clean_pair, "-o", str(path)])
    kept = path.read_bytes()
    assert main(["export", str(path), "--to", "html", "-o", str(path)]) == 2
    assert path.read_bytes() == kept
    assert "stays as it is" in capsys.readouterr().err


def run_gegenlesen(*words, stdout=subprocess.PIPE, **environment):
    code = "import sys; from app.cli import main; sys.exit(main(sys.argv[1:]))"
    whole = {**os.environ, **environment}
    return subprocess.run([sys.executable, "-c", code, *words], stdout=stdout, stderr=subprocess.PIPE, env=whole, check=False)


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_findings_are_printed_in_utf_8_whatever_the_system_speaks(form):
    done = run_gegenlesen("check", ENGLISH, GERMAN, "--format", form, PYTHONIOENCODING="ascii")
    assert done.returncode == 1, done.stderr.decode()
    assert "“" in done.stdout.decode("utf-8")


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a device that is always full")
def test_findings_that_cannot_be_printed_are_one_sentence():
    with FULL.open("wb") as full:
        done = run_gegenlesen("checks", stdout=full)
    assert done.returncode == 2
    assert len(done.stderr.decode().strip().splitlines()) == 1


def test_the_command_line_never_loads_qt():
    code = "import sys; from app.cli import main; main(['check', *sys.argv[1:]]); sys.exit(any('PySide6' in m or m.startswith('ui') for m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code, ENGLISH, GERMAN], capture_output=True, env=dict(os.environ), check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_the_help_speaks_the_language_of_the_interface_throughout(monkeypatch, capsys):
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    use_language("en")
    said = capsys.readouterr().out
    assert said.startswith("Aufruf: gegenlesen check")
    assert "Optionen:" in said
    assert not re.search(r"\b(usage|options|positional|show this)\b", said)
