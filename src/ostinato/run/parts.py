"""Parts: the script of a whole page is run, or some parts of the page, one after the other."""

from types import CodeType

from ostinato.run.dialog import forget_undefined, restore_open
from ostinato.run.ends import EndOfRun, Outcome, Stopped
from ostinato.run.entry import run_app
from ostinato.run.run import Run
from ostinato.run.scope import PAGE
from ostinato.run.script import Script
from ostinato.run.uncaught import show_whatever


def draw_page(run: Run, script: Script, code: CodeType) -> Outcome:
    """Run the script, and what it has drawn beside it."""
    # A run of the page is also one of every part.
    run.due.clear()
    has_failed = False
    try:
        run.interrupt.interruption.call(run_app, run, script, code)
    finally:
        if run.parallel is not None:
            for failed in run.interrupt.interruption.call(run.parallel.join):
                run.failed, has_failed = failed, True
                show_whatever(run, script, failed.error)
    forget_undefined(run)
    if has_failed:
        restore_open(run, PAGE)
        return Outcome.FAILED
    _close(run, PAGE)
    return Outcome.DONE


def draw_parts(run: Run, script: Script) -> Outcome:
    """Run some parts of the page: none of them ends another."""
    outcome = Outcome.DONE
    left = [scope.id for scope in run.parts or ()]
    for scope in run.parts or ():
        left.remove(scope.id)
        run.scope, run.stack, run.names = scope.id, [scope.node], scope.names
        run.page = scope.page
        run.home.begin(run.names)
        try:
            run.interrupt.interruption.call(scope.call)
            _close(run, scope.id)
        except (Stopped, SystemExit):
            # The script ends one part by itself, and no other.
            if run.interrupt.asked or not left:
                raise
        except EndOfRun:
            run.due.update(left)
            raise
        except BaseException as error:  # noqa: BLE001  (the top of a part: scripts raise anything)
            show_whatever(run, script, error)
            outcome = Outcome.FAILED
    return outcome


def _close(run: Run, scope: str) -> None:
    """Note that a part of the page has come to its end, and open again the dialog it had opened.

    The part has come to its end also if the dialog does not: then it alone keeps what it has.
    """
    try:
        restore_open(run, scope)
    except BaseException as end:
        is_own = not isinstance(end, EndOfRun) or isinstance(end, Stopped)
        if is_own and run.dialog and not run.interrupt.asked:
            run.done.append(scope)
            run.cut = run.dialog
        raise
    run.done.append(scope)
