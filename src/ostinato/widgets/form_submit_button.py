"""Form submit button: submits the form it stands in."""

from collections.abc import Callable
from typing import Literal

from ostinato.arguments.buttons import ButtonArguments
from ostinato.arguments.documented import documented
from ostinato.arguments.inputs import (
    Arguments,
    Key,
    KeywordArguments,
    check_callback,
)
from ostinato.arguments.size import width_of
from ostinato.arguments.text import describe
from ostinato.run.elements import draw, element
from ostinato.run.form import form_key, submit_key
from ostinato.values.boolean import Boolean
from ostinato.wire.props import SubmitProps, Width


class FormSubmitButton(SubmitProps, frozen=True, kw_only=True):
    """The wire form of `form_submit_button`, which is pressed with all that has changed."""


@element
@documented
def form_submit_button(
    label: str = "Submit",
    help: str | None = None,
    on_click: Callable[..., object] | None = None,
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    key: Key | None = None,
    type: Literal["primary", "secondary", "tertiary"] = "secondary",
    icon: str | None = None,
    icon_position: Literal["left", "right"] = "left",
    disabled: bool = False,
    use_container_width: bool | None = None,
    width: Width = "content",
    shortcut: str | None = None,
    wrap: bool | None = None,
) -> bool:
    """Show a button that submits the form around it, and return whether it was for this run.

    All that has changed in the form is in its values and in session state by then, also for the
    callback. What the browser knows to be wrong, as an empty field that is required, is not
    submitted.

    Args:
        label: What pressing it does, in Markdown.
        on_click: A function to call before the rerun.
        key: Its name in session state; also the CSS class `st-key-<key>`. Without one it is made of
            the key of the form and the label.
        width: "content", "stretch" or pixels.

    Returns:
        True in the run that a press has started, else False.

    Raises:
        StreamlitAPIException: If the icon, the shortcut or the callback cannot be used.
        StreamlitInvalidLayoutContextError: If it is not in a form.

    Differs:
        returns: Every press counts: those that come while the script is busy are not merged.

    Example:
        >>> with st.form("order"):
        ...     count = st.slider("How many", 1, 10)
        ...     if st.form_submit_button("Order", type="primary"):
        ...         st.write("Ordered", count)
    """
    form = form_key(describe("form_submit_button", label))
    common = ButtonArguments(
        "form_submit_button",
        label,
        submit_key(form, label) if key is None or key == "" else key,
        help,
        disabled,
        width_of("form_submit_button", label, width, use_container_width),
        type,
        icon,
        icon_position,
        shortcut,
        wrap,
    )
    check_callback(common.who, on_click)
    asked = common.value(Boolean(), False, on_click, args, kwargs, lasts="run")
    return draw(FormSubmitButton(**common.props), value=asked)
