"""Which columns of a table hold the source and the translation, and what is said in them."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from app.errors import UserError
from app.evidence.language import language_of
from app.formats.coded import characters, coded, edges, same
from app.formats.format import Aligned, Bilingual, Pair
from app.formats.rows import state_of
from app.i18n import N_, Message

SOURCES = ("source_text", "source", "english", "en", "original", "ausgangstext", "englisch")
TARGETS = ("target_text", "target", "german", "de", "translation", "übersetzung", "zieltext", "deutsch")
"""What the head of a column may be called, in small letters."""
SOURCE, TARGET = "en", "de"

NO_COLUMNS = N_(
    "The table has no columns of source and translation: write “source” and “target” into its first row, or keep one English and one German column."
)

Rows = Sequence[Sequence[str]]


class Columns(Struct, frozen=True):
    """The numbers of both columns, and of the first row that holds a pair."""

    source: int
    target: int
    first: int


def aligned(rows: Rows, notes: Sequence[Message] = ()) -> Aligned:
    """The one story of a table. Raises UserError when no two columns are source and translation."""
    where = columns(rows)
    pairs = tuple(_pair(_at(row, where.source), _at(row, where.target)) for row in rows[where.first :])
    languages = [language_of(" ".join(_at(row, at) for row in rows[where.first :])) for at in (where.source, where.target)]
    return Aligned((Bilingual("", languages[0] or SOURCE, languages[1] or TARGET, pairs),), tuple(notes))


def changed(rows: Rows, story: Bilingual) -> Iterator[tuple[int, int, str]]:
    """The cells whose translation is another now: the number of the row and of the column, and what is to stand there."""
    where = columns(rows)
    for number, pair in enumerate(story.pairs, where.first):
        before, core, after = edges(coded(_at(rows[number], where.target)))
        if not same(core, pair.target):
            yield number, where.target, "".join(map(characters, (before, pair.target, after)))


def columns(rows: Rows) -> Columns:
    """The columns by their heads, else by the languages of the two that hold most."""
    head = [cell.strip(" :").casefold() for cell in rows[0]] if rows else []
    source, target = (next((at for at, cell in enumerate(head) if cell in names), -1) for names in (SOURCES, TARGETS))
    if source >= 0 and target >= 0:
        return Columns(source, target, 1)
    texts = [" ".join(_at(row, at) for row in rows) for at in range(max((len(row) for row in rows), default=0))]
    fullest = sorted(sorted(range(len(texts)), key=lambda at: -len(texts[at]))[:2])
    spoken = {language_of(texts[at]): at for at in fullest}
    if SOURCE not in spoken or TARGET not in spoken:
        raise UserError(NO_COLUMNS)
    return Columns(spoken[SOURCE], spoken[TARGET], 0)


def _at(row: Sequence[str], column: int) -> str:
    return row[column] if column < len(row) else ""


def _pair(source: str, target: str) -> Pair:
    text = edges(coded(target))[1]
    return Pair(source=edges(coded(source))[1], target=text, state=state_of(None, text))
