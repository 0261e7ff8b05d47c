"""Base: what every connection is made of."""

import threading
from abc import ABC, abstractmethod
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Generic, Literal, TypeVar

from ostinato.caching.key import Digest, Unhashable
from ostinato.commands.secrets import Section
from ostinato.errors import StreamlitSecretNotFoundError
from ostinato.run.surroundings import surroundings_here

T = TypeVar("T")


class BaseConnection(ABC, Generic[T]):
    """A connection that is made once, and made again after `reset` or when its secrets change.

    A subclass says in `_connect` what it holds, which its own methods then find in `_instance`.

    Args:
        connection_name: The name: `[connections.<name>]` is its section of the secrets.
        kwargs: Passed to `_connect`; they count above the secrets.

    Example:
        >>> class Inbox(st.connections.BaseConnection[imaplib.IMAP4_SSL]):
        ...     def _connect(self, **kwargs):
        ...         inbox = imaplib.IMAP4_SSL(self._secrets.host)
        ...         inbox.login(self._secrets.user, self._secrets.password)
        ...         return inbox
        >>> inbox = st.connection("inbox", type=Inbox)
    """

    def __init__(self, connection_name: str, **kwargs: Any) -> None:
        self._connection_name = connection_name
        self._kwargs = kwargs
        self._lock = threading.RLock()
        self._made_with: object = None
        self._made: list[T] = []
        _ = self._instance

    @abstractmethod
    def _connect(self, **kwargs: Any) -> T:
        """Connect, and return what the methods work with."""

    @property
    def _secrets(self) -> Section:
        """The section of the secrets that is for this connection; an empty one without it."""
        name = self._connection_name
        return Section(dict(secrets_of(name)), ("connections", name))

    @property
    def _instance(self) -> T:
        """What `_connect` has returned, which is called again if that is not fit any more."""
        with self._lock:
            # In no variable: to connect may fail, and whoever reports that may report those (X02).
            if self._made and self._made_with != secrets_of(self._connection_name):
                self.reset()
            if not self._made:
                self._made_with = secrets_of(self._connection_name)
                self._made.append(self._connect(**self._kwargs))
            return self._made[0]

    @property
    def _told_apart(self) -> list[str]:
        """What tells the answers to its queries from those to another connection's."""
        digest = Digest()
        with suppress(Unhashable):
            digest.add(self._kwargs)
        return [self._connection_name, digest.result().hex()]

    def reset(self) -> None:
        """Connect again when the connection is used next."""
        with self._lock:
            self._made.clear()

    def close(self) -> None:
        """Let go of what is held: called when the connection is not kept any more."""

    @classmethod
    def scope(cls) -> Literal["global", "session"]:
        """Return whether all sessions share a connection, or each has its own."""
        return "global"


def secrets_of(name: str) -> Mapping[str, Any]:
    """Return the section of the secrets for a connection; an empty one without it."""
    with suppress(StreamlitSecretNotFoundError):
        sections = surroundings_here().secrets.values().get("connections")
        section = sections.get(name) if isinstance(sections, dict) else None
        if isinstance(section, dict):
            return section
    return {}


def missing(package: str, extra: str, use: str) -> ModuleNotFoundError:
    """Return the error for a package that is not there.

    Args:
        package: What is imported.
        extra: What is installed.
        use: What it is for.
    """
    text = f"connection: {use} needs {package}, which is not installed: run pip install {extra}"
    return ModuleNotFoundError(text, name=package)
