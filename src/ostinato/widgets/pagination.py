"""Pagination: the number of a page."""

from ostinato.arguments.count import check_count, whole
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
from ostinato.errors import (
    StreamlitInvalidParameterTypeError,
    StreamlitValueOutOfRangeError,
)
from ostinato.run.elements import draw, element
from ostinato.values.moment import SAFE
from ostinato.values.ordinal import Ordinal
from ostinato.wire.props import InputProps, Width


class Pagination(InputProps, frozen=True, kw_only=True):
    """The wire form of `pagination`; its value is the number of a page, from 1 on."""

    num_pages: int
    max_visible_pages: int | None = 7
    width: Width = "content"


@element
@documented
def pagination(
    num_pages: int,
    *,
    default: int = 1,
    max_visible_pages: int | None = 7,
    width: Width = "content",
    key: Key | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    disabled: bool = False,
    bind: Bind = None,
    persist_state: PersistState = None,
) -> int:
    """Show the numbers of pages, and return the one that is chosen.

    Args:
        num_pages: How many pages there are.
        default: The page at first.
        max_visible_pages: How many places there are for numbers and gaps, where there is room;
            None for any number, 0 for none: only the arrows are shown.
        width: "content", "stretch" or pixels.

    Raises:
        StreamlitInvalidParameterTypeError: If a count or the default is no int.
        StreamlitValueError: If a count is too small or too large.
        StreamlitValueOutOfRangeError: If there is no such page.

    Differs:
        max_visible_pages: No gap stands in place of a single page.

    Example:
        >>> page = st.pagination(12)
        >>> st.write(f"Rows {page * 10 - 9} to {page * 10}")
    """
    common = InputArguments(
        "pagination", "", key, None, disabled, "visible", width, STRETCH_OR_CONTENT
    )
    who = common.who
    num_pages = check_count(who, "num_pages", num_pages, f"a count from 1 to {SAFE}", most=SAFE)
    if max_visible_pages is not None:
        rule = f"a count from 0 to {SAFE}, or None"
        max_visible_pages = check_count(
            who, "max_visible_pages", max_visible_pages, rule, least=0, most=SAFE
        )
    first = whole(default)
    if first is None:
        raise StreamlitInvalidParameterTypeError(
            f"{who}: default must be an int, got default={default!r}"
        )
    if not 1 <= first <= num_pages:
        raise StreamlitValueOutOfRangeError(
            f"{who}: default must be between 1 and num_pages={num_pages}, got default={default!r}"
        )
    props = Pagination(**common.props, num_pages=num_pages, max_visible_pages=max_visible_pages)
    codec = Ordinal(1, num_pages)
    asked = common.value(codec, first, on_change, args, kwargs, bind, persist_state)
    page = draw(props, value=asked)
    assert page is not None  # An ordinal may be none elsewhere.
    return page
