"""Picture: its address, which an argument may have in place of an icon."""

import re

_BEGIN = re.compile(r"https?://|data:image/", re.IGNORECASE)


def picture_address(text: str) -> str | None:
    """Return the address of a picture without blanks around it; None if the text is none.

    Example:
        >>> picture_address(" HTTPS://example.com/A.png")
        'https://example.com/A.png'
        >>> picture_address("a.png")
    """
    text = text.strip()
    begin = _BEGIN.match(text)
    return None if begin is None else begin[0].lower() + text[begin.end() :]
