"""Downloads: the files that one session makes when somebody presses a button for them.

One that is there is asked for, too, by a page that may not know the newest: while a run goes on.

A browser asks for a file by the button and the number of the press, again after every reconnect
until it has it, and saves each once. So what is under way here is in memory only: another process
that is asked makes the file anew.
"""

import asyncio
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from typing import Protocol

from ostinato.errors import WireError
from ostinato.run.filing import Filing
from ostinato.run.namespace import Home
from ostinato.run.recipe import Download, Recipe, Result, make
from ostinato.run.run import Run
from ostinato.session.schedule import Schedule
from ostinato.session.services import Pool
from ostinato.session.view import SessionView
from ostinato.state.session_state import SessionState
from ostinato.stores.files import NoFile
from ostinato.wire.messages import Effect, Make
from ostinato.wire.props import ids_of

MOST = 50
"""Files of one session that are under way, or may be asked for again."""

GONE = "the app does not offer this file any more"


class Runs(Protocol):
    """What is known of the runs of a session."""

    run: Run | None
    is_draining: bool


class Saves(Protocol):
    """What is known of how a session is saved."""

    @property
    def is_away(self) -> bool:
        """Whether the store may have state of the session that could not be read yet."""


class Job:
    """A file that was asked for: it waits for its recipe, is being made, or has been made."""

    def __init__(self, asked: Make) -> None:
        self.asked = asked
        self.future: Future[Result] | None = None
        self.made: Result | None = None


class Downloads:
    """The files that a session makes when somebody presses a button for them.

    All of it is of the event loop, but that other threads tell of recipes.

    Args:
        state: Knows the buttons.
        home: What recipes have in common with the runs of the session.
        schedule: Knows what is to run yet.
        view: Where the browser is told.
        pool: The threads that files are made in.
        saver: Knows whether the session stands in for one that cannot be reached: then not all is
            known that was entered before a press, and nothing is made.
    """

    def __init__(
        self,
        state: SessionState,
        home: Home,
        schedule: Schedule,
        view: SessionView,
        pool: Pool,
        saver: Saves,
    ) -> None:
        self._state, self._home = state, home
        self._schedule, self._view, self._pool = schedule, view, pool
        self._saver = saver
        self._loop = asyncio.get_running_loop()
        self._jobs: dict[str, Job] = {}
        self._is_closed = False
        self.runs: Runs | None = None
        """The runs of the session, which has them a moment later."""

    @property
    def are_under_way(self) -> bool:
        """Whether a file is yet to be made, and the press for it can be the next event."""
        return any(job.made is None and self._is_heard(job) for job in self._jobs.values())

    def want(self, asked: Make) -> None:
        """Have a file made, unless it is under way; one that is made is told of again.

        Raises:
            WireError: If too many are under way.
        """
        job = self._jobs.get(asked.id)
        if job is not None and job.asked.press >= asked.press:
            if job.asked.press == asked.press and job.made is not None:
                self._tell_again(job, job.made)
            return
        self._make_room()
        self._jobs[asked.id] = Job(asked)
        self._begin_what_can()

    def look(self) -> None:
        """See what can begin, as a run has ended, or the session is known to be itself."""
        if self._jobs:
            self._begin_what_can()

    def close(self) -> None:
        """Tell nobody any more."""
        self._is_closed = True
        self._jobs.clear()
        self._home.on_recipe = None

    def _make_room(self) -> None:
        if len(self._jobs) < MOST:
            return
        done = next((id for id, job in self._jobs.items() if job.made is not None), None)
        if done is None:
            raise WireError(f"make: at most {MOST} files can be under way: wait for one")
        del self._jobs[done]

    def _begin_what_can(self) -> None:
        if self._is_closed or self.runs is None or self.runs.is_draining or self._saver.is_away:
            return  # Whoever has the session is asked.
        # Before it is looked: a recipe that a run draws meanwhile would be told to nobody.
        self._home.on_recipe = self._note_recipe
        waiting = [job for job in self._jobs.values() if job.future is None and job.made is None]
        for job in waiting:
            self._begin(job, self.runs.run)
        if not any(job.future is None and job.made is None for job in waiting):
            self._home.on_recipe = None

    def _begin(self, job: Job, run: Run | None) -> None:
        """Begin to make a file, if what was entered before the press has come to its recipe."""
        widget = self._state.entries.widgets.get(job.asked.id)
        recipe: Recipe | None = None if widget is None or not widget.run else widget.recipe
        if not self._is_heard(job):
            return
        if run is not None:
            if recipe is None or widget is None or widget.run != run.number:
                return
        elif not self._schedule.is_empty:
            return
        if recipe is None:
            job.made = Result(problem=GONE)
            self._tell(job)
            return
        if recipe.content is None:
            # What it is may change without a press: it is asked anew each time.
            del self._jobs[job.asked.id]
            job.made = Result(url=recipe.url, problem="" if recipe.url else GONE)
            self._tell(job)
            return
        job.future = self._pool.submit(make, recipe, self._home)
        job.future.add_done_callback(lambda _: self._call(partial(self._end, job)))

    def _is_heard(self, job: Job) -> bool:
        """Return whether all that was entered before the press has come."""
        return self._schedule.taken >= job.asked.press - 1

    def _end(self, job: Job) -> None:
        assert job.future is not None
        if self._is_closed or job.future.cancelled():
            return
        error = job.future.exception()
        job.made = Result(problem=GONE) if error else job.future.result()
        self._tell(job)

    def _tell_again(self, job: Job, made: Result) -> None:
        """Tell of a file that was made before, or have it made anew if it is gone."""
        ids, files = [*ids_of(made.url)], self._home.files
        if files is None or not ids:
            self._tell(job)
            return
        looking = self._pool.submit(_look_for, files, ids)
        looking.add_done_callback(lambda _: self._call(partial(self._looked, job, looking)))

    def _looked(self, job: Job, looking: Future[None]) -> None:
        if self._is_closed or self._jobs.get(job.asked.id) is not job or job.made is None:
            return
        if looking.cancelled() or not isinstance(looking.exception(), NoFile):
            self._tell(job)
            return
        job.future = job.made = None
        self._begin_what_can()

    def _tell(self, job: Job) -> None:
        """Tell the browser, which may have heard of it and saves nothing twice."""
        assert job.made is not None
        (id, press), (url, problem) = (job.asked.id, job.asked.press), job.made
        files = self._home.files
        unstored = files is not None and any(map(files.spare.has, ids_of(url)))
        props = Download(button=id, press=press, url=url, problem=problem, unstored=unstored)
        self._view.put(Effect(f"download-{id}-{press}", props))

    def _note_recipe(self) -> None:
        self._call(self._begin_what_can)

    def _call(self, function: Callable[[], object]) -> None:
        """Call a function in the event loop, from another thread."""
        with suppress(RuntimeError):  # The loop is closed: so is the session.
            self._loop.call_soon_threadsafe(function)


def _look_for(files: Filing, ids: Iterable[str]) -> None:
    """See whether files are there, and have the store get those that it has missed.

    Raises:
        NoFile: If one is not.
        StoreError: If that cannot be said.
    """
    for id in ids:
        files.find(id)
        if files.spare.has(id):
            files.give_back()
