"""Codec: messages to bytes and back."""

from typing import Any

import msgspec

from ostinato.errors import WireError
from ostinato.wire.messages import Batch, ClientMessage

_encoder = msgspec.msgpack.Encoder()
_decoder: msgspec.msgpack.Decoder[ClientMessage] = msgspec.msgpack.Decoder(ClientMessage)


def encode(message: Batch | ClientMessage) -> bytes:
    """Give the frame that carries a message."""
    return _encoder.encode(message)


def decode(frame: bytes) -> ClientMessage:
    """Read a frame from a browser.

    Raises:
        WireError: If it is not one whole message of the protocol.
    """
    try:
        return _decoder.decode(frame)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise WireError(f"bad message: {error}") from None


def decode_plain(frame: bytes) -> Any:
    """Read any frame as lists, dicts and scalars."""
    return msgspec.msgpack.decode(frame)
