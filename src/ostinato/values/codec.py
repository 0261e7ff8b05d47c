"""Codec: which values fit an input, and how they travel."""

import copy
from typing import Any, Protocol, TypeGuard, TypeVar

from ostinato.errors import StreamlitAPIException

V = TypeVar("V")
V_co = TypeVar("V_co", covariant=True)

SCALARS = frozenset({str, int, float, bool, type(None)})
"""Types whose values cannot be changed in place, and are quickly compared."""

CONTAINERS = (list, dict, set, bytearray)
"""What is returned as a copy: what the script does to it does not change the state (W13)."""


class Misfit(ValueError):
    """What an input does not take, for a reason that nobody who enters it could know beforehand.

    Whoever has entered it is told what the error says.
    """


class Codec(Protocol[V_co]):
    """Which values fit an input, and how they travel.

    Two that are equal take the same values: a value that fitted one fits the other, in the same
    wire form, and is not looked at again.
    """

    def adopt(self, value: Any, last: "Codec[Any] | None" = None) -> tuple[V_co, Any]:
        """Take a value that the script set, or that the input had in its call before.

        Args:
            value: The value.
            last: The codec of the call before, if that was in this process.

        Returns:
            What the value is for this call, and its wire form.

        Raises:
            Unfit: If it does not fit the input, and the script is to hear of that.
            ValueError: If it does not fit the input otherwise.
        """

    def decode(self, wire: Any) -> V_co:
        """Return the value of a wire form that came from a browser, not to be trusted.

        Raises:
            ValueError: If it is malformed, or does not fit the input.
        """


class Bindable(Codec[V_co], Protocol[V_co]):
    """A codec whose values can stand in an address, too (`bind="query-params"`)."""

    def to_params(self, value: Any) -> list[str]:
        """Return a value as the values of one parameter."""

    def from_params(self, texts: list[str]) -> V_co:
        """Return the value that the values of a parameter, at least one, stand for.

        Raises:
            ValueError: If they stand for none that fits.
        """


class OfData(Protocol):
    """A codec whose values are of the data that its input was called with."""

    def is_ahead(self, wire: Any) -> bool:
        """Return whether a wire form from a browser is of data that no call has had yet."""


class InParts(Protocol):
    """A codec whose values have parts, each of which fits or does not."""

    def take(self, wire: Any, before: Any) -> tuple[Any, ValueError | None]:
        """Return what fits of a wire form from a browser, and why the rest does not, if any.

        Args:
            wire: The wire form.
            before: The value that the input has.

        Raises:
            ValueError: If it is malformed, or nothing of what is new fits.
        """


class Covering(Protocol):
    """A codec of a press that is seen in the value of an input, too, as long as it lasts."""

    input: str
    """The id of that input."""

    def cover(self, value: Any, pressed: Any) -> None:
        """Show in the value of the input what the press carries; nothing more if that is None."""


# Asked in every click: `isinstance` with a protocol takes a hundred times as long.


def is_of_data(codec: object) -> TypeGuard[OfData]:
    """Return whether values of a codec are of the data that its input was called with."""
    return hasattr(codec, "is_ahead")


def is_in_parts(codec: object) -> TypeGuard[InParts]:
    """Return whether values of a codec have parts, each of which fits or does not."""
    return hasattr(codec, "take")


def is_covering(codec: object) -> TypeGuard[Covering]:
    """Return whether a codec is of a press that is seen in the value of an input, too."""
    return hasattr(codec, "cover")


class Unfit(ValueError):
    """A value does not fit an input: an error, if it was the script that set it (W14).

    Args:
        why: Why it does not fit.
        error: What the script is told then.
    """

    def __init__(self, why: str, error: StreamlitAPIException) -> None:
        super().__init__(why)
        self.error = error


def is_same_wire(one: object, other: object) -> bool:
    """Return whether two wire forms are equal; what travels as a tuple comes back as a list."""
    if one == other:
        return True
    if isinstance(one, tuple | list) and isinstance(other, tuple | list):
        return [*one] == [*other]
    return False


def copied(value: V) -> V:
    """Return a copy of a container, unless it holds what cannot be copied; else the value.

    A list of options holds copies of containers, and other options themselves.
    """
    if not isinstance(value, CONTAINERS):
        return value
    held = value if isinstance(value, list) else ()
    try:
        themselves = {id(each): each for each in held if not isinstance(each, CONTAINERS)}
        return copy.deepcopy(value, themselves)
    except Exception:  # noqa: BLE001  (an option may hold anything)
        return value
