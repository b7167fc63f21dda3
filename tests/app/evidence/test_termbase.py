"""Termbases: read from what desks have, found whatever the inflection."""

import pytest

from app.errors import UserError
from app.evidence.termbase import found, read_terms
from app.style import Term

TBX = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX"><text><body>
 <termEntry id="1">
  <langSet xml:lang="en"><tig><term>drone strike</term></tig></langSet>
  <langSet xml:lang="de">
   <tig><term>Drohnenangriff</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
   <tig><term>Drohnenschlag</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
  </langSet>
 </termEntry>
</body></text></martif>"""


def test_a_tbx_file_gives_preferred_and_forbidden_terms():
    assert read_terms(TBX.encode(), "desk.tbx") == (Term("drone strike", ("Drohnenangriff",), ("Drohnenschlag",)),)


@pytest.mark.parametrize(
    "table",
    [
        "source,target,forbidden\ncity council,Stadtrat|Gemeinderat,Stadtparlament\n",
        "English;German;Verboten\ncity council;Stadtrat|Gemeinderat;Stadtparlament\n",
        "city council\tStadtrat | Gemeinderat\tStadtparlament\n",
    ],
)
def test_tables_are_read_whatever_sets_their_columns_apart(table):
    assert read_terms(table.encode(), "terms.csv") == (Term("city council", ("Stadtrat", "Gemeinderat"), ("Stadtparlament",)),)


@pytest.mark.parametrize("data", [b"", b"source,target\n", b"just a line\n"])
def test_a_file_without_terms_is_one_sentence(data):
    with pytest.raises(UserError, match="holds no terms"):
        read_terms(data, "terms.csv")


def test_entities_in_a_termbase_are_refused():
    bomb = TBX.replace('SYSTEM "TBXcoreStructV02.dtd"', '[<!ENTITY a "b">]')
    with pytest.raises(UserError):
        read_terms(bomb.encode(), "desk.tbx")


@pytest.mark.parametrize(
    ("term", "text", "language", "words"),
    [
        ("drone strike", "Two drone strikes hit it.", "en", ["drone strikes"]),
        ("Drohnenangriff", "Wegen der Drohnenangriffe floh er.", "de", ["Drohnenangriffe"]),
        ("Angriff", "Der Drohnenangriff dauerte an.", "de", ["Drohnenangriff"]),
        ("Rat", "Der Vorrat ist alle.", "de", []),
        ("EPA", "The epa of the house", "en", []),
        ("mayor", "😀 The mayor's car", "en", ["mayor's"]),
        ("", "Nothing", "en", []),
    ],
)
def test_a_term_is_found_inflected_and_in_compounds(term, text, language, words):
    assert [span.of(text) for span in found(term, text, language)] == words
