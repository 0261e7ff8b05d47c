"""Watching: notices when the script, or a module of the app that it imported, changes on disk."""

import asyncio
import importlib
import importlib.util
import logging
import os
import platform
import sys
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from ostinato.run.blame import Blame
from ostinato.server.inotify import Inotify
from ostinato.tasks import begin

logger = logging.getLogger("ostinato")

LOOK_EVERY = 1.0
"""Seconds between two looks at what else is to be watched."""

BURST = 0.05
"""Seconds in which changes are taken for one."""

NOT_OF_THE_APP = frozenset({"site-packages", "dist-packages", "node_modules", ".venv", "venv"})
"""Folders whose modules are not the app's own, even if they lie below the script's folder."""

_PACKAGE = __name__.partition(".")[0]
_STANDARD_LIBRARY = os.path.join(os.path.dirname(os.__file__), "")


class Work(NamedTuple):
    """Whether scripts run: an event that is set when one begins, and a question."""

    begun: asyncio.Event
    is_busy: Callable[[], bool]


async def watch(
    paths_of: Callable[[], set[Path]],
    on_change: Callable[[set[Path]], None],
    work: Work,
    *,
    may_go: Callable[[], set[Path]] = set,
    blame: Blame | None = None,
    is_polling: bool = False,
) -> None:
    """Call `on_change` with the files that changed, until cancelled.

    Args:
        paths_of: Returns the files to watch; asked again about every second while scripts run,
            since each run may import more of them.
        on_change: Is told which files have new content, once for a burst of changes.
        work: Says when scripts run.
        may_go: Returns those of the files that need not be there: it is news, too, when one goes.
        blame: Knows of more: files that failed, or were missed. Whoever mends one at once, or makes
            a folder for it, does so before it is watched; so these are compared as well.
        is_polling: Compare the files now and then, where the system tells of no changes.
    """
    blame = blame or Blame(Path())

    def folders_of() -> set[Path]:
        # Editors replace files when they save: only a watch on the folder sees that.
        return {_folder(path) for path in paths_of() | blame.files}

    async for touched in _touched(folders_of, work, is_polling=is_polling):
        among = {path for path in paths_of() | blame.files if _is_among(path, touched)}
        changed = {path for path in among if path.exists()} | (among & may_go())
        if changed := changed | blame.changed():
            blame.forget()
            on_change(changed)


async def _touched(
    folders_of: Callable[[], set[Path]], work: Work, *, is_polling: bool
) -> AsyncIterator[set[Path]]:
    """Yield what was touched in the folders, and nothing whenever something else may be news."""
    if sys.platform == "linux" and not is_polling and "microsoft" not in platform.release().lower():
        try:
            with Inotify() as system:
                async for touched in _told(system, folders_of, work):
                    yield touched
        except OSError as error:
            logger.warning("watch: the system does not tell of changes (%s): looked for", error)
    async for touched in _looked_for(folders_of, is_polling=is_polling):
        yield touched


async def _told(
    system: Inotify, folders_of: Callable[[], set[Path]], work: Work
) -> AsyncIterator[set[Path]]:
    loop = asyncio.get_running_loop()
    touched, news = set[Path](), asyncio.Event()

    def hear() -> None:
        touched.update(system.read())
        news.set()

    async def look_while_busy() -> None:
        while True:
            await work.begun.wait()
            work.begun.clear()
            is_busy = True
            while is_busy:
                await asyncio.sleep(LOOK_EVERY)
                is_busy = work.is_busy()
                news.set()

    loop.add_reader(system.number, hear)
    looking = begin(look_while_busy, "watch")
    try:
        while True:
            while system.watch(folders_of()):
                hear()
            news.clear()
            yield touched
            touched.clear()
            await news.wait()
            if touched:
                await asyncio.sleep(BURST)
    finally:
        looking.cancel()
        loop.remove_reader(system.number)


async def _looked_for(
    folders_of: Callable[[], set[Path]], *, is_polling: bool
) -> AsyncIterator[set[Path]]:
    from watchfiles import awatch  # noqa: PLC0415  # only where files are looked for

    while True:
        folders = folders_of()
        async for changes in awatch(
            *folders,
            watch_filter=None,
            recursive=False,
            rust_timeout=int(1000 * LOOK_EVERY),
            yield_on_timeout=True,
            force_polling=is_polling or None,
        ):
            yield {Path(name) for _, name in changes}
            if folders_of() != folders:
                break


def app_modules(folder: Path) -> dict[str, Path]:
    """Return the imported modules whose files lie below `folder` and belong to the app."""
    prefixes = tuple({os.path.join(each, "") for each in (folder.absolute(), folder.resolve())})
    found = {}
    for name, module in sys.modules.copy().items():
        # Not `module.__file__`: some modules import half the world when asked for what they lack.
        file = getattr(module, "__dict__", {}).get("__file__")
        if isinstance(file, str) and file.startswith(prefixes) and _is_of_app(name, file, prefixes):
            found[name] = Path(file)
    return found


def stale_modules(changed: Collection[Path], modules: Mapping[str, Path]) -> set[str]:
    """Return the names of the modules to import again after these files have changed.

    Once one module of the app has changed, all are stale: any other may hold what it took from
    the changed one.
    """
    return set(modules) if not set(modules.values()).isdisjoint(changed) else set()


def forget_modules(changed: Collection[Path], folder: Path) -> None:
    """Make the next run import the app's modules again if one of them is among `changed`."""
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


def _folder(path: Path) -> Path:
    """Return the folder that a file is in, or that is there of it."""
    return next(folder for folder in path.resolve().parents if folder.is_dir())


def _is_among(path: Path, touched: set[Path]) -> bool:
    """Return whether a file was touched, or a folder that it is in."""
    resolved = path.resolve()
    return not touched.isdisjoint({resolved, *resolved.parents})
