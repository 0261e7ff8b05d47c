"""Errors: one tree, drawn first, and nothing outside of it."""

import inspect
import re

import pytest

from ostinato import errors

CLASSES = [one for _, one in inspect.getmembers(errors, inspect.isclass)]


def drawn_tree() -> dict[str, tuple[str, list[str]]]:
    """Read the drawing: for each class the one it stands below, and the other bases it names."""
    above: list[tuple[int, str]] = []
    tree = {}
    for line in (errors.__doc__ or "").splitlines():
        found = re.fullmatch(r"([ │├└─]*[├└]── )(\w+)(?: \((\w+)\))?", line)
        if found is None:
            continue
        depth, name = len(found[1]), found[2]
        above = [(other, parent) for other, parent in above if other < depth]
        tree[name] = (above[-1][1] if above else "Exception", [found[3]] if found[3] else [])
        above.append((depth, name))
    return tree


@pytest.mark.parametrize("error", CLASSES, ids=lambda error: error.__name__)
def test_the_tree_is_drawn_as_it_is(error: type[Exception]) -> None:
    first, *others = [base.__name__ for base in error.__bases__]
    assert drawn_tree()[error.__name__] == (first, others)


def test_nothing_is_drawn_that_does_not_exist() -> None:
    assert sorted(drawn_tree()) == sorted(error.__name__ for error in CLASSES)


@pytest.mark.parametrize("error", CLASSES, ids=lambda error: error.__name__)
def test_each_error_says_in_one_line_what_it_means(error: type[Exception]) -> None:
    assert re.fullmatch(r"[A-Z].*\.", error.__doc__ or "")


def test_errors_are_caught_as_what_they_resemble() -> None:
    assert issubclass(errors.ConfigError, ValueError)
    assert issubclass(errors.ScriptNotFound, FileNotFoundError)
    assert issubclass(errors.NotAvailable, NotImplementedError)
