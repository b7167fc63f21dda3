"""The furniture of a page: advertising labels, buttons, navigation, counters, notices."""

from app.evidence.acts.reading import cue

FURNITURE = (
    # A label that stands alone.
    cue(
        3.6,
        "ad brief no-stop",
        r"^\W*(?:\d+\s*)?(?:-\s*)?(?:paid |bezahlte[rs]? |native )?(?:ads?|advert\w*|anzeigen?\w*|werbung|werbeanzeige|werbeblock|sponsored?|gesponsert\w*|promoted|promotion|advertorial|reklame|commercial|promo|sonderveröffentlichung\w*|verlagsangebot\w*|affiliate\w*)\b(?:\s*(?:content|post|inhalt\w*|by|von|link|message|feature|story|beitrag|block|pause|break|section|\(?\d*\)?))?\W*$",
    ),
    cue(
        3.0,
        "ad short",
        r"\b(?:paid (?:partnership|content|post|promotion)|bezahlte (?:partnerschaft|kooperation|werbung|anzeige)|in (?:kooperation|partnership|zusammenarbeit) (?:mit|with)|brought to you|presented by|präsentiert von|produktplatzierung|product placement|affiliate[- ]links?|partnerlinks?|provision)\b",
    ),
    cue(
        3.2,
        "short no-stop",
        r"^\W*(?:präsentiert|presented|powered|brought to you|unterstützt|supported|ermöglicht|made possible|gefördert|funded|mit (?:freundlicher |der )?unterstützung|with (?:the )?support)\s+(?:of|von|vom|by|durch)\b",
    ),
    cue(6.0, "brief", r"^\W*(?:ich stimme zu|zustimmen(?: und \w+)?|ich bin einverstanden|i agree|i accept|agree(?: and \w+)?)\W*$"),
    cue(
        3.4,
        "brief",
        r"^\W*(?:toggle|hide|show|expand|enlarge|view)\s+(?:the |this )?(?:caption|image|photo|comments?|more|menu|gallery|map|transcript)\W*$",
    ),
    cue(3.4, "short", r"^\W*(?:zuletzt |last )?(?:updated|aktualisiert|published|veröffentlicht|stand)\b.{0,12}?\d{1,2}[:.]\d\d"),
    cue(2.4, "ad flow short"),
    cue(1.0, "ad flow no-stop"),
    cue(
        1.0,
        "ad short no-stop !us",
        r"\b(?:skip|close|hide|remove|without|ohne|frei|free|ende|end|überspring\w+|schließ\w+|ausblend\w+|below|after|nach|unter)\b",
    ),
    cue(1.8, "ad", r"\b(?:ad-?free|werbefrei|ohne werbung|without ads|remove ads|no ads|keine werbung)\b"),
    cue(1.4, "ad brief"),
    # What to do with the page.
    cue(2.8, "flow short", r"\b(?:scroll\w*|scrollen sie|swipe|wischen)\b"),
    cue(
        2.4,
        "flow brief no-stop",
        r"^\W*(?:continue reading|weiterlesen|read on|keep reading|zum inhalt|skip to|back to|zurück (?:zur?|nach)|nach oben|to top|zum seitenanfang|seitenanfang|nächste seite|next page|previous page|vorherige seite|nächster artikel|next article|load more|mehr (?:laden|anzeigen)|show (?:more|less)|zum anfang)\b",
    ),
    cue(
        2.2,
        "widget brief no-stop",
        r"^\W*(?:share\b|teilen|tweet|retweet|drucken|print|merken|speichern|save|kommentieren|comments?\b|kommentare?\b|menu|menü|suche|search|login|einloggen|log in|home|startseite|kontakt|impressum|copy link|link kopieren|e-mail|facebook|whatsapp|abspielen|play|pause|mute|listen|vorlesen|anhören|jetzt anhören|vollbild|close|schließen|drucken|bookmark|einstellungen|settings|accept|akzeptieren|alle akzeptieren|ablehnen)\b",
    ),
    cue(
        2.4,
        "widget short",
        r"\b(?:share (?:this|on|via|with)|(?:artikel|beitrag|seite|diesen artikel|diese seite|story) (?:teilen|drucken|merken|speichern|vorlesen|anhören|empfehlen|versenden|kommentieren)|auf (?:facebook|twitter|x|whatsapp|linkedin) teilen|(?:bild|foto|image|photo|grafik|picture) (?:vergrößern|öffnen|in (?:new|neuem)|anzeigen|ansehen)|(?:enlarge|expand|zoom|view|open|toggle|tap to|click to) (?:\w+ )?(?:image|photo|picture|caption|gallery|view|enlarge|expand|map)|opens in (?:a )?new|öffnet (?:sich )?in (?:einem )?neuen|copied to clipboard|in die zwischenablage|leave a comment|kommentar schreiben|(?:zu den|alle|show|view|read) (?:\d+ )?(?:kommentare\w*|comments)|\d+ (?:kommentare|comments|shares|likes|mal geteilt))\b",
    ),
    cue(
        3.0,
        "",
        r"^\W*(?:(?:reading time|lesezeit|lesedauer)\W*(?:ca\.?|about|etwa|:)?\s*\d+|\d+[ -]min(?:ute[n]?|\.)?[ -](?:read|lesezeit|lesedauer)|\d+ (?:minuten? (?:lesezeit|lesedauer)|comments|kommentare|shares))",
    ),
    cue(
        2.8,
        "",
        r"\b(?:javascript (?:aktivieren|is disabled|enabled)|enable javascript|browser (?:does not support|unterstützt)|video (?:konnte|could not|player|is loading)|(?:wird|is being) geladen|^loading|cookie[s-]?\b.{0,40}\b(?:akzeptier\w*|accept|zustimm\w*|consent|einstellung\w*|settings|policy|verwend\w*|use)|(?:we|wir) (?:use|verwenden|nutzen) cookies|accept (?:all )?cookies|an dieser stelle (?:finden sie|steht|befindet)|externe[rn]? inhalt\w*|external content|empfohlener (?:redaktioneller|externer) inhalt|embedded content)\b",
    ),
    cue(
        2.8,
        "rights short",
        r"\b(?:all rights reserved|alle rechte vorbehalten|copyright|©|nachdruck|may not be (?:reproduced|published|redistributed)|vervielfältigung|weiterverbreitung)\b",
    ),
    cue(
        2.4,
        "short no-stop",
        r"^\W*(?:zuletzt )?(?:last |first )?(?:updated|aktualisiert|published|veröffentlicht|posted|stand|erstellt)\b\s*(?:am|on|at|um|vor|:|\d)",
    ),
    cue(
        2.2,
        "short no-stop",
        r"^\W*(?:tags?|themen|schlagwörter|schlagworte|topics|filed under|kategorien?|categories|ressort|mehr zum thema|in this story|in diesem artikel|inhaltsverzeichnis|table of contents)\s*:",
    ),
    cue(1.6, "short no-stop", r"(?:\S+\s*[|•·/>›]\s*){2,}\S+\s*$"),
    cue(
        1.6,
        "widget short",
        r"\b(?:fehler (?:gefunden|melden|entdeckt)|spotted (?:an|a) (?:error|mistake)|report (?:an|a) (?:error|typo|problem)|korrektur(?:hinweis)? (?:senden|melden)|feedback (?:geben|senden)|was this (?:article )?helpful|war dieser artikel (?:hilfreich|lesenswert|interessant))\b",
    ),
    cue(1.3, "widget brief no-stop"),
    cue(0.8, "widget short no-stop"),
    cue(2.6, "short", r"\b(?:in eigener sache|hinweis der redaktion|editor's note|a note from the editor|transparenzhinweis)\b"),
    cue(2.6, "", r"\b(?:verwendet|nutzt|setzt|uses?|verwenden|nutzen|stores?|speicher\w*)\b.{0,20}\bcookies\b"),
    cue(
        3.4,
        "short",
        r"\bjavascript\b.{0,24}\b(?:ausgeschaltet|deaktiviert|abgeschaltet|aus|disabled|turned off|off)\b|^\W*(?:der |the )?(?:link|url|adresse|address)\s(?:wurde |was )?(?:kopiert|copied)\b",
    ),
    cue(
        3.4,
        "brief",
        r"^\W*(?:die |the )?(?:comments?|commenting|kommentar\w*|diskussion|discussion|forum|thread)\b.{0,16}\b(?:closed|geschlossen|deaktiviert|disabled|beendet|off)\b",
    ),
    cue(1.0, "caps brief ad"),
    cue(1.0, "colon ad brief"),
    cue(-1.5, "label", r"^\W*(?:foto|bild|photo|image|quelle|source)\b"),
    cue(
        2.0,
        "",
        r"\b(?:externe[nrs]?|eingebettete[nrs]?|empfohlene[nrs]?) (?:redaktionelle[nrs]? )?inhalt\w*\b|\b(?:external|embedded) content\b",
    ),
    cue(
        6.6,
        "",
        r"\b(?:erkläre ich mich|ich erkläre mich|ich bin|ich stimme|i agree|i consent)\b.{0,40}\b(?:einverstanden|zu|to|that)\b.{0,80}\b(?:daten|inhalt\w*|drittanbieter\w*|plattform\w*|cookies|data|content|third part\w+)\b",
    ),
    cue(
        3.6,
        "short",
        r"^\W*(?:die |the )?(?:kommentar\w*|comments?|commenting)\b.{0,50}\b(?:geschlossen|deaktiviert|abgeschaltet|closed|disabled|turned off)\b",
    ),
)
