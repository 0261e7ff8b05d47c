"""Text area: several lines of text."""

from typing import Literal

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
from ostinato.arguments.size import check_height
from ostinato.arguments.text import check_max_chars, optional_str
from ostinato.run.elements import draw, element
from ostinato.values.text import Text
from ostinato.wire.props import InputProps, LabelVisibility, Width

AreaHeight = Literal["content", "stretch"] | int | None


class TextArea(InputProps, frozen=True, kw_only=True):
    """The wire form of `text_area`.

    `height` counts the label, too, unless that is collapsed; null is room for three lines.
    """

    height: AreaHeight = None
    max_chars: int | None = None
    placeholder: str | None = None
    required: bool = False


@element
@documented
def text_area(
    label: str,
    value: object = "",
    height: AreaHeight = None,
    max_chars: int | None = None,
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
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> str | None:
    """Show a field for several lines of text and return the text.

    It is sent when the field loses focus, or by Ctrl+Enter.

    Args:
        label: What to enter, in Markdown.
        value: The text at first; None for an empty field that returns None until it is used.
        height: Pixels, label included; "content" to grow with the text; "stretch" to fill the
            container; None for three lines. A person can pull the lower edge but of the third.
        max_chars: The greatest length of the text.
        placeholder: Shown while the field is empty.
        required: Whether it cannot be left empty.

    Raises:
        StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.

    Differs:
        value: A run that ends while somebody types does not replace the text, unless the script has
            set it.

    Example:
        >>> story = st.text_area("Your story", height="content", max_chars=2000)
    """
    common = InputArguments("text_area", label, key, help, disabled, label_visibility, width)
    if height is not None:
        check_height(common.who, height)
    most = check_max_chars(common.who, max_chars)
    start = None if value is None else str(value)[:most]
    props = TextArea(
        **common.props,
        height=height,
        max_chars=most,
        placeholder=optional_str(placeholder),
        required=required,
    )
    codec = Text(most, start is None)
    asked = common.value(codec, start, on_change, args, kwargs, bind, persist_state)
    return draw(props, value=asked)
