"""Uploaded file: what a person has uploaded, for a script. Its bytes stay where they are."""

import io
import weakref
from collections.abc import Iterable
from functools import partial
from typing import Any, NoReturn, Protocol

import msgspec

from ostinato.errors import StreamlitAPIException
from ostinato.run.file_reader import FileReader
from ostinato.run.losses import losses_of
from ostinato.run.run import Run, run_here
from ostinato.run.surroundings import surroundings_here
from ostinato.state.references import refer
from ostinato.stores.files import NoFile, StoredFile
from ostinato.values.files import FileRecord

BUFFER = 1 << 17
"""Bytes that are read ahead."""


class Reader(Protocol):
    """Reads what is stored: a `FileStore`."""

    def read(self, id: str, start: int, size: int) -> bytes:
        """Return bytes of a file: less than `size` only where it ends."""


class UploadedFile(io.BytesIO):
    """A file that a person has uploaded: an open binary file, to be read.

    It is read from where the server keeps it, so a large one costs no memory until `getvalue()`.
    Every run of the script finds it at its beginning, and open, whatever an earlier one has done.

    Attributes:
        file_id: Tells this upload from all others.
        name: Its name; of a file in a folder, with the folders that it is in.
        type: Its MIME type, as the browser says.

    Differs:
        write: It cannot be written to: `io.BytesIO(file.getvalue())` can.
        name: Nothing in it leads elsewhere: parts like ".." and what cannot be seen are left out.
    """

    # What a script gives it besides is in its `__dict__`, as with every `BytesIO`.
    __slots__ = ("_is_closed", "_opened", "_reader", "_record", "_run", "file_id", "name", "type")

    def __init__(self, record: FileRecord, reader: Reader | None = None) -> None:
        super().__init__()
        self.file_id, self.name, self.type = record.id, record.name, record.type
        self._record, self._reader = record, reader
        self._run: weakref.ref[Run] | None = None
        self._opened: io.BufferedReader | None = None
        self._is_closed = False

    # What it is.

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return self._record.size

    @property
    def content_key(self) -> tuple[str, ...]:
        """What stands for its name and content: the same for all files that are alike in these."""
        return (self.name, *(part.id for part in self.parts))

    @property
    def record(self) -> FileRecord:
        """What is remembered of it."""
        return msgspec.structs.replace(self._record, name=self.name, type=self.type)

    def __repr__(self) -> str:
        """Show what it is, without its content."""
        return (
            f"UploadedFile(file_id={self.file_id!r}, name={self.name!r}, type={self.type!r},"
            f" size={self.size})"
        )

    def __eq__(self, other: object) -> bool:
        """Return whether another is the same upload."""
        if not isinstance(other, UploadedFile):
            return NotImplemented
        return self._record == other._record

    def __hash__(self) -> int:
        """Return a hash of what it is."""
        return hash(self.file_id)

    def __reduce__(self) -> tuple[Any, ...]:
        """Say what is stored of it: its content is in the store already."""
        refer({part.id: part.size for part in self.parts})
        return restore, (msgspec.structs.astuple(self.record),)

    __reduce_ex__: Any = lambda self, protocol: self.__reduce__()

    # Reading.

    def read(self, size: int | None = -1, /) -> bytes:
        """Return so many bytes, or all that follow."""
        file = self._file()
        left = self.size - file.tell()
        # Asked for a number, it reads into one place; asked for all, it would put pieces together.
        return file.read(max(0, left) if size is None or size < 0 else size)

    def read1(self, size: int | None = -1, /) -> bytes:
        """Return at most so many bytes."""
        return self._file().read1(BUFFER if size is None or size < 0 else size)

    def readinto(self, buffer: Any, /) -> int:
        """Fill a buffer, and return how many bytes were read."""
        return self._file().readinto(buffer)

    def readinto1(self, buffer: Any, /) -> int:
        """Fill a buffer with what can be had at once."""
        return self._file().readinto1(buffer)

    def readline(self, size: int | None = -1, /) -> bytes:
        """Return the next line."""
        return self._file().readline(-1 if size is None else size)

    def readlines(self, size: int | None = None, /) -> list[bytes]:
        """Return the lines that follow."""
        return self._file().readlines(-1 if size is None else size)

    def __next__(self) -> bytes:
        """Return the next line."""
        return next(self._file())

    def __iter__(self) -> "UploadedFile":
        """Return itself: it gives lines."""
        self._file()
        return self

    def getvalue(self) -> bytes:
        """Return all of its content: this is what takes memory."""
        file = self._file()
        place = file.tell()
        file.seek(0)
        try:
            return file.read(self.size)
        finally:
            file.seek(place)

    def getbuffer(self) -> memoryview:
        """Return all of its content, to be read only."""
        return memoryview(self.getvalue())

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Go to a place, and return it."""
        return self._file().seek(offset, whence)

    def tell(self) -> int:
        """Return the place that is read next."""
        return self._file().tell()

    def readable(self) -> bool:
        """Return that it can be read."""
        self._file()
        return True

    def seekable(self) -> bool:
        """Return that any place can be read."""
        self._file()
        return True

    # Opening and closing.

    def close(self) -> None:
        """Close it, for this run of the script."""
        if hasattr(self, "_is_closed"):
            self._turn()
            self._is_closed, self._opened = True, None

    @property
    def closed(self) -> bool:
        """Whether this run has closed it."""
        if not hasattr(self, "_is_closed"):
            return False
        self._turn()
        return self._is_closed

    def _file(self) -> io.BufferedReader:
        self._turn()
        if self._is_closed:
            raise ValueError(
                f"file {self.name!r}: it must be open to be read, and this run closed it"
            )
        if self._opened is None:
            read = partial(_read, self._reader or _reader(), self.name)
            self._opened = io.BufferedReader(FileReader(self.parts, read), BUFFER)
        return self._opened

    def _turn(self) -> None:
        """Begin anew in another run of a script."""
        run = run_here()
        if run is None or (self._run is not None and self._run() is run):
            return
        self._run = weakref.ref(run)
        self._opened, self._is_closed = None, False

    @property
    def parts(self) -> list[StoredFile]:
        """What it is made of, in the store."""
        parts = (part.split(".") for part in self._record.parts)
        return [StoredFile(id, int(size)) for id, size, *_ in parts]

    # Writing.

    def writable(self) -> bool:
        """Return that it cannot be written to."""
        return False

    def write(self, content: Any, /) -> NoReturn:
        """Refuse to be written to.

        Raises:
            UnsupportedOperation: Always.
        """
        raise io.UnsupportedOperation(
            f"file {self.name!r}: it can be read only: use io.BytesIO(file.getvalue()) to change"
            " a copy"
        )

    def writelines(self, lines: Iterable[Any], /) -> NoReturn:
        """Refuse, likewise."""
        self.write(b"")

    def truncate(self, size: int | None = None, /) -> NoReturn:
        """Refuse, likewise."""
        self.write(b"")


def restore(record: tuple[Any, ...]) -> UploadedFile:
    """Return the file that was stored as this."""
    file = UploadedFile(FileRecord(*record))
    if (files := surroundings_here().files) is not None:
        files.watch(file, [part.id for part in file.parts])
    return file


def _read(reader: Reader, name: str, id: str, start: int, size: int) -> bytes:
    try:
        return reader.read(id, start, size)
    except NoFile:
        if (files := surroundings_here().files) is not None:
            losses_of(files).note([id])
        raise FileNotFoundError(
            f"file {name!r}: it must be where the server keeps files, and somebody has removed it:"
            " upload it again"
        ) from None


def _reader() -> Reader:
    files = surroundings_here().files
    if files is None:
        raise StreamlitAPIException(
            "file: what was uploaded can be read where the app is served, and no server is here:"
            " store file.getvalue() instead"
        )
    return files
