"""Checkbox: one yes or no."""

from ostinato.arguments.inputs import (
    Arguments,
    Bind,
    InputArguments,
    Key,
    KeywordArguments,
    OnChange,
    PersistState,
)
from ostinato.arguments.size import STRETCH_OR_CONTENT
from ostinato.run.elements import draw, element
from ostinato.values.boolean import Boolean
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
        bind: "query-params" to have the value in the page's address, too, under its key.
        persist_state: "page" or "session" keeps the value while it is not drawn.

    Raises:
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitMissingRequiredParameterError: If the value is to persist without a key.
        StreamlitValueError: If another argument is none of the values it can have.

    Example:
        >>> if st.checkbox("Show details"):
        ...     st.write("Here they are")
    """
    common = InputArguments(
        "checkbox",
        label,
        key,
        help,
        on_change,
        args,
        kwargs,
        disabled,
        label_visibility,
        width,
        bind,
        persist_state,
        widths=STRETCH_OR_CONTENT,
    )
    return draw(Checkbox(**common.props, wrap=wrap), value=common.value(Boolean(), bool(value)))
