import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ostinato.caching.cache import Cache, Settings
from ostinato.caching.caches import FunctionVersion
from ostinato.caching.disk import Disk
from ostinato.caching.making import Maker
from ostinato.state.signing import KeyRing

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
