"""Second opinions: another translation of a row or a story, asked for by the user from a service the user chose."""

from app.opinions.asking import Departure, departure, opinions
from app.opinions.deepl import DEEPL
from app.opinions.google import GOOGLE
from app.opinions.libretranslate import LIBRETRANSLATE
from app.opinions.microsoft import MICROSOFT
from app.opinions.service import Account, Need, Pair, Service

SERVICES = (LIBRETRANSLATE, DEEPL, GOOGLE, MICROSOFT)
"""The services that can be asked, the user's own first."""


def service_named(name: str) -> Service | None:
    """The service of this name; None when there is none."""
    return next((service for service in SERVICES if service.name == name), None)


__all__ = ["SERVICES", "Account", "Departure", "Need", "Pair", "Service", "departure", "opinions", "service_named"]
