"""File ids: what tells files apart, by what is in them, and tells nobody but the app."""

import hashlib
from collections.abc import Iterable

from ostinato.stores.files import Bytes, StoredFile

SIZE = 16


class FileIds:
    """The ids of the files of an app.

    Args:
        key: Tells nobody but this app which id belongs to which content.
    """

    def __init__(self, key: bytes) -> None:
        self._key = key
        self.seed = int.from_bytes(hashlib.blake2b(b"seed", key=key, digest_size=8).digest()) >> 1
        """For hashes that nobody can foresee, the same in all processes of the app."""

    def of(self, parts: Iterable[Bytes], type: str) -> StoredFile:
        """Return the id that content has."""
        digest, size = self.digest(type), 0
        for part in parts:
            digest.update(part)
            size += len(part)
        return StoredFile(digest.hexdigest(), size)

    def sign(self, id: str, content: bytes) -> bytes:
        """Return 16 bytes by which this app knows content again, that belongs to a file."""
        digest = self.digest(f"signed {id}")
        digest.update(content)
        return digest.digest()

    def digest(self, type: str) -> "hashlib.blake2b":
        """Return what the bytes of a file of some media type are to be added to."""
        digest = hashlib.blake2b(key=self._key, digest_size=SIZE)
        digest.update(f"{type}\n".encode())
        return digest
