"""Laws that hold for every story and every sequence of verbs."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.article import Article, Log, Project, composed
from app.model import PARAGRAPH_BREAK, BlockKind, BlockStart, State
from tests.app.article.stories import RESHAPING, act, state, story, tiles


def chosen():
    """Functions that choose a number below the one they are given."""
    return st.randoms(use_true_random=False).map(lambda random: random.randrange)


@st.composite
def articles(draw, verbs=12):
    choose = draw(chosen())
    article, _ = Project(Log(who="Ida")).add("Story", *story(choose))
    for _ in range(draw(st.integers(0, verbs))):
        act(article, choose)
    return article


def undo_all(article):
    while article.undo():
        pass


@given(articles(), chosen())
def test_undo_takes_any_verb_back(article, choose):
    before = state(article)
    step = act(article, choose)
    assume(step is not None and step.op not in {"undo", "redo"})

    article.undo()

    assert state(article) == before


@given(articles())
def test_redo_repeats_what_undo_took_back(article):
    after = state(article)
    assume(article.undo())

    article.redo()

    assert state(article) == after


@given(articles())
def test_undoing_everything_gives_the_imported_rows(article):
    undo_all(article)

    assert [unit.target for unit in article.units] == [article.imported_text(unit) for unit in article.units]
    assert not article.fields


@given(articles())
def test_replaying_the_log_from_the_imported_rows_gives_the_present(article):
    present, steps = state(article), article.log.of(article.id)
    undo_all(article)
    again = Article(article.id, "Story", article.source, article.target, article.units, Log())

    for splice in (splice for step in steps for splice in step.splices):
        again.apply(splice)

    assert state(again) == present


@given(articles(), chosen())
def test_rows_tile_both_documents_after_any_verb(article, choose):
    act(article, choose)

    assert tiles(article)


@given(articles(verbs=20))
def test_an_id_never_names_two_rows(article):
    born = [
        {unit.id for unit in splice.after} - {unit.id for unit in splice.before}
        for step in article.log.of(article.id)
        if step.op not in {"undo", "redo"}
        for splice in step.splices
        if hasattr(splice, "anchor")
    ]
    first = {unit.id for unit in article.units} - set().union(*born)

    assert len({unit.id for unit in article.units}) == len(article.units)
    assert sum(map(len, born)) == len(set().union(*born))
    assert first.isdisjoint(set().union(*born))


@given(articles())
def test_the_export_holds_every_word_of_the_rows_that_stay_and_nothing_else(article):
    words = "".join(unit.target.plain for unit in article.units if unit.exported).replace(PARAGRAPH_BREAK, "")

    assert "".join(composed(article).text.plain.split()) == "".join(words.split())


@given(articles(verbs=0))
def test_an_untouched_translation_comes_out_as_it_came_in(article):
    out = composed(article)

    assert out.text.plain == article.target.text.plain
    assert [(block.kind, block.span) for block in out.blocks] == [(block.kind, block.span) for block in article.target.blocks]
    assert [(mark.kind, mark.span) for mark in out.text.marks] == [(mark.kind, mark.span) for mark in article.target.text.marks]


@given(articles(), chosen())
def test_moving_text_from_row_to_row_leaves_the_story_as_it_is(article, choose):
    before = composed(article)

    for _ in range(5):
        act(article, choose, RESHAPING)

    after = composed(article)
    assert (after.text.plain, after.blocks) == (before.text.plain, before.blocks)
    assert [(mark.kind, mark.span) for mark in after.text.marks] == [(mark.kind, mark.span) for mark in before.text.marks]


@given(articles())
@settings(max_examples=30)
def test_aligning_again_leaves_the_story_as_it_is_and_loses_nothing(article):
    before, rows = composed(article), state(article)

    step = article.realign()

    after = composed(article)
    assert (after.text.plain, after.blocks) == (before.text.plain, before.blocks)
    assert tiles(article)
    if step is not None:
        article.undo()
    assert state(article) == rows


@given(articles())
def test_the_blocks_of_the_export_tile_its_text(article):
    out = composed(article)

    assert "\n\n".join(block.span.of(out.text.plain) for block in out.blocks) == out.text.plain


@given(articles())
def test_a_removed_row_hands_the_start_of_its_block_to_the_next(article):
    undo_all(article)
    heads = [at for at, unit in enumerate(article.units[:-1]) if isinstance(unit.opening, BlockStart) and unit.exported]
    followed = [at for at in heads if article.units[at + 1].exported and not isinstance(article.units[at + 1].opening, BlockStart)]
    assume(followed)
    kinds = [block.kind for block in composed(article).blocks]

    article.remove(article.units[followed[0]].id)

    assert [block.kind for block in composed(article).blocks] == kinds


@given(articles())
def test_a_verb_on_a_row_named_twice_works_once(article):
    unit = article.units[0]

    article.confirm(unit.id, unit.id)

    assert article.unit(unit.id).state is State.REVIEWED


@given(articles(), st.sampled_from(BlockKind))
def test_a_row_can_begin_a_block_of_any_kind(article, kind):
    unit = next((unit for unit in article.units if unit.exported and unit.target.plain.strip()), None)
    assume(unit)

    article.begin(unit.id, BlockStart(kind))

    assert kind in {block.kind for block in composed(article).blocks}
