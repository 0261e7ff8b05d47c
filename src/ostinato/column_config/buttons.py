"""Buttons: columns of buttons, one for each row."""

from collections.abc import Callable
from typing import Literal

from ostinato.arguments.columns import (
    ButtonSpec,
    ColumnAlignment,
    ColumnWidth,
    column_of,
    documented_column,
    name_of,
)
from ostinato.arguments.inputs import Arguments, KeywordArguments, check_callback
from ostinato.arguments.text import check_choice
from ostinato.errors import StreamlitMissingRequiredParameterError


@documented_column
def ButtonColumn(
    label: str | None = None,
    *,
    width: ColumnWidth = None,
    help: str | None = None,
    pinned: bool | None = None,
    alignment: ColumnAlignment = None,
    type: Literal["primary", "secondary", "tertiary"] = "secondary",
    on_click: Callable[..., object] | None = None,
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    key: str | None = None,
) -> ButtonSpec:
    """Configure a column of buttons: each cell says what its button says.

    A click reruns the script. What was clicked stands in session state under the key, for this run:
    `st.session_state[key].row`, the number of the row, and `.label`.

    Args:
        type: "primary", "secondary" or "tertiary".
        on_click: A function to call before the rerun.
        args: Passed to that function, by position.
        kwargs: Passed to that function, by name.
        key: The name of the click in session state; without one, nothing can be clicked.

    Raises:
        StreamlitMissingRequiredParameterError: If there is a function to call, but no key.

    Example:
        >>> st.column_config.ButtonColumn("", key="open_row", type="tertiary")
    """
    who = name_of("button", label)
    check_choice(who, "type", type, ("primary", "secondary", "tertiary"))
    check_callback(who, on_click)
    if key is None and (on_click is not None or args is not None or kwargs is not None):
        raise StreamlitMissingRequiredParameterError(
            f"{who}: a function to call needs a key, got on_click={on_click!r} and key=None: give"
            " it a key"
        )
    options = column_of(
        "button", label, width, help, pinned=pinned, alignment=alignment, disabled=True, button=type
    )
    return ButtonSpec(options, None if key is None else str(key), on_click, args, kwargs)
