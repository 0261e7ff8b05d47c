"""Watching: notices when the script, or a module of the app that it imported, changes on disk."""

import asyncio
import importlib
import importlib.util
import os
import sys
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from ostinato.run.blame import Blame

NOT_OF_THE_APP = frozenset({"site-packages", "dist-packages", "node_modules", ".venv", "venv"})
"""Folders whose modules are not the app's own, even if they lie below the script's folder."""

_PACKAGE = __name__.partition(".")[0]
_STANDARD_LIBRARY = os.path.join(os.path.dirname(os.__file__), "")


async def watch(
    paths_of: Callable[[], set[Path]],
    on_change: Callable[[set[Path]], None],
    *,
    blame: Blame | None = None,
    is_polling: bool = False,
) -> None:
    """Call `on_change` with the files that changed, until cancelled.

    Args:
        paths_of: Gives the files to watch; asked again about every second, since each run may
            import more of them.
        on_change: Is told which files have new content, once for a burst of changes.
        blame: Knows of more: files that failed, or were missed. Who mends one at once, or makes a
            folder for it, does so before it is watched; so these are compared as well.
        is_polling: Compare the files now and then, where the system tells of no changes.
    """
    from watchfiles import awatch  # noqa: PLC0415  # only where files are watched

    blame = blame or Blame(Path())
    while True:
        # Editors replace files when they save: only a watch on the folder sees that.
        folders = _folders(paths_of() | blame.files)
        if not folders:
            await asyncio.sleep(1)
            continue
        async for changes in awatch(
            *folders,
            watch_filter=None,
            recursive=False,
            rust_timeout=1000,
            yield_on_timeout=True,
            force_polling=is_polling or None,
        ):
            paths = paths_of() | blame.files
            touched = {Path(name) for _, name in changes}
            changed = {path for path in paths if path.resolve() in touched and path.exists()}
            if changed := changed | blame.changed():
                blame.forget()
                on_change(changed)
            if _folders(paths) != folders:
                break


def app_modules(folder: Path) -> dict[str, Path]:
    """Give the imported modules whose files lie below `folder` and belong to the app."""
    prefixes = tuple({os.path.join(each, "") for each in (folder.absolute(), folder.resolve())})
    found = {}
    for name, module in list(sys.modules.items()):
        # Not `module.__file__`: some modules import half the world when asked for what they lack.
        file = getattr(module, "__dict__", {}).get("__file__")
        if isinstance(file, str) and file.startswith(prefixes) and _is_of_app(name, file, prefixes):
            found[name] = Path(file)
    return found


def stale_modules(changed: Collection[Path], modules: Mapping[str, Path]) -> set[str]:
    """Give the names of the modules to import anew after these files have changed.

    Once one module of the app has changed, all are stale: any other may hold what it took from
    the changed one.
    """
    return set(modules) if not set(modules.values()).isdisjoint(changed) else set()


def forget_modules(changed: Collection[Path], folder: Path) -> None:
    """Make the next run import the app's modules anew if one of them is among `changed`."""
    modules = app_modules(folder)
    for name in stale_modules(changed, modules):
        sys.modules.pop(name, None)
    for path in changed:
        # Compiled code is taken for fresh if size and second of its source match.
        Path(importlib.util.cache_from_source(path)).unlink(missing_ok=True)
    importlib.invalidate_caches()


def _is_of_app(name: str, file: str, prefixes: Collection[str]) -> bool:
    if name == "__main__" or name.partition(".")[0] == _PACKAGE:
        return False
    below = next(file.removeprefix(prefix) for prefix in prefixes if file.startswith(prefix))
    is_foreign = not NOT_OF_THE_APP.isdisjoint(Path(below).parts)
    return not is_foreign and not file.startswith(_STANDARD_LIBRARY)


def _folders(paths: set[Path]) -> set[Path]:
    return {folder for path in paths if (folder := path.resolve().parent).is_dir()}
