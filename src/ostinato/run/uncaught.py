"""Uncaught: an exception that ends a run, or a part of it, as the page shows it (R06)."""

import logging

from ostinato.errors import UnreadableSessionStateError
from ostinato.run.container import Container, elements
from ostinato.run.ends import EndOfRun, Stopped
from ostinato.run.hint import hint_of
from ostinato.run.run import Run
from ostinato.run.scope import PAGE
from ostinato.run.script import Script
from ostinato.run.traceback import Failure
from ostinato.tree.node import Node

logger = logging.getLogger("ostinato")


def show_whatever(
    run: Run, script: Script, error: BaseException, *, is_of_script: bool = True
) -> None:
    """Show an exception, or that there was one: it may itself raise when it is looked at.

    Args:
        run: The run that it has ended, or a part of it.
        script: The script.
        error: The exception.
        is_of_script: Whether code of the script has raised it: then the app is told.
    """
    try:
        script.blame.note(error)
        show(run, error, is_of_script=is_of_script)
    except Stopped:
        raise
    except BaseException as second:  # noqa: BLE001  (a user's class may raise anything)
        kind, how = _name_of(error), _name_of(second)
        text = f"a {kind} ended the run; it cannot be shown, since that raises a {how}"
        logger.error("the script failed: %s", text)
        show(run, RuntimeError(text), is_of_script=False)


def _name_of(error: BaseException) -> str:
    try:
        return str(type(error).__name__)
    except BaseException:  # noqa: BLE001  (a user's metaclass may raise anything)
        return "class without a name"


def show(run: Run, error: BaseException, *, is_of_script: bool = True) -> None:
    """Show an exception below what was drawn (R06), unless the app has shown it itself (X05).

    The run notes whether it lacks what is stored: then other processes may do better (L09).
    """
    run.lacks_state = run.lacks_state or isinstance(error, UnreadableSessionStateError)
    hint = hint_of(error)
    logger.error("the script failed\n%s%s", Failure(error), f"\nHint: {hint}" if hint else "")
    if run.is_abandoned:
        raise Stopped
    run.interrupt.forget()
    run.canvas.lift_limit()
    run.scope, run.stack = _place_of(run, error)
    if is_of_script and _tell_app(run, error):
        return
    shown: Container = elements["_uncaught"](error, hint)
    if run.has_begun and shown.node is not None:
        # Should the next run not even begin, this is not what is wrong then.
        run.canvas.tree.above.append((shown.node, run.number))


def _tell_app(run: Run, error: BaseException) -> bool:
    """Tell the app of what has ended its script, and return whether it shows that itself."""
    surroundings = run.home.surroundings
    tell = None if surroundings is None else surroundings.on_script_error
    if tell is None or not isinstance(error, Exception):
        return False
    try:
        return run.interrupt.interruption.call(tell, error) is True
    except Stopped:
        return True
    except (Exception, EndOfRun) as second:  # noqa: BLE001  (it is called at the top of a run)
        logger.error("App: on_script_error must not fail itself, and did\n%s", Failure(second))
        return False


def _place_of(run: Run, error: BaseException) -> tuple[str, list[Node]]:
    """Return where an error is shown: in the part that has failed, else below the page."""
    tree = run.canvas.tree
    if run.failed is not None and run.failed.error is error and tree.has(run.failed.node):
        return run.failed.scope, [run.failed.node]
    if run.scope and run.parts:
        return run.scope, run.stack[:1]
    return PAGE, [tree.main]
