"""Number: an int or a float within bounds, or nothing."""

from decimal import Decimal
from typing import Any

import msgspec

from ostinato.values.moment import SAFE, Number, is_number, to_number, to_text, unit_of


class Numeric(msgspec.Struct, frozen=True):
    """A number within bounds, or what stands for none where the field may be empty."""

    is_integer: bool
    low: Number | None
    high: Number | None
    may_be_empty: bool
    is_required: bool
    empty: Number | None = None

    def adopt(self, value: Any, last: object = None) -> tuple[Number | None, Number | None]:
        """Take a number that the script set; None, and nan, empty the field."""
        if value is None:
            return None, None
        if isinstance(value, Decimal):
            value = float(value)
        if unit_of(value) not in ("int", "float"):
            raise ValueError(f"expected a number, got {value!r}")
        try:
            number = to_number(value)
        except OverflowError:
            raise ValueError(f"expected a number that fits, got {type(value).__name__}") from None
        if number != number and not self.is_integer:
            return number, None
        if self.is_integer and is_number(number):
            number = int(number)
        number = self._checked(number)
        return number, number

    def decode(self, wire: Any) -> Number | None:
        """Return the number that came from a browser."""
        if wire is None and self.is_required:
            # It was empty at first: then the default stands, and nothing was sent.
            raise ValueError("expected a number, got none, but one is required")
        return self.empty if wire is None and self.may_be_empty else self._checked(wire)

    def to_params(self, value: Number | None) -> list[str]:
        """Return the number; nothing for an empty field."""
        return ["" if value is None or value != value else to_text(value)]

    def from_params(self, texts: list[str]) -> Number | None:
        """Read the last of them; no text empties the field where that may be."""
        text = texts[-1]
        if not text and self.may_be_empty:
            return self.empty
        return self._checked(float(text) if not self.is_integer else int(text))

    def _checked(self, number: Any) -> Number:
        if not is_number(number):
            raise ValueError(f"expected a number, got {number!r}")
        if self.low is not None and number < self.low:
            raise ValueError(f"{number!r} is below {self.low!r}")
        if self.high is not None and number > self.high:
            raise ValueError(f"{number!r} is above {self.high!r}")
        if not self.is_integer:
            return float(number)
        if number != int(number) or abs(number) > SAFE:
            raise ValueError(f"expected a whole number that a browser can hold, got {number!r}")
        return int(number)
