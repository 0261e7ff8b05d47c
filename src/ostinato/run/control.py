"""Control: how a script ends itself, or is ended."""

from typing import Literal, NoReturn

from ostinato.errors import StreamlitValueError
from ostinato.run.bare import is_in_child
from ostinato.run.ends import EndOfRun, Rerun, Stopped
from ostinato.run.run import running


def rerun(scope: Literal["app", "fragment"] = "app") -> NoReturn:
    """Run the script again, at once, from the top.

    In a callback, all callbacks of the event are called first.

    Args:
        scope: What to rerun. Only `"app"` exists so far.

    Raises:
        StreamlitValueError: If there is no such scope.

    Differs:
        scope: "fragment" is not there yet.

    Example:
        >>> if st.button("Clear"):
        ...     st.session_state.clear()
        ...     st.rerun()
    """
    if scope != "app":
        raise StreamlitValueError(
            f'rerun: there are no fragments yet, got scope={scope!r}: use scope="app"'
        )
    _end(Rerun)


def stop() -> NoReturn:
    """End the run here: what the script would have drawn below goes from the page.

    Example:
        >>> if not name:
        ...     st.warning("Please enter a name")
        ...     st.stop()
    """
    _end(Stopped)


def _end(how: type[EndOfRun]) -> NoReturn:
    # Run as a plain Python script, in a thread beside it, or in a process that it has started,
    # there is nothing else to end.
    has_run = running.get(None) is not None and not is_in_child()
    raise how if has_run else SystemExit
