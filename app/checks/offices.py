"""Offices of state whose literal German name is another office."""

from app.evidence.traps import Trap, Traps

OFFICES = Traps(
    (
        Trap(
            r"\bAttorneys? General\b(?! of)",
            r"\bGeneral(?:staats)?anw[aä]lt\w*",
            "Justizminister",
            r"Justizminister|anw[aä]lt\w* (?:von|in|des|aus) [A-ZÄÖÜ]",
            american=True,
        ),
        Trap(
            r"\bSecretary of State\b",
            r"\bStaatssekretär\w*",
            "Außenminister",
            r"Außenminister|sekretär\w* (?:von|des|in|aus) [A-ZÄÖÜ]",
            american=True,
        ),
        Trap(
            r"\bDefen[sc]e Secretary\b|\bSecretary of Defen[sc]e\b",
            r"\b(?:Verteidigungs|Staats)sekretär\w*|Sekretär\w* (?:für|der) Verteidigung",
            "Verteidigungsminister",
        ),
        Trap(r"\bTreasury Secretary\b|\bSecretary of the Treasury\b", r"\b(?:Schatz|Finanz)sekretär\w*", "Finanzminister"),
        Trap(r"\b(?:Interior|Home) Secretary\b|\bSecretary of the Interior\b", r"\b(?:Innen|Heim|Haus)sekretär\w*", "Innenminister"),
        Trap(
            r"\b(?:Health|Education|Labor|Labour|Energy|Transport(?:ation)?|Commerce|Agriculture|Foreign|Justice|Culture|Business) Secretary\b",
            r"\b(?:Gesundheits|Bildungs|Arbeits|Energie|Verkehrs|Transport|Handels|Landwirtschafts|Auslands|Außen|Justiz|Kultur|Wirtschafts)sekretär\w*",
            "Minister",
        ),
        Trap(
            r"\bHouse Speaker\b|\bSpeaker of the House\b",
            r"\bHaussprecher\w*|\bSprecher(?:in)? des Hauses\b",
            "Vorsitzende des Repräsentantenhauses",
        ),
        Trap(r"\b(?:majority|minority) whip\b", r"\bPeitsche\b", "Fraktionsgeschäftsführer"),
        Trap(r"\bChief Justice\b", r"\b(?:Chefjustiz|Justizchef\w*|Oberste Gerechtigkeit)\b", "Oberster Richter"),
        Trap(r"\bSupreme Court Justices?\b|(?-i:\bJustice [A-Z]\w+)", r"\bJustiz (?=[A-ZÄÖÜ]\w+)", "Richter"),
        Trap(
            r"\b(?:House|Senate) (?:Majority|Minority) Leader\b",
            r"\b(?:Mehrheits|Minderheits)(?:führer|leiter)\w* des (?:Hauses|Haus)\b",
            "Fraktionschef",
        ),
        Trap(r"\bDistrict Attorney\b", r"\b(?:Distrikts?|Bezirks?)anw[aä]lt\w*", "Bezirksstaatsanwalt"),
        Trap(r"\bSurgeon General\b", r"\b(?:Chirurg|General)\w*[ -]?(?:General|chirurg)\w*", "oberster Gesundheitsbeamter"),
        Trap(r"\bprime ministers?\b", r"\bPrimäre?r? Minister\b|\bErstminister\w*", "Premierminister"),
        Trap(
            r"\bChancellor of the Exchequer\b|\bthe Chancellor,? (?:Jeremy|Rachel|Rishi|Sajid|Philip|George)\b",
            r"\bKanzler(?:in)? (?:des|der) (?:Exchequer|Schatzkammer|Staatskasse)\b|\bBundeskanzler\w*",
            "Finanzminister",
        ),
        Trap(
            r"\bBoard of Supervisors\b",
            r"\b(?:Vorstand|Ausschuss) der (?:Aufseher|Vorgesetzten)\b|\bAufsichtsrat der Stadt\b",
            "Bezirksrat",
        ),
        Trap(r"\bHome Secretary\b", r"\bHeimat(?:schutz)?sekretär\w*", "Innenminister"),
        Trap(
            r"\bChancellor of the Exchequer\b",
            r"\bKanzler(?:in)? (?:des|vom) (?:Schatz\w+|Finanz\w+)\b",
            "Finanzminister",
        ),
        Trap(r"\bSupreme Court justices?\b|\bjustices? of the Supreme Court\b", r"\bGerechtigkeit\w*|\bJustizen\b", "Richter"),
        Trap(r"\blieutenant governors?\b", r"\bLeutnant\w*[- ]?Gouverneur\w*|\bLeutnantgouverneur\w*", "Vizegouverneur"),
        Trap(r"\bpress secretar(?:y|ies)\b", r"\bPresse-?sekretär\w*", "Pressesprecher"),
        Trap(r"\bunder-?secretar(?:y|ies)\b", r"\bUnter-?sekretär\w*", "Staatssekretär"),
        Trap(r"\bpermanent secretar(?:y|ies)\b", r"\b(?:ständig|permanent|dauerhaft)\w* Sekretär\w*", "Staatssekretär"),
        Trap(r"\bSolicitor General\b", r"\bGeneralsolizitor\w*|\bAnwalt General\b|\bSolizitor\w*", "Rechtsvertreter der Regierung"),
        Trap(r"\bshadow (?:home|foreign|health|defen[cs]e|business) secretar(?:y|ies)\b", r"\bSchatten\w*sekretär\w*", "Schattenminister"),
        Trap(
            r"\b(?:veterans affairs|homeland security|housing) secretar(?:y|ies)\b|\bsecretary of (?:veterans affairs|homeland security|housing|energy|labor|health|education|commerce|agriculture|transportation)\b",
            r"\b\w*[Ss]ekretär(?:in)? (?:für|der|des)\b|\b(?:Veteranen|Heimatschutz|Wohnungs|Wohnbau|Heimatsicherheits|Arbeits|Energie|Bildungs|Handels|Gesundheits|Verkehrs)sekretär\w*",
            "Minister",
        ),
        Trap(r"\bpolice commissioners?\b", r"\bPolizeikommissare?n?\b|\bKommissar der Polizei\b", "Polizeichef"),
        Trap(
            r"\bspeaker of (?:the )?(?:parliament|commons|house of commons|knesset|assembly)\b",
            r"\b(?:Lautsprecher|Redner)\w*",
            "Parlamentspräsident",
        ),
        Trap(r"\bdistrict attorneys?\b", r"\bDistrikts?(?:an|rechtsan)w[aä]lt\w*|\bBezirksrechtsanw[aä]lt\w*", "Bezirksstaatsanwalt"),
        Trap(
            r"\bstate attorneys?\b|\bU\.?S\.? attorneys?\b", r"\b(?:US-|amerikanische[rn]? |Staats)?[Rr]echtsanw[aä]lt\w*", "Staatsanwalt"
        ),
        Trap(r"\bchief executive\b(?! officer)", r"\b(?:Haupt|Chef)exekutiv\w*|\bleitende[rn]? Exekutiv\w*", "Vorstandschef"),
        Trap(r"\bjunior doctors?\b", r"\bjunge[nr]? (?:Doktor|Ärzt|Arzt)\w*|\bJuniordoktor\w*|\bJunior-?[ÄA]rzt\w*", "Assistenzarzt"),
        Trap(r"\bchairs? of the (?:federal reserve|fed|committee|board|party)\b", r"\bStuhl\b", "Vorsitzender"),
    )
)
