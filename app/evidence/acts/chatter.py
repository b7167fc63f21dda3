"""A model speaks: it announces its answer, offers more, explains what it did."""

from app.evidence.acts.reading import cue

_THE_TEXT = r"(?:\w+[\s-]+){0,4}(?:translation|version|text|article|rendering|draft|output|rewrite|revision|summary|headline|title|answer|response|übersetzung|fassung|version|artikel|text|beitrag|entwurf|übertragung|zusammenfassung|überschrift|titel|antwort|ergebnis|vorschlag|abschnitt|teil|part|section)\w*\b"

PREAMBLE = (
    cue(-1.5, "nuance"),
    cue(2.4, "translate brief no-stop"),
    cue(1.8, "text language short"),
    cue(
        3.4,
        "here",
        r"^\W*(?:\w+[!,.:–\s]+){0,4}?(?:here(?:'s|’s| is| are| you go| comes)|below(?: is| are| you)|this is|these are|(?:the )?following(?: is| are)|hier (?:ist|sind|kommt|folgt|haben sie|hast du|finden sie|findest du|die|der|das|ihre?|dein)|das ist|dies ist|anbei|nachfolgend|nachstehend|untenstehend|im folgenden|im anschluss|es folgt|unten|find below|please find)\b.{0,30}?\b"
        + _THE_TEXT,
    ),
    cue(1.4, "here language", r"^\W*(?:\w+\W+){0,8}(?:auf deutsch|ins deutsche|in german|into german|deutsche|german)\b"),
    cue(
        1.6,
        "^assent",
        r"^\W*(?:sure(?: thing)?|certainly|of course|absolutely|ok(?:ay)?|alright|understood|gladly|gerne?|natürlich|selbstverständlich|klar(?: doch)?|sicher|verstanden|great|perfekt?|no problem|kein problem|alles klar|einverstanden|mit vergnügen|with pleasure|my pleasure)\s*[!,.:–-]",
    ),
    cue(1.6, "^assent me"),
    cue(1.8, "^assent translate"),
    cue(1.0, "^assent text"),
    cue(1.0, "^assent here"),
    cue(0.9, "colon here"),
    cue(1.0, "colon done text"),
    cue(0.8, "colon translate"),
    cue(0.6, "done text here"),
    cue(
        1.2,
        "",
        r"\b(?:wie (?:gewünscht|erbeten|angefordert|gewohnt|besprochen|verlangt)|as (?:requested|you asked|you wished|promised|instructed|desired)|you (?:requested|asked for|wanted)|(?:gewünscht|angefordert|erbeten|gewünschte)\w*|per your request|auf ihren wunsch|nach ihren vorgaben)\b",
    ),
    cue(
        3.4,
        "brief",
        r"^\W*(?:(?:die|the)\s+)?(?:\w+\s+){0,2}(?:übersetzung|translation|translated text|übersetzter text|german version|deutsche (?:version|fassung)|deutsch|german|endfassung|final version|reinschrift|german text|deutscher text|zieltext|target text)\s*(?:\([^)]*\))?\W*:\W*$",
    ),
    cue(
        3.0,
        "!not",
        r"^\W*(?:\w+[!,.]?\s+){0,2}(?:ich (?:übersetze|übertrage|beginne|werde|fahre|mache|liefere|habe)|i(?:'ll| will| am going to|'m going to| have|'ve)?\s+(?:now\s+)?(?:translate|translated|start|begin|continue|proceed|provide|prepared|produced))\b.{0,60}\b(?:abschnitt|teil|text|artikel|section|part|article|übersetz|translat|paragraph|absatz|absätze)\w*\b.{0,15}:?\W*$",
    ),
    cue(
        1.8,
        "",
        r"\b(?:translated|translation|übersetzt|übersetzung|übertragen|übertragung)\b.{0,30}\b(?:into german|to german|in german|ins deutsche|auf deutsch)\b.{0,15}:\W*$",
    ),
    cue(1.2, "colon text"),
    cue(1.2, "colon language"),
    cue(1.0, "text language here"),
    cue(
        3.4,
        "brief",
        r"^\W*(?:\w+\W+){0,2}(?:here (?:you go|it is|we go|it comes|goes)|let's (?:go|begin|start)|bitte ?(?:schön|sehr)|dann mal los|los geht['’]?s|legen wir los|fangen wir an)\W*$",
    ),
    cue(
        2.6,
        "^assent brief",
        r"^\W*(?:\w+\s)?(?:sure(?: thing)?|certainly|of course|absolutely|gladly|gerne?|natürlich|selbstverständlich|klar(?: doch)?|verstanden|understood|got it|will do|wird gemacht|mach ich|alles klar|no problem|kein problem|with pleasure|mit vergnügen)\W*$",
    ),
    cue(-1.5, "question"),
    cue(
        3.8,
        "text",
        r"^\W*(?:es folgt|im folgenden|nachstehend|nachfolgend|anbei|here is|here's|below is|what follows)\b.{0,50}\b(?:version|fassung|übersetzung|übertragung|translation|adaptation)\b",
    ),
)

CHATTER = (
    cue(
        3.6,
        "",
        r"(?:\b(?:statt|anstelle|anstatt|instead of|rather than)\b.{0,8})?„…“.{0,24}\b(?:ginge|könnte|ließe|wäre|möglich|denkbar|could|would|might|possible)\b.{0,40}„…“",
    ),
    cue(
        3.6,
        "question",
        r"^\W*(?:passt|gefällt|geht|reicht|taugt|does|is|will)\b.{0,16}\b(?:so|this|that|das|es|it)\b.{0,30}\b(?:oder|or)\b.{0,40}\b(?:kn\w+er|kürz\w+|läng\w+|locker\w*|förmlich\w*|frei\w*|wörtlich\w*|short\w*|long\w*|tight\w*|loose\w*|formal|casual|literal)\b",
    ),
    cue(
        1.4,
        "kept form",
        r"\b(?:umgerechnet|converted|unübersetzt|untranslated|eingedeutscht|geglättet|unverändert|unchanged|as (?:it|they) (?:is|are|was|were)|stehen gelassen)\b",
    ),
    cue(
        3.6,
        "",
        r"^\W*(?:translation )?(?:confidence|konfidenz|sicherheit|zuversicht|\w*qualität|quality|certainty)\b[^:]{0,12}:\s*(?:(?:very |sehr )?(?:high|low|medium|hoch|mittel|niedrig|gering)|\d)",
    ),
    cue(3.0, "", r"\banm(?:erkung|\.)?\s*d(?:er|es|\.)?\s*ü(?:bers|\.)"),
    cue(
        2.6,
        "translate",
        r"\b(?:möglich|denkbar|besser|treffender|alternativ)\b.{0,12}\b(?:wäre|ist|could|would)\b|\b(?:wäre|could be|would be)\b.{0,12}\b(?:möglich|denkbar|possible)\b",
    ),
    cue(1.2, "all-about-text kept"),
    cue(1.2, "all-about-text nuance"),
    cue(1.0, "all-about-text note"),
    cue(2.4, "ai", r"^\W*(?:hinweis|anmerkung|note|notiz|kommentar)\s+(?:der|des|by|from|of)\b"),
    # Offers.
    cue(
        3.2,
        "",
        r"\b(?:let me know|feel free|don't hesitate|do not hesitate|happy to (?:help|adjust|revise|provide)|glad to (?:help|adjust)|just (?:ask|tell me|say)|reach out|lass(?:en)? (?:es )?(?:sie )?(?:es )?mich (?:gern\w* )?wissen|sagen sie (?:mir )?(?:einfach |gern\w* )?bescheid|sag (?:mir )?(?:einfach |gern\w* )?bescheid|zögern sie nicht|melden sie sich (?:gern|einfach|jederzeit)|stehe (?:ich )?(?:ihnen |dir )?(?:gern\w* |jederzeit )?zur verfügung|geben sie mir (?:einfach |kurz )?bescheid|gib (?:mir )?(?:kurz |einfach )?bescheid|schreib(?:en sie)? mir)\b",
    ),
    cue(
        3.2,
        "question ask",
        r"\b(?:would you (?:like|prefer)|do you (?:want|need|prefer)|shall i|should i|may i|can i|want me to|soll ich|möchten sie|möchtest du|wünschen sie|wünschst du|hätten sie gern|darf ich|benötigen sie|brauchen sie|brauchst du|willst du|kann ich (?:ihnen|dir|sonst))\b",
    ),
    cue(0.8, "question text"),
    cue(
        3.0,
        "hope",
        r"\b(?:i hope|hope (?:this|that)|hoping|ich hoffe|hoffentlich)\b.{0,60}\b(?:help|helps|useful|meets|works|suits|hilft|helfen|hilfreich|nützlich|entspricht|gefällt|passt|trifft|zufrieden|weiter|looking for|wanted|had in mind|needed|gesucht|erwartet|vorgestellt|gebraucht|gewünscht)\b",
    ),
    cue(
        3.0,
        "",
        r"\b(?:if|falls|wenn|sofern|bei)\b.{0,50}\b(?:need|want|like|wish|prefer|require|questions?|adjustments?|changes|fragen|änderung\w*|änderungswünsche\w*|anpassung\w*|wünschen|wünschst|möchten|möchtest|brauchen|benötigen|rückfragen|weitere hilfe|passages?|stil\w*)\b.{0,60}\b(?:i|me|ich|mir|mich|please|bitte|jederzeit|gern\w*)\b",
    ),
    cue(
        2.6,
        "",
        r"\b(?:gern\w*|jederzeit|auf wunsch|bei bedarf)\b.{0,25}\b(?:kann|könnte|passe|liefere|erstelle|kürze|formuliere|mache|helfe|übersetze|schicke|überarbeite|ergänze)\b.{0,12}\bich\b|\bich\b.{0,12}\b(?:kann|könnte|würde|passe|liefere|erstelle|helfe|überarbeite)\b.{0,60}\b(?:gern\w*|auf wunsch|bei bedarf|jederzeit)\b",
    ),
    cue(
        2.6,
        "",
        r"\bi (?:can|could|would be (?:happy|glad)|am (?:happy|glad)|'d be (?:happy|glad))\b.{0,60}\b(?:version|translat\w+|adjust|revise|shorten|rewrite|tone|alternative|summary|headline|help)\b",
    ),
    cue(
        2.0,
        "",
        r"\b(?:anything else|something else|weitere (?:fragen|wünsche|texte|anpassungen|hilfe)|sonst noch (?:etwas|was)|further (?:help|assistance|adjustments|changes|questions)|other (?:texts|articles|changes))\b",
    ),
    cue(2.6, "^alternative", r"\b(?:ließe|könnte|wäre|auch|could|might|would|also)\b"),
    cue(2.4, "", r"\b(?:option|variante|version|fassung|vorschlag|variant)\s+(?:[a-d]\b|[1-9]\b|eins|zwei|one|two)"),
    cue(2.4, "text", r"\b(?:viel (?:erfolg|spaß|freude)|good luck|best of luck|happy (?:publishing|writing))\b"),
    cue(2.2, "question form"),
    cue(1.4, "question text"),
    cue(
        2.4,
        "nuance",
        r"\b(?:lösung|variante|übersetzung|alternative|wiedergabe|fassung|solution|rendering|translation|option|version)\b.{0,20}\b(?:wäre|would be|could be|might be|ist|is)\b",
    ),
    cue(
        4.0,
        "",
        r"\b(?:melden sie sich|meld(?:e)? dich|schreiben sie mir|let me hear|write back|get back to me|tell me|sag(?:en sie)? mir)\b.{0,40}\b(?:wenn|falls|sollte|bei fragen|ob|if|whether|should)\b",
    ),
    cue(
        3.6,
        "",
        r"^\W*(?:total\W+)?(?:word count|wort(?:zahl|anzahl)|zeichen(?:zahl|anzahl)|characters?|tokens? used|tokens|wörter)\b\W{0,3}(?:\([^)]*\)\W*)?:?\s*\d",
    ),
    cue(1.4, "kept form", r"\b(?:frei(?:er)?|sinngemäß|wörtlich|freely|literally|loosely)\b"),
    cue(
        4.4,
        "",
        r"^\W*(?:thank you|thanks|vielen dank|danke|herzlichen dank)\b.{0,24}\b(?:request|trust|patience|question|message|anfrage|vertrauen|auftrag|nachricht|geduld|frage)\b",
    ),
    # Thinking aloud.
    cue(
        5.4,
        "",
        r"\b(?:let me|lass mich|i (?:need|have|ought) to|i (?:should|must|will first)|we (?:need|have) to|we (?:should|must)|ich (?:muss|sollte|werde)|wir (?:müssen|sollten|dürfen)|(?:muss|sollte|sehe|schaue|prüfe|gehe) ich|then i|dann (?:die|den|das) )\b.{0,60}\b(?:translat\w*|übersetz\w*|übertrag\w*|headline|title|überschrift|titel|paragraphs?|sentences?|absatz|absätze|satz|sätze|zitate?|quotes?|quotations?|meaning|bedeutung|wording|wortlaut|formulierung\w*)\b",
    ),
    # Notes on the work.
    cue(2.4, "nuance", r"\b(?:wäre|hieße|lautete?|would be|could be|reads|könnte man|ließe sich)\b"),
    cue(2.6, "", r"„…“\s+(?:hier |here |meint|bedeutet|bezeichnet|steht|bezieht|means?|refers?|stands?|denotes?|heißt)\b"),
    cue(1.6, "^note label"),
    cue(1.6, "note translate"),
    cue(1.6, "note kept"),
    cue(1.2, "note form"),
    cue(1.2, "note text"),
    cue(
        2.8,
        "kept",
        r"\b(?:i(?:'ve| have)?(?: also)?|ich habe|habe ich|wir haben)\b.{0,80}\b(?:kept|left|retained|preserved|translated|adapted|converted|rendered|changed|replaced|added|omitted|adjusted|shortened|used|chosen|chose|opted|assumed|interpreted|corrected|smoothed|beibehalten|übernommen|belassen|übersetzt|angepasst|umgerechnet|wiedergegeben|geändert|ersetzt|hinzugefügt|weggelassen|gekürzt|verwendet|gewählt|entschieden|korrigiert|geglättet|vereinheitlicht|übertragen|ergänzt|interpretiert|gestrichen|verzichtet)\b",
    ),
    cue(1.6, "kept form", r"\b(?:wurde[n]?|werden|were|was|have been|has been|sind|ist|are)\b"),
    cue(1.6, "kept text me"),
    cue(1.2, "kept language"),
    cue(
        2.0,
        "",
        r"\b(?:the|this|der|die|das)\s+(?:english |original |german |deutsche |englische )?(?:term|word|phrase|expression|begriff|ausdruck|wort|wendung|wortspiel|pun|idiom|redewendung|formulierung)\b.{0,80}\b(?:translat\w+|render\w*|übersetz\w*|wiedergegeben|bedeutet|means|refers|bezieht|equivalent|entsprechung|wörtlich|literally|übertragen)\b",
    ),
    cue(
        2.0,
        "",
        r"\b(?:translat(?:ed|or|ion)|übersetz(?:t|er|ung))\b.{0,12}\b(?:notes?|anmerkung\w*|hinweis\w*)\b|\b(?:anmerkung|hinweis|note|notiz)\b.{0,12}\b(?:zur übersetzung|des übersetzers|der übersetz\w+|on (?:the )?translation|on terminology|zur terminologie)\b",
    ),
    # Alternatives.
    cue(
        3.0,
        "",
        r"\b(?:both|either|beide|all|alle|these|diese|the (?:first|second|third|latter|former)|die (?:erste|zweite|dritte))\b.{0,20}\b(?:translations?|options?|versions?|variants?|renderings?|one|übersetzungen|varianten?|versionen|möglichkeiten|optionen|lösungen?|fassungen)\b.{0,60}\b(?:possible|correct|convey\w*|captur\w*|valid|accurate|suitable|emphasi[sz]es?|focus\w*|möglich|richtig|korrekt|betont|trifft|treffen|näher|closer|geben|freier|passt|passen|klingt|works?|is|are|sind|ist)\b",
    ),
    cue(
        2.6,
        "",
        r"\b(?:best|most accurate|beste|genaueste|treffendste)\b.{0,20}\b(?:translation|rendering|option|übersetzung|wiedergabe|variante)\b",
    ),
    cue(
        2.4,
        "",
        r"\b(?:depending on|depends on|je nach|abhängig (?:vom|von)|hängt (?:vom|von)|without (?:further|more) context|ohne (?:weiteren|mehr) (?:kontext|zusammenhang))\b.{0,60}\b(?:context|kontext|zusammenhang|nuance|meaning|tone|impossible|style|stil|ton|zielgruppe|audience)\b|\b(?:without (?:further|more) context|ohne (?:weiteren|mehr) (?:kontext|zusammenhang))\b",
    ),
    cue(3.0, "", r"```\s*(?:or|oder|alternativ\w*)\b|\b(?:or|oder)\s*:?\s*```"),
    cue(
        2.8, "", r"^\W*(?:option|variante|alternative|version|vorschlag|möglichkeit|fassung)\s*(?:[a-d\d]|eins|zwei|one|two)?\b[^.:]{0,30}:"
    ),
    cue(1.6, "alternative nuance"),
    cue(1.2, "nuance translate"),
    cue(1.4, "nuance text", r"\b(?:literal\w*|wörtlich\w*|sinngemäß\w*|nuances?|konnotation\w*|connotation\w*|emphasi[sz]\w+|betont)\b"),
    cue(
        2.2,
        "",
        r"^\W*[\"“„*][^\"”“]{1,60}[\"”“*]+\s+(?:is|ist|conveys|emphasi[sz]es|betont|means|bedeutet|has|hat|wirkt|klingt|sounds|entspricht|bezeichnet|refers|implies)\b.{0,120}\b(?:more|eher|tone|ton|way of saying|meaning|bedeutung|literal\w*|wörtlich\w*|neutral\w*|sense|undertone|nuance|common|used|gebräuchlich\w*|formal\w*|umgangssprachlich\w*|colloquial\w*)\b",
    ),
    cue(
        1.6,
        "",
        r"\b(?:erläuterung(?:en)?|explanation|explanations|changes made|änderungen|key changes|translation choices|übersetzungsentscheidungen|anmerkungen)\s*:\W*$",
    ),
    cue(
        4.6,
        "label meta",
        r"^\W*(?:die |meine |the |my )?(?:\w+ )?(?:änderungen|anpassungen|eingriffe|korrekturen|changes|edits|adjustments|corrections)\b[^:]{0,30}:",
    ),
    cue(
        4.4,
        "",
        r"\b(?:war|ist|bleibt|was|is)\s(?:der|die|das|the)\s(?:ausgangstext|quelltext|originaltext|source text)\b.{0,16}\b(?:eindeutig|mehrdeutig|unklar|unvollständig|lückenhaft|unclear|ambiguous|incomplete)\b|\b(?:ausgangstext|quelltext|originaltext|englische text|source text|source)\b.{0,20}\b(?:war|ist|bleibt|blieb|was|is)\b.{0,24}\b(?:eindeutig|mehrdeutig|unklar|unvollständig|widersprüchlich|lückenhaft|missverständlich|unclear|ambiguous|incomplete|garbled)\b",
    ),
    cue(
        3.6,
        "form",
        r"^\W*(?:der|die|das|the)\s+(?:ton|tonfall|stil|satzbau|lesefluss|rhythmus|tone|style|wording|phrasing)\b\s(?:ist|wirkt|klingt|liest sich|bleibt|is|reads|feels|sounds)\b.{0,12}\b(?:nun|jetzt|damit|dadurch|bewusst|now|deliberately)\b",
    ),
    cue(
        4.4,
        "text",
        r"\b(?:text|fassung|version|artikel|übersetzung|draft|translation)\b.{0,12}\b(?:umfasst|hat|zählt|kommt|comes|runs|is|has)\b.{0,24}\b\d+ (?:wörter|zeichen|words|characters|anschläge)\b",
    ),
    cue(
        3.2,
        "short",
        r"^\W*(?:bei|for|in)\b.{0,40}\b(?:wurden?|habe ich|was|were|i)\b.{0,40}\b(?:gerundet|rounded|umgerechnet|converted|vereinheitlicht|eingedeutscht)\b",
    ),
    cue(
        4.2,
        "question",
        r"^\W*(?:passt|gefällt|reicht|genügt|does|is)\b.{0,12}\b(?:das|dir|ihnen|that|this)\b.{0,12}\b(?:so|work|okay|ok)\b",
    ),
)
