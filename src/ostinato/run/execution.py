"""Execution: events in, callbacks, the script from the top, and how it ended."""

import logging
from collections.abc import Sequence
from enum import Enum

import msgspec

from ostinato.run.container import elements
from ostinato.run.control import CutShort, EndOfRun, Rerun, Stopped
from ostinato.run.current import Run, running
from ostinato.run.main_module import script_as_main
from ostinato.run.script import Script, execute
from ostinato.state.widget import Callback
from ostinato.wire.messages import Event

logger = logging.getLogger("ostinato")

LONGEST_REASON = 200


class Outcome(Enum):
    """How a run ended. After `RERUN` and `CUT` another one follows at once."""

    DONE = "done"
    QUIET = "quiet"
    CUT = "cut"
    RERUN = "rerun"
    STOPPED = "stopped"
    FAILED = "failed"


def run_script(run: Run, script: Script, events: Sequence[Event]) -> Outcome:
    """Apply events to the session and run its script, in the current thread.

    Args:
        run: The run; the current context finds it until this returns.
        script: What to run.
        events: What a person did, in order; only the last may have a trigger.

    Returns:
        How the run ended; `QUIET` if nobody wanted the script to run.
    """
    token = running.set(run)
    try:
        with script_as_main():
            outcome = _attempt(run, script, events)
            _end(run, outcome)
            _store(run)
            return outcome
    finally:
        running.reset(token)


def _attempt(run: Run, script: Script, events: Sequence[Event]) -> Outcome:
    run.state.begin(run.number)
    run.namespace = script.namespace()
    try:
        if not _apply(run, events):
            return Outcome.QUIET
        code = script.code()
        if run.snapshot is not None:
            run.snapshot.begin(code)
        if run.trigger is None and run.config.runner.fast_reruns:
            run.cut_after = 0.0
        execute(code, run.namespace)
    except Rerun:
        return Outcome.RERUN
    except CutShort:
        return Outcome.CUT
    except (Stopped, SystemExit):
        return Outcome.STOPPED
    except BaseException as error:  # noqa: BLE001  (the top of a run: scripts raise anything)
        _show(run, error)
        return Outcome.FAILED
    return Outcome.DONE


def _apply(run: Run, events: Sequence[Event]) -> bool:
    """Bring events into the state, each with its callbacks, and say if the script is to run.

    An exception in a callback keeps no later event from being applied (L04); it is raised when
    all are.
    """
    is_wanted = not events
    ends: list[BaseException] = []
    for event in events:
        callbacks = [callback for callback in _change(run, event) if callback is not None]
        is_wanted = is_wanted or _wants_script(run, event)
        run.event = event.number
        for callback in callbacks:
            run.callback_names = callback.names
            try:
                callback()
            except Rerun:
                continue
            except BaseException as end:  # noqa: BLE001  (kept, and raised below)
                ends.append(end)
    if ends:
        raise next((end for end in ends if not isinstance(end, EndOfRun)), ends[0])
    return is_wanted


def _change(run: Run, event: Event) -> list[Callback | None]:
    """Set all values of an event, then pull its trigger (W17); what does not fit is dropped."""
    state, known = run.state, run.tree.known
    callbacks: list[Callback | None] = []
    dropped: list[Exception] = []
    for id, wire in event.values.items():
        node = known.get(id)
        if node is not None and node.props is not None and hasattr(node.props, "value"):
            # The browser shows this value now. If the script draws another, that is a change.
            node.props = msgspec.structs.replace(node.props, value=wire)
        try:
            callbacks.append(state.change(id, wire))
        except (LookupError, ValueError) as error:
            dropped.append(error)
    if dropped:
        # One line, or whoever sends nonsense would fill the disk.
        count, first = len(dropped), str(dropped[0])[:LONGEST_REASON]
        logger.warning("event %d: %d value(s) dropped: %s", event.number, count, first)
    if event.trigger is not None:
        try:
            callbacks.append(state.pull(event.trigger))
            run.trigger = event.trigger
        except (LookupError, ValueError) as error:
            reason = str(error)[:LONGEST_REASON]
            logger.warning("event %d: trigger dropped: %s", event.number, reason)
    return callbacks


def _wants_script(run: Run, event: Event) -> bool:
    """Say whether an event reruns the script: not if all its widgets have `"ignore"`."""
    ids = [*event.values, *([event.trigger] if event.trigger else [])]
    widgets = [run.state.widgets.get(id) for id in ids]
    return not ids or any(widget is None or not widget.is_quiet for widget in widgets)


def _show(run: Run, error: BaseException) -> None:
    """Show an exception below what was drawn (R06)."""
    logger.error("the script failed", exc_info=error)
    run.interrupt = None
    run.stack = [run.tree.main]
    elements["_uncaught"](error)


def _end(run: Run, outcome: Outcome) -> None:
    run.state.release(run.trigger)
    if outcome is Outcome.QUIET:
        return
    with run.lock:
        if outcome in (Outcome.CUT, Outcome.RERUN):
            run.growth.leave()
        else:
            run.growth.finish()
    if outcome is Outcome.DONE:
        run.state.sweep()


def _store(run: Run) -> None:
    """Make the bytes of what the run changed; what goes wrong here is not the script's fault.

    After an error of ours the snapshot is not complete: the session tries again.
    """
    if run.snapshot is None:
        return
    try:
        run.changes = run.snapshot.changes(run.state)
    except Exception:
        logger.exception("run %d: what it changed could not be made bytes", run.number)
