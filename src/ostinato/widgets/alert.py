"""Alert: error, warning, info and success boxes."""

from typing import Literal

from ostinato.arguments.icon import check_icon, split_icon
from ostinato.arguments.size import check_width
from ostinato.arguments.text import dedent_text, optional_text
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.wire.props import Props, Width

Severity = Literal["error", "warning", "info", "success"]


class Alert(Props, frozen=True):
    """The wire form of `error`, `warning`, `info` and `success`."""

    body: str
    severity: Severity
    icon: str | None = None
    title: str | None = None
    width: Width = "stretch"

    @property
    def call(self) -> str:
        """The call of its severity."""
        return self.severity


@element
def error(
    body: object,
    *,
    icon: str | None = None,
    width: Width = "stretch",
    title: object = None,
) -> Container:
    """Show a box that says what went wrong.

    Args:
        body: The text, in Markdown; an emoji or symbol it begins with becomes the icon.
        icon: An emoji, a symbol like ":material/error:", or "spinner"; "" for none at all.
        width: "stretch" or pixels.
        title: A line above the text, in Markdown.

    Raises:
        StreamlitAPIException: If there is no such icon.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.

    Example:
        >>> st.error("The file could not be read", icon="🔥")
    """
    return _alert("error", body, icon, width, title)


@element
def warning(
    body: object,
    *,
    icon: str | None = None,
    width: Width = "stretch",
    title: object = None,
) -> Container:
    """Show a box that says what to look out for.

    Args:
        body: The text, in Markdown; an emoji or symbol it begins with becomes the icon.
        icon: An emoji, a symbol like ":material/warning:", or "spinner"; "" for none at all.
        width: "stretch" or pixels.
        title: A line above the text, in Markdown.

    Raises:
        StreamlitAPIException: If there is no such icon.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.

    Example:
        >>> st.warning("The figures of today are not complete")
    """
    return _alert("warning", body, icon, width, title)


@element
def info(
    body: object,
    *,
    icon: str | None = None,
    width: Width = "stretch",
    title: object = None,
) -> Container:
    """Show a box that says what is good to know.

    Args:
        body: The text, in Markdown; an emoji or symbol it begins with becomes the icon.
        icon: An emoji, a symbol like ":material/info:", or "spinner"; "" for none at all.
        width: "stretch" or pixels.
        title: A line above the text, in Markdown.

    Raises:
        StreamlitAPIException: If there is no such icon.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.

    Example:
        >>> st.info("Choose a year to begin")
    """
    return _alert("info", body, icon, width, title)


@element
def success(
    body: object,
    *,
    icon: str | None = None,
    width: Width = "stretch",
    title: object = None,
) -> Container:
    """Show a box that says what went well.

    Args:
        body: The text, in Markdown; an emoji or symbol it begins with becomes the icon.
        icon: An emoji, a symbol like ":material/check:", or "spinner"; "" for none at all.
        width: "stretch" or pixels.
        title: A line above the text, in Markdown.

    Raises:
        StreamlitAPIException: If there is no such icon.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.

    Example:
        >>> st.success("Saved", icon=":material/check:")
    """
    return _alert("success", body, icon, width, title)


def _alert(
    severity: Severity, body: object, icon: str | None, width: Width, title: object
) -> Container:
    check_width(severity, width)
    text, icon = dedent_text(body), check_icon(severity, icon)
    if icon is None:
        icon, text = split_icon(text)
    return draw(Alert(text, severity, icon, optional_text(title), width))
