"""Dates: what a test can do to inputs for days and times."""

import datetime as dt
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from ostinato.testing.element import Widget
from ostinato.values.moment import DateUnit, from_number

if TYPE_CHECKING:
    from typing import Self

D = TypeVar("D", dt.date, dt.datetime)


class Bounded(Widget, Generic[D]):
    """A field for days, or for what is more exact."""

    _unit: DateUnit

    @property
    def min(self) -> D:
        """The first one there is."""
        return cast(D, from_number(self._props["min_value"], self._unit))

    @property
    def max(self) -> D:
        """The last one there is."""
        return cast(D, from_number(self._props["max_value"], self._unit))


class DateInput(Bounded[dt.date]):
    """A field for a day, or for the two days of a range."""

    _unit = "date"


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


class DateTimeInput(Bounded[dt.datetime]):
    """A field for a day with a time."""

    _unit = "datetime"

    @property
    def value(self) -> dt.datetime | None:
        """The moment; None while it is empty."""
        return cast("dt.datetime | None", super().value)
