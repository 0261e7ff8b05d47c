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
    restore_open(run, PAGE)
    if has_failed:
        return Outcome.FAILED
    run.done.append(PAGE)
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
            restore_open(run, scope.id)
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
        else:
            run.done.append(scope.id)
    return outcome
