"""Diagrams."""

import pytest

import ostinato as st
from ostinato.errors import StreamlitInvalidParameterTypeError, StreamlitInvalidWidthError
from ostinato.testing import AppTest
from ostinato.widgets.mermaid_chart import MermaidChart

FLOW = "flowchart LR\n  A --> B"


def props(*args: object, **named: object) -> MermaidChart:
    return st.mermaid_chart(*args, **named).node.props  # type: ignore


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (FLOW, FLOW),
        ("\n    graph LR\n      A --> B\n", "graph LR\n  A --> B"),
        ("", ""),
        ("no diagram", "no diagram"),
        (type("Own", (str,), {})(FLOW), FLOW),
    ],
)
def test_the_text_is_shown_without_its_indentation(value: str, shown: str) -> None:
    assert props(value).body == shown


@pytest.mark.parametrize("value", [None, 3, b"graph LR", ["graph LR"], float("nan"), object()])
def test_what_is_no_text_is_refused(value: object) -> None:
    with pytest.raises(
        StreamlitInvalidParameterTypeError, match=r"^mermaid_chart: body must be a str, got body="
    ):
        props(value)


@pytest.mark.parametrize("width", ["stretch", "content", "auto", 1, 10_000])
def test_widths(width: object) -> None:
    assert props(FLOW, width=width).width == width


@pytest.mark.parametrize("width", ["wide", 0, -5, None, 1.5, float("nan")])
def test_other_widths_are_refused(width: object) -> None:
    with pytest.raises(StreamlitInvalidWidthError, match=r"^mermaid_chart: width must be .* got"):
        props(FLOW, width=width)


@pytest.mark.parametrize(("alt", "said"), [(None, None), ("", ""), ("A flow", "A flow"), (3, "3")])
def test_the_text_for_screen_readers(alt: object, said: str | None) -> None:
    assert props(FLOW, alt=alt).alt == said


def test_a_test_finds_it_among_markdown() -> None:
    def script() -> None:
        import ostinato as st  # noqa: PLC0415

        st.markdown("before")
        st.mermaid_chart("graph LR\n  A --> B", alt="A flow")
        st.mermaid_chart("graph LR\n  A[````x````]")

    app = AppTest.from_function(script).run()
    assert app.markdown.values == [
        "before",
        "````mermaid\ngraph LR\n  A --> B\n````",
        "`````mermaid\ngraph LR\n  A[````x````]\n`````",
    ]
    assert app.markdown[1].alt == "A flow"
