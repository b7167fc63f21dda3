from app.model import OBJECT, BlockKind, Text
from tests.ui.conftest import article_of
from ui.desk.prose import running
from ui.desk.setting import badge, folded, sentences, wordless


def test_a_picture_is_named_by_its_description():
    assert wordless(running(Text(OBJECT)), BlockKind.FIGURE, "The quay at dawn").text == "[picture: The quay at dawn]"
    assert wordless(running(Text(OBJECT)), BlockKind.FIGURE).text == "[picture]"


def test_words_are_never_replaced_by_a_name():
    prose = running(Text(f"See {OBJECT}"))
    assert wordless(prose, BlockKind.FIGURE) is prose


def test_the_line_of_a_removed_text_counts_its_words_and_ends_between_two(session):
    article = article_of(
        session.project, ("One.", "Eins."), ("", "Bleiben Sie informiert über alles, was auf den Inseln und am Hafen geschieht.")
    )
    line = folded(article, article.units[1:])
    assert line == "13 words removed: Bleiben Sie informiert über alles, was auf den Inseln und …"


def test_sentences_are_counted_in_their_language():
    assert sentences("de", "Am 3. Mai fuhr das Schiff. Es kam an.") == 2
    assert sentences("en", "Nobody was hurt.") == 1


def test_a_row_says_how_many_sentences_it_joins_once_the_story_is_checked(session):
    session.edit(2, "Der Rat stimmte ab. Das war am Montag.")
    assert badge(session, session.article.unit(2)) == "1→2"
    assert badge(session, session.article.unit(1)) == badge(session, session.article.unit(3)) == ""
    session.unchecked = True
    assert badge(session, session.article.unit(2)) == ""
