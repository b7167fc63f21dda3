"""How far a text is from the voice of a story: who speaks, to whom, in which mood, in whole sentences or not.

A news story tells in the third person, in German, in whole sentences. Whatever stands in it without a source and says I,
commands, addresses its reader, is English or no sentence at all was not written for it, whatever words it uses.
"""

import re
from functools import lru_cache

from app.evidence.acts.reading import QUOTE, read, setting, speaks_of_text
from app.evidence.language import WORD, is_function_word
from app.evidence.tokens import tokens

_OBJECT = r"(?:den|dich|dir|dein\w*|diese[nms]?|kein\w*|nur|bitte|jede[ns]?|einen|es|ihn|mir|mich|uns|daran|darauf|nicht|stets|immer|dabei|dazu|streng|genau|ausschließlich)"
_ARTICLE = r"(?:die|das|eine?|alle\w*)"
_ANYTHING = r"(?:\w+)"
_BARE = (
    r"(?:(?:über|ver|be|ent|er|zer|unter|wieder|miss)?(?:nimm|sprich|tritt|wirf|brich|triff|lies|sieh|halt|lass|schreib|stell|setz|folg|meid|acht|schneid)|gib|lies|sieh|nimm|halt|lass|bleib|denk|schreib|stell|mach|vergiss|sprich|hol|lad|klick|folg|wähl|schau|hör|sag|fass|nutz|setz|füg|hilf|tipp|scroll|sei|"
    r"tu|geh|komm|lern|such|frag|prüf|beacht|verwend|teil|spar|dreh|zieh|bring|fang|änder|streich|kürz|erklär|üb|leg|heb|zähl|formulier|übersetz|siehe?|geh|arbeite)"
)
LONG = 14
"""Words from which an I may be the author's of an essay, who tells as a story does."""

SHORT_ORDER = 10
"""Words up to which an unknown word in -e before an article is taken for an imperative: „Insbesondere das Plasma …“ is longer."""

_NO_VERB = frozenset(
    "insbesondere reisende heute gerade beide viele einige manche solche ende mitte danke morgen gerne ohne sowie beinahe nahe lange bitte alle erste zweite dritte letzte dasselbe dieselbe derselbe gerade welche solche".split()
)
ORDERS = frozenset({"rework", "output", "keep", "avoid", "use", "to-translate"})
"""The classes of verbs with which a machine is told what to do."""

_TELLTALE = frozenset({"english", "label", "colon", "question", "exclamation"})
_DU_ORDER = re.compile(
    rf"^\W*(?:(?i:bitte|und|dann|jetzt|nun|hier|anschließend)\s+)*(?P<verb>(?i:{_BARE}e?)|[A-ZÄÖÜ]?[a-zäöüß]{{2,}}e)\s+"
    rf"(?:(?P<sure>{_OBJECT})|(?P<article>{_ARTICLE})|{_ANYTHING})\b"
)
_AFTER_A_PHRASE = re.compile(
    rf"^\W*(?:Bei|Im|Am|An|Für|Nach|Vor|In|Zu|Zum|Zur|Ohne|Mit|Statt|Wo)\s(?:\S+\s){{1,4}}?(?P<verb>{_BARE}e?|[a-zäöüß]{{3,}}e)\s(?:{_OBJECT}|{_ARTICLE})\b"
)
_CONDITION = re.compile(r"^\W*(?:wenn|falls|sofern|bevor|sobald|ehe|solltest|sollte|sollten)\b", re.IGNORECASE)
_BE_ORDER = re.compile(
    r"^\W*(?:(?:please|just|also|and|now)\s+)?(?:be|do|don't|don’t|do not|never|always)\s+(?!you\b|i\b|we\b|they\b|the\b)[a-z]+\b[^?]*$",
    re.IGNORECASE,
)
_PLEASE = re.compile(r"\b(?:bitte|please)\b", re.IGNORECASE)
_DU_WORDS = frozenset(
    "du dich dir dein deine deinen deinem deiner deines euch eur eure eurn eurm eurr eurs euren eurem eurer eures you your yours yourself".split()
)
_ICH_WORDS = frozenset("ich mir mich mein meine meinen meinem meiner meines i my me".split())
_WE_WORDS = frozenset("wir uns unser unsere unseren unserem unserer unseres we our us".split())
_SIE_WORDS = frozenset("sie ihnen ihr ihre ihrn ihrm ihrr ihrs ihren ihrem ihrer ihres".split())
_PLEASE_WORDS = frozenset({"bitte", "please"})
_PREFIX_LAST = re.compile(
    r"^\W*[A-ZÄÖÜ][a-zäöüß]+\b.*\s(?:um|ab|an|aus|auf|ein|bei|mit|nach|vor|zu|weg|zurück|hinzu|heraus|wieder|zusammen|durch|fest|weiter|fort|los|hin|her|bereit)\W*$"
)
_STEM_IN_T = re.compile(
    r"(?:achte|arbeite|leite|starte|warte|halte|teste|biete|richte|trachte|zichte|stalte|schalte|werte|breite|rate|trete|streite|reite|bitte|spalte|deute)$"
)
_CLAUSE = re.compile(r"[;:–]\s+|,\s+(?=(?:dann|bitte|und)\b)")
_SIE_ORDER = re.compile(
    r"(?:^|[:!?–.]\s)\W*(?:(?:[Bb]itte|[Jj]etzt|[Hh]ier|[Ee]infach|[Uu]nd|[Nn]ur|[Nn]och|[Hh]eute|[Dd]ann)\s+)*[A-ZÄÖÜ]?[a-zäöüß]+e?n Sie\b"
)
_SIE = re.compile(r"(?<=[a-zäöüß,–] )(?:Sie|Ihnen|Ihre?[nmrs]?)\b")
_DU = re.compile(r"\b(?:du|dich|dir|dein(?:e[nmrs]?)?|euch|eure?[nmrs]?|you|your|yours|you're|you'll|yourself)\b", re.IGNORECASE)
_ICH = re.compile(r"\b(?:ich|mir|mich|mein(?:e[nmrs]?)?)\b|\bI\b|\b(?:I'm|I've|I'll|I'd|my|me)\b", re.IGNORECASE)
_SUBJECT = re.compile(r"\b(?:[Ii]ch|I|I'm|I've|I'll|I'd|I’m|I’ve|I’ll)\b")
_WE = re.compile(r"\b(?:wir|uns|unser(?:e[nmrs]?)?|we|our|us)\b", re.IGNORECASE)
_TO_DO = re.compile(
    r"(?<!zu )\b(?!(?:[a-zäöüß]{2,5})?ge[a-zäöüß]{3,}en\b|(?:er|ver|be|ent|zer)[a-zäöüß]*(?:oss|og|ob|orf|och|und|ung|omm|orb|or|roff)en\b)[a-zäöüß]{3,}(?:en|ern|eln)\W*$|^[^,]*(?<!zu )\b[a-zäöüß]{3,}(?:en|ern|eln),"
)
_FINITE = re.compile(
    r"\b(?:ist|sind|war|waren|wird|werden|wurden?|hat|haben|hatten?|kann|können|soll|sollen|will|muss|müssen|darf|\w{3,}te|is|are|was|were|has|have|said|will)\b"
)
_SYMBOL = re.compile(r"[»→▶►➤➜⇒›➔☞👉🔗📩📧⬇↓▼➡⟶✉📲🔔★☆•✅⚡]|\+{3}|\s\|\s|(?:^|\s)>>?\s|#\w")
_SYMBOLS = "»→▶►➤➜⇒›➔☞👉🔗📩📧⬇↓▼➡⟶✉📲🔔★☆•✅⚡+|>#"
_VERB_BEFORE_OBJECT = re.compile(
    r"^\W*(?:(?:please|now|then|always|never|just|only|do not|don't|kindly)\s+)*[a-z]+(?:,? (?:and|or) [a-z]+)?\s+(?:the|a|an|all|any|no|your|our|this|these|that|each|every|it|only|in|to|for|on|with|"
    r"more|as|at|me|us|up|out|into|from|about|here|now|via|by|of|out|off|nothing|everything)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def is_order(text: str) -> bool:
    """Whether the text begins with an imperative, or says „… Sie“ after a verb, or ends with an infinitive and has no finite verb."""
    return commands(text) or orders_anyone(text)


def commands(text: str) -> bool:
    """Whether the text begins with an imperative in either language, or has „… Sie“ after a verb."""
    return (
        _orders_you(text)
        or (_has(text, _SIE_WORDS) and _SIE_ORDER.search(text) is not None)
        or _pleads(text)
        or ("english" in setting(text) and (begins_with_verb(text) or bool(_BE_ORDER.match(text))))
    )


def _orders_you(text: str) -> bool:
    """Whether a clause begins like „Halte dich“, „Kürze die“, „schreib ihn“."""
    if text.startswith(QUOTE):
        return False
    condition, _, then = text.partition(", ")
    if _CONDITION.match(condition) and _is_du_order(then[:1].upper() + then[1:], first=True) and read(then.split(" ", 1)[0]).tags & ORDERS:
        return True
    after = _AFTER_A_PHRASE.match(text)
    if after is not None and read(after["verb"]).tags & ORDERS and not is_function_word(after["verb"]):
        return True
    clauses = _CLAUSE.split(text)
    return _is_du_order(clauses[0], first=True) or any(_is_du_order(clause, first=False) for clause in clauses[1:])


def _is_du_order(clause: str, *, first: bool) -> bool:
    if first and _ends_in_prefix(clause):
        return True
    found = _DU_ORDER.match(clause)
    if found is None or is_function_word(found["verb"]) or _is_no_imperative(found["verb"].lower()):
        return False
    known = bool(read(found["verb"]).tags & ORDERS) or re.fullmatch(rf"{_BARE}e?", found["verb"].lower()) is not None
    return (known and (found["verb"][0].islower() or first)) or (first and (found["sure"] or found["article"]) is not None)


def _is_no_imperative(verb: str) -> bool:
    """Whether a word in -e is known to be none, or has the ending of the past: „erklärte“, but not „beachte“."""
    return verb in _NO_VERB or (verb.endswith("te") and _STEM_IN_T.search(verb) is None)


def _ends_in_prefix(clause: str) -> bool:
    """Whether a short clause begins with a word in -e and ends in its prefix: „Rechne Pfund in Gramm um“."""
    verb = WORD.search(clause)
    fits = (
        verb is not None
        and verb.group().endswith("e")
        and not is_function_word(verb.group())
        and not _is_no_imperative(verb.group().lower())
    )
    return fits and len(clause.split()) <= SHORT_ORDER and _PREFIX_LAST.match(clause) is not None


def orders_anyone(text: str) -> bool:
    """Whether a text without a finite verb ends in an infinitive: „Bild vergrößern“, „Zitate nicht kürzen“."""
    return not text.endswith("?") and bool(_TO_DO.search(text)) and not _FINITE.search(text) and len(text.split()) <= 12


def begins_with_verb(text: str) -> bool:
    """Whether English begins with a bare verb: „Keep the tone neutral“."""
    first = WORD.search(text)
    if first is None or is_function_word(first.group()) or first.group().endswith(("ing", "ed", "s", "ly")):
        return False
    return bool(_VERB_BEFORE_OBJECT.match(text)) or bool(read(first.group()).tags & ORDERS)


def _has(text: str, words: frozenset[str]) -> bool:
    """Whether a text may have one of these words, which is quickly said; apostrophes may hide one."""
    read = tokens(text)
    return not words.isdisjoint(read.known) or "'" in read.lower or "’" in read.lower


def _pleads(text: str) -> bool:
    return _has(text, _PLEASE_WORDS) and _PLEASE.search(text) is not None


def says_i(text: str) -> bool:
    """Whether a first person speaks."""
    return _has(text, _ICH_WORDS) and _ICH.search(text) is not None


def is_narrator(text: str) -> bool:
    """Whether an I is the subject: „Gib mir …“ is an order, „Ich möchte …“ none."""
    return bool(_SUBJECT.search(text))


def says_we(text: str) -> bool:
    """Whether a house speaks of itself."""
    return _has(text, _WE_WORDS) and _WE.search(text) is not None


def says_you(text: str) -> bool:
    """Whether somebody is addressed."""
    formal = _has(text, _SIE_WORDS) and (_SIE.search(text) or _SIE_ORDER.search(text))
    return bool(formal) or (_has(text, _DU_WORDS) and _DU.search(text) is not None)


def _shows_signs(text: str) -> bool:
    """Whether arrows, stars and other signs of a page stand in a text."""
    return any(map(text.__contains__, _SYMBOLS)) and _SYMBOL.search(text) is not None


@lru_cache(maxsize=8192)
def is_told(text: str) -> bool:
    """Whether nothing at all sets German apart from the voice of a story, so that its `distance` is 0: asked of every row, and cheaper."""
    tags = setting(text)
    if not tags.isdisjoint(_TELLTALE) or {"no-stop", "short"} <= tags:
        return False
    if says_we(text) or says_i(text) or says_you(text) or _shows_signs(text):
        return False
    return not (orders_anyone(text) or commands(text) or speaks_of_text(text))


@lru_cache(maxsize=8192)
def distance(text: str, german: bool = True) -> float:
    """How far the text is from the voice of a story: 0 not at all, 2 and more beyond doubt."""
    tags = read(text).tags
    fragment = "no-stop" in tags and "short" in tags
    signs = (
        (1.6, "english" in tags and german),
        (2.0, commands(text)),
        (1.2, orders_anyone(text)),
        (1.2, _pleads(text)),
        (1.6 if len(text.split()) <= LONG else 1.2, says_i(text)),
        (1.2, says_you(text)),
        (0.8, says_we(text)),
        (1.0, "all-about-text" in tags),
        (0.8, fragment),
        (0.4, fragment and "brief" in tags),
        (0.7, "label" in tags),
        (0.6, "colon" in tags),
        (0.5, "question" in tags),
        (0.4, "exclamation" in tags),
        (1.0, _shows_signs(text)),
    )
    return sum(weight for weight, there in signs if there)
