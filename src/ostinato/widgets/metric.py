"""Metric: a number that matters, and how it has changed."""

from collections.abc import Iterable
from decimal import Decimal
from numbers import Number
from typing import Any, Literal

from ostinato.arguments.icon import check_icon
from ostinato.arguments.inputs import LABEL_VISIBILITIES
from ostinato.arguments.palette import PALETTE
from ostinato.arguments.size import STRETCH_OR_CONTENT, check_height, check_width
from ostinato.arguments.text import check_choice, dedent_text, describe, optional_text
from ostinato.errors import StreamlitInvalidParameterTypeError
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.wire.props import Height, LabelVisibility, Props, Width

Figure = float | Decimal | str | None
DeltaColor = Literal[
    "normal",
    "inverse",
    "off",
    "red",
    "orange",
    "yellow",
    "green",
    "blue",
    "violet",
    "gray",
    "grey",
    "primary",
]

MEANINGS = {"normal": ("green", "red"), "inverse": ("red", "green"), "off": ("gray", "gray")}
"""Which colours stand for more and for less."""

ARROWS = ("auto", "up", "down", "off")
CHARTS = ("line", "bar", "area")

NO_VALUE = "—"


class Metric(Props, frozen=True, kw_only=True):
    """The wire form of `metric`: `chart_data` has null where there is no value."""

    label: str
    value: str
    delta: str = ""
    color: str = "gray"
    arrow: Literal["up", "down"] | None = None
    help: str | None = None
    icon: str | None = None
    label_visibility: LabelVisibility = "visible"
    border: bool = False
    width: Width = "stretch"
    height: Height = "content"
    chart_data: list[float | None] = []
    chart_type: Literal["line", "bar", "area"] = "line"
    format: str | None = None
    delta_description: str | None = None


@element
def metric(
    label: str,
    value: Figure,
    delta: Figure = None,
    delta_color: DeltaColor = "normal",
    *,
    help: str | None = None,
    icon: str | None = None,
    label_visibility: LabelVisibility = "visible",
    border: bool = False,
    width: Width = "stretch",
    height: Height = "content",
    chart_data: Iterable[Any] | None = None,
    chart_type: Literal["line", "bar", "area"] = "line",
    delta_arrow: Literal["auto", "up", "down", "off"] = "auto",
    format: str | None = None,
    delta_description: str | None = None,
) -> Container:
    """Show a number that matters in large type, and how it has changed.

    Args:
        label: What is counted, in Markdown.
        value: The number, or text in Markdown; None for a dash.
        delta: How it has changed: a number, or text. A minus before it points down, 0 nowhere.
        delta_color: "normal": green for more, red for less; "inverse": the other way round; "off":
            gray; or a colour for the change and the chart.
        help: A tooltip beside the label, in Markdown.
        icon: An emoji, a symbol like ":material/thermostat:", or "spinner".
        label_visibility: "visible", "hidden" or "collapsed".
        border: Whether it stands in a frame.
        width: "stretch", "content" or pixels.
        height: "content", "stretch" or pixels.
        chart_data: Numbers to draw as a small chart: a list, an array, a column of a table, or a
            table, of which the first column counts.
        chart_type: "line", "area" or "bar".
        delta_arrow: "auto", "up", "down" or "off".
        format: How numbers are written: "plain", "localized", "percent", "dollar", "euro", "yen",
            "accounting", "bytes", "compact", "scientific", "engineering", or a pattern like "%.2f".
        delta_description: What the change is compared with, as "since yesterday".

    Raises:
        StreamlitAPIException: If there is no such icon, or something in the chart is no number.
        StreamlitInvalidParameterTypeError: If the value or the change is neither number nor text.
        StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueError: If another argument is none of the values it can have.

    Differs:
        chart_data: None and NaN are gaps, of a dict the values count, and of more than 1,000
            numbers those are drawn that can be seen.
        chart_type: One that is none of the three is an error.

    Example:
        >>> st.metric("Temperature", "21 °C", "1.5 °C", chart_data=[18, 19, 19.5, 21])
    """
    who = describe("metric", label)
    check_width(who, width, STRETCH_OR_CONTENT)
    check_height(who, height)
    check_choice(who, "delta_color", delta_color, (*MEANINGS, *PALETTE))
    check_choice(who, "delta_arrow", delta_arrow, ARROWS)
    check_choice(who, "chart_type", chart_type, CHARTS)
    check_choice(who, "label_visibility", label_visibility, LABEL_VISIBILITIES)
    for name, text in (("format", format), ("delta_description", delta_description)):
        if not isinstance(text, str | None):
            raise StreamlitInvalidParameterTypeError(
                f"{who}: {name} must be a str, got {name}={text!r}"
            )
    shown = _text(who, "value", value)
    change = _text(who, "delta", delta)
    sign = _sign(delta, change)
    return draw(
        Metric(
            label=dedent_text("" if label is None else label),
            value=shown or NO_VALUE,
            delta=change,
            color=_color(delta_color, sign),
            arrow=_arrow(delta_arrow, sign) if change else None,
            help=optional_text(help),
            icon=check_icon(who, icon) or None,
            label_visibility=label_visibility,
            border=border,
            width=width,
            height=height,
            chart_data=_series(who, chart_data),
            chart_type=chart_type,
            format=format or None,
            delta_description=optional_text(delta_description) or None,
        )
    )


def _series(who: str, data: Iterable[Any] | None) -> list[float | None]:
    if data is None:
        return []
    from ostinato.arguments.series import series_of  # noqa: PLC0415  (most have no chart)

    return series_of(who, "chart_data", data)


def _text(who: str, name: str, figure: Any) -> str:
    """Return the text of a number; "" for none.

    Raises:
        StreamlitInvalidParameterTypeError: If it is neither a number nor text.
    """
    if figure is None:
        return ""
    if isinstance(figure, str):
        return dedent_text(figure)
    if getattr(figure, "size", None) == 1 and hasattr(figure, "item"):
        figure = figure.item()  # Of numpy, or a table of one cell.
    if isinstance(figure, Number):
        return str(figure)
    raise StreamlitInvalidParameterTypeError(
        f"{who}: {name} must be a number, a str or None, got {name}={_repr(figure)}:"
        f" pass str({name})"
    )


def _repr(value: object) -> str:
    """Return what a value says of itself, or its type if it cannot."""
    try:
        return repr(value)
    except Exception:  # noqa: BLE001  (the script's own)
        return f"<{type(value).__name__}>"


def _sign(delta: Figure, change: str) -> int:
    """Return 1 for more, -1 for less and 0 for neither; of text only "0" is zero."""
    if change in ("", "0") or (not isinstance(delta, str) and not delta):
        return 0
    return -1 if change.startswith("-") else 1


def _color(word: DeltaColor, sign: int) -> str:
    if word in MEANINGS:
        more, less = MEANINGS[word]
        return ("gray", more, less)[sign]
    return "gray" if word == "grey" else word


def _arrow(word: str, sign: int) -> Literal["up", "down"] | None:
    if word == "auto":
        return (None, "up", "down")[sign]
    return None if word == "off" else word  # type: ignore[return-value]
