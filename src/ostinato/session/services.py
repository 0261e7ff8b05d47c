"""Services: what the sessions of one app share."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, Literal, ParamSpec, Protocol, TypeVar

from ostinato.config import Config
from ostinato.errors import StoreError
from ostinato.run.ends import Outcome
from ostinato.run.filing import Filing
from ostinato.run.run import Run
from ostinato.run.script import Script
from ostinato.run.surroundings import Surroundings, surroundings_of
from ostinato.run.traceback import BOUNDED
from ostinato.run.uploads import Uploads
from ostinato.session.allowance import Allowance
from ostinato.session.metrics import Metrics
from ostinato.state.entries import HIDDEN
from ostinato.state.signing import KeyRing
from ostinato.stores.file_memory import MemoryFiles
from ostinato.stores.files import FileStore
from ostinato.stores.store import Store

if TYPE_CHECKING:
    from ostinato.caching.disk import Disk

logger = logging.getLogger("ostinato")

P = ParamSpec("P")
T = TypeVar("T")

OnSave = Literal["rerun", "ask", "nothing"]
"""What comes of a script that is saved: it runs again, or a developer is asked whether it shall."""

COMPLAIN_EVERY = 10.0
"""Seconds between two lines that say the same of the store, or of the threads."""

MOST_REPORTS = 10_000
"""How many keys the log tells of: a script may make up a new one every time."""


class Pool(Protocol):
    """The threads that scripts run in."""

    def submit(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        """Call a function in one of them."""
        ...

    def abandon(self, future: "Future[Any]") -> None:
        """Do not count the thread of a call any more: it does not end."""


class Telemetry(Protocol):
    """Tells somebody outside what runs do."""

    def observe(self, run: Run, facts: Mapping[str, str], work: Callable[[], Outcome]) -> Outcome:
        """Do the work of a run, in its thread, and tell of it.

        Args:
            run: The run.
            facts: Why it runs, and of what.
            work: Runs it.
        """


class Services:
    """What the sessions of one app share.

    Args:
        script: What runs.
        config: How.
        store: Where sessions are kept.
        pool: The threads that scripts run in.
        keys: What signs session ids and stored values.
        clock: Returns the time in seconds.
        version: The version of this package, shown in the browser.
        metrics: Counts what happens.
        telemetry: Is told of each run, in its thread; nobody without it.
        open_disk: Returns where what functions make outlives the process.
        files: Where the files are that pages show; in memory without it.
        confirm_within: Seconds that the news of a commit may wait for a frame to travel with.
        settle_within: Seconds after which a process that goes on is taken to be well.
        surroundings: What the app has around its scripts; what is in their folder without it.
        on_save: What comes of a script that is saved.

    Whoever holds `trial` runs an event that may end the process, and nobody else does.
    """

    def __init__(
        self,
        script: Script,
        config: Config,
        store: Store,
        pool: Pool,
        *,
        keys: KeyRing,
        clock: Callable[[], float],
        version: str,
        metrics: Metrics | None = None,
        telemetry: Telemetry | None = None,
        open_disk: Callable[[], "Disk | None"] = lambda: None,
        files: FileStore | None = None,
        confirm_within: float = 0.25,
        settle_within: float = 5.0,
        surroundings: Surroundings | None = None,
        on_save: OnSave = "ask",
    ) -> None:
        self.script = script
        self.surroundings = surroundings or surroundings_of(script.path.parent, config)
        self.store = store
        self.pool = pool
        self.keys = keys
        self.clock = clock
        self.version = version
        self.metrics = metrics or Metrics()
        self.telemetry = telemetry
        self.open_disk = open_disk
        self.files = self.surroundings.files = Filing(
            files or MemoryFiles(clock), keys.files, clock, self.store_failed
        )
        self.surroundings.uploads = Uploads(self.files, keys)
        self.confirm_within = confirm_within
        self.allowance = Allowance()
        self.settle_within = settle_within
        self.on_save = on_save
        self.began = clock()
        self.trial = asyncio.Lock()
        self._reported: set[str] = set()
        self._quiet_until: dict[str, float] = {}

    @property
    def config(self) -> Config:
        """How everything runs; a script may change what concerns pages."""
        return self.surroundings.config

    def report(self, name: str, problem: str) -> None:
        """Tell the app's author, once per key, that a value is not stored, or cannot be read."""
        if name not in self._reported and len(self._reported) < MOST_REPORTS:
            self._reported.add(name)
            known = name[1:] if name.startswith(HIDDEN) else f"st.session_state.{name}"
            logger.warning("%s: %s", known, problem, extra={BOUNDED: True})

    def threads_are_short(self) -> None:
        """Log, at most once every 10 s, that visitors wait for a thread."""
        self._complain(
            "runner.threads: all %d are busy, and visitors wait: raise it, or end scripts that run"
            " without end",
            self.config.runner.threads,
        )

    def store_forgot(self) -> None:
        """Log it, at most once every 10 s: every session may find it out."""
        self._complain("store: it has lost what it had: what sessions hold is saved again")

    def store_failed(self, error: StoreError, consequence: str) -> None:
        """Count the failure and log it, at most once every 10 s for all sessions."""
        self.metrics.store_failed()
        self._complain("%s: %s", error, consequence)

    def _complain(self, text: str, *values: object) -> None:
        now = self.clock()
        if now >= self._quiet_until.get(text, now):
            self._quiet_until[text] = now + COMPLAIN_EVERY
            logger.warning(text, *values)
