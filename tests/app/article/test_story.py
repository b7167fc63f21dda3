from hypothesis import given

from app.article import retold, story_of_article
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
