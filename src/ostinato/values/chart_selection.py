"""Chart selection: what somebody has selected in a chart, in the words of what drew it."""

from collections.abc import Mapping
from itertools import count
from typing import Any

import msgspec

from ostinato.errors import StreamlitAPIException
from ostinato.values.attributes import Attributes
from ostinato.values.codec import Unfit
from ostinato.values.plain import MOST, check_finite, plain


class ChartSelection(msgspec.Struct, frozen=True):
    """What can be selected in a chart.

    A selection travels as a dict of its parts. What a script is given has them as attributes, too:
    `{"selection": {...}}`. Charts that know more of their selections are classes of their own.

    Args:
        who: The chart, for errors.
        state: The class of what a script is given.
        nothing: The parts of a selection, each as it is when nothing is selected.
        has_lists: Whether a part that is a dict when nothing is selected may be a list, too.
        shapes: The types that parts have, of those that scripts take apart; they travel as plain
            values.
        parts: The class of the selection itself, with its parts.
    """

    who: str
    state: type[Attributes]
    nothing: dict[str, Any]
    has_lists: bool = False
    shapes: dict[str, Any] = {}
    parts: type[Attributes] = Attributes

    def adopt(self, value: Any, last: object = None) -> tuple[Attributes, dict[str, Any]]:
        """Take what the script has set, or what was selected before."""
        parts = value.get("selection") if isinstance(value, Mapping) else None
        names = ", ".join(map(repr, self.nothing))
        rule = f"must be a dict with 'selection', which may have {names or 'what can be selected'}"
        if not isinstance(parts, Mapping):
            raise Unfit(rule, self._error(rule, value))
        try:
            wire = self.adopted(self._checked(parts))
        except ValueError as error:
            rule = f"{rule} ({error})"
            raise Unfit(rule, self._error(rule, value)) from None
        return self._state(wire), wire

    def start(self) -> tuple[Attributes, dict[str, Any]]:
        """Return that nothing is selected, and its wire form."""
        return self._state(self.nothing), dict(self.nothing)

    def decode(self, wire: Any) -> Attributes:
        """Check what a browser says is selected."""
        if not isinstance(wire, dict):
            raise ValueError(f"expected a selection, got {wire!r:.100}")
        checked = self._checked(wire)
        check_finite(checked)
        return self._state(self.entered(checked))

    def entered(self, parts: dict[str, Any]) -> dict[str, Any]:
        """Check what a browser says beyond the types of its parts, and return it.

        Raises:
            ValueError: If it cannot be selected.
        """
        return self.adopted(parts)

    def adopted(self, parts: dict[str, Any]) -> dict[str, Any]:
        """Check what the script has set or what was selected before, and return what fits.

        Raises:
            ValueError: If it is no such selection.
        """
        return parts

    def _checked(self, parts: Mapping[Any, Any]) -> dict[str, Any]:
        """Return plain parts, with those that are not said."""
        for name in parts:
            if name not in self.nothing:
                raise ValueError(f"there is no {name!r:.100}")
        room = count(MOST, -1)
        given = {name: plain(part, room) for name, part in parts.items()}
        for name, usual in self.nothing.items():
            part = given.get(name, usual)
            is_list = self.has_lists and isinstance(part, list)
            if type(part) is not type(usual) and not is_list:
                raise ValueError(f"{name} must be a {type(usual).__name__}")
        for name, shape in self.shapes.items():
            if name in given:
                given[name] = _shaped(name, given[name], shape)
        return {**self.nothing, **given}

    def _state(self, wire: Mapping[str, Any]) -> Attributes:
        return self.state(selection=self.parts(attributes({**wire})))

    def _error(self, rule: str, value: object) -> StreamlitAPIException:
        return StreamlitAPIException(f"{self.who}: a selection {rule}, got {value!r:.200}")


def _shaped(name: str, part: Any, shape: Any) -> Any:
    """Return a part with all that its type says, and nothing else.

    Raises:
        ValueError: If it is of another type.
    """
    try:
        return msgspec.to_builtins(msgspec.convert(part, shape))
    except msgspec.ValidationError as error:
        raise ValueError(f"{name}: {error}") from None


def attributes(value: Any) -> Any:
    """Return a copy of plain values in which every dict has its items as attributes."""
    if isinstance(value, dict):
        return Attributes({name: attributes(each) for name, each in value.items()})
    if isinstance(value, list | tuple):
        return [attributes(each) for each in value]
    return value
