"""Options: the arguments that many elements share, checked in one place."""

from collections.abc import Callable, Collection, Mapping, Sequence
from textwrap import dedent
from typing import Literal

from ostinato.errors import (
    NotAvailable,
    StreamlitInvalidHeightError,
    StreamlitInvalidWidthError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)
from ostinato.wire.props import Gap, LabelVisibility

Key = str | int
OnChange = Callable[..., object] | Literal["rerun", "ignore"] | None
Arguments = Sequence[object] | None
KeywordArguments = Mapping[str, object] | None
Bind = Literal["query-params"] | None
PersistState = Literal["page", "session"] | None

STRETCH = ("stretch",)
STRETCH_OR_CONTENT = ("stretch", "content")
ANY_WIDTH = ("auto", "stretch", "content")
ALIGNMENTS = ("left", "center", "right", "justify")
LABEL_VISIBILITIES = ("visible", "hidden", "collapsed")
GAPS = ("xxsmall", "xsmall", "small", "medium", "large", "xlarge", "xxlarge")


def clean(body: object) -> str:
    r"""Give the text of an object without common indentation and blank ends.

    Example:
        >>> clean("    a\n      b\n")
        'a\n  b'
    """
    text = body if type(body) is str else str(body)
    if "\n" in text:
        text = dedent(text)
    return text.strip()


def clean_or_none(body: object) -> str | None:
    """Give the cleaned text of an optional argument."""
    return None if body is None else clean(body)


def text_or_none(value: object) -> str | None:
    """Give the text of an optional argument, as it is."""
    return None if value is None else str(value)


def named(kind: str, label: object) -> str:
    """Name a widget in an error.

    Example:
        >>> named("slider", "Age")
        'slider "Age"'
    """
    return f'{kind} "{label}"'


def check_choice(who: str, name: str, value: object, choices: Collection[object]) -> None:
    """Check that an argument is one of the values the call knows.

    Raises:
        StreamlitValueError: If it is not.
    """
    if not any(value is choice or value == choice for choice in choices):
        known = ", ".join(repr(choice) for choice in choices)
        raise StreamlitValueError(f"{who}: {name} must be one of {known}, got {name}={value!r}")


def check_width(who: str, width: object, words: tuple[str, ...] = STRETCH) -> None:
    """Check a width: one of the words, or a count of pixels.

    Raises:
        StreamlitInvalidWidthError: If it is neither.
    """
    if not _is_size(width, words):
        raise StreamlitInvalidWidthError(
            f"{who}: width must be {_either(words)} or a positive count of pixels,"
            f" got width={width!r}"
        )


def check_height(who: str, height: object) -> None:
    """Check a height: one of the words, or a count of pixels.

    Raises:
        StreamlitInvalidHeightError: If it is neither.
    """
    if not _is_size(height, STRETCH_OR_CONTENT):
        raise StreamlitInvalidHeightError(
            f"{who}: height must be {_either(STRETCH_OR_CONTENT)} or a positive count of pixels,"
            f" got height={height!r}"
        )


def check_gap(who: str, gap: Gap) -> Gap:
    """Check a gap, one of the words, None, or a count of pixels, and give it in lower case.

    Raises:
        StreamlitValueError: If it is none of them.
    """
    if gap is None or gap in GAPS or (type(gap) is int and gap >= 0):
        return gap
    if isinstance(gap, str) and gap.lower() in GAPS:
        return gap.lower()  # type: ignore[return-value]
    raise StreamlitValueError(
        f"{who}: gap must be {_either(GAPS)}, None or a count of pixels, got gap={gap!r}"
    )


def check_text(who: str, width: object, words: tuple[str, ...], alignment: object) -> None:
    """Check what all elements of text share.

    Raises:
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueError: If there is no such alignment.
    """
    if width not in words:
        check_width(who, width, words)
    if alignment not in ALIGNMENTS:
        check_choice(who, "text_alignment", alignment, ALIGNMENTS)


def check_input(
    kind: str,
    label: object,
    key: object,
    label_visibility: LabelVisibility,
    width: object,
    words: tuple[str, ...],
    bind: Bind,
    persist_state: PersistState,
) -> None:
    """Check what all inputs share.

    Raises:
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitMissingRequiredParameterError: If a value is to persist without a key.
        StreamlitValueError: If another argument is none of the values it can have.
        NotAvailable: If the value is to be bound to the address of the page.
    """
    if label_visibility == "visible" and width in words and bind is None and persist_state is None:
        return
    who = named(kind, label)
    check_choice(who, "label_visibility", label_visibility, LABEL_VISIBILITIES)
    check_width(who, width, words)
    check_choice(who, "bind", bind, ("query-params", None))
    check_choice(who, "persist_state", persist_state, ("page", "session", None))
    if bind is not None:
        raise NotAvailable(f"{who}: bind is not available yet, got bind={bind!r}: leave it out")
    if persist_state is not None and key is None:
        raise StreamlitMissingRequiredParameterError(
            f"{who}: a value that persists needs a key, got persist_state={persist_state!r}"
            " and key=None: give it a key"
        )


def _is_size(value: object, words: tuple[str, ...]) -> bool:
    return value in words or (isinstance(value, int) and value is not True and value > 0)


def _either(words: tuple[str, ...]) -> str:
    return ", ".join(repr(word) for word in words)
