"""Agreement inside a German noun phrase, where it is certain: article, adjective and noun."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from app.checks.check import Check, Hit, example
from app.evidence.gender import gender
from app.evidence.patterns import alternatives, begun
from app.evidence.story import Row, Story
from app.evidence.tokens import tokens
from app.i18n import N_, Message
from app.model import Category, Edit, Fix, Severity, Side, Span
from app.style import Profile

# Which genders a form of the article can go with in the singular; „die“ and the like go with any plural, which is why only nouns
# whose plural looks different are known.
_GENDERS = {
    "der": "mf", "das": "n", "dem": "mn", "den": "m", "des": "mn", "die": "f", "ein": "mn", "eine": "f", "einen": "m", "einem": "mn",
    "eines": "mn", "kein": "mn", "keine": "f", "keinen": "m", "keinem": "mn", "im": "mn", "am": "mn", "vom": "mn", "beim": "mn", "zum": "mn", "zur": "f",
    "ins": "n", "ans": "n", "aufs": "n", "fürs": "n", "durchs": "n", "diese": "f", "diesen": "m", "diesem": "mn", "dieses": "mn", "jede": "f",
    "jeden": "m", "jedem": "mn", "jedes": "mn", "seine": "f", "seinen": "m", "seinem": "mn", "ihre": "f", "ihren": "m", "ihrem": "mn",
    "unsere": "f", "unserem": "mn", "welche": "f", "welchem": "mn",
}  # fmt: skip
_ARTICLES = (
    "der|das|dem|den|des|die(?:se[nms]?)?|durchs|ein(?:e[nms]?)?|kein(?:e[nm]?)?|im|ins|ihre[nm]?|am|ans|aufs|vom|beim|zu[mr]|fürs|jede[nms]?"
    "|seine[nm]?|unserem?|welchem?"
)
_ARTICLE = begun("|".join([_ARTICLES, *(article[0].upper() + article[1:] for article in alternatives(_ARTICLES))]), any_case=False)
_ADJECTIVE = r"[a-zäöüß]{3,}(?:e|en|er|es|em)"
_PHRASE = re.compile(rf"({_ARTICLE}) ((?:{_ADJECTIVE} ){{0,2}})([A-ZÄÖÜ][a-zäöüß]+)(?![\w-])")
_GOVERNED = {
    case: (frozenset(words.split("|")), re.compile(rf"{begun(words, any_case=False)} ({_ADJECTIVE}) ([A-ZÄÖÜ][a-zäöüß]+)(?![\w-])"))
    for case, words in {"accusative": "für|um|durch|gegen|ohne", "dative": "mit|von|aus|bei|seit"}.items()
}
"""The prepositions of a case, and a pattern for an adjective and a noun behind one."""
_IN_EM = re.compile(r"em [A-ZÄÖÜ]")
_TWICE = re.compile(
    begun("dem|im|am|vom|beim|zum|einem|keinem|seinem|ihrem|diesem|jedem|unserem") + r" ([a-zäöüß]{3,}em) ([A-ZÄÖÜ][a-zäöüß]+)(?![\w-])"
)
_WEAK = frozenset(
    "einen einem eines keinen keinem seinen seinem ihren ihrem unserem diesem diesen jedem jeden dem den des im am vom beim zum zur der".split()
)
"""Behind an article that shows its case, an adjective ends in -en; so it does behind der and zur with a feminine noun."""
_STRONG = {"accusative": {"m": "en", "f": "e", "n": "es"}, "dative": {"m": "em", "f": "er", "n": "em"}}
# Words that look like an adjective and are none: „für heute Abend“, „das alle Welt kennt“, „mit ihrer Arbeit“.
_NO_ADJECTIVES = frozenset(
    """
    heute gerne beinahe lange bald alle aller allen allem alles viele vieler vielen wenige weniger mehrere einige einiger einigen beide beiden
    eine einer eines einen einem keine keiner keinen keinem seine seiner seinen seinem ihre ihrer ihren ihrem ihres unsere unserer unseren meine
    meiner meinen diese dieser dieses diesen diesem jene jener jede jeder jedes jeden jedem welche welcher welches welchen solche solcher manche
    mancher andere der die das den dem des aber oder unter über hinter wider gegen neben zwischen immer wieder nieder sehr mehr weniger drei zwei
    sieben dieselbe derselben denselben deren dessen denen ohne rosa lila orange prima extra statt selber welchem etwas euer eurer pro anderer anderen
    hatte wurde werde würde konnte sollte wollte musste durfte habe wäre hätte worden werden haben geben bisschen unser euer ihr paar wenig viel
    demselben denselben derselbe dasselbe dieselben desselben
    """.split()
)
_RELATIVE = re.compile(
    r"[,;–—(]\s(?:\w+ )?(?:über|in|an|auf|mit|von|zu|für|durch|gegen|aus|bei|nach|unter|vor|zwischen|um|ohne|während|trotz|wegen|hinter|neben|seit)$"
)
_SET_PHRASE = re.compile(r"(?:seit|bei|von) (?:lang|kurz|neu|weit)em ")
_PARTICIPLE = re.compile(r" [a-zäöüß]+(?:end|[^aeiou]t|en)(?:e|en|er|es|em) [A-ZÄÖÜ]")


_ADVERBS = frozenset("lange gerade heute nahe beinahe gerne ohne gestern bisse viele halbe solche spate letzte folge ende pro".split())
_ATTRIBUTE = re.compile(r"^(?: [\wäöüß-]+){0,6}? [a-zäöüß]+(?:end|[^aeiou]t|en)(?:e[nrsm]?) [A-ZÄÖÜ]")
"""A participle that governs what stands before it: „dem heute Morgen gefassten Beschluss“."""


class _Slip(Struct, frozen=True):
    span: Span
    shown: str
    right: tuple[Span, str] | None = None


def _look(_story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    for slip in (*_articles(row.target.plain), *_adjectives(row.target.plain)):
        message = Message(N_("“{words}” does not agree: article, adjective and noun have different gender or case."), {"words": slip.shown})
        fixes: tuple[Fix, ...] = ()
        if slip.right is not None:
            fixes = (Fix(Message(N_("Write “{right}”"), {"right": slip.right[1]}), (Edit(row.unit, *slip.right),)),)
        yield Hit((row.place(Side.TARGET, slip.span.start, slip.span.end),), message, None, None, fixes)


def _articles(text: str) -> Iterator[_Slip]:
    for match in _PHRASE.finditer(text):
        article, between, noun = match.groups()
        if (weak := _weak(text, match)) is not None:
            yield weak
            continue
        found = gender(noun)
        if not found or found in _GENDERS[article.lower()] or any(word in _NO_ADJECTIVES for word in between.split()):
            continue
        superlative = article.lower() == "am" and between.split(" ")[0].endswith("sten")
        if not superlative and not _may_be_pronoun(text, match) and not _PARTICIPLE.match(text[match.end() : match.end() + 40]):
            yield _Slip(Span(*match.span()), match[0])


def _may_be_pronoun(text: str, match: re.Match[str]) -> bool:
    """Whether the article may be a pronoun: „…, die Teil des Plans sind“, „das Geld, das Kindheit kostet“, „Das Arbeit zu nennen“."""
    before = text[: match.start()].rstrip()
    if _RELATIVE.search(before):
        return True
    first = match[1].lower()
    if first in {"diese", "dieses", "diesen"} and not match[2]:
        return True
    if (
        first in {"der", "die", "das", "den", "dem", "ihre", "ihren", "seine", "diese", "dieses", "eines", "jeder", "welche", "welchem"}
        and not match[2]
    ):
        return (
            not before
            or before[-1] in ',;:–—-.!?„“"»(…'
            or before.endswith((" und", " oder", " mit", " von", " in", " zu", " für", " auf"))
        )
    return before.endswith((",", ";")) and first in {"der", "die", "das", "den", "dem", "welche", "welchem"}


def _adjectives(text: str) -> Iterator[_Slip]:
    for case, (governing, pattern) in _GOVERNED.items():
        for match in pattern.finditer(text) if not governing.isdisjoint(tokens(text).known) else ():
            adjective, noun = match.groups()
            found = gender(noun)
            right = "" if _SET_PHRASE.match(match[0]) else _STRONG[case].get(found, "")
            if (
                right
                and adjective not in _NO_ADJECTIVES
                and not _ends(adjective, right)
                and not _PARTICIPLE.match(text[match.end() : match.end() + 40])
            ):
                span = Span(*match.span(1))
                yield _Slip(Span(match.start(1), match.end()), f"{adjective} {noun}", (span, _stem(adjective) + right))
    for match in _TWICE.finditer(text) if _IN_EM.search(text) else ():
        if match[1] not in _NO_ADJECTIVES and gender(match[2]) in {"m", "n"}:
            yield _Slip(Span(match.start(), match.end()), match[0], (Span(*match.span(1)), match[1][:-1] + "n"))


def _weak(text: str, match: re.Match[str]) -> _Slip | None:
    """„einen große Einfluss“: one adjective in -e behind an article that wants -en."""
    article, adjective, noun = match[1].lower(), match[2][:-1], match[3]
    if article not in _WEAK or not adjective.endswith("e") or " " in adjective or adjective in _NO_ADJECTIVES or adjective in _ADVERBS:
        return None
    if gender(noun) not in ({"f"} if article in {"der", "zur"} else {"m", "n"}) or _ATTRIBUTE.search(text[match.end() :]):
        return None
    named = text[match.end() : match.end() + 2].strip().istitle()
    pronoun = article in {"der", "den", "dem", "des"} and text[: match.start()].rstrip()[-1:] in {",", ";"}
    return None if named or pronoun else _Slip(Span(*match.span()), match[0], (Span(match.start(2), match.end(2) - 1), f"{adjective}n"))


def _ends(adjective: str, right: str) -> bool:
    return adjective.endswith(right) if right != "e" else adjective.endswith("e")


def _stem(adjective: str) -> str:
    return re.sub(r"e[nrsm]?$", "", adjective)


AGREEMENT = Check(
    id="language.agreement",
    title=N_("Article, adjective and noun do not agree"),
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    what=N_(
        "Looks at article, adjective and noun that stand together, for nouns whose gender is certain and whose plural looks different."
    ),
    why=N_("“für neue Anfang” is wrong in any context, and a machine does not notice."),
    silence=N_("Dismiss it where the noun is a name."),
    confidence=0.8,
    flags=(
        example(("They fought for great influence.", "Sie stritten um große Einfluss.")),
        example(("with the new law", "Sie arbeiten mit dem neuem Gesetz.")),
        example(("He read a newspaper.", "Er las einen alte Zeitung.")),
        example(("the problem", "Sie lösten die schwierige Problem.")),
        example(("He has great influence.", "Er hat einen große Einfluss.")),
        example(("with great joy", "Sie kamen mit große Freude.")),
        example(("at the border", "Sie hielten am Grenze.")),
    ),
    passes=(
        example(("They fought for great influence.", "Sie stritten um großen Einfluss.")),
        example(("Countries that are part of the plan", "Länder, die Teil des Plans sind, und Leute, die Arbeit suchen")),
        example(("This great house, every new day", "Dieses große Haus, jedes neue Buch")),
        example(("for this evening", "Sie kamen für heute Abend mit ihrer Arbeit.")),
        example(("music-loving men", "Ein Musik liebender Mann, der Arbeit sucht")),
        example(("the city's problem", "Das Problem der Stadt, den Leuten und der Zeitung")),
        example(("To call that work is bold.", "Das Arbeit zu nennen, ist kühn.")),
    ),
    of_row=_look,
)

CHECKS = (AGREEMENT,)
