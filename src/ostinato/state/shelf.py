"""Shelf: the signed entries of one session that are no values, but that values refer to.

They are definitions and groups; and whatever a later version has put there, which is kept.
"""

from collections.abc import Iterable, Mapping, Sequence

from ostinato.state.pickled import Header, header_of
from ostinato.state.signing import OVERHEAD, VERSION, Bytes, KeyRing

DEFINITION, GROUP = "d", "g"
"""How the names of entries begin; see `entries.PLAIN` and `WIDGET` for those of values."""


class Shelf:
    """What stands beside the values, and what signs and verifies all entries.

    Args:
        session: The session's id.
        keys: The secrets.
    """

    def __init__(self, session: str, keys: KeyRing) -> None:
        self.signed: dict[str, bytes] = {}
        self.foreign: set[str] = set()
        """Entries that are signed as those of `source`, of which this session began as a copy."""
        self.source = session
        self._session = session
        self._keys = keys

    def sign(self, name: str, parts: Sequence[Bytes]) -> bytes:
        """Return content as the signed bytes of an entry."""
        return self._keys.sign(f"{self._session}/{name}", parts)

    def verify(self, name: str, signed: bytes) -> memoryview:
        """Return the content of an entry.

        Raises:
            BadSignature: If it is not ours, or was signed elsewhere.
        """
        owner = self.source if name in self.foreign else self._session
        return self._keys.verify(f"{owner}/{name}", signed)

    def read(self, name: str) -> memoryview:
        """Return the content of an entry that stands here.

        Raises:
            LookupError: If it does not.
            BadSignature: If it is not ours, or was signed elsewhere.
        """
        if name not in self.signed:
            raise LookupError("a part of it is not in the store")
        return self.verify(name, self.signed[name])

    @property
    def is_known(self) -> bool:
        """Whether this version knows what everything here is for."""
        return all(name[:1] in (DEFINITION, GROUP) for name in self.signed)


def reach(roots: Iterable[str], headers: Mapping[str, Header | None]) -> set[str] | None:
    """Return what entries refer to, directly or not; None if some cannot be told."""
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


def unverified_header(signed: bytes) -> Header | None:
    """Return the header of signed bytes, only to know what not to throw away; None if unknown."""
    if signed[: len(VERSION)] != VERSION:
        return None
    try:
        return header_of(memoryview(signed)[OVERHEAD:])
    except Exception:  # noqa: BLE001  (they may be anything)
        return None
