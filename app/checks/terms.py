"""One phrase, two renderings: quotations, titles and abbreviations that the translation words differently each time."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from app.checks.check import Check, Hit, example
from app.evidence.morphology import german_stem
from app.evidence.quotes import quoted_in_rows
from app.evidence.story import Row, Story
from app.i18n import N_, Message
from app.model import Category, Edit, Fix, Place, Severity, Side, Span
from app.style import Profile

_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 7
"""A longer quotation is a sentence, which may be shortened the second time."""


class _Rendering(Struct, frozen=True):
    row: Row
    ours: Span
    theirs: Span

    @property
    def text(self) -> str:
        return self.theirs.of(self.row.target.plain)

    @property
    def places(self) -> tuple[Place, ...]:
        return (
            self.row.place(Side.SOURCE, self.ours.start, self.ours.end),
            self.row.place(Side.TARGET, self.theirs.start, self.theirs.end),
        )


def _varies(story: Story, _profile: Profile) -> Iterable[Hit]:
    """Quotations of the same English words whose German ones share hardly a word."""
    for phrase, renderings in _renderings(story).items():
        groups = _grouped(renderings)
        if len(groups) > 1:
            groups.sort(key=len, reverse=True)
            yield _variation(phrase, groups)


def _renderings(story: Story) -> dict[str, list[_Rendering]]:
    ours, theirs = quoted_in_rows(story, Side.SOURCE), quoted_in_rows(story, Side.TARGET)
    found: dict[str, list[_Rendering]] = {}
    for row in story.rows:
        pairs = ours.get(row.unit, []), theirs.get(row.unit, [])
        if len(pairs[0]) == len(pairs[1]):
            for one, other in zip(*pairs, strict=True):
                words = _WORD.findall(one.of(row.source.plain).lower())
                if 1 < len(words) <= _MOST_WORDS and words != _WORD.findall(other.of(row.target.plain).lower()):
                    found.setdefault(" ".join(words), []).append(_Rendering(row, one, other))
    return {phrase: renderings for phrase, renderings in found.items() if len(renderings) > 1}


def _grouped(renderings: list[_Rendering]) -> list[list[_Rendering]]:
    """Renderings that share half of their word stems, compounds cut at hyphens, are one group."""
    groups: list[tuple[set[str], list[_Rendering]]] = []
    for rendering in renderings:
        stems = {german_stem(word) for word in _WORD.findall(rendering.text)}
        home = next((group for group in groups if len(group[0] & stems) * 2 > min(len(group[0]), len(stems))), None)
        if home is None:
            groups.append((stems, [rendering]))
        else:
            home[1].append(rendering)
    return [group for _, group in groups]


def _variation(phrase: str, groups: list[list[_Rendering]]) -> Hit:
    odd = [rendering for group in groups[1:] for rendering in group]
    said = {"source": phrase, "one": groups[0][0].text, "other": odd[0].text}
    message = Message(N_("“{source}” is once “{one}” and once “{other}”."), said)
    places = tuple(place for rendering in (*groups[0][:1], *odd) for place in rendering.places)
    return Hit(places, message)


# English and German abbreviations of one thing; whichever the house prefers, an article should keep to one.
_PAIRS = (
    "AI KI|UN UNO|EEA EWR|GDP BIP|IMF IWF|ECB EZB|VAT MwSt|DNA DNS|NGO NRO|ICC IStGH|ECHR EGMR|ICJ IGH|SME KMU|USSR UdSSR|GDR DDR"
    "|CIS GUS|EMU WWU|ECJ EuGH|OSCE OSZE|PPE PSA"
)
_GERMAN_FOR = {pair.partition(" ")[0]: pair.partition(" ")[2] for pair in _PAIRS.split("|")}
_ABBREVIATION = re.compile(r"[A-Z](?<![\w-].)[A-Z]{1,4}(?![\w])")


def _abbreviations(story: Story, _profile: Profile) -> Iterable[Hit]:
    uses = Counter(word for row in story.rows for word in _ABBREVIATION.findall(row.target.plain))
    for english, german in (*_GERMAN_FOR.items(), *_learnt(story, uses)):
        if uses[english] and uses[german]:
            left = list(_left_in_english(story, english))
            if left and uses[german] >= 1:
                yield _abbreviation(left, english, german)


def _learnt(story: Story, uses: Counter[str]) -> Iterator[tuple[str, str]]:
    """A German abbreviation that stands, twice at least, exactly where the source has another one."""
    often = [german for german, count in uses.items() if count > 1 and german not in _GERMAN_FOR.values()]
    ours = {word for row in story.rows for word in _ABBREVIATION.findall(row.source.plain)} if often else set()
    for german in often:
        if german in ours:
            continue
        rows = [row for row in story.rows if german in _ABBREVIATION.findall(row.target.plain)]
        shared = set.intersection(*({*_ABBREVIATION.findall(row.source.plain)} for row in rows))
        lone = [word for word in shared if not any(word in _ABBREVIATION.findall(row.target.plain) for row in rows)]
        if len(rows) > 1 and len(lone) == 1 and not german.startswith(lone[0]):
            yield lone[0], german


def _left_in_english(story: Story, english: str) -> Iterator[tuple[Row, Span]]:
    """Where the English abbreviation stands by itself or begins a German compound, not inside an English name."""
    pattern = re.compile(rf"(?<![\w-]){english}(?!\w)")
    for row in story.rows:
        for match in pattern.finditer(row.target.plain):
            around = row.target.plain[: match.start()].split()[-1:], row.target.plain[match.end() :].split()[:1]
            phrases = [f"{before} {english}" for before in around[0]], [f"{english} {after}" for after in around[1]]
            if not any(phrase.strip('.,;:“”"') in row.source.plain for side in phrases for phrase in side):
                yield row, Span(*match.span())


def _abbreviation(left: list[tuple[Row, Span]], english: str, german: str) -> Hit:
    message = Message(N_("“{english}” here, “{german}” elsewhere: one abbreviation is enough."), {"english": english, "german": german})
    edits = tuple(Edit(row.unit, span, german) for row, span in left)
    fix = Fix(Message(N_("Write “{right}”"), {"right": german}), edits)
    places = []
    for row, span in left:
        rest = re.match(r"-[^\W\d_]+", row.target.plain[span.end :])
        places.append(row.place(Side.TARGET, span.start, span.end + (rest.end() if rest else 0)))
    return Hit(tuple(places), message, None, None, (fix,))


VARIES = Check(
    id="term.varies",
    title=N_("One quotation in two renderings"),
    category=Category.INCONSISTENCY,
    severity=Severity.MAJOR,
    what=N_("Looks for words that the source quotes more than once and the translation renders differently each time."),
    why=N_("Readers take them for two quotations."),
    silence=N_("Dismiss it where the context asks for other words."),
    flags=(
        example(("# “Harbour of fools”", "„Hafen der Narren“"), ("She called it a “harbour of fools.”", "Sie nannte es „Dummkopfbucht“.")),
        example(("The “quiet tax” is new.", "Die „stille Steuer“ ist neu."), ("A “quiet tax”!", "Eine „leise Abgabe“!")),
        example(
            ("An open letter to “river lords”", "Ein offener Brief an „Herren der Flüsse“"),
            ("The “River Lords” did not answer.", "Die „Uferverwalter“ antworteten nicht."),
        ),
        example(
            ("“Glass houses” are in.", "„Glashäuser“ sind in."),
            ("“Glass houses” win.", "„Glashäuser“ gewinnen."),
            ("“Glass houses” rule.", "„Durchsichtige Bauten“ herrschen."),
        ),
    ),
    passes=(
        example(("The “quiet tax” is new.", "Die „stille Steuer“ ist neu."), ("A “quiet tax”!", "Eine „stille Steuer“!")),
        example(("The “quiet tax” is new.", "Die „stille Steuer“ ist neu."), ("Of the “quiet tax”", "Der „stillen Steuer“ wegen")),
        example(("“Yes,” he said.", "„Ja“, sagte er."), ("“Yes.”", "„Doch.“")),
        example(("“River lords” and “fools”", "„Flussherren“ und „Narren“"), ("“Fools” and “river lords”", "„Narren“ und „Flussherren“")),
    ),
    of_story=_varies,
)

ABBREVIATION = Check(
    id="term.abbreviation-varies",
    title=N_("One abbreviation in two languages"),
    category=Category.INCONSISTENCY,
    severity=Severity.MINOR,
    what=N_("Looks for an English abbreviation left in an article that elsewhere uses the German one."),
    why=N_("Readers take AI and KI for two things."),
    silence=N_("Abbreviations inside English names are never reported."),
    flags=(
        example(("AI helps.", "KI hilft."), ("AI fans cheer.", "AI-Fans jubeln.")),
        example(("The IMF lends.", "Der IWF verleiht."), ("The IMF waits.", "Der IMF wartet.")),
        example(("GDP rose.", "Das BIP stieg."), ("GDP fell.", "Das GDP sank.")),
        example(
            ("The QRT met.", "Die ZLK tagte."),
            ("The QRT voted.", "Die ZLK stimmte ab."),
            ("The QRT left.", "Die QRT ging."),
            ("Rain", "Regen"),
        ),
    ),
    passes=(
        example(("AI helps.", "KI hilft."), ("The Lakeside Center for AI met.", "Das Lakeside Center for AI tagte.")),
        example(("AI helps.", "AI hilft."), ("AI fans cheer.", "AI-Fans jubeln.")),
        example(("NATO and EU met.", "Nato und EU tagten."), ("The EU left.", "Die EU ging.")),
        example(("The IMF lends.", "Der IWF verleiht."), ("The UN waits.", "Die UN warten.")),
    ),
    of_story=_abbreviations,
)

CHECKS = (VARIES, ABBREVIATION)
