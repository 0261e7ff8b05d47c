"""Registry: the sessions of this process, and when each of them ends."""

import asyncio
import secrets

from ostinato.session.session import App, Session
from ostinato.wire.messages import Hello


class Registry:
    """Finds the session of a connection, or makes one.

    Args:
        app: What all sessions share.
    """

    def __init__(self, app: App) -> None:
        self._app = app
        self._sessions: dict[str, Session] = {}

    def __len__(self) -> int:
        """Count the sessions."""
        return len(self._sessions)

    async def open(self, hello: Hello) -> Session:
        """Give the session that a browser asks for, or a new one."""
        session = self._sessions.get(hello.session) if hello.session else None
        if session is not None:
            return session
        saved = await self._app.store.load(hello.session) if hello.session else None
        if saved is not None and hello.session is not None and hello.session not in self._sessions:
            session = Session(hello.session, self._app, last_event=saved.event)
        else:
            # What this tab has sent and not confirmed is all that the new session hears of it.
            session = Session(secrets.token_urlsafe(16), self._app, last_event=hello.next - 1)
        self._sessions[session.id] = session
        return session

    async def expire(self) -> None:
        """End the sessions that nobody has used for `session.idle` seconds (S16)."""
        end = self._app.clock() - self._app.config.session.idle
        old = [s for s in self._sessions.values() if s.left_at is not None and s.left_at <= end]
        for session in old:
            del self._sessions[session.id]
        await asyncio.gather(*(session.close() for session in old))

    def script_changed(self, *, rerun: bool) -> None:
        """Tell every session that the script has changed."""
        for session in self._sessions.values():
            session.script_changed(rerun=rerun)

    async def close(self) -> None:
        """End all sessions."""
        sessions = list(self._sessions.values())
        self._sessions.clear()
        await asyncio.gather(*(session.close() for session in sessions))
