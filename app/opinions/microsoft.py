"""Microsoft's translator, with a key of the user's own, through deep-translator."""

from app.opinions.service import Account, Need, Pair, Service
from app.opinions.through import each, through

HOST = "api.cognitive.microsofttranslator.com"


def _translate(texts: list[str], pair: Pair, account: Account) -> list[str]:
    from deep_translator import microsoft

    with through(microsoft, HOST):
        asked = microsoft.MicrosoftTranslator(source=pair.source, target=pair.target, api_key=account.key, region=account.region or None)
        return each(texts, asked.translate)


MICROSOFT = Service(
    name="microsoft",
    title="Microsoft Translator",
    host=lambda _account: HOST,
    translate=_translate,
    needs=frozenset({Need.KEY}),
    takes=frozenset({Need.REGION}),
)
