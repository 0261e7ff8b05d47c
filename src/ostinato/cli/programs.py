"""Programs: files that make an `App` of a script, and are served like one."""

import ast
import logging
import runpy
import sys
from collections.abc import Iterator
from pathlib import Path

from ostinato.compat import NAME, as_streamlit
from ostinato.errors import Error
from ostinato.run.traceback import Failure
from ostinato.server.app import App, made_in

logger = logging.getLogger("ostinato")

PACKAGES = ("ostinato", NAME)


def makes_app(script: Path) -> bool:
    """Return whether a file makes an `App` and gives it a name, at its top level.

    It is not run to find out: a script would draw.
    """
    try:
        tree = ast.parse(script.read_bytes())
    except (OSError, SyntaxError, ValueError, RecursionError):
        # Whoever runs it says what is wrong with it.
        return False
    makers = set(_makers(tree))
    return bool(makers) and any(
        isinstance(each, ast.Assign | ast.AnnAssign)
        and isinstance(each.value, ast.Call)
        and ast.unparse(each.value.func) in makers
        for each in tree.body
    )


def app_made_by(script: Path) -> App:
    """Run a file that makes an `App`, and return it: "app" if there are several.

    Raises:
        SystemExit: If the file fails; the log says why.
        Error: If the app says so.
    """
    sys.path.insert(0, str(script.parent))
    made_in.set(script.parent)
    # It stays ours: what the file has imported is used by its functions later.
    as_streamlit.__enter__()
    try:
        names = runpy.run_path(str(script), run_name=script.stem)
    except Error:
        raise
    except Exception as error:  # noqa: BLE001  (a user's file may raise anything)
        logger.error("%s failed before it had made an app\n%s", script.name, Failure(error))
        raise SystemExit(1) from None
    apps = {name: each for name, each in names.items() if isinstance(each, App)}
    return apps.get("app") or next(iter(apps.values()))


def _makers(tree: ast.Module) -> Iterator[str]:
    """Yield what a module calls `App`."""
    for each in tree.body:
        if isinstance(each, ast.Import):
            for one in each.names:
                if one.name in PACKAGES:
                    yield f"{one.asname or one.name}.App"
        elif isinstance(each, ast.ImportFrom) and each.module in PACKAGES:
            yield from (one.asname or one.name for one in each.names if one.name == "App")
