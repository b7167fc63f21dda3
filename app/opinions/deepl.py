"""DeepL, spoken to directly: the key goes in a header and the text in the body, since addresses end in logs."""

from app.opinions.service import Account, Need, Pair, Service, require, texts_of
from app.safe.web import ask, host_of

FREE, PAID = "https://api-free.deepl.com", "https://api.deepl.com"
FREE_KEY = ":fx"
"""What keys of the free plan end in: https://developers.deepl.com/docs/getting-started/auth."""

CODES = {"en": "EN-US", "de": "DE"}
"""English as a target has to name its variety."""


def _site(account: Account) -> str:
    return account.address.rstrip("/") or (FREE if account.key.endswith(FREE_KEY) else PAID)


def _translate(texts: list[str], pair: Pair, account: Account) -> list[str]:
    """Ask ``/v2/translate``: https://developers.deepl.com/api-reference/translate."""
    question = {"text": texts, "source_lang": pair.source.upper(), "target_lang": CODES.get(pair.target, pair.target.upper())}
    answer = require(
        ask("POST", _site(account) + "/v2/translate", headers={"Authorization": f"DeepL-Auth-Key {account.key}"}, json=question)
    )
    said = answer.json()
    found = said.get("translations") if isinstance(said, dict) else None
    texts_found = [each.get("text") for each in found if isinstance(each, dict)] if isinstance(found, list) else None
    return texts_of(texts_found, len(texts), host_of(answer.url))


DEEPL = Service(
    name="deepl",
    title="DeepL",
    host=lambda account: host_of(_site(account)),
    translate=_translate,
    needs=frozenset({Need.KEY}),
    most=50,
    characters=30_000,
)
