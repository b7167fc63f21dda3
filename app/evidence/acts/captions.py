"""A picture credit or caption that lost its picture."""

from app.evidence.acts.reading import cue

_OWNER = r"(?:getty(?: images)?|afp|ap|reuters|dpa|imago(?: images)?|picture[ -]alliance|alamy|shutterstock|epa(?:-efe)?|pa(?: wire| media)?|zuma(?: press)?|istock|adobe stock|unsplash|pixabay|flickr|bloomberg|upi|keystone|apa|sipa|rex|statista|nasa|esa|xinhua|anadolu|wikimedia(?: commons)?|pexels|stock(?: photo)?|pool|handout|privat|private)"

CAPTION = (
    cue(
        3.6,
        "picture label",
        r"^\W*(?:\w+[- ])?(?:photographer|fotograf(?:in)?|photos?|images?|pictures?|pic|fotos?|bild(?:er|quelle|nachweis|rechte|unterschrift|text|legende)?|grafik|graphic|infografik|illustration|karikatur|video|videostill|quelle|source|credits?|caption|archivbild|archivfoto|symbolbild|symbolfoto|agenturfoto|screenshot|file photo|file|handout|montage|karte|map|titelbild|aufmacherbild|bildtext|fotocredit|bildcredit|photo credit|image credit|photographs?)(?:\s+(?:credit|source|by|quelle|nachweis))?\s*(?:\([^)]*\)\s*)?[:/]\s*\S",
    ),
    cue(
        3.6,
        "picture",
        r"^\W*(?:(?:image|picture|photo|bild|foto)[ -](?:caption|source|credit|quelle|text)|credits?|bildunterschrift|bildquelle|file|pictured|abgebildet|archiv(?:bild|foto)?|video(?:[ -]?still)?|standbild)\s*(?:,(?=\s)|\.{3}|…|\s[-–—](?=\s)|:)\s*\S",
    ),
    cue(0.8, "picture label short"),
    cue(-3.0, "picture label arrow"),
    cue(-4.0, "picture label", r"^\W*(?:im|in) (?:video|bildern|fotos|pictures|photos|images)\b"),
    cue(2.4, "picture label short", r"^\W*\w+\s*:\s*(?:(?-i:[A-ZÄÖÜ])[\w.&-]*\s*/?\s*){1,4}$"),
    cue(
        2.4,
        "picture",
        r"\((?:quelle|foto|bild|grafik|source|photo|image|credit)s?\s*:[^()]{2,60}\)|\|\s*(?:foto|bild|quelle|photo|image)\s*:",
    ),
    cue(2.4, "agency picture short"),
    cue(2.6, "", r"(?:^|[\s(:–|])" + _OWNER + r"\s*/\s*\S|[\w)]\s*/\s*" + _OWNER + r"\b"),
    cue(1.6, "short no-stop", r"^\W*(?:©|\(c\)|copyright)?\s*" + _OWNER + r"\b[^.!?]{0,30}$"),
    cue(2.6, "short", r"^\W*(?:©|\(c\)\s|copyright\b)"),
    cue(
        2.0,
        "picture short",
        r"^\W*(?:photo|image|picture|video|illustration|graphic|map|foto|bild|grafik|aufnahme|text und foto)s?\s+(?:by|von|via|courtesy|mit freundlicher|from|aus)\b",
    ),
    cue(
        1.6,
        "picture",
        r"\b(?:courtesy of|mit freundlicher genehmigung|with permission|zur verfügung gestellt|handout via|via (?:ap|reuters|getty|afp))\b",
    ),
    cue(
        2.6,
        "picture",
        r"^\W*(?:file (?:photo|picture|image)|archiv(?:bild|foto)|symbol(?:bild|foto)|(?:auf diesem|das|dieses) (?:undatierte |archiv)?(?:foto|bild|symbolbild|archivbild)\b.{0,30}\b(?:zeigt|vom|aus)|this (?:undated |file |handout )*(?:photo|image|picture)\b)",
    ),
    cue(1.8, "picture short", r"\b(?:bild|image|photo|picture|foto|grafik) (?:vergrößern|enlarge|öffnen|anzeigen)\b"),
    cue(
        5.0,
        "picture label",
        r"^\W*(?:(?:auf|on)\s(?:(?:dem|diesem|unserem|the|this|our)\s)?|in (?:unserem|diesem|our|this) )(?:\w*foto|\w*bild|aufnahme|picture|photo|image)\s*:",
    ),
    cue(
        4.4,
        "label",
        r"^\W*(?:v\.\s?l\.(?:\s?n\.\s?r\.)?|(?:von|from|pictured from|back row from) (?:links|left|rechts|right)(?: (?:nach|to) (?:rechts|right|links|left))?|(?:im uhrzeigersinn|clockwise)\b[^:]{0,20})\s*:",
    ),
    cue(
        2.8,
        "short no-stop",
        r"\(\s*(?:(?:second|third|fourth|zweite[rn]?|dritte[rn]?|vierte[rn]?|\d\.)\s(?:von |from |v\. ?)?(?:left|right|links|rechts|l\.|r\.))\s*\)",
    ),
    cue(
        3.4,
        "short no-stop",
        r"^\W*(?:a )?(?:still|standbild|videostill|filmstill|frame|screengrab|screenshot|luftaufnahme|drohnenaufnahme)\s+(?:from|aus|of|von)\b",
    ),
    cue(
        3.4,
        "brief no-stop",
        r"^\W*(?-i:[A-ZÄÖÜ][\w.-]+(?: [A-ZÄÖÜ][\w.-]+){0,2})\s?/\s?(?-i:[A-ZÄÖÜ][\w.-]+(?: [A-ZÄÖÜ][\w.-]+){0,2})\W*$",
    ),
    cue(
        3.4,
        "brief no-stop",
        r"^\W*(?:supplied|handout|contributed|bereitgestellt|zur verfügung gestellt)(?: (?:by|von|photo)\b.{0,30})?\W*$",
    ),
    cue(1.2, "picture", r"^\s*\(.*\)\s*$|^\s*\[.*\]\s*$"),
    cue(1.4, "picture", r"\b(?:lizenzfrei\w*|royalty[- ]free|bildlizenz|stockfoto\w*|stock photos?|credits? ab|bilddatenbank)\b"),
    cue(1.2, "", r"\(\s*(?:links|rechts|mitte|hinten|vorne|l\.|r\.|left|right|center|centre|second from left|zweiter von links)\s*\)"),
    cue(3.6, "picture label", r"^\W*im bild\s*:"),
    cue(
        3.6,
        "",
        r"^\W*(?:an? |the |eine? |die |das )?(?:(?:drone|aerial|satellite|file|handout|undated|helicopter)\s(?:shot|view|image|photo|picture|photograph)s?|(?:luft|drohnen|satelliten)(?:bild|aufnahme|foto))\b\s(?:of|from|shows?|von|des|der|zeigt|vom)\b",
    ),
    cue(2.4, "short no-stop", r"\b(?:midjourney|dall-?e|firefly|stable diffusion)\b|\b(?:ki|ai)-(?:generiert|generated|bild|image)\w*"),
    cue(4.4, "", r"^\W*(?:bild|foto|abb(?:ildung|\.)?|photo|image|picture|figure)\s*\d+(?:\s*(?:von|of|/)\s*\d+)?\s*[:.–-]"),
    cue(3.4, "agency label short"),
    cue(3.6, "picture", r"^\W*photograph(?:s|y|ed)?\s(?:by|courtesy|for)\b"),
    cue(3.4, "short no-stop", r"^\W*courtesy (?:of )?(?:the )?[\w]"),
    cue(4.6, "short no-stop", r"^\W*(?:bild|foto)rechte?\b"),
    cue(3.8, "no-stop", r"(?:^|:\s)\W*(?:luft|drohnen|satelliten|archiv)(?:aufnahme|bild|foto)\b"),
    cue(
        3.0,
        "",
        r"^\W*(?:die|das|eine?|diese[sr]?)\s(?:[\w-]+\s)?(?:illustration|grafik|karikatur|animation|aufnahme|fotomontage|kollage|collage)\b\s(?:zeigt|stellt|shows)\b",
    ),
    cue(
        3.2,
        "no-stop",
        r",\s(?:pictured|seen|shown|photographed|abgebildet|aufgenommen|fotografiert)\s(?:here\s)?(?:in|on|at|im|am|bei)\b[^,.]{0,30}$",
    ),
)
