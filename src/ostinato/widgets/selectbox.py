"""Selectbox: one of several options."""

from collections.abc import Callable, Iterable
from typing import Any

from ostinato.arguments.documented import documented
from ostinato.arguments.filtering import FilterMode, check_filter
from ostinato.arguments.icon import check_icon
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
from ostinato.arguments.text import optional_str
from ostinato.run.elements import draw, element
from ostinato.run.knowledge import enum_coercion
from ostinato.values.choice import Choice, option_at, options_of
from ostinato.wire.flag import as_flag
from ostinato.wire.props import InputProps, LabelVisibility, Width


class Selectbox(InputProps, frozen=True, kw_only=True):
    """The wire form of `selectbox`.

    Its value is the chosen option's index and its text, or null. `clearable`: it began without a
    choice and may be so again.
    """

    options: list[str]
    placeholder: str | None = None
    required: bool = False
    icon: str | None = None
    clearable: bool = False
    accept_new_options: bool = False
    filter_mode: FilterMode = "fuzzy"

    identity_free = InputProps.identity_free | {"clearable"}


@element
@documented
def selectbox(
    label: str,
    options: Iterable[Any],
    index: int | None = 0,
    format_func: Callable[[Any], str] = str,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    placeholder: str | None = None,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    icon: str | None = None,
    accept_new_options: bool = False,
    filter_mode: FilterMode = "fuzzy",
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> Any:
    """Show a list to choose one option from, and return that option.

    Args:
        label: What to choose, in Markdown.
        options: Any values: a list, an Enum class, an array, a series, the first column of a table.
        index: Which option is chosen at first; None for none.
        format_func: Returns the text that stands for an option of this call.
        placeholder: Shown while no option is chosen.
        required: Whether a choice cannot be taken back.
        icon: An emoji, a symbol like ":material/palette:", or "spinner".
        accept_new_options: Whether a person may enter text that is no option.
        filter_mode: How typing finds options: "fuzzy", "contains", "prefix", or None: it does not.

    Returns:
        The option itself, a copy if it is a container; the text a person entered; or None.

    Raises:
        StreamlitIncompatibleParametersError: If texts are to be entered without typing.
        StreamlitInvalidParameterTypeError: If the index is neither int nor None, or
            `format_func` no function.
        StreamlitValueOutOfRangeError: If there is no option at the index.

    Differs:
        options: What a key holds finds the option that equals it, of any type, as 2 finds 2.0.

    Example:
        >>> color = st.selectbox("Colour", ["red", "green", "blue"], index=None)
    """
    common = InputArguments("selectbox", label, key, help, disabled, label_visibility, width)
    who = common.who
    required = as_flag(who, "required", required)
    accept_new_options = as_flag(who, "accept_new_options", accept_new_options)
    check_filter(who, filter_mode, accept_new_options)
    check_format_func(who, format_func)
    choices = options_of(options, format_func)
    start = option_at(who, index, choices.texts)
    codec = Choice(
        choices,
        may_be_none=start is None,
        is_required=required,
        may_be_new=accept_new_options,
        enums=enum_coercion(),
    )
    props = Selectbox(
        **common.props,
        options=choices.texts,
        placeholder=optional_str(placeholder),
        required=required,
        icon=check_icon(who, icon) or None,
        clearable=start is None,
        accept_new_options=accept_new_options,
        filter_mode=filter_mode,
    )
    default = None if start is None else codec.decode(start)
    asked = common.value(codec, default, on_change, args, kwargs, bind, persist_state, wire=start)
    return draw(props, value=asked)
