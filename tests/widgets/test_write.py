"""Write."""

import datetime as dt
import sys
from collections import UserList, namedtuple
from dataclasses import dataclass
from enum import Enum
from functools import partial
from io import StringIO
from types import SimpleNamespace
from typing import Any

import pytest

import ostinato as st
from ostinato.testing import AppTest


class Plain:
    """Has no text of its own."""


class Told:
    def __init__(self, text: str) -> None:
        self.text = text

    def __str__(self) -> str:
        return self.text


class Rich(Told):
    def _repr_html_(self) -> str:
        return f"<b>{self.text}</b>"


@dataclass
class Record:
    n: int


Pair = namedtuple("Pair", "x y")
Kind = Enum("Kind", "A")


def write(st: Any, values: tuple[Any, ...], options: dict[str, Any]) -> None:
    st.write(*values, **options)


def drawn(*values: Any, **options: Any) -> list[tuple[str, Any]]:
    """Return type and value of what `write` draws."""
    app = AppTest.from_function(write, args=(st, values, options)).run()
    return [(element.type, element.value) for element in app.nodes()]


@pytest.mark.parametrize(
    ("values", "elements"),
    [
        ([], []),
        (["a"], [("markdown", "a")]),
        ([""], [("markdown", "")]),
        (["  a\n    b"], [("markdown", "a\n  b")]),
        (["a", "b", 5], [("markdown", "a b `5`")]),
        ([None, True, 2.5], [("markdown", "`None` `True` `2.5`")]),
        (["a", {"x": 1}, "b"], [("markdown", "a"), ("json", '{"x": 1}'), ("markdown", "b")]),
        ([[1, 2], [3]], [("json", "[1, 2]"), ("json", "[3]")]),
        ([{"x": 1}.keys()], [("json", '["x"]')]),
        ([{"x": 1}.values()], [("json", "[1]")]),
        ([{"x": 1}.items()], [("json", '[["x", 1]]')]),
        ([map(str, [1])], [("json", '["1"]')]),
        ([Pair(1, 2)], [("json", '{"x": 1, "y": 2}')]),
        ([(1, 2)], [("markdown", "`(1, 2)`")]),
        ([{1}], [("markdown", "`{1}`")]),
        ([range(3)], [("markdown", "`range(0, 3)`")]),
        ([b"x"], [("markdown", "`b'x'`")]),
        ([dt.date(2020, 1, 1)], [("markdown", "`2020-01-01`")]),
        ([Kind.A], [("markdown", "`Kind.A`")]),
        ([SimpleNamespace(a=1)], [("markdown", "`namespace(a=1)`")]),
        ([UserList([1])], [("json", "[1]")]),
        (["a", StringIO("*b*")], [("markdown", "a *b*")]),
        ([ValueError("q")], [("exception", "q")]),
        ([int], [("help", "int")]),
        ([len], [("help", "len")]),
        ([pytest], [("help", "pytest")]),
        ([Kind], [("help", f"{__name__}.Kind")]),
    ],
)
def test_each_value_is_shown_in_the_way_that_suits_it(
    values: list[Any], elements: list[tuple[str, Any]]
) -> None:
    assert drawn(*values) == elements


@pytest.mark.parametrize("value", [Plain(), Record(1), iter([1]), object(), memoryview(b"a")])
def test_an_object_without_a_text_is_explained(value: object) -> None:
    assert [kind for kind, _ in drawn(value)] == ["help"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a`b", "``a`b``"),
        ("`a``", "``` `a`` ```"),
        ("a\nb", "```\na\nb\n```"),
        ("a\n```\nb", "````\na\n```\nb\n````"),
    ],
)
def test_no_text_of_an_object_breaks_out_of_its_code(text: str, code: str) -> None:
    assert drawn(Told(text)) == [("markdown", code)]


def test_html_is_rendered_only_when_allowed() -> None:
    assert drawn(Rich("x")) == [("markdown", "`x`")]
    assert drawn(Rich("x"), unsafe_allow_html=True) == [("html", "<b>x</b>")]


def test_a_generator_is_shown_as_it_comes() -> None:
    assert drawn(word for word in ("a", "b")) == [("markdown", "ab")]
    mixed = (one for one in ("a", "b", {"x": 1}, "c"))
    assert drawn(mixed) == [("markdown", "ab"), ("json", '{"x": 1}'), ("markdown", "c")]


def test_a_generator_that_is_waited_for_is_shown_as_it_comes() -> None:
    async def words() -> Any:
        yield "a"
        yield "b"

    assert drawn(words()) == drawn(words) == [("markdown", "ab")]


def test_y06_figures_and_graphs_are_drawn() -> None:
    app = AppTest.from_string("""
        import graphviz
        from matplotlib.figure import Figure
        import ostinato as st

        st.write("a", graphviz.Source("graph { a }"), "b", Figure(), Figure().subplots())
        graphviz.Source("graph { b }")
        Figure()
        graph = graphviz.Source("graph { c }")
        graph
        figure = Figure()
        figure
        """).run()
    assert not app.exception
    assert [node.type for node in app.nodes()] == [
        *("markdown", "graphviz_chart", "markdown", "pyplot", "markdown"),
        *("graphviz_chart", "pyplot"),
    ]
    assert app.graphviz_chart.values == ["graph { a }", "graph { c }"]


def test_y06_a_model_of_keras_is_the_graph_of_its_layers(monkeypatch: pytest.MonkeyPatch) -> None:
    class Model:
        __module__ = "keras.src.models.model"

    graph = SimpleNamespace(to_string=lambda: "digraph { Input -> Dense }")
    keras = SimpleNamespace(utils=SimpleNamespace(model_to_dot=lambda model: graph))
    monkeypatch.setitem(sys.modules, "keras", keras)
    assert drawn(type("Sequential", (Model,), {})()) == [
        ("graphviz_chart", "digraph { Input -> Dense }")
    ]


def test_it_returns_nothing() -> None:
    assert st.write("x") is None  # type: ignore[func-returns-value]


def test_issue_8_a_function_that_makes_a_generator_is_called() -> None:
    def words() -> Any:
        yield from ("a", "b")

    assert drawn("x", words, 1) == [("markdown", "x"), ("markdown", "ab"), ("markdown", "`1`")]
    assert drawn(partial(words)) == [("markdown", "ab")]
    assert [kind for kind, _ in drawn(drawn)] == ["help"]


def test_images_of_pillow_are_shown_as_pictures() -> None:
    pytest.importorskip("PIL")
    app = AppTest.from_string("""
        import ostinato as st
        from PIL import Image
        picture = Image.new("L", (3, 2))
        st.write("a", picture, "b")
        picture
    """).run()
    assert [each.value for each in app.markdown] == ["a", "b"]
    assert [each.sizes for each in app.image] == [[[3, 2]], [[3, 2]]]
    assert app.image[0].value == app.image[1].value
