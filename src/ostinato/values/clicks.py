"""Clicks: which button of a column was clicked."""

from typing import Any

import msgspec

from ostinato.values.attributes import Attributes


class ButtonColumnClickState(Attributes):
    """What was clicked in a column of buttons: the number of its `row`, and its `label`."""


class Clicks(msgspec.Struct, frozen=True):
    """Clicks in a column of buttons.

    Args:
        rows: How many rows the table has; None for one that gets more.
    """

    rows: int | None

    def adopt(self, value: Any, last: object = None) -> tuple[Any, Any]:
        """Refuse: nobody but a person clicks."""
        raise ValueError(f"a click cannot be set, got {value!r}")

    def decode(self, wire: Any) -> ButtonColumnClickState:
        """Check a click that came from a browser."""
        match wire:
            case {"row": int(row), "label": str(label)} if len(wire) == 2 and row >= 0:
                if self.rows is None or row < self.rows:
                    return ButtonColumnClickState(row=row, label=label)
        raise ValueError(f"expected a row and a label, got {wire!r:.100}")
