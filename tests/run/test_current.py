"""A run in its two threads: what the script draws, and the loop that takes it away."""

import sys
import threading
from collections.abc import Callable

import pytest

from ostinato.config import Config
from ostinato.errors import NoSessionContext
from ostinato.run import current
from ostinato.run.current import Home, Names, Run
from ostinato.state.session_state import SessionState
from ostinato.tree.node import Tree


def test_issue_8_who_has_no_run_is_told_a_whole_line_to_copy() -> None:
    with pytest.raises(NoSessionContext, match='start the script with "ostinato run path/to/app'):
        current.current_run("exception")


def test_n06_a_script_that_draws_without_pause_waits_for_the_loop(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(current, "LONGEST_WAIT", 60.0)
    times = iter([0.0, 0.001, 9.0, 9.0])
    told: list[str] = []
    run = Run(
        1,
        SessionState(),
        Tree(),
        Config(),
        clock=lambda: next(times),
        on_drawn=lambda: told.append("told"),
    )
    run.take_edits(watch=True)
    run.drawn()
    run.drawn()  # The loop still has time.
    assert told == ["told"]
    script = threading.Thread(target=lambda: (run.drawn(), told.append("went on")))
    script.start()
    until(lambda: len(told) > 1 or waits(script))
    told.append("taken")
    run.take_edits(watch=True)
    script.join(10)
    assert told == ["told", "taken", "went on"]


def waits(thread: threading.Thread) -> bool:
    frame = sys._current_frames().get(thread.ident or 0)  # noqa: SLF001
    return frame is not None and frame.f_code.co_name == "wait"


def until(is_true: Callable[[], object]) -> None:
    pause = threading.Event()
    for _ in range(10_000):
        if is_true():
            return
        pause.wait(0.001)
    raise AssertionError("it did not become true")


def test_a_run_that_ends_late_leaves_the_names_of_the_next() -> None:
    home, abandoned, newer = Home(), Names({"a": 1}), Names({"b": 2})
    home.begin(abandoned)
    home.begin(newer)
    home.end(abandoned)
    assert (home.names.now, home.names.earlier) == ({"b": 2}, {"a": 1})
    home.end(newer)
    assert (home.names.now, home.names.earlier) == ({}, {})
