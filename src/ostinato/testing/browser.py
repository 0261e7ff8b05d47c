"""Browser: a tab of a real session in this process."""

import asyncio
import sys
import threading
import time
from collections.abc import Callable, Coroutine, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from typing import Any, ParamSpec, TypeVar

import msgspec

from ostinato.compat import as_streamlit
from ostinato.config import Config
from ostinato.errors import AppTestError, RunTimeout
from ostinato.run.filing import Filing
from ostinato.run.hosting import hosting
from ostinato.run.page import Page
from ostinato.run.recipe import make
from ostinato.run.script import Script
from ostinato.run.surroundings import surroundings_of
from ostinato.run.traceback import user_stack
from ostinato.run.visit import Visit
from ostinato.run.visitor import NOBODY
from ostinato.session.connection import CloseReason
from ostinato.session.services import Services
from ostinato.session.session import Session
from ostinato.state.session_state import SessionState
from ostinato.state.signing import KeyRing
from ostinato.stores.memory import MemoryStore
from ostinato.testing.tab import Tab
from ostinato.widgets.login import LOGOUT
from ostinato.wire.messages import ClientMessage
from ostinato.wire.props import Fields

P = ParamSpec("P")
T = TypeVar("T")


class Browser(Tab):
    """A tab of a session in this process, which runs while somebody waits for it.

    Args:
        script: The script to run.
        state: What the session remembers from before.

    Attributes:
        query: What stands after the "?" of the address that it comes with.
        path: The path of the page in that address.
        effects: The props of what has happened once since `run` was called last, by id.
        surroundings: What the script has around it.
        visitor: Who is logged in.
        visit: What is known of the browser.
    """

    def __init__(self, script: Script, state: SessionState) -> None:
        super().__init__()
        self.query = self.path = ""
        self.effects: dict[str, Fields] = {}
        self.visitor = NOBODY
        self.visit = Visit()
        self._script = script
        self.surroundings = surroundings_of(script.path.parent, Config())
        self._state = state
        self._loop = asyncio.new_event_loop()
        self._threads = Threads(f"script {script.path.name}")
        self._session: Session | None = None
        self.files: Filing | None = None

    def run(self, events: list[tuple[dict[str, Any], str | None]], timeout: float) -> None:
        """Send events, each of values and a trigger, and wait until the script has run.

        The first call opens the session, which runs the script by itself.

        Raises:
            RunTimeout: If it takes longer than `timeout` seconds.
        """
        self.effects = {}
        with served(self._script):
            self.surroundings.secrets.load()
            self._complete(self._run(events, timeout))

    @property
    def has_logged_out(self) -> bool:
        """Whether the last run has sent the browser to where one logs out."""
        paths = (str(props.get("path", "")) for props in self.effects.values())
        return any(path.startswith(LOGOUT) for path in paths)

    @property
    def pages(self) -> Mapping[str, Page]:
        """The pages of the app by their paths, as the script has said last."""
        return {} if self._session is None else self._session.home.pages

    def make(self, id: str) -> str:
        """Make the file of a button, as a press of it does, and return its address, if it is made.

        Raises:
            AppTestError: If it cannot be made.
        """
        assert self._session is not None
        recipe = self._state.entries.widgets[id].recipe
        if recipe is None or recipe.content is None:
            return ""
        with served(self._script):
            made = self._threads.submit(make, recipe, self._session.home).result()
        if made.problem:
            raise AppTestError(made.problem)
        return made.url

    def close(self) -> None:
        """End the session."""
        if self._session is not None:
            self._complete(self._session.close(CloseReason.DRAINED))
        if self.files is not None:
            self.files.close()
        self.surroundings.secrets.close()
        self._loop.close()

    def transmit(self, message: ClientMessage) -> None:
        """Hand a message to the session."""
        if self._session is not None:
            self._session.receive(message)

    def _take(self, message: list[Any]) -> None:
        match message:
            case ["effect", id, props]:
                self.effects[id] = props
        super()._take(message)

    def _complete(self, work: Coroutine[Any, Any, None]) -> None:
        """Do some work in the loop, in another thread if this one has a loop that runs."""
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            self._loop.run_until_complete(work)
        else:
            Threads("test").submit(self._loop.run_until_complete, work).result()

    async def _run(self, events: list[tuple[dict[str, Any], str | None]], timeout: float) -> None:
        session = self._session or self._open()
        session.home.visitor, session.home.visit = self.visitor, self.visit
        for values, trigger in events:
            self.send(values, trigger)
        try:
            await asyncio.wait_for(session.settled(), timeout)
        except TimeoutError:
            raise RunTimeout(self._too_slow(timeout)) from None
        while (frame := self._connection.next_frame()) is not None:
            self.receive(frame)

    def _open(self) -> Session:
        services = Services(
            self._script,
            self.surroundings.config,
            MemoryStore(time.monotonic),
            self._threads,
            keys=KeyRing(["AppTest"]),
            clock=time.monotonic,
            version="test",
            surroundings=self.surroundings,
        )
        self.files = services.files
        self._session = Session("test", services, state=self._state)
        hello = msgspec.structs.replace(
            self.hello(),
            query=self.query,
            path=self.path,
            is_new=bool(self.query or self.path),
        )
        self._session.arrive(hello)
        self._connection = self._session.connect(hello)
        for frame in self._connection.first:
            self.receive(frame)
        return self._session

    def _too_slow(self, timeout: float) -> str:
        where = self._threads.where() or "the script has ended, but the session has not"
        return f"AppTest: the run must end in time, got timeout={timeout:g} (s) and still:\n{where}"


@contextmanager
def served(script: Script) -> Iterator[None]:
    """Have the script find in this process what it finds in a server."""
    folder = str(script.path.parent)
    is_new = folder not in sys.path
    if is_new:
        sys.path.insert(0, folder)
    try:
        with as_streamlit, hosting:
            yield
    finally:
        if is_new:
            with suppress(ValueError):  # The script may have done so.
                sys.path.remove(folder)


class Threads:
    """Calls each function in a thread of its own, which never keeps the process from ending.

    Args:
        name: The name of the threads.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._thread: threading.Thread | None = None

    def submit(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Begin a call."""
        future: Future[T] = Future()
        # From here on it cannot be cancelled: whoever stops waiting lets the call end in peace.
        future.set_running_or_notify_cancel()

        def call() -> None:
            try:
                future.set_result(function(*args, **kwargs))
            except BaseException as error:  # noqa: BLE001  (raised where the result is asked for)
                future.set_exception(error)

        self._thread = threading.Thread(target=call, name=self._name, daemon=True)
        self._thread.start()
        return future

    def abandon(self, future: Future[Any]) -> None:
        """Do nothing: no other call waits for its thread."""

    def where(self) -> str:
        """Return where the latest call is now, in lines of the user's code."""
        thread = self._thread
        frames = sys._current_frames()  # noqa: SLF001  (public but for its name)
        frame = frames.get(thread.ident or 0) if thread is not None else None
        if frame is None:
            return ""
        return "\n".join(user_stack(frame))
