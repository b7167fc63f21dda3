"""What may not be said more surely than the source says it: who was hurt, who is accused, what is only alleged."""

import re
from collections.abc import Iterable

from msgspec import Struct

from app.checks.check import Check, Hit, StoryFunction, example
from app.evidence.patterns import NEVER, Sought
from app.evidence.story import Row, Story
from app.evidence.tokens import tokens
from app.i18n import N_, Message
from app.model import Category, Severity, Side
from app.style import Profile


class _Claim(Struct, frozen=True):
    """An English fact and the German one it must not become; `backed` is what anywhere in the source, `told` what in the row allows it."""

    ours: str
    theirs: str
    backed: str
    told: str = ""


_DEAD_EN = r"\b(?:kill\w*|dead|deaths?|die[sd]?|dying|fatal\w*|murder\w*|slain|slay\w*|lives|homicide|execut\w+|perish\w*|lethal|deadly|manslaughter|body|bodies|victim)\b"
_DEAD_DE = r"\b(?:erschoss\w*|erschieß\w*|getötet\w*|töte(?:te|ten)\b|Tote[nr]?|Todesopfer\w*|starb\w*|gestorben|ums Leben|tödlich\w*|ermordet\w*|umgebracht|Tod(?:es)?|tot|Leichen?)\b"
_HURT_EN = r"\b(?:injur\w*|wound\w*|hurt|harm\w*|casualt\w*|hospital\w*)\b"
_HURT_DE = r"\b(?:verletzt\w*|verwundet\w*|Verletzte[nr]?|Verwundete[nr]?|Verletzung\w*|angeschossen\w*)\b"
_CONVICTED_EN = r"\b(?:convict\w*|sentenc\w*|guilty|jail(?:ed)?|imprison\w*|verdict|condemn\w*|conviction)\b"
_CONVICTED_DE = r"\b(?:verurteilt\w*|schuldig gesprochen\w*|Verurteil\w*)\b"

_DIED_EN = r"\b(?:kill\w*|dead|deaths?|die[sd]?|dying|fatal\w*|murder\w*|homicide|perish\w*|manslaughter|body|bodies|drown(?:ed|ing))\b"

_CASUALTIES = (
    _Claim(
        r"\b(?:was|were|been|being|got|man|woman|people|officers?|boy|girl|teens?|student|driver) stabbed\b(?! to death)|\bstabb(?:ed|ing) (?:and wounded|in the)",
        r"\b(?:erstach\w*|erstochen\w*|erstech\w*)",
        _DIED_EN,
    ),
    _Claim(
        r"\bshot (?:\w+ ){0,4}in the (?:leg|arm|head|back|chest|shoulder|foot|hand|stomach|neck|face|knee|thigh|abdomen)\b",
        r"\berschoss\w*|\berschieß\w*",
        _DEAD_EN,
    ),
    _Claim(
        r"\b(?:in (?:a )?(?:critical|serious|stable|grave) condition|life-threatening injur\w+|fighting for (?:his|her|their) li\w+|surviv(?:ed|or|ors|es)|recovering in|in a coma|escaped unhurt|unharmed)\b",
        r"\b(?:getötet\w*|Todesopfer\w*|starb(?:en)?|gestorben|ums Leben|ermordet\w*|umgebracht|tot)\b",
        rf"{_DIED_EN}|\bsurvived by\b|\b(?:cancer|holocaust|late)\b",
        r"\büberleb\w*|\bÜberleb\w*|\blebensgefährlich|\bLebensgefahr|\bnicht\b|\bkein",
    ),
    _Claim(
        r"\b(?:claim(?:ed|ing|s)? (?:the )?(?:\w+ ){0,3}lives|took (?:the )?(?:\w+ ){0,2}lives|fatalit(?:y|ies)|perished|lost (?:his|her|their) li(?:fe|ves))\b",
        _HURT_DE,
        _HURT_EN,
        rf"{_DEAD_DE}|\bniemand|\bkeine?[rn]?\b",
    ),
    _Claim(
        r"\b(?:was|were|been|being|got|man|woman|people|officers?|boy|girl|teens?) shot\b(?! (?:dead|down|and killed|to death))|\bshot (?:at|and wounded|in the (?:leg|arm|head|back|chest|shoulder|foot|hand|stomach|neck|face))\b",
        r"\berschoss\w*|\berschieß\w*",
        _DEAD_EN,
    ),
    _Claim(
        _HURT_EN.replace("|casualt\\w*|hospital\\w*", ""),
        r"\b(?:getötet\w*|töte(?:te|ten)|Tote[nr]?|Todesopfer\w*|starben?|gestorben|ums Leben|ermordet\w*|umgebracht)\b",
        _DEAD_EN,
    ),
    _Claim(r"\b(?:killed|died|dead|slain|murdered)\b", _HURT_DE, _HURT_EN, rf"{_DEAD_DE}|\bniemand|\bkeine?[rn]?\b"),
    _Claim(
        r"\bcasualt(?:y|ies)\b",
        r"\b(?:Todesopfer\w*|Tote[nr]?)\b",
        r"\b(?:killed|died|fatalities)\b",
        r"\b(?:Verletzte|Verwundete|Opfer|Verluste)\w*",
    ),
)
_LEGAL = (
    _Claim(
        r"\bplead(?:ed|ing|s)? (?:not guilty|innocent)\b|\b(?:den(?:ied|ies|ying)) (?:all |the |any )?(?:charges|allegations|wrongdoing|accusations)\b|\bmaintain\w* (?:his|her|their) innocence\b",
        r"\b(?:schuldig|gestand\w*|gestanden|Geständnis\w*)\b",
        r"\b(?:pleaded guilty|plead guilty|guilty plea|confess\w*|admit\w*|convict\w*|found guilty)\b",
        r"\b(?:nicht|un|für nicht) ?schuldig|\bunschuldig|\bbestr[ei]+t|\bwies\w*|\bwiesen|\bzurück|\bdementier|\bUnschuld|\bnicht\b|\bleugn",
    ),
    _Claim(
        r"\b(?:under (?:\w+ )?investigation|being investigated|(?:are|is|were|was) questioning (?:a|an|the|two|three|\w+) |(?:is|was|were|are) investigat(?:ed|ing)|questioned|released (?:without|on bail|pending)|wanted (?:for|over|on)|person of interest)\b",
        r"\b(?:verurteilt|schuldig gesprochen)\w*\b",
        rf"{_CONVICTED_EN}|\b(?:condemn|denounc|criticis|criticiz|decr|slam|deplor)\w*",
        r"\bnicht\b|\bkein",
    ),
    _Claim(
        r"\b(?:arrested|detained|taken into custody|in custody)\b",
        r"\b(?:angeklagt\w*|unter Anklage)\b",
        r"\b(?:charg\w*|indict\w*|accus\w*|prosecut\w*|trial|defendant\w*|arraign\w*|court)\b",
        r"festgenommen|verhaftet|Festnahme|Gewahrsam|Haft",
    ),
    _Claim(
        r"\b(?:drop(?:ped|ping|s)?|dismiss(?:ed|es|ing)?|withdr[ae]w\w*|threw out|thrown out) (?:all |the |its |his |her |their )?(?:\w+ )?(?:case|charges?|lawsuit|indictment)\b|\bcase was (?:dropped|dismissed|thrown out)\b",
        r"\b(?:erhob\w*|erhoben|erhebt|erheben)\b.{0,40}\bAnklage|\bAnklage\b.{0,20}\b(?:erhob\w*|erhoben|erhebt|erheben)\b|\bangeklagt\w*|\bverurteil\w*",
        r"\b(?:was|were|been|being|is) (?:charged|indicted|convicted|sentenced)|\b(?:brought|filed|pressed|faced?|facing) charges",
        r"eingestellt|stellte\w*|fallen|zurückgezogen|zog\w*|verworfen|verwarf|abgewiesen|wies\w*|ließ\w*",
    ),
    _Claim(
        r"\b(?:charged (?:with|over|in)|indict(?:ed|ment)|accused of|faces? charges|suspected of|arraigned)\b", _CONVICTED_DE, _CONVICTED_EN
    ),
    _Claim(
        r"\bcharged with\b",
        r"\b(?:belastet|beladen|aufgeladen|berechnet)\b",
        r"\bweigh\w*|\bbatter\w*",
        r"angeklagt|vorgeworfen|Anklage|beschuldigt",
    ),
    _Claim(
        r"\b(?:convicted|found guilty)\b",
        r"\b(?:freigesprochen\w*|Freispr\w*)\b",
        r"\b(?:acquit\w*|clear\w*|exonerat\w*|overturn\w*|quash\w*|not guilty|not convicted|wrongful\w*)\b",
    ),
    _Claim(
        r"\b(?:convicted|found guilty|sentenced)\b",
        r"\b(?:angeklagt\w*|beschuldigt\w*|verdächtigt\w*)\b",
        r"\b(?:charg\w*|indict\w*|accus\w*|suspect\w*|defendant|trial)\b",
        rf"{_CONVICTED_DE}|schuldig gespr|Urteil|Haft|Gefängnis",
    ),
    _Claim(
        r"\b(?:acquitted|(?:cleared|exonerated)(?: (?:him|her|them|the \w+|[A-Z]\w+))? of)\b",
        rf"{_CONVICTED_DE}|\bangeklagt\w*",
        rf"{_CONVICTED_EN}|\b(?:charged|indicted|accused)\b",
        r"freigesprochen|Freispruch|entlastet",
    ),
    _Claim(r"\b(?:arrested|detained)\b", _CONVICTED_DE, _CONVICTED_EN, r"festgenommen|verhaftet|Festnahme"),
    _Claim(r"\bsu(?:ed|ing)\b", r"\bangeklagt\w*", r"\b(?:charg\w*|indict\w*|prosecut\w*|accus\w*)\b", r"\b(?:ver)?klagt\w*|Klage"),
)

_HEDGE_EN = re.compile(
    r"\b(?:alleged(?:ly)?|purported(?:ly)?|reportedly|suspected(?! (?:of|him|her|them|that|it|the|he|she)))\b",
    re.IGNORECASE,
)
_SOFTER_EN = re.compile(
    r"\b(?:apparently|presumably|supposedly|seemingly|ostensibly|probably|purport(?:s|edly)?|(?:is|are|was|were|being|been) (?:widely )?(?:believed|thought|said|understood|rumou?red|presumed|suspected|reported) to"
    r"|(?<!more )(?<!less )(?<!as )(?<!not )(?<!most )(?<!un)(?:is|are|was|were|be|would|will|very|been) likely(?! to be (?:more|less)))\b",
    re.IGNORECASE,
)
_HEDGING = frozenset(
    """
    alleged allegedly purported purportedly purports reportedly suspected apparently presumably supposedly seemingly ostensibly
    probably likely
    """.split()
)
_HELD = frozenset("believed thought said understood rumoured rumored presumed reported".split())
"""One of these is in all that hedges, of the second with “to” behind it, which spares most rows the patterns."""
_SOFTER_DE = re.compile(
    r"\b(?:offensichtlich\w*|eingeschätzt\w*|angesehen\w*|davon aus|dürfte\w*|wahrscheinlich\w*|voraussichtlich\w*|vermutlich\w*|vielleicht|droh\w*|glaub\w*|halt\w*|hält|hielt\w*|denk\w*|dacht\w*|meint\w*|geht\b.{0,40}\baus|ging\w*\b.{0,40}\baus|wissen|möglich\w*"
    r"|k[oö]nn\w*|kann|erwart\w*|rechne\w*|geschätzt\w*|schätz\w*|sicher(?:lich)?|bestimmt|wird|werden|sag\w*|gesagt|Gerücht\w*|munkel\w*|Annahme\w*|angenommen\w*|nehmen|nahm\w*|annehm\w*|Ansicht|eher|mutmaß\w*|wär\w*|würd\w*"
    r"|gehör\w*|zähl\w*|bekannt|neig\w*|tend\w*|wohl|augenscheinlich|allem Anschein|scheint|sieht|ersichtlich|nachgesagt\w*|Wahrscheinlichkeit|Regel|meist\w*|gern\w*|oft)\b",
    re.IGNORECASE,
)
_HEDGE_DE = re.compile(
    r"\b(?:Anschein\w*|schein(?:t|en|bar)|schien\w*|unter Umständen|mutmaßlich\w*|angeblich\w*|vermeintlich\w*|vermutlich\w*|vermutet\w*|verdächtig\w*|\w*verdacht\w*|verdachts\w*|soll(?:en|te|ten)?|wohl|offenbar|anscheinend|scheinbar|dem Vernehmen nach"
    r"|nach (?:eigenen )?(?:Angaben|Aussage|Berichten|Informationen)|laut|zufolge|heißt es|hieß es|berichte\w*|Berichten|vorgeworfen|wirft|warf\w*|werfen|Vorw[uü]rf\w*|beschuldig\w*|bezichtig\w*|anschuldig\w*"
    r"|behaupt\w*|sogenannt\w*|möglich\w*|wahrscheinlich|gelten|gilt|galt\w*|würden?|hätten?|habe|sei(?:en)?|werde|könne\w*|dürfte\w*|mutmaß\w*|unterstellt\w*|Anklage\w*|angeklagt\w*|Tatvorwurf)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\s(?:\w+\s){0,2}?(?:gunm[ae]n|shooter|attacker|killer|murderer|thief|thieves|robber|rapist|abuser|terrorist|victim|ringleader|mastermind|offender|perpetrator|burglar|dealer|smuggler|spy|hacker|fraud\w*|bomber|arsonist|drunk)s?\b",
    re.IGNORECASE,
)


def _look(claims: tuple[_Claim, ...], starts: str) -> StoryFunction:
    """A check's function; some word of every English fact begins in one of these ways, which spares most rows."""
    signs = frozenset(starts.split())
    table = [[Sought(p or NEVER) for p in (claim.ours, claim.theirs, claim.backed, claim.told)] for claim in claims]

    def look(story: Story, _profile: Profile) -> Iterable[Hit]:
        rows = [row for row in story.rows if row.target.plain and not signs.isdisjoint(tokens(row.source.plain).starts)]
        for english, german, backed, told in table:
            found = [pair for row in rows if (pair := _contradicted(row, english, german, told))]
            if found and not any(backed.search(row.source.plain) for row in story.rows):
                yield _contradiction(found)

    return look


_Pair = tuple[Row, re.Match[str], re.Match[str]]


def _contradicted(row: Row, english: Sought, german: Sought, told: Sought) -> _Pair | None:
    ours = english.search(row.source.plain, tokens(row.source.plain).lower)
    theirs = german.search(row.target.plain) if ours else None
    return (row, ours, theirs) if ours and theirs and not told.search(row.target.plain) else None


def _contradiction(found: list[_Pair]) -> Hit:
    """One finding for all rows that make the same mistake."""
    said = {"source": found[0][1][0], "target": found[0][2][0]}
    places = [row.place(side, *match.span()) for row, ours, theirs in found for side, match in ((Side.SOURCE, ours), (Side.TARGET, theirs))]
    return Hit(tuple(places), Message(N_("The source says “{source}”; “{target}” says something else."), said))


def _hedges(_story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    read = tokens(row.source.plain)
    if not row.target.plain or (_HEDGING.isdisjoint(read.known) and not ("to" in read.known and _HELD.intersection(read.known))):
        return
    softer = _SOFTER_EN.search(row.source.plain)
    if softer and not _HEDGE_DE.search(row.target.plain) and not _SOFTER_DE.search(row.target.plain):
        message = Message(N_("The source only says “{word}”; the translation states it as a fact."), {"word": softer[0]})
        yield Hit((row.place(Side.SOURCE, *softer.span()), row.place(Side.TARGET)), message, None, 0.6)
        return
    ours = _HEDGE_EN.search(row.source.plain)
    if ours and not _HEDGE_DE.search(row.target.plain):
        grave = bool(_PERSON.match(row.source.plain[ours.end() :]))
        message = Message(N_("The source only says “{word}”; the translation states it as a fact."), {"word": ours[0]})
        places = row.place(Side.SOURCE, *ours.span()), row.place(Side.TARGET)
        yield Hit(places, message, Severity.CRITICAL if grave else None, 0.85 if grave else 0.7)


CASUALTIES = Check(
    id="fact.casualties",
    title=N_("Dead for hurt"),
    category=Category.MISTRANSLATION,
    severity=Severity.CRITICAL,
    what=N_("Looks for people who were shot or hurt in the source and are dead in the translation, or the reverse."),
    why=N_("Whoever was shot may be alive; erschossen is dead."),
    silence=N_("Dismiss it where the death is known from elsewhere."),
    confidence=0.85,
    flags=(
        example(("Two people were shot at the market.", "Zwei Menschen wurden auf dem Markt erschossen.")),
        example(("The blast left 30 casualties.", "Die Explosion forderte 30 Todesopfer.")),
        example(("Nine sailors were injured.", "Neun Seeleute starben.")),
        example(("Nine sailors were killed.", "Neun Seeleute wurden verletzt.")),
        example(("A sailor was stabbed in the port.", "Ein Seemann wurde im Hafen erstochen.")),
    ),
    passes=(
        example(("Two people were shot at the market.", "Zwei Menschen wurden auf dem Markt angeschossen.")),
        example(("A man was shot dead.", "Ein Mann wurde erschossen.")),
        example(("Two people were shot.", "Zwei Menschen wurden erschossen."), ("Both died at once.", "Beide waren sofort tot.")),
        example(("30 casualties, four dead", "30 Tote und Verletzte, darunter vier Tote")),
    ),
    of_story=_look(
        _CASUALTIES,
        "stab surv cond thre figh reco coma unhu unha live life fata peri shot inju woun hurt harm kill died dead slai murd casu",
    ),
)

LEGAL = Check(
    id="fact.legal-status",
    title=N_("Charged, accused, convicted"),
    category=Category.MISTRANSLATION,
    severity=Severity.CRITICAL,
    what=N_("Looks for a charge that became a conviction, a conviction that became a suspicion, and the like."),
    why=N_("Calling somebody convicted who is only charged ends before the press council, or in court."),
    silence=N_("Dismiss it where the verdict is known from elsewhere in the story."),
    confidence=0.85,
    flags=(
        example(("Quist was charged with fraud.", "Quist wurde wegen Betrugs verurteilt.")),
        example(("She was charged with murder.", "Sie wurde mit Mord belastet.")),
        example(("Brandner was convicted of theft.", "Brandner wurde des Diebstahls beschuldigt.")),
        example(("He was arrested on Monday.", "Er wurde am Montag verurteilt.")),
        example(("She pleaded not guilty.", "Sie bekannte sich schuldig.")),
    ),
    passes=(
        example(("Quist was charged with fraud.", "Quist wurde wegen Betrugs angeklagt.")),
        example(("Charged with fraud, he was convicted in May.", "Wegen Betrugs angeklagt, wurde er im Mai verurteilt.")),
        example(("The council condemned the attack.", "Der Rat verurteilte den Angriff.")),
        example(("He was sentenced to two years.", "Er wurde zu zwei Jahren verurteilt.")),
    ),
    of_story=_look(
        _LEGAL,
        "plea deny deni main inve ques rele want pers cust drop dism with thre thro case clea char indi accu susp arra conv foun guil sent acqu exon arre deta sued suin",
    ),
)

HEDGE = Check(
    id="meaning.hedge-lost",
    title=N_("Allegation as a fact"),
    category=Category.MISTRANSLATION,
    severity=Severity.MINOR,
    what=N_("Looks for alleged, allegedly, suspected, reportedly and the like with nothing of the kind in the translation."),
    why=N_("Without its “alleged” a suspicion becomes the newspaper's own claim."),
    silence=N_("Dismiss it where the mood of the verb says it."),
    flags=(
        example(("The alleged gunman fled.", "Der Schütze floh.")),
        example(("He allegedly stole the boat.", "Er stahl das Boot.")),
        example(("The firm reportedly closed its mill.", "Die Firma schloss ihr Werk.")),
        example(("A suspected thief was seen.", "Ein Dieb wurde gesehen.")),
        example(("He is believed to have left alone.", "Er ging allein.")),
    ),
    passes=(
        example(("The alleged gunman fled.", "Der mutmaßliche Schütze floh.")),
        example(("He allegedly stole the boat.", "Er soll das Boot gestohlen haben.")),
        example(("The firm reportedly closed its mill.", "Berichten zufolge schloss die Firma ihr Werk.")),
        example(("He was supposed to come.", "Er hätte kommen sollen.")),
        example(("They suspected him.", "Sie misstrauten ihm.")),
        example(("He is believed to have left alone.", "Er dürfte allein gegangen sein.")),
        example(("It is not very likely to rain tomorrow.", "Morgen bleibt es trocken.")),
    ),
    of_row=_hedges,
)

CHECKS = (CASUALTIES, LEGAL, HEDGE)
