"""Who speaks: one or many, told to us or to another paper, and headlines that name the source last."""

import re
from collections.abc import Iterable

from app.checks.check import Check, Hit, example
from app.evidence.quotes import quoted_in_rows
from app.evidence.story import Row, Story
from app.evidence.tokens import tokens
from app.i18n import N_, Message
from app.model import BlockKind, Category, Edit, Fix, Severity, Side, Span
from app.style import Profile

_VERBS = r"ask(?:ed)?|den(?:ied|y)|call(?:ed)?|describ(?:ed|e)|recall(?:ed)?|repl(?:ied|y)|did not|promis(?:ed|e)|sa(?:id|ys?)|added?|stress(?:ed)?|not(?:ed|e)|wr(?:ote|ite)|told|tell|explain(?:ed)?|confirm(?:ed)?|insist(?:ed)?|declin(?:ed|e)|argu(?:ed|e)|claim(?:ed)?|warn(?:ed)?|refus(?:ed|e)|emphasi[sz]ed"
_THEY = re.compile(rf"\b[Tt]hey (?:also |later |then |have |had |would )?(?:{_VERBS})\b")
_ONE = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Oo]ne|another|whose|its|[\w’']+[’']s) (?:[\w’'-]+ ){0,3}?(?:spokesperson|representative|insider|source|official|employee|resident|witness|worker|user|student"
    r"|researcher|officer|neighbou?r|person|teacher|parent|customer|analyst|expert|author|attorney|lawyer|reader|driver|passenger|donor|victim|suspect|caller|buyer|seller|owner|tenant|patient|nurse|doctor|guest|tourist|visitor|candidate|critic|colleague|participant|player|fan|artist|singer|writer|professor|manager|guard|trader|investor|farmer|sailor|pilot|soldier|voter|candidate|whistleblower|insider)\b(?!s)"
)
_MANY = re.compile(
    r"\b(?:\w*(?:persons|people|sources|officials|employees|residents|witnesses|workers|users|students|researchers|officers|parents|experts|lawyers|authors)|police|[a-z]+men|[a-z]+women|couple|family|scientists|groups|leaders|artists|testers"
    r"|(?P<body>group|team|company|committee|party|government|union))\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\b(?:that|because|if|whether|when|where|although|though|since|until|how|why|which|for|of|at|from|within|inside|behind|about|against|on behalf of) (?:(?:the|an?|its|his|her|their|this|[\w’'-]+[’']s) )?(?:[\w’'-]+ ){0,2}$",
    re.IGNORECASE,
)
"""What puts a body into a subordinate clause or belongs to the person: “confirmed that the company”, “a source inside the party”."""
_PLURAL = re.compile(
    r"\b(?:sagten|betonten|erklärten|fügten|schrieben|meinten|bestätigten|erzählten|warnten|behaupteten|ergänzten|lehnten|weigerten|bestanden|baten|fragten|nannten|beschrieben|versprachen|antworteten|berichteten|teilten|räumten|bestritten|wollten|riefen|mahnten|sagen|schreiben|betonen) sie\b|\bSie (?:sagen|schreiben|betonen|sagten|betonten|erklärten|fügten|schrieben|meinten|bestätigten|erzählten|warnten|behaupteten|ergänzten|lehnten|weigerten|bestanden|baten|fragten|nannten|beschrieben|versprachen|antworteten|berichteten|teilten|räumten|bestritten|wollten|riefen|mahnten)\b"
)

_TOLD_US = re.compile(
    r"(?i)\b(?:told|assured|informed|showed|sent) us\b|\b(?:spoke|talked|speaking|talking|confirmed|explained|said|wrote) (?:exclusively )?(?:to|with) us\b"
    r"|\b(?:interview|conversation|call|chat) with us\b|\b(?:e-?mail|statement|letter|message|comments?) (?:sent )?to us\b|\bour (?:reporter|newsroom|correspondent|newspaper|website|podcast)s?\b"
)
_TELLER = re.compile(r"\b(?:I|my|me)\b")
"""Somebody who tells what he lived through: his “us” are he and his friends."""
_UNS = re.compile(r"\b(?:uns|unser(?:e[nmr]?)? (?:Reporter|Redaktion|Korrespondent|Zeitung|Website|Podcast)\w*)\b")

_LAST = re.compile(
    r",\s(?:(?:\w+\s){0,2}(?:police|officials?|report|study|court|sources?|authorities|prosecutors?|data|poll|survey|minister|ministry|experts?|scientists|researchers|inquiry|union|company|group|agency|lawyers?|analysts?|economists|doctors|watchdog|president|mayor|government|review|audit|media|charity|think tank|firm|army|military|regulator|campaigners|unions)) (?:say|says|said|show|shows|finds?|found|suggests?|warns?|claims?|reveals?|concludes?)$|[:–-]\s(?:report|study|police|source|poll|official|minister|ministry|survey|expert|media|army|agency|inquiry|lawyer|analyst)s?$",
    re.IGNORECASE,
)
_GERMAN_LAST = re.compile(
    r"^(?P<what>.+)(?::\s(?P<who>(?:[A-ZÄÖÜ][\w-]+|laut [A-ZÄÖÜ][\w-]+)(?: (?:sagt|sagen|zeigt|zeigen|warnt|warnen))?)|,\s(?:sagt|sagen|zeigt|zeigen|warnt|warnen|findet|finden|besagt) (?P<after>(?:die |der |das )?[A-ZÄÖÜ][\w-]+))$"
)


def _persons(story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    """„They said“ of one person: the nearest person before must be one, and none of several may stand between."""
    they = _they(row) if row.target.plain else None
    theirs = _PLURAL.search(row.target.plain) if they else None
    if they and theirs and _speaks_alone(story, row, they):
        said = {"source": they[0], "target": theirs[0]}
        places = row.place(Side.SOURCE, *they.span()), row.place(Side.TARGET, *theirs.span())
        yield Hit(places, Message(N_("“{source}” speaks of one person here; “{target}” makes them several."), said))


def _they(row: Row) -> re.Match[str] | None:
    return _THEY.search(row.source.plain) if "they" in tokens(row.source.plain).known else None


def _speaks_alone(story: Story, row: Row, they: re.Match[str]) -> bool:
    """Whether “they” is one person: named so, or one who spoke as “they” right before and goes on in the same paragraph."""
    if _is_one(_before(story, row) + row.source.plain[: they.start()]):
        return True
    at = story.index(row.unit)
    before = story.rows[at - 1] if at else row
    same = before is not row and before.source_block == row.source_block
    earlier = _they(before) if same and _QUOTED.match(row.source.plain) else None
    return earlier is not None and _speaks_alone(story, before, earlier)


_QUOTED = re.compile(r"^\W*[“\"][^”\"]+[”\"],? [Tt]hey\b")
"""A quotation and who said it: nobody else can have come in between."""


def _before(story: Story, row: Row) -> str:
    """The source of the two rows before, as far as they belong to the same paragraph of the source."""
    at = story.index(row.unit)
    return " ".join(other.source.plain for other in story.rows[max(0, at - 2) : at] if other.source_block == row.source_block) + " "


def _is_one(text: str) -> bool:
    single = [match.end() for match in _ONE.finditer(text)]
    return bool(single) and all(map(_is_aside, _MANY.finditer(text, single[-1])))


def _is_aside(many: re.Match[str]) -> bool:
    """Whether several are named only beside the matter; a body of people alone can be, people themselves draw “they” to them."""
    return bool(many["body"]) and _ASIDE.search(many.string, max(0, many.start() - 60), many.start()) is not None


def _media(story: Story, _profile: Profile) -> Iterable[Hit]:
    ours, theirs = quoted_in_rows(story, Side.SOURCE), quoted_in_rows(story, Side.TARGET)
    for row in story.rows:
        uns = _UNS.search(row.target.plain) if "uns" in tokens(row.target.plain).known else None
        told = _TOLD_US.search(row.source.plain) if uns else None
        if (
            told
            and uns
            and not _TELLER.search(row.source.plain)
            and not _inside(told, ours.get(row.unit, []))
            and not _inside(uns, theirs.get(row.unit, []))
        ):
            places = row.place(Side.SOURCE, *told.span()), row.place(Side.TARGET, *uns.span())
            yield Hit(places, Message(N_("“{source}”: “us” is the newspaper of the source. Name it."), {"source": told[0]}))


def _inside(match: re.Match[str], spans: list[Span]) -> bool:
    return any(span.start <= match.start() < span.end for span in spans)


def _headline(_story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    if row.kind not in {BlockKind.TITLE, BlockKind.HEADING}:
        return
    match = _GERMAN_LAST.match(row.target.plain)
    if match and _LAST.search(row.source.plain):
        who = "who" if match["who"] else "after"
        right = f"{match[who].removeprefix('die ').removeprefix('der ').removeprefix('das ')}: {match['what']}"
        fix = Fix(Message(N_("Name the source first")), (Edit(row.unit, Span(0, len(row.target.plain)), right),))
        yield Hit(
            (row.place(Side.TARGET, *match.span(who)),),
            Message(N_("German headlines name their source first: “{right}”."), {"right": right}),
            None,
            None,
            (fix,),
        )


PERSON = Check(
    id="name.person",
    title=N_("One speaker or several"),
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    what=N_("Looks for “they” said of one person (a spokesperson … they) that became a plural in German."),
    why=N_("Readers ask who the others are."),
    silence=N_("Dismiss it where several people do speak."),
    confidence=0.75,
    flags=(
        example(("A spokesperson denied it. “It is wrong,” they said.", "Ein Sprecher bestritt das. „Es ist falsch“, sagten sie.")),
        example(("The source agreed. They added that it rains.", "Die Quelle stimmte zu. Sie fügten hinzu, dass es regnet.")),
        example(("A hotel employee left. They wrote a letter.", "Ein Hotelangestellter ging. Sie schrieben einen Brief.")),
        example(("One resident stayed. They said no.", "Ein Bewohner blieb. Sie sagten Nein.")),
        example(
            (
                "A spokesperson confirmed that the union had met. They stressed that nothing is signed.",
                "Ein Sprecher bestätigte, dass die Gewerkschaft getagt habe. Sie betonten, dass nichts unterschrieben sei.",
            )
        ),
        example(("An insider at the party shrugged. They said no.", "Ein Insider aus der Partei winkte ab. Sie sagten Nein.")),
    ),
    passes=(
        example(("A spokesperson denied it. “It is wrong,” they said.", "Ein Sprecher bestritt das. „Es ist falsch“, sagte er.")),
        example(("Two officials left. They said no.", "Zwei Beamte gingen. Sie sagten Nein.")),
        example(("A resident met police. They said no.", "Eine Bewohnerin traf die Polizei. Sie sagten Nein.")),
        example(("The artists left. They said no.", "Die Künstler gingen. Sie sagten Nein.")),
        example(("A resident met the committee. They said no.", "Eine Bewohnerin traf den Ausschuss. Sie sagten Nein.")),
        example(("An officer said that witnesses came. They said no.", "Ein Beamter sagte, Zeugen seien gekommen. Sie sagten Nein.")),
    ),
    of_row=_persons,
)

MEDIUM = Check(
    id="name.medium",
    title=N_("“Told us”"),
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    what=N_("Looks for “told us” outside of quotations that became “uns”."),
    why=N_("In a German paper, “us” is somebody else."),
    silence=N_("Dismiss it where both papers are one house."),
    flags=(
        example(("Quist told us the plan is dead.", "Quist sagte uns, der Plan sei tot.")),
        example(("“It is over,” Quist told us.", "„Es ist vorbei“, sagte Quist uns.")),
        example(("“No,” she told us on Monday.", "„Nein“, sagte sie uns am Montag.")),
        example(("In an interview with us, she wept.", "In einem Interview mit uns weinte sie.")),
    ),
    passes=(
        example(("Quist told us the plan is dead.", "Quist sagte dem „Ostheimer Boten“, der Plan sei tot.")),
        example(("“He told us to wait,” she said.", "„Er sagte uns, wir sollten warten“, sagte sie.")),
        example(("Quist told them no.", "Quist sagte ihnen Nein.")),
        example(("“It hurt us,” she said.", "„Es hat uns wehgetan“, sagte sie.")),
    ),
    of_story=_media,
)

HEADLINE = Check(
    id="language.headline",
    title=N_("Headline in English order"),
    category=Category.STYLE,
    severity=Severity.MINOR,
    what=N_("Looks for headlines that name their source at the end, after a colon."),
    why=N_("German headlines begin with it: „Polizei: Boot gestohlen“."),
    silence=N_("Dismiss it where the colon means something else."),
    flags=(
        example(("# Boat stolen, police say", "Boot gestohlen: Polizei")),
        example(("# Dam unsafe, report says", "Damm unsicher: Bericht")),
        example(("# Tax plan dead: source", "Steuerplan vom Tisch: Quelle")),
        example(("# Bees return, study finds", "Bienen kehren zurück: Studie")),
    ),
    passes=(
        example(("# Boat stolen, police say", "Polizei: Boot gestohlen")),
        example(("# Dam unsafe, report says", "Damm laut Bericht unsicher")),
        example(("# What we know: a timeline", "Was wir wissen: Chronik")),
        example(("Boat stolen, police say", "Boot gestohlen: Polizei")),
    ),
    of_row=_headline,
)

CHECKS = (PERSON, MEDIUM, HEADLINE)
