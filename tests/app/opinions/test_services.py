"""Each service is asked as its documentation says, and every way of failing is one sentence."""

import json

import pytest

from app.errors import UserError
from app.opinions import SERVICES, Account, Pair, service_named
from app.opinions.deepl import DEEPL, FREE, PAID
from app.opinions.google import GOOGLE
from app.opinions.libretranslate import LIBRETRANSLATE
from app.opinions.microsoft import MICROSOFT
from app.safe import web


def test_a_server_of_ones_own_gets_the_texts_in_the_body_and_nothing_in_the_address(stub, shouted):
    stub.body = shouted
    assert LIBRETRANSLATE.translate(["The vote", "passed."], Pair(), Account(stub.address + "/", "k3y")) == ["THE VOTE", "PASSED."]
    path, _headers, question = stub.asked[0]
    assert path == "/translate"
    assert json.loads(question) == {"q": ["The vote", "passed."], "source": "en", "target": "de", "format": "text", "api_key": "k3y"}


def test_deepl_gets_its_key_in_a_header(stub):
    stub.body = lambda question: json.dumps({"translations": [{"text": t[::-1]} for t in json.loads(question)["text"]]}).encode()
    assert DEEPL.translate(["ab"], Pair().back, Account(stub.address, "secret")) == ["ba"]
    path, headers, question = stub.asked[0]
    assert (path, headers["Authorization"]) == ("/v2/translate", "DeepL-Auth-Key secret")
    assert json.loads(question)["target_lang"] == "EN-US"


def test_a_key_of_the_free_plan_leads_to_the_free_host():
    assert FREE.endswith(DEEPL.host(Account(key="abc:fx")))
    assert PAID.endswith(DEEPL.host(Account(key="abc")))


def test_google_is_asked_through_deep_translator_with_our_time_limit(stub, monkeypatch):
    from deep_translator import google

    monkeypatch.setitem(google.BASE_URLS, "GOOGLE_TRANSLATE", stub.address + "/m")
    stub.body = b'<div class="result-container">Die Abstimmung ging durch.</div>'
    assert GOOGLE.translate(["The vote passed."], Pair(), Account()) == ["Die Abstimmung ging durch."]
    stub.hangs = True
    monkeypatch.setattr(web, "ANSWER_SECONDS", 0.2)
    monkeypatch.setitem(web.ask.__kwdefaults__, "seconds", 0.2)
    with pytest.raises(web.NoAnswerError, match="took too long"):
        GOOGLE.translate(["The vote failed."], Pair(), Account())


def test_microsoft_is_asked_through_deep_translator(stub, monkeypatch):
    from deep_translator import microsoft

    monkeypatch.setitem(microsoft.BASE_URLS, "MICROSOFT_TRANSLATE", stub.address + "/translate?api-version=3.0")
    monkeypatch.setattr(microsoft.MicrosoftTranslator, "_get_supported_languages", lambda _self: {"english": "en", "german": "de"})
    stub.body = json.dumps([{"translations": [{"text": "Die Brücke", "to": "de"}]}]).encode()
    assert MICROSOFT.translate(["The bridge"], Pair(), Account(key="m", region="westeurope")) == ["Die Brücke"]
    stub.body = json.dumps({"error": {"code": 401000, "message": "no"}}).encode()
    with pytest.raises(UserError, match="does not accept this key"):
        MICROSOFT.translate(["The bridge"], Pair(), Account(key="m"))


@pytest.mark.parametrize(
    ("status", "sentence"),
    [(403, "does not accept this key"), (456, "limit of this key"), (429, "limit of this key"), (413, "too long"), (502, "error 502")],
)
def test_a_refusal_says_what_to_do(stub, status, sentence):
    stub.status = status
    with pytest.raises(UserError, match=sentence):
        LIBRETRANSLATE.translate(["x"], Pair(), Account(stub.address))


@pytest.mark.parametrize(
    "body", [b"<html>Log in</html>", b'{"translatedText": ["\xc1"]}', b"[]", b'{"translatedText": ["a", "b"]}', b'{"translatedText": "a"}']
)
def test_an_answer_of_another_shape_is_no_translation(stub, body):
    stub.body = body
    with pytest.raises(UserError, match="something other than"):
        LIBRETRANSLATE.translate(["x"], Pair(), Account(stub.address))


def test_every_service_is_found_by_its_name():
    assert [service_named(service.name) for service in SERVICES] == list(SERVICES)
    assert service_named("pons") is None
