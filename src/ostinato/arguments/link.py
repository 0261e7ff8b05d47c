"""Link: an address that a press may lead to."""

import re

from ostinato.errors import StreamlitInvalidURLError

SCHEMES = ("http", "https", "mailto", "tel")

_IGNORED = re.compile(r"[\x00-\x20\x7f-\x9f]+")
"""What browsers do not see in a scheme."""

_SCHEME = re.compile(r"([^:/?#]*):")


def check_link(who: str, url: str) -> None:
    """Check an address, which the browser would otherwise not follow.

    Raises:
        StreamlitInvalidURLError: If it is of a scheme that links do not lead to.
    """
    found = _SCHEME.match(_IGNORED.sub("", url))
    if found is not None and found[1].lower() not in SCHEMES:
        raise StreamlitInvalidURLError(
            f"{who}: url must begin with https://, http://, mailto: or tel:, or be an address of"
            f" this server like /page, got url={url[:100]!r}: links to other schemes lead nowhere"
        )
