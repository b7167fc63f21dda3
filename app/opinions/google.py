"""Google Translate as anyone may use it in a browser, through deep-translator."""

from app.opinions.service import Account, Pair, Service
from app.opinions.through import each, through

HOST = "translate.google.com"


def _translate(texts: list[str], pair: Pair, _account: Account) -> list[str]:
    from deep_translator import google

    with through(google, HOST):
        return each(texts, google.GoogleTranslator(source=pair.source, target=pair.target).translate)


GOOGLE = Service(name="google", title="Google Translate", host=lambda _account: HOST, translate=_translate)
