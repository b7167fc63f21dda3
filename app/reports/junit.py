"""Findings as JUnit XML, which every build server reads: each check is a test, a grave finding its failure."""

from collections import defaultdict
from collections.abc import Sequence

from lxml import etree

from app.article import Article
from app.checks import CHECKS
from app.model import Finding, Severity, Side
from app.reports.text import quoted
from app.reports.visible import visible


def junit(article: Article, findings: Sequence[Finding], name: str, least: Severity) -> bytes:
    """One suite for the article called `name`; findings of severity `least` or worse fail, others are printed beside their test."""
    by_check: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_check[finding.check].append(finding)
    checks = [check.id for check in CHECKS]
    checks += sorted(set(by_check) - set(checks))
    cases = [_case(article, check, by_check[check], visible(name), least) for check in checks]
    failures = sum(case.find("failure") is not None for case in cases)
    counts = {"tests": str(len(cases)), "failures": str(failures), "errors": "0", "skipped": "0"}
    root = etree.Element("testsuites", {"name": "gegenlesen", **counts})
    suite = etree.SubElement(root, "testsuite", {"name": visible(name), "time": "0", **counts})
    suite.extend(cases)
    data: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return data


def _case(article: Article, check: str, findings: Sequence[Finding], name: str, least: Severity) -> etree._Element:
    case = etree.Element("testcase", {"classname": name, "name": check, "time": "0"})
    grave = [finding for finding in findings if finding.severity.rank >= least.rank and not finding.hint]
    if grave:
        first = grave[0]
        failure = etree.SubElement(case, "failure", {"message": visible(first.message.render()), "type": first.severity.value})
        failure.text = "\n".join(_said(article, finding) for finding in grave)
    mild = [finding for finding in findings if finding not in grave]
    if mild:
        etree.SubElement(case, "system-out").text = "\n".join(_said(article, finding) for finding in mild)
    return case


def _said(article: Article, finding: Finding) -> str:
    words = quoted(article, finding, Side.TARGET) or quoted(article, finding, Side.SOURCE)
    return visible(f"{finding.severity.value}: {finding.message.render()}" + (f" [{words}]" if words else ""))
