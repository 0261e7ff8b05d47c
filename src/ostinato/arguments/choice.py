"""Choice: where inputs begin that give one of some options."""

from ostinato.errors import StreamlitInvalidParameterTypeError, StreamlitValueOutOfRangeError
from ostinato.values.choice import Wire


def option_at(who: str, index: object, texts: list[str]) -> Wire:
    """Return the option that is chosen at first, as it travels; None for none.

    Raises:
        StreamlitInvalidParameterTypeError: If the index is neither int nor None.
        StreamlitValueOutOfRangeError: If there is no option at the index.
    """
    if index is not None and (not isinstance(index, int) or isinstance(index, bool)):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: index must be an int or None, got index={index!r}"
        )
    if index is None or not texts:
        return None
    if not 0 <= index < len(texts):
        raise StreamlitValueOutOfRangeError(
            f"{who}: index must be between 0 and {len(texts) - 1}, got index={index!r}"
        )
    return index, texts[index]
