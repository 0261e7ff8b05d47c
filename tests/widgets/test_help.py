"""Help."""

import json
from typing import Any

import pytest

import ostinato as st
from ostinato.testing import AppTest


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
    assert props.value.startswith("ostinato.run.control.rerun(scope")
    assert props.doc.startswith("Run the script again")
    assert props.members == []


def test_an_object_is_shown_with_its_members_and_its_code_does_not_run() -> None:
    props = shown(Dog())
    assert (props.name, props.type, props.doc) == (None, "Dog", "A typical dog.")
    assert props.value == f"{__name__}.Dog()"
    assert shown(Dog).type == "class"
    assert [(one.name, one.type, one.doc) for one in props.members] == [
        ("age", "property", "How old it is."),
        ("bark", "function", "Say woof."),
        ("legs", "int", "4"),
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


@pytest.mark.parametrize(
    ("script", "name"),
    [
        ("d = 5\nst.help(d)", "d"),
        ("st.help([1,2])", "[1,2]"),
        ("st.help(\n    obj=st.text\n)", "st.text"),
        ("st.help(f := len)", "f"),
        ("st.container().help(len)", "len"),
        ("st.write(len)", "len"),
        ("st.write('a', len)", "len"),
        ("len", "len"),
        ("def show(x):\n    st.help(x)\nshow(len)", "x"),
        ("st.help(*[len])", "len"),
        ("é = len; st.help(é)", "é"),
        ("st.help()", "ostinato"),
        (f"st.help({'1' * 200})", ""),
        ("exec('st.help(len)')", "len"),
    ],
)
def test_it_is_named_as_the_script_names_it(script: str, name: str) -> None:
    app = AppTest.from_string(f"import ostinato as st\n{script}").run()
    assert not app.exception
    assert (app.help[0].name or "") == name


def test_as_a_callback_it_is_named_by_itself() -> None:
    script = "import ostinato as st\nst.button('Help', on_click=st.help, args=(len,))"
    app = AppTest.from_string(script).run()
    assert app.button[0].click().run().help[0].value == "len"


def test_a_long_value_is_cut() -> None:
    assert len(shown("x" * 100_000).value) < 3000
