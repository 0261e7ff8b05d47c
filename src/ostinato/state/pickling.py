"""Pickling: any value as bytes, and back.

What a script defines at its top level is written by its name. Each run defines its classes anew,
so an instance that an earlier run made has a class that is not the present one; read back, it gets
the class that exists then. It is the same with a module that was loaded again because it changed.
What plain pickle cannot do, cloudpickle may.
"""

import functools
import pickle
import sys
from importlib import import_module
from io import TextIOWrapper
from operator import attrgetter
from types import FunctionType
from typing import Any

import msgspec
import xxhash

from ostinato.state.seal import Bytes
from ostinato.state.widget import SCALARS

PROTOCOL = 5
LONGEST_REASON = 200


class Unstorable(Exception):
    """A value has no form as bytes; the text says why, for people."""


class TooLarge(Exception):
    """A value takes more bytes than it may.

    Args:
        size: How many; None if they were not counted to the end.
    """

    def __init__(self, size: int | None = None) -> None:
        super().__init__(size)
        self.size = size


class Header(msgspec.Struct, frozen=True, array_like=True):
    """What stands before a pickle: the type of the value, and the lengths of what follows."""

    type: str
    lengths: list[int]


class Pickled:
    """A value as bytes: its pickle in pieces, and the buffers that the pickle refers to.

    Args:
        type: The name of its type.
        limit: How many bytes the pickle may take.
        is_rich: Whether cloudpickle makes it.
    """

    __slots__ = ("_limit", "buffers", "is_rich", "length", "pieces", "type")

    def __init__(self, type: str, limit: int, *, is_rich: bool) -> None:
        self.type = type
        self.is_rich = is_rich
        self.pieces: list[bytes] = []
        self.buffers: list[memoryview] = []
        self.length = 0
        self._limit = limit

    @property
    def size(self) -> int:
        """How many bytes the pickle and its buffers take."""
        return self.length + sum(view.nbytes for view in self.buffers)

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
        """Give what tells this content from any other."""
        hash = xxhash.xxh3_128()
        for piece in self.pieces:
            hash.update(piece)
        for buffer in self.buffers:
            hash.update(buffer)
        return hash.digest()

    def parts(self) -> list[bytes | memoryview]:
        """Give all that `decode` needs, in pieces that were not copied."""
        lengths = [self.length, *(view.nbytes for view in self.buffers)]
        header = msgspec.msgpack.encode(Header(self.type, lengths))
        return [len(header).to_bytes(4), header, *self.pieces, *self.buffers]


def encode(
    value: object, *, type: str, limit: int, names: set[str], is_rich: bool = False
) -> Pickled:
    """Give a value as bytes.

    Args:
        value: Any object.
        type: What people know it as.
        limit: How many bytes it may take.
        names: What the script is known to define; gains what is found out.
        is_rich: Whether to begin with cloudpickle, because plain pickle failed before.

    Raises:
        TooLarge: If it takes more bytes than `limit`.
        Unstorable: If it cannot be done.
    """
    try:
        try:
            pickled = _pickled(value, Pickled(type, limit, is_rich=is_rich), names)
        except TooLarge:
            raise
        except Exception:
            if is_rich:
                raise
            # Whatever plain pickle failed at, cloudpickle may do.
            pickled = _pickled(value, Pickled(type, limit, is_rich=True), names)
    except TooLarge:
        raise
    except BaseException as error:  # noqa: BLE001  (a user's __reduce__ may raise anything)
        raise Unstorable(f"a {type} cannot be stored: {in_short(error)}") from None
    if pickled.size > limit:
        raise TooLarge(pickled.size)
    return pickled


def decode(payload: memoryview) -> Any:
    """Give the value of bytes that `Pickled.parts` gave, one after another.

    It raises whatever reading a pickle may raise. Buffers can be written to, if they could before.
    """
    header, rest = _split(payload)
    pieces, start = [], 0
    for length in header.lengths:
        pieces.append(rest[start : start + length])
        start += length
    return pickle.loads(pieces[0], buffers=[bytearray(piece) for piece in pieces[1:]])


def digest_of(payload: memoryview) -> bytes:
    """Give what `Pickled.digest` gave for these bytes."""
    return xxhash.xxh3_128(_split(payload)[1]).digest()


def type_of(payload: memoryview) -> str:
    """Give the name of the type of the value, without reading the value."""
    return _split(payload)[0].type


def type_name(value: object) -> str:
    """Give the name of a value's type, for people."""
    kind = type(value)
    is_common = kind.__module__ in ("builtins", "__main__")
    return kind.__qualname__ if is_common else f"{kind.__module__}.{kind.__qualname__}"


def defined(module: str, name: str) -> Any:
    """Give what a module defines under a name. Stored pickles refer to this function.

    Raises:
        ImportError: If there is no such module.
        LookupError: If it defines no such name.
    """
    try:
        return attrgetter(name)(import_module(module))
    except AttributeError:
        owner = "the script" if module == "__main__" else module
        raise LookupError(f"{owner} does not define {name}") from None


def _pickled(value: object, pickled: Pickled, names: set[str]) -> Pickled:
    if type(value) in SCALARS:
        pickled.write(pickle.dumps(value, PROTOCOL))
        return pickled
    kind = _rich_pickler() if pickled.is_rich else _Pickler
    pickler = kind(pickled, PROTOCOL, buffer_callback=pickled.take)
    pickler.names = names
    pickler.dump(value)
    return pickled


class _Pickler(pickle.Pickler):
    names: set[str]

    def reducer_override(self, thing: Any) -> Any:
        return _by_name(thing, self.names)


@functools.cache
def _rich_pickler() -> Any:
    import cloudpickle  # type: ignore[import-untyped]  # noqa: PLC0415  (few apps need it)

    class RichPickler(cloudpickle.Pickler):  # type: ignore[misc]
        names: set[str]

        def reducer_override(self, thing: Any) -> Any:
            if isinstance(thing, TextIOWrapper):
                raise pickle.PicklingError("an open file is no value")  # It would be read.
            by_name = _by_name(thing, self.names)
            return super().reducer_override(thing) if by_name is NotImplemented else by_name

    return RichPickler


def _by_name(thing: Any, names: set[str]) -> Any:
    """Reduce a class or a function to its name, if its module may define it anew."""
    if not isinstance(thing, type | FunctionType):
        return NotImplemented
    module, name = thing.__module__, thing.__qualname__
    is_of_script = module == "__main__"
    if is_of_script and name in names:
        return defined, (module, name)
    try:
        namesake = attrgetter(name)(sys.modules[module])
    except (AttributeError, KeyError):
        return NotImplemented
    if isinstance(namesake, type) != isinstance(thing, type) or not callable(namesake):
        return NotImplemented
    if is_of_script:
        names.add(name)
    elif namesake is thing:
        return NotImplemented
    return defined, (module, name)


def _split(payload: memoryview) -> tuple[Header, memoryview]:
    end = 4 + int.from_bytes(payload[:4])
    return msgspec.msgpack.decode(payload[4:end], type=Header), payload[end:]


def in_short(error: BaseException) -> str:
    """Give the first line of an error's text, not too long."""
    try:
        lines = str(error).splitlines()
    except Exception:  # noqa: BLE001  (a user's __str__ may raise anything)
        lines = []
    line = lines[0] if lines else type(error).__name__
    return line if len(line) <= LONGEST_REASON else f"{line[: LONGEST_REASON - 3]}..."
