"""Dates: what a test can do to inputs for days and times."""

import datetime as dt
from typing import TYPE_CHECKING, cast

from ostinato.testing.element import Widget
from ostinato.values.moment import from_number

if TYPE_CHECKING:
    from typing import Self


class DateInput(Widget):
    """A field for a day, or for the two days of a range."""

    @property
    def min(self) -> dt.date:
        """The first day there is."""
        return cast(dt.date, from_number(self._props["min_value"], "date"))

    @property
    def max(self) -> dt.date:
        """The last day there is."""
        return cast(dt.date, from_number(self._props["max_value"], "date"))


class TimeInput(Widget):
    """A field for a time of day."""

    @property
    def value(self) -> dt.time | None:
        """The time; None while it is empty."""
        return cast("dt.time | None", super().value)

    @property
    def step(self) -> int:
        """The seconds between two times of its list."""
        return cast(int, self.__getattr__("step"))

    def increment(self) -> "Self":
        """Go on by one step, past midnight too."""
        return self._move(1)

    def decrement(self) -> "Self":
        """Go back by one step, past midnight too."""
        return self._move(-1)

    def _move(self, sign: int) -> "Self":
        if self.value is None:
            return self
        moment = dt.datetime.combine(dt.date(2000, 1, 1), self.value)
        return self.set_value((moment + sign * dt.timedelta(seconds=self.step)).timetz())


class DateTimeInput(Widget):
    """A field for a day with a time."""

    @property
    def value(self) -> dt.datetime | None:
        """The moment; None while it is empty."""
        return cast("dt.datetime | None", super().value)

    @property
    def min(self) -> dt.datetime:
        """The first moment there is."""
        return cast(dt.datetime, from_number(self._props["min_value"], "datetime"))

    @property
    def max(self) -> dt.datetime:
        """The last moment there is."""
        return cast(dt.datetime, from_number(self._props["max_value"], "datetime"))
