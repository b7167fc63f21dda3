"""Fix all alike: one decision for every place in an article that the same check repairs in the same way."""

from collections.abc import Iterable

from app.article.article import Article
from app.model import Finding, Side


def alike(article: Article, finding: Finding, findings: Iterable[Finding]) -> list[Finding]:
    """The finding and all others of its check that have a repair and were not dismissed, first those about the very same words.

    `findings` are those of the article now. Empty when the finding has no repair.
    """
    if not finding.fixes:
        return []
    same = [other for other in findings if other.check == finding.check and other.fixes and not article.dismissed(other)]
    words = _words(article, finding)
    return sorted(same, key=lambda other: (other != finding, _words(article, other) != words))


def _words(article: Article, finding: Finding) -> tuple[str, ...]:
    """The words of the translation that a finding is about, without regard to case."""
    return tuple(place.span.of(article.unit(place.unit).target.plain).casefold() for place in finding.on(Side.TARGET))
