"""A story goes to the site again where its draft is, whatever site others went to since."""

import pytest

from app.article import Project
from app.article.deliveries import delivered
from app.deliver.wordpress.delivering import site_before
from app.pipeline import from_text, take_in

USUAL = ("https://other.example", "jo")


@pytest.fixture
def article():
    return take_in(Project(), from_text("The vote passed.", "en"), from_text("Die Abstimmung ging durch.", "de"))[0]


def test_a_story_that_never_went_out_goes_to_the_usual_site(article):
    delivered(article, "file", "/tmp/a.html")
    assert site_before(article, USUAL) == USUAL


@pytest.mark.parametrize(
    ("root", "address"),
    [
        ("https://news.example/wp-json/", "https://news.example"),
        ("https://news.example/blog/wp-json/", "https://news.example/blog"),
        ("https://news.example/?rest_route=/", "https://news.example"),
    ],
)
def test_it_goes_where_it_went_last_as_who_sent_it(article, root, address):
    delivered(article, "wordpress", "https://first.example/wp-json/", number=3, user="kim")
    delivered(article, "wordpress", root, number=7, user="ada")
    delivered(article, "file", "/tmp/a.html")
    assert site_before(article, USUAL) == (address, "ada")


@pytest.mark.parametrize(("usual", "user"), [(("news.example", "jo"), "jo"), (USUAL, "")])
def test_a_delivery_that_does_not_say_who_sent_it_asks_unless_the_site_is_the_usual_one(article, usual, user):
    delivered(article, "wordpress", "https://news.example/wp-json/", number=7)
    assert site_before(article, usual) == ("https://news.example", user)
