"""Execution: events in, callbacks, the script from the top, and how it ended."""

import logging
import threading
from collections.abc import Sequence
from contextlib import suppress
from types import CodeType
from typing import Literal

from ostinato.run.dialog import forget_open, leave_for
from ostinato.run.ends import EndOfRun, Outcome, Rerun, Stopped, Superseded, TooMuch
from ostinato.run.form import (
    NotSubmitted,
    check_submitted,
    clear_form,
    clear_submitted,
    has_own_key,
    submitted_form,
)
from ostinato.run.loops import leave_loop
from ostinato.run.main_module import script_as_main
from ostinato.run.navigation import leave_unknown
from ostinato.run.parts import draw_page, draw_parts
from ostinato.run.run import Dropped, Reason, Run, running
from ostinato.run.scope import PAGE, kept, note_places
from ostinato.run.script import Script
from ostinato.run.uncaught import show, show_whatever
from ostinato.state.patience import TooLong
from ostinato.state.query import PAGE_ID
from ostinato.state.session_state import SessionState
from ostinato.state.widget import Callback, Widget, key_of
from ostinato.values.codec import Misfit
from ostinato.wire.messages import Event

logger = logging.getLogger("ostinato")

LONGEST_REASON = 200

HIDDEN_AFTER = 5.0
"""Seconds after which what was pressed is not expected to be drawn again, at the least."""

MORE_CALLS = 10
"""Calls beyond those that came before it the last time, after which it is not expected either."""

Word = Literal["done", "superseded", "stopped", "failed"]

WORDS: dict[Outcome, Word] = {Outcome.STOPPED: "stopped", Outcome.FAILED: "failed"}
"""What the browser is told of an end, if not that the run is done, or superseded."""


def run_script(run: Run, script: Script, events: Sequence[Event], is_due: bool = True) -> Outcome:
    """Apply events to the session and run its script, in the current thread.

    Args:
        run: The run; the current context finds it until this returns.
        script: What to run.
        events: What a person did, in order; one at most has a trigger, and no values come after it.
        is_due: Whether the script is to run whatever the events are.

    Returns:
        How the run ended; `QUIET` if nobody wanted the script to run.
    """
    token = running.set(run)
    run.thread = threading.get_ident()
    run.trace.begin("callbacks")
    try:
        with script_as_main:
            try:
                outcome = _attempt_safely(run, script, events, is_due)
            except BaseException:
                # An internal error: the next run must find neither a click nor half a page of it.
                _end(run, Outcome.SUPERSEDED)
                raise
            _drop_undrawn(run, outcome)
            _wait_no_more(run, outcome)
            _drop_unfit(run)
            if not _end(run, outcome):
                return Outcome.ABANDONED
            run.trace.begin("saving")
            _store(run)
            return outcome
    finally:
        run.trace.end()
        leave_loop(run)
        run.names.earlier = {}
        run.home.end(run.names)
        running.reset(token)


def word_of(run: Run, outcome: Outcome) -> Word:
    """Return what the browser is told of an end; what a person stopped leaves the same behind."""
    return "superseded" if run.is_partial else WORDS.get(outcome, "done")


def store_abandoned(run: Run, state: SessionState) -> Outcome:
    """Make the bytes of what a run changed before it was abandoned, in another thread."""
    token = running.set(run)
    try:
        with script_as_main:
            _store(run, state)
            return Outcome.ABANDONED
    finally:
        running.reset(token)


def _attempt_safely(run: Run, script: Script, events: Sequence[Event], is_due: bool) -> Outcome:
    try:
        return _attempt(run, script, events, is_due)
    except Stopped:
        # It came while an error was being shown, or between two callbacks.
        return Outcome.STOPPED


def _attempt(run: Run, script: Script, events: Sequence[Event], is_due: bool) -> Outcome:
    _prepare(run, script)
    code: CodeType | None = None
    try:
        # A script that cannot run takes no events: they wait for one that can.
        code = script.code()
        if not _apply(run, events) and not is_due:
            return _without_script(run)
        if run.config.runner.fast_reruns:
            _defer(run)
        _begin(run, code)
        return draw_page(run, script, code) if run.parts is None else draw_parts(run, script)
    except Rerun as end:
        return _begin_anew(run, end)
    except Superseded:
        return Outcome.DESERTED if run.interrupt.asked == "gone" else Outcome.SUPERSEDED
    except (Stopped, SystemExit):
        return Outcome.STOPPED
    except TooMuch as end:
        # Also `except Exception` must not let it go on.
        show(run, end.error.with_traceback(end.__traceback__))
        return Outcome.FAILED
    except BaseException as error:  # noqa: BLE001  (the top of a run: scripts raise anything)
        show_whatever(run, script, error, is_of_script=code is not None)
        return Outcome.FAILED


def _without_script(run: Run) -> Outcome:
    """End a run that nobody wants to go on; callbacks may have named what is to run instead."""
    return Outcome.RERUN if run.due else Outcome.QUIET


def _begin_anew(run: Run, end: Rerun) -> Outcome:
    run.due.update(end.scopes)
    # What is to run with the page, as a part of it, may be what is open.
    if end.scopes == (PAGE,):
        forget_open(run)
    return Outcome.RERUN


def _prepare(run: Run, script: Script) -> None:
    run.state.begin(run.number)
    run.script = script
    # What is drawn before the script begins, by callbacks or to tell that it cannot, stands above
    # the page (C02), and takes nothing of it for its own.
    run.canvas.match(False)
    if run.parts:
        # What callbacks draw goes with the next run of it.
        first = run.parts[0]
        run.names, run.scope, run.page = first.names, first.id, first.page
    else:
        run.names.now = script.namespace()
    run.home.begin(run.names)
    if run.address is not None:
        place, is_new = run.address
        run.state.arrive(place, is_new=is_new)
        if any(run.state.query.place):
            run.canvas.set_address(run.state.query.wire)


def _begin(run: Run, code: CodeType) -> None:
    """Note that the script itself begins."""
    if run.encoder is not None:
        run.encoder.begin(code)
    run.begin()
    run.trace.begin("script")


def _defer(run: Run) -> None:
    """Have no other run take this one's place before the script has heard of its press (L05).

    And have no press take it before the script has heard of what was entered earlier (L11).
    """
    widgets = run.state.entries.widgets
    # It may be of the page that its callback has left.
    pressed = widgets.get(run.trigger or "")
    if pressed is None:
        run.interrupt.defer(0.0)
    else:
        run.interrupt.defer(*_time_for([pressed]))
    entered = [widgets[id] for id in run.state.inputs.unheard if id in widgets]
    if entered:
        run.interrupt.defer_presses(*_time_for(entered))


def _time_for(used: Sequence[Widget]) -> tuple[float, int]:
    """Return the seconds and the calls in which the script is expected to draw what was used.

    It may be hidden by its own callback, or by what came before it, and the script may have no end:
    so it is waited for somewhat longer than it took to be drawn the last time.
    """
    seconds = max(HIDDEN_AFTER, *(3 * widget.seconds_until for widget in used))
    return seconds, max(widget.elements_until for widget in used) + MORE_CALLS


def _wait_no_more(run: Run, outcome: Outcome) -> None:
    """Let no later press wait for what this run was waited for in vain (L11).

    What was cut short by anything else, or begins anew, is yet to be heard.
    """
    is_cut = outcome in (Outcome.SUPERSEDED, Outcome.DESERTED) and run.interrupt.asked != "press"
    if not is_cut and outcome is not Outcome.RERUN:
        run.state.inputs.give_up(_drawn_by(run))


def _drop_undrawn(run: Run, outcome: Outcome) -> None:
    """Note that a press has come to nothing: no callback, and the script did not draw it (L09)."""
    if run.trigger is None or outcome not in (Outcome.DONE, Outcome.RERUN, Outcome.SUPERSEDED):
        return
    widget = run.state.entries.widgets.get(run.trigger)
    # A script may also read the key, and draw the widget no more.
    if widget is None or widget.run == run.number or has_own_key(widget) or widget.callback:
        return
    _drop(run, run.trigger, LookupError(f"the script did not draw id={run.trigger!r}"))


def _drop_unfit(run: Run) -> None:
    """Note what was entered and not taken, or not by the calls of this run any more (L09)."""
    refused, unfit = run.state.inputs.refused, run.state.inputs.unfit
    for id, error in refused:
        _drop(run, id, error, is_part=True)
    refused.clear()
    for id in unfit:
        _drop(run, id, ValueError(f"what was entered does not fit id={id!r} any more"))
    unfit.clear()


def _apply(run: Run, events: Sequence[Event]) -> bool:
    """Bring events into the state, each with its callbacks.

    An exception in a callback keeps no later event from being applied (L04); it is raised when
    all are.

    Returns:
        Whether the script is to run.
    """
    is_wanted = False
    aims: set[str] = set()
    ends: list[BaseException] = []
    for event in events:
        # Applied, whatever comes of it: an event that hangs here must not come again.
        run.event = event.number
        run.used |= {run.state.inputs.scope_of(id) for id in event.ids}
        callbacks: list[Callback | None] = []
        leave_for(run, event)
        try:
            callbacks = run.interrupt.interruption.call(_change, run, event)
        except BaseException as end:  # noqa: BLE001  (kept, and raised below)
            ends.append(end)
        aimed: set[str] = set()
        for callback in callbacks:
            if callback is None:
                continue
            run.names.earlier = callback.names
            try:
                run.interrupt.interruption.call(callback)
            except Rerun as end:
                aimed.update(end.scopes)
            except BaseException as end:  # noqa: BLE001  (kept, and raised below)
                ends.append(end)
        # A callback may have said what is to run in place of all that.
        is_aimed = bool(aimed) and PAGE not in aimed
        is_wanted = is_wanted or (_wants_script(run, event) and not is_aimed)
        aims |= aimed if is_aimed else set()
    run.due |= aims
    if ends:
        raise next((end for end in ends if not isinstance(end, EndOfRun)), ends[0])
    return is_wanted


def _change(run: Run, event: Event) -> list[Callback | None]:
    """Set all values of an event, then press its trigger (W17); what does not fit is dropped."""
    inputs, trigger = run.state.inputs, event.trigger
    callbacks: list[Callback | None] = []
    submitted = submitted_form(run, trigger)
    if trigger is not None and submitted:
        clear_submitted(run, trigger)
    for id, wire in event.values.items():
        if id == trigger and id != PAGE_ID:
            continue
        run.canvas.fold(id, wire)
        try:
            if id == PAGE_ID:
                run.state.go(wire)
            else:
                check_submitted(run, id, submitted)
                callbacks.append(inputs.change(id, wire))
        except (LookupError, ValueError) as error:
            _drop(run, id, error)
    if trigger is not None and trigger != PAGE_ID:
        try:
            callbacks.append(inputs.press(trigger, event.values.get(trigger, True)))
            run.trigger = trigger
        except (LookupError, ValueError) as error:
            _drop(run, trigger, error)
    return callbacks


def _drop(run: Run, id: str, error: Exception, *, is_part: bool = False) -> None:
    """Note that something a person did is not applied; they are told once the run is over."""
    name = run.canvas.tree.label_of(id) or (key_of(id) if key_of(id) != id else "")
    why: Reason = "gone" if isinstance(error, LookupError) else "unfit"
    if isinstance(error, NotSubmitted):
        why = "unsent"
    if is_part:
        why = "part"
    details = str(error)[:LONGEST_REASON]
    # Of what was applied in part, they are to know which part was not.
    reason = details if is_part or isinstance(error, Misfit) else ""
    run.dropped.append(Dropped(name, why, details, reason))


def _wants_script(run: Run, event: Event) -> bool:
    """Return whether an event reruns the script: not if all its widgets have `"ignore"`."""
    for id in event.ids:
        widget = run.state.entries.widgets.get(id)
        if widget is None or not widget.ignores_change:
            return True
    return not event.ids


def _end(run: Run, outcome: Outcome) -> bool:
    """End the run; False if it was abandoned: then it is not ours to end."""
    is_whole = outcome is Outcome.DONE and run.parts is None and not run.is_abandoned
    if not run.is_abandoned:
        clear_form(run, outcome)
    # Before the end: these may be the last edits.
    if is_whole and (run.state.query.end(run.number) | leave_unknown(run)):
        run.canvas.set_address(run.state.query.wire)
    if not run.finish(outcome):
        return False
    run.state.inputs.release(run.trigger)
    drawn = _drawn_by(run)
    if run.has_begun:
        home, is_partial = run.home, run.is_partial
        if is_whole:
            home.whole = run.state.entries.page
        if home.scopes or run.scopes:
            note_places(run)
            home.scopes = kept(home.scopes, run.scopes, drawn, is_partial=is_partial)
    if run.done and outcome is not Outcome.ABANDONED:
        _sweep(run, run.done)
    return True


def _drawn_by(run: Run) -> list[str]:
    """Return the parts of the page that a run draws."""
    return [PAGE] if run.parts is None else [scope.id for scope in run.parts]


def _sweep(run: Run, scopes: Sequence[str]) -> None:
    """Forget the widgets that were not called; to decode what is encoded may not end."""
    cut = [run.cut] if run.cut else []
    if run.encoder is None or not run.state.entries.encoded:
        run.state.inputs.sweep(scopes, cut)
        return
    with suppress(TooLong):
        run.encoder.patience.ask({}, run.state.inputs.sweep, scopes, cut)


def _store(run: Run, state: SessionState | None = None) -> None:
    """Make the bytes of what the run changed; what goes wrong here is not the script's fault.

    After an internal error the encoder is not complete: the session tries again.
    """
    if run.encoder is None:
        return
    try:
        run.changes = run.encoder.changes(run.state if state is None else state)
    except Exception:
        logger.exception("run %d: what it changed could not be made bytes", run.number)
