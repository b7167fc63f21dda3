import pytest

from app.model import Block, BlockKind, Document, Span, Text
from app.model.fields import FIELDS, KEYWORDS, TEASER, Field, field_named, field_of, slug, value


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("Größere Brücke für Köln", "groessere-bruecke-fuer-koeln"),
        ("Was heißt das? „Nichts“, sagt er", "was-heisst-das-nichts-sagt-er"),
        ("Café, Ødegaard & Łódź", "cafe-oedegaard-lodz"),
        ("It’s 5 o’clock", "its-5-oclock"),
        ("—", ""),
    ],
)
def test_a_slug_spells_german_letters_out(words, made):
    assert slug(words) == made


def test_a_long_slug_is_cut_between_words():
    made = slug("Stadtrat von Port Ellery stimmt nach jahrelanger Verzögerung endlich für die Nachtfähre")
    assert made == "stadtrat-von-port-ellery-stimmt-nach-jahrelanger-verzoegerung-endlich-fuer"
    assert slug("a" * 90) == "a" * 75


def test_the_values_of_a_field_are_joined():
    words = "Fähre\n\nHafen\n\nText"
    blocks = (
        Block(BlockKind.FIELD, Span(0, 5), (("name", "keywords"),)),
        Block(BlockKind.FIELD, Span(7, 12), (("name", "keywords"),)),
        Block(BlockKind.PARAGRAPH, Span(14, 18)),
    )
    document = Document("de", "html", Text(words), blocks)
    assert value(document, KEYWORDS) == "Fähre, Hafen"
    assert value(document, TEASER) == ""
    assert [field_of(block) for block in blocks] == [KEYWORDS, KEYWORDS, None]


def test_an_unknown_field_is_one_of_its_own():
    assert field_named("ressort") == Field("ressort", "ressort")
    assert field_named(FIELDS[0].name) is FIELDS[0]
