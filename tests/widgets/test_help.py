"""Help."""

import json
from typing import Any

import pytest

import ostinato as st


class Dog:
    """A typical dog."""

    legs = 4

    def bark(self) -> str:
        """Say woof.

        Loudly.
        """
        return "Woof"

    @property
    def age(self) -> int:
        """How old it is."""
        raise AssertionError("to look at an object must not run its code")


def shown(*obj: Any) -> Any:
    return st.help(*obj).node.props  # type: ignore[union-attr]


def test_a_function_is_shown_with_signature_and_docstring() -> None:
    props = shown(st.rerun)
    assert props.name == "ostinato.run.control.rerun"
    assert shown(st.slider).name == "ostinato.slider"
    assert props.type == "function"
    assert props.value.startswith("rerun(scope")
    assert props.doc.startswith("Run the script again")
    assert props.members == []


def test_an_object_is_shown_with_its_members_and_its_code_does_not_run() -> None:
    props = shown(Dog())
    assert (props.name, props.type, props.doc) == (None, "Dog", "A typical dog.")
    assert [(one.name, one.type, one.doc) for one in props.members] == [
        ("age", "property", "How old it is."),
        ("bark", "function", "Say woof."),
        ("legs", "int", None),
    ]


def test_a_module_is_shown_by_name() -> None:
    props = shown(json)
    assert (props.name, props.type, props.value) == ("json", "module", None)
    assert "dumps" in [one.name for one in props.members]


def test_without_an_object_it_shows_this_package() -> None:
    assert shown().name == "ostinato"


@pytest.mark.parametrize("value", [5, "x", None, [1]])
def test_a_plain_value_is_shown_as_itself(value: object) -> None:
    assert shown(value).value == repr(value)


def test_a_long_value_is_cut() -> None:
    assert len(shown("x" * 100_000).value) < 3000
