"""The weights of the acts belong to the examples that they say they were made of."""

import runpy
from pathlib import Path

ACTS = runpy.run_path(str(Path(__file__).parents[2] / "packaging" / "acts.py"))


def test_the_weights_were_made_from_the_examples_as_they_are():
    first = ACTS["WEIGHTS"].read_text("utf-8").partition("\t")[0]

    assert first == ACTS["digest"](ACTS["EXAMPLES"]), "run `python packaging/acts.py`"


def test_a_regression_tells_apart_what_it_learned():
    samples = [([f"word {word}", "voice you"], "promo") for word in "abc"] * 3 + [([f"word {word}"], "story") for word in "abc"] * 3

    model = ACTS["trained"](samples)

    assert [model.told(names) for names, _ in samples[:3]] == ["promo"] * 3
    assert [model.told(names) for names, _ in samples[-3:]] == ["story"] * 3
