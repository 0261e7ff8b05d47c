"""Text: what can travel, and what cannot made so that it can."""

from typing import Any


def sendable(text: str) -> str:
    """Return text with an escape for each half of a pair that UTF-8 has no bytes for.

    Such halves come from names of files that are not valid UTF-8, above all.
    """
    return text if text.isascii() else text.encode(errors="backslashreplace").decode()


def as_plain(value: object) -> Any:
    """Return text of a class of its own, or a scalar of NumPy, as the plain value that travels.

    Raises:
        TypeError: If it is anything else.
    """
    kind = type(value)
    if isinstance(value, str):
        return str.__str__(value)
    if kind.__module__ == "numpy" and hasattr(value, "item"):
        plain = value.item()
        if type(plain) in (bool, int, float, str):
            return plain
    raise TypeError(
        f"Encoding objects of type {kind.__module__}.{kind.__qualname__} is unsupported"
    )


def made_sendable(value: Any) -> Any:
    """Return nested lists, dicts and plain values in a form that can travel."""
    match value:
        case str():
            return sendable(value)
        case int() if not -(2**63) <= value < 2**64:
            return str(value)
        case list() | tuple():
            return [made_sendable(each) for each in value]
        case dict():
            return {made_sendable(name): made_sendable(each) for name, each in value.items()}
    return value
