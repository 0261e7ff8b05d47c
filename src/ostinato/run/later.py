"""Later: files that are still being written, while pages show already that they are there."""

import logging
import threading
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING, Any

from ostinato.errors import StoreError
from ostinato.run.file_source import Source
from ostinato.stores.files import Bytes

if TYPE_CHECKING:
    from ostinato.run.filing import Filing

logger = logging.getLogger("ostinato")

PATIENCE = 60.0
"""Seconds for which somebody waits for a file to be written."""

MOST = 4
"""Files that wait to be written; of more, each is written by whoever has it."""

Make = Callable[[], Iterable[Bytes]]


class StreamedSource(Source):
    """Content that is made while it is read.

    Args:
        make: Makes it, as often as it is read.
    """

    def __init__(self, make: Make) -> None:
        self._make = make

    def parts(self) -> Iterator[Bytes]:
        """Yield it from its begin, bit by bit."""
        yield from self._make()


class Later:
    """Files that are still being written, one after the other: who asks for one waits.

    Args:
        filing: Where they will be.
    """

    def __init__(self, filing: "Filing") -> None:
        self._filing = filing
        self._coming: dict[str, Future[Any]] = {}
        self._sizes: dict[str, int] = {}
        self._lock = threading.Lock()
        self._thread: ThreadPoolExecutor | None = None

    def id_of(self, name: bytes, type: str) -> str:
        """Return the id of content that is known by a name.

        Args:
            name: What stands for the content: whoever has another name has other content.
            type: Its media type.
        """
        return self._filing.ids.of([b"name ", name], type).id

    def put(self, id: str, type: str, make: Make, size: int, *, at_once: bool) -> None:
        """Have the store keep content, unless it does already.

        It is written while the script goes on. While the store cannot be reached, it is in the
        memory of this process, if there is room.

        Args:
            id: Its id, of `id_of`.
            type: Its media type.
            make: Makes its bytes, of what nobody changes any more.
            size: How many they are.
            at_once: Whether it is to be written before the script goes on.

        Raises:
            NoRoom: If the store is full, or will be when all is written.
        """
        with self._lock:
            if id in self._coming:
                self._filing.share(id)
                return
        if self._filing.has_file(id):
            return
        source = StreamedSource(make)
        if at_once:
            self._filing.write(source, type, id)
        else:
            with self._lock:
                coming = sum(self._sizes.values())
            self._filing.make_room(coming + size)
            self._begin(id, size, lambda: self._filing.write(source, type, id))

    def wait(self, id: str) -> None:
        """Wait until a file is no longer being written."""
        coming = self._coming.get(id)
        if coming is not None:
            wait([coming], PATIENCE)

    async def written(self, id: str) -> None:
        """Wait until a file is no longer being written, without a thread."""
        coming = self._coming.get(id)
        if coming is not None:
            import asyncio  # noqa: PLC0415  (whoever waits so has loaded it)

            await asyncio.wait([asyncio.wrap_future(coming)], timeout=PATIENCE)

    def among(self, ids: Collection[str]) -> set[str]:
        """Return which of these files are still being written."""
        return {id for id in ids if id in self._coming} if self._coming else set()

    def close(self) -> None:
        """Write what is left."""
        if self._thread is not None:
            self._thread.shutdown()

    def _begin(self, id: str, size: int, write: Callable[[], object]) -> None:
        with self._lock:
            is_full = len(self._coming) >= MOST
            if self._thread is None:
                self._thread = ThreadPoolExecutor(1, "files-later")
            future: Future[Any] = Future() if is_full else self._thread.submit(self._try, write)
            self._coming[id] = future
            self._sizes[id] = size
        # Before it is written here, too: what cannot be written is not coming any more.
        future.add_done_callback(lambda _done: self._end(id))
        if is_full:
            try:
                write()
            finally:
                future.set_result(None)

    def _end(self, id: str) -> None:
        with self._lock:
            self._coming.pop(id, None)
            self._sizes.pop(id, None)

    def _try(self, write: Callable[[], object]) -> None:
        """Write a file whose script has gone on: the operator is told of failures."""
        try:
            write()
        except StoreError as error:
            self._filing.failed(error, "a table that pages show is not there")
        except Exception:
            logger.exception("a table that pages show cannot be written")
