"""`keep`: gives content an address, under which the browser fetches it."""

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from ostinato.errors import StreamlitAPIException
from ostinato.run.filing import FRESH, GRACE
from ostinato.run.holdings import TooMuchHeld
from ostinato.run.run import home_here, run_here
from ostinato.stores.files import NoRoom
from ostinato.values.files import seen
from ostinato.values.media_type import ending_of, is_media_type
from ostinato.wire.props import MEDIA

if TYPE_CHECKING:
    from ostinato.run.file_source import Content

_OF_THE_WEB = re.compile(r"(https?|data):", re.IGNORECASE)

LONGEST_NAME = 200
"""Characters of the name under which a browser saves a file."""


def keep(
    content: "Content", *, type: str, name: str | None = None, shown_as: str | None = None
) -> str:
    """Have the app keep some content, and return the address where the browser finds it.

    The same content has the same address in all runs, sessions and processes. It is kept as long
    as a page shows it: as an element has the address in its props, in a field of type
    `FileAddress`.

    Args:
        content: Bytes, the path of a file, or an open file, of which all is read. An address of the
            web is returned as it is: the browser fetches it.
        type: Its media type.
        name: The name under which the browser saves it; without one, the browser shows it.
        shown_as: The name under which the browser shows it.

    Returns:
        The address, relative to that of the app; "" where no app is served.

    Raises:
        StreamlitAPIException: If there is no room for it, or `type` is no media type.
        OSError: If the file cannot be read.

    Example:
        >>> keep(b"1,2", type="text/csv", name="numbers.csv")
        ''
    """
    home = home_here()
    if home is None or home.files is None:
        return ""
    if not is_media_type(type):
        raise StreamlitAPIException(
            f'keep: type must be a media type such as "image/png", got type={type!r}: correct it'
        )
    if isinstance(content, str) and _OF_THE_WEB.match(content):
        return content
    try:
        kept = home.files.put(content, type)
        # A download is asked for again after a break.
        hold(*kept, is_passing=name is None)
    except (NoRoom, TooMuchHeld) as error:
        raise StreamlitAPIException(f"keep: {error}") from None
    if name is None:
        address = f"{MEDIA}{kept.id}.{ending_of(type)}"
        return f"{address}/{quote(_short(shown_as), safe='')}" if shown_as else address
    return f"{MEDIA}{kept.id}/{quote(_short(name), safe='')}"


def hold(id: str, size: int, *, is_passing: bool = True) -> None:
    """Note that the session of this code needs a file, if it is of a session.

    Args:
        id: Its id.
        size: Its bytes.
        is_passing: Whether nobody asks for it once no page shows it.

    Raises:
        TooMuchHeld: If all that the session needs would be more than it may be.
    """
    home, run = home_here(), run_here()
    if home is not None and home.holdings is not None:
        # What is recorded is drawn again.
        is_recorded = run is not None and bool(run.own.recordings)
        home.holdings.take(id, size, GRACE if is_passing and not is_recorded else FRESH)


def _short(name: str) -> str:
    """Return a name that any disk takes, with its ending."""
    name = seen(name.encode("utf-8", "replace").decode()).replace("\\", "/").rpartition("/")[2]
    if len(name) > LONGEST_NAME:
        stem, dot, ending = name.rpartition(".")
        ending = f"{dot}{ending[:20]}" if stem else ""
        name = f"{name[: LONGEST_NAME - len(ending)]}{ending}"
    return name.strip(". ") or "file"
