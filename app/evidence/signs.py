"""Signs that are no words of a story: the gaps of a template and the signs of markup languages."""

import re
from collections.abc import Iterator
from functools import lru_cache

from app.evidence.tokens import tokens
from app.model import Span

_GAPS = {
    "braces": r"(?<![\\a-z])\{(?!\s*[\"{%#])(?=[^{}]*[{}])\s*\$?[\w.]{1,30}(?:[^{}]|\{[^{}]{0,80}\}){0,60}\}|\{\{[^{}]{0,60}\}\}|\{%[^%]{0,60}%\}|\{#[^#]{0,60}#\}|[$#]\{[^{}]{1,60}\}|\{\d{0,2}\}|(?<!\\)\{[A-ZÄÖÜa-z_][A-ZÄÖÜa-z_.]{1,30}\}",
    "dollars": r"\$\([a-z_]{2,30}\)|\$[A-Za-z_]{3,30}\$|\$(?:[A-Z]+_[A-Z_]+|(?:VOR|NACH)?NAMEN?|ORT|STADT|DATUM|TITEL|AUTOR|FIRMA|CITY|DATE|TITLE|AUTHOR|COMPANY|PLACE)\b|(?<![\w$])\$[a-z_]{3,30}\b",
    "percent signs": r"%\([a-z_]{1,30}\)[sd]|(?<![\d\w%])(?<!\d\s)%(?:\d\$)?-?\d{0,2}(?:\.\d{1,2})?[sdif]\b|%%?[A-Z_]{3,30}%%?|%%[A-Za-z_]{2,30}%%",
    "code": r"<%[=-]?[^%]{0,80}%>|<\?(?:php|=)[^?]{0,80}\?>|&&\w{2,30}&&",
    "angles": r"<\|[^|<>]{1,40}\|>|</?[A-ZÄÖÜ][A-ZÄÖÜ_ -]{2,40}\d{0,3}>|<<[^<>]{1,40}>>|<(?=[^\s<>])[^<>=\"/]*\s[^<>=\"/]*[^\s<>]>"
    r"|<(?:name|datum|date|ort|place|city|stadt|titel|title|autor|author|text|zitat|quote|source|target)>",
    "brackets": r"\[\[[^\[\]]{1,60}\]\]|⟦[^⟦⟧]{1,40}⟧|⟪[^⟪⟫]{1,40}⟫|⦃[^⦃⦄]{1,40}⦄",
    "short codes": r"\[/?[a-z][a-z0-9_-]{1,24}(?:\s+[a-z_-]{1,20}=(?:\"[^\"\[\]]*\"|\S+)){1,6}\s*/?\]|\[[a-z]{1,12}[_-]\d{1,4}\]",
    "underlines": r"(?<!\w)_{2,}[A-Z][A-Z0-9_]*?_{2,}|(?<!\w)_{3,}(?!\w)",
    "other signs": r"\?{2,}[A-ZÄÖÜ]{2,20}\?{2,}|(?:(?<=\s)|^):[a-z]{3,20}:(?=\s|$)|:{2,}[A-Za-z_]{2,30}:{2,}|(?<!\S)(?:%{3,}|={3,}|\^{3,})(?!\S)|\[/[A-Z]{2,12}\]|@@\w{1,30}@@|@[A-Z_]{3,30}@|(?:(?<=\s)|(?<=\()|^)@[A-ZÄÖÜ]\w+:\s[^.!?()]{0,90}|#[A-Z][A-Z_]{2,30}#|#(?:REF|NAME|VALUE|N/A)[!?]?|(?:(?<=[\s…])|^)\?{3,}(?:\s+(?:noch |bitte )?(?:klären|prüfen|nachfragen|checken|ergänzen|verify|check|confirm)\b(?:\s+(?:mit|bei|with)\s+\w+)?)?(?=\W|$)|\?{4,}",
}
"""Forms of gaps that are made of signs."""

_GAP_SIGNS = (*"{$%<[⟦⟪⦃_@#", "??", "&&", "===", "^^^")
_GAP = re.compile("|".join(_GAPS.values()))
_FILLER = re.compile(
    r"\b(?:TODO|FIXME|TBD|TKTK|TBC(?=:|\W*$))\b(?::(?:\s+[^\s.,;:!?“”\"]+){0,4}|(?:\s+[^\s.,;:!?“”\"]+){1,3}?\s(?:prüfen|einfügen|ergänzen|nachtragen|klären|checken|check|add|insert|verify)\b)?|(?<![\w-])(?:XX|[Xx]{3,})(?![\w-]|\.\s+[A-ZÄÖÜ])"
    r"|^\W*(?:Blindtext|Mustertext|Beispieltext|Dummytext|[Dd]ummy text|[Ss]ample text|[Pp]latzhalter|[Pp]laceholder)\b(?:\W+\w+){0,3}\W*$"
    r"|\b[Hh]ier\s+(?:steht|kommt|folgt|fehlt)\s+(?:noch\s+)?(?:der|die|das|ein\w*)\s+(?:Teaser|Text|Titel|Überschrift|Vorspann|Bild|Foto|Zitat|Name|Link)\w*\W*$"
    r"|(?:\b[Bb]lindtext\b\W*){2,}|\b(?:Max|Erika)\s+Musterm\w+|\bMuster(?:mann|frau|firma|stadt|straße)\b"
    r"|\b(?:xx|XX)\.\s*(?:xx|XX|Monat\b)(?:\W*(?:19|20)?(?:\d\d|xx|XX)\b)?|\b(?:19|20)(?:xx|XX)\b|\b\d{0,2}[xX]{2}\.[xX]{2}\.(?:[xX\d]{2,4})?"
    r"|\bHier\s+(?:noch\s+)?[A-ZÄÖÜ]\w+(?:\s+(?:(?:der|des|die|das|von|vom)\s+)?[A-ZÄÖÜ]\w+){0,3}\s+(?:nachtragen|einfügen|ergänzen|einsetzen|eintragen|nachreichen|prüfen)\b"
    r"|(?:^\W*|(?<=[.!?“”«]\s))(?:Noch\s+)?[A-ZÄÖÜ]\w+(?:\s+(?:der|des|die|das|von|vom|und|\w+en)){0,2}(?:\s+[A-ZÄÖÜ]\w+){0,3}\s+(?:noch\s+)?(?:nachtragen|einfügen|ergänzen|einsetzen|nachreichen)(?=\W*$)"
    r"|(?:^\W*|(?<=[.!?“”«(]\s)|(?<=\())TK:\s*(?:[^\s.,;:!?“”\"()]+\s*){0,4}"
    r"|\bTK\s+(?:quote|name|number|date|detail|info|photo|link|comment|source|age|figure)s?\b(?:\s+(?:from|of|on|for|about|by|the|a)\b(?:\s+\w+)?){0,3}"
    r"|\b(?:Name|First [Nn]ame) (?:Surname|Last [Nn]ame)\b(?:,\s+Job [Tt]itle(?:\s+at\s+Company)?)?"
    r"|\bHier steht (?:der|die|das|ein\w*) \w*(?:text|teaser|titel|zeile)\w*\b(?:\s+mit\s[^.]{0,30}\sZeichen)?"
    r"|(?:^\W*|(?<=[.!?“”«(]\s)|(?<=\())[A-ZÄÖÜ]\w+(?:\s+(?:der|des|die|das|von|vom)\s+[A-ZÄÖÜ]\w+)?\s+(?:prüfen|klären|checken|verifizieren|nachfragen):\s[^.!?()]{0,60}\??"
    r"|^\W*(?:[Dd]ummy|[Ss]ample|[Pp]laceholder|FPO)\s(?:copy|content)\b[^.]{0,60}\W*$"
    r"|^\W*TK\W*$|\bTK TK\b|\b[Ll]orem\s+ipsum\b(?:[\s,]+(?:dolor|sit|amet|consectetur|consetetur|adipiscing|sadipscing|elit|elitr|sed|diam|nonumy|eiusmod|tempor)\b)*"
    r"|\bdolor\s+sit\s+amet\b(?:[\s,]+(?:consectetur|consetetur|adipiscing|sadipscing|elit|elitr|sed)\b)*|\[object Object\]|\bundefined\b(?=\W*$)|\bNaN\b|^\W*(?:null|TBA)\W*$"
)
"""Words that hold a place, and notes to oneself."""

_FILLER_WORDS = frozenset(
    """
    todo fixme tbd tktk tbc tba tk xx xxx hier name platzhalter placeholder blindtext mustertext beispieltext dummytext dummy sample fpo
    nachtragen einfügen ergänzen einsetzen nachreichen prüfen klären checken verifizieren nachfragen lorem dolor object undefined nan null
    """.split()
)
_FILLER_STARTS = frozenset({"must", "xxxx"})
"""A word, or the beginning of one, that stands in every text in which `_FILLER` is found."""

_BRACKET = re.compile(
    r"\[([^\[\]]{1,60})\](?!\()|\((?:(?:insert|add)\b[^()]{0,40}|(?:[^\W\d_]+\s){0,3}(?:einfügen|ergänzen|nachtragen|eintragen|einsetzen|folgt|fehlt|follows|missing|to come))\)",
    re.IGNORECASE,
)
_INSERT = re.compile(
    r"\b(?:insert|link to|see|siehe|placeholder|missing|^add\b|add\b.*\bhere|here|tbd|tbc|to be|your|needed|required|benötigt|translat\w+|untranslated|redacted|fill|einfüg\w*|einsetz\w*|ergänz\w*|"
    r"platzhalter|fehlt|hier|ihr\b|nachtragen|prüfen|check|folgt|übersetz\w*|unübersetzt|eintragen|xx+)\b",
    re.IGNORECASE,
)
_GENERIC = frozenset(
    """name names vorname nachname surname firstname lastname date datum time uhrzeit zeit place ort city stadt country land company firma
    unternehmen number nummer zahl amount betrag title titel headline überschrift author autor autorin source quelle link url image bild foto photo
    picture video caption bildunterschrift text zitat quote location organization organisation person address adresse email phone telefon
    logo figure grafik graphic table tabelle month monat year jahr day tag percent prozent value wert byline ad anzeige embed tweet player position untertitel unterzeile teaser vorspann dachzeile zwischentitel deck kicker code
    role job age alter state region county bundesland product produkt event section content inhalt""".split()
)
_BETWEEN = frozenset("der des dem von of the".split())
_LABELS = frozenset("anzeige anzeigen werbung reklame ad ads advertisement sponsored promoted".split())
"""What pages put in brackets as a label, which is no gap."""

ELLIPSIS = frozenset({"...", "…", ". . ."})


_WRAPPED = {
    "bold": re.compile(r"\*\*\*?(?=[^\s*])[^*\n]{1,400}?\*\*\*?|(?<!\w)__(?=[^\s_])[^_\n]*[a-zäöüß][^_\n]*__(?!\w)"),
    "tag pair": re.compile(r"<([a-z][a-z0-9]{0,14})(?:\s[^<>]*)?>[^<>]{1,400}</\1\s*>", re.IGNORECASE),
    "command with words": re.compile(
        r"\\(?:text|emph|math|section|subsection|paragraph|title|href|quote|footnote|caption|under|bf|it)[a-z]{0,10}\*?\{[^{}]{1,400}\}"
    ),
    "link": re.compile(r"!?\[[^\[\]]{0,200}\]\((?:#|(?:[^()\s]|\([^()]*\)){2,300})(?:\s+\"[^\"]*\")?\)"),
    "code": re.compile(r"(?<!`)`[^`\n]{1,400}`(?!`)"),
    "strike": re.compile(r"~~(?=[^\s~])[^~\n]{1,400}~~|(?<!=)={2,6} [^=\n]{1,200} ={2,6}(?!=)"),
    "pair of a board": re.compile(r"\[([a-z][a-z0-9_-]{0,24})(?:\s[^\[\]]*)?\][^\[\]]{1,400}\[/\1\]", re.IGNORECASE),
    "emphasis by underlines": re.compile(r"(?<![\w_])_(?=[^\s_])[^_\n]{1,200}?[^\s_]_(?![\w_])"),
    "emphasis": re.compile(r"(?<![\w*])\*(?=[^\s*])[^*\n]{1,200}?[^\s*]\*(?![\w*])"),
}
"""Signs at both ends of the words they mark."""

_BARE = {
    "fence": re.compile(r"(?:`{3,}|~{3,})[a-z]{0,10}(?:.*(?:`{3,}|~{3,}))?"),
    "tag": re.compile(
        r"</?(?:[a-z][a-z0-9]{0,14}|[a-z]+[:_-][a-z_-]{1,20})"
        r"(?:\s+(?:[\w:-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>=]+)|async|defer|hidden|controls|autoplay|loop|muted|disabled|checked|allowfullscreen|nomodule|itemscope))*"
        r"\s*/?>|<!--.*?-->|<!\[CDATA\[|\]\]>",
        re.IGNORECASE,
    ),
    "script": re.compile(r"\b(?:window|document|jQuery|googletag|gtag|\w+Layer|console)(?:\.\w+)*\((?:[^()]|\([^()]*\))*\);?"),
    "entity": re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,6});"),
    "escape": re.compile(r"\\(?:[nrt](?![\w\\])|n(?=[A-ZÄÖÜ])|\"|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2})"),
    "data": re.compile(r"^\s*[\[{]{1,3}\s*\"[\w -]{1,40}\"\s*:\s*[\"\[{]?|[\"\]]\s*[}\]]+\s*[,;]?\s*$|^\s*[{}\[\]]+[,;]?\s*$"),
    "command": re.compile(
        r"(?<![\w:\\/])\\[a-z]{4,15}\b(?![\\/{])|\\(?:begin|end|section|subsection|paragraph|item|label|ref|cite|footnote)\b\*?(?:\{[^{}]{0,40}\})?"
    ),
    "address parameter": re.compile(
        r"(?<![\w/.-])[?&](?:utm_\w+|fbclid|gclid|igshid|mc_[ce]id|ref|source|amp)=[\w%.~-]+(?:&[\w.]+=[\w%.~-]+)*"
    ),
    "attribute": re.compile(r"\b(?:style|class|href|src|id|width|height|target|rel|data-[\w-]+)=\"[^\"]*\"(?:\s*(?:/?>|&gt;))?"),
    "note": re.compile(r"\[\^\w{1,8}\]:?|^\s*\[\w{1,8}\]:\s+\S+|^\s*:{3,}\s*\w*"),
    "key": re.compile(r"^\s*\"[a-z][a-z0-9_ -]{0,30}\"\s*:\s*(?=[\"\[{\d]|$)"),
    "heading": re.compile(r"^\s*#{1,6}\s+(?=\S)"),
    "block quote": re.compile(r"^\s*>+\s+(?=\S)|(?<=[.!?“”\"])\s>\s(?=[*A-ZÄÖÜ])"),
    "rule": re.compile(r"^\s*(?:-{3,}|\*{3,}|_{3,}|={3,}|\+{3,}|'{3,}|(?:[-*_]\s){2,}[-*_])\s*$"),
    "stray asterisks": re.compile(r"\*\*(?!\*)"),
    "code of a board": re.compile(
        r"\[/?(?:b|i|u|s|url|img|quote|code|caption|gallery|embed|video|size|color)(?:[ =][^\[\]]*)?\]", re.IGNORECASE
    ),
    "table": re.compile(r"^\s*\|.*\|\s*$|^\s*\|?(?:\s*:?-{3,}:?\s*\|)+"),
    "bullet": re.compile(r"^\s*(?:[*+]|[*+-]\s\[[ xX]\])\s+(?=\S)"),
}
"""Signs that stand alone."""

PATTERNS = _WRAPPED | _BARE
"""All signs of markup by name."""

_MARKUP_SIGNS = "*_`~<>&\\[]{}#|=?"
_FIRST_SIGNS = frozenset("-=+'\":~")

MOSTLY = 0.6
"""The share of a text that signs must cover to leave no words worth reading."""


def gaps(text: str) -> Iterator[Span]:
    """Where a template has a gap; brackets only when what they hold names a kind of thing or asks to insert one."""
    read = tokens(text)
    if not _FILLER_WORDS.isdisjoint(read.known) or not _FILLER_STARTS.isdisjoint(read.starts):
        yield from (Span(m.start(), m.end()) for m in _FILLER.finditer(text))
    if any(map(text.__contains__, _GAP_SIGNS)) or text.count(":") > 1:
        yield from (Span(m.start(), m.end()) for m in _GAP.finditer(text))
    if "[" in text or "(" in text:
        yield from (Span(m.start(), m.end()) for m in _BRACKET.finditer(text) if _names_a_kind(m.group()[1:-1]) or _is_gap(text, m))


def asks(gap: str) -> bool:
    """Whether a gap asks somebody to fill it, and does not only name a thing."""
    return _INSERT.search(gap) is not None


def _is_gap(text: str, match: re.Match[str]) -> bool:
    """Whether square brackets hold nothing but nouns or names, outside a quotation, where an editor may have put them."""
    words = re.findall(r"[^\W\d_]+", match[1] or "")
    if not words or len(words) > 4 or not (match[1] or "")[:1].isupper() or not _LABELS.isdisjoint(map(str.lower, words)):
        return False
    before = text[: match.start()]
    named = all(word[0].isupper() or (words[0].lower() in _GENERIC and word in _BETWEEN) for word in words)
    return len(words[0]) > 1 and before.count("„") <= before.count("“") and named


def _names_a_kind(inside: str) -> bool:
    words = re.findall(r"[^\W\d_]+", inside.lower())
    if not _LABELS.isdisjoint(words):
        return False
    if not words:
        return inside.strip() in ELLIPSIS
    if inside.isupper() and (len(words) > 1 or len(words[0]) > 4):
        return True
    return all(word in _GENERIC for word in words) or (len(words) <= 6 and bool(_INSERT.search(inside)))


def markup_signs(text: str) -> Iterator[tuple[str, Span, bool]]:
    """The name of each sign, where it stands, and whether it goes together with the words inside."""
    if not any(map(text.__contains__, _MARKUP_SIGNS)) and text.lstrip()[:1] not in _FIRST_SIGNS:
        return
    taken: list[Span] = []
    for patterns, wraps in ((_WRAPPED, True), (_BARE, False)):
        for name, pattern in patterns.items():
            for match in pattern.finditer(text):
                span = Span(match.start() + len(match.group()) - len(match.group().lstrip()), match.start() + len(match.group().rstrip()))
                if span.length and not any(span.overlap(other) for other in taken):
                    taken.append(span)
                    yield name, span, wraps


@lru_cache(maxsize=8192)
def is_only_signs(text: str) -> bool:
    """Whether a text is mostly gaps and markup, without words of its own."""
    covered = [span for _, span, wraps in markup_signs(text) if not wraps] + list(gaps(text))
    return bool(covered) and sum(span.length for span in covered) >= MOSTLY * len(text.strip())
