"""The reading of a text that all checks share."""

from app.evidence.tokens import tokens


def test_words_are_in_order_and_in_lower_case_with_straight_apostrophes():
    assert tokens("Tarn’s Hafen-Streik, 3. Tag").words == ("tarn's", "hafen", "streik", "tag")


def test_a_word_twice_in_a_row_is_noticed_whatever_its_case():
    assert tokens("Die die Brücke").doubled
    assert not tokens("die Brücke, die").doubled


def test_figures_and_the_signs_that_go_with_them_are_noticed():
    assert tokens("rund 5").figures
    assert tokens("viele €").figures
    assert not tokens("fünf").figures
