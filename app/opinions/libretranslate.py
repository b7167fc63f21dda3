"""LibreTranslate: a server of the user's own."""

from app.opinions.service import Account, Need, Pair, Service, require, texts_of
from app.safe.web import ask, host_of


def _translate(texts: list[str], pair: Pair, account: Account) -> list[str]:
    """Ask ``/translate``, which takes a list and gives one back: https://docs.libretranslate.com/api/operations/translate/."""
    question = {"q": texts, "source": pair.source, "target": pair.target, "format": "text"} | (
        {"api_key": account.key} if account.key else {}
    )
    answer = require(ask("POST", account.address.rstrip("/") + "/translate", json=question))
    said = answer.json()
    return texts_of(said.get("translatedText") if isinstance(said, dict) else None, len(texts), host_of(answer.url))


LIBRETRANSLATE = Service(
    name="libretranslate",
    title="LibreTranslate",
    host=lambda account: host_of(account.address),
    translate=_translate,
    needs=frozenset({Need.ADDRESS}),
    takes=frozenset({Need.KEY}),
    most=20,
    characters=10_000,
)
