"""What tells one article, and one state of it, from another on every machine."""

import hashlib

import msgspec

from app.article import Article, composed
from app.review.verdict import FIELD


def identity(article: Article) -> str:
    """The SHA-256 of the digests of both texts as they came in, as hexadecimal digits; equal texts have equal identities."""
    return hashlib.sha256(f"{article.source.digest}:{article.target.digest}".encode()).hexdigest()


def state(article: Article) -> str:
    """The SHA-256 of what a signature stands for: the corrected text, the marks, the verdict, the score."""
    held = {
        "text": composed(article).digest,
        "marks": sorted(article.marks, key=lambda mark: mark.id),
        "fields": {name: article.fields.get(name) for name in (FIELD, "score")},
    }
    return hashlib.sha256(msgspec.json.encode(held, order="sorted")).hexdigest()
