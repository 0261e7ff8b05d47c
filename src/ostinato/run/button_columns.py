"""Button columns: the clicks in a table, each of which is a press of its own."""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from ostinato.arguments.columns import ButtonSpec
from ostinato.run.elements import listen
from ostinato.values.clicks import Clicks
from ostinato.values.value import Value
from ostinato.wire.frames import ColumnOptions
from ostinato.wire.props import InputProps


class ButtonColumn(InputProps, frozen=True, kw_only=True):
    """What a column of buttons is known by; it never travels."""

    @property
    def call(self) -> str:
        """How errors call it."""
        return "ButtonColumn"


def with_presses(
    said: Mapping[int, ColumnOptions | ButtonSpec], rows: int | None
) -> dict[int, ColumnOptions]:
    """Return how columns are shown; whoever clicks a button is heard.

    Args:
        said: What the script says of columns, by their places.
        rows: How many rows the table has; None for one that gets more.

    Raises:
        StreamlitDuplicateElementKey: If another element of this run has the key of one.
    """
    return {place: _shown(one, rows) for place, one in said.items()}


def _shown(one: ColumnOptions | ButtonSpec, rows: int | None) -> ColumnOptions:
    if isinstance(one, ColumnOptions):
        return one
    if one.key is None:
        return one.options
    clicks: Value[Any] = Value(
        Clicks(rows),
        None,
        None,
        lasts="run",
        on_change=one.on_click,
        args=one.args,
        kwargs=one.kwargs,
    )
    props = ButtonColumn(label=one.options.label or "", key=one.key)
    return replace(one.options, press=listen(props, clicks))
