"""Records: small things in the store that only who holds a token can find, and read.

A record is sealed with its token and a secret of the app: who reads the store reads none of it.
"""

import asyncio
import base64
import hashlib
import sys
import time
from collections.abc import Mapping
from importlib import import_module
from struct import Struct

from ostinato.stores.store import Behind, Fenced, Save, Store

CONTENT = "r"
"""The name of the entry that a record is."""

SEAL = "cryptography.fernet"

TRIES = 5
"""So often is a record written, if others read it meanwhile."""


_DATE = Struct(">d")


class Records:
    """Records of one kind.

    Args:
        store: Where they are kept, beside sessions.
        kind: What they are.
        secret: What they are sealed with.
    """

    def __init__(self, store: Store, kind: str, secret: str) -> None:
        self._store = store
        self._kind = kind
        self._secret = hashlib.blake2b(secret.encode(), person=b"ostinato records").digest()

    def id_of(self, token: str) -> str:
        """Return what a record is called, which tells nothing of its token."""
        return f"{self._kind}.{self._digest(token, b'ostinato id').hex()}"

    async def put(self, token: str, content: bytes, ttl: float) -> None:
        """Keep a new record.

        Args:
            token: What it is found by: nobody can guess it, and it is not kept.
            content: What it holds.
            ttl: Seconds that it is kept.
        """
        await load(SEAL)
        from cryptography.fernet import Fernet  # noqa: PLC0415  # ostinato[auth]

        # A store may keep longer what it need not keep any more.
        dated = _DATE.pack(time.time() + ttl) + content
        await self._write(token, {CONTENT: Fernet(self._key(token)).encrypt(dated)}, ttl)

    async def get(self, token: str, ttl: float) -> bytes | None:
        """Return what a record holds; None if there is none.

        Args:
            token: What it is found by.
            ttl: Seconds that it is still kept.
        """
        saved = await self._store.claim(self.id_of(token), ttl)
        if CONTENT not in saved.values:
            await self.end(token)
            return None
        return await self._opened(token, saved.values[CONTENT])

    async def take(self, token: str) -> bytes | None:
        """Return what a record holds, and end it: no two calls anywhere are given the same."""
        id = self.id_of(token)
        saved = await self._store.claim(id, 1.0)
        try:
            await self._store.save(id, saved.claim, Save(1, 0, 0), 0)
        except (Fenced, Behind):
            return None
        if CONTENT not in saved.values:
            return None
        return await self._opened(token, saved.values[CONTENT])

    async def end(self, token: str) -> None:
        """End a record."""
        await self._write(token, {}, 0)

    async def _write(self, token: str, changes: Mapping[str, bytes], ttl: float) -> None:
        id = self.id_of(token)
        for attempt in range(TRIES):
            saved = await self._store.claim(id, ttl or 1.0)
            try:
                await self._store.save(id, saved.claim, Save(1, 0, 0, changes), ttl)
            except (Fenced, Behind):
                if attempt == TRIES - 1:
                    raise
            else:
                return

    async def _opened(self, token: str, sealed: bytes) -> bytes | None:
        await load(SEAL)
        from cryptography.fernet import Fernet, InvalidToken  # noqa: PLC0415  # ostinato[auth]

        try:
            dated = Fernet(self._key(token)).decrypt(sealed)
        except InvalidToken:
            return None
        (until,) = _DATE.unpack_from(dated)
        return dated[_DATE.size :] if time.time() < until else None

    def _key(self, token: str) -> bytes:
        return base64.urlsafe_b64encode(self._digest(token, b"ostinato seal"))

    def _digest(self, token: str, purpose: bytes) -> bytes:
        return hashlib.blake2b(
            token.encode(), key=self._secret, person=purpose, digest_size=32
        ).digest()


async def load(*modules: str) -> None:
    """Import what only logins need, which takes its time: the event loop does not wait.

    Raises:
        ImportError: If it is not installed.
    """
    missing = [name for name in modules if name not in sys.modules]
    if missing:
        await asyncio.to_thread(lambda: [import_module(name) for name in missing])
