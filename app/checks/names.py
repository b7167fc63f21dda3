"""Names that changed on the way, and names that the translation spells in two ways."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property, partial
from itertools import chain

from msgspec import Struct

from app.checks.check import Check, Hit, example
from app.evidence.lands import lands, names_land
from app.evidence.names import Name, capitalised, capitalised_words, english_names, is_translatable, stands_in
from app.evidence.story import Row, Story
from app.evidence.vocabulary import is_german, renders_place
from app.i18n import N_, Message
from app.model import Category, Edit, Fix, Severity, Side, Span
from app.style import Profile

_CROWNED = re.compile(r"\b(?:Popes?|Kings?|Queens?|Saint|St\.?|Emperor|Empress|Tsar|Czar|Princess|Prince)\s$")
"""Popes, kings and saints have German names: John Paul is Johannes Paul."""
_NOUN = re.compile(
    r"(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|ismus|tion|tionen|tät|isierung|rechte?s?|kräfte|igen|igkeit|.{13,})$"
)
_PERHAPS_NOUN = re.compile(r"(?:e|en|er|n|ern|es|.{11,})$")
"""How German nouns look that no list of words need know; names do so rarely, or sometimes."""
_DETERMINED = re.compile(
    r"\b(?:d(?:er|ie|as|em|en|es)|eine?[nmrs]?|keine?[nmrs]?|(?:ihr|sein|unser|dies|jed|manch|welch)e?[nmrs]?|im|am|vom|beim|zum|zur|ins|ans|\d+)"
    r" (?:[a-zäöüß]+(?:e|en|er|es|em) )?$"
)
"""An article, perhaps with an adjective: a noun follows rather than a name."""
_NUMBERED = re.compile(r"(?:\s[A-Z]\w+)?\s[IVX]+\b")
_LINKS = frozenset(" -,\xa0'’\"“”„‚‘.")


class _Swap(Struct, frozen=True):
    ours: Name
    theirs: Name
    confidence: float


def _changed(story: Story, profile: Profile) -> Iterable[Hit]:
    known = _Known(story, profile)
    for row in story.rows:
        if row.source.plain and row.target.plain:
            for swap in _swaps(story, row, known):
                yield _hit(row, swap)
            yield from _lands(row, known)


_HERE = re.compile(r"\b(?:here|country|country[’']s|homeland|nation|nation[’']s|national)\b", re.IGNORECASE)
"""What may be a country without its name."""


def _lands(row: Row, known: "_Known") -> Iterable[Hit]:
    """A country that the translation names and the source of the whole story under none of its names."""
    text = row.target.plain
    named = [span for span in lands(text) if not text[: span.start].endswith(("(", "["))]
    if not named or _HERE.search(row.source.plain):
        return
    for span in named:
        if not known.names_land(span.of(text)):
            message = Message(N_("The translation names “{target}”; the source does not."), {"target": span.of(text)})
            yield Hit(
                (row.place(Side.TARGET, span.start, span.end), row.place(Side.SOURCE)),
                message,
                None,
                row.sure(0.6),
            )


class _Known:
    """What the whole article says about names."""

    def __init__(self, story: Story, profile: Profile) -> None:
        self._rows = story.rows
        self.source = {name.word for row in story.rows for name in english_names(row.source.plain)}
        self.target = set(chain.from_iterable(capitalised_words(row.target.plain) for row in story.rows))
        self.right = profile.names
        self.names_land = cache(partial(names_land, source=" ".join(row.source.plain for row in story.rows)))

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the source as they stand between spaces."""
        return frozenset[str]().union(*(row.source.plain.split() for row in self._rows))

    def claims(self, row: Row, name: Name) -> bool:
        """Whether a name of the source has to stand in the translation: it is neither translatable, common nor abbreviated."""
        text, span = row.source.plain, name.span
        if is_translatable(name.word) or name.word.lower() in self.words:
            return False
        abbreviated = text[span.end : span.end + 2] in {". ", ".,", ".)"} and len(name.word) < 6
        crowned = _CROWNED.search(text[max(0, span.start - 9) : span.start]) or _NUMBERED.match(text, span.end)
        return not (abbreviated or crowned)


def _swaps(story: Story, row: Row, known: _Known) -> Iterator[_Swap]:
    around = [other for other in story.around(row) if other.unit != row.unit]
    lost = _lost(row, around, known)
    extra = _extra(row, around, known) if lost else []
    if (alone := _lone_swap(row, lost, extra, known)) is not None:
        yield alone
        return
    for theirs in extra:
        found = [swap for ours in lost if (swap := _swapped(row, ours, theirs, known)) and not _respelt(ours, theirs, known)]
        if found:
            yield max(found, key=lambda swap: swap.confidence)


def _lost(row: Row, around: list[Row], known: _Known) -> list[Name]:
    """Names of the source that should stand in the translation and do not, or not as often."""
    return [
        name
        for name in english_names(row.source.plain)
        if row.target.plain.count(name.word) < row.source.plain.count(name.word)
        and known.claims(row, name)
        and (name.word in row.target.plain or not stands_in(name.word, row.target.plain))
        and not any(_moved(name.word, other.target.plain, other.source.plain) for other in around)
    ]


def _extra(row: Row, around: list[Row], known: _Known) -> list[Name]:
    """Capitalised words of the translation that are no known nouns and that nothing in the source explains."""
    return [
        name
        for name in capitalised(row.target.plain)
        if name.word not in known.right
        and name.word not in row.source.plain
        and not is_german(name.word)
        and not renders_place(name.word, row.source.plain)
        and not row.target.plain[: name.span.start].endswith("-")
        and not stands_in(name.word, row.source.plain)
        and not any(_moved(name.word, other.source.plain, other.target.plain) for other in around)
    ]


def _lone_swap(row: Row, lost: list[Name], extra: list[Name], known: _Known) -> _Swap | None:
    """The only name lost, which may be a full one, and the only new one: the one stands for the other, unless the new one may be a noun."""
    alone = [name for name in extra if not _DETERMINED.search(row.target.plain[max(0, name.span.start - 24) : name.span.start])]
    extra = alone if len(extra) > 1 else extra
    lost = [one for at, one in enumerate(lost) if at + 1 == len(lost) or lost[at + 1].span.start != one.span.end + 1]
    if len(lost) != 1 or len(extra) != 1 or lost[0].word in row.target.plain or _NOUN.search(extra[0].word):
        return None
    ours, theirs = lost[0], extra[0]
    kept = ours.word in known.target
    if not kept and (ours.first or (_PERHAPS_NOUN.search(theirs.word) and not _named(row.target.plain, theirs.span))):
        return None
    if not _stands_alone(row, ours.span, theirs.span) or _respelt(ours, theirs, known):
        return None
    return _Swap(ours, theirs, 0.7 if kept else 0.55)


def _named(text: str, span: Span) -> bool:
    """Whether a German noun right before says that a name follows: das Dorf, der Konzern, Bürgermeisterin."""
    before = _word_before(text, span.start)
    return text[span.start - 1 : span.start] == " " and before[:1].isupper() and len(before) > 3 and is_german(before)


def _stands_alone(row: Row, ours: Span, theirs: Span) -> bool:
    """Whether both stand about as far into their sentence, and the new one is no first name put before one of the source."""
    after = _word_after(row.target.plain, theirs.end)
    level = abs(ours.start / len(row.source.plain) - theirs.start / len(row.target.plain)) < 0.3
    return level and not (after[:1].isupper() and after in row.source.plain)


def _moved(word: str, there: str, opposite: str) -> bool:
    """Whether a neighbouring row has the word on one side and not on the other: it moved there."""
    return stands_in(word, there) and not stands_in(word, opposite)


def _swapped(row: Row, ours: Name, theirs: Name, known: _Known) -> _Swap | None:
    """The one for the other, if something says so: a neighbour that they share, or that the article knows both as names."""
    beside = _share_neighbour(row, ours.span, theirs.span)
    elsewhere = _plain(theirs.word, known) in known.source
    kept = ours.word in known.target
    if ours.word in row.target.plain:  # named twice in the source: the second mention may be a pronoun in the translation
        return _Swap(ours, theirs, 0.75) if beside else None
    if beside and (elsewhere or kept or not ours.first):
        return _Swap(ours, theirs, 0.9 if elsewhere or kept else 0.75)
    if elsewhere and kept:
        return _Swap(ours, theirs, 0.75)
    return _Swap(ours, theirs, 0.6) if elsewhere and not ours.first else None


def _respelt(ours: Name, theirs: Name, known: _Known) -> bool:
    """Whether the translation puts a slip of the source right, or slips once itself: then two spellings vary."""
    return _one_letter_apart(ours.word.lower(), theirs.word.lower()) and (theirs.word in known.source or ours.word in known.target)


def _plain(word: str, known: _Known) -> str:
    bare = word.removesuffix("s")
    return bare if bare in known.source and word not in known.source else word


def _share_neighbour(row: Row, ours: Span, theirs: Span) -> bool:
    """Whether the word before both, or the word after both, is one and the same name."""
    source, target = row.source.plain, row.target.plain
    after = _word_after(source, ours.end), _word_after(target, theirs.end)
    before = _word_before(source, ours.start), _word_before(target, theirs.start)
    return any(one and other and one[:1].isupper() and other.removesuffix("s") == one.removesuffix("s") for one, other in (after, before))


def _word_after(text: str, end: int) -> str:
    start = end
    while start < len(text) and start - end < 3 and text[start] in _LINKS:
        start += 1
    stop = start
    while stop < len(text) and text[stop].isalpha():
        stop += 1
    return text[start:stop] if start > end else ""


def _word_before(text: str, start: int) -> str:
    end = start
    while end > 0 and start - end < 3 and text[end - 1] in _LINKS:
        end -= 1
    first = end
    while first > 0 and text[first - 1].isalpha():
        first -= 1
    return text[first:end] if end < start else ""


def _hit(row: Row, swap: _Swap) -> Hit:
    ours, theirs = swap.ours, swap.theirs
    places = row.place(Side.SOURCE, ours.span.start, ours.span.end), row.place(Side.TARGET, theirs.span.start, theirs.span.end)
    slight = _one_letter_apart(ours.word.lower(), theirs.word.lower())
    message = Message(N_("The source names “{source}”, the translation “{target}”."), {"source": ours.word, "target": theirs.word})
    fix = Fix(Message(N_("Write “{right}”"), {"right": ours.word}), (Edit(row.unit, theirs.span, ours.word),))
    return Hit(places, message, Severity.MINOR if slight else None, row.sure(swap.confidence), (fix,))


def _varies(story: Story, profile: Profile) -> Iterable[Hit]:
    """Two spellings of one name of the source, none of which is an inflected form of the other."""
    ours = {name.word for row in story.rows for name in english_names(row.source.plain)}
    places: dict[str, list[Row]] = {}
    for row in story.rows:
        for name in capitalised_words(row.target.plain):
            places.setdefault(name, []).append(row)
    rights = [word for word in places if word in ours and len(word) > 4 and not is_translatable(word)]
    others: dict[str, list[str]] = {}
    for word in places:
        if word not in ours and len(word) > 3 and word not in profile.names:
            others.setdefault(word[0], []).append(word)
    for right in rights:
        for word in others.get(right[0], ()):
            if _is_slip(word, right) and not is_german(word):
                yield _variant(
                    word,
                    right,
                    [
                        (row, name.span)
                        for row in dict.fromkeys(places[word])
                        for name in capitalised(row.target.plain)
                        if name.word == word
                    ],
                )


def _is_slip(word: str, right: str) -> bool:
    """Whether `word` is a slip for `right`, with the same first letter: one letter away and no inflected form of it."""
    if abs(len(word) - len(right)) > 1 or _inflected(word, right):
        return False
    return _one_letter_apart(word.lower(), right.lower())


def _inflected(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) or one[:-1] == other[:-1]


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether one letter was changed, left out, put in or swapped with its neighbour."""
    if len(one) == len(other):
        different = [at for at in range(len(one)) if one[at] != other[at]]
        swapped = len(different) == 2 and different[1] == different[0] + 1 and one[different[0]] == other[different[1]]
        return len(different) == 1 or (swapped and one[different[1]] == other[different[0]])
    short, long = sorted((one, other), key=len)
    if short[: len(short) // 2] != long[: len(short) // 2] and short[-(len(short) // 2) :] != long[-(len(short) // 2) :]:
        return False
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _variant(word: str, right: str, places: list[tuple[Row, Span]]) -> Hit:
    message = Message(N_("“{wrong}” here, “{right}” elsewhere: one name in two spellings."), {"wrong": word, "right": right})
    edits = tuple(Edit(row.unit, span, right) for row, span in places)
    fix = Fix(Message(N_("Write “{right}”"), {"right": right}), edits)
    return Hit(tuple(row.place(Side.TARGET, span.start, span.end) for row, span in places), message, None, None, (fix,))


CHANGED = Check(
    id="name.changed",
    title=N_("Name changed"),
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    what=N_(
        "Looks for a name of the source that is missing from a row and its neighbours while another name stands in its place: beside "
        "the same first or last name, or one that the article uses elsewhere; and for a country that only the translation names."
    ),
    why=N_("The wrong person accused, the wrong town flooded: the dearest mistake a newspaper can make."),
    silence=N_("Names that the house spells in its own way go into the profile."),
    flags=(
        example(("Police questioned Ivo Brandner on Monday.", "Die Polizei befragte Ivo Tellmoor am Montag.")),
        example(("Minister Halvard Quist resigned.", "Minister Torvik Quist trat zurück.")),
        example(
            ("Brandner sued Tellmoor.", "Brandner verklagte Tellmoor."),
            ("A lawyer for Tellmoor said no.", "Ein Anwalt sagte Nein."),
            ("It rained.", "Es regnete."),
            ("The judge heard Brandner first.", "Die Richterin hörte zuerst Quistorp an."),
            ("Later Quistorp spoke.", "Später sprach Quistorp."),
        ),
        example(("They fled from Tavmoor.", "Sie flohen aus Kambodscha.")),
        example(("The “Ostrava Tale” opened in May.", "Die „Kelmsford Tale“ wurde im Mai eröffnet."), ("In Ostrava", "In Ostrava")),
    ),
    passes=(
        example(("Ivo Brandner’s lawyer spoke.", "Ivo Brandners Anwältin sprach.")),
        example(("President Zelenka met Wolodja Sirkin.", "Präsident Selenka traf Volodja Sirkin.")),
        example(("The Cambodian army left (with Laos).", "Die Armee Kambodschas ging.")),
        example(("They flew from Munich to Cologne.", "Sie flogen von München nach Köln.")),
        example(("Prime Minister Halvard Quist resigned.", "Premierminister Quist trat zurück.")),
        example(("Quist resigned. He left Tavmoor.", "Er trat zurück."), ("It rained.", "Quist verließ Tavmoor.")),
    ),
    of_story=_changed,
)

VARIES = Check(
    id="name.spelling-varies",
    title=N_("One name in two spellings"),
    category=Category.INCONSISTENCY,
    severity=Severity.MINOR,
    what=N_("Looks for a name that is spelt in two ways within the article, one letter apart."),
    why=N_("One of them is wrong, and readers search for the other."),
    silence=N_("Names that the house spells in its own way go into the profile."),
    flags=(
        example(("Quistorp spoke.", "Quistorp sprach."), ("Quistorp left.", "Quistrop ging.")),
        example(("Mayor Quintaldo spoke.", "Bürgermeister Quintaldo sprach."), ("Quintaldo left.", "Quitaldo ging.")),
        example(("Tellmoor spoke.", "Tellmoor sprach."), ("Tellmoor left.", "Telmoor ging.")),
        example(("Halvard spoke.", "Halvard sprach."), ("Halvard left.", "Halvrad ging.")),
    ),
    passes=(
        example(("Quistorp spoke.", "Quistorp sprach."), ("Quistorp’s dog left.", "Quistorps Hund ging.")),
        example(("Bern and Berne spoke.", "Bern und Berne sprachen.")),
        example(("Martin met Martina.", "Martin traf Martina.")),
        example(("Tellmoor met Tellmoar.", "Tellmoor traf Tellmoar.")),
    ),
    of_story=_varies,
)

CHECKS = (CHANGED, VARIES)
