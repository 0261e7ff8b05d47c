"""Uncaught: an exception that ends a run, or a part of it, as the page shows it (R06)."""

import logging

from ostinato.run.container import Container, elements
from ostinato.run.ends import Stopped
from ostinato.run.hint import hint_of
from ostinato.run.run import Run
from ostinato.run.scope import PAGE
from ostinato.run.script import Script
from ostinato.run.traceback import Failure
from ostinato.tree.node import Node

logger = logging.getLogger("ostinato")


def show_whatever(run: Run, script: Script, error: BaseException) -> None:
    """Show an exception, or that there was one: it may itself raise when it is looked at."""
    try:
        script.blame.note(error)
        show(run, error)
    except Stopped:
        raise
    except BaseException as second:  # noqa: BLE001  (a user's class may raise anything)
        kind, how = _name_of(error), _name_of(second)
        text = f"a {kind} ended the run; it cannot be shown, since that raises a {how}"
        logger.error("the script failed: %s", text)
        show(run, RuntimeError(text))


def _name_of(error: BaseException) -> str:
    try:
        return str(type(error).__name__)
    except BaseException:  # noqa: BLE001  (a user's metaclass may raise anything)
        return "class without a name"


def show(run: Run, error: BaseException) -> None:
    """Show an exception below what was drawn (R06)."""
    hint = hint_of(error)
    logger.error("the script failed\n%s%s", Failure(error), f"\nHint: {hint}" if hint else "")
    if run.is_abandoned:
        raise Stopped
    run.interrupt.forget()
    run.canvas.lift_limit()
    run.scope, run.stack = _place_of(run, error)
    shown: Container = elements["_uncaught"](error, hint)
    if run.has_begun and shown.node is not None:
        # Should the next run not even begin, this is not what is wrong then.
        run.canvas.tree.above.append((shown.node, run.number))


def _place_of(run: Run, error: BaseException) -> tuple[str, list[Node]]:
    """Return where an error is shown: in the part that has failed, else below the page."""
    tree = run.canvas.tree
    if run.failed is not None and run.failed.error is error and tree.has(run.failed.node):
        return run.failed.scope, [run.failed.node]
    if run.scope and run.parts:
        return run.scope, run.stack[:1]
    return PAGE, [tree.main]
