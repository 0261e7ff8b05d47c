"""Size: widths, heights and gaps."""

from ostinato.arguments.text import ALIGNMENTS, check_choice, describe, is_among
from ostinato.arguments.warning import warn
from ostinato.errors import (
    StreamlitInvalidHeightError,
    StreamlitInvalidWidthError,
    StreamlitValueError,
)
from ostinato.wire.flag import as_flag
from ostinato.wire.props import Gap, Width

STRETCH = ("stretch",)
STRETCH_OR_CONTENT = ("stretch", "content")
ANY_WIDTH = ("auto", "stretch", "content")
GAPS = ("xxsmall", "xsmall", "small", "medium", "large", "xlarge", "xxlarge")


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


def width_of(kind: str, label: object, width: Width, use_container_width: bool | None) -> Width:
    """Return the width of a call that may have the old form of it, and say what became of that."""
    if use_container_width is None:
        return width
    who = describe(kind, label)
    width = "stretch" if as_flag(who, "use_container_width", use_container_width) else "content"
    warn(
        f"{who}: use_container_width is deprecated,"
        f" got use_container_width={use_container_width!r}: use width={width!r}"
    )
    return width


def check_height(who: str, height: object, words: tuple[str, ...] = STRETCH_OR_CONTENT) -> None:
    """Check a height: one of the words, or a count of pixels.

    Raises:
        StreamlitInvalidHeightError: If it is neither.
    """
    if not _is_size(height, words):
        raise StreamlitInvalidHeightError(
            f"{who}: height must be {_either(words)} or a positive count of pixels,"
            f" got height={height!r}"
        )


def check_gap(who: str, gap: Gap) -> Gap:
    """Check a gap, one of the words, None, or a count of pixels, and return it in lower case.

    Raises:
        StreamlitValueError: If it is none of them.
    """
    if gap is None or is_among(gap, GAPS) or (type(gap) is int and gap >= 0):
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
    # Asked for every text: nearly all have one of the words.
    if type(width) is not str or width not in words:
        check_width(who, width, words)
    if type(alignment) is not str or alignment not in ALIGNMENTS:
        check_choice(who, "text_alignment", alignment, ALIGNMENTS)


def _is_size(value: object, words: tuple[str, ...]) -> bool:
    return is_among(value, words) or (isinstance(value, int) and value is not True and value > 0)


def _either(words: tuple[str, ...]) -> str:
    return ", ".join(repr(word) for word in words)
