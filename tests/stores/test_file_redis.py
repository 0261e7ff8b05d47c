"""Redis as a store of files: a server that stops, is emptied or has no more memory."""

from pathlib import Path

import pytest
from redis import Redis

from ostinato.errors import StoreError
from ostinato.stores import file_redis
from ostinato.stores.file_redis import RedisFiles
from ostinato.stores.files import PART, NoFile, NoRoom
from services import RedisServer
from stores.file_places import LONG, A, B, facts_of, put, seconds


@pytest.fixture
def server(tmp_path: Path):
    server = RedisServer(tmp_path)
    yield server.start()
    server.kill()


def test_a_server_that_is_stopped_in_the_middle_fails_and_comes_back(server: RedisServer):
    store = RedisFiles(server.url)
    put(store, A, b"a" * 3 * PART)
    with store.begin("text/plain") as draft:
        draft.write(b"b" * 2 * PART)
        server.kill()
        with pytest.raises(StoreError, match="must answer"):
            draft.write(b"b" * 2 * PART)
        with pytest.raises(StoreError, match="must answer"):
            draft.commit(B, LONG)
    with pytest.raises(StoreError):
        store.read(A, 0, PART)
    server.start()
    put(store, B, b"b" * PART)
    assert store.read(B, 0, PART) == b"b" * PART
    store.close()


def test_a_server_that_hangs_is_not_waited_for(
    server: RedisServer, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(file_redis, "PATIENCE", 0.2)
    store = RedisFiles(server.url)
    put(store, A, b"a")
    server.freeze()

    def fails() -> None:
        with pytest.raises(StoreError):
            store.find(A)

    assert seconds(fails) < 2
    server.thaw()
    assert facts_of(store, A)
    store.close()


def test_what_is_written_to_a_server_that_was_emptied_meanwhile_is_no_file(server: RedisServer):
    store = RedisFiles(server.url)
    with store.begin("text/plain") as draft:
        draft.write(b"b" * 2 * PART)
        Redis.from_url(server.url).flushall()
        with pytest.raises(StoreError, match="try again"):
            draft.commit(A, LONG)
    assert facts_of(store, A) is None
    put(store, A, b"1")
    assert store.sweep().count == 1
    store.close()


def test_a_server_without_memory_says_so_and_keeps_what_it_has(tmp_path: Path):
    settings = ("--maxmemory", "5mb", "--maxmemory-policy", "noeviction")
    server = RedisServer(tmp_path, *settings).start()
    store = RedisFiles(server.url)
    put(store, A, b"a" * 500_000)
    with pytest.raises(NoRoom, match="no more memory"):
        put(store, B, b"b" * 20_000_000)
    assert store.read(A, 0, 500_000) == b"a" * 500_000
    put(store, B, b"b" * 100_000)
    store.close()
    server.kill()


def test_nothing_is_left_for_ever(server: RedisServer):
    store = RedisFiles(server.url)
    put(store, A, b"a" * 3 * PART)
    draft = store.begin("text/plain")
    draft.write(b"b" * PART)
    client = Redis.from_url(server.url)
    keys = list(client.scan_iter())
    assert len(keys) == 5
    assert all(client.pttl(key) > 0 for key in keys)
    store.close()


def test_a_file_that_ends_while_it_is_read_is_gone(server: RedisServer):
    store = RedisFiles(server.url)
    put(store, A, b"a" * 3 * PART)
    store.read(A, 0, PART)
    Redis.from_url(server.url).delete("ostinato:file:" + A)
    with pytest.raises(NoFile):
        store.read(A, PART, PART)
    store.close()


def test_a_file_that_has_ended_and_comes_again_is_counted_once(server: RedisServer):
    store = RedisFiles(server.url)
    for _ in range(3):
        put(store, A, b"a" * 1000)
        # It ends, and no sweep has looked since.
        Redis.from_url(server.url).delete("ostinato:file:" + A)
    put(store, A, b"a" * 1000)
    assert store.sweep().size == 1000
    store.close()
