"""Words of which one cannot stand for the other: spring and autumn, imports and exports, mother and father.

Both sides must show: the English word without its rendering, and the rendering of its opposite without the word for that.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property

from msgspec import Struct

from app.evidence.patterns import Sought
from app.evidence.story import Row, Story
from app.evidence.tokens import START, tokens
from app.model import Span


class Side(Struct, frozen=True):
    """One of several that exclude each other: patterns of its English and its German words, matched without regard to case.

    `english` and `german` are further words that may say it, too: they excuse and never accuse.
    """

    ours: str
    theirs: str
    english: str = r"(?!)"
    german: str = r"(?!)"


class Group(Struct, frozen=True):
    """What excludes each other, and how the English words begin, which spares most rows the patterns."""

    starts: str
    sides: tuple[Side, ...]


_WHEN = r"\b(?:in|this|next|last|the|early|late|of|since|by|until|during|every|each) (?:the |early |late )?"
_TIMES = (
    Group(
        "spring summer autumn fall winter",
        (
            Side(rf"{_WHEN}spring\b", r"\b\w*(?:frühjahr|frühling)\w*"),
            Side(r"\bsummers?\b", r"\b\w*sommer\w*", r"\b\w*summer\w*"),
            Side(rf"\bautumn\b|{_WHEN}fall\b(?! (?:of|in|to|from|back|out|below)\b)", r"\b\w*herbst\w*", r"\bautumnal|\bfall\b"),
            Side(r"\bwinters?\b", r"\b\w*winter\w*", r"\b\w*winter\w*"),
        ),
    ),
    Group(
        "yesterday today tomorrow",
        (
            Side(r"\byesterday\b", r"\b(?:vor)?gestern\b", r"\beve\b", r"\bgestrig\w*"),
            Side(r"\btoday\b", r"\bheute\b", r"\btonight\b|\bnow\w*|\bcurrent\w*|\bto date\b|\bstill\b|\bthis\b|\bso far\b", r"\bheutig\w*|\bjetzt\b"),
            Side(r"\btomorrow\b", r"\b(?:über)?(?-i:morgen)\b", r"\bmornings?\b|\bfuture\b", r"\bmorgig\w*|\bZukunft\b"),
        ),
    ),
    Group(
        "midnight noon midday",
        (
            Side(r"\bmidnight\b", r"\bmitternacht\w*", german=r"\b(?:0|24|null) Uhr|\bNacht"),
            Side(r"\b(?:noon|midday)\b", r"\b(?:mittag|mittags)\b", r"\blunch\w*|\bafternoon\w*", r"\b12 Uhr|\bzwölf Uhr|mittag"),
        ),
    ),
    Group(
        "christmas new easter pentecost whit",
        (
            Side(r"\bchristmas eve\b", r"\bheiligabend\w*", german=r"\bheilig\w*|\bweihnacht\w*|\bchrist\w*"),
            Side(r"\bnew year[’']?s eve\b", r"\bsilvester\w*", r"\bnew year", r"\bneujahr\w*|\bjahreswechsel\w*|\bneue[nsm]? jahr\w*"),
            Side(r"\beaster\b", r"\bostern\b|\boster[smf]\w*", german=r"oster"),
            Side(r"\bpentecost\b|\bwhit ?sun\b", r"\bpfingst\w*"),
            Side(r"\bchristmas\b(?! eve)", r"\bweihnacht\w*", r"\bxmas\b|\bholidays?\b|\bfestive\b|\bchristmas\b", r"weihnacht|\bfest\w*"),
        ),
    ),
)  # fmt: skip

_UP_DE = r"\b\w*(?:stieg|stiege|gestieg|wuchs|wächst|wachs|gewachs|kletter|sprang|sprung|erhöh|zunahm|zugenomm|zunehm|zunimm|zulegt|zugelegt|legte|höher|mehr|anstieg|zuwachs|gewann|gewinn|hoch|auf)\w*"
_DOWN_DE = r"\b\w*(?:sank|sänk|sunk|sinkt|sinken|senk|fiel|fäll|fall|brach|bruch|brech|rutsch|verlor|verlier|verlust|schrumpf|reduz|verringer|zurück|rückgang|abnahm|abgenomm|niedrig|gering|weniger|nachg|einbuß|ab|unter)\w*"
_UP_EN = r"\b(?:r[io]s\w+|climb\w*|increas\w*|gr[oe]w\w*|soar\w*|surg\w+|jump\w*|gain\w*|up|high\w*|rais\w*|add\w*|expand\w*|accelerat\w*|strengthen\w*|more|advanc\w*|recover\w*|rebound\w*)\b"
_DOWN_EN = r"\b(?:f[ae]ll\w*|s[aiu]nk\w*|declin\w*|decreas\w*|drop\w*|plung\w*|slump\w*|tumbl\w*|los[ets]\w*|down|low\w*|cut\w*|reduc\w*|shr[aiu]nk\w*|slid\w*|weak\w*|less|fewer|slow\w*|collaps\w*|eas\w+|dip\w*)\b"
_THINGS = (
    Group(
        "rose risen grew soared surged climbed jumped fell sank declined dropped plunged slumped tumbled decreased",
        (
            Side(r"\b(?:rose|risen|grew|soared|surged|climbed|jumped)\b", r"\b(?:stieg(?:en)?|gestiegen|wuchs(?:en)?|gewachsen|zugenommen)\b", _UP_EN, _UP_DE),
            Side(r"\b(?:fell|sank|declined|dropped|plunged|slumped|tumbled|decreased)\b", r"\b(?:sank(?:en)?|gesunken|fiel(?:en)?|gefallen|zurückgegangen|geschrumpft|schrumpfte[n]?)\b", _DOWN_EN, _DOWN_DE),
        ),
    ),
    Group(
        "won lost",
        (
            Side(
                r"\bwon\b",
                r"\b(?:gewann(?:en)?|gewonnen|siegte[n]?)\b",
                r"\b(?:win|victor|beat|defeat|triumph|gain|earn|succe)",
                r"gewinn|gewann|gewonn|sieg|errang|errung|holt|erhielt|erhalt|bekam|bekomm|durchgesetzt|setz|triumph|verdien|ausgezeichnet|schlug|schlag|bezwang|besieg",
            ),
            Side(
                r"\blost\b",
                r"\bverlor(?:en)?\b",
                r"\b(?:los[est]|defeat|beat|miss|wast|forfeit|down|fell|drop|shed|declin)",
                r"verl|einbüß|eingebüßt|niederlag|unterl|gefallen|weg|kost|starb|gestorb|tot|umk[ao]m|ums Leben|fehl|vermiss|entgang",
            ),
        ),
    ),
    Group(
        "north south",
        (
            Side(r"\bnorth(?:ern)?\b", r"\b(?:nord|nörd)\w*", r"\bnorth\w*|\bnord\w*|\bNW\b|\bNE\b", r"nord|nörd"),
            Side(r"\bsouth(?:ern)?\b", r"\bsüd\w*", r"\bsouth\w*|\bSW\b|\bSE\b", r"süd"),
        ),
    ),
    Group(
        "west east",
        (
            Side(r"\bwest(?:ern)?\b", r"\bwest\w*", r"west", r"west|\babendl"),
            Side(r"\beast(?:ern)?\b", r"\bost(?!er|eo)\w*|\böstlich\w*", r"east|\borient", r"ost|öst|\bnah"),
        ),
    ),
    Group(
        "import export",
        (
            Side(r"\bimports?\b", r"\b\w*importe?n?s?\b|\b\w*einfuhr\w*", r"import", r"import|einfuhr|einführ|eingeführ"),
            Side(r"\bexports?\b", r"\b\w*exporte?n?s?\b|\b\w*ausfuhr\w*", r"export", r"export|ausfuhr|ausführ|ausgeführ"),
        ),
    ),
    Group(
        "majority minority",
        (
            Side(r"\bmajority\b", r"\b\w*mehrheit\w*", r"\bmajor|\bmost\b", r"mehr|großteil|meiste|überwieg"),
            Side(r"\bminority\b", r"\b\w*minderheit\w*", r"\bminor", r"minder|minor|wenig"),
        ),
    ),
    Group(
        "opponent supporter proponent advocate backers",
        (
            Side(r"\bopponents?\b", r"\b\w*(?<!be)gegner\w*", r"\boppos|\bagainst\b|\badversar|\brival|\benem|\bcritic|\banti|\bfoe|\bdetract", r"gegn|gegen|kritik|widersach|kontrahent"),
            Side(r"\b(?:supporters|proponents?|advocates|backers)\b", r"\b\w*(?:befürworter|anhänger|unterstützer|fürsprecher)\w*", r"\bsupport|\bproponent|\badvocat|\bback|\bfan|\bfollow|\bfavo|\bpro\b|\ball(?:y|ies)|\bbeliev|\bchampion|\bdevot|\btrailer", r"befürwort|anhäng|unterstütz|fürsprech|verfecht|vertret|anwält|anwalt|freund"),
        ),
    ),
    Group(
        "employer employee",
        (
            Side(r"\bemployers?\b", r"\b\w*arbeitgeber\w*", r"\bemploy|\bcompan|\bfirm|\bbusiness", r"arbeitgeb|dienstherr|unternehm|firm"),
            Side(r"\bemployees?\b", r"\b\w*arbeitnehmer\w*", r"\bemploy|\bwork|\bstaff|\blabou?r|\bunion|\bjob", r"arbeit|beschäftigt|angestellt|mitarbeit|personal|belegschaft"),
        ),
    ),
    Group(
        "mother father",
        (
            Side(r"\bmother\b(?! (?:tongue|nature|ship|lode|country))", r"\b(?:\w*groß|stief|schwieger)?mutter\b", r"mother|\bmum|\bmom|matern|parent", r"mutter|mütter|mama|eltern"),
            Side(r"\bfather\b(?! (?:christmas|of the nation))", r"\b(?:\w*groß|stief|schwieger)?vater[s]?\b", r"father|\bdad|patern|parent|patriarch|\bpope", r"vater|väter|papa|eltern"),
        ),
    ),
    Group(
        "brother sister",
        (
            Side(r"\bbrother\b", r"\b\w*bruder[s]?\b", r"brother|sibling|frater|\bbro", r"brud|brüd|geschwister"),
            Side(r"\bsister\b", r"\b(?:halb)?schwester\b", r"sister|sibling|nurse|\bnun", r"schwester"),
        ),
    ),
    Group(
        "son daughter",
        (
            Side(r"\bson\b", r"\b\w*sohn(?:e?s)?\b", r"\bsons?\b|\bboy|\bkid|child|heir|offspring", r"sohn|söhn|jung|kind|nachwuchs|spross"),
            Side(r"\bdaughter\b", r"\b\w*tochter\b", r"daughter|\bgirl|subsidiar|\bunit|\barm\b|child|division", r"tocht|töcht|mädchen|kind|nachwuchs"),
        ),
    ),
)  # fmt: skip


class Exchanged(Struct, frozen=True):
    """An English word, and the German word for its opposite, which stands in its place."""

    ours: Span
    theirs: Span


class _Member(Struct, frozen=True):
    """A `Side` to look for: what accuses, and what excuses."""

    ours: Sought
    theirs: Sought
    english: Sought
    german: Sought


class _Ready(Struct, frozen=True):
    starts: frozenset[str]
    members: tuple[_Member, ...]
    any_theirs: Sought


def _member(side: Side) -> _Member:
    return _Member(_any([side.ours]), _any([side.theirs]), _any([side.ours, side.english]), _any([side.theirs, side.german]))


def _any(patterns: Iterable[str]) -> Sought:
    return Sought("|".join(patterns))


class Opposites:
    """A table of what excludes each other, asked for one row after the other."""

    def __init__(self, groups: Sequence[Group]) -> None:
        """Take the table; what it takes to look for it is made when a row is first looked at."""
        self._groups = tuple(groups)

    @cached_property
    def _ready(self) -> tuple[_Ready, ...]:
        return tuple(
            _Ready(
                frozenset(word[:START] for word in group.starts.split()),
                tuple(map(_member, group.sides)),
                _any(side.theirs for side in group.sides),
            )
            for group in self._groups
        )

    @cached_property
    def _starts(self) -> frozenset[str]:
        return frozenset[str]().union(*(group.starts for group in self._ready))

    def exchanged(self, story: Story, row: Row) -> list[Exchanged]:
        """Where a row's translation has the opposite of what its source says, and neither the row nor its neighbours explain it."""
        source, target = row.source.plain, row.target.plain
        starts = tokens(source).starts
        if not source or not target or starts.isdisjoint(self._starts):
            return []
        lower = tokens(target).lower
        near = [group for group in self._ready if not group.starts.isdisjoint(starts) and group.any_theirs.search(target, lower)]
        return [found for group in near if (found := _in_group(story, row, group.members)) is not None]


def _in_group(story: Story, row: Row, members: tuple[_Member, ...]) -> Exchanged | None:
    for mine in members:
        ours = mine.ours.search(row.source.plain)
        if ours is None or any(mine.german.search(other.target.plain) for other in story.around(row)):
            continue
        for other in members:
            theirs = other.theirs.search(row.target.plain) if other is not mine else None
            if theirs is not None and not any(other.english.search(near.source.plain) for near in story.around(row)):
                return Exchanged(Span(*ours.span()), Span(*theirs.span()))
    return None


TIMES = Opposites(_TIMES)
"""What excludes each other among days, parts of the year and of the day."""
THINGS = Opposites(_THINGS)
"""What excludes each other among changes, directions, persons and trade."""
