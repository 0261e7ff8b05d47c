"""Menu button: a button that opens a menu, of which one entry is pressed."""

from collections.abc import Callable, Iterable
from typing import Literal, TypeVar

from ostinato.arguments.buttons import look_of
from ostinato.arguments.documented import documented
from ostinato.arguments.inputs import (
    Arguments,
    InputArguments,
    Key,
    KeywordArguments,
    check_callback,
    check_format_func,
)
from ostinato.arguments.size import STRETCH_OR_CONTENT
from ostinato.errors import StreamlitAPIException, StreamlitMissingRequiredParameterError
from ostinato.run.elements import draw, element
from ostinato.run.knowledge import enum_coercion
from ostinato.values.choice import Choice, options_of
from ostinato.wire.props import InputProps, Width

Option = TypeVar("Option")


class MenuButton(InputProps, frozen=True, kw_only=True):
    """The wire form of `menu_button`; a press carries the option's index and its text."""

    options: list[str]
    type: Literal["primary", "secondary", "tertiary"] = "secondary"
    icon: str | None = None
    width: Width = "content"
    wrap: bool | None = None


@element
@documented
def menu_button(
    label: str,
    options: Iterable[Option],
    *,
    key: Key | None = None,
    help: str | None = None,
    on_click: Callable[..., object] | None = None,
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    type: Literal["primary", "secondary", "tertiary"] = "secondary",
    icon: str | None = None,
    disabled: bool = False,
    width: Width = "content",
    format_func: Callable[[Option], object] = str,
    wrap: bool | None = None,
) -> Option | None:
    """Show a button that opens a menu, and return the option that was pressed for this run.

    Args:
        label: What the button says, in Markdown.
        options: Any values: a list, an Enum class, an array, a series, the first column of a table.
        on_click: A function to call before the rerun.
        icon: An emoji, a symbol like ":material/download:", or "spinner".
        width: "content", "stretch" or pixels.
        format_func: Returns the text that stands for an option, in Markdown.

    Returns:
        The option itself, a copy if it is a container, in the run that pressing it has started;
        else None.

    Raises:
        StreamlitAPIException: If two options have the same text, or the icon cannot be used.
        StreamlitInvalidParameterTypeError: If `format_func` is no function.
        StreamlitMissingRequiredParameterError: If there is no option.

    Differs:
        returns: Every press counts: those that come while the script is busy are not merged.

    Example:
        >>> if (form := st.menu_button("Export", ["CSV", "JSON"])) is not None:
        ...     st.write("Exporting as", form)
    """
    common = InputArguments(
        "menu_button",
        label,
        key,
        help,
        disabled,
        "visible",
        width,
        STRETCH_OR_CONTENT,
    )
    who = common.who
    check_callback(who, on_click)
    check_format_func(who, format_func)
    choices = options_of(options, format_func)
    if not choices.texts:
        raise StreamlitMissingRequiredParameterError(
            f"{who}: there must be at least one option, got options={options!r}"
        )
    if len(set(choices.texts)) < len(choices.texts):
        raise StreamlitAPIException(
            f"{who}: each option must have a text of its own, got {choices.texts!r}:"
            " have format_func tell them apart"
        )
    props = MenuButton(
        **common.props,
        **look_of(who, type, icon, wrap),
        options=choices.texts,
    )
    codec = Choice(choices, enums=enum_coercion())
    asked = common.value(codec, None, on_click, args, kwargs, lasts="run")
    pressed: Option | None = draw(props, value=asked)
    return pressed
