"""What a store was given is taken from it while servers run: nothing confirmed is lost (+N05).

Real servers, real files and real Redis servers; each is killed in the end, so that what a browser
finds afterwards is what the store has.
"""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from e2e.proxy import Proxy
from e2e.server import Server
from server.conftest import Start
from server.visitor import Visitor
from services import RedisServer, wait_until

StartRedis = Callable[..., RedisServer]
ATTENTIVE = [str(Path(__file__).with_name("attentive.py"))]
GONE = "the file was removed or replaced"
NOTES = """
state = st.session_state
number = sum(key.startswith("note") for key in state)
if st.button("Add one"):
    number += 1
    state[f"note{number}"] = "kept"
st.text(f"Count = {number}")
"""
"""A click is one key: what is saved later does not make up for what was lost."""

PROCESS = """
import os
st.sidebar.text(os.getpid())
"""

SECRET = ("--server.cookieSecret", "s" * 40)


def click(visitors: Sequence[Visitor], times: int) -> None:
    """Have all click at once, and each click confirmed before the next one."""
    for _ in range(times):
        for visitor in visitors:
            visitor.send({}, visitor.find("Add one"))
        for visitor in visitors:
            visitor.settle()


def restart(server: Server) -> None:
    server.kill()
    server.start()


@pytest.fixture
def visit() -> Iterator[Callable[[Server], Visitor]]:
    with ExitStack() as stack:
        yield lambda server: stack.enter_context(Visitor(server))


Visit = Callable[[Server], Visitor]


# Redis.


def test_n05_a_redis_that_comes_back_with_an_older_snapshot(
    start: Start, start_redis: StartRedis, visit: Visit
) -> None:
    redis = start_redis()
    server = start(NOTES, "--store", redis.url, program=ATTENTIVE)
    active, idle = visit(server), visit(server)
    click([active, idle], 2)
    redis.command("SAVE")
    click([active, idle], 3)
    redis.kill()
    redis.start()
    click([active], 2)
    assert redis.command("HGET", f"ostinato:{active.session_id}", "event") == b"$1\r\n7\r\n"
    # Whoever does nothing is saved too, by the next time that the server looks after its sessions.
    wait_until(
        lambda: redis.command("HGET", f"ostinato:{idle.session_id}", "event") == b"$1\r\n5\r\n",
        "the session that does nothing to be saved again",
    )
    restart(server)
    for visitor, count in ((active, 7), (idle, 5)):
        visitor.connect()
        assert visitor.texts == [f"Count = {count}"]
        assert not visitor.told


def test_n05_a_replica_that_lagged_and_was_promoted(
    start: Start, start_redis: StartRedis, visit: Visit, tmp_path: Path
) -> None:
    primary = start_redis("--repl-diskless-sync-delay", "0")
    folder = tmp_path / "replica"
    folder.mkdir()
    replica = RedisServer(folder, "--replicaof", f"127.0.0.1 {primary.port}")
    with ExitStack() as stack:
        stack.callback(replica.kill)
        replica.start()
        link = b"master_link_status:up"
        wait_until(lambda: link in replica.command("INFO", "replication"), "a replica")
        proxy = stack.enter_context(Proxy(primary.port))
        server = start(NOTES, "--store", proxy.url.replace("http", "redis"))
        visitor = visit(server)
        click([visitor], 2)
        assert primary.command("WAIT", "1", "10000") == b":1\r\n"
        replica.command("REPLICAOF", "NO", "ONE")
        click([visitor], 3)
        proxy.cut()
        proxy.target = replica.port
        proxy.mend()
        click([visitor], 2)
        assert replica.command("HGET", f"ostinato:{visitor.session_id}", "event") == b"$1\r\n7\r\n"
        restart(server)
        visitor.connect()
        assert visitor.texts == ["Count = 7"]
        assert not visitor.told


@pytest.mark.parametrize("is_told", [False, True])
def test_n09_what_another_process_holds_is_found_though_redis_has_lost_it(
    start: Start, redis_server: RedisServer, visit: Visit, is_told: bool
) -> None:
    flags = ("--store", redis_server.url, *SECRET)
    first = start(NOTES, *flags)
    second = start(NOTES, *flags)
    visitor = visit(first)
    click([visitor], 3)
    redis_server.command("FLUSHALL")
    if is_told:
        # Nobody has it any more.
        first.kill()
    visitor.move(second)
    assert visitor.texts == ["Count = 0" if is_told else "Count = 3"]
    assert visitor.told == ["unfound"] * is_told
    click([visitor], 1)
    restart(second)
    visitor.connect()
    assert visitor.texts == ["Count = 1" if is_told else "Count = 4"]


@pytest.mark.parametrize("words", [("FLUSHALL",), ("DEL", "{key}")])
def test_n05_a_redis_that_is_emptied(
    start: Start, redis_server: RedisServer, visit: Visit, words: tuple[str, ...]
) -> None:
    server = start(NOTES, "--store", redis_server.url)
    visitor = visit(server)
    click([visitor], 3)
    redis_server.command(*(word.format(key=f"ostinato:{visitor.session_id}") for word in words))
    click([visitor], 1)
    restart(server)
    visitor.connect()
    assert visitor.texts == ["Count = 4"]


def test_n09_a_redis_that_evicts_is_warned_of_and_whoever_is_forgotten_is_told(
    start: Start, start_redis: StartRedis, visit: Visit
) -> None:
    settings = ("--maxmemory", "16mb", "--maxmemory-policy", "allkeys-lru")
    redis = start_redis(*settings, "--maxmemory-samples", "10")
    large = f"{NOTES}\nst.session_state.setdefault('large', bytes(1_000_000))\n"
    server = start(large, "--store", redis.url)
    assert "'allkeys-lru'" in server.hear("maxmemory-policy=")
    visitors = [visit(server) for _ in range(24)]
    for visitor in visitors:
        click([visitor], 1)
    restart(server)
    # Whoever comes now makes Redis forget others: those first who were there last.
    for visitor in reversed(visitors):
        visitor.connect()
    found = [visitor.texts == ["Count = 1"] for visitor in visitors]
    assert 0 < sum(found) < len(visitors)
    assert [not visitor.told for visitor in visitors] == found
    assert all(visitor.told in ([], ["unfound"]) for visitor in visitors)


# SQLite.


def remove_all(folder: Path) -> None:
    for path in folder.glob(".ostinato/app.db*"):
        path.unlink()


def remove_file_alone(folder: Path) -> None:
    (folder / ".ostinato/app.db").unlink()


def remove_log_alone(folder: Path) -> None:
    for path in folder.glob(".ostinato/app.db-*"):
        path.unlink()


def remove_folder(folder: Path) -> None:
    shutil.rmtree(folder / ".ostinato")


def clean(folder: Path) -> None:
    """Do what many do to get a fresh checkout."""
    git = ["git", "-C", str(folder)]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "app.py"], check=True)
    done = subprocess.run([*git, "clean", "-fdx"], check=True, capture_output=True, text=True)
    assert "Removing .ostinato/" in done.stdout


def replace_by_a_backup(folder: Path) -> None:
    """Put a copy of before in its place, as `sqlite3 .backup` makes one."""
    (folder / "backup.db").rename(folder / ".ostinato/app.db")


def replace_by_an_empty_file(folder: Path) -> None:
    (folder / "empty").touch()
    (folder / "empty").rename(folder / ".ostinato/app.db")


def empty_it(folder: Path) -> None:
    """Leave the file where it is, with nothing in it, as a careless `>` does."""
    (folder / ".ostinato/app.db").write_bytes(b"")


WAYS = [
    empty_it,
    remove_all,
    remove_file_alone,
    remove_log_alone,
    remove_folder,
    clean,
    replace_by_a_backup,
    replace_by_an_empty_file,
]


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed there")
@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.parametrize("take_away", WAYS)
def test_n05_a_file_that_is_taken_away_is_made_anew(
    start: Start, visit: Visit, take_away: Callable[[Path], None], workers: str
) -> None:
    server = start(NOTES + PROCESS, "--workers", workers, program=ATTENTIVE)
    active, idle = [visit(server) for _ in range(5)], visit(server)
    # Chance says who is served by which process.
    while len(set(map(process_of, active))) < int(workers):
        active.append(visit(server))
    visitors = [*active, idle]
    click(visitors, 1)
    database = server.folder / ".ostinato/app.db"
    with (
        closing(sqlite3.connect(database)) as db,
        closing(sqlite3.connect(server.folder / "backup.db")) as backup,
    ):
        db.backup(backup)
    click(visitors, 1)
    take_away(server.folder)
    click(active, 2)
    expected = [2, *[4] * len(active)]
    wait_until(lambda: events(database) == expected, "all to be saved again")
    wait_until(lambda: news_of(server) >= int(workers), "each process to say so")
    assert news_of(server) == int(workers)
    restart(server)
    for visitor in visitors:
        visitor.connect()
        assert visitor.texts == [f"Count = {2 if visitor is idle else 4}"]
        assert not visitor.told
    assert {path.suffix for path in database.parent.glob("app*")} == {".db", ".db-wal", ".db-shm"}


def news_of(server: Server) -> int:
    """Return how many lines of the log say that the file was gone; they are read in a thread."""
    return sum(GONE in line for line in server.log)


def process_of(visitor: Visitor) -> str:
    """Return the process that serves somebody."""
    (id,) = visitor.page.walk("sidebar")
    return str(visitor.page.props[id]["body"])


def events(database: Path) -> list[int]:
    """Return the last event of every session."""
    with closing(sqlite3.connect(database, timeout=10)) as db:
        return [event for (event,) in db.execute("SELECT event FROM session ORDER BY event")]
