"""Public names and signatures are Streamlit's 1.67, as recorded in tests/api/signatures.json."""

import inspect
import json
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

import ostinato
from ostinato import errors
from ostinato.run.absent import NOT_YET
from ostinato.run.container import elements
from ostinato.testing import AppTest
from ostinato.testing import elements as kinds
from ostinato.testing.block import Lists

# The record has all of Streamlit: what comes next is held to it as soon as it is there.
API = json.loads((Path(__file__).parent / "api" / "signatures.json").read_text(encoding="utf-8"))

FUNCTIONS = sorted(API["functions"].keys() - NOT_YET.keys())
FOUND = {name: get_args(hint)[-1] for name, hint in Lists.__annotations__.items() if get_args(hint)}
"""The class of each element that a test finds, by the name of its function."""
CALLED = {"form_submit_button": "Button"}
"""What Streamlit calls the class, if not as the function."""


def shape(function: Callable[..., object]) -> list[str]:
    """Write a signature as the record does: names, order, defaults, and where keywords begin."""
    parts: list[str] = []
    for one in inspect.signature(function).parameters.values():
        if one.kind is one.KEYWORD_ONLY and "*" not in parts and not has_rest(parts):
            parts.append("*")
        star = "*" if one.kind is one.VAR_POSITIONAL else ""
        default = "" if one.default is one.empty else f"={written(one.default)}"
        parts.append(f"{star}{one.name}{default}")
    return parts


def has_rest(parts: list[str]) -> bool:
    return any(part.startswith("*") and part != "*" for part in parts)


def written(default: object) -> str:
    if default is ...:
        return "..."
    return default.__name__ if isinstance(default, type) else repr(default)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_signature_is_streamlits(name: str) -> None:
    assert shape(getattr(ostinato, name)) == API["functions"][name]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_elements_are_methods_of_containers_where_streamlits_are(name: str) -> None:
    assert (name in elements) == (name in API["containers"])


def test_every_public_name_exists_or_is_announced() -> None:
    assert set(API["names"]) <= set(dir(ostinato))
    assert NOT_YET.keys() - set(API["names"]) == {"column_config", "components"}


@pytest.mark.parametrize("name", sorted(set(dir(ostinato)) - NOT_YET.keys() - {"__version__"}))
def test_every_listed_name_can_be_imported_and_is_documented(name: str) -> None:
    assert getattr(ostinato, name).__doc__


@pytest.mark.parametrize("name", sorted(API["errors"]))
def test_errors_have_streamlits_bases(name: str) -> None:
    assert [base.__name__ for base in getattr(errors, name).__mro__[1:-1]] == API["errors"][name]


@pytest.mark.parametrize("name", sorted(API["apptest"]))
def test_apptest_methods_are_streamlits(name: str) -> None:
    ours = [part for part in shape(getattr(AppTest, name)) if part != "self"]
    assert ours == API["apptest"][name]


@pytest.mark.parametrize("name", sorted(API["elements"].keys() & vars(kinds).keys()))
def test_classes_of_elements_have_streamlits_members(name: str) -> None:
    assert set(API["elements"][name]) <= members(getattr(kinds, name))


@pytest.mark.parametrize("name", sorted(FOUND))
def test_elements_of_tests_have_streamlits_members(name: str) -> None:
    usual = "".join(word.capitalize() for word in name.split("_"))
    theirs = API["elements"].get(usual) or API["elements"][CALLED.get(name, FOUND[name].__name__)]
    assert set(theirs) <= members(FOUND[name])


def members(kind: type) -> set[str]:
    return {member for member in dir(kind) if not member.startswith("_")}
