"""The desk's terms tie the sentences that use them."""

from app.alignment.terms import Terms
from app.pipeline import from_text, rows_of
from app.style import Term

ENGLISH = "The zorbel came. The gribbet left. The flumph stayed."
GERMAN = "Der Grobnik ging. Der Plumperich blieb."
TERMS = (Term("gribbet", ("Grobnik",)), Term("flumph", ("Plumperich",)), Term("unused", ("Nie",)))


def test_a_term_and_its_rendering_pair_sentences_that_share_nothing_else():
    rows = rows_of(from_text(ENGLISH, "en").document, from_text(GERMAN, "de").document, terms=TERMS)
    missing = [row for row in rows if row.imported is None]
    assert [row.source.of(ENGLISH) for row in missing] == ["The zorbel came."]


def test_only_terms_that_the_source_uses_are_looked_for():
    known = Terms(TERMS, ENGLISH)
    assert len(known.words("The gribbet left.", "en-US")) == 1
    assert known.words("Die Grobnikfamilie ging.", "de") == known.words("The gribbet left.", "en")
    assert not known.words("Nie und nimmer.", "de")
