"""Words taken at their face: false friends, idioms and formulas word for word, offices under the wrong title."""

from collections.abc import Iterable

from app.checks.check import Check, Hit, RowFunction, example
from app.evidence.country import is_american
from app.evidence.story import Row, Story
from app.evidence.traps import Trap, Traps
from app.i18n import N_, Message
from app.model import Category, Severity, Side
from app.style import Profile

_FALSE_FRIENDS = Traps(
    (
        Trap(r"\badministration officials?\b", r"\bVerwaltungs(?:beamt|vertret|mitarbeit)\w*", "Regierungsvertreter"),
        Trap(r"\b(?:the|’s|'s|[A-Z]\w+) administration\b", r"\bVerwaltung\b", "Regierung", r"Regierung", american=True),
        Trap(
            r"\blawmakers?\b",
            r"\bGesetzgebern\b|\b(?:die|mehrere|viele|einige|zwei|drei|\d+|republikanische|demokratische|US-?) ?(?:\w+e )?Gesetzgeber\b",
            "Abgeordnete",
        ),
        Trap(
            r"\bbill\b.{0,60}\b(?:pass|clear)(?:ed|es|ing)? the (?:House|Senate|chamber)\b",
            r"\bpassiert\w*|\bHaus\b",
            "nahm den Gesetzentwurf an",
            r"angenommen|verabschied|nahm",
        ),
        Trap(r"\beventual(?:ly)?\b", r"\beventuell\w*", "schließlich", r"schließlich|letztlich|irgendwann|am Ende"),
        Trap(
            r"\bactual(?:ly)?\b",
            r"\baktuell\w*",
            "tatsächlich",
            r"tatsächlich|wirklich|eigentlich|real|faktisch",
            besides=r"\b(?:recent|current|latest|present|today|ongoing|up-to-date|topical)\w*",
        ),
        Trap(r"\bsensible\b", r"\bsensib(?:el|le)\w*", "vernünftig"),
        Trap(r"\bsympathetic\b", r"\bsympathisch\w*", "verständnisvoll"),
        Trap(r"\bbecame\b|\bbecomes?\b", r"\bbekam(?:en)? (?:Präsident|Minister|Bürgermeister|Chef)\w*", "wurde"),
        Trap(r"\b(?:chief|chef)\b(?!s? (?:of|executive|financial|operating))", r"\bKoch\b", "Chef"),
        Trap(r"\bchef\b", r"\bChef\b", "Koch", r"Küchenchef|Koch|Köch"),
        Trap(r"\bfabric\b", r"\bFabrik\b", "Stoff"),
        Trap(r"\bphysicians?\b", r"\bPhysiker\w*", "Arzt"),
        Trap(r"\bgymnasium|\bgyms?\b", r"\bGymnasi(?:um|en)\b", "Turnhalle"),
        Trap(r"\bundertakers?\b", r"\bUnternehmer\w*", "Bestatter"),
        Trap(r"\bwarehouses?\b", r"\bWarenh[aä]us\w*", "Lagerhaus"),
        Trap(r"\bpathetic\b", r"\bpathetisch\w*", "erbärmlich"),
        Trap(r"\bconsequent(?:ly)?\b", r"\bkonsequent\w*", "folglich"),
        Trap(r"\bbillionaires?\b", r"\bBillionär\w*", "Milliardär"),
        Trap(r"\bsilicon\b", r"\bSilikon(?! Valley)\w*", "Silizium"),
        Trap(r"\bself-?conscious\w*", r"\bselbstbewusst\w*", "befangen"),
        Trap(r"\bbrave\b", r"\bbrave?[rnms]?\b", "tapfer"),
        Trap(r"\bart(?:ist|s)? director\b", r"\bKunstdirektor\w*", "Artdirector"),
        Trap(r"\bconcurrence\b", r"\bKonkurrenz\b", "Zustimmung"),
        Trap(r"\bmurder(?:er)?s? spree\b", r"\bMordspr\w+", "Mordserie"),
        Trap(r"\bspend(?:s|ing)?\b|\bspent\b", r"\bspendet\w*(?! )", "ausgeben", r"ausgeben|ausgegeben|gab|verbr"),
        Trap(r"\bmeaning\b", r"\bMeinung\b", "Bedeutung"),
        Trap(r"\bconfession\b", r"\bKonfession\b", "Geständnis"),
        Trap(r"\bprovisions?\b", r"\bProvision(?:en)?\b", "Bestimmung"),
        Trap(r"\bthe tax(?:es)?\b|\btax(?:es)?\b", r"\bTaxe[ns]?\b", "Steuer"),
        Trap(r"\bdebates? moderator\b", r"\bMäßig\w+", "Moderator"),
        Trap(r"\bformula\b(?! (?:one|1|e)\b)", r"\bFormular\b", "Formel"),
        Trap(r"\bmassive\b(?= (?:protest|increase|damage|fire|budget|crowd))", r"\bmassives?[nrm]?\b(?= (?:Menge|Budget))", "riesig"),
        Trap(r"\bproperty tax\b", r"\bEigentumssteuer\w*", "Grundsteuer"),
        Trap(r"\bcaucus(?:es)?\b", r"\bKaukasus\b", "Caucus"),
        Trap(r"\bindustrial action\b", r"\bindustrielle[nrs]? (?:Aktion|Maßnahme)\w*", "Arbeitskampf"),
    )
)
_CALQUES = Traps(
    (
        Trap(r"\bsurvived by\b", r"\b(?:wurde|wird|werden|wurden)\b.{0,60}\büberleb\w*|\büberleb\w* von", "hinterlässt"),
        Trap(r"\b(?:threw|throw|throws|thrown|throwing)\b.{0,50}\bunder the bus\b", r"\bunter den Bus\b", "ließ … fallen"),
        Trap(r"\bnation-?wide\b", r"\bbundesweit\w*", "im ganzen Land", r"Bundesrepublik|in Deutschland"),
        Trap(r"\b(?:here )?at home\b", r"\bhierzulande\b", "in den USA"),
        Trap(r"\bat the end of the day\b", r"\bam Ende des Tages\b", "letztlich"),
        Trap(r"\bnot rocket science\b", r"\bRaketenwissenschaft\b", "kein Hexenwerk"),
        Trap(r"\belephant in the room\b", r"\bElefant\w* im (?:Raum|Zimmer)\b", "das, worüber keiner spricht"),
        Trap(r"\bkick(?:ed|ing|s)? the can down the road\b", r"\bDose\b.{0,30}\bStraße\b", "auf die lange Bank schieben"),
        Trap(r"\bspill(?:ed|ing|s|t)? the beans\b", r"\bBohnen\b", "ausplaudern"),
        Trap(r"\bbit(?:e|es|ing|ten)? the bullet\b", r"\b(?:Kugel|Patrone)\b", "in den sauren Apfel beißen"),
        Trap(r"\bpiece of cake\b", r"\bStück Kuchen\b", "ein Kinderspiel"),
        Trap(r"\braining cats and dogs\b", r"\bKatzen und Hunde\b", "in Strömen"),
        Trap(r"\bback to square one\b", r"\bFeld eins\b|\bQuadrat eins\b", "wieder am Anfang"),
        Trap(r"\bbreak(?:s|ing)? the ice\b|\bbroke the ice\b", r"\bbrach das Eisen\b", "das Eis brechen"),
        Trap(
            r"\bthe ball is in\b", r"\bBall (?:ist|liegt) in (?:ihre[mr]|seine[mr]|dere?n?|Ihre[mr]) (?:Hof|Gericht|Feld)\b", "… ist am Zug"
        ),
        Trap(r"\bfor the record\b", r"\bfür (?:das Protokoll|den Rekord|die Aufzeichnung)\b", "ausdrücklich"),
        Trap(r"\bmak(?:e|es|ing) sense\b|\bmade sense\b", r"\bmach(?:t|te|en|ten)\b.{0,20}\bSinn\b", "ergibt Sinn"),
        Trap(r"\bonce in a blue moon\b", r"\bblaue[nmr]? Mond\w*", "alle Jubeljahre"),
        Trap(r"\bwhite lies?\b", r"\bweiße[nr]? Lügen?\b", "Notlüge"),
        Trap(r"\bsilver bullet\b", r"\bsilberne[nr]? (?:Kugel|Patrone)\w*", "Patentlösung"),
        Trap(
            r"\bhit(?:s|ting)? the (?:road|ground running)\b",
            r"\b(?:schlug|traf|trafen|schlugen)\b.{0,20}\b(?:Straße|Boden)\b",
            "sich auf den Weg machen",
        ),
        Trap(r"\bfrom scratch\b", r"\b(?:von|vom) (?:Kratz\w+|Grund auf Kratz\w*)\b", "ganz von vorn"),
        Trap(r"\bunder fire\b", r"\bunter Feuer\b", "in der Kritik"),
        Trap(r"\bcrossed the aisle\b|\bacross the aisle\b", r"\b(?:über|quer über) den Gang\b", "über Parteigrenzen hinweg"),
        Trap(r"\bthe jury is still out\b", r"\bJury\b.{0,20}\b(?:draußen|aus)\b", "noch nicht entschieden"),
        Trap(r"\bpulled? the plug\b", r"\bzog(?:en)? den Stecker\b(?! (?:aus|des Ger))", "beendete"),
        Trap(r"\bturned? a blind eye\b", r"\bblinde[sn]? Auge\w*", "sah weg"),
        Trap(r"\bthe last straw\b", r"\bletzte[rn]? Strohhalm\b", "der Tropfen, der das Fass zum Überlaufen brachte"),
        Trap(r"\bget away with\b|\bgot away with\b", r"\b(?:kam|kommt|kamen) weg mit\b", "davonkommen"),
        Trap(
            r"\bdeeply (?:disturbing|concerned|divided|saddened|unpopular)\b",
            r"\btief (?:verstörend|besorgt|beunruhigend|traurig|unbeliebt)\w*",
            "zutiefst",
        ),
        Trap(
            r"\bearly (?:this|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b.{0,12}\bmorning\b",
            r"\bfrüh diesen Morgen\b",
            "am frühen Morgen",
        ),
    )
)
_OFFICES = Traps(
    (
        Trap(
            r"\bAttorneys? General\b(?! of)",
            r"\bGeneral(?:staats)?anw[aä]lt\w*",
            "Justizminister",
            r"Justizminister|anw[aä]lt\w* (?:von|in|des|aus) [A-ZÄÖÜ]",
            american=True,
        ),
        Trap(
            r"\bSecretary of State\b",
            r"\bStaatssekretär\w*",
            "Außenminister",
            r"Außenminister|sekretär\w* (?:von|des|in|aus) [A-ZÄÖÜ]",
            american=True,
        ),
        Trap(
            r"\bDefen[sc]e Secretary\b|\bSecretary of Defen[sc]e\b",
            r"\b(?:Verteidigungs|Staats)sekretär\w*|Sekretär\w* (?:für|der) Verteidigung",
            "Verteidigungsminister",
        ),
        Trap(r"\bTreasury Secretary\b|\bSecretary of the Treasury\b", r"\b(?:Schatz|Finanz)sekretär\w*", "Finanzminister"),
        Trap(r"\b(?:Interior|Home) Secretary\b|\bSecretary of the Interior\b", r"\b(?:Innen|Heim|Haus)sekretär\w*", "Innenminister"),
        Trap(
            r"\b(?:Health|Education|Labor|Labour|Energy|Transport(?:ation)?|Commerce|Agriculture|Foreign|Justice|Culture|Business) Secretary\b",
            r"\b(?:Gesundheits|Bildungs|Arbeits|Energie|Verkehrs|Transport|Handels|Landwirtschafts|Auslands|Außen|Justiz|Kultur|Wirtschafts)sekretär\w*",
            "Minister",
        ),
        Trap(
            r"\bHouse Speaker\b|\bSpeaker of the House\b",
            r"\bHaussprecher\w*|\bSprecher(?:in)? des Hauses\b",
            "Vorsitzende des Repräsentantenhauses",
        ),
        Trap(r"\b(?:majority|minority) whip\b", r"\bPeitsche\b", "Fraktionsgeschäftsführer"),
        Trap(r"\bChief Justice\b", r"\b(?:Chefjustiz|Justizchef\w*|Oberste Gerechtigkeit)\b", "Oberster Richter"),
        Trap(r"\bSupreme Court Justices?\b|(?-i:\bJustice [A-Z]\w+)", r"\bJustiz (?=[A-ZÄÖÜ]\w+)", "Richter"),
        Trap(
            r"\b(?:House|Senate) (?:Majority|Minority) Leader\b",
            r"\b(?:Mehrheits|Minderheits)(?:führer|leiter)\w* des (?:Hauses|Haus)\b",
            "Fraktionschef",
        ),
        Trap(r"\bDistrict Attorney\b", r"\b(?:Distrikts?|Bezirks?)anw[aä]lt\w*", "Bezirksstaatsanwalt"),
        Trap(r"\bSurgeon General\b", r"\b(?:Chirurg|General)\w*[ -]?(?:General|chirurg)\w*", "oberster Gesundheitsbeamter"),
        Trap(r"\bprime ministers?\b", r"\bPrimäre?r? Minister\b|\bErstminister\w*", "Premierminister"),
        Trap(
            r"\bChancellor of the Exchequer\b|\bthe Chancellor,? (?:Jeremy|Rachel|Rishi|Sajid|Philip|George)\b",
            r"\bKanzler(?:in)? (?:des|der) (?:Exchequer|Schatzkammer|Staatskasse)\b|\bBundeskanzler\w*",
            "Finanzminister",
        ),
        Trap(
            r"\bBoard of Supervisors\b",
            r"\b(?:Vorstand|Ausschuss) der (?:Aufseher|Vorgesetzten)\b|\bAufsichtsrat der Stadt\b",
            "Bezirksrat",
        ),
    )
)


def _look(traps: Traps) -> RowFunction:
    def look(story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
        if row.source.plain and row.target.plain:
            for trap, ours, theirs in traps.caught(row.source.plain, row.target.plain):
                if trap.american and not is_american(story):
                    continue
                places = row.place(Side.SOURCE, ours.start, ours.end), row.place(Side.TARGET, theirs.start, theirs.end)
                said = {"source": ours.of(row.source.plain), "target": theirs.of(row.target.plain), "right": trap.right}
                yield Hit(places, Message(N_("“{source}” is not “{target}”; usually it is “{right}”."), said))

    return look


FALSE_FRIEND = Check(
    id="meaning.false-friend",
    title=N_("False friend"),
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    what=N_("Looks for English words whose German look-alike means something else, where both stand in the row."),
    why=N_("Lawmakers are members of parliament; der Gesetzgeber is the legislature."),
    silence=N_("Dismiss it where the German word translates another word of the sentence."),
    confidence=0.75,
    flags=(
        example(("US administration officials declined to comment.", "Verwaltungsbeamte wollten sich nicht äußern.")),
        example(("Several lawmakers objected.", "Mehrere Gesetzgeber widersprachen.")),
        example(("The bill passed the House on Friday.", "Am Freitag passierte der Entwurf das Haus.")),
        example(("She eventually agreed.", "Sie stimmte eventuell zu.")),
        example(("It was a sensible plan.", "Es war ein sensibler Plan.")),
    ),
    passes=(
        example(("Administration officials declined to comment.", "Regierungsvertreter wollten sich nicht äußern.")),
        example(("Several lawmakers objected.", "Mehrere Abgeordnete widersprachen.")),
        example(("The bill passed the House.", "Das Repräsentantenhaus nahm den Entwurf an.")),
        example(("They may change the plan.", "Sie ändern eventuell den Plan.")),
    ),
    of_row=_look(_FALSE_FRIENDS),
)

CALQUE = Check(
    id="meaning.calque",
    title=N_("Idiom word for word"),
    category=Category.MISTRANSLATION,
    severity=Severity.MINOR,
    what=N_("Looks for English idioms and formulas that the translation takes word for word."),
    why=N_("“Survived by his wife” is a formula of obituaries: it says whom somebody leaves behind."),
    silence=N_("Dismiss it where the text plays with the words."),
    confidence=0.75,
    flags=(
        example(("He is survived by his wife.", "Er wurde von seiner Frau überlebt.")),
        example(("They threw the coach under the bus.", "Sie warfen den Trainer unter den Bus.")),
        example(("Prices rose nationwide, said the US agency.", "Die Preise stiegen bundesweit, so die US-Behörde.")),
        example(("At the end of the day, it is a game.", "Am Ende des Tages ist es ein Spiel.")),
    ),
    passes=(
        example(("He is survived by his wife.", "Er hinterlässt seine Frau.")),
        example(("They threw the coach under the bus.", "Sie ließen den Trainer fallen.")),
        example(("The bag lay under the bus.", "Die Tasche lag unter dem Bus.")),
        example(("Shops closed at the end of the week.", "Am Ende der Woche schlossen die Läden.")),
    ),
    of_row=_look(_CALQUES),
)

OFFICE = Check(
    id="name.office",
    title=N_("Office under the wrong title"),
    category=Category.TERMINOLOGY,
    severity=Severity.MAJOR,
    what=N_("Looks for offices of state whose literal German name is another office."),
    why=N_("The Secretary of State is the foreign minister, not one of many Staatssekretäre."),
    silence=N_("Dismiss it where the office is that of a single state."),
    confidence=0.75,
    flags=(
        example(("The US Attorney General resigned.", "Der US-Generalstaatsanwalt trat zurück.")),
        example(("Secretary of State Ada Quist flew to Ostheim.", "Staatssekretärin Ada Quist flog nach Ostheim.")),
        example(("The Treasury Secretary objected.", "Der Finanzsekretär widersprach.")),
        example(("House Speaker Brandner spoke.", "Haussprecher Brandner sprach.")),
    ),
    passes=(
        example(("The Attorney General resigned.", "Die US-Justizministerin trat zurück.")),
        example(("Secretary of State Ada Quist flew to Ostheim.", "Außenministerin Ada Quist flog nach Ostheim.")),
        example(("A junior minister left.", "Ein Staatssekretär ging.")),
        example(("The secretary took notes.", "Der Sekretär schrieb mit.")),
    ),
    of_row=_look(_OFFICES),
)

CHECKS = (FALSE_FRIEND, CALQUE, OFFICE)
