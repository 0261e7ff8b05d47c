import asyncio
import gc
import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

import ostinato
from ostinato.run.blame import Blame
from ostinato.server.inotify import Inotify
from ostinato.server.watch import Work, app_modules, forget_modules, stale_modules, watch


class Changes:
    """Collects what `watch` reports, and lets a test wait for it."""

    def __init__(self) -> None:
        self.seen: asyncio.Queue[set[Path]] = asyncio.Queue()

    async def next(self) -> set[Path]:
        return await asyncio.wait_for(self.seen.get(), 20)


async def change_until_noticed(path: Path, changes: Changes) -> set[Path]:
    """Change `path` again and again: the watch may not have begun at the first time."""
    for number in range(100):
        path.write_text(f"# {number}")
        try:
            return await asyncio.wait_for(changes.seen.get(), 0.3)
        except TimeoutError:
            continue
    raise AssertionError("no change was noticed")


def idle() -> Work:
    """No script runs."""
    return Work(asyncio.Event(), lambda: False)


async def settled(changes: Changes) -> None:
    """Wait for the end of a burst of changes."""
    while True:
        try:
            await asyncio.wait_for(changes.seen.get(), 0.5)
        except TimeoutError:
            return


@pytest.mark.parametrize("is_polling", [False, True])
def test_a_change_of_a_watched_file_is_reported_and_no_other(tmp_path, is_polling):
    script, other = tmp_path / "app.py", tmp_path / "other.py"
    script.write_text("")

    async def scenario() -> None:
        changes = Changes()
        task = asyncio.create_task(
            watch(lambda: {script}, changes.seen.put_nowait, idle(), is_polling=is_polling)
        )
        assert await change_until_noticed(script, changes) == {script}
        other.write_text("# not watched")
        await settled(changes)
        replacement = tmp_path / "app.py.tmp"
        replacement.write_text("# as an editor saves")
        # Polling tells times apart by the second.
        os.utime(replacement, (2e9, 2e9))
        os.replace(replacement, script)
        assert await changes.next() == {script}
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(scenario())


def test_files_that_are_imported_later_are_watched_too(tmp_path):
    script, module = tmp_path / "app.py", tmp_path / "parts/module.py"
    module.parent.mkdir()
    script.write_text("")
    module.write_text("")

    async def scenario() -> None:
        changes, watched = Changes(), {script}
        work = idle()
        task = asyncio.create_task(watch(lambda: set(watched), changes.seen.put_nowait, work))
        await change_until_noticed(script, changes)
        await settled(changes)
        work.begun.set()
        watched.add(module)
        assert await change_until_noticed(module, changes) == {module}
        task.cancel()

    asyncio.run(scenario())


def test_what_a_long_run_imports_is_watched_while_it_goes_on(tmp_path):
    script, module = tmp_path / "app.py", tmp_path / "parts/module.py"
    module.parent.mkdir()
    script.write_text("")
    module.write_text("")

    async def scenario() -> None:
        changes, watched = Changes(), {script}
        work = Work(asyncio.Event(), lambda: True)
        task = asyncio.create_task(watch(lambda: set(watched), changes.seen.put_nowait, work))
        work.begun.set()
        await change_until_noticed(script, changes)
        watched.add(module)
        await settled(changes)
        assert await change_until_noticed(module, changes) == {module}
        task.cancel()

    asyncio.run(scenario())


def test_a_folder_that_is_put_back_has_changed_files(tmp_path):
    script, module = tmp_path / "app.py", tmp_path / "a/b/module.py"
    module.parent.mkdir(parents=True)
    script.write_text("")
    module.write_text("")

    async def scenario() -> None:
        changes = Changes()
        task = asyncio.create_task(watch(lambda: {script, module}, changes.seen.put_nowait, idle()))
        await change_until_noticed(script, changes)
        await settled(changes)
        (tmp_path / "a").rename(tmp_path / "away")
        (tmp_path / "away").rename(tmp_path / "a")
        assert await changes.next() == {module}
        assert await change_until_noticed(module, changes) == {module}
        task.cancel()

    asyncio.run(scenario())


def test_a_system_that_tells_of_no_changes_has_them_looked_for(tmp_path, monkeypatch, caplog):
    script = tmp_path / "app.py"
    script.write_text("")

    def refuse(self: Inotify) -> None:
        raise OSError(24, "too many open files")

    monkeypatch.setattr(Inotify, "__init__", refuse)

    async def scenario() -> None:
        changes = Changes()
        task = asyncio.create_task(watch(lambda: {script}, changes.seen.put_nowait, idle()))
        assert await change_until_noticed(script, changes) == {script}
        task.cancel()

    asyncio.run(scenario())
    assert ("too many open files" in caplog.text) is (sys.platform == "linux")


@pytest.mark.parametrize("is_polling", [False, True])
def test_a_file_that_need_not_be_there_is_news_when_it_goes(tmp_path, is_polling):
    script, options = tmp_path / "app.py", tmp_path / "config.toml"
    options.write_text("")

    async def scenario() -> None:
        changes = Changes()
        task = asyncio.create_task(
            watch(
                lambda: {script, options},
                changes.seen.put_nowait,
                idle(),
                may_go=lambda: {options},
                is_polling=is_polling,
            )
        )
        assert await change_until_noticed(script, changes) == {script}
        await settled(changes)
        script.unlink()
        options.unlink()
        assert await changes.next() == {options}
        task.cancel()

    asyncio.run(scenario())


def test_a_watch_survives_the_loss_of_the_folder(tmp_path):
    script = tmp_path / "app/app.py"

    async def scenario() -> None:
        changes = Changes()
        task = asyncio.create_task(watch(lambda: {script}, changes.seen.put_nowait, idle()))
        await asyncio.sleep(0)
        script.parent.mkdir()
        assert await change_until_noticed(script, changes) == {script}
        task.cancel()

    asyncio.run(scenario())


@pytest.fixture
def app(tmp_path, monkeypatch):
    """An app of three modules, one of a virtual environment below it, all imported."""
    files = {
        "kitchen_first.py": "from kitchen.stove import heat",
        "kitchen/__init__.py": "",
        "kitchen/stove.py": "heat = 1",
        ".venv/lib/kitchen_foreign.py": "",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.syspath_prepend(tmp_path / ".venv/lib")
    importlib.import_module("kitchen_first")
    importlib.import_module("kitchen_foreign")
    yield tmp_path
    for name in [name for name in sys.modules if name.startswith("kitchen")]:
        del sys.modules[name]


def test_modules_of_the_app_are_those_below_its_folder(app):
    assert app_modules(app) == {
        "kitchen_first": app / "kitchen_first.py",
        "kitchen": app / "kitchen/__init__.py",
        "kitchen.stove": app / "kitchen/stove.py",
    }


def test_what_is_imported_meanwhile_does_no_harm(app, monkeypatch):
    def import_another(phase, info):
        # As another thread would, which goes on while memory is tidied up.
        if phase == "start":
            monkeypatch.setitem(sys.modules, f"kitchen_{len(sys.modules)}", app)

    threshold = gc.get_threshold()
    gc.callbacks.append(import_another)
    gc.set_threshold(50)
    try:
        assert len(app_modules(app)) == 3
    finally:
        gc.set_threshold(*threshold)
        gc.callbacks.remove(import_another)


def test_this_package_and_the_standard_library_are_never_modules_of_an_app():
    assert not any(
        name.startswith("ostinato") for name in app_modules(Path(ostinato.__file__).parent)
    )
    assert "asyncio" not in app_modules(Path(asyncio.__file__).parent.parent)


def test_one_changed_module_makes_all_of_the_app_stale():
    modules = {"a": Path("/app/a.py"), "b": Path("/app/b.py")}
    assert stale_modules({Path("/app/b.py")}, modules) == {"a", "b"}
    assert stale_modules({Path("/app/app.py")}, modules) == set()


def test_forgotten_modules_are_imported_anew_even_within_the_same_second(app):
    stove = app / "kitchen/stove.py"
    stamp = stove.stat()
    stove.write_text("heat = 2")
    os.utime(stove, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    forget_modules({stove}, app)
    assert "kitchen_foreign" in sys.modules
    assert importlib.import_module("kitchen_first").heat == 2


def test_nothing_is_forgotten_when_only_the_script_changed(app):
    before = importlib.import_module("kitchen.stove")
    forget_modules({app / "app.py"}, app)
    assert importlib.import_module("kitchen.stove") is before


def test_the_watcher_is_loaded_only_when_it_watches():
    code = "import sys, ostinato.server.watch; sys.exit('watchfiles' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_r08_what_a_failure_has_missed_is_noticed_though_its_folder_was_not_there(tmp_path):
    script, blame = tmp_path / "app.py", Blame(tmp_path)
    script.write_text("")

    async def scenario() -> None:
        changes = Changes()
        task = asyncio.create_task(
            watch(lambda: {script}, changes.seen.put_nowait, idle(), blame=blame)
        )
        await change_until_noticed(script, changes)
        await settled(changes)
        blame.note(ModuleNotFoundError("No module named 'made'", name="made.later"))
        (tmp_path / "made").mkdir()
        (tmp_path / "made/later.py").write_text("# here")
        assert await changes.next() == {tmp_path / "made/later.py"}
        assert blame.files == set()
        task.cancel()

    asyncio.run(scenario())
