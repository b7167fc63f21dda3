"""What is remembered about texts is forgotten while one types."""

import importlib
import inspect
import pkgutil
from math import inf

from app import diff, evidence
from app.evidence.remembered import REMEMBERED, forget

LONG = {"text", "source", "target", "before", "after"}
"""What an argument is called that is a whole text."""

FEW = 1000
"""Texts of which one function may keep what it found without ever forgetting."""


def test_every_function_that_keeps_many_texts_is_on_the_list():
    found = [diff, *(importlib.import_module(module.name) for module in pkgutil.walk_packages(evidence.__path__, "app.evidence."))]
    kept = {
        each
        for module in found
        for name, each in vars(module).items()
        if hasattr(each, "cache_clear") and each.__module__ == module.__name__ and not name.startswith("_")
        if (each.cache_parameters()["maxsize"] or inf) > FEW and LONG & set(inspect.signature(each).parameters)
    }
    assert kept - {importlib.import_module("app.evidence.names").folded} == set(REMEMBERED)


def test_what_was_remembered_is_gone():
    for each in REMEMBERED:
        each(*["Der Rat stimmte am 3. Mai ab."] * sum(p.default is p.empty for p in inspect.signature(each).parameters.values()))
    assert all(each.cache_info().currsize for each in REMEMBERED)

    forget()

    assert not any(each.cache_info().currsize for each in REMEMBERED)
