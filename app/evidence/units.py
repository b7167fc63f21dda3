"""Units of measure: what word names which, and how much of the base unit of its dimension it is."""

from msgspec import Struct


class Unit(Struct, frozen=True):
    """A unit: its `dimension`, and `factor` base units; absolute scales such as °F have their zero at `offset` base units."""

    name: str
    dimension: str
    factor: float = 1.0
    offset: float = 0.0

    def base(self, value: float) -> float:
        """So many of this unit in the base unit of the dimension."""
        return value * self.factor + self.offset


# dimension: (name, factor, English words, German words); the first of each row is how the unit is named.
_DURATION = (
    ("second", 1, "second seconds sec secs", "sekunde sekunden sek sekündig"),
    ("minute", 60, "minute minutes min mins", "minute minuten min minütig"),
    ("hour", 3600, "hour hours hr hrs", "stunde stunden std stündig"),
    ("day", 86400, "day days night nights", "tag tage tagen tages nacht nächte nächten tägig nächtig"),
    ("week", 604800, "week weeks wk wks", "woche wochen wöchig"),
    ("month", 2629800, "month months", "monat monate monaten monats monatig"),
    ("quarter", 7889400, "quarter quarters", "quartal quartale quartalen quartals vierteljahr"),
    ("year", 31557600, "year years yr yrs yo", "jahr jahre jahren jahres jährig lebensjahr lebensjahre"),
    ("decade", 315576000, "decade decades", "jahrzehnt jahrzehnte jahrzehnten jahrzehnts dekade dekaden"),
    ("century", 3155760000, "century centuries", "jahrhundert jahrhunderte jahrhunderten jahrhunderts"),
)
_RATIO = (
    ("percent", 1, "percent per_cent % percentage pc pct", "prozent % prozentig"),
    ("percentage point", 1, "percentage-point percentage-points", "prozentpunkt prozentpunkte prozentpunkten"),
    ("per mille", 0.1, "‰", "promille ‰"),
    ("basis point", 0.01, "basis", "basispunkt basispunkte basispunkten"),
)
_LENGTH = (
    ("millimetre", 0.001, "mm millimeter millimeters millimetre millimetres", "mm millimeter millimetern"),
    ("centimetre", 0.01, "cm centimeter centimeters centimetre centimetres", "cm zentimeter zentimetern"),
    ("metre", 1, "meter meters metre metres", "m meter metern"),
    ("kilometre", 1000, "km kilometer kilometers kilometre kilometres", "km kilometer kilometern"),
    ("inch", 0.0254, "inch inches in.", "zoll"),
    ("foot", 0.3048, "foot feet ft", "fuß"),
    ("yard", 0.9144, "yard yards", "yard yards"),
    ("mile", 1609.344, "mile miles", "meile meilen"),
)
_SPEED = (
    ("kilometre per hour", 1, "kmh km/h kph kmph", "km/h kmh stundenkilometer stundenkilometern tempo"),
    ("mile per hour", 1.609344, "mph", "mph"),
    ("knot", 1.852, "knots", "knoten"),
)
_AREA = (
    ("square metre", 1, "sqm m²", "quadratmeter quadratmetern qm m²"),
    ("square kilometre", 1e6, "km²", "quadratkilometer quadratkilometern km²"),
    ("hectare", 1e4, "hectare hectares ha", "hektar ha"),
    ("acre", 4046.8564, "acre acres", "acre acres morgen"),
    ("square mile", 2589988, "", "quadratmeile quadratmeilen"),
    ("square foot", 0.092903, "sqft", "quadratfuß"),
)
_MASS = (
    ("gram", 0.001, "g gram grams gramme grammes", "g gramm"),
    ("kilogram", 1, "kg kilo kilos kilogram kilograms", "kg kilo kilos kilogramm"),
    ("tonne", 1000, "tonne tonnes ton tons", "tonne tonnen t"),
    ("pound", 0.45359237, "lb lbs", ""),
    ("ounce", 0.028349523, "ounce ounces oz", "unze unzen"),
    ("stone", 6.35029, "stone", ""),
)
_VOLUME = (
    ("litre", 1, "litre litres liter liters", "l liter litern"),
    ("gallon", 3.785412, "gallon gallons", "gallone gallonen"),
    ("pint", 0.473176, "pint pints", "pint pints"),
    ("barrel", 158.987, "barrel barrels", "barrel barrels fass"),
)
_CURRENCY = (
    ("dollar", 1, "$ dollar dollars us$ usd a$ c$ nz$ au$ hk$", "$ dollar us-dollar us$ usd a$ c$ nz$"),
    ("euro", 1, "€ euro euros eur", "€ euro euros eur"),
    ("pound sterling", 1, "£ gbp quid", "£ gbp pfund"),
    ("yen", 1, "¥ yen", "¥ yen"),
    ("rupee", 1, "₹ rupee rupees rs", "₹ rupie rupien"),
    ("franc", 1, "francs chf", "franken chf"),
    ("yuan", 1, "yuan renminbi", "yuan renminbi"),
    ("rouble", 1, "rouble roubles ruble rubles", "rubel"),
    ("cent", 1, "cents", "cent"),
)
_DIMENSIONS = {
    "duration": _DURATION,
    "ratio": _RATIO,
    "length": _LENGTH,
    "speed": _SPEED,
    "area": _AREA,
    "mass": _MASS,
    "volume": _VOLUME,
    "currency": _CURRENCY,
}


def _table(column: int) -> dict[str, Unit]:
    table = {}
    for dimension, rows in _DIMENSIONS.items():
        for row in rows:
            unit = Unit(row[0], dimension, row[1])
            for word in str(row[column]).split():
                endings = ("", "e", "en", "er", "es", "em") if word.endswith("ig") else ("",)
                table.update(dict.fromkeys((word + ending for ending in endings), unit))
    return table


ENGLISH, GERMAN = _table(2), _table(3)
"""From the lower-case word or sign to its unit."""

_CELSIUS, _FAHRENHEIT = Unit("degree Celsius", "temperature"), Unit("degree Fahrenheit", "temperature", 5 / 9, -160 / 9)
for _words in (ENGLISH, GERMAN):
    _words.update({"°c": _CELSIUS, "celsius": _CELSIUS, "°f": _FAHRENHEIT, "fahrenheit": _FAHRENHEIT})
ENGLISH.update(dict.fromkeys(("degree", "degrees"), Unit("degree", "temperature", 5 / 9, -160 / 9)))
GERMAN["grad"] = Unit("degree", "temperature")

GERMAN_SUFFIXES = tuple(
    (word, GERMAN[word]) for word in ("sekündig", "minütig", "stündig", "tägig", "nächtig", "wöchig", "monatig", "jährig", "prozentig")
)
"""What turns a German numeral into an adjective with a unit: dreistündig, fünfjährig."""
