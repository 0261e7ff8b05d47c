"""Colour picker: one colour."""

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
from ostinato.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError
from ostinato.run.elements import draw, element
from ostinato.values.color import Color, is_color
from ostinato.wire.props import InputProps, LabelVisibility, Width


class ColorPicker(InputProps, frozen=True, kw_only=True):
    """The wire form of `color_picker`."""

    width: Width = "content"


@element
@documented
def color_picker(
    label: str,
    value: str | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "content",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> str:
    """Show a colour that a person can change, and return it.

    Args:
        label: What has that colour, in Markdown.
        value: The colour at first, like "#00ffaa" or "#0fa"; else black.
        width: "content", "stretch" or pixels.

    Returns:
        A colour like "#00ffaa".

    Raises:
        StreamlitAPIException: If the value is no such colour.
        StreamlitInvalidParameterTypeError: If the value is no text.

    Example:
        >>> color = st.color_picker("Line", "#0b756c")
    """
    common = InputArguments(
        "color_picker", label, key, help, disabled, label_visibility, width, STRETCH_OR_CONTENT
    )
    start = "#000000" if value is None else value
    if not isinstance(start, str):
        raise StreamlitInvalidParameterTypeError(
            f"{common.who}: value must be a str or None, got value={value!r}"
        )
    if not is_color(start):
        raise StreamlitAPIException(
            f'{common.who}: value must be a colour like "#00ffaa" or "#0fa", got value={value!r}'
        )
    asked = common.value(Color(), start, on_change, args, kwargs, bind, persist_state)
    return draw(ColorPicker(**common.props), value=asked)
