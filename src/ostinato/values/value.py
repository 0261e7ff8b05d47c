"""Value: what an element is asked for, beside what it shows."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, Literal, TypeVar

import msgspec

from ostinato.values.codec import Codec

V = TypeVar("V")

OnChange = Callable[..., object] | Literal["rerun", "ignore"] | None
Lasts = Literal["session", "run"]


class Value(msgspec.Struct, Generic[V], frozen=True, eq=False):
    """What an element is asked for.

    Args:
        codec: Which values fit, and how they travel.
        default: The value until somebody changes it.
        wire: The wire form of `default`.
        lasts: How long a value lasts: a press has its value for one run.
        on_change: Called when a person changes the value, before the script runs; "rerun" for no
            call, "ignore" for no run either.
        args: Passed to `on_change`.
        kwargs: Passed to `on_change`.
        is_persistent: Whether the value is kept while the element is not drawn (W10).
        is_of_app: Whether it is one value on all pages of the app that ask for it by its key (W09).
        is_bound: Whether it is also a parameter of the page's address.
        identity: Props to know the element by, where its own follow from the default.
        keeps_default: Whether the default of the first call stands, as that moment does.
        recipe: What makes the file that a press asks for.
    """

    codec: Codec[V]
    default: V
    wire: Any
    lasts: Lasts = "session"
    on_change: OnChange = None
    args: Sequence[Any] | None = None
    kwargs: Mapping[str, Any] | None = None
    is_persistent: bool = False
    is_of_app: bool = False
    is_bound: bool = False
    identity: Any = None
    keeps_default: bool = False
    recipe: Any = None
