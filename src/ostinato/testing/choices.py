"""Choices: inputs that are about options, as a test acts on them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ostinato.errors import AppTestError
from ostinato.testing.element import Widget, named
from ostinato.values.choice import Choice
from ostinato.values.choices import Choices

if TYPE_CHECKING:
    from typing import Self


class Optioned(Widget):
    """An input that is about options."""

    @property
    def options(self) -> list[str]:
        """The texts of the options."""
        return list(self._props["options"])

    @property
    def format_func(self) -> Callable[[Any], object]:
        """What gives the text of an option."""
        return self._each.options.text_of

    def _option_at(self, index: int) -> Any:
        """Return the option at a place.

        Raises:
            AppTestError: If there is none.
        """
        options = self._each.options.values
        try:
            return options[index]
        except IndexError:
            raise AppTestError(
                f"{named(self.type, self._props)}: there is no such option, got index={index}: it"
                f" has {len(options)}"
            ) from None

    @property
    def _each(self) -> Choice:
        """What can be chosen, one at a time."""
        codec = self._memory.codec
        assert isinstance(codec, Choice)
        return codec


class Several(Optioned):
    """An input of which options can be chosen one by one."""

    @property
    def indices(self) -> list[int]:
        """The places of the options that are chosen; not those of new ones."""
        return [place for place, _ in self._wires if place >= 0]

    def select(self, v: Any) -> "Self":
        """Choose an option, beside those that are chosen."""
        return self.set_value([*self.value, v])

    def unselect(self, v: Any) -> "Self":
        """Take the choice of an option back."""
        return self.set_value([each for each in self.value if each != v])

    def encode(self, value: Any) -> Any:
        """Return the wire form of options.

        Raises:
            ValueError: If one of them is none.
        """
        return [self._each.adopt(each)[1] for each in value]

    @property
    def _each(self) -> Choice:
        codec = self._memory.codec
        return codec.each if isinstance(codec, Choices) else super()._each

    @property
    def _wires(self) -> list[Any]:
        wire = self.encode(self.value)
        return wire if isinstance(self._memory.codec, Choices) else [wire] if wire else []


class Multiselect(Several):
    """A list of which several options can be chosen."""

    @property
    def value(self) -> list[Any]:
        """The options that are chosen."""
        value: list[Any] = super().value
        return value

    @property
    def values(self) -> list[str]:
        """The texts of the options that are chosen."""
        return [text for _, text in self._wires]


class ButtonGroup(Several):
    """Pills, or a segmented control."""

    @property
    def formatted_values(self) -> list[str]:
        """The texts of the options that are chosen."""
        return [text for _, text in self._wires]

    def select(self, v: Any) -> "Self":
        """Choose an option; in multi mode, beside those that are chosen."""
        return super().select(v) if self._is_multi else self.set_value(v)

    def unselect(self, v: Any) -> "Self":
        """Take the choice of an option back."""
        if self._is_multi:
            return super().unselect(v)
        return self.set_value(None) if self.value == v else self

    def encode(self, value: Any) -> Any:
        """Return the wire form of an option, or in multi mode of options.

        Raises:
            ValueError: If one of them is none.
        """
        return super().encode(value) if self._is_multi else self._each.adopt(value)[1]

    @property
    def _is_multi(self) -> bool:
        return bool(self.selection_mode == "multi")
