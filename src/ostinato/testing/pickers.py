"""Pickers: inputs by which something is picked, and what a test can do to each."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ostinato.testing.element import Widget

if TYPE_CHECKING:
    from typing import Self


class SelectSlider(Widget):
    """A slider on options."""

    @property
    def format_func(self) -> Callable[[Any], str]:
        """What gives the text of an option."""
        text_of: Callable[[Any], str] = self._memory.codec.choice.options.text_of  # type: ignore[union-attr]
        return text_of

    def set_range(self, lower: Any, upper: Any) -> "Self":
        """Set both ends of a range."""
        return self.set_value((lower, upper))


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

    def select(self, v: int) -> "Self":
        """Go to a page."""
        return self.set_value(v)
