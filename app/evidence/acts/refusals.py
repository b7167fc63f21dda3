"""A model refuses, or says what it cannot do."""

from app.evidence.acts.reading import cue

_CANNOT = r"\b(?:i(?:'m| am)?|ich|wir)\b.{0,40}?\b(?:can(?:'t|not|’t)|cannot|could(?:n't| not)|unable|not able|won't|will not|not allowed|not permitted|must decline|have to decline|kann|könnte|konnte|darf|bin nicht|sehe mich|vermag|muss)\b|\b(?:kann|konnte|darf|muss|bin) ich\b|\bi(?:'m| am) not (?:able|allowed)|\b(?:lehne ich|ich lehne)\b|\bi decline\b"

REFUSAL = (
    cue(
        4.4,
        "",
        r"\b(?:guthaben|kontingent\w*|quota|credits?|(?:rate|daily|monthly|usage)[ -]limit|tageslimit|monatslimit)\b.{0,25}\b(?:aufgebraucht|erschöpft|verbraucht|exceeded|exhausted|used up|erreicht|reached|überschritten)\b|\b(?:run|ran|running) out of (?:\w+ )?(?:credits?|tokens?|quota)\b",
    ),
    cue(
        4.0,
        "",
        r"\b(?:modell|model|server|dienst|service|assistant|assistent)\b.{0,20}\b(?:überlastet|ausgelastet|overloaded|unavailable|at capacity|nicht (?:erreichbar|verfügbar))\b",
    ),
    cue(
        4.0,
        "",
        r"\b(?:content|inhalts|safety|sicherheits|moderations?|moderation)[ -]?filters?\b.{0,30}\b(?:blockiert|gestoppt|zurückgehalten|angeschlagen|blocked|withheld|stopped|triggered)\b|\b(?:blockiert|gestoppt|zurückgehalten|blocked|withheld|stopped)\b.{0,20}\b(?:content|inhalts|safety|sicherheits|moderations?)[ -]?filter",
    ),
    cue(
        4.4,
        "",
        r"\b(?:message|request|input|text|article|nachricht|eingabe|anfrage|artikel)\b.{0,12}\b(?:was|is|war|ist)\s+(?:too long|too large|zu lang|zu umfangreich|zu groß)\b",
    ),
    cue(
        3.0,
        "text",
        r"\b(?:aus|due to|because of|wegen|for)\b.{0,20}\b(?:platz|längen|length|space|rechtlichen|legal|copyright|urheberrecht)\w*",
    ),
    cue(
        4.4,
        "me",
        r"\bich (?:möchte|will|werde|würde)\b.{0,60}\bnicht (?:übersetzen|übertragen|wiedergeben|fortsetzen|ausgeben|bearbeiten)\b|\bi (?:will not|won't|would rather not|do not want to|don't want to)\b.{0,20}\b(?:translate|reproduce|render|repeat|continue)\b",
    ),
    cue(
        4.0,
        "",
        r"\bi can only (?:help|assist|provide|translate|process|answer)\b|\bich kann (?:ihnen |dir )?(?:hier |leider )?(?:nur|lediglich)\b.{0,40}\b(?:helfen|übersetzen|verarbeiten|anbieten|liefern)\b",
    ),
    cue(
        3.4,
        "",
        r"\b(?:nur|only|bloß|just)\s+(?:ein\w*|a|the first|der erste)\s+(?:teil|part|bruchteil|fragment|ausschnitt|portion)\b.{0,30}\b(?:artikels?|textes|text|article|message|nachricht|story)\b",
    ),
    cue(
        4.0,
        "",
        r"\b(?:something went wrong|etwas (?:ist )?schiefgelaufen|an? (?:\w+ )?error (?:has )?occurred|ein (?:\w+ )?fehler (?:ist )?aufgetreten|fehler aufgetreten|(?:please |bitte )?(?:try again|versuchen sie es|versuche es)\b.{0,20}(?:later|später|noch ?mal|erneut|again|$|\W))",
    ),
    cue(
        4.4,
        "",
        r"\b(?:response|output|message|reply|answer|generation|conversation|antwort|ausgabe|nachricht|zeichen|token|usage|nutzungs)\w*\b.{0,25}\b(?:truncated|cut off|limit\w* (?:reached|exceeded|erreicht|überschritten)|(?:limit|grenze|maximum) (?:ist |wurde |has been |is )?(?:reached|exceeded|erreicht|überschritten)|abgeschnitten|abgebrochen|interrupted|stopped)\b",
    ),
    cue(
        4.4,
        "",
        r"\b(?:anfrage|eingabe|aufgabe|auftrag|request|query|prompt|task)\b.{0,25}\b(?:konnte|kann|could|was|cannot|can't)\b.{0,20}\b(?:nicht|not)?\b.{0,12}\b(?:verarbeitet|bearbeitet|ausgeführt|beantwortet|abgeschlossen|erfüllt|processed|completed|fulfilled|executed|answered)\b",
    ),
    cue(
        4.4,
        "",
        r"\b(?:wenden sie sich|wende dich|konsultieren sie|consult|contact|seek|reach out to|suchen sie)\b.{0,40}\b(?:professional\w*|professionell\w*|expert\w*|fach\w+|qualified|qualifiziert\w*|zertifiziert\w*|certified|rechtsberat\w*|legal advice)\b",
    ),
    cue(2.2, "system cannot"),
    cue(1.6, "system not"),
    cue(
        2.6,
        "system",
        r"\b(?:fehler|error|went wrong|schiefgelaufen|nicht geklappt|timed? ?out|zeitüberschreitung|fehlgeschlagen|failed|erneut|again|nochmals?|retry|noch einmal)\b",
    ),
    cue(
        2.6,
        "not text",
        r"\b(?:liegt|lag|gibt es|fehlt|there is|was|has been)\b.{0,30}\b(?:kein\w*|no|not)\b|\b(?:kein\w*|no)\s+(?:\w+\s)?(?:\w*text|article|artikel|content|inhalt|dokument|document)\b",
    ),
    cue(1.6, "me", _CANNOT),
    cue(1.4, "me cannot help", _CANNOT),
    cue(1.2, "cannot request", _CANNOT),
    cue(1.4, "cannot translate"),
    cue(0.9, "cannot text help"),
    cue(1.0, "cannot limits"),
    cue(
        1.4,
        "sorry me",
        r"\b(?:i'm sorry|i am sorry|i apologi[sz]e|my apologies|i regret|es tut mir|tut mir leid|ich bedaure|ich bitte um|sorry|entschuldigung|entschuldigen sie|leider|unfortunately|verzeihung|bedauerlicherweise)\b",
    ),
    cue(1.2, "sorry cannot"),
    cue(1.3, "sorry text"),
    cue(1.3, "sorry request"),
    cue(1.0, "sorry translate"),
    cue(1.0, "sorry limits"),
    cue(
        3.6,
        "ai",
        r"\b(?:as an? (?:\w+[ -]){0,2}(?:ai|artificial intelligence|(?:large )?language model|chatbot|virtual assistant|assistant)|als (?:\w+[ -]?){0,2}(?:ki\b|ki-\w+|künstliche intelligenz|(?:großes )?sprachmodell|chatbot|digitaler assistent|virtueller assistent|assistent\w*)|(?:i am|i'm|ich bin) (?:only |just |nur |lediglich )?(?:an? |eine? )?(?:\w+ )?(?:ai|ki|language model|sprachmodell|chatbot|künstliche intelligenz|ki-\w+|assistant))\b",
    ),
    cue(
        3.4,
        "",
        r"\b(?:my (?:knowledge|training|information)|mein(?:e)? (?:wissen\w*|training\w*|kenntnis\w*|informationsstand|daten\w*))\b.{0,60}\b(?:cut ?off|data|prevents?|only|ends?|extends?|until|limited|up to|stand|reicht|endet|bis|beschränkt|umfasst|lässt|veraltet|\d{4})\b",
    ),
    cue(
        3.0,
        "",
        r"\b(?:i (?:do not|don't|don’t) have|i lack|mir fehl\w*|ich habe (?:leider )?(?:keinen|keine|nicht)|ich verfüge|fehlt mir|fehlen mir|ich besitze keine)\b.{0,60}\b(?:context|access|opinions?|beliefs?|information|knowledge|ability|capability|real-time|kontext|zugriff|zugang|meinung\w*|informationen|wissen|fähigkeit|gefühle|feelings|zusammenhang|angaben|gedächtnis|ansicht\w*)\b",
    ),
    cue(
        3.0,
        "",
        r"\b(?:violat\w*|against|breach\w*|verstößt|verstoßen|verletzt|widerspricht|gegen)\b.{0,50}\b(?:polic\w+|guidelines?|terms|content rules|safety|richtlinien?|nutzungsbedingungen|inhaltsrichtlinien?|nutzungsrichtlinien?|sicherheitsrichtlinien?|vorgaben|grundsätze)\b",
    ),
    cue(0.8, "limits", r"\b(?:content|inhalt|dieser text|this text|the text|der text|passage)\b"),
    cue(
        4.6,
        "ask-input text",
        r"\b(?:please|bitte|kindly|could you|können sie|könntest du|könnten sie)\b.{0,60}\b(?:provide|paste|share|send|enter|upload|supply|submit|geben|gib|fügen|füge|senden|sende|schicken|schicke|teilen|teile|laden|lade|kopieren|kopiere|stellen|nennen|übermitteln|einfügen|bereitstellen)\b",
    ),
    cue(1.0, "ask-input translate text"),
    cue(
        3.0,
        "lack text",
        r"\b(?:no (?:text|content|article|input)|(?:text|content|article|input|message|rest|artikel|textes|texts|eingabe|inhalt|nachricht|satz|sentence|passage)\b.{0,60}\b(?:missing|incomplete|empty|cut off|truncated|not (?:been )?(?:provided|included|readable)|fehlt|unvollständig|leer|abgebrochen|abgeschnitten|nicht (?:übermittelt|enthalten|lesbar|mitgeschickt|angekommen|angegeben))|kein(?:en)? (?:text|artikel|inhalt))\b",
    ),
    cue(
        2.6,
        "text",
        r"\b(?:could not be|couldn't be|was not|wasn't|were not|konnten?|wurden?|kann|können) ?(?:\w+ ){0,3}(?:not |nicht )?(?:\w+ ){0,2}(?:be )?(?:translated|processed|rendered|übersetzt|verarbeitet|bearbeitet|wiedergegeben|vervollständigt|angezeigt)\b.{0,12}(?:werden|\W*$)",
    ),
    cue(
        2.6,
        "",
        r"\b(?:left out|omitted|skipped|removed|softened|censored|ausgelassen|weggelassen|entfernt|übersprungen|abgeschwächt|zensiert)\b.{0,40}$|\b(?:i|ich)\b.{0,30}\b(?:left out|omitted|skipped|removed|lasse|überspringe|weggelassen|ausgelassen|entfernt)\b",
    ),
    cue(
        1.2,
        "kept limits",
        r"\b(?:violence|violent|gewalt\w*|explicit|sensitive|sensib\w*|graphic|copyright\w*|urheber\w*|length|länge|offensive|anstößig\w*)\b",
    ),
    cue(3.0, "me ai"),
    cue(3.8, "me avoid", r"\b(?:make it a rule|as a rule|grundsätzlich|prinzipiell|musste|konnte|habe|had to|have|was forced)\b"),
    cue(
        2.8,
        "not text",
        r"\b(?:there (?:is|was|does\w*)|seems?|appears?|scheint|offenbar|enthält|contains?)\b.{0,40}\b(?:text|article|content|artikel|inhalt|nachricht|message)\b",
    ),
    cue(1.6, "me limits", r"\b(?:i|ich)\b.{0,60}\b(?:opinion|verify|confirm|meinung|überprüfen|bestätigen|prüfen|verifizieren)\b"),
    cue(
        3.8,
        "translate not",
        r"\b(?:lässt|lassen|ließe) sich\b.{0,40}\b(?:kein\w*|nicht|nur)\b.{0,60}\b(?:übersetz\w*|erstell\w*|wiedergeb\w*|ausgeb\w*|übertrag\w*)\b",
    ),
    cue(
        4.2,
        "me not",
        r"\b(?:dieser|diese[sm]?|ihrer|deiner|this|your)\s(?:anfrage|bitte|frage|thema|request|query|topic)\b.{0,40}\b(?:möchte|werde|kann|will|darf|can|won't|rather)\b",
    ),
    cue(
        4.6,
        "",
        r"\b(?:übersteig\w*|überschreite\w*|sprengt|exceeds?)\b.{0,50}\b(?:länge|length|\w*limit|grenze|rahmen|umfang)\b.{0,50}\b(?:antwort\w*|response|reply|ausgabe|output|anfrage|nachricht|message|eingabe)\b",
    ),
    cue(
        3.8,
        "translate",
        r"\b(?:text|artikel|eingabe|passage|article|input|story)\b.{0,16}\b(?:bricht|endet|ends|breaks|cuts|is cut)\b.{0,70}\b(?:daher|deshalb|darum|ohne|therefore|so|hence)\b",
    ),
    cue(
        4.4,
        "request not",
        r"\b(?:anfrage|request|prompt)\b.{0,20}\b(?:lässt sich|kann|konnte|wird|wurde|can|could)\b.{0,16}\bn(?:icht|ot)\b",
    ),
    cue(
        4.2,
        "",
        r"\b(?:wenden sie sich|wende dich|consult|contact|konsultieren sie|ziehen sie)\b.{0,40}\b(?:vereidigt\w*|professionell\w*|professional|certified|sworn|fachleute|fachperson|qualified|qualifiziert\w*)\b",
    ),
)
