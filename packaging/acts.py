"""Work out the weights by which the app tells what a passage without source does: a logistic regression over examples.

    python packaging/acts.py                   writes resources/acts/weights.txt from tests/data/wording
    python packaging/acts.py --held-out DIR    only says how well examples in another folder are told apart

Each file of examples is one kind, each line one example. It takes less than a minute, and comes out the same each time.
"""

import argparse
import hashlib
import random
import sys
from collections import Counter
from collections.abc import Iterator
from math import log, sqrt
from pathlib import Path

HOUSE = Path(__file__).parents[1]
sys.path.insert(0, str(HOUSE))

from app.evidence.acts.examples import probabilities, traits  # noqa: E402 the app is found by the line above
from app.evidence.acts.reading import LONGEST, unquoted  # noqa: E402

EXAMPLES = HOUSE / "tests" / "data" / "wording"
WEIGHTS = HOUSE / "resources" / "acts" / "weights.txt"
MERGED = {"title-rewrite": "prompt-leak", "preamble": "meta-chatter"}
"""Kinds that are told apart by cues, if at all."""
LEAST = 2
"""Examples that must have a trait for it to count."""
ROUNDS, STEP, DECAY = 30, 0.3, 0.5
"""How often the examples are gone through, how far a step goes (Adagrad), and what draws weights to nothing, by example."""


def examples(folder: Path) -> Iterator[tuple[str, str]]:
    """All examples of a folder with their kinds."""
    for file in sorted(folder.glob("*.txt")):
        for line in file.read_text("utf-8").splitlines():
            if line.strip():
                yield line, MERGED.get(file.stem, file.stem)


def digest(folder: Path) -> str:
    """What the weights were made of."""
    return hashlib.sha256("\n".join(f"{kind} {line}" for line, kind in examples(folder)).encode()).hexdigest()[:16]


def read(folder: Path) -> list[tuple[list[str], str]]:
    """The traits of each example, in a settled order."""
    return [(sorted(traits(unquoted(line[:LONGEST]))), kind) for line, kind in examples(folder)]


def rarities(samples: list[tuple[list[str], str]]) -> dict[str, float]:
    """How rare each trait is among the examples, rounded as it is written."""
    counted = Counter(name for names, _ in samples for name in names)
    return {name: round(log((len(samples) + 1) / (count + 1)) + 1, 2) for name, count in sorted(counted.items()) if count >= LEAST}


def scaled(names: list[str], rare: dict[str, float]) -> dict[str, float]:
    """The traits that count, rarer ones for more, all together of length 1."""
    found = {name: rare[name] for name in names if name in rare}
    length = sqrt(sum(value**2 for value in found.values())) or 1.0
    return {name: value / length for name, value in found.items()}


class Regression:
    """A softmax regression that learns one example after the other."""

    def __init__(self, kinds: list[str], rare: dict[str, float]) -> None:
        self.kinds, self.rare = kinds, rare
        self.weights = {name: [0.0] * len(kinds) for name in ["", *rare]}
        self._steps = {name: [1e-6] * len(kinds) for name in self.weights}

    def odds(self, sample: dict[str, float]) -> list[float]:
        """The probabilities of the kinds."""
        sums = list(self.weights[""])
        for name, value in sample.items():
            for at, weight in enumerate(self.weights[name]):
                sums[at] += weight * value
        return probabilities(sums)

    def learn(self, sample: dict[str, float], kind: str) -> None:
        """One step towards an example."""
        for at, odd in enumerate(self.odds(sample)):
            error = odd - (self.kinds[at] == kind)
            for name, value in {"": 1.0, **sample}.items():
                weights, steps = self.weights[name], self._steps[name]
                slope = error * value + (DECAY * weights[at] / 1000 if name else 0.0)
                steps[at] += slope * slope
                weights[at] -= STEP * slope / sqrt(steps[at])

    def told(self, names: list[str]) -> str:
        """The likeliest kind."""
        odds = self.odds(scaled(names, self.rare))
        return self.kinds[odds.index(max(odds))]


def trained(samples: list[tuple[list[str], str]]) -> Regression:
    """The regression of these examples."""
    rare = rarities(samples)
    model = Regression(sorted({kind for _, kind in samples}), rare)
    ready = [(scaled(names, rare), kind) for names, kind in samples]
    shuffled = random.Random(1)  # noqa: S311 the order of examples, no secret
    for _ in range(ROUNDS):
        shuffled.shuffle(ready)
        for sample, kind in ready:
            model.learn(sample, kind)
    return model


def written(model: Regression) -> Iterator[str]:
    """The lines of the file of weights, in hundredths."""
    yield "\t".join([digest(EXAMPLES), *model.kinds])
    yield "\t".join(["", *_hundredths(model.weights[""])])
    for name, rarity in model.rare.items():
        yield "\t".join([name, *_hundredths([rarity, *model.weights[name]])])


def _hundredths(numbers: list[float]) -> list[str]:
    return [str(round(100 * number)) for number in numbers]


def main() -> None:
    """Write the weights, or say how well others are told apart."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--held-out", type=Path, metavar="DIR")
    folder = asked.parse_args().held_out
    model = trained(read(EXAMPLES))
    if folder is None:
        WEIGHTS.write_text("\n".join(written(model)) + "\n", encoding="utf-8")
        return
    right, whole = Counter[str](), Counter[str]()
    for names, kind in read(folder):
        whole[kind] += 1
        right[kind] += model.told(names) == kind
    for kind, count in whole.items():
        print(f"{kind:16} {right[kind]:4} of {count}")
    print(f"{'all':16} {right.total():4} of {whole.total()}")


if __name__ == "__main__":
    main()
