"""Filtering: how typing finds options."""

from typing import Literal

from ostinato.arguments.text import check_choice
from ostinato.errors import StreamlitIncompatibleParametersError

FilterMode = Literal["fuzzy", "contains", "prefix"] | None


def check_filter(who: str, filter_mode: FilterMode, accept_new_options: bool) -> None:
    """Check how options are found.

    Raises:
        StreamlitIncompatibleParametersError: If texts are to be entered without typing.
        StreamlitValueError: If there is no such way.
    """
    check_choice(who, "filter_mode", filter_mode, ("fuzzy", "contains", "prefix", None))
    if filter_mode is None and accept_new_options:
        raise StreamlitIncompatibleParametersError(
            f"{who}: new options are entered by typing, got accept_new_options=True and"
            " filter_mode=None: leave one of them out"
        )
