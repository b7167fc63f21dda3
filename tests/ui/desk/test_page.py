from app.article import Project
from app.model import BlockKind, BlockStart
from tests.ui.conftest import article_of
from ui.desk.page import LONGEST_PASSAGE, Page, Shape


def page_of(*pairs):
    article = article_of(Project(), *pairs)
    return article, Page(article.units, article.source)


def test_neighbours_without_a_source_are_one_passage():
    _, page = page_of(("One.", "Eins."), ("", "Zwei."), ("", "Drei."), ("Four.", "Vier."))
    assert page.group(1) == page.group(2)
    assert (page.group(1).shape, page.group(1).size) == (Shape.PASSAGE, 2)
    assert page.group(0).shape is page.group(3).shape is Shape.ROW
    assert list(page.hidden()) == [2]


def test_removed_neighbours_are_one_fold_apart_from_what_stays():
    article, _ = page_of(("One.", "Eins."), ("", "Zwei."), ("", "Drei."), ("", "Vier."))
    article.remove(2, 3)
    page = Page(article.units, article.source)
    assert [page.group(at).shape for at in range(4)] == [Shape.ROW, Shape.FOLD, Shape.FOLD, Shape.PASSAGE]
    assert page.group(1).size == 2


def test_a_row_inserted_by_hand_stands_alone_and_open_until_it_is_removed():
    article, _ = page_of(("One.", "Eins."), ("", "Zwei."))
    article.insert(1)
    assert [Page(article.units, article.source).group(at).shape for at in range(3)] == [Shape.ROW, Shape.ROW, Shape.PASSAGE]
    article.edit(3, "Neu.")
    article.remove(3)
    assert Page(article.units, article.source).group(1).shape is Shape.FOLD


def test_a_very_long_passage_is_cut():
    _, page = page_of(("One.", "Eins."), *[("", f"Satz {number}.") for number in range(100)])
    assert max(page.group(at).size for at in range(101)) == LONGEST_PASSAGE


def test_a_missing_translation_looks_like_its_source():
    _, page = page_of(("A title", ""), ("One.", "Eins."))
    assert page.kinds == [BlockKind.TITLE, BlockKind.TITLE]
    assert page.starts == [True, True]


def test_a_row_whose_words_changed_still_fits_and_one_that_was_emptied_does_not():
    article, page = page_of(("One.", "Eins."), ("", "Zwei."))
    article.edit(1, "Anders.")
    article.edit(2, "")
    assert page.fits(0, article.unit(1))
    assert not page.fits(1, article.unit(2))


def test_items_of_a_numbered_list_are_counted_and_a_new_list_begins_at_one():
    article, _ = page_of(*[(f"Item {n}.", f"Punkt {n}.") for n in range(5)])
    numbered = BlockStart(BlockKind.LIST_ITEM, (("list", "number"),))
    for unit, opening in enumerate((numbered, numbered, BlockStart(BlockKind.PARAGRAPH), numbered, BlockStart(BlockKind.LIST_ITEM)), 1):
        article.begin(unit, opening)
    assert Page(article.units, article.source).ordinals == {0: 1, 1: 2, 3: 1}
