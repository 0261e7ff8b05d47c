"""Dialog: which window is open over the page, and how it stays so when the page runs again.

It is opened by a call in one run, that of a press mostly, and stays open over all runs that nobody
on the page has asked for: a refresh, a move to another process, a clock. So the session remembers
the name of its function and the arguments, and calls it at the end of such a run.
"""

import logging
import sys
from collections.abc import Callable
from functools import partial
from types import ModuleType
from typing import Any, NamedTuple

from ostinato.errors import StreamlitInvalidLayoutContextError
from ostinato.run.container import Container
from ostinato.run.run import Run
from ostinato.run.scope import draw_scope
from ostinato.state.entries import HIDDEN, PLAIN
from ostinato.state.pickled import Unreadable
from ostinato.state.widget import MISSING, is_within
from ostinato.wire.messages import Event

OPEN = HIDDEN + "the dialog that is open"
"""The key under which the session remembers it. Like any plain value, so that its arguments are
the objects that session state has, after a restore too (S17)."""

PREFIX = "dialog "
"""How the name of a part of the page begins that is a dialog."""

UNDEFINED = (
    "dialog: %r was open and is closed, as this run has not defined it: decorate it at the top of"
    " the script, not in a function or below an if, and it stays open over a crash"
)

logger = logging.getLogger("ostinato")


class Open(NamedTuple):
    """A dialog that is open: the part of the page that it is, its arguments, and its page."""

    scope: str
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    page: str = ""


class Defined(NamedTuple):
    """A function that opens a dialog, and where it comes from.

    Args:
        opens: The function.
        run: The number of the run that has decorated it.
        module: The module that has, if it was imported: what it defines outlives runs.
    """

    opens: Callable[..., object]
    run: int
    module: ModuleType | None


def define(run: Run, name: str, opens: Callable[..., object]) -> None:
    """Note that a function opens a dialog.

    Args:
        run: The run that decorates it.
        name: The name of the function.
        opens: The function.
    """
    # A function in a function is made again by each call of the outer one.
    is_lasting = not name.startswith("__main__.") and "<locals>" not in name
    module = sys.modules.get(opens.__module__) if is_lasting else None
    run.home.dialogs[name] = Defined(opens, run.number, module)


def forget_undefined(run: Run) -> None:
    """Forget the functions that a run of the page, which is at its end, did not come by.

    The script may define them no more, or in another way; and they keep all names of their run.
    """
    # Threads that the script has started may define some now.
    for name, each in list(run.home.dialogs.items()):
        module = each.module
        is_there = module is not None and sys.modules.get(module.__name__) is module
        if each.run != run.number and not is_there:
            run.home.dialogs.pop(name, None)


def draw_dialog(
    run: Run,
    name: str,
    draw: Callable[[str], Container],
    function: Callable[..., object],
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
) -> object:
    """Call a function that draws into a window over the page, and remember that it is open.

    Args:
        run: The run.
        name: The name of the function.
        draw: Draws the window, of which it is given the id.
        function: Draws into it.
        args: Its arguments by position.
        kwargs: Its arguments by name.

    Returns:
        What the function returns.

    Raises:
        StreamlitInvalidLayoutContextError: If another one is open, or it would lie in one.
    """
    scope = _new_scope(run, name)
    run.stack.append(run.canvas.tree.main)
    try:
        place = draw(_node_id(run, scope))
    finally:
        run.stack.pop()
    assert place.node is not None
    _note(run, Open(scope, args, kwargs, run.page))
    return draw_scope(run, scope, place.node, partial(function, *args, **kwargs))


def forget_open(run: Run) -> None:
    """Remember that nothing is open."""
    if run.state.entries.has_value(OPEN):
        run.state.entries.forget_value(OPEN)


def leave_for(run: Run, event: Event) -> None:
    """Close what is open if an event is of the part of the page that has opened it."""
    open = _open(run)
    if open is None:
        return
    for id in event.ids:
        widget = run.state.entries.widgets.get(id)
        if widget is not None and widget.is_disabled:
            continue  # It cannot be used, or closed: nobody has done this (W16).
        scope = run.state.inputs.scope_of(id)
        if scope != open.scope and is_within(open.scope, [scope]):
            forget_open(run)
            return


def restore_open(run: Run, scope: str) -> None:
    """Open again what was open, at the end of the part of the page that had opened it.

    Args:
        run: The run.
        scope: What has come to its end, "" for the page.
    """
    open = None if run.dialog else _open(run)
    if open is None or scope == open.scope or not is_within(open.scope, [scope]):
        return
    outer, _, name = open.scope.rpartition("/")
    is_there = outer in ("", scope) or outer in run.scopes
    is_there = is_there and open.page in ("", run.state.entries.page)
    function = _function(run, name.removeprefix(PREFIX)) if is_there else None
    if function is None:
        if is_there:
            logger.warning(UNDEFINED, name.removeprefix(PREFIX))
        forget_open(run)
        return
    run.scope, run.page = outer, open.page
    run.interrupt.interruption.call(function, *open.args, **open.kwargs)


def _open(run: Run) -> Open | None:
    entries = run.state.entries
    if not entries.has_value(OPEN):
        return None
    try:
        value = entries.value(OPEN)
    except Unreadable:
        return None
    # What is done in the dialog may change its arguments in place (S11).
    entries.mark(PLAIN + OPEN)
    return None if value is MISSING else Open(*value)


def _function(run: Run, name: str) -> Callable[..., object] | None:
    """Return a function that opens a dialog: one that was defined, or of a module."""
    if name in run.home.dialogs:
        return run.home.dialogs[name].opens
    parts = name.split(".")
    for end in range(len(parts) - 1, 0, -1):
        module = sys.modules.get(".".join(parts[:end]))
        if module is not None and parts[0] != "__main__":
            found: Any = module
            for part in parts[end:]:
                found = getattr(found, part, None)
            return found if callable(found) else None
    return None


def _new_scope(run: Run, name: str) -> str:
    """Return the id of a dialog that is about to be opened.

    Raises:
        StreamlitInvalidLayoutContextError: If another one is open, or it would lie in one.
    """
    if any(part.startswith(PREFIX) for part in run.scope.split("/")):
        raise StreamlitInvalidLayoutContextError(
            f"dialog: one cannot be opened from inside of another, got {name!r} in it:"
            " call st.rerun() to close the first, and open the other in the run that follows"
        )
    if run.own.dialog:
        raise StreamlitInvalidLayoutContextError(
            f"dialog: a run can open one, got {name!r} as another: call only one of them"
        )
    own = PREFIX + name.replace("/", "%2F")
    run.own.dialog = f"{run.scope}/{own}" if run.scope else own
    return run.own.dialog


def _node_id(run: Run, scope: str) -> str:
    """Return the id of the container of a dialog, whose value is whether it is open."""
    return f"{run.page}part:{scope}"


def _note(run: Run, open: Open) -> None:
    """Remember what is open."""
    run.state.entries.set_value(OPEN, tuple(open))
