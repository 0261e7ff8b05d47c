"""Signing: bytes that come back from a store are ours, unaltered, and stand where we put them.

A signed value is a version, the id of the key, a keyed BLAKE2b (RFC 7693) over these, its name
and its content, and then the content. Only what verifies is handed out.
"""

import base64
import hashlib
from collections.abc import Sequence
from hmac import compare_digest

from ostinato.errors import ConfigError

VERSION = b"\x01"
ID_SIZE = 4
HEAD_SIZE = len(VERSION) + ID_SIZE
MAC_SIZE = 32
SIGNATURE_SIZE = 24
OVERHEAD = HEAD_SIZE + MAC_SIZE
"""Bytes that signing adds to its content."""

Bytes = bytes | bytearray | memoryview


class BadSignature(Exception):
    """Signed bytes do not verify.

    Args:
        reason: Why, for people.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class KeyRing:
    """The secrets of an app: the last one signs, all of them verify.

    Args:
        secrets: Oldest first.

    Raises:
        ConfigError: If there is none, one is empty, or two are equal.

    Example:
        >>> ring = KeyRing(["old", "new"])
        >>> bytes(ring.verify("name", ring.sign("name", [b"content"])))
        b'content'
    """

    def __init__(self, secrets: Sequence[str]) -> None:
        if not secrets or not all(secrets) or len(set(secrets)) < len(secrets):
            raise ConfigError(
                "server.cookieSecret: there must be a secret, none empty and none twice,"
                f" got {len(secrets)} of them: write them like old,new"
            )
        self._keys = [_Key(secret) for secret in secrets]

    def sign(self, name: str, parts: Sequence[Bytes]) -> bytes:
        """Return content, signed under a name, as bytes that only this app can make.

        Args:
            name: What the bytes are; `verify` must be told the same.
            parts: The content, in pieces that are put one after another.
        """
        key = self._keys[-1]
        return b"".join([key.head, key.mac(name, parts), *parts])

    def verify(self, name: str, signed: bytes) -> memoryview:
        """Return the content of signed bytes.

        Raises:
            BadSignature: If they were not signed under this name with one of these secrets.
        """
        view = memoryview(signed)
        if len(view) < OVERHEAD or view[: len(VERSION)] != VERSION:
            raise BadSignature("it is in no form that this version knows")
        head, mac, content = view[:HEAD_SIZE], view[HEAD_SIZE:OVERHEAD], view[OVERHEAD:]
        key = next((key for key in self._keys if key.head == head), None)
        if key is None:
            raise BadSignature("it was signed with a secret that this app does not have")
        if not compare_digest(key.mac(name, [content]), mac):
            raise BadSignature("it was altered, or belongs to another place")
        return content

    def knows(self, signed: bytes) -> bool:
        """Return whether bytes look as if one of the secrets had signed them."""
        return any(signed.startswith(key.head) for key in self._keys)

    @property
    def files(self) -> bytes:
        """The key of the ids of files: who does not have it can guess none."""
        return self._keys[-1].files

    def signature_of(self, text: str) -> str:
        """Return a signature of text, in letters that may stand in an address."""
        return self._keys[-1].signature_of(text)

    def is_signed(self, text: str, signature: str) -> bool:
        """Return whether a signature was made for this text with one of the secrets."""
        given = signature.encode("utf-8", "surrogatepass")
        return any(compare_digest(key.signature_of(text).encode(), given) for key in self._keys)


class _Key:
    """One secret, and what is derived from it: a key for each purpose."""

    def __init__(self, secret: str) -> None:
        content = secret.encode()
        id = hashlib.blake2b(content, digest_size=ID_SIZE, person=b"ostinato id").digest()
        self.head = VERSION + id
        self.files = hashlib.blake2b(content, person=b"ostinato files").digest()
        self._values = _keyed(content, b"ostinato values", MAC_SIZE)
        self._texts = _keyed(content, b"ostinato texts", SIGNATURE_SIZE)

    def mac(self, name: str, parts: Sequence[Bytes]) -> bytes:
        place = name.encode("utf-8", "surrogatepass")
        mac = self._values.copy()
        mac.update(self.head + len(place).to_bytes(4) + place)
        for part in parts:
            mac.update(part)
        return mac.digest()

    def signature_of(self, text: str) -> str:
        mac = self._texts.copy()
        mac.update(text.encode("utf-8", "surrogatepass"))
        return base64.urlsafe_b64encode(mac.digest()).decode()


def _keyed(secret: bytes, purpose: bytes, size: int) -> "hashlib.blake2b":
    key = hashlib.blake2b(secret, person=purpose).digest()
    return hashlib.blake2b(key=key, digest_size=size)
