"""Upload: a file that arrives, hashed and bounded on its way into the store."""

import hashlib

from ostinato.stores.files import Bytes, Draft, StoredFile


class TooLarge(Exception):
    """A file has more bytes than it may."""


class Upload:
    """A file that arrives, in any thread, one call at a time; to be closed in the end.

    Args:
        draft: Where it is written.
        digest: Makes its id.
        limit: The bytes that it may have.
    """

    def __init__(self, draft: Draft, digest: "hashlib.blake2b", limit: float) -> None:
        self.size = 0
        self._draft, self._digest, self._limit = draft, digest, limit

    def write(self, part: Bytes) -> None:
        """Add bytes.

        Raises:
            TooLarge: If there are more than it may have.
            StoreError: If they cannot be kept.
        """
        self.size += len(part)
        if self.size > self._limit:
            raise TooLarge
        self._digest.update(part)
        self._draft.write(part)

    def commit(self, life: float) -> StoredFile:
        """Have it become a file, and keep it for so many seconds, unless it is held."""
        stored = StoredFile(self._digest.hexdigest(), self.size)
        self._draft.commit(stored.id, life)
        return stored

    def close(self) -> None:
        """Leave nothing of it, unless it was committed."""
        self._draft.__exit__(None, None, None)
