"""Account: whose a session is, once somebody has logged in: nobody else ever gets it (P03).

What a session holds from before belongs to whoever logs in in its tab. From then on it is theirs,
and an entry in the store says so, whoever claims the session and wherever.
"""

from ostinato.run.visitor import Visitor
from ostinato.session.services import Services
from ostinato.state.signing import BadSignature

NOTE = "a"
"""The name of the entry that says whose a session is; those of values begin otherwise."""

UNKNOWN = "?"
"""Whose a session is if what the store says of it cannot be read: nobody's who may come."""


class Account:
    """Whose one session is.

    Args:
        session: The session's id.
        services: What all sessions share.
        signed: What the store had, if anything.
        source: The session that it was stored for, if it is another.
    """

    def __init__(
        self,
        session: str,
        services: Services,
        signed: bytes | None = None,
        source: str | None = None,
    ) -> None:
        self._services = services
        self._session = session
        self.owner = "" if signed is None else self._read(source or session, signed)
        self._is_stored = signed is not None and source is None

    def admits(self, visitor: Visitor) -> bool:
        """Return whether a visitor may have the session."""
        return not self.owner or self.owner == visitor.account

    def take(self, visitor: Visitor) -> dict[str, bytes | None]:
        """Make the session a visitor's, and return what the store is to know of it."""
        if not self.owner:
            self.owner = visitor.account
        if self._is_stored or self._services.config.session.resume == "never":
            return {}
        self._is_stored = bool(self.owner)
        return self.note()

    def note(self) -> dict[str, bytes | None]:
        """Return the entry of the store; empty while the session is nobody's."""
        if not self.owner:
            return {}
        return {NOTE: self._services.keys.sign(_name(self._session), [self.owner.encode()])}

    def _read(self, session: str, signed: bytes) -> str:
        try:
            return bytes(self._services.keys.verify(_name(session), signed)).decode()
        except (BadSignature, UnicodeDecodeError):
            return UNKNOWN


def _name(session: str) -> str:
    return f"{session}/{NOTE}"
