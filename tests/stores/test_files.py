"""Every store of files keeps the same promises."""

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from ostinato.stores.files import PART, FileFacts, FileStore, NoFile, NoRoom
from services import RedisServer
from stores.file_places import (
    LONG,
    A,
    B,
    FilePlace,
    FolderFilePlace,
    MemoryFilePlace,
    RedisFilePlace,
    facts_of,
    put,
)

CONTENT = os.urandom(3 * PART + 77)


@pytest.fixture(params=["memory", "folder", "redis"])
def files(request: pytest.FixtureRequest, tmp_path: Path):
    """Yield each of the places."""
    place: FilePlace
    if request.param == "memory":
        place = MemoryFilePlace()
    elif request.param == "folder":
        place = FolderFilePlace(tmp_path / "files")
    else:
        server: RedisServer = request.getfixturevalue("shared_redis")
        place = RedisFilePlace(f"{server.url}?prefix={tmp_path.name}:")
    yield place
    place.close()


def test_n04_what_one_process_puts_another_reads(files: FilePlace):
    put(files.open(), A, CONTENT)
    other = files.open()
    assert other.find(A) == FileFacts("text/plain", len(CONTENT))
    assert other.read(A, 0, len(CONTENT)) == CONTENT


@pytest.mark.parametrize(
    ("start", "size"),
    [
        (0, 1),
        (0, PART),
        (PART, PART),
        (PART - 1, 2),
        (5, 2 * PART),
        (len(CONTENT) - 1, 100),
        (len(CONTENT), 1),
        (10**12, 10),
        (3, 0),
    ],
)
def test_any_part_can_be_read(files: FilePlace, start: int, size: int):
    store = files.open()
    put(store, A, CONTENT)
    assert store.read(A, start, size) == CONTENT[start : start + size]


@pytest.mark.parametrize("size", [0, 1, PART - 1, PART, PART + 1])
def test_a_file_of_any_size_comes_back(files: FilePlace, size: int):
    store = files.open()
    put(store, A, CONTENT[:size])
    assert store.find(A).size == size
    assert store.read(A, 0, size + 1) == CONTENT[:size]


def test_it_arrives_in_pieces_of_any_size_and_kind(files: FilePlace):
    store = files.open()
    with store.begin("a/b") as draft:
        for piece in (b"", b"1", bytearray(b"23"), memoryview(CONTENT), memoryview(b"45")[::1]):
            draft.write(piece)
        draft.commit(A, LONG)
    assert store.read(A, 0, 10 * PART) == b"123" + CONTENT + b"45"


def test_what_is_private_stays_known_to_be(files: FilePlace):
    put(files.open(), A, b"1", is_private=True)
    assert files.open().find(A).is_private


def test_what_is_not_there_is_no_file(files: FilePlace):
    store = files.open()
    for ask in (lambda: store.find(A), lambda: store.read(A, 0, 1)):
        with pytest.raises(NoFile):
            ask()
    assert store.hold([A], LONG) == set()
    assert store.hold([], LONG) == set()
    assert store.sweep().count == 0


def test_before_the_commit_there_is_nothing_and_without_it_nothing_is_left(files: FilePlace):
    store = files.open()
    with store.begin("a/b") as draft:
        draft.write(CONTENT)
        assert facts_of(store, A) is None
    figures = store.sweep()
    assert (figures.count, figures.size) == (0, 0)


def test_the_same_file_twice_is_one(files: FilePlace):
    first, second = files.open(), files.open()
    with first.begin("text/plain") as one, second.begin("text/plain") as two:
        one.write(CONTENT)
        two.write(CONTENT)
        one.commit(A, LONG)
        two.commit(A, LONG)
    assert first.read(A, 0, 10 * PART) == CONTENT
    assert first.sweep().count == 1


def test_a_file_goes_when_its_life_is_over(files: FilePlace):
    store = files.open()
    put(store, A, CONTENT, files.short)
    put(store, B, CONTENT, LONG)
    files.outlive()
    assert facts_of(store, A) is None
    assert facts_of(store, B)
    figures = files.open().sweep()
    assert figures.count == 1
    assert len(CONTENT) <= figures.size <= len(CONTENT) + 300


def test_who_holds_a_file_keeps_it_and_nobody_shortens_its_life(files: FilePlace):
    store, other = files.open(), files.open()
    put(store, A, CONTENT, files.short)
    put(store, B, CONTENT, files.short)
    assert other.hold([A, B, "0" * 32], LONG) == {A, B}
    assert store.hold([A], 0.001) == {A}
    put(store, B, CONTENT, 0.001)
    files.outlive()
    assert facts_of(store, A)
    assert store.read(B, 0, 10 * PART) == CONTENT


def test_many_are_held_at_once(files: FilePlace):
    store = files.open()
    ids = {f"{number:032x}" for number in range(1200)}
    for id in ids:
        put(store, id, b"1", LONG)
    assert store.hold(ids, LONG) == ids


def test_a_full_store_says_so_and_keeps_what_it_has(files: FilePlace):
    store = files.open(limit=2.5 * len(CONTENT))
    put(store, A, CONTENT, files.short)
    put(store, B, CONTENT, LONG)
    with pytest.raises(NoRoom, match="may take"):
        put(store, "c" * 32, CONTENT)
    assert store.read(B, 0, 10 * PART) == CONTENT
    files.outlive()
    put(store, "c" * 32, CONTENT)
    assert store.read("c" * 32, 0, 10 * PART) == CONTENT


def test_threads_put_and_read_at_the_same_time(files: FilePlace):
    store = files.open()
    begin = threading.Barrier(8)

    def work(number: int) -> bytes:
        begin.wait()
        id = f"{number % 4:032x}"
        put(store, id, CONTENT)
        store.hold([id], LONG)
        return store.read(id, 0, 10 * PART)

    with ThreadPoolExecutor(8) as pool:
        assert all(each == CONTENT for each in pool.map(work, range(8)))
    assert files.open().sweep().count == 4


def test_b02_who_has_put_a_file_removes_it_early(files: FilePlace):
    one = files.open()
    claims = {id: claim(one, id) for id in (A, B)}
    assert None not in claims.values()
    one.drop(claims)
    assert facts_of(files.open(), A) is facts_of(files.open(), B) is None
    assert one.sweep().size == 0


@pytest.mark.parametrize("life", [1.0, 10 * LONG])
def test_b02_nobody_removes_early_what_another_has_held(files: FilePlace, life: float):
    one, other = files.open(), files.open()
    mine = {A: claim(one, A)}
    assert other.hold([A], life) == {A}
    one.drop(mine)
    assert facts_of(other, A)


@pytest.mark.parametrize("life", [1.0, 10 * LONG])
def test_b02_nobody_removes_early_what_another_has_put(files: FilePlace, life: float):
    one, other = files.open(), files.open()
    mine = {A: claim(one, A)}
    assert claim(other, A, life) is None
    one.drop(mine)
    assert facts_of(other, A)


def claim(store: FileStore, id: str, life: float = LONG) -> Any:
    with store.begin("text/plain") as draft:
        draft.write(b"content")
        return draft.commit(id, life)


def test_what_was_removed_counts(files: FilePlace):
    store: FileStore = files.open()
    put(store, A, CONTENT, files.short)
    files.outlive()
    assert store.sweep().removed >= 1
