"""Inputs: buttons, boxes to tick and fields, and what a test can do to each."""

from typing import TYPE_CHECKING, Any

from ostinato.testing.choices import Optioned
from ostinato.testing.element import Widget

if TYPE_CHECKING:
    from typing import Self


class Clickable(Widget):
    """What can be clicked; nobody hears of a click that reruns nothing."""

    def set_value(self, v: bool) -> "Self":
        """Click it, or take the click back.

        Args:
            v: Whether it is clicked.

        Raises:
            AppTestError: If it is disabled.
        """
        self.check_usable()
        if not getattr(self, "is_silent", False):
            self.root.inputs.click(self.id, v)
        return self

    def click(self) -> "Self":
        """Click it."""
        return self.set_value(True)


class Button(Clickable):
    """A button, or one that submits a form (`form_id`).

    Its value is True after a click, and once the app has run with it.
    """

    @property
    def value(self) -> bool:
        """Whether it was clicked since the last run, or has started it."""
        return self.root.inputs.is_clicked(self.id)


class DownloadButton(Button):
    """A button that saves a file; a click saves nothing, and `content` is what it would save."""

    @property
    def content(self) -> bytes:
        """The bytes of the file; they are made now, if a click would have them made.

        Raises:
            AppTestError: If they cannot be made, or the button is disabled.
        """
        self.check_usable()
        return self.root.saved_by(self.id, self._props.get("url", ""))


class MenuButton(Optioned):
    """A menu button; its value is the option clicked, and once the app has run with it, too."""

    @property
    def value(self) -> Any:
        """The option that was clicked since the last run, or has started it; else None."""
        wire = self.root.inputs.payload_of(self.id)
        return None if wire is None else self._each.decode(wire)

    def set_value(self, v: Any) -> "Self":
        """Click an option, or take the click back by None.

        Args:
            v: The option.

        Raises:
            AppTestError: If there is no such option, or it is disabled.
        """
        self.check_usable()
        wire = None if v is None else self.wire_of(v)
        self.root.inputs.click(self.id, wire is not None, wire)
        return self

    def click(self, v: Any) -> "Self":
        """Click an option."""
        return self.set_value(v)

    def click_index(self, index: int) -> "Self":
        """Click an option by its place."""
        return self.set_value(self._option_at(index))


class Checkbox(Widget):
    """A checkbox."""

    @property
    def value(self) -> bool:
        """Whether it is ticked."""
        return bool(super().value)

    def check(self) -> "Self":
        """Tick it."""
        return self.set_value(True)

    def uncheck(self) -> "Self":
        """Take the tick away."""
        return self.set_value(False)


class Toggle(Checkbox):
    """A switch."""


class LinkButton(Clickable):
    """A button that leads to another page: a test presses it, and stays."""

    @property
    def value(self) -> str:
        """What it says."""
        return str(self._props["label"])


class NumberInput(Widget):
    """A field for a number."""

    @property
    def value(self) -> float | None:
        """The number, an int if the field is one for int; None while it is empty."""
        value: float | None = super().value
        return value

    def increment(self) -> "Self":
        """Press the button that adds a step."""
        return self._step(1)

    def decrement(self) -> "Self":
        """Press the button that takes a step away."""
        return self._step(-1)

    @property
    def min(self) -> float | None:
        """The lower bound."""
        return self._props.get("min_value")

    @property
    def max(self) -> float | None:
        """The upper bound."""
        return self._props.get("max_value")

    @property
    def step(self) -> float:
        """What the buttons add and take away."""
        step: float = self.__getattr__("step")
        return step

    def _step(self, sign: int) -> "Self":
        # The decimal parts of a step are not exact: neither are the sums, unless rounded.
        number = round((self.value or 0) + sign * self.step, 10)
        low, high = self.min, self.max
        number = number if low is None else max(number, low)
        return self.set_value(number if high is None else min(number, high))


class TextInput(Widget):
    """A field for text."""

    @property
    def value(self) -> str | None:
        """The text; None while a field that began empty is."""
        value: str | None = super().value
        return value

    def input(self, v: str) -> "Self":
        """Type text."""
        return self.set_value(v)


class TextArea(TextInput):
    """A field for several lines of text."""


class Selectbox(Optioned):
    """A list to choose from."""

    @property
    def index(self) -> int | None:
        """The place of the chosen option."""
        _, choice = self._each.adopt(self.value)
        return None if choice is None or choice[0] < 0 else int(choice[0])

    def select(self, v: Any) -> "Self":
        """Choose an option."""
        return self.set_value(v)

    def select_index(self, index: int | None) -> "Self":
        """Choose an option by its place."""
        return self.set_value(None if index is None else self._option_at(index))


class Radio(Selectbox):
    """Options of which all are in sight."""
