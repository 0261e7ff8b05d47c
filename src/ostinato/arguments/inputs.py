"""Inputs: the arguments that all inputs share, declared, checked and bound in one place."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, TypeVar

from ostinato.arguments.size import STRETCH, check_width
from ostinato.arguments.text import check_choice, describe, optional_str, optional_text
from ostinato.errors import (
    NotAvailable,
    StreamlitAPIException,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)
from ostinato.values.codec import Codec
from ostinato.values.value import Lasts, Value
from ostinato.wire.props import LabelVisibility, Width

V = TypeVar("V")

Key = str | int
OnChange = Callable[..., object] | Literal["rerun", "ignore"] | None
Arguments = Sequence[object] | None
KeywordArguments = Mapping[str, object] | None
Bind = Literal["query-params"] | None
PersistState = Literal["page", "session"] | None

LABEL_VISIBILITIES = ("visible", "hidden", "collapsed")

DEFAULT: Any = object()
"""Says that the wire form of a default is the default itself."""


class InputArguments:
    """The arguments that all inputs share.

    Args:
        kind: The name of the input's function, for errors.
        label: What it is about, in Markdown.
        key: Its name in session state; also the CSS class `st-key-<key>`.
        help: A tooltip beside the label, in Markdown.
        on_change: "rerun", "ignore", or a function to call before the rerun.
        args: Passed to `on_change`.
        kwargs: Passed to `on_change`.
        disabled: Whether it cannot be changed.
        label_visibility: "visible", "hidden" or "collapsed".
        width: A word of `widths`, or pixels.
        bind: Not available yet.
        persist_state: "page" or "session" keeps the value while it is not drawn.
        widths: The words that the width may be.

    Raises:
        NotAvailable: If `bind` is given.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitMissingRequiredParameterError: If the value is to persist without a key.
        StreamlitValueError: If another argument is none of the values it can have.
    """

    __slots__ = ("_args", "_kwargs", "_on_change", "_persist_state", "kind", "label", "props")

    def __init__(
        self,
        kind: str,
        label: object,
        key: Key | None,
        help: str | None,
        on_change: OnChange,
        args: Arguments,
        kwargs: KeywordArguments,
        disabled: bool,
        label_visibility: LabelVisibility,
        width: Width,
        bind: Bind = None,
        persist_state: PersistState = None,
        *,
        widths: tuple[str, ...] = STRETCH,
    ) -> None:
        self.kind = kind
        self.label = label
        if (
            label_visibility != "visible"
            or width not in widths
            or bind is not None
            or persist_state is not None
        ):
            self._check(key, label_visibility, width, widths, bind, persist_state)
        self.props: dict[str, Any] = {
            "label": str(label),
            "key": optional_str(key),
            "help": optional_text(help),
            "disabled": bool(disabled),
            "label_visibility": label_visibility,
            "width": width,
        }
        self._on_change, self._args, self._kwargs = on_change, args, kwargs
        self._persist_state = persist_state

    @property
    def who(self) -> str:
        """The input, as errors call it."""
        return describe(self.kind, self.label)

    def value(
        self, codec: Codec[V], default: V, wire: Any = DEFAULT, *, lasts: Lasts = "session"
    ) -> Value[V]:
        """Return what the input is to be asked for.

        Args:
            codec: Which values fit, and how they travel.
            default: The value until somebody changes it.
            wire: The wire form of `default`, if it is another.
            lasts: "session", or "run" for a press.
        """
        return Value(
            codec,
            default,
            default if wire is DEFAULT else wire,
            lasts=lasts,
            on_change=self._on_change,
            args=self._args,
            kwargs=self._kwargs,
            is_persistent=self._persist_state is not None,
        )

    def _check(
        self,
        key: object,
        label_visibility: LabelVisibility,
        width: object,
        widths: tuple[str, ...],
        bind: Bind,
        persist_state: PersistState,
    ) -> None:
        who = self.who
        check_choice(who, "label_visibility", label_visibility, LABEL_VISIBILITIES)
        check_width(who, width, widths)
        check_choice(who, "bind", bind, ("query-params", None))
        check_choice(who, "persist_state", persist_state, ("page", "session", None))
        if bind is not None:
            raise NotAvailable(f"{who}: bind is not available yet, got bind={bind!r}: leave it out")
        if persist_state is not None and key is None:
            raise StreamlitMissingRequiredParameterError(
                f"{who}: a value that persists needs a key, got persist_state={persist_state!r}"
                " and key=None: give it a key"
            )


def asks(who: str, on_change: object, bind: Bind = None) -> bool:
    """Return whether a container is to tell the script what is open.

    Raises:
        StreamlitValueError: If `on_change` is neither a word nor a function.
    """
    if on_change not in ("rerun", "ignore") and not callable(on_change):
        raise StreamlitValueError(
            f'{who}: on_change must be "rerun", "ignore" or a function, got on_change={on_change!r}'
        )
    return on_change != "ignore" or bind is not None


def check_on_click(who: str, on_click: object) -> None:
    """Check the callback of a press.

    Raises:
        StreamlitAPIException: If it is a word that only other inputs know.
        StreamlitValueError: If it is no function otherwise.
    """
    if on_click in ("rerun", "ignore"):
        raise StreamlitAPIException(
            f"{who}: a button always reruns the script, got on_click={on_click!r}: leave it out"
        )
    if on_click is not None and not callable(on_click):
        raise StreamlitValueError(f"{who}: on_click must be a function, got on_click={on_click!r}")
