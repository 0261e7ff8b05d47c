"""Pickers: inputs by which something is picked, and what a test can do to each."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from ostinato.testing.choices import Optioned
from ostinato.testing.element import Widget
from ostinato.values.choice import Choice
from ostinato.values.moment import from_number
from ostinato.values.option_interval import OptionInterval

if TYPE_CHECKING:
    from typing import Self


class Ranged(Widget):
    """An input that can have two values."""

    def set_range(self, lower: Any, upper: Any) -> "Self":
        """Set both ends of a range."""
        return self.set_value((lower, upper))


class Slider(Ranged):
    """A slider."""

    @property
    def min(self) -> Any:
        """The lower bound."""
        return self._told(self._props["min_value"])

    @property
    def max(self) -> Any:
        """The upper bound."""
        return self._told(self._props["max_value"])

    @property
    def step(self) -> Any:
        """The step: a number, or a time."""
        step = self._props["step"]
        is_time = self._props["unit"] not in ("int", "float")
        return timedelta(milliseconds=step) if is_time else step

    def _told(self, number: Any) -> Any:
        return from_number(number, self._props["unit"])


class SelectSlider(Optioned, Ranged):
    """A slider on options."""

    @property
    def _each(self) -> Choice:
        codec = self._memory.codec
        assert isinstance(codec, OptionInterval)
        return codec.choice


class ColorPicker(Widget):
    """A colour."""

    @property
    def value(self) -> str:
        """The colour, in hexadecimal form."""
        return str(super().value)

    def pick(self, v: str) -> "Self":
        """Choose a colour; it may be written without the number sign."""
        return self.set_value(v if v.startswith("#") else f"#{v}")


class Feedback(Widget):
    """A rating."""

    @property
    def value(self) -> int | None:
        """The rating, or None."""
        value: int | None = super().value
        return value


class Pagination(Widget):
    """The numbers of pages."""

    @property
    def value(self) -> int:
        """The page."""
        return int(super().value)

    @property
    def default(self) -> int:
        """The page that it begins with."""
        return int(self._memory.default)

    def select(self, page: int) -> "Self":
        """Go to a page."""
        return self.set_value(page)
