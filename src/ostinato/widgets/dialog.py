"""Dialog: a function that draws into a window over the page."""

import functools
from collections.abc import Callable
from typing import Literal, NamedTuple, TypeVar

from ostinato.arguments.icon import check_icon
from ostinato.arguments.text import check_choice, is_among
from ostinato.errors import StreamlitAPIException, StreamlitValueError
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.run.run import run_here
from ostinato.values.boolean import Boolean
from ostinato.values.value import Value
from ostinato.wire.flag import as_flag
from ostinato.wire.props import ContainerProps

F = TypeVar("F", bound=Callable[..., object])

DialogWidth = Literal["small", "medium", "large"]
Position = Literal["center", "left", "right"]
OnDismiss = Callable[..., object] | Literal["rerun", "ignore"]


class Dialog(ContainerProps, frozen=True, kw_only=True):
    """The wire form of `dialog`. Its value is whether it is open."""

    label: str
    width: DialogWidth = "small"
    position: Position = "center"
    dismissible: bool = True
    icon: str | None = None


class Look(NamedTuple):
    """What a dialog is like, and what happens when a person closes it."""

    props: Dialog
    on_dismiss: OnDismiss


def dialog(
    title: str,
    *,
    width: DialogWidth = "small",
    position: Position = "center",
    dismissible: bool = True,
    icon: str | None = None,
    on_dismiss: OnDismiss = "ignore",
) -> Callable[[F], F]:
    """Have a function draw into a window over the page, which opens when it is called.

    What is used in it runs the function alone, like a fragment. It closes when a person closes it,
    by `st.rerun()`, and by any other run that somebody on the page has asked for and that does not
    call the function: of the page, or of the fragment that has opened it.

    Args:
        title: What stands above it, in Markdown.
        width: "small" (500 pixels), "medium" (750) or "large" (1280), at the most.
        position: "center", or "left" or "right" for a drawer of the page's height.
        dismissible: Whether a person can close it by Escape, its button or a press beside it.
        icon: An emoji or a symbol like ":material/mail:" before the title, or "spinner".
        on_dismiss: What happens when a person closes it: "ignore" for nothing, "rerun", or a
            function to call before the script runs again.

    Returns:
        A decorator.

    Raises:
        StreamlitAPIException: If there is no title, or the icon cannot be used.
        StreamlitValueError: If another argument is none of the values it can have.

    Differs:
        title: What is open stays open over a refresh, a crash and a change of server, as long as
            the arguments of its function can be stored.
        position: A drawer has the width that it was given.

    Example:
        >>> @st.dialog("Cast your vote")
        ... def vote(item):
        ...     reason = st.text_input(f"Why {item}?")
        ...     if st.button("Submit"):
        ...         st.session_state.vote = item, reason
        ...         st.rerun()
    """
    if not isinstance(title, str) or not title.strip():
        raise StreamlitAPIException(
            f'dialog: it needs a title, got title={title!r}: write "@st.dialog("Title")"'
        )
    who = f'dialog "{title}"'
    check_choice(who, "width", width, ("small", "medium", "large"))
    check_choice(who, "position", position, ("center", "left", "right"))
    if not callable(on_dismiss) and not is_among(on_dismiss, ("rerun", "ignore")):
        raise StreamlitValueError(
            f'{who}: on_dismiss must be "rerun", "ignore" or a function,'
            f" got on_dismiss={on_dismiss!r}"
        )
    props = Dialog(
        label=title,
        width=width,
        position=position,
        dismissible=as_flag(who, "dismissible", dismissible),
        icon=check_icon(who, icon) or None,
    )
    return functools.partial(_decorated, Look(props, on_dismiss))


@element
def _dialog(look: Look, id: str) -> Container:
    """Draw the window of a dialog that is open; one that was closed opens again."""
    run = run_here()
    if run is not None:
        known = run.state.inputs.find(id)
        if known is not None and known.value is not True:
            run.state.inputs.reset(known, default=True, wire=True)
    value = Value(Boolean(), True, True, on_change=look.on_dismiss)
    place, _ = draw(look.props, value=value, children=True, id=id)
    widget = None if run is None else run.state.inputs.find(id)
    if widget is not None:
        # To close it is a matter of the page, whichever part has opened it; if it can be closed.
        widget.scope, widget.is_disabled = "", not look.props.dismissible
    return place


def _decorated(look: Look, function: F) -> F:
    from ostinato.run.dialog import define, draw_dialog  # noqa: PLC0415  (few scripts need it)
    from ostinato.run.scope import function_name  # noqa: PLC0415  (likewise)

    name = function_name(function)

    @functools.wraps(function)
    def opened(*args: object, **kwargs: object) -> object:
        run = run_here()
        if run is None:
            return function(*args, **kwargs)
        return draw_dialog(run, name, functools.partial(_dialog, look), function, args, kwargs)

    run = run_here()
    if run is not None:
        define(run, name, opened)
    return opened  # type: ignore[return-value]
