"""Toggle: one yes or no, as a switch."""

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


class Toggle(InputProps, frozen=True, kw_only=True):
    """The wire form of `toggle`."""

    width: Width = "content"
    wrap: bool | None = None


@element
@documented
def toggle(
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
    """Show a switch and return whether it is on.

    Args:
        label: What it turns on, in Markdown.
        value: Whether it is on at first.
        width: "content", "stretch" or pixels.
        wrap: Whether the label may take several lines; None leaves it to the layout.

    Example:
        >>> if st.toggle("Show details"):
        ...     st.write("Here they are")
    """
    common = InputArguments(
        "toggle", label, key, help, disabled, label_visibility, width, STRETCH_OR_CONTENT
    )
    value = as_flag(common.who, "value", value)
    asked = common.value(Boolean(), value, on_change, args, kwargs, bind, persist_state)
    return draw(Toggle(**common.props, wrap=wrap), value=asked)
