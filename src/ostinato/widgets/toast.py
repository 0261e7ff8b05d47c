"""Toast: a message that comes and goes."""

from ostinato.wire.props import Props


class Toast(Props, frozen=True):
    """The wire form of `toast`, an effect that stays for `duration` seconds, or until closed."""

    body: str
    icon: str | None = None
    duration: float | None = 4.0
