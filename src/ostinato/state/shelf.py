"""Shelf: the sealed entries of one session that are no values, but that values refer to.

They are definitions and groups; and whatever a later version has put there, which is kept.
"""

from collections.abc import Iterable, Mapping, Sequence

from ostinato.state.pickled import Header, header_of
from ostinato.state.seal import OVERHEAD, VERSION, Bytes, KeyRing

DEFINITION, GROUP = "d", "g"
"""How the names of entries begin; see `session_state.PLAIN` and `WIDGET` for those of values."""


class Shelf:
    """What stands beside the values, and what seals and opens all entries.

    Args:
        session: The session's id.
        keys: The secrets.
    """

    def __init__(self, session: str, keys: KeyRing) -> None:
        self.sealed: dict[str, bytes] = {}
        self.foreign: set[str] = set()
        """Entries that are sealed as those of `source`, of which this session began as a copy."""
        self.source = session
        self._session = session
        self._keys = keys

    def seal(self, name: str, parts: Sequence[Bytes]) -> bytes:
        """Give content as the bytes of an entry."""
        return self._keys.seal(f"{self._session}/{name}", parts)

    def open(self, name: str, sealed: bytes) -> memoryview:
        """Give the content of an entry.

        Raises:
            BadSeal: If it is not ours, or was sealed elsewhere.
        """
        owner = self.source if name in self.foreign else self._session
        return self._keys.open(f"{owner}/{name}", sealed)

    def read(self, name: str) -> memoryview:
        """Give the content of an entry that stands here.

        Raises:
            LookupError: If it does not.
            BadSeal: If it is not ours, or was sealed elsewhere.
        """
        if name not in self.sealed:
            raise LookupError("a part of it is not in the store")
        return self.open(name, self.sealed[name])

    @property
    def is_known(self) -> bool:
        """Whether this version knows what everything here is for."""
        return all(name[:1] in (DEFINITION, GROUP) for name in self.sealed)


def reach(roots: Iterable[str], headers: Mapping[str, Header | None]) -> set[str] | None:
    """Give what entries refer to, directly or not; None if some cannot be told."""
    found: set[str] = set()
    waiting = list(roots)
    while waiting:
        header = headers[waiting.pop()]
        if header is None:
            return None
        new = [name for name in header.refs if name not in found and name in headers]
        found.update(new)
        waiting += new
    return found


def unverified_header(sealed: bytes) -> Header | None:
    """Give the header of sealed bytes, only to know what not to throw away; None if unknown."""
    if sealed[: len(VERSION)] != VERSION:
        return None
    try:
        return header_of(memoryview(sealed)[OVERHEAD:])
    except Exception:  # noqa: BLE001  (they may be anything)
        return None
