"""Feedback: a rating by thumbs, faces or stars."""

from typing import Literal

from ostinato.arguments.count import whole
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
from ostinato.arguments.text import check_choice
from ostinato.errors import StreamlitInvalidParameterTypeError, StreamlitValueOutOfRangeError
from ostinato.run.elements import draw, element
from ostinato.values.ordinal import Ordinal
from ostinato.wire.props import InputProps, Width

Ratings = Literal["thumbs", "faces", "stars"]

HIGHEST = {"thumbs": 1, "faces": 4, "stars": 4}


class Feedback(InputProps, frozen=True, kw_only=True):
    """The wire form of `feedback`; its value is a number from 0 on, or null."""

    options: Ratings = "thumbs"
    width: Width = "content"


@element
@documented
def feedback(
    options: Ratings = "thumbs",
    *,
    key: Key | None = None,
    default: int | None = None,
    disabled: bool = False,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    width: Width = "content",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> int | None:
    """Show icons to rate something by, and return the rating.

    Args:
        options: "thumbs", "faces" or "stars".
        default: The rating at first; None for none.
        width: "content", "stretch" or pixels.

    Returns:
        0 for the thumb that is down and 1 for the one that is up, a number from 0 to 4 for five
        faces or stars, or None. A person takes a rating back by choosing it again.

    Raises:
        StreamlitInvalidParameterTypeError: If the default is neither int nor None.
        StreamlitValueOutOfRangeError: If there is no such rating.

    Example:
        >>> if (stars := st.feedback("stars")) is not None:
        ...     st.write(f"{stars + 1} of 5: thank you!")
    """
    common = InputArguments(
        "feedback", "", key, None, disabled, "visible", width, STRETCH_OR_CONTENT
    )
    check_choice(common.who, "options", options, HIGHEST)
    highest = HIGHEST[options]
    first = whole(default)
    if default is not None and first is None:
        raise StreamlitInvalidParameterTypeError(
            f"{common.who}: default must be an int or None, got default={default!r}"
        )
    if first is not None and not 0 <= first <= highest:
        raise StreamlitValueOutOfRangeError(
            f'{common.who}: default must be between 0 and {highest} for options="{options}",'
            f" got default={default!r}"
        )
    codec = Ordinal(0, highest, may_be_none=True)
    asked = common.value(codec, first, on_change, args, kwargs, bind, persist_state)
    return draw(Feedback(**common.props, options=options), value=asked)
