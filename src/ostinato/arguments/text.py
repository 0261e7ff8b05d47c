"""Text: arguments that are shown, and words of which there are a few."""

from collections.abc import Collection

from ostinato.arguments.count import whole
from ostinato.errors import StreamlitValueError

WORDS = (str, bool, type(None))
"""What can be a word, also in a table of them; a union would be made anew with each call."""

ALIGNMENTS = ("left", "center", "right", "justify")


def dedent_text(body: object) -> str:
    r"""Return the text of an object without common indentation and blank ends.

    Example:
        >>> dedent_text("    a\n      b\n")
        'a\n  b'
    """
    text = body if type(body) is str else str(body)
    if "\n" in text:
        from textwrap import dedent  # noqa: PLC0415  (many scripts have none of several lines)

        text = dedent(text)
    return text.strip()


def optional_text(body: object) -> str | None:
    """Return the cleaned text of an optional argument."""
    return None if body is None else dedent_text(body)


def optional_str(value: object) -> str | None:
    """Return the text of an optional argument, as it is."""
    return None if value is None else str(value)


def alt_of(alt: object) -> str | None:
    """Return what an element is called for who cannot see it; None if that is not said."""
    text = optional_str(alt)
    return text if text and text.strip() else None


def describe(kind: str, label: object) -> str:
    """Name a widget in an error; one without a label by its kind.

    Example:
        >>> describe("slider", "Age")
        'slider "Age"'
        >>> describe("pagination", "")
        'pagination'
    """
    return kind if isinstance(label, str) and not label else f'{kind} "{label}"'


def check_max_chars(who: str, max_chars: object) -> int | None:
    """Return the greatest length of a text; None for any.

    Raises:
        StreamlitValueError: If it is no count.
    """
    if max_chars is None:
        return None
    number = whole(max_chars)
    if number is not None and number >= 0:
        return number or None
    raise StreamlitValueError(
        f"{who}: max_chars must be a positive int, or None or 0 for any number,"
        f" got max_chars={max_chars!r}"
    )


def is_among(value: object, words: Collection[object]) -> bool:
    """Return whether a value is one of some words, which may be None or bools, too.

    Nothing else is compared with them: an array has no answer to that.
    """
    return isinstance(value, WORDS) and value in words


def check_choice(who: str, name: str, value: object, choices: Collection[object]) -> None:
    """Check that an argument is one of the values the call knows.

    Raises:
        StreamlitValueError: If it is not.
    """
    if not is_among(value, choices):
        known = ", ".join(repr(choice) for choice in choices)
        raise StreamlitValueError(f"{who}: {name} must be one of {known}, got {name}={value!r}")
