"""A run in its two threads: what the script draws, and the loop that takes it away."""

import sys
import threading
from collections.abc import Callable
from functools import partial

import pytest

from ostinato.errors import NoSessionContext
from ostinato.run import canvas as canvas_module
from ostinato.run.canvas import Canvas
from ostinato.run.namespace import Home, Namespace
from ostinato.run.run import current_run
from ostinato.tree.node import Tree
from ostinato.widgets.divider import Divider


def test_issue_8_who_has_no_run_is_told_a_whole_line_to_copy() -> None:
    with pytest.raises(NoSessionContext, match='start the script with "ostinato run path/to/app'):
        current_run("exception")


def test_n06_a_script_that_draws_without_pause_waits_for_the_loop(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(canvas_module, "LONGEST_WAIT", 60.0)
    times = iter([0.0, 0.001, 9.0, 9.0])
    told: list[str] = []
    tree = Tree()
    canvas = Canvas(tree, 1, clock=lambda: next(times), on_drawn=lambda: told.append("told"))
    canvas.is_streamed = True
    canvas.take(watch=True)
    draw = partial(canvas.draw, tree.main, Divider())
    draw()
    draw()  # The loop still has time.
    assert told == ["told"]
    script = threading.Thread(target=lambda: (draw(), told.append("went on")))
    script.start()
    until(lambda: len(told) > 1 or waits(script))
    told.append("taken")
    canvas.take(watch=True)
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
    home, abandoned, newer = Home(), Namespace({"a": 1}), Namespace({"b": 2})
    home.begin(abandoned)
    home.begin(newer)
    home.end(abandoned)
    assert (home.names.now, home.names.earlier) == ({"b": 2}, {"a": 1})
    home.end(newer)
    assert (home.names.now, home.names.earlier) == ({}, {})
