"""Several processes share the file; some are killed, and some find the disk full."""

import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from stores.places import LONG, SqlitePlace

PRELUDE = """
import asyncio, resource, signal, sys, time
from pathlib import Path
from ostinato.errors import StoreError
from ostinato.stores.sqlite import SqliteStore
from ostinato.stores.store import Fenced, Save
store = SqliteStore(Path(sys.argv[1]), lambda: 1000.0)
name = sys.argv[2]
def say(*words):
    print(*words, flush=True)
"""
SAVE_FOR_EVER = """
async def main():
    claim = (await store.claim(name, 1000)).claim
    number = 0
    while True:
        number += 1
        text = str(number).encode()
        save = Save(number, number - 1, number, {"a": text, "b": text * 2000})
        await store.save(name, claim, save, 1000)
        say(number)
asyncio.run(main())
"""
COUNT_TOGETHER = """
async def main():
    done = 0
    while done < 50:
        saved = await store.claim("shared", 1000)
        count = int(saved.values.get("n", b"0")) + 1
        try:
            save = Save(1, 0, count, {"n": str(count).encode()})
            await store.save("shared", saved.claim, save, 1000)
        except Fenced:
            continue
        done += 1
    await store.close()
    say("done")
asyncio.run(main())
"""
FILL_THE_DISK = """
async def main():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    claim = (await store.claim(name, 1000)).claim
    await store.save(name, claim, Save(1, 0, 1, {"a": b"before"}), 1000)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
    save = Save(2, 1, 2, {"a": bytes(500_000), "b": b"x"})
    saves = [store.save(name, claim, save, 1000) for _ in range(5)]
    for each in await asyncio.gather(*saves, return_exceptions=True):
        say(type(each).__name__)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    saved = await store.claim(name, 1000)
    say(saved.event, sorted(saved.values))
    await store.close()
asyncio.run(main())
"""


class Processes:
    """Starts programs that share the file at `path`."""

    def __init__(self, path: Path, stack: ExitStack) -> None:
        self.path = path
        self.stack = stack

    def start(self, program: str, name: str = "s") -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", PRELUDE + program, self.path, name],
            stdout=subprocess.PIPE,
            text=True,
        )
        self.stack.enter_context(process)
        self.stack.callback(process.kill)
        return process


@pytest.fixture
def processes(tmp_path: Path) -> Iterator[Processes]:
    with ExitStack() as stack:
        yield Processes(tmp_path / "app.db", stack)


async def saved_of(path: Path, session: str) -> tuple[int, dict[str, bytes]]:
    async with SqlitePlace(path) as place:
        saved = await place.open().claim(session, LONG)
        return saved.event, dict(saved.values)


@pytest.mark.parametrize("round", range(5))
async def test_l03_what_was_confirmed_survives_a_kill(processes: Processes, round: int):
    writers = [processes.start(SAVE_FOR_EVER, name) for name in ("s", "t")]
    confirmed = [0, 0]
    chance = random.Random(round)
    for _ in range(chance.randint(1, 60)):
        confirmed = [int(writer.stdout.readline()) for writer in writers]
    for writer in writers:
        writer.kill()
    for name, writer, least in zip("st", writers, confirmed, strict=True):
        heard = [int(line) for line in writer.stdout.read().splitlines() if line]
        event, values = await saved_of(processes.path, name)
        assert event in (max([least, *heard]), max([least, *heard]) + 1)
        text = b"%d" % event
        assert values == {"a": text, "b": text * 2000}


async def test_a_file_that_was_killed_at_any_time_is_whole(processes: Processes):
    for number in range(10):
        writer = processes.start(SAVE_FOR_EVER, f"s{number}")
        if number % 2:
            writer.stdout.readline()
        writer.kill()
        writer.wait()
    await saved_of(processes.path, "s")
    with closing(sqlite3.connect(processes.path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


async def test_n01_processes_that_fight_over_a_session_lose_no_count(processes: Processes):
    fighting = [processes.start(COUNT_TOGETHER) for _ in range(3)]
    assert [each.stdout.read() for each in fighting] == ["done\n"] * 3
    assert await saved_of(processes.path, "shared") == (150, {"n": b"150"})


async def test_many_processes_make_one_file(processes: Processes):
    writers = [processes.start(SAVE_FOR_EVER, f"s{number}") for number in range(6)]
    for writer in writers:
        assert writer.stdout.readline() == "1\n"
        writer.kill()
    for number in range(6):
        assert (await saved_of(processes.path, f"s{number}"))[0] >= 1
    names = {path.name.removesuffix("-wal").removesuffix("-shm") for path in _files(processes)}
    assert names == {"app.db"}


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of files")
def test_a_full_disk_is_an_error_for_all_that_wait_and_passes(processes: Processes):
    output = processes.start(FILL_THE_DISK).stdout.read()
    assert output.splitlines() == ["StoreError"] * 5 + ["1 ['a']"]


def _files(processes: Processes) -> Iterator[Path]:
    return processes.path.parent.iterdir()
