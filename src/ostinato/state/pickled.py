"""Pickled: a value as bytes, and what stands before them."""

import pickle
from collections.abc import Mapping

import msgspec
import xxhash

from ostinato.state.signing import Bytes

LONGEST_REASON = 200
NONE: frozenset[str] = frozenset()
NO_FILES: Mapping[str, int] = {}


class Unstorable(Exception):
    """A value can never have a form as bytes; the text says why, for people."""


class NotNow(Exception):
    """Making the bytes of a value failed, but may work the next time; the text says why."""


class Unreadable(Exception):
    """Stored bytes cannot be made a value here and now; the text says why, for people."""


class TooLarge(Exception):
    """A value takes more bytes than it may.

    Args:
        size: How many; None if they were not counted to the end.
    """

    def __init__(self, size: int | None = None) -> None:
        super().__init__(size)
        self.size = size


class Header(msgspec.Struct, frozen=True, array_like=True):
    """What stands before a pickle: the type of the value, and the lengths of what follows.

    `refs` are other entries that the pickle leads to, `names` what its functions call global.
    A value that is part of a `group` has no pickle of its own: the entry of the group has it.
    `files` are those that the value refers to, by id, with the bytes of each.
    """

    type: str
    lengths: list[int]
    refs: list[str] = []
    names: list[str] = []
    group: str = ""
    files: dict[str, int] = {}


class Pickled:
    """A value as bytes: its pickle in pieces, and the buffers that the pickle refers to.

    Args:
        type: The name of its type.
        limit: How many bytes the pickle may take.
        uses_cloudpickle: Whether cloudpickle makes it.
        root: The class or function whose definition this is, if it is one.
    """

    __slots__ = (
        "_limit",
        "buffers",
        "files",
        "group",
        "uses_cloudpickle",
        "length",
        "names",
        "pickler",
        "pieces",
        "refs",
        "root",
        "type",
    )

    def __init__(
        self, type: str, limit: int, *, uses_cloudpickle: bool = False, root: object = None
    ) -> None:
        self.type = type
        self.uses_cloudpickle = uses_cloudpickle
        self.root = root
        self.pieces: list[bytes] = []
        self.buffers: list[memoryview] = []
        self.length = 0
        self.refs: frozenset[str] | set[str] = NONE
        self.names: frozenset[str] | set[str] = NONE
        self.group = ""
        self.files: Mapping[str, int] = NO_FILES
        self.pickler: pickle.Pickler | None = None
        self._limit = limit

    @property
    def size(self) -> int:
        """How many bytes the pickle and its buffers take."""
        return self.length + (sum(view.nbytes for view in self.buffers) if self.buffers else 0)

    def write(self, piece: Bytes) -> None:
        """Take a piece of the pickle; this is the file that a pickler writes to.

        Raises:
            TooLarge: If the pickle becomes longer than it may be.
        """
        self.length += len(piece)
        if self.length > self._limit:
            raise TooLarge
        self.pieces.append(bytes(piece))

    def take(self, buffer: pickle.PickleBuffer) -> None:
        """Take what need not be copied into the pickle."""
        self.buffers.append(buffer.raw())

    def digest(self) -> bytes:
        """Return a digest of the content."""
        if len(self.pieces) == 1 and not self.buffers:
            return xxhash.xxh3_128_digest(self.pieces[0])
        hash = xxhash.xxh3_128()
        for piece in self.pieces:
            hash.update(piece)
        for buffer in self.buffers:
            hash.update(buffer)
        return hash.digest()

    @property
    def header(self) -> Header:
        """What stands before it."""
        beside = [view.nbytes for view in self.buffers] if self.buffers else []
        lengths = [self.length, *beside]
        refs, names = sorted(self.refs), sorted(self.names)
        return Header(self.type, lengths, refs, names, self.group, dict(self.files))

    def parts(self) -> list[bytes | memoryview]:
        """Return all that is needed to read it, in pieces that were not copied."""
        encoded = msgspec.msgpack.encode(self.header)
        return [len(encoded).to_bytes(4), encoded, *self.pieces, *self.buffers]


def stub(type: str, group: str) -> Pickled:
    """Return what stands for a value that is part of a group."""
    pickled = Pickled(type, 0)
    pickled.refs = {group}
    pickled.group = group
    return pickled


def header_of(payload: memoryview) -> Header:
    """Return what stands before a pickle, without reading the pickle."""
    return _split(payload)[0]


def digest_of(payload: memoryview) -> bytes:
    """Return what `Pickled.digest` returned for these bytes."""
    return xxhash.xxh3_128(_split(payload)[1]).digest()


def pieces_of(payload: memoryview) -> list[memoryview]:
    """Return the pickle, and the buffers that it refers to."""
    header, rest = _split(payload)
    pieces, start = [], 0
    for length in header.lengths:
        pieces.append(rest[start : start + length])
        start += length
    return pieces


def first_line(error: BaseException) -> str:
    """Return the first line of an error's text, not too long."""
    try:
        lines = str(error).splitlines()
    except Exception:  # noqa: BLE001  (a user's __str__ may raise anything)
        lines = []
    line = lines[0] if lines else type(error).__name__
    return line if len(line) <= LONGEST_REASON else f"{line[: LONGEST_REASON - 3]}..."


def type_name(value: object) -> str:
    """Return the name of a value's type, for people."""
    kind = type(value)
    try:
        is_common = kind.__module__ in ("builtins", "__main__")
        return str(kind.__qualname__ if is_common else f"{kind.__module__}.{kind.__qualname__}")
    except Exception:  # noqa: BLE001  (a metaclass may raise anything)
        return "object"


def _split(payload: memoryview) -> tuple[Header, memoryview]:
    end = 4 + int.from_bytes(payload[:4])
    return msgspec.msgpack.decode(payload[4:end], type=Header), payload[end:]


def unreadable_key(key: str, error: Unreadable) -> str:
    """Say that a key is there and cannot be read, and what to do."""
    return (
        f"st.session_state.{key}: it was stored and cannot be read here, got {error}: its bytes"
        " are kept; assign or delete the key to give them up, or say how to make it by st.rebuild"
    )
