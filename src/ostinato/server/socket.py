"""Socket: one WebSocket, from the first message to the last."""

import asyncio
import logging
from urllib.parse import urlsplit

from starlette.websockets import WebSocket, WebSocketDisconnect

from ostinato.config import Config
from ostinato.errors import WireError
from ostinato.session.link import Link
from ostinato.session.registry import Registry
from ostinato.session.session import Session
from ostinato.wire.codec import decode, encode
from ostinato.wire.messages import PROTOCOL, Batch, Hello, Refused

logger = logging.getLogger("ostinato")

HELLO_WITHIN = 10.0
"""Seconds that a connection may stay silent before it has said who it is."""

BAD_MESSAGE = 4400
REPLACED = 4408
OTHER_PROTOCOL = 4409
TOO_BIG = 1009


async def serve_socket(websocket: WebSocket, registry: Registry, config: Config) -> None:
    """Talk to one browser until it leaves or breaks the rules."""
    if not is_allowed_origin(websocket, config):
        logger.warning("socket: refused origin %r", websocket.headers.get("origin"))
        await websocket.close()
        return
    await websocket.accept()
    try:
        async with asyncio.timeout(HELLO_WITHIN):
            hello = decode(await _receive(websocket, config))
        if not isinstance(hello, Hello):
            raise WireError("hello: it comes first, got another message: reload the page")
        if hello.protocol != PROTOCOL:
            await _refuse(websocket, "the page is of another version: reload it", OTHER_PROTOCOL)
            return
        await _converse(websocket, await registry.open(hello), hello, config)
    except WireError as error:
        await _refuse(websocket, str(error), BAD_MESSAGE)
    except TimeoutError:
        await _refuse(websocket, "hello: it comes first, got nothing: reload the page", BAD_MESSAGE)
    except _TooBig as error:
        await _refuse(websocket, str(error), TOO_BIG)
    except WebSocketDisconnect:
        return


def is_allowed_origin(websocket: WebSocket, config: Config) -> bool:
    """Say whether the page that connects may: it is ours, or the configuration names it."""
    origin = websocket.headers.get("origin")
    if origin is None or not config.server.enable_cors:
        return True
    if origin in config.server.cors_allowed_origins:
        return True
    return urlsplit(origin).netloc == websocket.headers.get("host")


async def _converse(websocket: WebSocket, session: Session, hello: Hello, config: Config) -> None:
    link = session.connect(hello)
    sender = asyncio.create_task(_send(websocket, link))
    try:
        while True:
            session.receive(decode(await _receive(websocket, config)))
    finally:
        session.disconnect(link)
        sender.cancel()
        await asyncio.gather(sender, return_exceptions=True)


async def _send(websocket: WebSocket, link: Link) -> None:
    async for frame in link.frames():
        await websocket.send({"type": "websocket.send", "bytes": frame})
    await websocket.close(REPLACED, "another connection has taken over")


async def _receive(websocket: WebSocket, config: Config) -> bytes:
    message = await websocket.receive()
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message.get("code", 1005))
    frame: bytes | None = message.get("bytes")
    if frame is None:
        raise WireError("bad message: expected a binary frame, got text")
    if len(frame) > config.server.max_message_bytes:
        raise _TooBig(
            f"message: at most {config.server.max_message_size} MB, got {len(frame) / 1e6:.1f} MB:"
            " raise server.maxMessageSize"
        )
    return frame


async def _refuse(websocket: WebSocket, reason: str, code: int) -> None:
    """Say why, then hang up; the browser may have gone already."""
    logger.warning("socket: closed with %d: %s", code, reason)
    try:
        await websocket.send_bytes(encode(Batch(0, [Refused(reason)])))
        await websocket.close(code, reason[:100])
    except (WebSocketDisconnect, RuntimeError):
        return


class _TooBig(Exception):
    """A message is larger than the configuration allows."""
