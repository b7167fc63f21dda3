"""A LanguageTool server on this computer: its findings join as hints, where they stand."""

import json
from urllib.parse import parse_qs

import pytest

from app import pipeline
from app.article import Project
from app.errors import UserError
from app.model import Category
from app.opinions.languagetool import proofread


@pytest.fixture
def article():
    source = pipeline.from_text("The fair 😀 opens.\n\nThe dam held.", "en")
    target = pipeline.from_text("Die Messe 😀 öfnet.\n\nDas Damm hielt.", "de")
    return pipeline.take_in(Project(), source, target)[0]


def matching(*words, rule="DER_RULE", issue="grammar", right=("Der Damm",)):
    """An answer that finds these words in what it was asked, counted as LanguageTool does."""

    def answer(question):
        text = parse_qs(question.decode())["text"][0]
        found = []
        for word in words:
            before = text[: text.index(word)].encode("utf-16-le")
            found.append(
                {
                    "message": f"Prüfen: {word}",
                    "offset": len(before) // 2,
                    "length": len(word),
                    "rule": {"id": rule, "issueType": issue},
                    "replacements": [{"value": value} for value in right],
                }
            )
        return json.dumps({"software": {"name": "LanguageTool"}, "matches": found}).encode()

    return answer


def test_what_it_finds_is_a_hint_under_the_id_of_its_rule_at_the_right_place(article, stub):
    stub.body = matching("öfnet", "Das Damm")
    first, second = proofread(article, stub.address)
    assert [place.span.of(article.unit(place.unit).target.plain) for f in (first, second) for place in f.places] == ["öfnet", "Das Damm"]
    assert second.check == "languagetool.DER_RULE"
    assert second.hint
    assert second.category is Category.GRAMMAR


def test_its_repairs_can_be_applied(article, stub):
    stub.body = matching("Das Damm")
    (finding,) = proofread(article, stub.address)
    article.fix(finding.fixes[0])
    assert "Der Damm hielt." in [unit.target.plain for unit in article.units]


def test_it_is_asked_in_german_and_told_nothing_but_the_translation(article, stub):
    stub.body = matching()
    proofread(article, stub.address)
    ((path, _headers, question),) = stub.asked
    asked = parse_qs(question.decode())
    assert path == "/v2/check"
    assert asked == {"text": ["Die Messe 😀 öfnet.\n\nDas Damm hielt."], "language": ["de-DE"]}


def test_a_match_across_two_rows_is_left_out(article, stub):
    stub.body = matching("öfnet.\n\nDas")
    assert proofread(article, stub.address) == []


def test_a_long_story_is_asked_in_portions(stub):
    text = "\n\n".join(f"Der {n}. Damm hielt." for n in range(1000))
    article = pipeline.take_in(Project(), pipeline.from_text(text, "en"), pipeline.from_text(text, "de"))[0]
    stub.body = matching()
    proofread(article, stub.address)
    asked = [parse_qs(question.decode())["text"][0] for _path, _headers, question in stub.asked]
    assert len(asked) > 1
    assert "\n\n".join(asked) == "\n\n".join(unit.target.plain for unit in article.units if unit.target.plain)


@pytest.mark.parametrize("body", [b"<html>", b'{"matches": 3}'])
def test_another_server_is_told_in_a_sentence(article, stub, body):
    stub.body = body
    with pytest.raises(UserError, match="LanguageTool"):
        proofread(article, stub.address)


def test_a_server_that_is_not_there_is_told_in_a_sentence(article):
    with pytest.raises(UserError, match="127"):
        proofread(article, "http://127.0.0.1:9")


def test_nothing_is_sent_unencrypted_to_another_computer(article):
    with pytest.raises(UserError, match="https"):
        proofread(article, "http://languagetool.example")


def test_dismissed_findings_keep_their_fingerprint(article, stub):
    stub.body = matching("Das Damm")
    article.dismiss(proofread(article, stub.address)[0])
    assert article.dismissed(proofread(article, stub.address)[0])
