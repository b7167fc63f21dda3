"""Small stories and random verbs, made from a function that chooses a number below `n`: hypothesis's, or a seeded Random's."""

from collections.abc import Callable, Sequence

from app.alignment.rows import units as rows_of
from app.article import Article
from app.errors import UserError
from app.model import Block, BlockKind, BlockStart, Document, Edit, Fix, Joint, Link, Mark, MarkKind, Segment, Side, Span, Step, Text, Unit

Choose = Callable[[int], int]

WORDS = (
    "Hafen",
    "wall",
    "a",
    "ü",
    "Straße",
    "Bürger\u00admeister",
    "12 000",
    "„so“",
    "3.5",
    "👩‍🚒",
    "e\u0301",
    "\u202e",
    "z. B.",
    "—",
    "x\0y",
)
KINDS = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUOTATION)


def sentence(choose: Choose) -> str:
    return " ".join(WORDS[choose(len(WORDS))] for _ in range(1 + choose(6))) + "."


def story(choose: Choose) -> tuple[Document, Document, tuple[Unit, ...]]:
    """Two Documents and the rows between them, one-sided ones among them."""
    sides: tuple[list[list[str]], list[list[str]]] = ([], [])
    kinds: tuple[list[BlockKind], list[BlockKind]] = ([], [])
    links: list[Link] = []
    at = [0, 0]
    for _ in range(1 + choose(4)):
        kind = KINDS[choose(len(KINDS))]
        block: tuple[list[str], list[str]] = ([], [])
        for _ in range(1 + choose(4)):
            shape = choose(6)
            counts = (0 if shape == 0 else 1, 0 if shape == 1 else 1 + (shape == 2))
            for side in (0, 1):
                block[side].extend(sentence(choose) for _ in range(counts[side]))
            links.append(Link(Span(at[0], at[0] + counts[0]), Span(at[1], at[1] + counts[1]), 0.9, 0.1))
            at = [at[0] + counts[0], at[1] + counts[1]]
        for side in (0, 1):
            if block[side]:
                sides[side].append(block[side])
                kinds[side].append(kind)
    source, from_source = document("en", sides[0], kinds[0], choose)
    target, from_target = document("de", sides[1], kinds[1], choose)
    return source, target, tuple(rows_of(source, target, (from_source, from_target), links))


def document(language: str, blocks: list[list[str]], kinds: list[BlockKind], choose: Choose) -> tuple[Document, list[Segment]]:
    plain, found, segments = "", [], []
    for sentences, kind in zip(blocks, kinds, strict=True):
        plain += "\n\n" if plain else ""
        start = len(plain)
        for number, words in enumerate(sentences):
            plain += " " if number else ""
            segments.append(Segment(Span(len(plain), len(plain) + len(words))))
            plain += words
        found.append(Block(kind, Span(start, len(plain))))
    marks = tuple(_mark(block, choose) for block in found if choose(2))
    return Document(language, "txt", Text(plain, marks), tuple(found)), segments


def _mark(block: Block, choose: Choose) -> Mark:
    """A mark somewhere in a block, often over the border between two sentences."""
    start = block.span.start + choose(block.span.length)
    end = start + 1 + choose(block.span.end - start)
    if choose(2):
        return Mark(Span(start, end), MarkKind.LINK, (("href", "https://example.org/"),))
    return Mark(Span(start, end), MarkKind.STRONG)


def act(article: Article, choose: Choose, verbs: Sequence[Callable[[Article, Choose], Step | None]] = ()) -> Step | None:
    """Perform one random verb, of these or any; None when it refuses or has nothing to change."""
    verbs = verbs or VERBS
    try:
        return verbs[choose(len(verbs))](article, choose)
    except UserError:
        return None


def _any(article: Article, choose: Choose) -> Unit:
    return article.units[choose(len(article.units))]


def _edit(article: Article, choose: Choose) -> Step | None:
    return article.edit(_any(article, choose).id, sentence(choose) if choose(5) else "")


def _split(article: Article, choose: Choose) -> Step | None:
    unit = _any(article, choose)
    return article.split(unit.id, choose(len(article.source_text(unit).plain) + 1), choose(len(unit.target.plain) + 1))


def _fix(article: Article, choose: Choose) -> Step | None:
    first, second = _any(article, choose), _any(article, choose)
    start = choose(len(first.target.plain) + 1)
    edit = Edit(first.id, Span(start, start + choose(len(first.target.plain) - start + 1)), sentence(choose))
    return article.fix(Fix(label=None, edits=(edit,), remove=(second.id,)))


def _begin(article: Article, choose: Choose) -> Step | None:
    opening = BlockStart(KINDS[choose(len(KINDS))]) if choose(2) else Joint()
    return article.begin(_any(article, choose).id, opening)


def _border(article: Article, choose: Choose) -> Step | None:
    verb = (article.border_up, article.border_down)[choose(2)]
    return verb(_any(article, choose).id, (Side.SOURCE, Side.TARGET)[choose(2)])


VERBS: tuple[Callable[[Article, Choose], Step | None], ...] = (
    _edit,
    _edit,
    _split,
    _split,
    _fix,
    _begin,
    _border,
    lambda article, choose: article.join(_any(article, choose).id),
    lambda article, choose: article.detach(_any(article, choose).id),
    lambda article, choose: article.link(_any(article, choose).id),
    lambda article, choose: article.insert(_any(article, choose).id, sentence(choose)),
    lambda article, choose: article.delete(_any(article, choose).id),
    lambda article, choose: article.restore(_any(article, choose).id),
    lambda article, choose: article.confirm(_any(article, choose).id, _any(article, choose).id),
    lambda article, choose: article.reopen(_any(article, choose).id),
    lambda article, choose: article.flag(_any(article, choose).id),
    lambda article, choose: article.note(_any(article, choose).id, sentence(choose)),
    lambda article, choose: article.remove(_any(article, choose).id, _any(article, choose).id),
    lambda article, choose: article.bring_back(_any(article, choose).id),
    lambda article, choose: article.set_field("hold", ("yes", None)[choose(2)]),
    lambda article, choose: article.undo(),
    lambda article, choose: article.undo(),
    lambda article, choose: article.redo(),
)


RESHAPING: tuple[Callable[[Article, Choose], Step | None], ...] = (
    _split,
    _border,
    lambda article, choose: article.join(_any(article, choose).id),
    lambda article, choose: article.detach(_any(article, choose).id),
    lambda article, choose: article.link(_any(article, choose).id),
)
"""The verbs that move text from row to row."""


def tiles(article: Article) -> bool:
    """Whether the rows are both texts to the character: in order, no overlap, only white space between."""
    return _tiles(article.source, [unit.source for unit in article.units]) and _tiles(
        article.target, [unit.imported for unit in article.units]
    )


def _tiles(document: Document, spans: list[Span | None]) -> bool:
    at = 0
    for span in (span for span in spans if span is not None):
        if span.start < at or span.end <= span.start or document.text.plain[at : span.start].strip():
            return False
        at = span.end
    return not document.text.plain[at:].strip()


def state(article: Article) -> tuple[object, ...]:
    """Everything in an article that a step can change."""
    return tuple(article.units), article.fields, article.dismissals, article.marks
