"""Scripts: which one a path on the command line means."""

import re
from difflib import get_close_matches
from pathlib import Path

from ostinato.cli.failure import Failure, meant

STREAMLIT_SCRIPT = "streamlit_app.py"
"""The script that is run when a folder is given."""

MOST_NAMED = 10
"""Scripts of a folder that are named, if none was given."""


def find_script(given: str, command: str = "run") -> Path:
    """Find the script that is to be served.

    Args:
        given: What was written.
        command: After which command.

    Raises:
        Failure: If there is none, or it cannot be read.
    """
    if re.match(r"https?://", given):
        raise Failure(
            f"ostinato {command}: addresses are not supported, got {given!r}: give a file"
        )
    path = Path(given)
    try:
        path = _script_at(path, command)
    except OSError as error:
        raise Failure(
            f"ostinato {command}: the script must be readable, got {given!r} ({error.strerror})"
        ) from None
    if path.suffix != ".py":
        raise Failure(f"ostinato {command}: a script must end in .py, got {given!r}")
    return path.resolve()


def only_script(folder: Path) -> Path | None:
    """Return the script of a folder, if it is clear which one it is."""
    usual = folder / STREAMLIT_SCRIPT
    scripts = [usual] if usual.is_file() else list(folder.glob("*.py"))
    return scripts[0].resolve() if len(scripts) == 1 else None


def _script_at(path: Path, command: str) -> Path:
    if path.is_dir():
        script = path / STREAMLIT_SCRIPT
        if not script.is_file():
            raise Failure(_no_script(path, command))
        path = script
    if not path.is_file():
        near = nearest_script(path)
        advice = meant(command, near) if near else "give the path of a script"
        raise Failure(f"ostinato {command}: no such file, got {str(path)!r}: {advice}")
    path.open().close()
    return path


def _no_script(folder: Path, command: str) -> str:
    scripts = sorted(str(script) for script in folder.glob("*.py"))
    some = ", ".join(scripts[:MOST_NAMED]) + (", ..." if len(scripts) > MOST_NAMED else "")
    advice = f"give one of {some}" if len(scripts) > 1 else f"give {some or 'the path of one'}"
    which = "this folder" if folder == Path() else f"{str(folder)!r}"
    return (
        f"ostinato {command}: the script is missing, and {which} has no {STREAMLIT_SCRIPT}: "
        f"{advice}"
    )


def nearest_script(path: Path) -> str | None:
    """Find the script that a path names, or nearly names."""
    scripts = {script.stem: script for script in path.parent.glob("*.py")}
    near = get_close_matches(path.name.removesuffix(".py"), scripts, n=1)
    return str(scripts[near[0]]) if near else None
