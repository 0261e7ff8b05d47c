"""Heading."""

from typing import Any

import pytest

import ostinato as st
from ostinato.errors import StreamlitInvalidParameterTypeError, StreamlitValueError
from ostinato.testing import AppTest


def test_three_levels_are_told_apart() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.title("one")
        st.header("two")
        st.subheader("  three")
    """).run()
    assert (app.title.values, app.header.values) == (["one"], ["two"])
    assert app.subheader.values == ["three"]


def test_dividers_take_the_next_colour_each_time_and_start_anew_each_run() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.header("a", divider=True)
        st.subheader("b", divider=True)
        st.header("c", divider="red")
        for name in "defgh":
            st.header(name, divider=True)
    """)
    for _ in range(2):
        app.run()
        assert [one.divider for one in app.nodes()] == [
            "blue", "green", "red", "orange", "red", "violet", "yellow", "blue",
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("anchor", "taken"), [(None, None), ("", None), (False, False), ("here", "here")]
)
def test_an_anchor_may_be_named_or_left_out(anchor: Any, taken: object) -> None:
    assert st.title("a", anchor).node.props.anchor == taken  # type: ignore[union-attr]


@pytest.mark.parametrize("anchor", [5, True])
def test_other_anchors_are_refused(anchor: Any) -> None:
    with pytest.raises(StreamlitInvalidParameterTypeError, match="^title: anchor must be"):
        st.title("a", anchor)


def test_an_unknown_colour_is_refused() -> None:
    with pytest.raises(StreamlitValueError, match="^header: divider must be one of True, 'blue'"):
        st.header("a", divider="x")  # type: ignore[arg-type]


def test_no_icon_may_be_said_with_an_empty_text() -> None:
    assert st.title("a", icon="").node.props.icon is None  # type: ignore[union-attr]
