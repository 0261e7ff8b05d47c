"""Figure: what Matplotlib has drawn, or what holds it, as a picture."""

import io
import sys
import threading
from importlib.util import find_spec
from typing import Any

from ostinato.arguments.picture import Picture, read_picture
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)
from ostinato.values.classes import is_made_of

FORMATS = ("png", "jpg", "jpeg", "webp", "svg")
"""What browsers show of all that Matplotlib writes."""

DPI = 200
"""Pixels of the page for an inch of a figure that is as large as it is."""

SHARP = 1460
"""Pixels that a figure is wide at the least: twice what the usual layout has room for."""

FINEST = 400
"""Pixels for an inch at the most, for a figure of an inch or two."""

POINTS = 72
"""Units of an SVG for an inch."""

MOST_TITLES = 6
"""Parts of a figure of which is said what they show."""

LONGEST_TITLE = 300

_drawing = threading.RLock()
"""Matplotlib draws with things that all figures of a process share: one at a time does."""


def find_figure(who: str, value: Any) -> Any:
    """Return the figure that a value is, or belongs to.

    Raises:
        StreamlitInvalidParameterTypeError: If it is none, and belongs to none.
        StreamlitMissingRequiredParameterError: If it is None.
    """
    if value is None:
        raise StreamlitMissingRequiredParameterError(
            f"{who}: fig must be a figure of Matplotlib, got fig=None: pass the one that"
            ' "fig, ax = plt.subplots()" makes, as others draw into the global one at the same time'
        )
    figure = _figure_of(value)
    if figure is None:
        missing = "" if find_spec("matplotlib") else '; run "pip install matplotlib"'
        raise StreamlitInvalidParameterTypeError(
            f"{who}: fig must be a figure of Matplotlib or what is drawn in one, got fig={value!r}:"
            f' pass the one that "fig, ax = plt.subplots()" makes{missing}'
        )
    return figure


def picture_of(who: str, figure: Any, options: dict[str, Any]) -> Picture:
    """Draw a figure, and return the picture with the size that it has in the page.

    Args:
        who: What shows it, for errors.
        figure: What `find_figure` has returned.
        options: What the script says to `savefig`.

    Raises:
        StreamlitAPIException: If it is too large for browsers.
        StreamlitValueError: If the format is none that browsers show.
    """
    format = options.get("format", "png")
    if format not in FORMATS:
        raise StreamlitValueError(
            f"{who}: format must be one of {', '.join(map(repr, FORMATS))}, got format={format!r}"
        )
    asked = options.get("dpi")
    dpi = _dpi_of(figure) if asked is None else asked
    options = {"bbox_inches": "tight", **options, "format": format, "dpi": dpi}
    file = io.BytesIO()
    with _drawing, _Repeatable(format, options):
        try:
            figure.savefig(file, **options)
        except ValueError as error:
            if "too large" not in str(error):
                raise
            raise StreamlitAPIException(
                f"{who}: fig is too large to be drawn, got {error}: make its figsize or dpi smaller"
            ) from None
    drawn = read_picture(who, "fig", file.getvalue())
    assert isinstance(drawn, Picture)
    scale = 1.0
    if format == "svg":
        scale = DPI / POINTS
    elif asked is None:
        scale = DPI / dpi
    if drawn.size is None:
        return drawn
    width, height = drawn.size
    return drawn._replace(size=(_scaled(width, scale), _scaled(height, scale)))


def title_of(figure: Any) -> str:
    """Return what a figure says of itself, in a line: its titles, or else what its axes show."""
    titles = [figure.get_suptitle(), *(_title_of(each) for each in figure.axes[:MOST_TITLES])]
    return " ".join("; ".join(filter(None, titles)).split())[:LONGEST_TITLE]


def _title_of(axes: Any) -> str:
    title = str(axes.get_title())
    if title:
        return title
    across, upright = axes.get_xlabel(), axes.get_ylabel()
    return f"{upright} by {across}" if across and upright else upright or across


class _Repeatable:
    """While it lasts, what is drawn alike is alike: without its time, and names by chance."""

    def __init__(self, format: str, options: dict[str, Any]) -> None:
        self._is_needed = format == "svg"
        if self._is_needed:
            options["metadata"] = {"Date": None, **(options.get("metadata") or {})}

    def __enter__(self) -> None:
        # One by one: the library's own way puts back all settings, others' changes too.
        self._settings = sys.modules["matplotlib"].rcParams
        self._salt = self._settings["svg.hashsalt"]
        if self._is_needed and self._salt is None:
            self._settings["svg.hashsalt"] = "figure"

    def __exit__(self, *_: object) -> None:
        if self._is_needed:
            self._settings["svg.hashsalt"] = self._salt


def _dpi_of(figure: Any) -> float:
    """Return how fine a figure is drawn that has to be sharp on any screen."""
    inches = float(_root(figure).get_size_inches()[0])
    return min(max(SHARP / inches, DPI), FINEST) if inches > 0 else DPI


def _scaled(length: int, scale: float) -> int:
    return max(1, round(length * scale))


def _figure_of(value: Any) -> Any:
    if getattr(value, "__name__", "") == "matplotlib.pyplot":
        return value.gcf()
    if isinstance(value, type) or "matplotlib" not in sys.modules:
        return None
    if _is_figure(value):
        return _root(value)
    if is_made_of(value, "seaborn", "Plot"):
        # It is drawn when it is asked to.
        return _root(value.plot()._figure)  # noqa: SLF001  (it has no other way to its figure)
    figure = getattr(value, "figure", None)
    if _is_figure(figure):
        return _root(figure)
    return _first(value)


def _first(value: Any) -> Any:
    """Return the figure of the first of several, which `DataFrame.plot(subplots=True)` returns."""
    several = getattr(value, "flat", value)
    if isinstance(several, str | bytes | dict) or not hasattr(several, "__iter__"):
        return None
    figure = getattr(next(iter(several), None), "figure", None)
    return _root(figure) if _is_figure(figure) else None


def _root(figure: Any) -> Any:
    """Return the whole figure that one is a part of."""
    while getattr(figure, "figure", figure) is not figure and figure.figure is not None:
        figure = figure.figure
    return figure


def _is_figure(value: object) -> bool:
    return is_made_of(value, "matplotlib", "Figure", "FigureBase")
