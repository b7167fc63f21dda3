"""A plan, what it draws from a lot, and what follows from what was read."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from app.quality.sampling.drawing import drawn
from app.quality.sampling.tables import Inspection, Level, Single, code_letter, single

EXTRACT_WORDS = 300
"""Words of the source in an extract."""


class Kind(StrEnum):
    """How articles are chosen."""

    EVERYTHING = "everything"
    RISKIEST = "riskiest"
    RANDOM = "random"
    UNTIL = "until"
    ISO = "iso-2859-1"


class Stratum(StrEnum):
    """By which field of the articles a random draw is divided."""

    NONE = ""
    FEED = "feed"
    ENGINE = "engine"


class Plan(Struct, frozen=True, omit_defaults=True):
    """What the desk decided before it read.

    `count` is for the riskiest and for random ones; `minutes` and `words_per_minute` (of the source) for what can be read until
    a time; `level`, `aql` and `inspection` for ISO 2859-1. `accept` is how many of the drawn articles may fail in every
    other kind. `extracts` reads the title, the lead and the riskiest rows instead of whole articles.
    """

    kind: Kind
    seed: str
    count: int = 20
    minutes: float = 60.0
    words_per_minute: float = 100.0
    level: Level = Level.II
    aql: str = "2.5"
    inspection: Inspection = Inspection.NORMAL
    accept: int = 0
    stratum: Stratum = Stratum.NONE
    extracts: bool = False


class Candidate(Struct, frozen=True):
    """An article of a lot as a plan sees it; `key` is its identity on every machine, `criticals` the number of open critical findings."""

    article: int
    key: str
    words: int
    risk: float
    criticals: int = 0
    stratum: str = ""


class Sample(Struct, frozen=True):
    """What a plan chose from a lot of `lot` articles.

    `always` are the articles with open criticals: they are read and judged one by one. `drawn` are those chosen from the other
    `population`; of these up to `accept` may fail. `letter` is the code letter of ISO 2859-1.
    """

    lot: int
    population: int
    always: tuple[int, ...]
    drawn: tuple[int, ...]
    accept: int
    letter: str = ""

    @property
    def to_read(self) -> tuple[int, ...]:
        """All articles that are read: those with open criticals first."""
        return (*self.always, *self.drawn)

    @property
    def random(self) -> bool:
        """Whether chance chose some and left others: only then does it say anything about what was not read."""
        return len(self.drawn) < self.population


class Decision(Struct, frozen=True):
    """What follows for the lot: `accepted` is None while that is open. `failed` are the drawn articles that failed."""

    accepted: bool | None
    failed: tuple[int, ...]
    unread: tuple[int, ...]


def take(plan: Plan, lot: Sequence[Candidate]) -> Sample:
    """What a plan chooses from a lot; the same articles whenever and wherever it is asked."""
    always = sorted((each for each in lot if each.criticals), key=_riskiest)
    rest = sorted((each for each in lot if not each.criticals), key=_riskiest)
    letter, size = "", Single(0, plan.accept)
    if plan.kind is Kind.ISO and len(rest) > 1:
        letter = code_letter(len(rest), plan.level)
        size = single(letter, plan.aql, plan.inspection)
    chosen = _CHOICES[plan.kind](plan, rest, always, size.size)
    return Sample(len(lot), len(rest), _numbers(always), _numbers(chosen), size.accept, letter)


def decide(sample: Sample, failed: Mapping[int, bool]) -> Decision:
    """What follows from the articles read so far: for each whether it failed. More failures than allowed decide at once."""
    bad = tuple(article for article in sample.drawn if failed.get(article))
    unread = tuple(article for article in sample.to_read if article not in failed)
    if len(bad) > sample.accept:
        return Decision(accepted=False, failed=bad, unread=unread)
    return Decision(accepted=None if unread else True, failed=bad, unread=unread)


def reading_words(plan: Plan, article: Candidate) -> int:
    """How many words of an article are read."""
    return min(article.words, EXTRACT_WORDS) if plan.extracts else article.words


def reading_minutes(plan: Plan, articles: Iterable[Candidate]) -> float:
    """How long these take to read."""
    return sum(reading_words(plan, each) for each in articles) / max(1.0, plan.words_per_minute)


class RowSize(Struct, frozen=True):
    """A row as an extract sees it: `head` for the title and the lead."""

    unit: int
    words: int
    risk: float
    head: bool = False


def extract(rows: Sequence[RowSize], words: int = EXTRACT_WORDS) -> tuple[int, ...]:
    """The rows of an extract in the order of the text: title and lead, then the riskiest, whole rows up to so many words."""
    chosen: list[RowSize] = []
    for row in sorted(rows, key=lambda row: (not row.head, -row.risk)):
        if sum(each.words for each in chosen) + row.words <= words or not chosen:
            chosen.append(row)
    wanted = {row.unit for row in chosen}
    return tuple(row.unit for row in rows if row.unit in wanted)


def _riskiest(article: Candidate) -> tuple[float, str]:
    return -article.risk, article.key


def _numbers(articles: Iterable[Candidate]) -> tuple[int, ...]:
    return tuple(article.article for article in articles)


def _everything(_plan: Plan, rest: list[Candidate], _always: list[Candidate], _size: int) -> list[Candidate]:
    return rest


def _first(plan: Plan, rest: list[Candidate], _always: list[Candidate], _size: int) -> list[Candidate]:
    return rest[: plan.count]


def _by_chance(plan: Plan, rest: list[Candidate], _always: list[Candidate], _size: int) -> list[Candidate]:
    return _drawn(plan, rest, plan.count)


def _by_table(plan: Plan, rest: list[Candidate], _always: list[Candidate], size: int) -> list[Candidate]:
    return _drawn(plan, rest, size or len(rest))


def _until(plan: Plan, rest: list[Candidate], always: list[Candidate], _size: int) -> list[Candidate]:
    """The riskiest that fit into the time left by those that are always read; a long one does not keep shorter ones out."""
    chosen: list[Candidate] = []
    left = plan.minutes - reading_minutes(plan, always)
    for article in rest:
        takes = reading_minutes(plan, [article])
        if takes <= left:
            chosen.append(article)
            left -= takes
    return chosen


def _drawn(plan: Plan, rest: list[Candidate], count: int) -> list[Candidate]:
    strata: defaultdict[str, list[str]] = defaultdict(list)
    by_key = {article.key: article for article in rest}
    for article in rest:
        strata[article.stratum if plan.stratum else ""].append(article.key)
    return [by_key[key] for key in drawn(plan.seed, strata, count)]


_Choice = Callable[[Plan, list[Candidate], list[Candidate], int], list[Candidate]]
_CHOICES: dict[Kind, _Choice] = {
    Kind.EVERYTHING: _everything,
    Kind.RISKIEST: _first,
    Kind.RANDOM: _by_chance,
    Kind.UNTIL: _until,
    Kind.ISO: _by_table,
}
