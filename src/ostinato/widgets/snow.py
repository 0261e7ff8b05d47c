"""Snow: flakes that fall across the page."""

from ostinato.run.effects import effect
from ostinato.run.elements import element
from ostinato.wire.props import Props


class Snow(Props, frozen=True):
    """The wire form of `snow`, an effect."""


@element
def snow() -> None:
    """Let snow fall across the page, once.

    Whoever has asked their system for less motion sees none.

    Differs:
        snow: No reconnect and no refresh repeats it; who wants no motion sees none.

    Example:
        >>> if st.button("Celebrate"):
        ...     st.snow()
    """
    effect(Snow())
