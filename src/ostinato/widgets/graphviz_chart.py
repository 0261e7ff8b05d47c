"""Graphviz chart: a graph of nodes and edges."""

from typing import Any, Literal

from ostinato.arguments.graph import read_graph
from ostinato.arguments.size import STRETCH_OR_CONTENT, check_height, check_width, width_of
from ostinato.arguments.text import alt_of
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.run.surroundings import can_export
from ostinato.wire.props import Height, Props, Width


class GraphvizChart(Props, frozen=True):
    """The wire form of `graphviz_chart`.

    `can_export` is false if its data is not to be copied or downloaded.
    """

    source: str
    engine: Literal["dot", "neato", "fdp", "sfdp", "circo", "twopi", "osage", "patchwork"] = "dot"
    width: Width = "content"
    height: Height = "content"
    alt: str | None = None
    can_export: bool = True


@element
def graphviz_chart(
    figure_or_dot: Any,
    use_container_width: bool | None = None,
    *,
    width: Width = "content",
    height: Height = "content",
    alt: str | None = None,
) -> Container:
    """Draw a graph that is described in DOT, the language of Graphviz.

    It is laid out in the browser, beside the page, by the engine that the graph names. What has no
    colour of its own has those of the page. A text that is no graph is answered by a message with
    the line. See https://graphviz.org/doc/info/lang.html.

    Args:
        figure_or_dot: The description, or a `Graph`, `Digraph` or `Source` of the package
            graphviz, which need not be installed for a text.
        use_container_width: Deprecated: True is `width="stretch"`, False is `width="content"`.
        width: "content" for as large as it is, "stretch" for as wide as its place, or pixels;
            smaller where there is less room.
        height: "content" for as high as it is, "stretch" for as high as its place, or pixels, in
            which what is higher is scrolled.
        alt: What a screen reader calls it. By default the label or the name of the graph, and how
            many nodes and edges it has.

    Raises:
        StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
        StreamlitInvalidParameterTypeError: If it is neither a text nor a graph.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueError: If the graph names an engine that there is not.

    Differs:
        figure_or_dot: Colours that the graph does not name follow the theme. Links open in a new
            tab, and lead only to pages and mail.

    Example:
        >>> st.graphviz_chart("digraph { Script -> Page -> Person -> Script }")
    """
    width = width_of("graphviz_chart", "", width, use_container_width)
    check_width("graphviz_chart", width, STRETCH_OR_CONTENT)
    check_height("graphviz_chart", height)
    graph = read_graph("graphviz_chart", figure_or_dot)
    return draw(
        GraphvizChart(
            graph.source,
            graph.engine,  # type: ignore[arg-type]
            width,
            height,
            alt_of(alt),
            can_export(),
        )
    )
