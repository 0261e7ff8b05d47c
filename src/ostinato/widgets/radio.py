"""Radio: one of several options, all of which are in sight."""

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
from ostinato.arguments.size import STRETCH_OR_CONTENT
from ostinato.errors import StreamlitInvalidParameterTypeError
from ostinato.run.elements import draw, element
from ostinato.run.knowledge import enum_coercion
from ostinato.values.choice import Choice, Option, option_at, options_of
from ostinato.wire.props import InputProps, LabelVisibility, Width


class Radio(InputProps, frozen=True, kw_only=True):
    """The wire form of `radio`.

    Its value is the chosen option's index and its text, or null.
    """

    options: list[str]
    captions: list[str] = []
    horizontal: bool = False
    width: Width = "content"


@element
@documented
def radio(
    label: str,
    options: Iterable[Option],
    index: int | None = 0,
    format_func: Callable[[Option], object] = str,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    disabled: bool = False,
    horizontal: bool = False,
    captions: Iterable[str | None] | None = None,
    label_visibility: LabelVisibility = "visible",
    width: Width = "content",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> Option | None:
    """Show options to choose one from, and return that option.

    Args:
        label: What to choose, in Markdown.
        options: Any values: a list, an Enum class, an array, a series, the first column of a table.
        index: Which option is chosen at first; None for none.
        format_func: Returns the text that stands for an option of this call, in Markdown.
        horizontal: Whether they stand side by side.
        captions: What stands below each option, in Markdown; None for nothing.
        width: "content", "stretch" or pixels.

    Returns:
        The option itself, a copy if it is a container; or None.

    Raises:
        StreamlitInvalidParameterTypeError: If the index is neither int nor None, a caption
            neither text nor None, or `format_func` no function.
        StreamlitValueOutOfRangeError: If there is no option at the index.

    Differs:
        options: What a key holds finds the option that equals it, of any type, as 2 finds 2.0.

    Example:
        >>> size = st.radio("Size", ["small", "large"], captions=["for one", "for four"])
    """
    common = InputArguments(
        "radio", label, key, help, disabled, label_visibility, width, STRETCH_OR_CONTENT
    )
    check_format_func(common.who, format_func)
    choices = options_of(options, format_func)
    start = option_at(common.who, index, choices.texts)
    codec = Choice(choices, may_be_none=start is None, enums=enum_coercion())
    props = Radio(
        **common.props,
        options=choices.texts,
        captions=_texts(common.who, [] if captions is None else list(captions)),
        horizontal=horizontal,
    )
    default = None if start is None else codec.decode(start)
    asked = common.value(codec, default, on_change, args, kwargs, bind, persist_state, wire=start)
    chosen: Option | None = draw(props, value=asked)
    return chosen


def _texts(who: str, captions: list[Any]) -> list[str]:
    if not all(one is None or isinstance(one, str) for one in captions):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: captions must be texts or None, got captions={captions!r}"
        )
    return [str(one or "") for one in captions]
