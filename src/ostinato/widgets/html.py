"""Html: HTML of the script's own, in the page."""

from pathlib import Path
from typing import Any

from ostinato.arguments.size import STRETCH_OR_CONTENT, check_width
from ostinato.arguments.text import dedent_text
from ostinato.errors import StreamlitMissingRequiredParameterError
from ostinato.run.container import Container
from ostinato.run.elements import draw, element, elements
from ostinato.wire.props import Props, Width

LONGEST_NAME = 1_000
"""Characters of a text that may be the name of a file."""

NO_PATH = (
    "html: a text is shown as it is, and is no path, got body={body!r}: pass pathlib.Path({body!r})"
    " to show the file"
)


class Html(Props, frozen=True):
    """The wire form of `html`."""

    body: str
    width: Width = "stretch"
    unsafe_allow_javascript: bool = False


@element
def html(
    body: object, *, width: Width = "stretch", unsafe_allow_javascript: bool = False
) -> Container:
    """Put HTML into the page.

    It is cleaned of all that could run. A style sheet applies to the whole page, and takes no room
    if there is nothing else. `iframe` shows HTML apart from the page, with scripts of any site.

    Args:
        body: HTML; the `Path` of a file with HTML, or with CSS if its name ends in ".css"; or an
            object with `_repr_html_`.
        width: "stretch", "content" or pixels.
        unsafe_allow_javascript: Whether scripts in the HTML run, in the page. Those of other sites
            are not loaded. Never do this with text that others have written.

    Raises:
        OSError: If the file cannot be read.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitMissingRequiredParameterError: If there is no text.

    Differs:
        body: `@import` and fonts of other sites have no effect.
        unsafe_allow_javascript: Scripts of other sites are not loaded, and the page says so.

    Example:
        >>> st.html("<p style='text-align: right'>on the right</p>")
    """
    check_width("html", width, STRETCH_OR_CONTENT)
    text = dedent_text(_source(body))
    if not text:
        raise StreamlitMissingRequiredParameterError(
            f"html: there must be something to show, got body={body!r}: pass HTML"
        )
    if isinstance(body, str) and _is_file(text):
        elements["error"](NO_PATH.format(body=text))
    return draw(Html(text, width, unsafe_allow_javascript))


def _source(body: Any) -> object:
    if isinstance(body, Path):
        text = body.read_text(encoding="utf-8")
        return f"<style>{text}</style>" if body.suffix.lower() == ".css" else text
    # The name is IPython's protocol; a class that is passed has it too, but not for itself.
    if hasattr(body, "_repr_html_") and not isinstance(body, type):
        return body._repr_html_()
    return body


def _is_file(text: str) -> bool:
    """Return whether a text names a file of HTML or CSS: others are no mistake."""
    if len(text) > LONGEST_NAME or not text.lower().endswith((".html", ".htm", ".css")):
        return False
    try:
        return Path(text).is_file()
    except (OSError, ValueError):
        return False
