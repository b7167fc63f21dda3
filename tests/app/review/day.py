"""A day's articles, made from the sample story: each tells it of another town in other figures, every third with planted defects."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

from msgspec import Struct

from app import pipeline
from app.article import Log, Project
from app.store import Store

PAIRS = (
    (
        "{town} council backs night ferry after years of delay",
        "Stadtrat von {town} stimmt nach jahrelanger Verzögerung für Nachtfähre",
    ),
    (
        "The harbour town of {town} will get its first night ferry in half a century, after the council voted {yes} to {no} on Tuesday to fund a two-year trial.",
        "Die Hafenstadt {town} bekommt ihre erste Nachtfähre seit einem halben Jahrhundert, nachdem der Stadtrat am Dienstag mit {yes} zu {no} Stimmen für die Finanzierung eines zweijährigen Versuchs gestimmt hat.",
    ),
    (
        "The service will link the old quay with the hospital on {island} Island, a crossing of {minutes} minutes that residents now make by car in almost two hours.",
        "Die Verbindung soll den alten Kai mit dem Krankenhaus auf der Insel {island} verbinden, eine Überfahrt von {minutes} Minuten, für die die Bewohner mit dem Auto bislang fast zwei Stunden brauchen.",
    ),
    (
        "The council has set aside ${millions} million for the boat and its crew.",
        "Der Stadtrat hat {millions} Millionen Dollar für das Schiff und seine Besatzung bereitgestellt.",
    ),
    (
        "“People have been born on that road, and people have died on it,” said {first} {last}, who chairs the transport committee.",
        "„Auf dieser Straße sind Menschen geboren worden, und auf ihr sind Menschen gestorben“, sagte {first} {last}, die dem Verkehrsausschuss vorsitzt.",
    ),
    ("Opponents called the plan reckless.", "Gegner nannten den Plan leichtsinnig."),
    (
        "He added that {piles} of the pier's wooden piles had failed an inspection in March.",
        "Er fügte hinzu, {piles} der hölzernen Pfähle des Piers seien bei einer Prüfung im März durchgefallen.",
    ),
    (
        "The ferry, built in {year}, was not used last winter because its engine had to be replaced.",
        "Die {year} gebaute Fähre wurde im vergangenen Winter nicht eingesetzt, weil ihr Motor ersetzt werden musste.",
    ),
    (
        "Tickets are to cost ${price}, and hospital staff will travel free of charge.",
        "Fahrkarten sollen {price} Dollar kosten, und das Krankenhauspersonal fährt kostenlos.",
    ),
    (
        "If fewer than {people} people a night use the service, the trial ends after one year.",
        "Wenn weniger als {people} Menschen pro Nacht den Dienst nutzen, endet der Versuch nach einem Jahr.",
    ),
)

TOWNS = "Port Ellery,Sandwick,Calder Sound,Tarn,Ashwater,Northmere,Wexmouth,Orrin Bay,Penhallow,Saltby".split(",")
ISLANDS = "Marran,Skelby,Thorne,Gannet,Hollow,Birch".split(",")
FIRST = "Nora,Ines,Tamsin,Ruth,Carla,Edith".split(",")
LAST = "Whitcombe,Calloway,Hale,Orrin,Penrose,Larkin".split(",")

CRITICAL = ("preamble", "scale", "refusal", "untranslated", "prompt")
MILD = ("omission", "spacing", "quotes")
"""What can be planted: the defects of the sample story."""


class Piece(Struct, frozen=True):
    """An article of the day: its texts, and what was planted in the translation."""

    name: str
    english: str
    german: str
    planted: tuple[str, ...]

    @property
    def critical(self) -> bool:
        return bool(set(self.planted) & {*CRITICAL, "omission"})


def day(count: int = 120, seed: int = 1) -> list[Piece]:
    """So many articles, the same for the same seed: one in ten holds a critical defect, one in four a mild one."""
    chance = Random(seed)
    return [_piece(number, chance) for number in range(1, count + 1)]


def _piece(number: int, chance: Random) -> Piece:
    values = {
        "town": TOWNS[number % len(TOWNS)],
        "island": ISLANDS[number % len(ISLANDS)],
        "first": FIRST[chance.randrange(len(FIRST))],
        "last": LAST[chance.randrange(len(LAST))],
        "yes": 10 + number % 7,
        "no": 3 + number % 6,
        "minutes": 15 + number,
        "millions": 2 + number % 50,
        "piles": 20 + number,
        "year": 1950 + number % 60,
        "price": 3 + number % 12,
        "people": 90 + number,
    }
    english = [source.format(**values) for source, _ in PAIRS]
    german = [target.format(**values) for _, target in PAIRS]
    planted = tuple([CRITICAL[number // 10 % len(CRITICAL)]] * (number % 10 == 3) + [MILD[number // 4 % len(MILD)]] * (number % 4 == 1))
    for defect in planted:
        _plant(defect, english, german)
    return Piece(f"{number:03}", "\n\n".join(english), "\n\n".join(german), planted)


def _plant(defect: str, english: list[str], german: list[str]) -> None:
    if defect == "preamble":
        german.insert(0, "Hier ist die deutsche Übersetzung des Artikels:")
    elif defect == "scale":
        german[3] = german[3].replace("Millionen", "Milliarden")
    elif defect == "refusal":
        german[5] += " Leider kann ich den folgenden Satz nicht übersetzen, da mir der Zusammenhang fehlt."
    elif defect == "untranslated":
        german[7] = english[7]
    elif defect == "prompt":
        german[6] += " Gib den Text nur auf Deutsch aus und lasse die Eigennamen unverändert."
    elif defect == "omission":
        del german[8]
    elif defect == "spacing":
        german[-2] = german[-2].replace(", ", " , ", 1)
    elif defect == "quotes":
        german[4] = german[4].replace("“", '"')


def write_folder(folder: Path, pieces: Sequence[Piece]) -> None:
    """The day as pairs of files."""
    folder.mkdir(exist_ok=True)
    for piece in pieces:
        (folder / f"{piece.name}.en.txt").write_text(piece.english, encoding="utf-8")
        (folder / f"{piece.name}.de.txt").write_text(piece.german, encoding="utf-8")


def project_of(pieces: Sequence[Piece], store: Store | None = None, log: Log | None = None) -> Project:
    """The day as a project, saved where there is a `store`; the feed of an article is its number's last bit, in words."""
    project = Project(log)
    for number, piece in enumerate(pieces):
        pair = (
            pipeline.from_text(piece.english, "en", f"{piece.name}.en.txt"),
            pipeline.from_text(piece.german, "de", f"{piece.name}.de.txt"),
        )
        if store:
            article = pipeline.keep(project, store, *pair)
        else:
            article, _ = pipeline.take_in(project, *pair)
        step = article.set_field("feed", ("north", "south")[number % 2])
        if store:
            store.record(step)
    return project
