from hypothesis import given

from app.alignment import align, units
from app.article import Project, retold, story_of_article
from app.formats.beside import field_part
from app.formats.parts import Part, joined
from app.model import BlockKind, Text
from app.segmentation import segments
from tests.app.article.stories import act
from tests.app.article.test_laws import articles, chosen


@given(articles(), chosen(), chosen())
def test_a_story_told_with_an_earlier_one_is_the_story_told_afresh(article, first, second):
    before = story_of_article(article)
    act(article, first)
    between = story_of_article(article, before)
    act(article, second)
    assert story_of_article(article, between) == story_of_article(article)


@given(articles())
def test_rows_that_did_not_change_are_taken_over(article):
    before = story_of_article(article)
    again = story_of_article(article, before)
    assert all(now is then for now, then in zip(again.rows, before.rows, strict=True))


@given(articles(), chosen())
def test_a_story_told_again_after_a_step_is_the_story_told_from_the_rows(article, choose):
    before = story_of_article(article)
    step = act(article, choose)
    if step is not None and (again := retold(article, before, step)) is not None:
        assert again == story_of_article(article)
        assert [again.index(row.unit) for row in again.rows] == list(range(len(again.rows)))


def test_of_the_fields_a_story_tells_those_that_can_be_compared():
    names = (("teaser", "It blows.", "Es weht."), ("slug", "storm", "sturm"), ("keywords", "wind", ""), ("seo-title", "", "Wind"))
    sides = [
        joined([Part(BlockKind.TITLE, Text("A")), *(field_part(row[0], row[side]) for row in names if row[side])], language, "html")
        for language, side in (("en", 1), ("de", 2))
    ]
    cut = segments(sides[0]), segments(sides[1])
    article, _step = Project().add("", *sides, tuple(units(*sides, cut, align(*sides, cut))))
    told = story_of_article(article)
    assert [row.target.plain for row in told.rows] == ["A", "Es weht."]
    empty = next(unit.id for unit in article.units if not unit.target.plain)
    step = article.edit(empty, "Wind")
    assert step is not None
    assert retold(article, told, step) is None
    assert [row.target.plain for row in story_of_article(article).rows] == ["A", "Es weht.", "Wind"]
