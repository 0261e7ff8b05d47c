"""Component bytes: what a component is given that is no JSON, as the browser gets it.

Few bytes travel with their element. More are a file of the app, which the browser keeps: a run
that gives the same again sends nothing.
"""

from typing import NamedTuple

from ostinato.data.column import Table
from ostinato.data.fingerprint import fingerprint
from ostinato.run.marked_files import Make, filing_here, keep_bytes, keep_marked
from ostinato.values.media_type import ARROW
from ostinato.wire.components import ComponentBytes

SMALL = 16 * 1024
"""Bytes up to which they travel with their element."""

PLAIN = "application/octet-stream"


def bytes_of(who: str, content: bytes, type: str = PLAIN) -> ComponentBytes:
    """Return bytes as the browser gets them.

    Args:
        who: The component, for the error.
        content: The bytes.
        type: Their media type.

    Raises:
        StreamlitAPIException: If there is no room for them.
    """
    filing = None if len(content) <= SMALL else filing_here()
    if filing is None:
        return ComponentBytes(data=content)
    return ComponentBytes(file=keep_bytes(who, filing, content, type))


class Stream(NamedTuple):
    """A stream of Arrow.

    Args:
        form: What of a table is in it.
        size: About how many bytes it has.
        make: Makes these.
    """

    form: bytes
    size: int
    make: Make


def streams_of(who: str, table: Table, *streams: Stream) -> list[ComponentBytes]:
    """Return streams of a table as the browser gets them; large ones are made if not there.

    Args:
        who: The component, for the error.
        table: What they are made of.
        streams: The streams.

    Raises:
        StreamlitAPIException: If there is no room for one.
    """
    filing = filing_here() if any(each.size > SMALL for each in streams) else None
    if filing is None:
        return [ComponentBytes(data=b"".join(each.make())) for each in streams]
    # Of two hashes: nobody is to find another table of the same name.
    mark = b"".join(fingerprint(table, filing.ids.seed + more) for more in (0, 1))
    return [
        ComponentBytes(data=b"".join(make()))
        if size <= SMALL
        else ComponentBytes(file=keep_marked(who, filing, form + mark, ARROW, make, size))
        for form, size, make in streams
    ]
