"""Form submit button: submits the form it stands in."""

from collections.abc import Callable
from typing import Literal

from ostinato.arguments.documented import documented
from ostinato.arguments.icon import check_icon
from ostinato.arguments.inputs import (
    Arguments,
    InputArguments,
    Key,
    KeywordArguments,
    check_on_click,
)
from ostinato.arguments.shortcut import parse_shortcut
from ostinato.arguments.size import STRETCH_OR_CONTENT, width_of
from ostinato.arguments.text import check_choice, describe
from ostinato.run.elements import draw, element
from ostinato.run.form import form_key, submit_key
from ostinato.values.boolean import Boolean
from ostinato.wire.props import SubmitProps, Width


class FormSubmitButton(SubmitProps, frozen=True, kw_only=True):
    """The wire form of `form_submit_button`, which is pressed with all that has changed."""

    type: Literal["primary", "secondary", "tertiary"] = "secondary"
    icon: str | None = None
    icon_position: Literal["left", "right"] = "left"
    shortcut: str | None = None
    width: Width = "content"
    wrap: bool | None = None


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
        type: "primary", "secondary" or "tertiary".
        icon: An emoji, a symbol like ":material/send:", or "spinner".
        icon_position: "left" or "right" of the label.
        use_container_width: Old form of `width`: True for "stretch", False for "content".
        width: "content", "stretch" or pixels.
        shortcut: Keys that press it, like "Ctrl+K".
        wrap: Whether the label may take several lines; None leaves it to the layout.

    Returns:
        True in the run that a press has started, else False.

    Raises:
        StreamlitAPIException: If the icon, the shortcut or the callback cannot be used.
        StreamlitInvalidLayoutContextError: If it is not in a form.

    Example:
        >>> with st.form("order"):
        ...     count = st.slider("How many", 1, 10)
        ...     if st.form_submit_button("Order", type="primary"):
        ...         st.write("Ordered", count)
    """
    who = describe("form_submit_button", label)
    form = form_key(who)
    common = InputArguments(
        "form_submit_button",
        label,
        submit_key(form, label) if key is None else key,
        help,
        disabled,
        "visible",
        width_of(who, width, use_container_width),
        STRETCH_OR_CONTENT,
    )
    check_choice(who, "type", type, ("primary", "secondary", "tertiary"))
    check_choice(who, "icon_position", icon_position, ("left", "right"))
    check_on_click(who, on_click)
    props = FormSubmitButton(
        **common.props,
        type=type,
        icon=check_icon(who, icon) or None,
        icon_position=icon_position,
        shortcut=None if shortcut is None else parse_shortcut(who, shortcut),
        wrap=wrap,
    )
    asked = common.value(Boolean(), False, on_click, args, kwargs, lasts="run")
    return draw(props, value=asked)
