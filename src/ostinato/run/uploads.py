"""Uploads: what browsers have sent in parts, who may have it, and how it becomes a file.

The server keeps each part and gives the browser a *receipt* for it: signed, and of no other
browser. A file is a name and its receipts, so whichever process is asked can tell what is whole,
and nothing but the parts is kept of what is not. What may be sent at all is said by a *permit*,
which is among the props of the input.
"""

from typing import TYPE_CHECKING, NamedTuple

from ostinato.config.units import MEGABYTE
from ostinato.errors import StoreError
from ostinato.run.holdings import TooMuchHeld
from ostinato.run.losses import losses_of
from ostinato.run.run import home_here, run_here
from ostinato.run.surroundings import surroundings_here
from ostinato.run.uploaded_file import UploadedFile
from ostinato.stores.files import StoredFile
from ostinato.values.files import FileRecord
from ostinato.values.media_type import UNKNOWN

if TYPE_CHECKING:
    from ostinato.run.filing import Filing
    from ostinato.run.upload import Upload
    from ostinato.state.signing import KeyRing

LIFE = 1800.0
"""Seconds for which a part lives that is of no value yet: as long as an upload may pause."""

MOST_PART = 8 << 20
"""Bytes that a part may have."""


class Permit(NamedTuple):
    """What may be sent: the session that asks for it, and the bytes that a file may have."""

    owner: str
    limit: int


class Uploads:
    """The uploads of an app.

    Args:
        files: What keeps the parts.
        keys: What signs receipts and permits.
    """

    def __init__(self, files: "Filing", keys: "KeyRing") -> None:
        self.files = files
        self._keys = keys

    def begin(self, size: int) -> "Upload":
        """Begin to write a part of so many bytes, which is to be kept for `LIFE`.

        Raises:
            StoreError: If the store cannot be reached, or is full.
        """
        return self.files.upload(UNKNOWN, size)

    def put(self, browser: str, content: bytes) -> list[str]:
        """Keep all of a file, as if a browser had sent it, and return the receipts.

        Args:
            browser: What its cookie says.
            content: The file.

        Raises:
            StoreError: If the store cannot be reached, or is full.
        """
        receipts = []
        for start in range(0, len(content), MOST_PART):
            upload = self.begin(MOST_PART)
            try:
                upload.write(content[start : start + MOST_PART])
                receipts.append(self.receipt(browser, upload.commit(LIFE)))
            finally:
                upload.close()
        return receipts

    def permit(self, browser: str, owner: str, limit: int) -> str:
        """Return what allows a browser to send files of so many bytes.

        Args:
            browser: What its cookie says.
            owner: Stands for the session.
            limit: Bytes that a file may have.
        """
        return f"{owner}.{limit}.{self._keys.signature_of(_claim('permit', browser, owner, limit))}"

    def read_permit(self, browser: str, text: str) -> Permit:
        """Return what a permit allows.

        Raises:
            ValueError: If it was not made for this browser.
        """
        owner, limit, signature = _three(text)
        if not self._keys.is_signed(_claim("permit", browser, owner, limit), signature):
            raise ValueError("the page may not upload here: load it again")
        return Permit(owner, int(limit))

    def receipt(self, browser: str, part: StoredFile) -> str:
        """Return what says that a part of a file is here."""
        claim = _claim("receipt", browser, part.id, part.size)
        return f"{part.id}.{part.size}.{self._keys.signature_of(claim)}"

    def read_receipt(self, browser: str, text: str) -> StoredFile:
        """Return the part that a receipt is for.

        Raises:
            ValueError: If it was not given to this browser.
        """
        id, size, signature = _three(text)
        if not self._keys.is_signed(_claim("receipt", browser, id, size), signature):
            raise ValueError("a part of the file was never received here")
        return StoredFile(id, int(size))


class BrowserDesk:
    """Opens the files that one browser has sent, and knows which of them were lost since.

    Args:
        uploads: Those of the app.
        browser: What its cookie says.
    """

    __slots__ = ("_browser", "_lost", "_uploads")

    def __init__(self, uploads: Uploads, browser: str) -> None:
        self._uploads, self._browser = uploads, browser
        self._lost = losses_of(uploads.files).count

    def open(self, record: FileRecord) -> UploadedFile:
        """Return a file by what is remembered of it.

        Raises:
            ValueError: If not all of it is here, or it is another browser's.
        """
        parts = [self._uploads.read_receipt(self._browser, each) for each in record.parts]
        if sum(part.size for part in parts) != record.size:
            raise ValueError(f"expected all {record.size} bytes of {record.name!r}")
        ids = {part.id for part in parts}
        try:
            gone = ids - self._uploads.files.hold(ids, LIFE)
        except StoreError:
            gone = set()  # Whoever reads it finds out.
        if gone:
            losses_of(self._uploads.files).note(gone)
            raise ValueError(f"{record.name!r} is not here any more: it has to be uploaded again")
        home = home_here()
        if home is not None and home.holdings is not None:
            try:
                for part in parts:
                    home.holdings.take(part.id, part.size, LIFE)
            except TooMuchHeld as error:
                raise ValueError(str(error)) from None
        file = UploadedFile(record, self._uploads.files)
        self._uploads.files.watch(file, ids)
        return file

    def has(self, file: UploadedFile) -> bool:
        """Return whether a file that was opened is still there, as far as one knows."""
        files = self._uploads.files
        losses = losses_of(files)
        lost = losses.among({part.id for part in file.parts})
        if lost and not files.has_all(lost):
            return False
        if lost:
            losses.forget(lost)
        return True

    def __eq__(self, other: object) -> bool:
        """Return whether another desk takes the same files, and none was lost in between."""
        if not isinstance(other, BrowserDesk):
            return NotImplemented
        return (self._uploads, self._browser, self._lost) == (
            other._uploads,
            other._browser,
            other._lost,
        )

    def __hash__(self) -> int:
        """Return a hash."""
        return hash(self._browser)


class NoDesk:
    """Opens nothing: there is no server to upload to."""

    def open(self, record: FileRecord) -> UploadedFile:
        """Refuse.

        Raises:
            ValueError: Always.
        """
        raise ValueError(f"no server is here to upload {record.name!r} to")

    def has(self, file: UploadedFile) -> bool:
        """Return True: nobody knows."""
        return True


class Counter(NamedTuple):
    """Where an input has files handed in: what opens them, and what allows a page to send them."""

    desk: BrowserDesk | NoDesk
    permit: str


NOWHERE = Counter(NoDesk(), "")


def counter(limit: int) -> Counter:
    """Return where an input of this run has files handed in.

    Args:
        limit: Bytes that a file may have.
    """
    run = run_here()
    uploads = uploads_here()
    if run is None or uploads is None:
        return NOWHERE
    visitor = run.home.visitor
    browser = "" if visitor is None else visitor.browser
    permit = uploads.permit(browser, run.home.label, limit)
    return Counter(BrowserDesk(uploads, browser), permit)


def default_limit() -> int:
    """Return how many bytes a file may have if its input does not say so."""
    return surroundings_here().config.server.max_upload_size * MEGABYTE


def uploads_here() -> Uploads | None:
    """Return the uploads of the app whose code this is; None without a server."""
    return surroundings_here().uploads


def _claim(*parts: object) -> str:
    return "\n".join(map(str, ("upload", *parts)))


def _three(text: str) -> list[str]:
    parts = text.split(".")
    if len(parts) != len(("name", "size", "signature")) or not parts[1].isdecimal():
        raise ValueError("it is no receipt or permit")
    return parts
