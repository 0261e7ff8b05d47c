"""Select slider: an option, or a range of options, on a slider."""

from collections.abc import Callable, Iterable
from typing import Any

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
from ostinato.errors import StreamlitMissingRequiredParameterError, StreamlitValueError
from ostinato.run.elements import draw, element
from ostinato.run.knowledge import enum_coercion, peek
from ostinato.values.choice import Choice, Options, options_of
from ostinato.values.option_interval import OptionInterval
from ostinato.wire.props import InputProps, LabelVisibility, Width


class SelectSlider(InputProps, frozen=True, kw_only=True):
    """The wire form of `select_slider`.

    Its value is the index and the text of one option, or of two for a range.
    """

    options: list[str]


@element
@documented
def select_slider(
    label: str,
    options: Iterable[Any] = (),
    value: Any = None,
    format_func: Callable[[Any], object] = str,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> Any:
    """Show a slider whose places are options, and return the one that it stands on.

    Args:
        label: What it sets, in Markdown.
        options: Any values: a list, an Enum class, an array, a series, the first column of a table.
        value: An option, or two of them for a range; else the first option.
        format_func: Returns the text that stands for an option of this call, in Markdown.

    Returns:
        The option itself, a copy if it is a container, or a tuple of two for a range. If the script
        set its key, that decides: two options make it a range, one option makes it none.

    Raises:
        StreamlitInvalidParameterTypeError: If `format_func` is no function.
        StreamlitMissingRequiredParameterError: If there is no option.
        StreamlitValueError: If the value is neither an option nor two of them.

    Differs:
        options: What a key holds finds the option that equals it, of any type, as 2 finds 2.0.
        value: A tuple that is an option is no range.

    Example:
        >>> low, high = st.select_slider("Size", ["S", "M", "L", "XL"], value=("M", "L"))
    """
    common = InputArguments("select_slider", label, key, help, disabled, label_visibility, width)
    check_format_func(common.who, format_func)
    choices = options_of(options, format_func)
    if not choices.texts:
        raise StreamlitMissingRequiredParameterError(
            f"{common.who}: there must be at least one option, got options={options!r}"
        )
    places, is_range = _places(common.who, value, choices)
    holds_range = _holds_range(peek(key), choices)
    if holds_range is not None and holds_range is not is_range:
        is_range = holds_range
        places = [places[0], len(choices.texts) - 1 if value is None else places[0]][: 1 + is_range]
    codec = OptionInterval(Choice(choices, enums=enum_coercion()), is_range)
    asked = common.value(
        codec,
        codec.at(places),
        on_change,
        args,
        kwargs,
        bind,
        persist_state,
        wire=codec.wire_of(places),
    )
    return draw(SelectSlider(**common.props, options=choices.texts), value=asked)


def _places(who: str, value: Any, options: Options) -> tuple[list[int], bool]:
    """Return the places of the options in a value, in order, and whether it is a range."""
    if value is None and options.place_of_value(None) is None:
        return [0], False
    is_range = _is_range(value, options)
    ends = list(value) if is_range else [value]
    if len(ends) != 1 + is_range:
        raise StreamlitValueError(
            f"{who}: value must be one option, or two for a range, got value={value!r}"
        )
    places = [options.place_of_value(one) for one in ends]
    known = [place for place in places if place is not None]
    if len(known) < len(places):
        raise StreamlitValueError(f"{who}: value must be among the options, got value={value!r}")
    return sorted(known), is_range


def _is_range(value: object, options: Options) -> bool:
    """Return whether a value stands for two options: a pair may be an option itself."""
    return isinstance(value, list | tuple) and options.place_of_value(value) is None


def _holds_range(held: object, options: Options) -> bool | None:
    """Return whether a key holds two options; None if it holds neither that nor one."""
    if options.place_of_value(held) is not None:
        return False
    return True if isinstance(held, list | tuple) and len(held) == 2 else None
