"""Deflate: permessage-deflate for messages that are large; each for itself, and nothing is kept.

Compression is negotiated for a connection, but every message says itself whether it is compressed
(https://datatracker.ietf.org/doc/html/rfc7692#section-6). So a browser needs no code for it, and
the answer to a click stays what it is.
"""

from collections.abc import Sequence

from websockets.extensions.base import Extension
from websockets.extensions.permessage_deflate import (
    PerMessageDeflate,
    ServerPerMessageDeflateFactory,
)
from websockets.frames import CTRL_OPCODES, Frame
from websockets.typing import ExtensionParameter

LARGE = 1400
"""Bytes from which a message is compressed: a smaller one travels in one packet anyway."""

WINDOW = 12
SETTINGS = {"level": 1, "memLevel": 5}
"""Elements are so alike that more effort gains nothing: see `decisions/0022-large-frames.md`."""


class LargeDeflate(PerMessageDeflate):
    """The extension of one connection.

    Attributes:
        saved: How many bytes less were sent, so far.
    """

    saved = 0

    def encode(self, frame: Frame) -> Frame:
        """Compress a message, if that makes a large one smaller."""
        if frame.opcode in CTRL_OPCODES or len(frame.data) < LARGE:
            return frame
        deflated = super().encode(frame)
        saved = len(frame.data) - len(deflated.data)
        if saved <= 0:
            return frame
        self.saved += saved
        return deflated


class LargeDeflateFactory(ServerPerMessageDeflateFactory):
    """Agrees with a browser on how the two compress: neither remembers one message for the next."""

    def __init__(self) -> None:
        super().__init__(
            server_no_context_takeover=True,
            client_no_context_takeover=True,
            server_max_window_bits=WINDOW,
            client_max_window_bits=WINDOW,
            compress_settings=SETTINGS,
        )

    def process_request_params(
        self, params: Sequence[ExtensionParameter], accepted_extensions: Sequence[Extension]
    ) -> tuple[list[ExtensionParameter], LargeDeflate]:
        """Answer an offer.

        Raises:
            NegotiationError: If it is not acceptable: then nothing is compressed.
        """
        answer, agreed = super().process_request_params(params, accepted_extensions)
        return answer, LargeDeflate(
            agreed.remote_no_context_takeover,
            agreed.local_no_context_takeover,
            agreed.remote_max_window_bits,
            agreed.local_max_window_bits,
            agreed.compress_settings,
        )
