"""Control: how a script ends itself, or is ended."""

from collections.abc import Sequence
from typing import NoReturn

from ostinato.errors import (
    StreamlitAPIException,
    StreamlitInvalidLayoutContextError,
    StreamlitValueError,
)
from ostinato.run.bare import is_in_child
from ostinato.run.ends import EndOfRun, Rerun, Stopped
from ostinato.run.run import Run, running
from ostinato.run.scope import PAGE
from ostinato.state.widget import is_within


def rerun(scope: str | Sequence[str] = "app") -> NoReturn:
    """Run the script again, at once, from the top.

    In a callback, all callbacks of the event are called first.

    Args:
        scope: What to rerun: "app", "fragment" in a run of a fragment alone, or, in a callback, the
            keys of fragments, which run in place of all else.

    Raises:
        StreamlitAPIException: If keys are passed outside of a callback, or no fragment has them.
        StreamlitInvalidLayoutContextError: If no fragment runs alone, and "fragment" is asked for.
        StreamlitValueError: If it is none of these.

    Example:
        >>> if st.button("Clear"):
        ...     st.session_state.clear()
        ...     st.rerun()
    """
    if isinstance(scope, str) and scope == "app":
        _end(Rerun())
    run = running.get(None)
    if run is None:
        _end(Stopped())
    if isinstance(scope, str) and scope == "fragment":
        if run.has_begun and run.parts is None and _is_used(run):
            # Somebody has used it, and the page was due as well, as after a crash: so both are.
            _end(Rerun(PAGE, run.scope))
        if run.parts is None or not run.has_begun:
            raise StreamlitInvalidLayoutContextError(
                "rerun: only a fragment that runs alone can be run again alone, got"
                ' scope="fragment" in a run of the whole page, or outside of a fragment: use'
                " st.rerun(), or call it only once somebody has used the fragment"
            )
        _end(Rerun(run.scope))
    _end(Rerun(*_scopes_of(run, scope)))


def _is_used(run: Run) -> bool:
    """Return whether what a person did before this run is of the part of the page that it draws."""
    return bool(run.scope) and any(is_within(each, [run.scope]) for each in run.own.used)


def _scopes_of(run: Run, scope: object) -> list[str]:
    """Return the parts of the page whose keys a callback has named."""
    keys = [scope] if isinstance(scope, str) else scope
    if not isinstance(keys, list | tuple | set | frozenset) or not keys:
        raise StreamlitValueError(
            f'rerun: scope must be "app", "fragment" or keys of fragments, got scope={scope!r}'
        )
    if run.has_begun:
        raise StreamlitAPIException(
            f"rerun: only a callback can name fragments by their keys, got scope={scope!r}:"
            ' use scope="fragment" in the fragment itself, or st.rerun()'
        )
    known = run.home.scopes
    found = {key: [id for id in known if known[id].key == str(key)] for key in keys}
    for key, ids in found.items():
        if not ids and run.home.whole != run.state.entries.page:
            # It is yet to be drawn, as after a crash: all of the page is.
            return [PAGE]
        if not ids:
            raise StreamlitAPIException(
                f"rerun: no fragment on the page has this key, got scope={key!r}: pass the same to"
                " @st.fragment(key=...), and call that in the script"
            )
    return [id for ids in found.values() for id in ids]


def stop() -> NoReturn:
    """End the run here: what the script would have drawn below goes from the page.

    Example:
        >>> if not name:
        ...     st.warning("Please enter a name")
        ...     st.stop()
    """
    _end(Stopped())


def _end(how: EndOfRun) -> NoReturn:
    # Run as a plain Python script, in a thread beside it, or in a process that it has started,
    # there is nothing else to end.
    has_run = running.get(None) is not None and not is_in_child()
    raise how if has_run else SystemExit
