"""The manual: chapters in Markdown in both languages, and the reference of the checks behind them."""

from collections.abc import Sequence
from functools import cache
from importlib import resources
from pathlib import Path

from msgspec import Struct

from app.checks import CHECKS
from app.checks.reference import FAMILIES, entry
from app.i18n import _, language

CHAPTERS = (
    "start",
    "correct",
    "keys",
    "views",
    "rows",
    "findings",
    "style",
    "search",
    "spelling",
    "opinions",
    "delivery",
    "review",
    "projects",
    "command",
)
"""The chapters in order, by the names of their files."""

FOLDER = Path(str(resources.files("resources"))) / "manual"


class Page(Struct, frozen=True):
    """A chapter, or the page of a check: `name` is the chapter's file or the check's id, `text` is Markdown."""

    name: str
    title: str
    text: str
    family: str = ""

    def told(self, words: Sequence[str]) -> int:
        """How well a page answers to words, all of which must stand in it; 0 where one is missing. Titles count most."""
        text, title = self.text.casefold(), f"{self.title} {self.name}".casefold()
        if not all(word.casefold() in text or word.casefold() in title for word in words):
            return 0
        return sum(text.count(word.casefold()) + 20 * (word.casefold() in title) for word in words)


def folder() -> Path:
    """Where the chapters of the interface's language lie."""
    return FOLDER / language()


def chapters() -> tuple[Page, ...]:
    """The chapters, in the language of the interface."""
    return tuple(_chapter(name, language()) for name in CHAPTERS)


def check_pages() -> tuple[Page, ...]:
    """A page for every check, by family, in the language of the interface."""
    order = list(FAMILIES)
    known = sorted(CHECKS, key=lambda check: (order.index(check.id.partition(".")[0]), check.id))
    return tuple(Page(check.id, _(check.title), entry(check), check.id.partition(".")[0]) for check in known)


def found(pages: Sequence[Page], asked: str) -> list[Page]:
    """The pages in which all these words stand, the best first; all of them, in order, where nothing is asked."""
    words = asked.split()
    if not words:
        return list(pages)
    weighed = [(page.told(words), page) for page in pages]
    return [page for weight, page in sorted(weighed, key=lambda pair: -pair[0]) if weight]


@cache
def _chapter(name: str, spoken: str) -> Page:
    text = (FOLDER / spoken / f"{name}.md").read_text(encoding="utf-8")
    return Page(name, text.partition("\n")[0].removeprefix("# "), text)
