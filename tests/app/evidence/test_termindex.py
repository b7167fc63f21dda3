"""Terms looked up by their first word are the same as those looked for one by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.evidence.termbase import found
from app.evidence.termindex import TermIndex, used
from app.style import Term

WORDS = ["Rat", "Stadtrat", "Stadträte", "Drohne", "Drohnenangriff", "Angriff", "NATO", "der", "laufen", "läuft"]
phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)


@pytest.mark.parametrize("language", ["en", "de"])
@given(terms=st.lists(phrases, max_size=8), text=st.lists(st.sampled_from(WORDS), max_size=10).map(" ".join))
def test_the_index_finds_what_looking_one_by_one_finds(language, terms, text):
    index = TermIndex(((phrase, number) for number, phrase in enumerate(terms)), language)
    assert index.numbers(text) == {number for number, phrase in enumerate(terms) if found(phrase, text, language)}


def test_the_terms_of_a_source_come_in_the_order_of_the_list():
    terms = (Term("mine", ("Bergwerk",)), Term("fire", ("Brand",)), Term("salt mine", ("Salzbergwerk",)))
    assert used(terms, "The salt mines closed.", "en") == [terms[0], terms[2]]
    assert used((), "The salt mines closed.", "en") == []
