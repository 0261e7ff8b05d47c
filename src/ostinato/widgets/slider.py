"""Slider: a number, a date or a time within bounds, or a range of them."""

from typing import Literal

from ostinato.wire.props import InputProps


class Slider(InputProps, frozen=True, kw_only=True):
    """The wire form of `slider`.

    `value` has one number, or two for a range. Dates, times and datetimes travel as
    milliseconds (since 1970-01-01 UTC, or since midnight), and so does their step.
    """

    value: list[int | float]
    min_value: int | float
    max_value: int | float
    step: int | float
    unit: Literal["int", "float", "date", "time", "datetime"]
    format: str | None = None
