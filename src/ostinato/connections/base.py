"""Base: what every connection is made of."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Generic, Literal, TypeVar

from ostinato.caching.cache import Cache, Settings
from ostinato.caching.key import Digest, Unhashable
from ostinato.commands.secrets import Section
from ostinato.errors import StreamlitSecretNotFoundError
from ostinato.run.run import run_here
from ostinato.run.surroundings import surroundings_here
from ostinato.run.waiting import maker_here, waiting

T = TypeVar("T")


KEY = b""
"""A connection holds one thing."""


class Held(Generic[T]):
    """What a connection holds, and the secrets from before it was made.

    Args:
        name: The connection's.
    """

    __slots__ = ("made", "made_with")

    def __init__(self, name: str) -> None:
        self.made_with = secrets_of(name)
        self.made: T


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
        self._held: Cache = Cache(type(self).__qualname__, Settings("resource"))
        self._held.validate, self._held.on_release = self._is_held_fit, self._let_go_of_held
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
        made = self._held.find(KEY)
        if made is None:
            # Nobody holds a lock meanwhile: who waits can be stopped, and one that hangs given up.
            run = run_here()
            made = self._held.obtain(KEY, self._make_held, maker_here(run), waiting(run))
        found: T = made.value.made
        return found

    @property
    def _told_apart(self) -> list[str]:
        """What tells the answers to its queries from those to another connection's."""
        digest = Digest()
        with suppress(Unhashable):
            digest.add(self._kwargs)
        return [self._connection_name, digest.result().hex()]

    def reset(self) -> None:
        """Let go of what is held, and connect again when the connection is used next."""
        self._held.clear()

    def close(self) -> None:
        """Let go of what is held: called when the connection is not kept any more."""
        self._held.clear()

    def _close_instance(self, made: T) -> None:
        """Let go of what `_connect` has returned: it has been reset, or its secrets have changed.

        Args:
            made: What that was.
        """

    def _make_held(self) -> "tuple[Held[T], None]":
        # In no variable: to connect may fail, and whoever reports that may report those (X02).
        held: Held[T] = Held(self._connection_name)
        held.made = self._connect(**self._kwargs)
        return held, None

    def _is_held_fit(self, held: "Held[T]") -> bool:
        return held.made_with == secrets_of(self._connection_name)

    def _let_go_of_held(self, held: "Held[T]") -> None:
        self._close_instance(held.made)

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
