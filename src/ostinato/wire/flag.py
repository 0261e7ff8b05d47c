"""Flag: what says yes or no."""

from ostinato.errors import StreamlitInvalidParameterTypeError


def as_flag(who: str, name: str, value: object) -> bool:
    """Return an argument as the bool that it stands for; any object stands for one.

    Raises:
        StreamlitInvalidParameterTypeError: If it is of neither opinion, as an array is.

    Example:
        >>> as_flag("container", "border", "no")
        True
    """
    try:
        return bool(value)
    except Exception:  # noqa: BLE001  (a user's class may raise anything)
        raise StreamlitInvalidParameterTypeError(
            f"{who}: {name} must be True or False, got a {type(value).__name__} as {name}:"
            " pass bool(...) of what you mean"
        ) from None


def optional_flag(who: str, name: str, value: object) -> bool | None:
    """Return an optional argument as the bool that it stands for.

    Raises:
        StreamlitInvalidParameterTypeError: If it is of neither opinion.
    """
    return None if value is None else as_flag(who, name, value)
