"""Streams: what comes bit by bit, given as it comes."""

from collections.abc import AsyncIterable, AsyncIterator, Iterator
from typing import Any

END = object()
"""What comes after the last chunk of a stream."""


def is_stream(stream: object) -> bool:
    """Return whether something comes bit by bit."""
    return hasattr(type(stream), "__iter__") or hasattr(type(stream), "__aiter__")


def one_by_one(stream: Any) -> Iterator[Any]:
    """Yield what comes, however it does."""
    yield from stream if hasattr(type(stream), "__iter__") else _awaited(stream)


def _awaited(stream: AsyncIterable[Any]) -> Iterator[Any]:
    """Wait for each chunk, in a loop of its own."""
    import asyncio  # noqa: PLC0415  (most scripts start without)

    with asyncio.Runner() as runner:
        coming = aiter(stream)
        while (chunk := runner.run(_next(coming))) is not END:
            yield chunk


async def _next(coming: AsyncIterator[Any]) -> Any:
    return await anext(coming, END)
