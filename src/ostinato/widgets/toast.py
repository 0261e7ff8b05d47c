"""Toast: a message that comes and goes."""

from typing import Literal

from ostinato.arguments.icon import check_icon
from ostinato.arguments.text import dedent_text
from ostinato.errors import StreamlitValueError
from ostinato.run.effects import effect
from ostinato.run.elements import element
from ostinato.wire.props import Props

Duration = Literal["short", "long", "infinite"] | int

SECONDS: dict[str, float | None] = {"short": 4.0, "long": 10.0, "infinite": None}


class Toast(Props, frozen=True):
    """The wire form of `toast`, an effect that stays for `duration` seconds, or until closed."""

    body: str
    icon: str | None = None
    duration: float | None = 4.0


class ToastHandle:
    """A toast that is shown; `toast` shows another message in its place.

    Args:
        id: What the browser knows it by.
    """

    def __init__(self, id: str) -> None:
        self._id = id

    def toast(
        self, body: str, *, icon: str | None = None, duration: Duration = "short"
    ) -> "ToastHandle":
        """Show another message in its place; see `st.toast`."""
        effect(_props(body, icon, duration), id=self._id)
        return self


@element
def toast(body: str, *, icon: str | None = None, duration: Duration = "short") -> ToastHandle:
    """Show a message above the page for a while.

    It stays for its time even if the next run does not show it again, and no reload repeats it.

    Args:
        body: The message, in Markdown.
        icon: An emoji, a symbol like ":material/done:", or "spinner".
        duration: "short" for 4 seconds, "long" for 10, "infinite" for until it is closed, or
            seconds.

    Returns:
        An object with a method `toast`, which shows another message in its place.

    Raises:
        StreamlitAPIException: If there is no such icon.
        StreamlitValueError: If the duration is neither a word nor a count of seconds.

    Differs:
        toast: No reconnect and no refresh repeats it.

    Example:
        >>> message = st.toast("Saving ...")
        >>> message.toast("Saved", icon=":material/done:")
    """
    return ToastHandle(effect(_props(body, icon, duration)))


def _props(body: object, icon: str | None, duration: object) -> Toast:
    text = dedent_text(body)
    if not text:
        raise StreamlitValueError(
            f"toast: body must not be empty, got body={body!r}: say something"
        )
    if isinstance(duration, str) and duration in SECONDS:
        seconds = SECONDS[duration]
    elif isinstance(duration, int) and duration is not True and duration > 0:
        seconds = float(duration)
    else:
        raise StreamlitValueError(
            "toast: duration must be 'short', 'long', 'infinite' or a positive count of seconds,"
            f" got duration={duration!r}"
        )
    return Toast(text, check_icon("toast", icon) or None, seconds)
