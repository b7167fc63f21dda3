"""What denies: words that negate a statement, and the many ways in which the other language may deny without one."""

import re
from functools import lru_cache

from msgspec import Struct

from app.evidence.patterns import any_case, begun
from app.evidence.tokens import tokens
from app.model import Span


class Denial(Struct, frozen=True):
    """A word that negates beyond doubt."""

    span: Span
    word: str


_HELPERS = "is are was were do does did has have had wo would can ca could should must need ai sha".split()
_ENGLISH = re.compile(
    begun(
        "not|never|nobody|nothing|nowhere|none|neither|without|no|cannot|" + "|".join(rf"{verb}n[’']t" for verb in _HELPERS),
        before=r"(?<![\w-].)",
    )
    + r"\b(?!-)"
)
# Set phrases that deny nothing, or that German says without a negation: „nicht nur“ may become „auch“, „can't wait“ „sich freuen“.
_IDLE = re.compile(
    r"\b(?:not (?:only|just|merely|simply|least|until|far|to mention|so much|long|even|un\w+|beyond|surpris\w+|later|all|everyone|every|exactly)|(?:if|or|whether|why|whether or) not"
    r"|no (?:doubt|denying|disput\w+|shortage|question|matter|longer than|fewer|less|more than|later|sooner|stranger|small|means|wonder|problems?|brainer|one else|better|other)|for nothing|nothing (?:but|less|short|more)"
    r"|none other|cannot but|no choice but|more \w+ than not|not \w+less|not without|without (?:exception|interference|delay|doubt|question|precedent|warning|fail)|number no|no\.? \d|never (?:mind|before)|(?:can(?:no|[’'])t|cannot|couldn[’']t|can not|could not) (?:help|wait|be (?:\w+er|more)|have been (?:\w+er|more))"
    r"|don[’']t (?:worry|forget|miss|hesitate)|won[’']t be long|(?:not|n[’']t|never)(?: to| be| have)?(?: going to)? (?:stop|cease|quit|fail(?: but)?|miss|forget|deny|rule out|give up|lose|ignore)\w*)",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\w+n[’']t (?:it|he|she|they|we|you|there|I)\b[^.?!]*\?", re.IGNORECASE)
_BEFORE, _BEHIND = 40, 60
"""Characters before and behind the beginning of a denial within which a set phrase around it lies."""
_GERMAN = re.compile(
    begun(
        r"nicht\w*|kein(?:e[mnrs]?|s)?|nie|niemals|niemand(?:e[mn])?|nichts|nirgend\w*|weder|ohne\w*|keineswegs|keinesfalls|nimmer\w*|mitnichten|keinerlei"
    )
    + r"\b"
)
# What says by itself what English says with a negation: „did not expect … until“ is „erst“, „warned not to“ „gewarnt“. It does so
# only where the English words after it are missing, which would explain it without one.
_DECISIVE = (
    (r"\b(?:nein|alles andere|frei von|ausnahmslos\w*|uneingeschränkt\w*|möglichst wenig|zum Nachteil|ineff\w+)\b", r"(?!)"),
    (r"\bkaum\b", r"\b(?:hardly|barely|scarcely|little|few)\b"),
    (r"\bselten\w*", r"\b(?:rare|seldom|uncommon)"),
    (r"\berst\b", r"\b(?:first|only|just)\b"),
    (r"\bnoch\b", r"\b(?:still|yet|even|remain\w*|more|another|so far|far|also)\b"),
    (r"\büberhaupt\b", r"\b(?:at all|any|ever)\b"),
    (r"\banders\w*", r"\b(?:different\w*|other\w*|unlike|elsewhere|else|contrast)\b"),
    (r"\bsonst\b", r"\b(?:otherwise|else|other|usual)"),
    (r"\b(?:weg|fort)\b", r"\b(?:away|gone|off)\b"),
    (r"\b(?:sofort|umgehend|unverzüglich)\b", r"\b(?:immediate\w*|at once|instant\w*|prompt\w*|swift\w*)\b"),
    (r"\b(?:egal|gleichgültig)\b", r"\b(?:regardless|whatever|indifferen\w*|no matter)\b"),
    (r"\b(?:statt\w*|anstatt|sondern|entweder)\b", r"\b(?:instead|rather|but|either)\b"),
    (r"\b(?:höchstens|maximal|lediglich)\b", r"\b(?:most|maximum|up to|only|merely|just)\b"),
    (r"\bwenig(?:er)?\b", r"\b(?:less|few|fewer|little|lower)\b"),
    (r"\bsich gegen\b", r"\b(?:against|oppos\w+|resist\w+)\b"),
    (r"(?:verhinder|vermeid|vermied|entgeh|entging|mieden|meiden)", r"\b(?:prevent|block|stop|avoid|thwart|escap|avert|evad|foil)"),
    (r"(?:weiger|ablehn|abgelehn|lehnte|lehnen)", r"\b(?:refus|reject|declin|oppos|turn(?:ed)? down|den[iy]|resist)"),
    (r"(?:verbiet|verbot|untersag)", r"\b(?:ban|prohibit|forbid|forbad|outlaw|barr?)"),
    (r"(?:bestreit|bestritt|dementier|leugn|verneint)", r"\b(?:den[iy]|disput|contest|reject)"),
    (
        r"(?:versäum|verpass|verfehl|unterl[aä]ss|unterließ|ausbleib|ausgeblieb|vergess|vergaß|auslass|ausläss|ausgelass)",
        r"\b(?:fail|miss|neglect|omit|forg|overlook|abs)",
    ),
    (r"(?:verzicht|entfall|entfiel|wegfall|absehen|schlössen)", r"\b(?:waiv|renounc|giv|gave|forgo|abandon|scrap|elimin|exclud|rul)"),
    (r"(?:zweifel|misstrau|mißtrau)", r"\b(?:doubt|question|distrust|mistrust|suspic|sceptic|skeptic)"),
    (r"\b[a-zäöü]{4,}los(?:e[nrms]?)?\b", r"less(?:ly)?\b|\bun"),
    (r"\b(?:lass|ließ|läss|bleib|blieb)\w*\b.{0,40}\boffen\b", r"\b(?:open|unclear)\b"),
    (r"(?:gewarn|warnt|widerspr|erschwer)", r"(?!)"),
)
# What may carry a negation, or something that the source says without one: such words count on both sides.
_GERMAN_LOOSE = re.compile(
    r"\b(?:nur|lediglich|wenige?[rnms]?|außer\w*|unabhängig|fern\w*|freie?[rnms]?|leer\w*|null|allein\w*|schwer\w*"
    r"|fehl\w*|mangel\w*|miss(?!ion)\w{4,}|[a-zäöü]{3,}(?:los|frei|leer)(?:e[rnms]?|igkeit)?"
    r"|un(?!d\b|s\b|ser|ter|i[otv]|bedingt|gefähr|längst|mittelbar|garn|fall|ten\b|kosten)[a-zäöüß]{4,}|in(?:akzeptab|korrekt|aktiv|kompeten|stabil|human)\w*|il(?:lega|loyal)\w*)\b"
    r"|\b\w*(?:hinder|scheiter|verlor|verlier|aufhör|aufgehör|beend|stopp|gesag|vermiss|entzieh|entzog|schließ|schloss|versag|vernachläss|wehr|schweig|schwieg"
    r"|verborgen|entfern|irr|aufgeb(?!au)|aufgegeb)",
    re.IGNORECASE,
)
_ENGLISH_LOOSE = re.compile(
    r"\b(?:few(?:er)?|little|only|mere(?:ly)?|except\w*|alone|lone(?:ly)?|free(?:d|ly)?|independent\w*|hard(?:ly)?|difficult\w*|heav\w+|sever(?:e|ely|ity)|short|empty|zero"
    r"|[a-z]{3,}(?:less|free)(?:ly|ness)?|un(?!d|i|til|less|it|der)[a-z]{4,}|dis(?!t|c|p|h)[a-z]{4,}|mis(?!s)[a-z]{4,}|il(?:leg|log|lit)\w*|ir(?:reg|rel|rat|resp)\w*"
    r"|im(?:poss|mat|mor|prob|pol|perf)\w*|in(?:acc|act|adeq|app|cap|comp[el]t|corr|cred|dec|dep|dir|eff|exp|form|human|just|sec|suff|vis)\w*"
    r"|\w*(?:fail|lack|prevent|hinder|hamper|stop|ceas|lost|lose|losing|exclu|cancel|resist|defend|hid|secret|silen|remov|far|ignor|neglect|wrong|mistak|clos|lock|end(?:ed|s|ing)?\b|abandon|giv\w+ up|gave up))",
    re.IGNORECASE,
)


class _Soft(Struct, frozen=True):
    """Words by which English denies without a negation, and the German ones that may say so, besides any negation."""

    words: str
    english: re.Pattern[str]
    german: re.Pattern[str]


def _soft(words: str, english: str, german: str) -> _Soft:
    return _Soft(words, re.compile(english, re.IGNORECASE), re.compile(german, re.IGNORECASE))


_SOFT = (
    _soft("yet", r"\b(?:has|have|had|is|are) yet to (?=[a-z])", r"\bnoch\b|\bbislang\b|\bbisher\b|\berst\b|\bsteh\w*|\bausst\w*|\bwart\w*"),
    _soft(
        "refused refuses refuse refusing",
        r"\brefus(?:ed|es|e|ing) to (?=[a-z])",
        r"weiger|verwehr|verweiger|lehn|abgelehn|wollte\w*|will|wollen|verzicht|wies|widersetz|sträub|verschließ|verschloss|ausschl",
    ),
    _soft(
        "failed fails",
        r"\bfail(?:ed|s) to (?=[a-z])",
        r"versäum|scheiter|gel[ai]ng|gelung|misslang|misslung|verpass|versag|verfehl|unterl|vermocht|vermag|schaff|konnte|kann|vergess|vergaß|blieb|verabsäum|ausblieb|schuldig|fehl|lass|mangel|erfolglos|vergeb|umsonst|vernachlässig|außer",
    ),
    _soft(
        "hardly barely scarcely",
        r"\b(?:hardly|barely|scarcely)\b(?! (?:any|a|had|at all|enough)\b)",
        r"kaum|knapp|fast|schwerlich|gerade|wenig|beinahe|mühsam|bloß|nur|mit Mühe|eben|wohl|erst|schwer|selten",
    ),
    _soft(
        "denied denies",
        r"\bden(?:ied|ies) (?:having |ever )?(?:\w+ing\b|that\b|any\b|the (?:charges?|allegations?|accusations?|claims?|report)\b)",
        r"bestr[ei]+t|dementier|leugn|wies|weis|abstr|abgestr|zurück|verneint|verwehr|verweiger|aberkann|widersp|abgelehn|lehn|verw[ae]hr|entzog|entzieh|bestritt",
    ),
    _soft(
        "little few",
        r"\b(?:is|was|has been|had|have|has|with) (?:very |so )?little (?:evidence|chance|hope|doubt|interest|support|sign|appetite|room|point|sense|proof|prospect|progress|time)\b|(?:^|[.;] )few (?:people|experts?|analysts?|of )",
        r"wenig|kaum|gering|schwach|klein|knapp|minimal|spärlich|dürftig|kurz|bisschen|mangel|selten|begrenzt|aussichtslos|sicher|schlecht",
    ),
)
_SOFT_WORDS = frozenset(word for soft in _SOFT for word in soft.words.split())


def softly_denied(source: str, target: str) -> Denial | None:
    """The English words that deny without a negation (refused to, hardly), where nothing in the German sentence may say so."""
    if _SOFT_WORDS.isdisjoint(tokens(source).known) or _may_deny(target):
        return None
    for soft in _SOFT:
        ours = soft.english.search(source)
        if ours is not None:
            told = soft.german.search(target) or hides_denial(source, target)
            return None if told else Denial(Span(*ours.span()), ours[0].strip())
    return None


_SIGNS = frozenset({"not", "never", "nobody", "nothing", "nowhere", "none", "neither", "without", "no", "cannot"})
"""One of these, or n't, is in every English denial."""


def _may_deny(german: str) -> bool:
    """Whether a German text has the letters of any negation, which is quickly seen."""
    return any(map(tokens(german).lower.__contains__, _GERMAN_SIGNS))


def _may_deny_english(text: str) -> bool:
    """The same of an English text."""
    read = tokens(text)
    return not _SIGNS.isdisjoint(read.known) or "n't" in read.lower or "n’t" in read.lower


_GERMAN_SIGNS = ("nicht", "kein", "nie", "nirgend", "weder", "ohne", "nimmer")


@lru_cache(maxsize=8192)
def denials(text: str, language: str) -> tuple[Denial, ...]:
    """The words of a text that negate beyond doubt; set phrases that deny nothing are left out."""
    if not language.startswith("en"):
        return tuple(Denial(Span(*match.span()), match[0]) for match in _GERMAN.finditer(text)) if _may_deny(text) else ()
    found = list(_ENGLISH.finditer(text)) if _may_deny_english(text) else []
    return tuple(Denial(Span(*match.span()), match[0]) for match in found if not _is_idle(text, match.start()))


def _is_idle(text: str, at: int) -> bool:
    """Whether the English word that negates there is part of a set phrase or of a question that expects a yes."""
    near = _IDLE.finditer(text, max(0, at - _BEFORE), at + _BEHIND)
    return _ASKED.match(text, at) is not None or any(phrase.start() <= at < phrase.end() for phrase in near)


@lru_cache(maxsize=4096)
def hides_denial(source: str, target: str) -> bool:
    """Whether a German sentence without a negation may still say what an English one says with it.

    It may when a word denies by itself, or when it has more prefixes, suffixes and restricting words than the source.
    """
    if _decides(target, source):
        return True
    return sum(1 for _ in _GERMAN_LOOSE.finditer(target)) > sum(1 for _ in _ENGLISH_LOOSE.finditer(source))


def first_denial(text: str) -> Denial:
    """The first word of an English text that negates, set phrases included; raises ValueError where there is none."""
    found = _ENGLISH.search(text)
    if found is None:
        raise ValueError(text)
    return Denial(Span(*found.span()), found[0])


def may_deny_by_itself(clause: str, source: str) -> bool:
    """Whether a German clause without a negation has a word that may deny, and that the English does not explain otherwise."""
    return _GERMAN_LOOSE.search(clause) is not None or _decides(clause, source)


def _decides(german: str, source: str) -> bool:
    """Whether a German text has a word that denies by itself and that the English does not say."""
    return any(any_case(theirs).search(german) and not any_case(ours).search(source) for theirs, ours in _DECISIVE)


_PLAIN_GERMAN = re.compile(begun("nicht|keine?[mnrs]?|nie|niemals|niemande?[mn]?|niemand|nichts") + r"\b(?!-)")
# German denials that say nothing new: „nicht nur“, „nicht geimpfte Kinder“, „keine 24 Stunden“, „…, nicht umgekehrt“.
_IDLE_GERMAN = re.compile(
    r"\bnicht[ -](?:nur|zuletzt|allein|allen?|selten|so|mehr als|weniger als|lange|weit|ganz|immer|umhin|un\w+|\w+los\w*|\w+(?:ten?|nden?|schen?|lichen?|baren?|ven?)[rnms]? [A-ZÄÖÜ])"
    r"|[,;–—] (?:und |aber |doch |wenn |ob |oder )?(?:nicht|kein\w*|nie)\b|\bund (?:nicht|kein\w*)\b|\b(?:oder|ob|wenn|schon|warum|noch) nicht\b|\bkeine? (?:\d|andere|Wunder|Zweifel|Frage|Geheimnis)"
    r"|\b(?:gar|überhaupt|so|wie|noch) (?:nicht|nie|kein\w*)\b|\bnichts (?:anderes|weniger|als|Neues)|\bnicht\b[^.?!]*\?|\bsondern\b|\bgeschweige\b",
    re.IGNORECASE,
)
# English words that German may turn into a negation although they are none.
_ENGLISH_QUIET = re.compile(
    r"\b(?:nor|non\w*|un(?!ion|it|iv|der|til|cle)\w+|unless|yet|rather|than|instead|contrast|contrary|avoid\w*|barr\w+|limit\w*|oppos\w+|reject\w*|refus\w*|weak\w*|rare\w*|seldom|barely|scarce\w*"
    r"|den(?:y|ie[sd]|ying|ial)|declin\w*|withdr\w+|stay\w*|remain\w*|beyond|lest|surplus|redundant|superfluous|ban\w*|prohibit\w*|forb\w+|outlaw\w*|scrap\w*|drop\w*|skip\w*|minus|miss\w*|but|ever|absen\w+"
    r"|contradict\w*|struggl\w+|doubt\w*|question\w*|blame\w*|too|still|despite|regardless|against|even|so far|until|till|otherwise|other|exempt\w*|spare\w*|waive\w*|surpass\w*"
    r"|low\w*|small\w*|minorit\w+|apart|away|easy|easily|record|first|last|less|worse|wonder\w*|sceptic\w*|skeptic\w*|reluctan\w*|hesita\w*|stall\w*|block\w*|halt\w*|spurn\w*|snub\w*"
    r"|quit|cut|broke\w*|break\w*|withh\w+|dodg\w+|void|null|invalid|n/a|turn\w* down|shun\w*|negative\w*|disput\w*|as opposed|vice versa|anything but|ambigu\w+|immun\w+|stable|steady|constant|same)\b|\bno\.|\?",
    re.IGNORECASE,
)


_TITLE = re.compile(r"[„»\"](?:[^„“”»«\" ]+ ){0,5}(?i:nicht|keine?[mnrs]?|nie|niemals|niemand|nichts)\b(?: [^„“”»«\" ]+){0,5}[“«\"]")
"""A short quotation with a denial: the title of a work, which often has another name in German."""
_LONGER = 1.6
"""Times the length of its source from which a translation holds another sentence's words, too."""


@lru_cache(maxsize=4096)
def added_denial(source: str, target: str) -> Denial | None:
    """The only negation of a German sentence whose English source neither denies nor says anything that German may deny."""
    found = list(_PLAIN_GERMAN.finditer(target)) if _may_deny(target) else []
    if len(found) != 1 or len(target) > _LONGER * len(source) or (_may_deny_english(source) and _ENGLISH.search(source)):
        return None
    if _TITLE.search(target, max(0, found[0].start() - 40)) or _IDLE_GERMAN.search(target):
        return None
    if any(pattern.search(source) for pattern in (_ENGLISH_LOOSE, _ENGLISH_QUIET)):
        return None
    return Denial(Span(*found[0].span()), found[0][0])
