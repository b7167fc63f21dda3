"""May, must, can: what is only possible in the source and certain in the translation, and what is forbidden there and merely needless here."""

import re
from collections.abc import Iterable

from msgspec import Struct

from app.checks.check import Check, Hit, example
from app.evidence.patterns import Sought
from app.evidence.story import Row, Story
from app.evidence.tokens import tokens
from app.i18n import N_, Message
from app.model import Category, Severity, Side
from app.style import Profile

_PERHAPS = (
    r"k[aoö]nn\w*|dürf\w*|darf\w*|mag|mögen|möge|möcht\w*|vielleicht|möglich\w*|womöglich|eventuell\w*|wohl|vermut\w*|wahrscheinlich\w*|u\. ?U|unter Umständen|droh\w*|soll\w*|würd\w*|wär\w*|hätt\w*"
    r"|etwaig\w*|gegebenenfalls|denkbar\w*|poten[zt]i\w*|ließ\w*|läss\w*|lass\w*|imstande|in der Lage|fähig\w*|verm[aöo]\w*|Möglichkeit\w*|Gefahr\w*|Risik\w*|riskier\w*|Chance\w*|\w+bar(?:e[nrms]?)?|mitunter|manchmal"
    r"|schein\w*|schien\w*|einigermaßen|selbst wenn|obwohl|auch wenn|gel[ai]ng\w*|geling\w*|erwäg\w*|erwog\w*|überleg\w*|plan\w*|will|wollen|wollte\w*|hoff\w*|offenbar|anscheinend|angeblich\w*|mutmaßlich\w*"
    r"|\w+(?:äme|ünde|ürde|ände|öge|äbe|inge|ieße|ürfe|üsste|räuchte|tehe|tünde|abe|ei|eien)n?|zu (?:\w+en|sein)|\w+zu\w+en|erlaub\w*|gestatt\w*|genehmig\w*|zulässig\w*|unklar|offen|ob|oder"
)
_OBLIGED = (
    r"m[uü]ss\w*|muß\w*|soll\w*|gilt|galt|zu \w+en|\w+zu\w+en|nötig\w*|notwendig\w*|erforderlich\w*|zw[iaou]ng\w*|gezwungen\w*|\w*pflicht\w*|d[aü]rf\w*|brauch\w*|bed[aü]rf\w*|unbedingt|zwangsläufig|un\w+lich|unausweichlich"
    r"|verlang\w*|erforder\w*|geboten|nur|vorgeschrieben|Aufgabe|liegt an|bleibt|wird|werden|lasst|lassen|unabdingbar|unverzichtbar|braucht\w*|Bedingung|Voraussetzung|vorausgesetzt"
)


class _Mood(Struct, frozen=True):
    """An English modal, what of it the translation must have (or must not have), and how grave it is when it has not."""

    ours: str
    kept: str
    lost: str
    besides: str = r"(?!)"
    severity: Severity = Severity.MINOR
    confidence: float = 0.6


_OTHER_DUTY = r"\b(?:must|ha(?:s|ve|d) to|need\w*|requir\w*|forc\w+|oblig\w*|necess\w*|ought|will|should|only|help|be sure|depend\w*)\b"
_MOODS = tuple(
    (Sought(rf"\b(?:{m.ours})\b", flags=re.NOFLAG), re.compile(rf"\b(?:{m.kept})\b", re.IGNORECASE), re.compile(m.lost), re.compile(m.besides, re.IGNORECASE), m)
    for m in (
        _Mood(
            r"must not|mustn[’']t",
            r"d[aü]rf\w*|soll\w*|verboten|untersagt",
            r"\bm[uü]ss(?:en|te|ten|t)?\b(?: [\w-]+){0,8}? (?:nicht|kein\w*)\b(?! nur)",
            severity=Severity.MAJOR,
            confidence=0.85,
        ),
        _Mood(
            r"need not|needn[’']t|(?:do|does|did)(?:n[’']t| not) (?:have|need) to",
            r"m[uü]ss\w*|brauch\w*|nötig\w*|notwendig\w*|erforderlich\w*",
            r"\bd[aü]rf\w*\b(?: [\w-]+){0,8}? (?:nicht|kein\w*)\b",
            severity=Severity.MAJOR,
            confidence=0.85,
        ),
        _Mood(
            r"(?:may|might|could)(?! (?:not|well|be right|seem|sound|look|appear|say|ask|or may|afford|possibly|recall|remember))(?= [a-z]+)",
            _PERHAPS,
            r"",
            r"\b(?:whatever|however|whoever|one may|could only|as (?:\w+ )?as|than|if|so that|before|until|when|how|what)\b",
        ),
        _Mood(r"must(?! (?:not|have|be))|ha(?:s|ve) to(?! (?:be|have|do with))", _OBLIGED, r"\bk[aö]nn(?:en|t|te|ten)?\b", r"\b(?:can|could|may|might)\b", confidence=0.7),
        _Mood(r"can(?!not|[’']t| not| only)", r"k[aoö]nn\w*|läss\w*|lass\w*|möglich\w*|darf\w*|d[uü]rf\w*|\w+bar(?:e[nrms]?)?", r"\bm[uü]ss(?:en|t)?\b(?! (?:nicht|kein))", _OTHER_DUTY, confidence=0.65),
        _Mood(r"should(?!n[’']t| not| have)|ought to", r"soll\w*|d[uü]rf\w*|gilt|empf\w+|ratsam\w*|besser|würd\w*|wär\w*|müsste\w*", r"\bm[uü]ss(?:en|t)?\b", _OTHER_DUTY.replace("|should", ""), confidence=0.5),
    )
)  # fmt: skip
_SIGNS = frozenset({"may", "might", "could", "must", "have", "has", "can", "should", "ought", "need", "not", "mustn't", "needn't"})
_LONGEST = 30
"""Words up to which a sentence has one modal that matters; in a longer one it may stand in any clause."""


def _look(_story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    read = tokens(row.source.plain)
    if not row.target.plain or _SIGNS.isdisjoint(read.known):
        return
    for ours, kept, lost, besides, mood in _MOODS:
        match = ours.search(row.source.plain, read.lower)
        instead = lost.search(row.target.plain) if match else None
        if (
            match is None
            or instead is None
            or kept.search(_without(row.target.plain, instead))
            or besides.search(_without(row.source.plain, match))
        ):
            continue
        if mood.severity is Severity.MINOR and len(read.words) > _LONGEST:
            continue
        message = Message(N_("The source says “{word}”; the translation is surer or weaker than that."), {"word": match[0]})
        there = row.place(Side.TARGET, *instead.span()) if instead[0] else row.place(Side.TARGET)
        yield Hit((row.place(Side.SOURCE, *match.span()), there), message, mood.severity, row.sure(mood.confidence))
        return


def _without(text: str, match: re.Match[str]) -> str:
    return text[: match.start()] + " " + text[match.end() :]


MODALITY = Check(
    id="meaning.modality",
    title=N_("May, must, can"),
    category=Category.MISTRANSLATION,
    severity=Severity.MINOR,
    what=N_(
        "Looks for what may be in the source and is in the translation, for a duty that became a possibility, and for “must not” as „muss nicht“."
    ),
    why=N_("A plant that may close is not a plant that closes."),
    silence=N_("Dismiss it where the mood of the whole sentence says the same."),
    flags=(
        example(("The mill may close.", "Die Mühle schließt.")),
        example(("The rain could stop on Friday.", "Am Freitag hört der Regen auf.")),
        example(("Guests must pay.", "Gäste können zahlen.")),
        example(("Guests must not smoke.", "Gäste müssen nicht rauchen.")),
        example(("You do not have to wait.", "Ihr dürft nicht warten.")),
        example(("The council can close the port.", "Der Rat muss den Hafen schließen.")),
    ),
    passes=(
        example(("The mill may close.", "Die Mühle schließt womöglich.")),
        example(("The rain could stop on Friday.", "Der Regen hört am Freitag wohl auf.")),
        example(("Guests must pay.", "Gäste haben zu zahlen.")),
        example(("Guests must not smoke.", "Gäste dürfen nicht rauchen.")),
        example(("It rained in May.", "Im Mai regnete es.")),
        example(("They can only wait.", "Sie müssen warten.")),
    ),
    of_row=_look,
)

CHECKS = (MODALITY,)
