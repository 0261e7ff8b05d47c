"""Pyplot: a figure of Matplotlib, as a picture."""

from typing import Any

from ostinato.arguments.figure import find_figure, picture_of, title_of
from ostinato.arguments.figure_data import table_of
from ostinato.arguments.size import STRETCH_OR_CONTENT, check_width, width_of
from ostinato.arguments.text import optional_str
from ostinato.arguments.warning import warn
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.run.files import keep
from ostinato.run.pictures import address_of
from ostinato.run.surroundings import can_export
from ostinato.wire.flag import as_flag
from ostinato.wire.props import FileAddress, Props, Width


class Pyplot(Props, frozen=True):
    """The wire form of `pyplot`: a picture, and its size if there is room, as `Image` has them.

    `title` is what the figure says of itself, for who cannot see it, and `data` the address of the
    table of what it shows. `can_export` is false if that is not to be downloaded.
    """

    source: FileAddress
    sizes: list[tuple[int, int] | None]
    title: str = ""
    width: Width = "stretch"
    alt: str | None = None
    data: FileAddress | None = None
    can_export: bool = True


@element
def pyplot(
    fig: Any,
    clear_figure: bool = False,
    *,
    width: Width = "stretch",
    use_container_width: bool | None = None,
    alt: str | None = None,
    **kwargs: Any,
) -> Container:
    """Show a figure of Matplotlib, or of a library on top of it, such as seaborn.

    It is drawn on the server, without its empty margins, and sharp on all screens. One that comes
    out as it was costs no bytes. No window is ever opened, whatever the backend. The points of its
    lines, bars, pies and scattered points are a table behind it, up to 1,000 rows.

    Args:
        fig: The figure, or what is drawn in one: axes, what pandas' `plot` returns, a grid or plot
            of seaborn, or the module `matplotlib.pyplot` for its global figure.
        clear_figure: Whether nothing is to be left in the figure afterwards.
        width: "stretch", "content" or pixels; never wider than its place. An inch of the figure
            has 200 pixels if it is "content".
        use_container_width: Deprecated: True is `width="stretch"`, False is `width="content"`.
        alt: What a screen reader says in place of it; "" for what is there for the eye only. By
            default that is made of its titles and the names of its axes.
        kwargs: Deprecated: what is passed on to `savefig`. The format can be "png", "jpg", "webp"
            or "svg".

    Raises:
        StreamlitAPIException: If it is too large for browsers.
        StreamlitInvalidParameterTypeError: If it is no figure, and not drawn in one.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitMissingRequiredParameterError: If it is None.
        StreamlitValueError: If the format is none that browsers show.

    Differs:
        fig: Also axes, and what else knows its figure. What is none is named by the error.
        width: A figure is drawn with more than 200 dots for an inch where it would not be sharp.

    Example:
        >>> import matplotlib.pyplot as plt
        >>>
        >>> fig, ax = plt.subplots()
        >>> _ = ax.hist([1, 2, 2, 3, 3, 3])
        >>> st.pyplot(fig, alt="A count that grows by one at each step")
    """
    width = width_of("pyplot", "", width, use_container_width)
    check_width("pyplot", width, STRETCH_OR_CONTENT)
    does_clear = as_flag("pyplot", "clear_figure", clear_figure)
    if kwargs:
        warn(
            f"pyplot: options of savefig are deprecated, got {', '.join(kwargs)}: save the figure"
            " and show the file by st.image"
        )
    figure = find_figure("pyplot", fig)
    picture = picture_of("pyplot", figure, kwargs)
    alt = optional_str(alt)
    alt = None if alt and not alt.strip() else alt
    title = title_of(figure) if alt is None else ""
    table = table_of(figure)
    data = None if table is None else keep(table, type="application/json") or None
    source = address_of(picture)
    drawn = draw(Pyplot(source, [picture.size], title, width, alt, data, can_export()))
    if does_clear:
        figure.clf()
    return drawn
