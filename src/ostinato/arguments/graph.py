"""Graph: what Graphviz is to draw, as a text in its language DOT."""

from typing import Any, NamedTuple

from ostinato.arguments.text import dedent_text
from ostinato.errors import StreamlitInvalidParameterTypeError, StreamlitValueError
from ostinato.values.classes import is_made_of

ENGINES = ("dot", "neato", "fdp", "sfdp", "circo", "twopi", "osage", "patchwork")
"""What can lay a graph out; "nop" and "nop2" lay out nothing."""


class Graph(NamedTuple):
    """A graph, and how it is laid out."""

    source: str
    engine: str


def read_graph(who: str, value: Any) -> Graph:
    """Return what Graphviz is to draw.

    Args:
        who: What shows it, for errors.
        value: A text, or a graph of the package graphviz.

    Raises:
        StreamlitInvalidParameterTypeError: If it is neither.
        StreamlitValueError: If there is no such engine.
    """
    if isinstance(value, str):
        return Graph(dedent_text(value), "dot")
    source, engine = getattr(value, "source", None), getattr(value, "engine", "dot")
    if isinstance(value, type) or not isinstance(source, str) or not is_graph(value):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: figure_or_dot must be a text in DOT or a graph of the package graphviz, got"
            f' figure_or_dot={value!r}: pass one, such as "digraph {{ a -> b }}"'
        )
    engine = engine or "dot"
    if engine not in ENGINES:
        raise StreamlitValueError(
            f"{who}: the engine of a graph must be one of {', '.join(map(repr, ENGINES))},"
            f" got engine={engine!r}"
        )
    return Graph(source.strip(), engine)


def is_graph(value: object) -> bool:
    """Return whether a value is a graph, or a source, of the package graphviz."""
    return is_made_of(value, "graphviz", "BaseGraph", "Graph", "Digraph", "Source")
