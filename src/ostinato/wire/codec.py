"""Codec: messages to bytes and back.

A value from a browser may be anything, and a few megabytes of empty lists become a gigabyte of
objects. So an event is looked at from outside before it is decoded.
"""

from typing import Any

import msgspec

from ostinato.errors import MessageTooBig, WireError
from ostinato.wire.messages import (
    AckBatch,
    Batch,
    ClientMessage,
    Event,
    Facts,
    Hello,
    Inspect,
    Make,
    Message,
    Number,
    Ping,
    Seen,
    ServerMessage,
    Stop,
)
from ostinato.wire.text import as_plain, made_sendable

MOST_VALUES = 10_000
"""How many values an event may have."""

MOST_NESTED = 1_000_000
"""How many bytes the lists of an event may take; a string may fill the whole message."""

SMALL = 1_000
"""Bytes of values that cannot be too many for anybody."""


class _RawEvent(Message, frozen=True, tag="event"):
    """An event whose values are still bytes."""

    number: Number
    values: msgspec.Raw
    trigger: str | None


_encoder = msgspec.msgpack.Encoder(enc_hook=as_plain)
_Raw = Hello | _RawEvent | AckBatch | Stop | Inspect | Facts | Seen | Make | Ping
_decoder: msgspec.msgpack.Decoder[_Raw] = msgspec.msgpack.Decoder(_Raw)
_values_decoder = msgspec.msgpack.Decoder(dict[str, msgspec.Raw])
_plain_decoder = msgspec.msgpack.Decoder(dict[str, Any])
_value_decoder = msgspec.msgpack.Decoder()


def encode(message: Batch | ClientMessage | ServerMessage) -> bytes:
    """Return the frame that carries a message.

    What cannot travel is shown by escapes: elements are checked where they are drawn, but names
    of keys, reasons and titles come from anywhere, and none of them may silence a page.
    """
    try:
        return _encoder.encode(message)
    except (UnicodeEncodeError, OverflowError):
        plain = msgspec.to_builtins(
            message, builtin_types=(bytes,), str_keys=False, enc_hook=as_plain
        )
        return _encoder.encode(made_sendable(plain))


def decode(frame: bytes) -> ClientMessage:
    """Read a frame from a browser.

    Raises:
        WireError: If it is not one whole message of the protocol.
    """
    try:
        message = _decoder.decode(frame)
        if not isinstance(message, _RawEvent):
            return message
        return Event(message.number, _values(message.values), message.trigger)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise WireError(f"bad message: {error}") from None


def protocol_of(frame: bytes) -> int | None:
    """Return the protocol that a hello is written in, whatever else it says; None for another."""
    try:
        match msgspec.msgpack.decode(frame):
            case ["hello", int() as protocol, *_]:
                return protocol
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        pass
    return None


def decode_plain(frame: bytes) -> Any:
    """Read any frame as lists, dicts and scalars."""
    return msgspec.msgpack.decode(frame)


def _values(raw: msgspec.Raw) -> dict[str, Any]:
    """Decode the values of an event."""
    if len(raw) <= SMALL:
        return _plain_decoder.decode(raw)
    count = _length(memoryview(raw))
    if count > MOST_VALUES:
        raise MessageTooBig(f"event: at most {MOST_VALUES} values, got {count}: send fewer at once")
    encoded = _values_decoder.decode(raw)
    views = [memoryview(value) for value in encoded.values()]
    nested = sum(len(view) for view in views if _is_nested(view[0]))
    if nested > MOST_NESTED:
        raise MessageTooBig(
            f"event: lists may take {MOST_NESTED} bytes, got {nested}: send less at once"
        )
    return {id: _value_decoder.decode(value) for id, value in encoded.items()}


def _length(data: memoryview) -> int:
    """Return the number of entries of a MessagePack map; 0 if it is none.

    See https://github.com/msgpack/msgpack/blob/master/spec.md#map-format-family
    """
    first = data[0]
    if first == 0xDE:
        return int.from_bytes(data[1:3], "big")
    if first == 0xDF:
        return int.from_bytes(data[1:5], "big")
    return first & 0x0F if first & 0xF0 == 0x80 else 0


def _is_nested(first: int) -> bool:
    """Return whether the first byte of a MessagePack value is that of a list or a map."""
    return 0x80 <= first <= 0x9F or 0xDC <= first <= 0xDF
