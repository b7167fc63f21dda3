"""What programs read: SARIF, JUnit, JSON lines, and the record of a signed lot."""

import json
from importlib import resources

import msgspec
import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from app import pipeline
from app.article import Project
from app.checks import CHECKS
from app.cli import main
from app.model import Severity
from app.quality.sampling.plan import Kind, Plan
from app.reports.junit import junit
from app.reports.sarif import sarif
from app.review import lot, signing, verdict
from app.review.signing import SignedLot
from tests.app.review.day import day, project_of

SAMPLE = resources.files("resources") / "sample"
SCHEMAS = resources.files("resources") / "schemas"
GERMAN = (SAMPLE / "story.de.txt").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def english_words(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")


@pytest.fixture(scope="module")
def article():
    return pipeline.take_in(Project(), *pipeline.from_files(SAMPLE / "story.en.txt", SAMPLE / "story.de.txt"))[0]


@pytest.fixture(scope="module")
def findings(article):
    return pipeline.check(article)


def schema(name):
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))


def test_sarif_is_of_its_schema(article, findings):
    Draft202012Validator(schema("sarif-2.1.0.json")).validate(sarif(article, findings, ("en.txt", "de.txt")))


def test_regions_of_sarif_lead_to_the_words(article, findings):
    (run,) = sarif(article, findings, ("en.txt", "de.txt"))["runs"]
    assert [result["ruleId"] for result in run["results"]] == [finding.check for finding in findings]
    lines = GERMAN.split("\n")
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        (location,) = result["locations"]
        if location["physicalLocation"]["artifactLocation"]["uri"] != "de.txt" or "region" not in location["physicalLocation"]:
            continue
        region = location["physicalLocation"]["region"]
        words = GERMAN[region["charOffset"] : region["charOffset"] + region["charLength"]]
        assert lines[region["startLine"] - 1][region["startColumn"] - 1 :].startswith(words.split("\n")[0])
        assert lines[region["endLine"] - 1][: region["endColumn"] - 1].endswith(words.split("\n")[-1])


def test_repairs_of_sarif_repair(article, findings):
    (run,) = sarif(article, findings, ("en.txt", "de.txt"))["runs"]
    scale = next(result for result in run["results"] if result["ruleId"] == "fact.scale")
    (replacement,) = scale["fixes"][0]["artifactChanges"][0]["replacements"]
    region = replacement["deletedRegion"]
    end = region["charOffset"] + region["charLength"]
    assert "3,2 Millionen Dollar" in GERMAN[: region["charOffset"]] + replacement["insertedContent"]["text"] + GERMAN[end:]


def test_other_formats_than_text_have_no_regions(tmp_path):
    (tmp_path / "a.html").write_text("<h1>Weir fails</h1><p>The weir failed on Monday.</p>", encoding="utf-8")
    (tmp_path / "b.html").write_text(
        "<h1>Wehr bricht</h1><p>Hier ist die Übersetzung:</p><p>Das Wehr brach am Montag , sagte er.</p>", encoding="utf-8"
    )
    found, _ = pipeline.take_in(Project(), *pipeline.from_files(tmp_path / "a.html", tmp_path / "b.html"))
    log = sarif(found, pipeline.check(found), ("a.html", "b.html"))
    assert log["runs"][0]["results"]
    assert "region" not in json.dumps(log)


def test_junit_counts_checks_and_fails_the_grave_ones(article, findings):
    root = etree.fromstring(junit(article, findings, "de.txt", Severity.MAJOR))
    (suite,) = root
    assert (root.tag, suite.tag) == ("testsuites", "testsuite")
    cases = suite.findall("testcase")
    assert int(suite.get("tests")) == len(cases) >= len(CHECKS)
    failed = {case.get("name") for case in cases if case.find("failure") is not None}
    assert failed == {finding.check for finding in findings if finding.severity.rank >= Severity.MAJOR.rank and not finding.hint}
    assert int(suite.get("failures")) == int(root.get("failures")) == len(failed)
    assert all(case.get("classname") == "de.txt" and case.get("time") for case in cases)
    assert "minor" in next(case for case in cases if case.get("name") == "typography.spacing").findtext("system-out")


@pytest.mark.parametrize("least", Severity)
def test_junit_is_of_its_schema(article, findings, least):
    form = etree.XMLSchema(etree.fromstring((SCHEMAS / "junit-1.xsd").read_bytes()))
    form.assertValid(etree.fromstring(junit(article, findings, "de.txt", least)))


def test_junit_fails_nothing_in_a_clean_story():
    piece = day(2)[1]
    clean, _ = pipeline.take_in(Project(), pipeline.from_text(piece.english, "en"), pipeline.from_text(piece.german, "de"))
    assert not etree.fromstring(junit(clean, pipeline.check(clean), "\x00", Severity.MINOR)).findall(".//failure")


def test_junit_holds_any_words(article, findings):
    odd = msgspec.structs.replace(findings[0], message=msgspec.structs.replace(findings[0].message, template="\x00]]><x>&{", arguments={}))
    assert etree.fromstring(junit(article, [odd], "<&\x01>", Severity.MINOR)) is not None


@pytest.mark.parametrize("form", ["json", "jsonl", "sarif", "junit", "html", "text", "xlsx"])
def test_every_format_goes_to_a_file_and_the_status_stays(form, tmp_path):
    out = tmp_path / "out"
    assert main(["check", str(SAMPLE / "story.en.txt"), str(SAMPLE / "story.de.txt"), "--format", form, "--out", str(out)]) == 1
    assert out.stat().st_size > 200


def test_json_lines_are_one_line_of_the_contract(capsys):
    main(["check", str(SAMPLE / "story.en.txt"), str(SAMPLE / "story.de.txt"), "--format", "jsonl"])
    (line,) = capsys.readouterr().out.splitlines()
    Draft202012Validator(schema("check-1.json")).validate(json.loads(line))


def test_findings_never_overwrite_the_story(tmp_path):
    for side in ("en", "de"):
        (tmp_path / f"{side}.txt").write_text((SAMPLE / f"story.{side}.txt").read_text(encoding="utf-8"), encoding="utf-8")
    pair = [str(tmp_path / "en.txt"), str(tmp_path / "de.txt")]
    assert main(["check", *pair, "--out", pair[1]]) == 2
    assert (tmp_path / "de.txt").read_text(encoding="utf-8") == GERMAN


def test_the_shipped_schema_of_a_lot_is_that_of_its_record():
    found = schema("lot-1.json")
    made = json.loads(json.dumps(msgspec.json.schema(SignedLot)))
    assert {key: found[key] for key in ("$ref", "$defs")} == {key: made[key] for key in ("$ref", "$defs")}


def test_a_signed_record_is_of_its_schema(tmp_path, monkeypatch):
    monkeypatch.setenv("GEGENLESEN_HOME", str(tmp_path))
    project = project_of(day(3))
    project.log.who = "Ruth"
    lot.draft(project, {1: [], 2: [], 3: []}, [1, 2, 3], Plan(Kind.EVERYTHING, "s"), "Monday")
    for article in project.articles:
        verdict.judge(article, verdict.Decision.PASS)
    signing.sign(project)
    whole = schema("lot-1.json")
    name = next(name for name in project.fields if name.startswith("signed-lot-") and "/" not in name)
    Draft202012Validator(whole).validate(json.loads(project.fields[name])["record"])
    part = {"$ref": "#/$defs/SignedArticle", "$defs": whole["$defs"]}
    Draft202012Validator(part).validate(json.loads(project.fields[f"{name}/2"]))
