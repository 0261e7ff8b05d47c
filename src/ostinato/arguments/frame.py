"""Frame: what pages within the page are called with."""

from ostinato.errors import StreamlitInvalidParameterTypeError, StreamlitValueError


def check_tab_index(who: str, tab_index: object) -> None:
    """Check where a frame stands in the order of the Tab key.

    Raises:
        StreamlitInvalidParameterTypeError: If it is no int.
        StreamlitValueError: If it is below -1.
    """
    if tab_index is None:
        return
    if type(tab_index) is not int:
        raise StreamlitInvalidParameterTypeError(
            f"{who}: tab_index must be an int or None, got tab_index={tab_index!r}"
        )
    if tab_index < -1:
        raise StreamlitValueError(f"{who}: tab_index must be -1 or more, got tab_index={tab_index}")
