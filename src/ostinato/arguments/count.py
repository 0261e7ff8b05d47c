"""Count: how many there are of something."""

from numbers import Integral

from ostinato.errors import StreamlitInvalidParameterTypeError, StreamlitValueError


def check_count(
    who: str,
    name: str,
    count: object,
    rule: str = "a positive count",
    *,
    least: int = 1,
    most: int | None = None,
) -> int:
    """Return an argument that is a count, as an int of Python's.

    Args:
        who: The element, for the error.
        name: The argument, for the error.
        count: What the script passed.
        rule: What it must be, for the error.
        least: The least one that there may be.
        most: The greatest; None for any.

    Raises:
        StreamlitInvalidParameterTypeError: If it is no whole number.
        StreamlitValueError: If it is too small or too large.

    Example:
        >>> check_count("pagination", "num_pages", 12, "a count from 1 to 100", most=100)
        12
    """
    number = whole(count)
    if number is None:
        raise StreamlitInvalidParameterTypeError(
            f"{who}: {name} must be {rule}, got {name}={count!r}"
        )
    if number < least or (most is not None and number > most):
        raise StreamlitValueError(f"{who}: {name} must be {rule}, got {name}={count!r}")
    return number


def whole(value: object) -> int | None:
    """Return a whole number of any class as an int; None if it is none, or a bool.

    Example:
        >>> whole(2.0)
    """
    return int(value) if isinstance(value, Integral) and not isinstance(value, bool) else None
