"""Filing: puts files into the store of an app, each once, and finds them again.

Its methods are called from any thread, and may take as long as the store does.
"""

import io
import math
import threading
import weakref
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, BinaryIO, ParamSpec, TypeVar

from ostinato.errors import StoreError
from ostinato.run.file_ids import FileIds
from ostinato.run.file_reader import FileReader
from ostinato.run.file_source import Content, Source, Stamp, source_of
from ostinato.run.later import Later
from ostinato.run.outage import Outage
from ostinato.run.spare import Spare, SpareDraft
from ostinato.run.upload import Upload
from ostinato.stores.files import (
    Draft,
    Figures,
    FileFacts,
    FileStore,
    NoFile,
    NoRoom,
    StoredFile,
)

P = ParamSpec("P")
T = TypeVar("T")

FRESH = 90.0
"""Seconds for which a file lives that nobody holds yet."""

GRACE = 10.0
"""Seconds for which a file is kept that was replaced: browsers may be fetching it."""

SURE_FOR = 10.0
"""Seconds for which it is believed that the store has a file, as it has said."""

MOST_KNOWN = 10_000

THREADS = 4
"""How many files of one process are read or written at the same moment for browsers."""

BUFFERED = 1 << 18
"""Bytes that are read ahead for who reads a file in small pieces."""

Failed = Callable[[StoreError, str], object]


class Filing:
    """The files of an app, as one of its processes knows them.

    Args:
        store: What keeps them.
        key: Tells nobody but this app which id belongs to which content.
        clock: Counts seconds.
        on_failure: Called with an error of the store, and what comes of it.
    """

    def __init__(
        self,
        store: FileStore,
        key: bytes,
        clock: Callable[[], float],
        on_failure: Failed = lambda error, consequence: None,
    ) -> None:
        self._store = store
        self.failed = on_failure
        self.is_used = False
        """Whether this process may show any file."""
        self._clock = clock
        self.ids = FileIds(key)
        self.spare = Spare(clock)
        self._lock = threading.Lock()
        self._sure: dict[str, float] = {}
        self._claims: dict[str, str] = {}
        self._lent: dict[str, float] = {}
        self._seen: dict[tuple[Stamp | bytes, str], StoredFile] = {}
        self.notes: dict[object, Any] = {}
        """What others remember of files in this process; each bounds its own."""
        self._outage = Outage(clock)
        self._threads = ThreadPoolExecutor(THREADS, "files")
        self.later = Later(self)
        """What is still being written."""
        self._watched: dict[int, tuple[weakref.ref[object], Collection[str]]] = {}

    @property
    def opened(self) -> set[str]:
        """The ids of files that objects of this process read from."""
        return {id for _, ids in self._watched.copy().values() for id in ids}

    def watch(self, reader: object, ids: Collection[str]) -> None:
        """Have files be held for as long as there is an object that reads from them.

        Args:
            reader: The object.
            ids: The ids of the files.
        """
        self.is_used = True
        key, watched = id(reader), self._watched
        watched[key] = weakref.ref(reader, lambda _gone: watched.pop(key, None)), ids

    def put(self, content: Content, type: str) -> StoredFile:
        """Have the store keep some content, unless it does already.

        While the store cannot be reached, it is in the memory of this process, if there is room.

        Args:
            content: Bytes, the path of a file, or an open file, of which all is read.
            type: Its media type.

        Raises:
            NoRoom: If the store is full.
            OSError: If the file cannot be read, or is no regular file.
        """
        with source_of(content) as source:
            stored = self._known(source, type)
            if not self.has_file(stored.id):
                stored = self.write(source, type)
            self._note(source, type, stored)
        return stored

    def has_all(self, ids: Collection[str]) -> bool:
        """Return whether files are there, and live on for a while; True if nobody can say."""
        self.is_used = True
        unsure = [id for id in ids if not self._is_sure(id)]
        if not unsure:
            return True
        try:
            found = self.hold(unsure, FRESH)
        except StoreError:
            return True
        for id in found:
            self._be_sure(id)
        return len(found) == len(unsure)

    def upload(self, type: str, limit: float = math.inf) -> "Upload":
        """Begin to take a file that nobody is to see but scripts.

        Args:
            type: Its media type.
            limit: The bytes that it may have.

        Raises:
            StoreError: If the store cannot be reached.
        """
        draft = self._try(lambda: self._store.begin(type, is_private=True))
        return Upload(draft, self.ids.digest(f"upload {type}"), limit)

    async def call(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call what takes its time, in a thread of its own."""
        import asyncio  # noqa: PLC0415  (whoever waits for it has loaded it)

        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, partial(function, *args, **kwargs))

    def hold(self, ids: Collection[str], life: float) -> set[str]:
        """Have files live for so many seconds from now, at the least, and return which are there.

        Raises:
            StoreError: If the store cannot be reached.
        """
        spare = self.spare.files.hold(ids, life)
        spare |= self.later.among(ids)
        with self._lock:
            for id in ids:
                self._claims.pop(id, None)
        return spare | self._try(lambda: self._store.hold(ids, life))

    def lend(self, id: str) -> bool:
        """Keep a file that is there for a moment, without a need for it; False if nobody says so.

        Whoever fetches what a page shows does not keep it from going once the page has replaced it.
        """
        with self._lock:
            if id not in self._claims:
                return False
            self._lent[id] = self._clock() + GRACE
        return True

    def share(self, id: str) -> None:
        """Keep a file that is being written for long enough that who asks for it can show it."""
        with self._lock:
            self._lent[id] = self._clock() + GRACE

    def release(self, ids: Collection[str]) -> set[str]:
        """Remove files that this process has put and that nobody else has asked for since.

        Args:
            ids: Those that whoever has put them needs no more.

        Returns:
            Those to be released later: they are being written, or fetched.

        Raises:
            StoreError: If the store cannot be reached; their lives end in time.
        """
        now = self._clock()
        with self._lock:
            self._lent = {id: end for id, end in self._lent.items() if end > now}
            busy = self.later.among(ids) | (self._lent.keys() & {*ids})
            claims = {id: self._claims.pop(id) for id in {*ids} & self._claims.keys() - busy}
            for id in claims:
                # From here on, whoever needs it asks the store.
                self._sure.pop(id, None)
        if claims:
            self._try(lambda: self._store.drop(claims))
        return busy

    def find(self, id: str) -> FileFacts:
        """Return what is known of a file that is written (see `later`).

        Raises:
            NoFile: If it is not there.
            StoreError: If the store cannot be reached.
        """
        try:
            return self.spare.files.find(id)
        except NoFile:
            pass
        try:
            return self._try(lambda: self._store.find(id))
        except NoFile:
            with self._lock:
                self._sure.pop(id, None)
            raise

    def read(self, id: str, start: int, size: int) -> bytes:
        """Return bytes of a file: less than `size` only where it ends.

        Raises:
            NoFile: If it is not there.
            StoreError: If the store cannot be reached.
        """
        try:
            return self.spare.files.read(id, start, size)
        except NoFile:
            return self._try(lambda: self._store.read(id, start, size))

    def open(self, id: str) -> BinaryIO:
        """Return a file as one that Python can read, and go to any place in.

        Raises:
            NoFile: If it is not there.
            StoreError: If the store cannot be reached.
        """
        self.later.wait(id)
        facts = self.find(id)
        self.lend(id)
        reader = FileReader([StoredFile(id, facts.size)], self.read)
        self.watch(reader, [id])
        return io.BufferedReader(reader, BUFFERED)

    def make_room(self, size: int) -> None:
        """Have the store make room for bytes, unless it cannot be asked.

        Raises:
            NoRoom: If it has none.
        """
        try:
            self._try(lambda: self._store.make_room(size))
        except NoRoom:
            raise
        except StoreError as error:
            self.failed(error, "files are in the memory of this process")

    def sweep(self) -> Figures:
        """Remove what nobody needs.

        Raises:
            StoreError: If the store cannot be reached.
        """
        figures = self._try(self._store.sweep)
        self.give_back()
        return figures

    def give_back(self) -> None:
        """Have the store take what it has missed, though it may have been away a moment ago.

        Raises:
            StoreError: If it still is.
        """
        self.spare.give_back(self._store, FRESH, partial(self._try, is_trial=True))

    def close(self) -> None:
        """Write what is still to be written, and release what the store holds open."""
        self.later.close()
        self._threads.shutdown(wait=False)
        self._store.close()

    def _known(self, source: Source, type: str) -> StoredFile:
        """Return the id of what was read before, if it has not changed since, or read it."""
        known = None if source.stamp is None else self._seen.get((source.stamp, type))
        return known or self.ids.of(source.parts(), type)

    def _note(self, source: Source, type: str, stored: StoredFile) -> None:
        if source.stamp is not None:
            with self._lock:
                _bound(self._seen)
                self._seen[source.stamp, type] = stored

    def has_file(self, id: str) -> bool:
        """Return whether a file is there, which then lives on for a while.

        It is in the store or, while that cannot be asked, in the memory of this process.
        """
        self.is_used = True
        if self._is_sure(id):
            return True
        try:
            if not self._try(lambda: self._store.hold([id], FRESH)):
                return False
        except StoreError as error:
            self.failed(error, "files are in the memory of this process")
            return bool(self.spare.files.hold([id], FRESH))
        self._be_sure(id)
        return True

    def _is_sure(self, id: str) -> bool:
        """Return whether a file was just there; whoever asks needs it, so nobody removes it."""
        now = self._clock()
        with self._lock:
            if self._sure.get(id, now) <= now:
                return False
            self._claims.pop(id, None)
        return True

    def _be_sure(self, id: str) -> None:
        with self._lock:
            _bound(self._sure)
            self._sure[id] = self._clock() + SURE_FOR

    def write(self, source: Source, type: str, id: str | None = None) -> StoredFile:
        """Write what a source has; under this id, if it does not follow from its bytes."""
        try:
            stored = self._try(lambda: self._copy(source, type, id, self._store.begin(type)))
        except NoRoom:
            raise
        except StoreError as error:
            self.failed(error, "files are in the memory of this process")
            return self._copy(source, type, id, self.spare.begin(type))
        self._be_sure(stored.id)
        return stored

    def _copy(
        self, source: Source, type: str, id: str | None, draft: "Draft | SpareDraft"
    ) -> StoredFile:
        """Write what a source has now; it may be something else than it was."""
        digest, size = self.ids.digest(type), 0
        with draft:
            for part in source.parts():
                if id is None:
                    digest.update(part)
                draft.write(part)
                size += len(part)
            id = id or digest.hexdigest()
            claim = draft.commit(id, FRESH)
        if claim is not None:
            with self._lock:
                _bound(self._claims)
                self._claims[id] = claim
        return StoredFile(id, size)

    def _try(self, call: Callable[[], T], *, is_trial: bool = False) -> T:
        """Ask the store, unless it has just failed (see `Outage.guard`).

        Raises:
            StoreError: If it fails, or has.
        """
        try:
            return self._outage.guard(call, is_trial=is_trial)
        except NoRoom:
            raise
        except StoreError:
            with self._lock:
                # What it has said counts no more: it may come back without.
                self._sure.clear()
            raise


def _bound(known: dict[Any, Any]) -> None:
    """Forget what was noted first, where too much is."""
    while len(known) >= MOST_KNOWN:
        del known[next(iter(known))]
