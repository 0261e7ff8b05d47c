"""Balloons: a flight of them across the page."""

from ostinato.run.effects import effect
from ostinato.run.elements import element
from ostinato.wire.props import Props


class Balloons(Props, frozen=True):
    """The wire form of `balloons`, an effect."""


@element
def balloons() -> None:
    """Let balloons fly across the page, once.

    Whoever has asked their system for less motion sees none.

    Differs:
        balloons: No reconnect and no refresh repeats them; who wants no motion sees none.

    Example:
        >>> if st.button("Celebrate"):
        ...     st.balloons()
    """
    effect(Balloons())
