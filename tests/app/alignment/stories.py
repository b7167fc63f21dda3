"""An invented story in both languages, and what alignment makes of it, for the tests of this folder."""

from app.alignment import align
from app.model import Block, BlockKind, Document, Span, Text
from app.segmentation import segments

PAIRS = [
    ("The old salt mine in Lohren will reopen as a museum next spring.", "Das alte Salzbergwerk in Lohren wird im kommenden Frühjahr als Museum wiedereröffnet."),
    ("The town council voted for the plan on Tuesday evening.", "Der Stadtrat stimmte am Dienstagabend für den Plan."),
    ("Mayor Ilse Marten called it a great day for the whole valley.", "Bürgermeisterin Ilse Marten sprach von einem großen Tag für das ganze Tal."),
    ("The mine was closed in 1987 after a fire had killed four workers.", "Das Bergwerk war 1987 geschlossen worden, nachdem bei einem Brand vier Arbeiter gestorben waren."),
    ("Their families received little money from the company.", "Ihre Familien erhielten von dem Unternehmen nur wenig Geld."),
    ("“We waited forty years for an apology,” said Karl Orlan, whose father died underground.", "„Wir haben vierzig Jahre auf eine Entschuldigung gewartet“, sagte Karl Orlan, dessen Vater unter Tage starb."),
    ("The museum will cost 12 million euros.", "Das Museum soll 12 Millionen Euro kosten."),
    ("Half of the sum comes from the state government.", "Die Hälfte der Summe kommt von der Landesregierung."),
    ("Critics fear that traffic in the narrow streets will increase.", "Kritiker befürchten, dass der Verkehr in den engen Straßen zunimmt."),
    ("Farmers want a new road around the village.", "Die Bauern fordern eine neue Straße um das Dorf herum."),
    ("Scientists from Berlin are going to study the water in the deepest tunnels.", "Wissenschaftler aus Berlin werden das Wasser in den tiefsten Stollen untersuchen."),
    ("Visitors may buy tickets from January 15.", "Besucher können ab dem 15. Januar Eintrittskarten kaufen."),
]  # fmt: skip
ENGLISH = [english for english, _ in PAIRS]
GERMAN = [german for _, german in PAIRS]
PROMO = "Jetzt unseren Newsletter abonnieren und nichts mehr verpassen!"


def document(language, *paragraphs):
    """A Document of plain paragraphs, each a list of sentences."""
    blocks, at = [], 0
    texts = [" ".join(paragraph) for paragraph in paragraphs]
    for text in texts:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(text))))
        at += len(text) + 2
    return Document(language, "text", Text("\n\n".join(texts)), tuple(blocks))


def rows(source, target):
    """The rows between two Documents: lists of sentences of either side."""
    cut = segments(source), segments(target)
    return [
        (
            [segment.span.of(source.text.plain) for segment in cut[0][link.source.start : link.source.end]],
            [segment.span.of(target.text.plain) for segment in cut[1][link.target.start : link.target.end]],
        )
        for link in align(source, target, cut)
    ]


def expected(*changes):
    """The rows of the untouched story with some replaced: (first pair, last pair + 1, rows instead)."""
    found = [([english], [german]) for english, german in PAIRS]
    for first, last, instead in sorted(changes, reverse=True):
        found[first:last] = instead
    return found
