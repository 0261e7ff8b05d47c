"""Plots: lines, areas, bars and points as they travel."""

from typing import ClassVar, Literal

import msgspec

from ostinato.wire.charts import ChartProps
from ostinato.wire.frames import Frame

Stack = Literal["zero", "normalize", "center", "side", "over"]
"""How what has the same place is put: on top of one another, the same to 100 percent, or around the
middle; else side by side, or one before the other."""


class PlotAxis(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What stands along an axis.

    Numbers of "time" and "clock" are milliseconds, since 1970 or midnight, those of "duration"
    milliseconds, too; of "category" they are places in `categories`. `zone` is the time zone that
    moments are told in; null if they have none. `is_date` says that they are days.
    """

    kind: Literal["number", "time", "clock", "duration", "category"] = "number"
    title: str | None = None
    zone: str | None = None
    is_date: bool = False
    categories: list[str] | None = None


class PlotSeries(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One line, area, set of bars or of points.

    `color` is a name of the palette or one of CSS; null for the next that tells series apart. A
    series without a name is in no legend.
    """

    name: str = ""
    color: str | None = None
    points: int


class PlotProps(ChartProps, frozen=True, kw_only=True):
    """An element that draws points of a table.

    `points` has the numbers that are drawn, "x", "y" and perhaps "size" and "shade", those of one
    series behind those of another. `frame` is the table behind the chart. If `question` is there,
    the points are a sample, and that is how the server is asked for those of a part of the x axis.
    `left_out` tells what is not drawn.
    """

    shows_files: ClassVar[tuple[str, ...]] = ("files",)

    x: PlotAxis
    y: PlotAxis
    series: list[PlotSeries]
    points: Frame
    frame: Frame
    question: str | None = None
    shade: str | None = None
    left_out: str | None = None

    @property
    def files(self) -> list[str | None]:
        """The files that the browser fetches it from."""
        return [self.points.file, self.frame.file]
