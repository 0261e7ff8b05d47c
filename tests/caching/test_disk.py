import errno
import os
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ostinato.caching.cache import Cache, Settings
from ostinato.caching.caches import FunctionVersion
from ostinato.caching.disk import DAY, Disk
from ostinato.caching.making import Maker
from ostinato.config import Config
from ostinato.server.storage import open_disk
from ostinato.state.signing import KeyRing
from ostinato.stores.factory import secret_of

WHO = FunctionVersion("/somewhere/app.py", "__main__.load", "abc")


def cache_at(folder: Path, secret: str = "secret") -> Cache:
    cache = Cache("load", Settings(is_persistent=True))
    cache.backing = Disk(folder, KeyRing([secret])).of(WHO)
    return cache


def ask(cache: Cache, key: bytes, make: Callable[[], Any]) -> Any:
    maker = Maker(threading.get_ident(), lambda: True)
    return cache.obtain(key, lambda: (make(), None), maker, lambda making: None).value


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_k07_what_is_on_disk_is_found_by_another_process(tmp_path: Path) -> None:
    value = {"a": np.arange(1000.0), "b": [1]}
    ask(cache_at(tmp_path), b"a", lambda: value)
    found: Any = ask(cache_at(tmp_path), b"a", lambda: None)
    assert found["a"].tolist() == value["a"].tolist()
    found["a"][0], found["b"][0] = 9, 9
    assert ask(cache_at(tmp_path), b"a", lambda: None)["b"] == [1]


def test_k07_what_one_process_clears_is_gone_for_all(tmp_path: Path) -> None:
    one, other = cache_at(tmp_path), cache_at(tmp_path)
    assert [ask(one, b"a", lambda: 1), ask(other, b"a", lambda: 2)] == [1, 1]
    one.clear(b"a")
    assert ask(other, b"a", lambda: 2) == 2
    one.clear()
    assert files(tmp_path) == []
    assert ask(other, b"a", lambda: 3) == 3


@pytest.mark.parametrize("everything", ["the key", "the function", "all functions"])
def test_k04_what_another_process_clears_while_it_is_made_is_not_kept(
    tmp_path: Path, everything: str
) -> None:
    one, other = cache_at(tmp_path), cache_at(tmp_path)

    def make() -> int:
        if everything == "all functions":
            Disk(tmp_path, KeyRing(["secret"])).clear()
        else:
            other.clear(b"a" if everything == "the key" else None)
        return 1

    assert ask(one, b"a", make) == 1
    assert files(tmp_path) == []
    assert [ask(other, b"a", lambda: 2), ask(one, b"a", lambda: 3)] == [2, 2]


def test_k04_a_clear_of_one_result_leaves_others_that_are_made_meanwhile(tmp_path: Path) -> None:
    one, other = cache_at(tmp_path), cache_at(tmp_path)

    def make() -> int:
        other.clear(b"b")
        return 1

    assert ask(one, b"a", make) == 1
    assert ask(other, b"a", lambda: 2) == 1


def test_k07_what_another_process_clears_and_makes_again_is_read_again(tmp_path: Path) -> None:
    one, other = cache_at(tmp_path), cache_at(tmp_path)
    assert ask(one, b"a", lambda: 1) == 1
    other.clear()
    assert ask(other, b"a", lambda: 2) == 2
    assert ask(one, b"a", lambda: 3) == 2


def test_k07_after_a_clear_while_something_is_written_nothing_is_thought_to_be_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = cache_at(tmp_path), cache_at(tmp_path)
    assert ask(one, b"b", lambda: 1) == 1
    replace = os.replace

    def clear_and_replace(source: Path, target: Path) -> None:
        other.clear()
        replace(source, target)

    monkeypatch.setattr(os, "replace", clear_and_replace)
    assert ask(one, b"a", lambda: 1) == 1
    monkeypatch.undo()
    assert [ask(one, b"b", lambda: 2), ask(one, b"a", lambda: 2)] == [2, 2]


def test_k07_a_call_that_fails_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        ask(cache_at(tmp_path), b"a", lambda: 1 / 0)
    assert files(tmp_path) == []


def test_k07_what_cannot_be_written_is_in_memory_beside_what_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ask(cache_at(tmp_path, "another"), b"a", lambda: 1) == 1
    cache = cache_at(tmp_path)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert [ask(cache, b"a", lambda: 2), ask(cache, b"a", lambda: 3)] == [2, 2]


def age(path: Path, days: float) -> None:
    then = time.time() - days * DAY
    os.utime(path, (then, then))


def test_k07_a_server_removes_what_nobody_has_used_for_long(tmp_path: Path) -> None:
    folder = tmp_path / ".ostinato" / "cache"
    disk = Disk(folder, KeyRing([secret_of(tmp_path)]))
    for name in ("edited", "used"):
        cache = Cache(name, Settings(is_persistent=True))
        cache.backing = disk.of(FunctionVersion("app.py", name, "abc"))
        ask(cache, b"a", lambda: 1)
    edited, used = (next(folder.glob(f"{name}-*")) for name in ("edited", "used"))
    age(edited, 31)
    age(used, 31)
    # To find something is to use it, though that writes nothing.
    again = Cache("used", Settings(is_persistent=True))
    again.backing = disk.of(FunctionVersion("app.py", "used", "abc"))
    assert ask(again, b"a", lambda: 2) == 1
    assert open_disk(Config(), tmp_path) is not None
    assert (edited.exists(), used.exists()) == (False, True)
    assert ask(again, b"a", lambda: 2) == 1


def test_k07_a_sweep_removes_what_was_begun_by_those_who_were_killed(tmp_path: Path) -> None:
    cache = cache_at(tmp_path)
    assert ask(cache, b"a", lambda: 1) == 1
    (folder,) = tmp_path.iterdir()
    (tmp_path / ".gone-1234").mkdir()
    for name, days in (("62.1.draft", 2), ("63.1.draft", 0), ("tmpabc", 2)):
        (folder / name).touch()
        age(folder / name, days)
    age(folder / f"{b'a'.hex()}.entry", 40)
    Disk(tmp_path, KeyRing(["secret"])).sweep()
    assert [path.name for path in tmp_path.iterdir()] == [folder.name]
    assert sorted(path.name for path in folder.iterdir()) == ["61.entry", "63.1.draft"]


@pytest.mark.parametrize("change", ["flip", "cut", "other key", "other secret"])
def test_k07_what_does_not_verify_is_never_decoded(
    tmp_path: Path, change: str, caplog: pytest.LogCaptureFixture
) -> None:
    first = cache_at(tmp_path)
    ask(first, b"a", lambda: Trap(tmp_path / "sprung"))
    ask(first, b"b", lambda: 2)
    (path,) = (path for path in files(tmp_path) if path.stem == b"a".hex())
    content = path.read_bytes()
    if change == "flip":
        path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    elif change == "cut":
        path.write_bytes(content[: len(content) // 2])
    elif change == "other key":
        path.with_stem(b"b".hex()).rename(path)
    secret = "another" if change == "other secret" else "secret"
    assert ask(cache_at(tmp_path, secret), b"a", lambda: 1) == 1
    assert not (tmp_path / "sprung").exists()
    assert "not read, since" in caplog.text


def test_k07_what_is_not_there_is_looked_for_and_warned_of_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    assert ask(cache_at(tmp_path, "another"), b"a", lambda: 1) == 1
    cache, looks = cache_at(tmp_path), []
    find = Cache.find

    def look(self: Cache, key: bytes) -> Any:
        looks.append(key)
        return find(self, key)

    monkeypatch.setattr(Cache, "find", look)
    # As a cached function asks.
    assert cache.find(b"a") is None
    assert ask(cache, b"a", lambda: 2) == 2
    # Once more when it is known that nobody else makes it.
    assert len(looks) == 2
    assert caplog.text.count("not read, since") == 1


def test_k07_a_value_is_pickled_once(tmp_path: Path) -> None:
    Counted.pickled = 0
    assert isinstance(ask(cache_at(tmp_path), b"a", Counted), Counted)
    assert Counted.pickled == 1
    assert isinstance(ask(cache_at(tmp_path), b"a", lambda: None), Counted)


class Counted:
    pickled = 0

    def __reduce__(self) -> Any:
        type(self).pickled += 1
        return Counted, ()


class Trap:
    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> Any:
        return Path.touch, (self.path,)


def test_k07_a_folder_that_cannot_be_written_leaves_memory(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("")
    cache = cache_at(tmp_path / "file")
    assert [ask(cache, b"a", lambda: 1), ask(cache, b"a", lambda: 2)] == [1, 1]
    assert "not written, since" in caplog.text


def test_k07_two_processes_share_what_one_has_made_and_a_kill_leaves_it(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        textwrap.dedent(
            """
            import os, signal, sys
            import ostinato as st

            @st.cache_data(persist="disk", show_spinner=False)
            def load(x):
                return [x, sys.argv[1]]

            print(load(1), flush=True)
            if sys.argv[1] == "first":
                os.kill(os.getpid(), signal.SIGKILL)
            """
        )
    )

    def run(name: str) -> str:
        done = subprocess.run(
            [sys.executable, script, name], capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    assert run("first") == run("second") == "[1, 'first']"
    for path in files(tmp_path / ".ostinato" / "cache"):
        assert path.stat().st_mode & 0o077 == 0
        path.write_bytes(b"forged")
    assert run("third") == "[1, 'third']"
