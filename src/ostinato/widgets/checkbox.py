"""Checkbox: one yes or no."""

from ostinato.arguments.documented import documented
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
from ostinato.wire.flag import as_flag
from ostinato.wire.props import InputProps, LabelVisibility, Width


class Checkbox(InputProps, frozen=True, kw_only=True):
    """The wire form of `checkbox`."""

    width: Width = "content"
    wrap: bool | None = None


@element
@documented
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
        width: "content", "stretch" or pixels.
        wrap: Whether the label may take several lines; None leaves it to the layout.

    Example:
        >>> if st.checkbox("Show details"):
        ...     st.write("Here they are")
    """
    common = InputArguments(
        "checkbox", label, key, help, disabled, label_visibility, width, STRETCH_OR_CONTENT
    )
    value = as_flag(common.who, "value", value)
    asked = common.value(Boolean(), value, on_change, args, kwargs, bind, persist_state)
    return draw(Checkbox(**common.props, wrap=wrap), value=asked)
