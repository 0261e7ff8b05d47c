"""Button group: pills and segmented control, options that are buttons side by side."""

from collections.abc import Callable, Iterable
from typing import Any, Literal

from ostinato.arguments.documented import documented
from ostinato.arguments.inputs import (
    Arguments,
    Bind,
    InputArguments,
    Key,
    KeywordArguments,
    OnChange,
    PersistState,
    check_format_func,
)
from ostinato.arguments.size import STRETCH_OR_CONTENT
from ostinato.arguments.text import check_choice
from ostinato.errors import StreamlitAPIException, StreamlitIncompatibleParametersError
from ostinato.run.elements import draw, element
from ostinato.run.knowledge import enum_coercion
from ostinato.values.choice import Choice, Option, options_of
from ostinato.values.choices import Choices
from ostinato.wire.flag import as_flag
from ostinato.wire.props import InputProps, LabelVisibility, Width

Variant = Literal["pills", "segmented_control"]
SelectionMode = Literal["single", "multi"]


class ButtonGroup(InputProps, frozen=True, kw_only=True):
    """The wire form of `pills` and `segmented_control`.

    Its value is the chosen option's index and its text, or null; a list of them in multi mode.
    """

    variant: Variant
    options: list[str]
    selection_mode: SelectionMode = "single"
    required: bool = False
    width: Width = "content"
    wrap: bool | None = None

    @property
    def call(self) -> str:
        """The call of its variant."""
        return self.variant


@element
@documented
def pills(
    label: str,
    options: Iterable[Option],
    *,
    selection_mode: SelectionMode = "single",
    default: Any = None,
    required: bool = False,
    format_func: Callable[[Option], object] | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "content",
    wrap: bool | None = None,
    bind: Bind = None,
    persist_state: PersistState = None,
) -> Any:
    """Show options as pills to choose from, and return what is chosen.

    Args:
        label: What to choose, in Markdown.
        options: Any values: a list, an Enum class, an array, a series, the first column of a table.
        selection_mode: "single", or "multi" to choose several.
        default: The option that is chosen at first, or in multi mode several; None for none.
        required: Whether a choice cannot be taken back, in single mode.
        format_func: Returns the text that stands for an option of this call, in Markdown. A symbol
            that it begins with, like ":material/home:", stands before the text as an icon.
        width: "content", "stretch" or pixels.
        wrap: Whether they may take several lines; None leaves it to the layout.

    Returns:
        The option itself, a copy if it is a container, or None; in multi mode a list of options,
        in the order in which they were chosen.

    Raises:
        StreamlitAPIException: If several options are chosen at first in single mode.
        StreamlitDefaultNotInOptionsError: If what is chosen at first is no option.
        StreamlitIncompatibleParametersError: If a choice is required in multi mode.
        StreamlitInvalidParameterTypeError: If `format_func` is no function.

    Example:
        >>> sides = st.pills("Sides", ["rice", "salad", "bread"], selection_mode="multi")
    """
    return _group(
        "pills",
        label,
        options,
        selection_mode,
        default,
        required,
        format_func,
        key,
        help,
        on_change,
        args,
        kwargs,
        disabled,
        label_visibility,
        width,
        wrap,
        bind,
        persist_state,
    )


@element
@documented
def segmented_control(
    label: str,
    options: Iterable[Option],
    *,
    selection_mode: SelectionMode = "single",
    default: Any = None,
    required: bool = False,
    format_func: Callable[[Option], object] | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "content",
    wrap: bool | None = None,
    bind: Bind = None,
    persist_state: PersistState = None,
) -> Any:
    """Show options as the parts of one control to choose from, and return what is chosen.

    Args:
        label: What to choose, in Markdown.
        options: Any values: a list, an Enum class, an array, a series, the first column of a table.
        selection_mode: "single", or "multi" to choose several.
        default: The option that is chosen at first, or in multi mode several; None for none.
        required: Whether a choice cannot be taken back, in single mode.
        format_func: Returns the text that stands for an option of this call, in Markdown. A symbol
            that it begins with, like ":material/home:", stands before the text as an icon.
        width: "content", "stretch" or pixels.
        wrap: Whether they may take several lines; None leaves it to the layout.

    Returns:
        The option itself, a copy if it is a container, or None; in multi mode a list of options,
        in the order in which they were chosen.

    Raises:
        StreamlitAPIException: If several options are chosen at first in single mode.
        StreamlitDefaultNotInOptionsError: If what is chosen at first is no option.
        StreamlitIncompatibleParametersError: If a choice is required in multi mode.
        StreamlitInvalidParameterTypeError: If `format_func` is no function.

    Example:
        >>> view = st.segmented_control("View", ["day", "week"], default="day", required=True)
    """
    return _group(
        "segmented_control",
        label,
        options,
        selection_mode,
        default,
        required,
        format_func,
        key,
        help,
        on_change,
        args,
        kwargs,
        disabled,
        label_visibility,
        width,
        wrap,
        bind,
        persist_state,
    )


def _group(
    variant: Variant,
    label: str,
    options: Iterable[Any],
    selection_mode: SelectionMode,
    default: Any,
    required: bool,
    format_func: Callable[[Any], object] | None,
    key: Key | None,
    help: str | None,
    on_change: OnChange,
    args: Arguments,
    kwargs: KeywordArguments,
    disabled: bool,
    label_visibility: LabelVisibility,
    width: Width,
    wrap: bool | None,
    bind: Bind,
    persist_state: PersistState,
) -> Any:
    common = InputArguments(
        variant, label, key, help, disabled, label_visibility, width, STRETCH_OR_CONTENT
    )
    who = common.who
    check_choice(who, "selection_mode", selection_mode, ("single", "multi"))
    required = as_flag(who, "required", required)
    is_multi = selection_mode == "multi"
    if required and is_multi:
        raise StreamlitIncompatibleParametersError(
            f'{who}: only one option can be required, got required=True and selection_mode="multi":'
            " leave one of them out"
        )
    text_of = format_func if callable(format_func) else format_func or str
    check_format_func(who, text_of)
    choices = options_of(options, text_of)
    props = ButtonGroup(
        **common.props,
        variant=variant,
        options=choices.texts,
        selection_mode=selection_mode,
        required=required,
        wrap=wrap,
    )
    each = Choice(choices, may_be_none=True, is_required=required, enums=enum_coercion())
    several = Choices(each, who)
    start, wire = several.adopt_default(default)
    if is_multi:
        asked = common.value(
            several, start, on_change, args, kwargs, bind, persist_state, wire=wire
        )
        return draw(props, value=asked)
    if len(start) > 1:
        raise StreamlitAPIException(
            f"{who}: one option can be chosen at first, got default={default!r}:"
            ' pass one of them, or selection_mode="multi"'
        )
    one, first = (start[0], wire[0]) if start else (None, None)
    alone = common.value(each, one, on_change, args, kwargs, bind, persist_state, wire=first)
    return draw(props, value=alone)
