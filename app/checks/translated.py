"""Surnames taken for words: Peter Baker is no Peter Bäcker."""

import re
from collections.abc import Iterable, Iterator

from app.checks.check import Check, Hit, example
from app.evidence import lexicon
from app.evidence.morphology import german_stem
from app.evidence.names import alike, is_translatable, skeleton
from app.evidence.story import Row, Story
from app.evidence.vocabulary import is_english, renders_place
from app.i18n import N_, Message
from app.model import BlockKind, Category, Edit, Fix, Severity, Side, Span
from app.style import Profile

_PAIR = re.compile(r"(?P<first>[A-ZÀ-Þ](?<!\w.)(?<!\b[Tt]he .)(?<!\b[Aa] .)(?<!\b[Aa]n .)[a-zß-ÿ]{2,}) (?=(?P<last>[A-Z][a-z]{2,})\b)")
"""What stands before a name is looked at behind its first capital, which is quickly found."""
_TITLES = frozenset(
    """
    Mr Mrs Ms Miss Sir Lady Lord Dame The A An This That His Her Our Their Its New Old North South East West Northern Southern Eastern Western Central United
    National International Federal Royal Grand Great Big Little Upper Lower Supreme High White Black Red Green Blue Golden Silver Saint World European British
    American German French Chief General President Minister Mayor Senator Judge Justice Prime First Second Third Foreign Home Health Finance Defence Defense
    King Queen Prince Princess Pope King's Queen's Mount Lake River Fort Port Cape Street Civil Human Public State City County Labour Labor Green Social
    """.split()
)
_INSTITUTIONS = frozenset(
    """
    House Street Road Avenue Square Park River Lake Hill Hills Bridge Church School University College Hospital Court Bank Party Council Committee Union League
    Club Company Group Board Office Department Agency Ministry Army Navy Force Guard Police Station Airport Tower Hall Castle Palace Island Islands Bay Beach
    Sea Ocean Coast Mountain Mountains Valley Desert Forest Strait Gulf Canal War Act Treaty Plan Deal Day Week Prize Cup Games Award Awards Center Centre
    Museum Theatre Theater Gallery Library Zoo Garden Gardens Village Town City County State Province Republic Kingdom Empire Revolution Spring Administration
    Government Parliament Senate Congress Assembly Commission Court Summit Report Review Journal Times Post News Herald Star Sun Mail Telegraph Democrats
    Republicans Conservatives Liberals Greens Front Movement Alliance Brotherhood Foundation Institute Society Association Studios Pictures Records Dynasty Wall
    Street Tribe People Crisis Virus Flu Fever Canyon Falls Sanctuary Festival Open Championship Series Cathedral Abbey Crown Accords Agreement Border Pass Range
    """.split()
)


def _look(_story: Story, row: Row, profile: Profile) -> Iterable[Hit]:
    if not row.target.plain or row.kind is not BlockKind.PARAGRAPH:
        return
    for match in _persons(row.source.plain):
        found = _translated(match, row.target.plain)
        if found and match["last"] not in profile.names:
            span, first = found
            said = {"source": f"{match['first']} {match['last']}", "target": f"{first} {span.of(row.target.plain)}"}
            places = row.place(Side.SOURCE, match.start(), match.end("last")), row.place(Side.TARGET, span.start, span.end)
            fix = Fix(Message(N_("Write “{right}”"), {"right": match["last"]}), (Edit(row.unit, span, match["last"]),))
            yield Hit(places, Message(N_("“{source}” is a name: it is not translated to “{target}”."), said), fixes=(fix,))


def _persons(text: str) -> Iterator[re.Match[str]]:
    """A first name, which is no English word, and a surname that is one."""
    for match in _PAIR.finditer(text):
        first, last = match["first"], match["last"]
        named = first not in _TITLES and not is_english(first) and not is_translatable(first)
        if named and last not in _INSTITUTIONS and last not in _TITLES and is_english(last):
            yield match


def _translated(match: re.Match[str], target: str) -> tuple[Span, str] | None:
    """Where the first name, perhaps in its German form, stands before a rendering of the surname."""
    first, last = match["first"], match["last"]
    if re.search(rf"\b{last}", target):
        return None
    stems = lexicon.english(last).stems
    for other in _PAIR_DE.finditer(target):
        kin = other["first"] == first or (abs(len(first) - len(other["first"])) < 2 and alike(skeleton(first), skeleton(other["first"])))
        if (
            kin
            and not renders_place(other["last"], last)
            and (german_stem(other["last"]) in stems or german_stem(other["last"].lower()) in stems)
        ):
            return Span(*other.span("last")), other["first"]
    return None


_PAIR_DE = re.compile(r"\b(?P<first>[A-ZÀ-Þ][a-zß-ÿ]{2,}) (?P<last>[A-ZÄÖÜ][a-zäöüß]{2,})\b(?!-)")

TRANSLATED = Check(
    id="name.translated",
    title=N_("Name translated"),
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    what=N_("Looks for a first name that stayed before a surname that was taken for a word: Baker, Young, Woods."),
    why=N_("A person does not change the name at the border."),
    silence=N_("Names that the house writes in German go into the profile."),
    confidence=0.75,
    flags=(
        example(("A lawyer for Ivo Baker declined.", "Ein Anwalt von Ivo Bäcker lehnte ab.")),
        example(("The winner was Halvard Young.", "Sieger war Halvard Jung.")),
        example(("It was Mara Brown who called.", "Es war Mara Braun, die anrief.")),
        example(("Yesterday Selma Cook left.", "Gestern ging Selma Koch.")),
    ),
    passes=(
        example(("A lawyer for Ivo Baker declined.", "Ein Anwalt von Ivo Baker lehnte ab.")),
        example(("They met in Hyde Park.", "Sie trafen sich im Hyde Park.")),
        example(("The Quist Bridge was closed.", "Die Quist Brücke wurde gesperrt.")),
        example(("Mara, the cook, left.", "Mara, die Köchin, ging.")),
    ),
    of_row=_look,
)

CHECKS = (TRANSLATED,)
