"""Badge: Markdown that a call writes."""

from typing import Any

import pytest

import ostinato as st
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitInvalidParameterTypeError,
    StreamlitInvalidWidthError,
    StreamlitValueError,
)
from ostinato.testing import AppTest


def body(*args: Any, **kwargs: Any) -> str:
    return st.badge(*args, **kwargs).node.props.body  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("New", ":blue-badge[New]"),
        ("", ":blue-badge[]"),
        (" a\n\n b ", ":blue-badge[a b]"),
        ("a]b[c", r":blue-badge[a\]b\[c]"),
        (r"a\]b", r":blue-badge[a\]b]"),
        ("a\\\\]", ":blue-badge[a\\\\\\]]"),
        ("end\\", ":blue-badge[end\\\\]"),
        ("**bold** :material/home:", ":blue-badge[**bold** :material/home:]"),
    ],
)
def test_what_is_in_the_label_cannot_end_it(label: str, text: str) -> None:
    assert body(label) == text


def test_it_has_an_icon_and_a_color() -> None:
    assert body("Done", icon=":material/check:", color="green") == (
        ":green-badge[:material/check: Done]"
    )
    assert body("", icon="🔥", color="grey") == ":grey-badge[🔥]"


def test_a_test_finds_it_as_the_text_that_it_is() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        place = st.badge("One", help=" *why* ")
        st.sidebar.badge("Two", width="stretch")
        place.badge("Three")
    """).run()
    assert app.markdown.values == [":blue-badge[Three]", ":blue-badge[Two]"]
    assert [each.width for each in app.markdown] == ["content", "stretch"]


@pytest.mark.parametrize(
    ("arguments", "error", "text"),
    [
        ({"label": None}, StreamlitInvalidParameterTypeError, "label must be a str"),
        ({"label": 3}, StreamlitInvalidParameterTypeError, "label must be a str"),
        ({"color": "pink"}, StreamlitValueError, "color must be one of"),
        ({"color": None}, StreamlitValueError, "color must be one of"),
        ({"color": "rainbow"}, StreamlitValueError, "color must be one of"),
        ({"icon": "abc"}, StreamlitAPIException, "icon must be one emoji"),
        ({"icon": "spinner"}, StreamlitAPIException, ".*use st.spinner"),
        ({"width": "auto"}, StreamlitInvalidWidthError, "width must be"),
        ({"width": 0}, StreamlitInvalidWidthError, "width must be"),
        ({"width": float("nan")}, StreamlitInvalidWidthError, "width must be"),
    ],
)
def test_r06_what_it_refuses(arguments: Any, error: type[Exception], text: str) -> None:
    with pytest.raises(error, match=f"^badge: {text}"):
        st.badge(**{"label": "a", **arguments})


def test_r06_what_cannot_travel_is_told_of_the_call() -> None:
    app = AppTest.from_string("import ostinato as st; st.badge('\\udce9')").run()
    assert app.exception[0].message.startswith("badge: body must be text")
