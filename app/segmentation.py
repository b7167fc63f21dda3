"""Blocks to segments: English and German sentences. Pure: knows neither files nor alignment.

sentencex cuts; what it gets wrong in news is put right beside it. It does not cut inside quotations and brackets, which a
reviewer reads sentence by sentence: it is shown the text with those marks blanked out. Its other mistakes are borders that
`_WRONG` takes back and borders that `_MISSED` adds; every line of them has the sentence that made it necessary.
"""

import re
from bisect import bisect
from collections.abc import Iterator

import sentencex

from app.model import BlockKind, Document, Segment, Span

_BLANKED = re.compile(r"""["“”„«»‹›()\[\]\n\r\t\v\f\u2029]""")
_SINGLE = re.compile(r"""['’‘‚`](?:(?<![^\W_].)(?=\w)|(?<=[.!?,…'’].)(?![^\W_]))""")
_WORDS = re.compile(r"[\w\ufffc\[{<*#|]")
"""What a sentence must hold at least: a lone quotation mark or dash belongs to its neighbour, the placeholder […] does not."""
_REACH = 45
"""How many characters a dateline may have."""
_CLOSING = "\"“”»«›‹’‘')]*_"

_DETERMINERS = (
    "der|die|das|de[mns]|am|im|vom|zum|zur|beim|ins|ab|bis|seit|[ms]?ein|[ms]?eine[rmns]?|kein|keine[rmns]?|ihre[rmns]?|"
    "unsere[rmns]?|eure[rmns]?|jede[rmns]?|diese[rmns]?|und|oder|auf|nach|vor|gegen|mit|aus|für|von|zu|in|an"
)
_STARTERS = (
    "Der|Die|Das|Dem|Den|Des|Eine?[rmn]?|Er|Sie|Es|Wir|Ich|Ihre?|Seine?|Diese?[rs]?|In|Im|Am|An|Auf|Beim?|Mit|Nach|Vor|Seit|Vo[nm]|Zu[mr]?|"
    "Für|Gegen|Über|Unter|Aus|Und|Aber|Doch|Denn|Oder|Auch|Als|Wenn|Weil|Wie|Was|Wer|Wo|Da|Dann|Danach|Damit|Dabei|Dazu|Dort|Hier|Jetzt|"
    "Nun|Noch|Nur|So|Laut|Zuvor|Zudem|Allerdings|Jedoch|Insgesamt|Man|Alle|Viele|Nicht"
)
_OPENERS_EN = "The|And|But|At|In|According|How|What|When|It|He|She|They|We|This|There|After|Since|However"
_OPENERS_DE = "Wie|Und|Aber|Laut|Dazu|Derzeit|Wenn|Als|Auch|Doch|Nachdem|Dabei|Danach|Damit|Es|Wir|Seit|Zudem|Außerdem|Allerdings"
_TITLES = (
    "Linken?|Grünen|Zeit|Welt|Presse|Partei|PARTEI|Ärzte|Toten|Erste|Zweite|Dritte|Spiegel|Standard|Post|Woche|Mannschaft|Mitte|Rechte|"
    "Herr|Bund|Tag|Republikaner|Bild|Stern|Freitag|Parlament|Gelbe|Weiße|Basis|Heimat"
)
"""Words after a capital article that belong to a name: Die Linke, Das Erste, Die Zeit."""
_SAID = "said|says|asked|asks|added|wrote|tweeted|wondered|replied|shouted|told|cried|exclaimed"
_BOTH_WRONG = r"""
      (?:^|(?<=[.:!?;]\s))\(?\d{1,2}[.)]\s+(?=[^\W\d_])           # Three tips: 1. Sleep well. 2. Drink water.
    | ^[^.!?]{2,40}\.\s+(?=[–—-])                                  # LEEDS, Ohio. – The council has met.
"""
_WRONG = {
    "en": re.compile(
        rf"""{_BOTH_WRONG}
    | \b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Fr|Hon|Messrs)\.\s+(?=[A-Z])                   # It was left to Ms. Orlan to reply.
    | \b(?:St|Mt|Ft)\.\s+(?=[A-Z])(?!(?:{_OPENERS_EN}|A|An|On|His|Her|Police)\b)   # She was born in Mt. Orlan.
    | \b(?:Sen|Rep|Gov|Pres|Amb|Gen|Lt|Col|Capt|Sgt|Cpl|Maj|Adm|Cmdr|Det|Insp|Supt)\.\s+(?=[A-Z])  # “No,” said Det. Insp. Marsh.
    | \b(?:Nos?|Art|Sec|Fig|Vol|pp?|Rs)\.\s+(?=\d)                              # She is ranked No. 4 in the state.
    | \b(?:vs?|cf|e\.g|i\.e|approx|ca|incl|al)\.\s+(?=\w)                          # In Pell v. Garrow the court said no.
    | \b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.\s+(?=\d)               # It is due on Sept. 9 at noon.
    | [?!]["”’']+\s+(?=(?:[A-Z][\w.'’-]*\s+){{1,4}}(?:{_SAID})\b)                  # “Who knew?” Mr. Orlan said.
    """,
        re.VERBOSE,
    ),
    "de": re.compile(
        rf"""{_BOTH_WRONG}
    | (?:\b(?i:{_DETERMINERS})\s|[-–—/]\s*)\d{{1,3}}\.\s+(?=[^\W\d_])(?!(?:{_STARTERS})\b)  # Sie feierte ihren 90. Geburtstag.
    | \b\d{{1,2}}\.\s+(?=Jan|Jän|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)      # Gewählt wird Montag, 4. Mai.
    | \b\d{{1,3}}\.\s+(?=(?:Jahrhundert|Jahrestag|Geburtstag|Minute|Runde|Spieltag|Etage|Klasse|Platz\b|Stock\b|Tag\b))  # 19. Jahrhundert
    | \b(?:Dr|Prof|Dipl|Ing|Mag|St|Hl|Fa|Hrsg|Frhr|Lt|Anm|Red)\.\s+(?=\w)          # Er arbeitet bei der Fa. Morling.
    | \b(?:Tel|Bd|Nr|Art|Abs|Ziff|Kap)\.\s+(?=\d|[IVX]+\b)                        # Das steht in Bd. IV des Werks.
    | \b(?:ca|bzw|geb|gest|verh|evtl|ggf|inkl|sog|vgl|zzgl)\.\s+(?=\w)             # Anna Lohr, geb. Marten
    | \b[a-z]\.\s+(?=[A-ZÄÖÜ]\.)                                                   # Das gilt z. B. für Lohren.
    | \b[IVX]{{2,}}\.\s+(?=[a-zäöüß]|Weltkrieg|Akt\b|Teil\b|Liga\b)                # Es geschah im II. Weltkrieg.
    """,
        re.VERBOSE,
    ),
}
_SPACE = re.compile(r"\s+")
_GAP = re.compile(r"\s+(?=[A-ZÄÖÜ(\d<&%{@#©•!])")
"""White space at which a border may have been missed."""
_BOTH_MISSED = r"""
      (?<=[^\W\d_]{4}[.!?;])\s+(?=\(?\d{1,2}[.)]\s+[^\W\d_])      # Three tips: 1. Sleep well. 2. Drink water.
    | (?<=[.!?…"“”»’])\s+(?=[<&%{@#©•]|!\[)                       # The bridge is open. <br> Cars may pass.
"""
_MISSED = {
    "en": re.compile(
        rf"""{_BOTH_MISSED}
    | (?<=[a-z]{{4}}[.!?])(?<!approx\.)\s+(?=\d+(?:,\d{{3}})*\s+[a-z]{{2}})          # They left. 1987 was a hard year.
    | (?<=[a-z]{{4}})(?<!\bfrom)(?<!\bwith)(?<!\binto)(?<!\bthan)(?<!\bthat)\s+(?=(?:{_OPENERS_EN})\s+[a-z])  # The fair is closed The town will pay.
    """,
        re.VERBOSE,
    ),
    "de": re.compile(
        rf"""{_BOTH_MISSED}
    | (?:(?<=[a-zäöüß]{{4}}[.!?])|(?<=Uhr\.))(?<!inkl\.)(?<!evtl\.)(?<!zzgl\.)\s+(?=\d+\s+[^\W\d_]{{3}})  # Sie ging. 1987 kam sie zurück.
    | (?<=\b(?:usw|etc|Art)\.)\s+(?=(?:{_STARTERS})\b)                                # Es gab Brot, Käse usw. Die Gäste blieben.
    | (?<=[a-zäöüß]{{3}}“)\s+(?=(?:Der|Die|Das|Es|Er|Ein|Eine)\s+[^\W\d_])         # Der Rat nennt das „unnötig“ Die Kosten steigen.
    | (?<=[a-zäöüß]{{3}})\s+(?=(?:{_OPENERS_DE})\s+[^\W\d_])                       # Der Markt schließt Wie geht es weiter?
    | (?<=[a-zäöüß]{{3}})\s+(?=(?:Der|Die|Das)\s+(?!(?:{_TITLES})\b)[\w-]+\s+[a-zäöü])  # Das Fest fällt aus Die Halle bleibt zu.
    """,
        re.VERBOSE,
    ),
}

_ASIDE = re.compile(r"""(?<=[.!?…"“”»’])\s+\((?:[^\s()]+\s+){0,3}[^\s()]*[^\s().!?…]\)(?=\s+(?![–—-]\s)|$)""")
"""A few words in brackets behind a stop, without a stop of their own, belong to what they stand behind: The fair opens on Friday.
(Photo: Orlan)"""

LONGEST = 4000
"""How many characters of a sentence make a row. No sentence of a story is a third as long; data without any stop may be megabytes."""

_QUOTED, _LONG = re.compile(r""":\s+["“„»][^"“”«]*"""), 55
"""A quotation after a colon, and how many characters make its introduction a sentence of its own to read. Short ones stay:
She said: “It is over. We are going home.”"""


def segments(document: Document) -> list[Segment]:
    """The sentences of all blocks, in order; each lies inside one block, without white space at either end.

    A field stays whole: its counter counts all of it.
    """
    return [
        Segment(span.shifted(block.span.start))
        for block in document.blocks
        for span in (_whole if block.kind is BlockKind.FIELD else sentences)(block.span.of(document.text.plain), document.language)
    ]


def _whole(text: str, _language: str) -> Iterator[Span]:
    start = len(text) - len(text.lstrip())
    yield from [Span(start, len(text.rstrip()))] if text.strip() else []


def sentences(text: str, language: str) -> Iterator[Span]:
    """The sentences of one block, without white space at either end; together they hold everything but white space.

    `language` is BCP 47; everything that is not English is cut as German.
    """
    ends = [end for end in _borders(text, "en" if language.startswith("en") else "de") if _WORDS.search(text, end)]
    for whole in _with_words(text, ends):
        yield from _bearable(text, whole)


def _bearable(text: str, sentence: Span) -> Iterator[Span]:
    """A sentence in pieces that can be read and checked, cut at white space where there is some."""
    start = sentence.start
    while sentence.end - start > LONGEST:
        space = max(text.rfind(sign, start + LONGEST // 2, start + LONGEST) for sign in " \n\t\u00a0")
        end = space if space > 0 else start + LONGEST
        yield Span(start, start + len(text[start:end].rstrip()))
        gap = _SPACE.match(text, end)
        start = gap.end() if gap else end
    yield Span(start, sentence.end)


def _with_words(text: str, ends: list[int]) -> Iterator[Span]:
    """What lies between borders, without white space at either end; what holds no word goes with its neighbour."""
    start = 0
    for end in [*ends, len(text)]:
        piece = text[start:end]
        if _WORDS.search(piece) or (end == len(text) and piece.strip()):
            left = start + len(piece) - len(piece.lstrip())
            yield Span(left, start + len(piece.rstrip()))
            start = end


def _borders(text: str, language: str) -> list[int]:
    """Offsets in the white space between two sentences, in order."""
    blank = _SINGLE.sub(" ", _BLANKED.sub(" ", text))
    missed = _MISSED[language]
    right = {found.start() for found in _GAP.finditer(text) if missed.match(text, found.start())}
    at = 0
    for sentence in sentencex.segment(language, blank):
        at += len(sentence)
        border = _gap(text, blank, at)
        if border is not None and not _wrong(text, blank, border, language):
            right.add(border)
    right.update(_introductions(text, sorted(right)))
    for aside in _ASIDE.finditer(text):
        right.difference_update(range(*aside.span()))
        right.add(aside.end())
    return sorted(right)


def _introductions(text: str, borders: list[int]) -> Iterator[int]:
    """Where a long introduction ends in a colon and a quotation of several sentences begins."""
    for found in _QUOTED.finditer(text):
        number = bisect(borders, found.start())
        start = borders[number - 1] if number else 0
        if found.start() - start > _LONG and number < len(borders) and borders[number] < found.end():
            yield found.start() + 1


def _wrong(text: str, blank: str, border: int, language: str) -> bool:
    """Whether a border must be taken back, by the two words before it and what follows."""
    if text[border:].lstrip()[:1].islower():
        return True
    last = blank.rfind(" ", 0, border) + 1
    before = blank.rfind(" ", 0, last - 1) + 1 if last else 0
    starts = {before, last, len(text[:border].rstrip(_CLOSING)) - 1, 0 if border < _REACH else last}
    found = [_WRONG[language].match(text, start) for start in starts]
    return any(match is not None and match.end() >= border for match in found)


def _gap(text: str, blank: str, at: int) -> int | None:
    """The white space near a border in the blanked text that belongs between the two sentences; None if there is none."""
    end = len(blank[:at].rstrip())
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return end if end < len(text) and text[end].isspace() else None
