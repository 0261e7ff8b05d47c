"""Tab: a browser tab in process, with a network that can be cut, and scripts that can be held."""

import asyncio
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, TracebackType
from typing import Any, Literal

import msgspec

from ostinato.config import Config
from ostinato.run.pool import ScriptThreads
from ostinato.run.script import Script
from ostinato.run.visitor import Visitor
from ostinato.session.connection import Connection
from ostinato.session.registry import Registry
from ostinato.session.services import Services
from ostinato.session.session import Session
from ostinato.state.signing import KeyRing
from ostinato.stores.files import FileStore
from ostinato.stores.memory import MemoryStore
from ostinato.stores.store import Store
from ostinato.testing.tab import Tab as BaseTab
from ostinato.wire.codec import decode, encode
from ostinato.wire.messages import ClientMessage, Hello, Stop

PATIENCE = 10.0


class Gates(ModuleType):
    """What a script imports as `gates`: `reach(name)` waits there until the test opens it."""

    def __init__(self) -> None:
        super().__init__("gates")
        self.reached: list[str] = []
        self.closed: set[str] = set()
        self.changed = threading.Condition()

    def reach(self, name: str) -> None:
        with self.changed:
            self.reached.append(name)
            self.changed.notify_all()
            assert self.changed.wait_for(lambda: name not in self.closed, PATIENCE), name

    def close(self, *names: str) -> None:
        with self.changed:
            self.closed.update(names)

    def open(self, *names: str) -> None:
        with self.changed:
            self.closed.difference_update(names)
            self.changed.notify_all()


class Server:
    """One process: a loop, a pool and a registry that tabs talk to, without sockets."""

    def __init__(
        self,
        folder: Path,
        source: str,
        config: Config | None = None,
        store: Store | None = None,
        files: FileStore | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.loop = asyncio.new_event_loop()
        self.path = folder / "app.py"
        self.path.write_text("import ostinato as st\nimport gates\n" + source)
        self.gates = sys.modules["gates"] = Gates()
        self.pool = ScriptThreads(8)
        self.services = Services(
            Script(self.path, magic=(config or Config()).runner.magic_enabled),
            config or Config(),
            store or MemoryStore(time.monotonic),
            self.pool,
            keys=KeyRing(["secret"]),
            clock=clock,
            version="test",
            files=files,
            confirm_within=0.0,
            settle_within=0.0,
        )
        self.registry = Registry(self.services)

    def __enter__(self) -> "Server":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.gates.open(*self.gates.closed)
        self.loop.run_until_complete(self.registry.close())
        self.pool.shutdown()
        self.loop.run_until_complete(self.loop.shutdown_asyncgens())
        self.loop.close()
        sys.modules.pop("gates", None)

    def until(self, is_true: Callable[[], object]) -> None:
        """Let the server work until something is true."""

        async def wait() -> None:
            async with asyncio.timeout(PATIENCE):
                while not is_true():
                    await asyncio.sleep(0.001)

        self.loop.run_until_complete(wait())


class Tab(BaseTab):
    """One browser tab."""

    def __init__(
        self,
        server: Server,
        *,
        first_event: int = 1,
        browser: str = "browser",
        waits: bool = True,
        query: str = "",
        path: str = "",
        session: str | None = None,
        visitor: Visitor | None = None,
    ) -> None:
        super().__init__()
        self.server = server
        self.visitor = visitor
        self.browser = browser
        self.number = first_event - 1
        self.session_id = session
        self.messages: list[list[Any]] = []
        self.connection: Connection | None = None
        self.reader: asyncio.Task[None] | None = None
        self.session: Session
        self.connect(query=query, path=path, is_new=bool(query or path))
        if waits:
            self.settle()

    # The network.

    def connect(
        self,
        how: Literal["resume", "fork", "reset"] = "resume",
        *,
        query: str = "",
        path: str = "",
        is_new: bool = False,
    ) -> None:
        hello = msgspec.structs.replace(self.hello(how), query=query, path=path, is_new=is_new)
        self.session = self.server.loop.run_until_complete(
            self.server.registry.open(hello, self.browser, self.visitor)
        )
        self.attach(hello)

    def attach(self, hello: Hello, *, is_developer: bool = False) -> None:
        """Begin to talk to the session."""
        self.server.loop.run_until_complete(self._attach(hello, is_developer))

    async def _attach(self, hello: Hello, is_developer: bool) -> None:
        self.connection = self.session.connect(hello, is_developer=is_developer)
        self.reader = asyncio.create_task(self._read(self.connection))

    async def _read(self, connection: Connection) -> None:
        async for frame in connection.frames():
            self.messages += self.receive(frame)

    def move(self, server: Server) -> None:
        """Find another process, as after a crash of the first."""
        if self.connection is not None:
            self.disconnect()
        self.server = server
        self.connect()

    def reload(self) -> None:
        """Load the page again, as F5 or an address that is typed again does."""
        self.forget()
        self.move(self.server)

    def disconnect(self) -> None:
        assert self.connection is not None
        assert self.reader is not None
        self.reader.cancel()
        self.session.disconnect(self.connection)
        self.connection = None

    def transmit(self, message: ClientMessage) -> None:
        if self.connection is not None:
            self.session.receive(decode(encode(message)))

    # The person.

    def click(self, label: str) -> None:
        self.send({}, self.find(label))

    def set(self, label: str, value: Any) -> None:
        self.send({self.find(label): value})

    def go(self, path: str, query: str = "") -> None:
        """Go to a page of the app, as by its link."""
        self.send({"main": [query, self.address[1], path]}, "main")

    @property
    def address(self) -> list[Any]:
        """What stands after the "?" of the address, the entries of history, and the path."""
        return self.page.values.get("main") or ["", 0, ""]

    def stop(self) -> None:
        self.transmit(Stop())

    def settle(self) -> None:
        """Wait until the server is quiet, all is saved, and all it said has arrived."""
        self.server.until(
            lambda: (
                self.session.is_settled
                and self.session.is_saved
                and not self.session.is_confirming
                and (self.connection is None or not self.connection.is_waiting)
                and (self.connection is None or not self.is_running)
            )
        )

    # What the person sees.

    def value(self, label: str) -> Any:
        return self.page.values[self.find(label)]

    def of_kind(self, kind: str) -> list[dict[str, Any]]:
        shown = [self.page.props[id] for id in self.page.walk("main")]
        return [props for props in shown if props["kind"] == kind]

    # What it was told.

    def told(self, tag: str) -> list[list[Any]]:
        """Return the fields of all messages with this tag."""
        return [fields for kind, *fields in self.messages if kind == tag]

    @property
    def resumed(self) -> list[bool]:
        return [fields[1] for fields in self.told("welcome")]

    def outcomes(self) -> list[str]:
        return [outcome for (outcome,) in self.told("run_ended")]
