import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.evidence.language import english_runs, foreign_script_runs, guess, is_english, script


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The mayor said that it was not his fault.", "en"),
        ("Die Bürgermeisterin sagte, es sei nicht ihre Schuld.", "de"),
        ("Le ministre a dit que ce n'est pas la faute de la ville.", "fr"),
        ("El alcalde dijo que no es la culpa de los vecinos.", "es"),
        ("De burgemeester zei dat het niet zijn schuld is.", "nl"),
        ("Мэр сказал, что это не его вина.", "cyrillic"),
        ("市长说这不是他的错。", "han"),
        ("Odile Brandt", ""),
    ],
)
def test_a_sentence_is_recognised_by_its_function_words_or_its_script(text, code):
    assert guess(text).code == code


@pytest.mark.parametrize("text", ["Das Team gewann den Cup in London.", "Er las „The Wind and the Sea“ von Ann Marlow.", "42", ""])
def test_german_with_english_names_is_not_english(text):
    assert not is_english(text)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Sie sagte, we have to wait for the results, und ging.", ["we have to wait for the results"]),
        ("Die Band Sons of the Silent Age spielte.", []),
        ("Das Start-up verkauft ein Tool für Teams.", []),
        ("Er rief: this is not the end of it", ["this is not the end of it"]),
    ],
)
def test_english_runs_hold_lower_case_function_words(text, runs):
    assert [span.of(text) for span in english_runs(text)] == runs


def test_letters_of_another_script_are_found_where_they_stand():
    text = "Der Minister war очень доволен."

    ((span, name),) = foreign_script_runs(text)

    assert (span.of(text), name) == ("очень доволен", "cyrillic")


@settings(max_examples=100)
@given(st.text(max_size=80))
def test_runs_lie_within_any_text_and_do_not_overlap(text):
    for runs in (english_runs(text, 2), [span for span, _ in foreign_script_runs(text)]):
        ends = 0
        for span in runs:
            assert ends <= span.start < span.end <= len(text)
            ends = span.end


@given(st.text(alphabet=st.characters(max_codepoint=0x2FF), max_size=40))
def test_latin_letters_are_no_other_script(text):
    assert script(text) == ""
