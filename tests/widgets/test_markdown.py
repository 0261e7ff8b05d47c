"""Markdown and its plainer kin: caption, text, code, divider."""

from typing import Any

import pytest

import ostinato as st
from ostinato.errors import (
    StreamlitIncompatibleParametersError,
    StreamlitInvalidHeightError,
    StreamlitInvalidParameterTypeError,
    StreamlitInvalidWidthError,
    StreamlitValueError,
)
from ostinato.testing import AppTest


def test_all_texts_reach_the_page() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.markdown("  *a*", help="  h")
        st.caption("b")
        st.text("  c  ")
        st.code("d", language="sql")
        st.divider()
        st.text(5)
    """).run()
    assert (app.markdown[0].value, app.markdown[0].help) == ("*a*", "h")
    assert app.caption.values == ["b"]
    assert app.text.values == ["c", "5"]
    assert (app.code[0].value, app.code[0].language) == ("d", "sql")
    assert app.divider.values == ["---"]
    assert (app.markdown[0].is_caption, app.caption[0].is_caption) == (False, True)


@pytest.mark.parametrize("draw", [st.markdown, st.caption])
def test_html_cannot_be_kept_on_one_line(draw: Any) -> None:
    with pytest.raises(StreamlitIncompatibleParametersError, match="leave one of them out"):
        draw("a", unsafe_allow_html=True, wrap=False)


@pytest.mark.parametrize("draw", [st.markdown, st.caption, st.text, st.title, st.header])
def test_width_and_alignment_are_checked(draw: Any) -> None:
    with pytest.raises(StreamlitInvalidWidthError, match=f"^{draw.__name__}: width must be"):
        draw("a", width="x")
    with pytest.raises(StreamlitValueError, match=f"^{draw.__name__}: text_alignment must be"):
        draw("a", text_alignment="x")


def test_only_markdown_has_an_automatic_width() -> None:
    st.markdown("a", width="auto")
    with pytest.raises(StreamlitInvalidWidthError, match="got width='auto'"):
        st.text("a", width="auto")


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("\n\n  x\n  y  \n\n", "\n  x\n  y  \n"),
        ("  x\n  y", "  x\n  y"),
        ("x\n\n", "x\n"),
        (5, "5"),
    ],
)
def test_code_keeps_its_indentation(body: object, shown: str) -> None:
    assert st.code(body).node.props.body == shown  # type: ignore[union-attr]


def test_code_may_fit_its_content() -> None:
    assert st.code("x", height=None).node.props.height == "content"  # type: ignore[union-attr]
    with pytest.raises(StreamlitInvalidHeightError, match="got height='x'"):
        st.code("x", height="x")  # type: ignore[arg-type]


def test_a_language_is_a_text() -> None:
    with pytest.raises(StreamlitInvalidParameterTypeError, match="got language=5"):
        st.code("x", language=5)  # type: ignore[arg-type]


def test_an_element_can_be_drawn_anew() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        place = st.text("a")
        st.text("between")
        place.markdown("b")
        place.text("c")
    """).run()
    assert app.text.values == ["c", "between"]
    assert not app.markdown
