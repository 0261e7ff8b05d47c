"""Marked files: content that is known by a mark, so that to show it again makes nothing."""

from collections.abc import Callable, Iterable

import xxhash

from ostinato.errors import StreamlitAPIException
from ostinato.run.files import hold
from ostinato.run.filing import Filing
from ostinato.run.holdings import TooMuchHeld
from ostinato.run.run import home_here
from ostinato.stores.files import Bytes, NoRoom
from ostinato.values.media_type import ending_of
from ostinato.wire.props import MEDIA

LARGE = 1 << 20
"""Bytes from which on a file is written while the script goes on."""

Make = Callable[[], Iterable[Bytes]]


def filing_here() -> Filing | None:
    """Return where files of this code's app are; None where no app is served."""
    home = home_here()
    return None if home is None else home.files


def keep_marked(what: str, filing: Filing, mark: bytes, type: str, make: Make, size: int) -> str:
    """Have the app keep content that is known by a mark, and return its address.

    Args:
        what: What it is, for the error.
        filing: Where it will be.
        mark: What stands for the content: whoever has another mark has other content.
        type: Its media type.
        make: Makes its bytes, if they are not there.
        size: About how many they are.

    Raises:
        StreamlitAPIException: If there is no room for it.
    """
    id = filing.later.id_of(mark, type)
    try:
        if not filing.later.among([id]) and not filing.has_file(id):
            # The script may change it while it is written.
            make = [bytes(part) for part in make()].copy
        filing.later.put(id, type, make, size, at_once=size <= LARGE)
        hold(id, size)
    except (NoRoom, TooMuchHeld) as error:
        raise StreamlitAPIException(f"{what}: {error}") from None
    return f"{MEDIA}{id}.{ending_of(type)}"


def keep_bytes(what: str, filing: Filing, content: Bytes, type: str) -> str:
    """Have the app keep bytes, and return their address: see `keep_marked`."""
    # Of two hashes: nobody is to find other bytes of the same name.
    seeds = filing.ids.seed, filing.ids.seed + 1
    mark = b"".join(xxhash.xxh3_128_digest(content, seed=seed) for seed in seeds)
    size = memoryview(content).nbytes
    return keep_marked(what, filing, mark, type, lambda: [content], size)
