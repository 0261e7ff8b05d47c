"""Checkbox: one yes or no."""

from typing import Any

from ostinato.run.elements import ask, element
from ostinato.run.options import (
    STRETCH_OR_CONTENT,
    Arguments,
    Bind,
    Key,
    KeywordArguments,
    OnChange,
    PersistState,
    check_input,
    clean_or_none,
    text_or_none,
)
from ostinato.wire.props import InputProps, LabelVisibility, Width


class Checkbox(InputProps, frozen=True, kw_only=True):
    """The wire form of `checkbox`."""

    width: Width = "content"
    wrap: bool | None = None


@element
def checkbox(
    label: str,
    value: bool = False,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "content",
    wrap: bool | None = None,
    bind: Bind = None,
    persist_state: PersistState = None,
) -> bool:
    """Show a checkbox and return whether it is ticked.

    Args:
        label: What ticking it says, in Markdown.
        value: Whether it is ticked at first.
        key: Its name in session state; also the CSS class `st-key-<key>`.
        help: A tooltip beside the label, in Markdown.
        on_change: "rerun", "ignore", or a function to call before the rerun.
        args: Passed to `on_change`.
        kwargs: Passed to `on_change`.
        disabled: Whether it cannot be changed.
        label_visibility: "visible", "hidden" or "collapsed".
        width: "content", "stretch" or pixels.
        wrap: Whether the label may take several lines; None leaves it to the layout.
        bind: Not available yet.
        persist_state: "page" or "session" keeps the value while it is not drawn.

    Raises:
        NotAvailable: If `bind` is given.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitMissingRequiredParameterError: If the value is to persist without a key.
        StreamlitValueError: If another argument is none of the values it can have.

    Example:
        >>> if st.checkbox("Show details"):
        ...     st.write("Here they are")
    """
    check_input(
        "checkbox", label, key, label_visibility, width, STRETCH_OR_CONTENT, bind, persist_state
    )
    is_ticked = bool(value)
    props = Checkbox(
        label=str(label),
        value=is_ticked,
        key=text_or_none(key),
        help=clean_or_none(help),
        disabled=bool(disabled),
        label_visibility=label_visibility,
        width=width,
        wrap=wrap,
    )
    return ask(
        props,
        TICK,
        is_ticked,
        on_change=on_change,
        args=args,
        kwargs=kwargs,
        persist_state=persist_state,
    )


class Tick:
    """Yes or no, as it is."""

    def adopt(self, value: Any, last: object = None) -> tuple[bool, bool]:
        """Check a value that the script set."""
        if value != 0 and value != 1:
            raise ValueError(f"expected a bool, got {value!r}")
        return bool(value), bool(value)

    def decode(self, wire: object) -> bool:
        """Check a value that came from a browser."""
        if not isinstance(wire, bool):
            raise ValueError(f"expected a bool, got {wire!r}")
        return wire


TICK = Tick()
