"""Findings, dismissals and waving through on the command line."""

import hashlib
import json

import pytest

from app.article.restraint import EMBARGO
from app.cli import main
from app.store import Store


@pytest.fixture
def project(tmp_path, capsys):
    (tmp_path / "s.txt").write_text("Ferry\n\nIt cost $4 million. Nobody minds.", encoding="utf-8")
    (tmp_path / "t.txt").write_text("Fähre\n\nSie kostete 4 Milliarden Dollar. Niemand stört sich daran.", encoding="utf-8")
    assert main(["create", str(tmp_path / "s.txt"), str(tmp_path / "t.txt"), "-o", str(tmp_path / "p.gegenlesen")]) == 0
    capsys.readouterr()
    return tmp_path / "p.gegenlesen"


def listed(project, capsys):
    assert main(["findings", str(project)]) == 0
    return [line.split() for line in capsys.readouterr().out.splitlines()]


def test_a_finding_is_listed_and_dismissed_by_its_name(project, capsys):
    before = listed(project, capsys)
    name, severity, check = before[0][:3]
    assert (severity, check) == ("CRITICAL", "fact.scale")
    assert main(["dismiss", str(project), name, "--reason", "the town counts so"]) == 0
    capsys.readouterr()
    assert listed(project, capsys) == before[1:]


@pytest.mark.parametrize("scope", ["article", "project"])
def test_a_dismissal_holds_in_the_scope_that_is_asked_for(project, capsys, scope):
    name = listed(project, capsys)[0][0]
    assert main(["dismiss", str(project), name, "--scope", scope]) == 0
    capsys.readouterr()
    assert name not in [line[0] for line in listed(project, capsys)]


def test_a_critical_finding_is_accepted_with_a_reason_and_the_export_passes(project, capsys, tmp_path):
    export = ["export", str(project), "--to", "txt", "-o", str(tmp_path / "out.txt")]
    assert main(export) == 3
    name = listed(project, capsys)[0][0]
    assert main(["accept", str(project), name, "--reason", "checked with the town"]) == 0
    assert main(export) == 0
    assert (tmp_path / "out.txt").exists()


def test_an_unknown_name_is_one_sentence(project, capsys):
    assert main(["dismiss", str(project), "nothing"]) == 2
    assert "No open finding is called “nothing”" in capsys.readouterr().err


def test_findings_for_programs_follow_the_contract_of_check(project, capsys):
    assert main(["findings", str(project), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["schema"] == "gegenlesen.check/1"


def test_sending_without_a_site_or_a_password_says_what_is_missing(project, capsys, monkeypatch):
    monkeypatch.delenv("GEGENLESEN_PASSWORD", raising=False)
    assert main(["send", str(project), "--to", "wordpress"]) == 2
    assert "--site ADDRESS" in capsys.readouterr().err


def test_an_export_lays_a_manifest_beside_it_on_request(project, capsys, tmp_path):
    out = tmp_path / "out.txt"
    assert main(["export", str(project), "--to", "txt", "-o", str(out), "--accept", "seen", "--manifest"]) == 0
    record = json.loads((tmp_path / "out.txt.manifest.json").read_text("utf-8"))
    assert record["hashes"]["payload"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert set(record["waved_through"].values()) == {"seen"}


def test_what_deserves_another_look_is_said_beside_the_export(project, capsys, tmp_path):
    assert main(["export", str(project), "--to", "txt", "-o", str(tmp_path / "out.txt"), "--accept", "seen"]) == 0
    assert "Nobody has confirmed or corrected a row" in capsys.readouterr().err


def test_an_embargo_stops_an_export_until_there_is_a_reason(project, capsys, tmp_path):
    store, opened = Store.open(project)
    store.record(opened.articles[0].note_field(EMBARGO, "2099-12-01T18:00+01:00"))
    store.close()
    out = tmp_path / "out.txt"
    export = ["export", str(project), "--to", "txt", "-o", str(out)]
    assert main(export) == 2
    assert "under embargo until 2099-12-01" in capsys.readouterr().err
    assert not out.exists()
    assert main([*export, "--accept", "a draft for Monday", "--manifest"]) == 0
    record = json.loads((tmp_path / "out.txt.manifest.json").read_text("utf-8"))
    assert record["waved_through"]["embargo 2099-12-01T18:00+01:00"] == "a draft for Monday"


def test_reports_leave_out_what_was_dismissed_in_the_whole_project(project, capsys, tmp_path):
    assert main(["findings", str(project), "--format", "json"]) == 0
    grave = json.loads(capsys.readouterr().out)["findings"][0]

    def told(kind):
        out = tmp_path / f"{kind}.csv"
        assert main(["report", str(project), "--kind", kind, "--to", "csv", "-o", str(out)]) == 0
        return grave["message"] in out.read_text("utf-8-sig")

    assert told("findings")
    assert told("delivery")
    assert main(["dismiss", str(project), listed(project, capsys)[0][0], "--scope", "project"]) == 0
    assert not told("findings")
    assert not told("delivery")
