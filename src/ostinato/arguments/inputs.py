"""Inputs: the arguments that all inputs share, declared, checked and bound in one place."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, TypeVar

from ostinato.arguments.size import STRETCH, check_width
from ostinato.arguments.text import check_choice, dedent_text, describe, is_among
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)
from ostinato.values.codec import Bindable
from ostinato.values.value import Lasts, Value
from ostinato.wire.flag import as_flag
from ostinato.wire.props import LabelVisibility, Props, Width

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

    The first seven make the props that inputs have in common; `value` takes the rest.

    Args:
        kind: The name of the input's function, for errors.
        label: What it is about, in Markdown.
        key: Its name in session state; also the CSS class `st-key-<key>`.
        help: A tooltip beside the label, in Markdown.
        disabled: Whether it cannot be used.
        label_visibility: "visible", "hidden" or "collapsed".
        width: "stretch" or pixels.
        widths: The words that the width may be.

    Raises:
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueError: If another argument is none of the values it can have.

    Differs:
        key: Without one, an input is known by its page, its type and its arguments but for the
            default: what a person entered stands when the default changes. Inputs that differ in
            their default only are told apart by their order.
        disabled: What a browser sends for an input that is disabled is dropped, as is what is out
            of range or among no options.
        on_change: A callback is never cut short by a newer event.
    """

    __slots__ = ("props", "who")

    def __init__(
        self,
        kind: str,
        label: object,
        key: Key | None,
        help: str | None,
        disabled: bool,
        label_visibility: LabelVisibility,
        width: Width,
        widths: tuple[str, ...] = STRETCH,
    ) -> None:
        self.who = describe(kind, label)
        """The input, as errors call it."""
        # Asked for every input: nearly all have one of the words.
        if type(label_visibility) is not str or label_visibility not in LABEL_VISIBILITIES:
            check_choice(self.who, "label_visibility", label_visibility, LABEL_VISIBILITIES)
        if type(width) is not str or width not in widths:
            check_width(self.who, width, widths)
        self.props: dict[str, Any] = {
            "label": str(label),
            "key": None if key is None else str(key),
            "help": None if help is None else dedent_text(help),
            "disabled": disabled if disabled is False else as_flag(self.who, "disabled", disabled),
            "label_visibility": label_visibility,
            "width": width,
        }

    def value(
        self,
        codec: Bindable[V],
        default: V,
        on_change: OnChange,
        args: Arguments,
        kwargs: KeywordArguments,
        bind: Bind = None,
        persist_state: PersistState = None,
        *,
        wire: Any = DEFAULT,
        lasts: Lasts = "session",
        identity: Props | None = None,
        keeps_default: bool = False,
        recipe: object = None,
    ) -> Value[V]:
        """Return what the input is to be asked for.

        Args:
            codec: Which values fit, and how they travel.
            default: The value until somebody changes it.
            on_change: "rerun", "ignore", or a function to call before the rerun.
            args: Passed to that function, by position.
            kwargs: Passed to that function, by name.
            bind: "query-params" to have the value in the page's address, too, under its key.
            persist_state: "page" keeps the value while it is not drawn, "session" also on other
                pages of the app.
            wire: The wire form of `default`, if it is another.
            lasts: "session", or "run" for a press.
            identity: Props to know the input by, where its own follow from the default.
            keeps_default: Whether the default of the first call stands, as that moment does.
            recipe: What makes the file that a press asks for.

        Raises:
            StreamlitMissingRequiredParameterError: If the value is to persist, or to be in the
                address, without a key.
            StreamlitValueError: If another argument is none of the values it can have.
        """
        if bind is not None or persist_state is not None:
            self._check(bind, persist_state)
        return Value(
            codec,
            default,
            default if wire is DEFAULT else wire,
            lasts=lasts,
            on_change=on_change,
            args=args,
            kwargs=kwargs,
            is_persistent=persist_state is not None,
            is_of_app=persist_state == "session",
            is_bound=bind is not None,
            identity=identity,
            keeps_default=keeps_default,
            recipe=recipe,
        )

    def value_if_asked(
        self,
        codec: Bindable[V],
        default: V,
        on_change: OnChange,
        args: Arguments,
        kwargs: KeywordArguments,
        bind: Bind = None,
    ) -> Value[V] | None:
        """Return what a container is to be asked for; None if nobody wants to know.

        Raises:
            StreamlitMissingRequiredParameterError: If the value is to be in the address, without a
                key.
            StreamlitValueError: If another argument is none of the values it can have.
        """
        if not is_among(on_change, ("rerun", "ignore")) and not callable(on_change):
            raise StreamlitValueError(
                f'{self.who}: on_change must be "rerun", "ignore" or a function,'
                f" got on_change={on_change!r}"
            )
        if is_among(on_change, ("ignore",)):
            if bind is None:
                return None
            on_change = "rerun"
        return self.value(codec, default, on_change, args, kwargs, bind)

    def _check(self, bind: Bind, persist_state: PersistState) -> None:
        check_choice(self.who, "bind", bind, ("query-params", None))
        check_choice(self.who, "persist_state", persist_state, ("page", "session", None))
        if self.props["key"] is not None:
            return
        if bind is not None:
            raise StreamlitMissingRequiredParameterError(
                f"{self.who}: a value in the address of the page needs a key, got bind={bind!r} and"
                " key=None: give it a key, which is the name of the parameter"
            )
        raise StreamlitMissingRequiredParameterError(
            f"{self.who}: a value that persists needs a key, got persist_state={persist_state!r}"
            " and key=None: give it a key"
        )


def check_callback(
    who: str, callback: object, name: str = "on_click", pressed: str = "a button"
) -> None:
    """Check the callback of a press.

    Args:
        who: The input, for the error.
        callback: What the script passed.
        name: The argument, for the error.
        pressed: What is pressed, for the error.

    Raises:
        StreamlitAPIException: If it is a word that only other inputs know.
        StreamlitValueError: If it is no function otherwise.
    """
    if callback is None:
        return
    if is_among(callback, ("rerun", "ignore")):
        raise StreamlitAPIException(
            f"{who}: {pressed} always reruns the script, got {name}={callback!r}: leave it out"
        )
    if not callable(callback):
        raise StreamlitValueError(f"{who}: {name} must be a function, got {name}={callback!r}")


def check_format_func(who: str, format_func: object) -> None:
    """Check what is to return the texts of options.

    Raises:
        StreamlitInvalidParameterTypeError: If it is no function.
    """
    if not callable(format_func):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: format_func must be a function that returns the text of an option,"
            f" got format_func={format_func!r}: leave it out to show str(option)"
        )
