"""Count: how many there are of something."""

from ostinato.errors import StreamlitInvalidParameterTypeError, StreamlitValueError


def check_count(
    who: str,
    name: str,
    count: object,
    rule: str = "a positive count",
    *,
    least: int = 1,
    most: int | None = None,
) -> None:
    """Check that an argument is a count.

    Args:
        who: The element, for the error.
        name: The argument, for the error.
        count: What the script passed.
        rule: What it must be, for the error.
        least: The least one that there may be.
        most: The greatest; None for any.

    Raises:
        StreamlitInvalidParameterTypeError: If it is no int.
        StreamlitValueError: If it is too small or too large.

    Example:
        >>> check_count("pagination", "num_pages", 12, "a count from 1 to 100", most=100)
    """
    if type(count) is not int:
        raise StreamlitInvalidParameterTypeError(
            f"{who}: {name} must be {rule}, got {name}={count!r}"
        )
    if count < least or (most is not None and count > most):
        raise StreamlitValueError(f"{who}: {name} must be {rule}, got {name}={count!r}")
