"""The reviewer's verbs: an `Article` and the `Project` that holds many are the two things that change."""

from app.article.article import Article
from app.article.compose import composed
from app.article.log import Log
from app.article.project import Project
from app.article.story import retold, story_of_article

__all__ = ["Article", "Log", "Project", "composed", "retold", "story_of_article"]
