"""What keeps a story in the house."""

from datetime import UTC, datetime

import pytest

from app.article import Project
from app.article.restraint import EMBARGO, HeldError, Hold, embargoed, hold, holds, lift, require_free, require_unheld
from app.errors import UserError
from app.pipeline import from_text, take_in


@pytest.fixture
def article():
    return take_in(Project(), from_text("The vote passed.", "en"), from_text("Die Abstimmung ging durch.", "de"))[0]


def test_a_hold_names_its_owner_and_only_the_owner_lifts_it(article):
    hold(article, "Ada Weber", "libel", [1])
    assert holds(article) == (Hold("Ada Weber", "libel", (1,)),)
    with pytest.raises(HeldError, match="only Ada Weber can lift it"):
        require_unheld(article)
    article.log.who = "Jo Winter"
    with pytest.raises(UserError, match="Only Ada Weber"):
        lift(article, holds(article)[0])
    article.log.who = "Ada Weber"
    assert lift(article, holds(article)[0]).who == "Ada Weber"
    require_free(article)


def test_undo_passes_over_a_hold_so_that_only_its_owner_ends_it(article):
    article.edit(1, "Zuvor")
    hold(article, "Ada Weber", "libel")
    article.undo()
    assert holds(article)
    assert article.log.undoable(article.id) is None


@pytest.mark.parametrize("words", [("", "libel"), ("Ada Weber", " ")])
def test_a_hold_without_owner_or_reason_is_none(article, words):
    with pytest.raises(UserError, match="needs the name"):
        hold(article, *words)


def test_an_embargo_ends_at_its_moment(article):
    article.set_field(EMBARGO, "2026-11-28T18:00+01:00")
    assert embargoed(article, datetime(2026, 11, 28, 16, 59, tzinfo=UTC))
    assert not embargoed(article, datetime(2026, 11, 28, 17, 0, tzinfo=UTC))
    article.set_field(EMBARGO, "2026-11-28")
    assert embargoed(article, datetime(2026, 11, 27, 23, 59, tzinfo=UTC))
