"""Answers of services as fields of the project, so that nothing is asked twice; they go when their article is purged."""

import hashlib
from collections.abc import Iterable, Mapping

from app.opinions.service import Pair

LAST = "opinion-service"
"""The field that names the service whose answers are shown."""


def field(service: str, pair: Pair, text: str, article: int) -> str:
    """The name of the field that holds what a service said of a text; the text itself is in it as a hash only."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]
    return f"opinion/{service}/{pair.source}-{pair.target}/{digest}/{article}"


def known(fields: Mapping[str, str], service: str, pair: Pair, texts: Iterable[str], article: int) -> dict[str, str]:
    """What a service said of these texts before."""
    names = {text: field(service, pair, text, article) for text in texts}
    return {text: fields[name] for text, name in names.items() if name in fields}


def news(fields: Mapping[str, str], service: str, pair: Pair, answers: Mapping[str, str], article: int) -> dict[str, str | None]:
    """The fields to set for what a service has said."""
    found: dict[str, str | None] = {field(service, pair, text, article): answer for text, answer in answers.items()}
    return {name: answer for name, answer in (found | {LAST: service}).items() if fields.get(name) != answer}
