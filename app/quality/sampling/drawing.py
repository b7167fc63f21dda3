"""A random draw that anybody can repeat: on every machine, in every version, from the seed and the articles alone.

Each article gets the SHA-256 of ``seed:key`` (UTF-8), where the key is its identity; the articles are put in the order of
these numbers, and the first ones are drawn. No generator and no order of import takes part in it.
"""

import hashlib
import secrets
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")


def new_seed() -> str:
    """Sixteen hexadecimal digits nobody could have chosen."""
    return secrets.token_hex(8)


def shuffled(seed: str, keys: Iterable[str]) -> list[str]:
    """The keys in the order in which they are drawn."""
    return sorted(keys, key=lambda key: (hashlib.sha256(f"{seed}:{key}".encode("utf-8", "surrogatepass")).digest(), key))


def shares(sizes: Mapping[str, int], count: int) -> dict[str, int]:
    """How many of `count` fall to each stratum: in proportion, the largest remainders first, one each as long as they last."""
    total = sum(sizes.values())
    count = min(count, total)
    if not total:
        return {}
    fair = {name: count * size for name, size in sizes.items()}
    given = {name: amount // total for name, amount in fair.items()}
    if count >= len(sizes):
        given = {name: max(1, share) for name, share in given.items()}
    by_need = sorted(sizes, key=lambda name: (given[name] * total - fair[name], name))
    while sum(given.values()) < count:
        given[by_need[0]] += 1
        by_need = sorted(by_need, key=lambda name: (given[name] * total - fair[name], name))
    while sum(given.values()) > count:
        most = max(given, key=lambda name: (given[name] * total - fair[name] if given[name] > 1 else -total, name))
        given[most] -= 1
    return given


def drawn(seed: str, strata: Mapping[str, Sequence[str]], count: int) -> list[str]:
    """The keys that are drawn, stratum by stratum."""
    given = shares({name: len(keys) for name, keys in strata.items()}, count)
    return [key for name in sorted(given) for key in shuffled(seed, strata[name])[: given[name]]]
