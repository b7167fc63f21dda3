"""Telling a model what to do: persona, task, rules, limits, fields of a template."""

from app.evidence.acts.reading import cue

_LIMIT = r"\b(?:max(?:imal|imum)?\.?|höchstens|mindestens|at most|at least|up to|bis zu|under|unter|within|exactly|genau|(?:no|nicht) (?:more|longer|mehr|länger)\b.{0,25}\b(?:than|als)|shorter than|kürzer als|zwischen|between|circa|ca\.|about|rund|etwa)\s+(?:\d[\d.,]*|[a-zäöü]{3,9})(?:\s*(?:to|bis|and|und|[-–])\s*\d+)?\s+(?:characters?|words?|sentences?|lines?|paragraphs?|tokens?|bullets?|keywords?|zeichen|wörtern?|sätzen?|zeilen|absätzen?|stichpunkten?|anschlägen?)\b"
_FIELD = r"(?:^|[.;|\n]\s*)(?:[#*\-\d.)\s]*)(?:(?:target|source|output|input)[ -](?:language|format|text|style|tone|length)|(?:ziel|ausgangs|quell|ausgabe)(?:sprache|format|gruppe|text|länge)|system|user|assistant|human|nutzer(?:in)?|benutzer(?:in)?|assistent|instructions?|anweisung(?:en)?|input|output|eingabe|ausgabe|task|aufgabe|role|rolle|rules?|regeln|vorgaben?|prompt|constraints?|requirements?|guidelines?|kontext|context|tone|tonfall|tonalität|register|stil|style|audience|zielgruppe|perspektive|format|length|länge|wichtig|important|glossary|glossar|terminolog(?:y|ie)|domain|textsorte|schreibstil|beispiel(?:ausgabe)?|example output)\s*(?:\([^)]*\)\s*)?:"
_PROPOSED = r"\b(?:(?:alternativ|neu|optimiert|vorgeschlagen|möglich|überarbeitet|suggested|alternat|new|proposed|possible|revised|improved|optimi[sz]ed|final|seo|meta|google|social|kurz|short|haupt|h1|page|seiten|website)[\w-]*[ -]*(?:title|headline|teaser|titel|überschrift|schlagzeile|headlines|titles|überschriften|description|beschreibung|vorspann|dachzeile|subline|subtitle|unterzeile)\w*|(?:titel|überschrift(?:en|s)?|schlagzeilen?|headline|title|teaser)-?\s?(?:vorschl[aä]g\w*|variant\w*|alternativ\w*|option\w*|ideen?|ideas?|suggestions?|entw[uü]rf\w*|text))\b"

PROMPT = (
    # An order about a text, its language, its form: „Gib nur …“, „Keep all …“, „Nicht kürzen“.
    cue(3.2, "^to-translate"),
    cue(1.6, "to-translate language"),
    cue(0.8, "translate text"),
    cue(2.6, "^output text"),
    cue(2.2, "^output language"),
    cue(2.4, "^output title"),
    cue(2.0, "^output form"),
    cue(1.6, "^output remark"),
    cue(1.4, "^output not"),
    cue(1.8, "^output limit"),
    cue(2.6, "^rework text"),
    cue(2.8, "^rework title"),
    cue(1.6, "^rework language"),
    cue(1.6, "^rework form"),
    cue(1.4, "^rework reader"),
    cue(1.4, "^rework limit"),
    cue(2.4, "^keep form"),
    cue(2.2, "^keep text"),
    cue(1.6, "^keep title"),
    cue(1.6, "^keep not"),
    cue(2.2, "^avoid form"),
    cue(2.2, "^avoid text"),
    cue(2.4, "^avoid remark"),
    cue(1.5, "^avoid not"),
    cue(1.2, "^avoid title"),
    cue(1.9, "^use form"),
    cue(1.5, "^use language"),
    cue(1.7, "^use text"),
    cue(2.6, "^use title"),
    cue(2.2, "^use rules"),
    cue(1.2, "^use limit"),
    cue(1.0, "^use to-translate"),
    cue(1.0, "^use not"),
    cue(0.8, "^not remark text"),
    cue(2.4, "^not remark short"),
    cue(1.4, "^not form short"),
    cue(1.2, "^not text short"),
    cue(1.6, "^not rework short"),
    cue(1.6, "^not avoid short"),
    cue(2.0, "^not translate short"),
    cue(2.2, "rules use short"),
    cue(1.8, "rules keep short"),
    cue(1.2, "^rules colon"),
    cue(2.0, "^rules label"),
    cue(1.4, "^rules text"),
    # The infinitive as an order, at the end of a sentence without a subject.
    cue(2.4, "$output text", r"\bbitte\b|\bgetrennt\b|\bnur\b|^(?:\W*\w+){1,9}\W*$"),
    cue(2.6, "$output title"),
    cue(2.2, "$keep form"),
    cue(2.0, "$keep text"),
    cue(2.2, "$avoid form"),
    cue(2.0, "$avoid text"),
    cue(2.2, "$to-translate text", r"\bbitte\b|\bkomplett\b|\bnicht\b|\bnur\b|\bvollständig\b|\bwörtlich\b|^\W*\w+:"),
    cue(1.5, "$to-translate form"),
    cue(2.2, "$rework text", r"\bbitte\b|\bnicht\b|\bnur\b|^\W*\w+:"),
    cue(1.8, "$use form"),
    # Imperatives after a condition or a comma: „Wenn …, übersetze sie wörtlich“.
    cue(
        3.0,
        "",
        r"\b(?:wenn|falls|sofern|if|when|where|should)\b[^.]{3,80},\s*(?:bitte |please |then |dann |do not |don't |never )?(?:übersetz|gib|lass|markier|schreib|verwende|behalte|antworte|nutze|ersetze|setze|translate|leave|keep|return|output|mark|use|write|render|omit|skip|answer|reply|respond|preserve|replace|put|add)e?\b",
    ),
    cue(
        2.0,
        "",
        r"\b(?:and|und|,)\s+(?:do not|don't|never|nicht|keine|behalte|füge|gib|verwende|schreibe?|lass|achte|vermeide|keep|preserve|avoid|use|write|return|output)\b[^.]{2,60}\b(?:text|\w*comment\w*|\w*kommentar\w*|names|zahlen|eigennamen|numbers|figures|facts|fakten|format\w*|\w*quot\w*|anführungszeichen|zeichen|erklärung\w*|explan\w*|überschrift\w*|absätze|paragraphs|ton|tone|stil|style|inhalt|sinn|meaning)\b",
    ),
    # Who the model is to be, and what it is to do.
    cue(
        4.0,
        "persona",
        r"\b(?:you are|you're|act as|du bist|sie sind|du agierst|handle als|agiere als|in der rolle|in the role of|verhalte dich|stell dir vor|imagine (?:that )?you|pretend|assume the role|versetze dich|du arbeitest als|your role|deine rolle)\b",
    ),
    cue(3.4, "ai", r"\b(?:you are|you're|act as|du bist|agiere als|handle als|verhalte dich wie)\b"),
    cue(
        3.6,
        "",
        r"\b(?:your (?:task|job|goal|role|objective|mission)|deine (?:aufgabe|rolle|mission)|dein (?:auftrag|ziel|job)|ihre aufgabe)\b.{0,30}\b(?:is|ist|besteht|lautet)\b",
    ),
    cue(1.6, "persona translate"),
    cue(1.2, "persona ^lead"),
    # What the text must be.
    cue(
        2.8,
        "text modal",
        r"\b(?:the|this|your|der|die|das|dein[e]?|jede[rs]?|each|every|all)\s+(?:\w+\s+)?(?:text|output|translation|article|response|answer|sentences?|paragraphs?|summary|übersetzung|ausgabe|antwort|artikel|text|satz|absatz|sätze|fassung|zusammenfassung|version)\s+(?:must|should|shall|may|needs?|has to|have to|can(?:not)?|soll(?:te|en|ten)?|muss|müssen|darf|dürfen)\b",
    ),
    cue(
        3.2,
        "title modal",
        r"\b(?:the|this|your|der|die|das|dein[e]?|jede[rs]?|each|every)\s+(?:\w+\s+)?(?:title|headline|teaser|lead|kicker|titel|überschrift|schlagzeile|teaser|vorspann|dachzeile|description)\s+(?:must|should|shall|may|needs?|has to|can(?:not)?|soll(?:te)?|muss|darf)\b",
    ),
    cue(2.6, "", _LIMIT),
    cue(1.0, "title", _LIMIT),
    cue(
        2.6,
        "",
        r"\b(?:so(?:dass| dass)|damit|so that|such that)\b.{0,60}\b(?:leser|readers?|zeichen|characters|verständlich|understand\w*|natürlich|natural|flüssig|klingt|sounds?)\b",
    ),
    cue(
        2.4,
        "",
        r"\b(?:ohne|without)\b.{0,40}\b(?:zu verändern|zu verlieren|zu verraten|zu kürzen|zu verfälschen|changing|altering|losing|revealing|adding|omitting|explanations?|comments?|kommentare?|erklärung\w*|zusätze|hinzuzufügen|wegzulassen|einleitung|preamble)\b",
    ),
    cue(
        1.5,
        "",
        r"\b(?:machine translat\w+|maschinenübersetz\w+|maschinell\w* übersetz\w+|wie übersetzt|like a translation|translationese)\b",
    ),
    cue(
        1.8,
        "",
        r"\b(?:clickbait|spoilers?|seo|keywords?|hauptkeyword|schlüsselwört\w+|klickstark\w*|catchy|knackig\w*|reißerisch\w*|suchmaschin\w+|search engine\w*)\b",
    ),
    cue(1.0, "", r"\b(?:das ergebnis|the answer|the ending|die pointe)\b.{0,20}\b(?:verrat\w*|reveal\w*)"),
    # Fields and delimiters of a template.
    cue(2.6, "", _FIELD),
    cue(1.4, "", _FIELD + r"[^.]{2,60}[.;|\n]\s*(?:[\wäöü]+\s?){1,2}:"),
    cue(3.2, "", _PROPOSED + r"[^:.]{0,30}:"),
    cue(
        2.8,
        "^title label short",
        r"^\W*(?:headline|title|titel|überschrift|schlagzeile|teaser|vorspann|seo|meta)\W+(?:option|variante|version|vorschlag|alternative|nr\.?|number|no\.?)?\s*[a-d\d]?\b[^:]{0,15}:",
    ),
    cue(2.2, "^title label", r":\s*(?:schreib|write|zwei|drei|two|three|max|kurz|short|one|ein)\b"),
    cue(
        3.0,
        "",
        r"\b(?:delimited|enclosed|surrounded|wrapped|between|within|zwischen|eingeschlossen|umschlossen|getrennt)\b.{0,30}(?:backticks?|<<<|>>>|```|\"\"\"|triple|tags?\b|trennzeichen|markierungen|delimiters?|dreifach\w*)",
    ),
    cue(
        3.0,
        "",
        r"#{2,}\s*(?:instruction|input|response|task|anweisung|aufgabe|eingabe|antwort|kontext|system|user)|\[/?INST\]|<\|?(?:im_start|system|user|assistant)\b",
    ),
    cue(
        2.6,
        "",
        r"\bthe user (?:will|wants|has|provides?|asks?|needs|is)\b|\b(?:der|die) nutzer(?:in)? (?:wird|möchte|will|hat|gibt|stellt|fragt|bittet)\b",
    ),
    cue(1.2, "not translate"),
    cue(1.6, "list ^rules"),
    cue(
        1.0,
        "",
        r"\b(?:bearbeite|überarbeite|revise|rewrite|formuliere|improve|optimi[sz]e|optimiere)\b.{0,40}\b(?:titel|title|headline|überschrift|schlagzeile|text|artikel|article)\b",
    ),
    cue(1.4, "", r"\becho(?:e|en|t)?\b.{0,20}\b(?:nicht|mich|not|back|me)\b"),
    cue(
        1.2,
        "form",
        r"\b(?:formal(?:es|em|er)?|informal|sachlich\w*|nüchtern\w*|neutral\w*|journalistisch\w*|colloquial|conversational)\b.{0,20}\b(?:deutsch|german|ton|tone|stil|style|sprache|language|register|anrede)\b",
    ),
)
