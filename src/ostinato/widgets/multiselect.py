"""Multiselect: several of many options, in a list."""

from collections.abc import Callable, Iterable
from typing import Any

from ostinato.arguments.count import check_count
from ostinato.arguments.documented import documented
from ostinato.arguments.filtering import FilterMode, check_filter
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
from ostinato.errors import StreamlitInvalidParameterTypeError, StreamlitValueError
from ostinato.run.elements import draw, element
from ostinato.run.knowledge import enum_coercion
from ostinato.values.choice import Choice, options_of
from ostinato.values.choices import Choices
from ostinato.wire.flag import as_flag
from ostinato.wire.props import InputProps, LabelVisibility, Width


class Multiselect(InputProps, frozen=True, kw_only=True):
    """The wire form of `multiselect`.

    Its value is a list of the chosen options' indexes and texts. `select_all` is the greatest
    number of options that can be chosen at once.
    """

    options: list[str]
    max_selections: int | None = None
    placeholder: str | None = None
    accept_new_options: bool = False
    filter_mode: FilterMode = "fuzzy"
    select_all: bool | int = 1000
    wrap: bool | None = None


@element
@documented
def multiselect(
    label: str,
    options: Iterable[Any],
    default: Any = None,
    format_func: Callable[[Any], object] = str,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    max_selections: int | None = None,
    placeholder: str | None = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    accept_new_options: bool = False,
    filter_mode: FilterMode = "fuzzy",
    select_all: bool | int = 1000,
    width: Width = "stretch",
    wrap: bool | None = None,
    bind: Bind = None,
    persist_state: PersistState = None,
) -> Any:
    """Show a list to choose several options from, and return those options.

    Args:
        label: What to choose, in Markdown.
        options: Any values: a list, an Enum class, an array, a series, the first column of a table.
        default: The options that are chosen at first, or one of them; None for none.
        format_func: Returns the text that stands for an option of this call.
        max_selections: The greatest number of options that can be chosen.
        placeholder: Shown while no option is chosen.
        accept_new_options: Whether a person may enter text that is no option.
        filter_mode: How typing finds options: "fuzzy", "contains", "prefix", or None: it does not.
        select_all: Whether the options in sight can be chosen at once: as long as there are no
            more than this number of them, always for True, and never for False.
        wrap: Whether what is chosen may take several lines; None leaves it to the layout.

    Returns:
        A list of the options, in the order in which they were chosen: themselves, copies if they
        are containers, and the texts that a person entered.

    Raises:
        StreamlitDefaultNotInOptionsError: If what is chosen at first is no option.
        StreamlitIncompatibleParametersError: If texts are to be entered without typing.
        StreamlitInvalidParameterTypeError: If `select_all` is neither bool nor int,
            `max_selections` no int, or `format_func` no function.
        StreamlitSelectionCountExceedsMaxError: If more options are chosen, at first or in session
            state, than can be.

    Differs:
        options: What a key holds finds the option that equals it, of any type, as 2 finds 2.0.
        filter_mode: Enter takes the best match, not all matches.

    Example:
        >>> toppings = st.multiselect("Toppings", ["olives", "ham", "corn"], max_selections=2)
    """
    common = InputArguments("multiselect", label, key, help, disabled, label_visibility, width)
    who = common.who
    accept_new_options = as_flag(who, "accept_new_options", accept_new_options)
    check_filter(who, filter_mode, accept_new_options)
    check_format_func(who, format_func)
    choices = options_of(options, format_func)
    each = Choice(choices, may_be_new=accept_new_options, enums=enum_coercion())
    if max_selections is not None:
        max_selections = check_count(
            who, "max_selections", max_selections, "a positive count or None"
        )
    codec = Choices(each, who, max_selections)
    start, wire = codec.adopt_default(default)
    props = Multiselect(
        **common.props,
        options=choices.texts,
        max_selections=max_selections,
        placeholder=optional_str(placeholder),
        accept_new_options=accept_new_options,
        filter_mode=filter_mode,
        select_all=_select_all(who, select_all),
        wrap=wrap,
    )
    asked = common.value(codec, start, on_change, args, kwargs, bind, persist_state, wire=wire)
    return draw(props, value=asked)


def _select_all(who: str, select_all: object) -> bool | int:
    if not isinstance(select_all, int):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: select_all must be True, False or an int, got select_all={select_all!r}"
        )
    if select_all < 0:
        raise StreamlitValueError(
            f"{who}: select_all must be True, False or at least 0, got select_all={select_all!r}"
        )
    return select_all
