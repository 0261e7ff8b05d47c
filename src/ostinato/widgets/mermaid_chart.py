"""Mermaid chart: a diagram."""

from ostinato.arguments.size import ANY_WIDTH, check_width
from ostinato.arguments.text import dedent_text, optional_str
from ostinato.errors import StreamlitInvalidParameterTypeError
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.wire.props import Props, Width


class MermaidChart(Props, frozen=True):
    """The wire form of `mermaid_chart`.

    `can_export` is false if its text is not to be copied.
    """

    body: str
    width: Width = "stretch"
    alt: str | None = None
    can_export: bool = True


@element
def mermaid_chart(body: str, *, width: Width = "stretch", alt: str | None = None) -> Container:
    """Draw a diagram that is described in Mermaid's language.

    Flowcharts, sequences, classes, states, entities, Gantt charts, mind maps and others: see
    https://mermaid.js.org. A fenced block of the language `mermaid` in Markdown is drawn, too. A
    text that is no diagram is answered by a message with the place.

    Args:
        body: The description.
        width: "stretch", "content" or pixels. A diagram is as large as it needs to be, and smaller
            where there is less room.
        alt: What a screen reader calls it. By default the `accTitle` and `accDescr` of the
            description, or else the type of the diagram.

    Raises:
        StreamlitInvalidParameterTypeError: If the description is no text.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.

    Example:
        >>> st.mermaid_chart("flowchart LR; Script --> Page --> Person --> Script")
    """
    from ostinato.run.surroundings import can_export  # noqa: PLC0415  (few scripts have diagrams)

    check_width("mermaid_chart", width, ANY_WIDTH)
    if not isinstance(body, str):
        raise StreamlitInvalidParameterTypeError(
            f"mermaid_chart: body must be a str, got body={body!r}: pass the text of a diagram"
        )
    return draw(MermaidChart(dedent_text(body), width, optional_str(alt), can_export()))
