"""A page speaks to its reader: read another story, subscribe, register, download, follow, support."""

from app.evidence.acts.reading import cue

_TEASER = r"^\W*(?:read|see|watch|listen|more|related|recommended|also|don't miss|up next|next|lesen|lies|weiterlesen|mehr|auch|siehe|zum thema|hören|sehen|schauen|passend|das könnte|dazu|aus (?:dem|der|unserem|unserer|den) \w+|hintergrund|video|podcast|im video|interview|kommentar|analyse|analysis|opinion|meinung|liveblog|live|explainer|explained|faq|quiz|galerie|gallery|bilder|photos|fotostrecke|bildergalerie|dossier|lesetipp|leseempfehlung|empfehlung\w*|empfohlen\w*|verwandt\w*|ähnlich\w*|mehr dazu|in pictures|exclusive|exklusiv|most read|meistgelesen\w*|trending|beliebt\w*|you may|you might|you might|what to read|previously|zuvor|earlier|lesenswert|weitere[rs]?|unser\w*|our|faktencheck|fact[- ]?check|chronik|chronologie|timeline|porträt|profile|reportage|essay|glosse|leitartikel|editorial|rückblick|recap|catch up|live-?ticker|ticker|newsblog|newsticker|eilmeldung|breaking)\b"

LINK = (
    cue(3.4, "", r"^\W*(?:schon (?:gelesen|gehört|gesehen)|have you (?:read|seen|heard))\b[^?]{0,20}\?"),
    cue(
        2.6,
        "brief no-stop",
        r"^\W*(?:weitere|mehr|more)\s(?:\w+\s)?\w+(?:geschichten|stories|nachrichten|news|meldungen|themen|berichte)\W*$",
    ),
    cue(1.8, "label no-stop !colon"),
    cue(
        3.6,
        "!text",
        r"\b(?:finden|lesen|sehen|erfahren|findest|liest) (?:sie|du)\b.{0,25}\bhier\b|\bhier (?:finden|lesen|sehen|erfahren|findest|geht es|gibt es|gibt's)\b",
    ),
    cue(
        3.8,
        "",
        r"\b(?:story|article|artikel|text|beitrag)\b.{0,12}\b(?:continues|goes on|resumes|geht)\b.{0,16}\b(?:here|below|hier|unten|weiter)\b",
    ),
    # A label in front of another story's headline.
    cue(2.6, "label", _TEASER + r"[^:]{0,45}:\s*\S"),
    cue(1.2, "label ^read"),
    cue(1.2, "label ^related"),
    cue(1.4, "label ^more"),
    cue(2.4, "caps ^read"),
    cue(1.8, "caps ^related"),
    cue(1.4, "caps ^more"),
    cue(1.0, "label no-stop ^related"),
    cue(0.8, "label no-stop ^read"),
    cue(
        3.0,
        "^read",
        r"^\W*(?:lesen|read|watch|sehen|see|listen|hören|schauen)\s*[\xa0\u2002\u2003\t ]{2,}\S|^\W*(?:LESEN|READ|WATCH|MORE|RELATED|SEE ALSO|MEHR|VIDEO)\b(?:\s+(?:SIE|ALSO|MORE|NEXT|AUCH|MEHR|DAZU|HIER|THIS))*[\s\xa0:»–|-]+[A-ZÄÖÜ„\"“][a-zäöü]",
    ),
    cue(2.4, "caps label ^picture"),
    cue(1.4, "label ^flow"),
    cue(2.8, "^read", r"^\W*(?:siehe|s\.|vgl\.|see|sehen sie|lesen sie) (?:dazu|auch|hierzu|also|hier)\b"),
    cue(
        1.8,
        "short no-stop",
        r"\b(?:alles (?:wichtige|wissenswerte)\b.{0,40}\bim überblick|im überblick|auf einen blick|at a glance|what we know|was wir wissen|alles (?:wichtige|neue)|all you need to know|everything you need)\b",
    ),
    cue(
        3.0,
        "short",
        r"^\W*(?:alles (?:wichtige|wissenswerte|neue)|das wichtigste|die wichtigsten \w+)\b.{0,50}\b(?:überblick|zusammengefasst|kompakt)\b|^\W*(?:everything|all) you need to know\b",
    ),
    cue(2.6, "label", r"^\W*(?:keep|continue|go on) (?:reading|watching|listening)\b"),
    cue(2.0, "related read sie"),
    cue(1.4, "read click sie"),
    # Read on, elsewhere: imperative of reading with more, also, here.
    cue(
        2.6,
        "^read sie more",
        r"\b(?:lesen|sehen|schauen|hören|erfahren|entdecken|gucken) sie\b.{0,30}\b(?:auch|mehr|hier|dazu|weiter|außerdem|alles|unser\w*)\b",
    ),
    cue(
        2.4,
        "^read more english",
        r"^\W*(?:read|see|watch|listen to|view|find|discover|learn|hear)\b.{0,20}\b(?:more|also|here|our|next|full|related)\b",
    ),
    cue(
        2.6,
        "",
        r"\b(?:mehr|alles|weitere\w*|hintergründe|details|einzelheiten|more|details|full (?:story|report|interview)|all about)\b.{0,40}\b(?:lesen sie|finden sie|erfahren sie|gibt es|gibt's|lest ihr|findest du|erfährst du|sehen sie|hören sie)\b.{0,30}\b(?:hier|auf|in|im|unter|bei|dazu)\b",
    ),
    cue(
        2.8,
        "",
        r"\b(?:you (?:may|might|could) (?:also )?(?:like|enjoy|be interested|want)|(?:das|dies|diese\w*|folgende\w*) (?:könnte|dürfte|artikel könnte\w*)\b.{0,30}\binteressier\w*|auch interessant|ebenfalls interessant|more (?:on|from|about|in|like) th(?:is|e)\b|mehr (?:zum thema|dazu|zu diesem thema|aus|von|zu)|passend dazu|lesen sie auch|siehe auch|see also|read (?:also|more|next|on|this)|weitere (?:artikel|meldungen|nachrichten|themen|beiträge|texte)|related (?:articles?|stor\w+|coverage|content|links?|topics?|posts?)|verwandte (?:artikel|themen|beiträge|meldungen)|ähnliche (?:artikel|beiträge|themen)|zum weiterlesen|don't miss|nicht verpassen|was (?:andere|leser) (?:lesen|lasen)|most (?:read|popular)|meistgelesen\w*|in case you missed|editor's picks?|top stor\w+|top-?themen)\b",
    ),
    cue(
        2.4,
        "click",
        r"\b(?:click here|hier klicken|klicken sie hier|klick hier|tap here|hier lesen|hier geht(?:'s| es)|hier entlang|read it here|more here|mehr (?:hier|dazu hier)|(?:über|via) diesen link|follow this link|this link|zum (?:dossier|artikel|video|beitrag|interview|liveblog|liveticker|podcast|test|dossier|kommentar)\b)",
    ),
    cue(1.8, "arrow", r"\b(?:mehr|more|lesen|read|weiter|zum|hier|here|watch|video|dazu|auch)\b"),
    cue(0.8, "arrow no-stop"),
    cue(1.2, "", r"(?:\s\|\s.*){1,}$|https?://\S+\s*$|www\.\S+\s*$"),
    cue(0.8, "related no-stop short"),
    cue(0.6, "label no-stop related"),
    cue(
        1.0, "", r"\((?:video|meinung|kommentar|podcast|opinion|fotos|photos|analyse|analysis|plus|abo|bilder|interview|liveblog)\)\s*\.?$"
    ),
    cue(-1.2, "english question", r"^(?!\W*(?:read|watch|more|related|see))"),
    cue(2.4, "arrow", r"^\s*(?:[→▶►➤➜⇒➔☞👉🔗]|>>|->|=>)\s*\w"),
)

_CALL = r"\b(?:subscribe|sign[ -]?up|register|log[ -]?in|join|become|download|install|follow|like|donate|support|get|receive|enter|unlock|start|try|upgrade|discover|find out|learn|explore|enjoy|save|activate|turn on|enable|share|vote|win|buy|order|claim|stay|never miss|don't miss|create|make|add|set|choose|abonnier\w*|meld\w+|anmelden|registrier\w*|einloggen|logg\w+|werd\w*|lad\w*|herunterladen|folg\w*|spend\w*|unterstütz\w*|erhalt\w*|hol\w*|sicher\w*|test\w*|entdeck\w*|erfahr\w*|verpass\w*|bleib\w*|trag\w*|gib|geben|schalt\w*|aktivier\w*|les\w*|nutz\w*|genieß\w*|wechsl\w*|gewinn\w*|bestell\w*|buch\w*|stimm\w*|teil\w*|schreib\w*|klick\w*|jetzt)\b"

PROMO = (
    cue(3.4, "", r"\b(?:gratis|freie?[nr]?|free|kostenlose[nrs]?)[ -]?(?:artikel|texte|beiträge|articles?|stories|reads)\b"),
    cue(
        3.4,
        "terms",
        r"\b(?:kündbar|widerrufbar|abbestellbar)\W+(?:jederzeit|monatlich|täglich)\b|\b(?:monatlich|täglich|wöchentlich) kündbar\b",
    ),
    cue(
        3.4,
        "",
        r"\b(?:students?|pupils|seniors|studenten|studierende|schüler\w*|azubis|lehrer|rentner)\b.{0,12}\b(?:read|save|pay|get|lesen|sparen|zahlen|erhalten)\b.{0,30}\b(?:price|less|half|free|off|discount|preis\w*|hälfte|weniger|rabatt|kostenlos|gratis)\b",
    ),
    cue(2.6, "", r"\bjournalis\w+\b.{0,16}\b(?:kostet|costs?|(?:is|ist)(?: not|n['’]t| nicht) (?:free|umsonst|gratis)|braucht|needs)\b"),
    cue(
        3.4,
        "",
        r"\b(?:nur|only|exklusiv|exclusively)\b.{0,16}\b(?:abonnent\w*|mitglieder\w*|subscribers?|members?)\b|\b(?:abonnent\w*|mitgliedern?|subscribers?|members?)\b.{0,16}\b(?:only|vorbehalten)\b",
    ),
    cue(3.4, "us", r"^\W*(?:bitte |please )?(?:help|helfen sie|hilf|helft)\b.{0,8}\b(?:us|uns)\b"),
    cue(
        2.4,
        "us",
        r"\b(?:stammt|erschien\w*|erscheint|kommt|appeared|appears|comes|published|is)\b.{0,25}\b(?:unser\w*|our)\s+(?:\w+\s)?(?:\w*ausgabe|\w*zeitung|\w*magazin|\w*heft|newsletter|app|archiv|edition|print\w*|magazine|archive)\b",
    ),
    cue(
        4.0,
        "",
        r"^\W*(?:gift|recommend|forward|verschenken|verschenke|empfehlen|empfiehl|schenken)\b.{0,25}\b(?:article|story|subscription|artikel|beitrag|text|abo)\b",
    ),
    cue(2.4, "question", r"\b(?:gefällt|gefallen|like|enjoy(?:ed|ing)?)\b.{0,30}\b(?:artikel|beitrag|story|article|lesen|reading)\b"),
    cue(1.6, "product"),
    cue(1.0, "product us"),
    cue(0.8, "product sie"),
    cue(1.2, "subscribe free"),
    cue(1.2, "$subscribe short exclamation"),
    cue(1.6, "subscribe outlet"),
    cue(1.0, "subscribe free outlet"),
    cue(1.0, "subscribe outlet us"),
    cue(1.0, "subscribe outlet sie"),
    cue(1.0, "outlet us free"),
    cue(1.0, "outlet sie free"),
    cue(0.8, "outlet exclamation"),
    cue(
        2.6,
        "",
        r"^\W*(?:please |bitte |jetzt |hier |now |noch heute |einfach )?(?:subscribe|sign[ -]?up|register|log[ -]?in|join us|join our|become an?|download|install|follow (?:us|our|@|the (?:author|story|live\w*|blog|news|latest))|donate|support (?:our|us|independent|quality|local)|get (?:the|our|your|more|full|unlimited|all|a)|receive|enter your|unlock|start your|try|upgrade|never miss|don't miss|stay (?:up|informed|on|in)|turn on|make sure (?:to|you)|like us|add us|abonnieren|abonniere|melden sie sich|melde dich|anmelden|registrieren sie|registriere|loggen sie|werden sie|werde|laden sie|lade|folgen sie|folge|folgt|spenden sie|unterstützen sie|unterstütze|erhalten sie|holen sie|hol dir|sichern sie|sichere|testen sie|teste|bleiben sie|bleib|tragen sie|trag|geben sie ihre|verpassen sie|verpasse|schalten sie|aktivieren sie|lesen sie (?:unbegrenzt|alle|jetzt|weiter)|nutzen sie|genießen sie|bestellen sie|gewinnen sie|stimmen sie|machen sie mit|diskutieren sie|schreiben sie uns)\b.{0,90}",
    ),
    cue(0.9, "^subscribe sie"),
    cue(0.9, "^subscribe us"),
    cue(0.8, "^subscribe free"),
    cue(0.8, "^subscribe outlet"),
    cue(2.4, "sie us", _CALL + r".{0,100}\b(?:unser\w*|our|us|uns)\b|\b(?:unser\w*|our)\b.{0,100}" + _CALL),
    cue(
        2.6,
        "^subscribe",
        r"^\W*(?:erfahren|entdecken|finden|sehen|lernen|testen|machen|stöbern|vergleichen|sparen|profitieren|freuen) sie\b|^\W*(?:find out|discover|learn|see|take|explore|check out|test|browse|compare|meet)\b.{0,40}\b(?:how|who|what|why|which|our|your|the (?:latest|best|new\w*))\b",
    ),
    cue(
        2.0,
        "",
        r"\b(?:verpassen sie|verpasse|verpasst|never miss|don't miss|nichts (?:mehr )?verpassen|keine \w+ (?:mehr )?verpassen|auf dem laufenden|up to date|immer informiert|stay informed|straight to your|in your inbox|to your inbox|ins postfach|in (?:ihr|dein|euer)(?:em)? postfach|per e-?mail|direkt aufs handy|on your phone|auf ihr smartphone)\b",
    ),
    cue(
        2.6,
        "",
        r"\b(?:already (?:a|an) (?:subscriber|member|customer)|already have an account|not (?:yet )?a (?:subscriber|member)|noch kein(?:e)? (?:konto|abo|abonnent\w*|mitglied|kunde)|(?:bereits|schon|sind sie) (?:bereits |schon )?(?:abonnent\w*|mitglied|registriert|kunde|ein abo)|haben (?:bereits|schon|noch kein) ein(?:e)? (?:konto|abo)|no account|kein konto|hier (?:kostenlos )?(?:anmelden|registrieren|abonnieren|einloggen)|jetzt (?:\w+ )?(?:anmelden|registrieren|abonnieren|testen|bestellen|downloaden|herunterladen|abstimmen|sichern|mitmachen|spenden|unterstützen|lesen|folgen|buchen|abo)|sign (?:up|in) (?:here|now|today|for)|subscribe (?:now|today|here|to)|log in here)\b",
    ),
    cue(
        2.8,
        "terms",
        r"\b(?:by (?:signing|subscribing|registering|clicking|continuing|submitting|joining|providing|entering)|mit (?:ihrer|deiner|der) (?:anmeldung|registrierung|bestellung|nutzung|eingabe)|indem sie|durch (?:ihre|die|das|den) (?:anmeldung|registrierung|klick|nutzung|absenden)|jederzeit (?:kündbar|widerruf\w*|abbestell\w*|kündig\w*|abmeld\w*)|(?:unsubscribe|cancel|opt out)\b.{0,20}\b(?:any ?time|at any)|you agree|(?:stimmen|stimmst|erklären) sie|akzeptieren sie|informationen zum datenschutz|we (?:will )?never share|geben ihre daten)\b",
    ),
    cue(
        2.2,
        "outlet",
        r"\b(?:dieser (?:artikel|inhalt|text|beitrag) ist|this (?:article|content|story) is)\b.{0,40}\b(?:exklusiv|plus|abonnent\w*|subscribers?|members?|premium|kostenpflichtig)\b|\b(?:weiterlesen|continue reading|keep reading|read on|full access|voller zugriff|unbegrenzt\w*)\b",
    ),
    cue(2.0, "us outlet", r"\b(?:in|mit|via|per|auf|von|with|in|on|from|for|to)\s+(?:unser\w*|our|us)\b"),
    cue(
        1.8,
        "us free",
        r"\b(?:unser\w*|our)\s+(?:\w+\s+){0,3}(?:newsletter|briefing|app|podcast|kanal|channel|community|team|liste|list|ranking|update|e-mail-\w+|abo|archiv|archive|reporters|journalists?|journalis\w+|redaktion|newsroom|shop|magazin|magazine|angebot|quiz|leserreise\w*|seite|page|website|partner|partners)\b",
    ),
    cue(
        1.6,
        "sie question",
        r"\b(?:gefällt|gefallen|like|enjoy|interessier\w*|lust auf|neugier\w*|want more|ready|bereit|want to|sie möchten|möchten sie|schon gewusst|did you know|wussten sie|how (?:much|many|well)|wie (?:gut|viel\w*)|welche\w*|which)\b",
    ),
    cue(1.4, "free outlet", r"\b(?:kostenlos\w*|gratis|free|probe\w*|trial|testen|monat|month|euro|cent|\$\d|€)\b"),
    cue(0.8, "free sie subscribe"),
    cue(
        1.4,
        "us",
        r"\b(?:whatsapp|telegram|facebook|instagram|twitter|tiktok|youtube|linkedin|threads|bluesky|mastodon|google news|apple news)\b",
    ),
    cue(
        1.6,
        "",
        r"\b(?:whatsapp-kanal|podcast-?plattform\w*|überall,? wo es podcasts gibt|wherever you (?:get|listen)|app store|google play|apple podcasts|spotify)\b",
    ),
    cue(
        1.4,
        "",
        r"\b(?:support(?:ing)?|unterstütz\w+|stärk\w+|strengthen\w*|fund\w*|finanzier\w*|spende\w*|donat\w*|beitrag|abo\w*|contribut\w*)\b.{0,40}\b(?:journalis\w+|reporting|berichterstattung|recherche|redaktion|pressefreiheit|newsroom)\b",
    ),
    cue(3.4, "short", r"\b(?:kostenlosen|freien|free) (?:artikeln?|texten?|beiträgen?|articles?|stories)\b"),
    cue(
        3.0,
        "short no-stop",
        r"^\W*(?:jetzt |ab sofort |neu |now |also |wir sind )*(?:auch |also )?(?:bei|auf|on|in)\s(?:\w+,? ){0,3}?(?:whatsapp|telegram|facebook|instagram|tiktok|youtube|linkedin|threads|bluesky|mastodon|signal)\b",
    ),
    cue(
        2.4,
        "subscribe",
        r"\b(?:mit (?:nur )?einem klick|in (?:zwei|drei|wenigen) klicks|with (?:just )?one click|in (?:two|three|a few) clicks)\b",
    ),
    cue(
        2.8,
        "",
        r"\bfinanzier\w* (?:sich|wir uns)\b.{0,50}\b(?:spenden|abos?|beiträge\w*|mitglied\w*|leser\w*|abonn\w*)|\b(?:is|are) funded\b.{0,30}\b(?:readers?|donations?|members?|subscribers?)\b",
    ),
    cue(
        3.2,
        "no-stop",
        r"\bjetzt\b.{0,40}\b(?:eintragen|anmelden|abonnieren|registrieren|sichern|bestellen|herunterladen|reinhören|abstimmen|mitmachen|spenden|testen)\b\W*$",
    ),
    cue(4.2, "label", r"^\W*(?:neue[rs]?|aktuelle[rs]?|new|latest|this week's)\s(?:podcast\w*|folge|episode|ausgabe|video)\b[^:]{0,20}:"),
)
