"""Filing: each content once, under an id that nobody can guess."""

import asyncio
import io
import os
import threading
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from ostinato.errors import StoreError
from ostinato.run.filing import FRESH, GRACE, Filing
from ostinato.run.later import MOST
from ostinato.run.outage import AWAY_FOR
from ostinato.run.upload import TooLarge
from ostinato.stores.file_memory import MemoryFiles
from ostinato.stores.files import FileFacts, NoFile, NoRoom
from ostinato.values.lazy_content import LazyContent
from stores.places import Clock

CONTENT = bytes(range(256)) * 10_000


class Counted(MemoryFiles):
    """A store that counts what it is asked for, and may be away."""

    def __init__(self, clock: Any) -> None:
        super().__init__(clock)
        self.begun = self.held = 0
        self.is_away = False

    def begin(self, *args: Any, **kwargs: Any) -> Any:
        self._look()
        self.begun += 1
        return super().begin(*args, **kwargs)

    def hold(self, *args: Any, **kwargs: Any) -> Any:
        self._look()
        self.held += 1
        return super().hold(*args, **kwargs)

    def find(self, id: str) -> FileFacts:
        self._look()
        return super().find(id)

    def _look(self) -> None:
        if self.is_away:
            raise StoreError("away")


class Bench:
    """Files with a clock that stands still."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.store = Counted(self.clock)
        self.failures: list[str] = []
        self.filing = Filing(
            self.store, b"key", self.clock, lambda error, then: self.failures.append(str(error))
        )


@pytest.fixture
def bench() -> Bench:
    return Bench()


def contents(folder: Path) -> list[Any]:
    path = folder / "file"
    path.write_bytes(CONTENT)
    return [CONTENT, bytearray(CONTENT), memoryview(CONTENT), path, str(path), io.BytesIO(CONTENT)]


def test_b01_the_same_content_has_one_id_wherever_it_comes_from(bench: Bench, tmp_path: Path):
    ids = {bench.filing.put(each, "image/png").id for each in contents(tmp_path)}
    assert len(ids) == 1
    assert bench.store.begun == 1
    assert bench.filing.open(*ids).read() == CONTENT


def test_b01_another_type_another_key_and_other_content_have_other_ids(bench: Bench):
    other = Filing(MemoryFiles(bench.clock), b"other", bench.clock)
    ids = {
        bench.filing.put(b"1", "image/png").id,
        bench.filing.put(b"1", "image/gif").id,
        bench.filing.put(b"2", "image/png").id,
        other.put(b"1", "image/png").id,
    }
    assert len(ids) == 4


def test_what_was_just_put_is_not_asked_for_again(bench: Bench):
    bench.filing.put(CONTENT, "image/png")
    asked = bench.store.held
    bench.filing.put(CONTENT, "image/png")
    assert bench.store.held == asked
    bench.clock.now += FRESH / 2
    bench.filing.put(CONTENT, "image/png")
    assert bench.store.held == asked + 1


def test_what_the_store_has_lost_is_put_again(bench: Bench):
    id = bench.filing.put(CONTENT, "image/png").id
    bench.store.close()
    bench.clock.now += FRESH / 2
    assert bench.filing.put(CONTENT, "image/png").id == id
    assert bench.filing.find(id).size == len(CONTENT)


def test_b01_a_file_that_has_not_changed_is_not_read_again(bench: Bench, tmp_path: Path):
    path = tmp_path / "video.mp4"
    path.write_bytes(CONTENT)
    first = bench.filing.put(path, "video/mp4")
    found = path.stat()
    path.write_bytes(CONTENT[::-1])
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert bench.filing.put(path, "video/mp4") == first
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns + 1))
    assert bench.filing.put(path, "video/mp4") != first


def test_an_open_file_is_read_from_its_begin(bench: Bench):
    file = io.BytesIO(CONTENT)
    file.read(1000)
    assert bench.filing.put(file, "image/png").size == len(CONTENT)


def test_what_can_be_read_only_once_is_kept_as_well(bench: Bench):
    here, there = os.pipe()
    os.write(there, b"from a pipe")
    os.close(there)
    with open(here, "rb") as pipe:
        kept = bench.filing.put(pipe, "text/plain")
    assert bench.filing.open(kept.id).read() == b"from a pipe"


def test_what_is_no_regular_file_is_refused_at_once(bench: Bench, tmp_path: Path):
    os.mkfifo(tmp_path / "fifo")
    for path in (tmp_path / "fifo", "/dev/zero", tmp_path, tmp_path / "none"):
        with pytest.raises(OSError, match="regular|directory"):
            bench.filing.put(path, "text/plain")


def test_n03_while_the_store_is_away_files_are_in_this_process(bench: Bench):
    bench.store.is_away = True
    kept = bench.filing.put(CONTENT, "image/png")
    assert bench.filing.open(kept.id).read() == CONTENT
    # It is not asked for each file how it is.
    assert len(bench.failures) <= 2
    bench.store.is_away = False
    bench.clock.now += 10
    assert bench.filing.put(CONTENT, "image/png") == kept
    assert bench.store.find(kept.id).size == len(CONTENT)


def test_n03_while_the_store_is_away_a_file_is_made_once(bench: Bench):
    made = []

    def make() -> bytes:
        made.append(1)
        return CONTENT

    bench.store.is_away = True
    for _ in range(5):
        kept = bench.filing.put(LazyContent(b"key", make), "image/png")
        bench.clock.now += 20
    assert bench.filing.open(kept.id).read() == CONTENT
    assert len(made) == 1


def test_n03_a_store_that_stays_away_is_tried_less_and_less_often(bench: Bench):
    bench.store.is_away = True
    for number in range(100):
        bench.filing.put(b"%d" % number, "image/png")
        bench.clock.now += 3
    tried = sum("again soon" not in failure for failure in bench.failures)
    assert 5 < tried < 20
    bench.store.is_away = False
    bench.clock.now += 31
    bench.filing.put(b"well", "image/png")
    bench.store.is_away = True
    bench.filing.put(b"away", "image/png")
    bench.store.is_away = False
    bench.clock.now += 3
    assert bench.filing.put(b"soon", "image/png").id in bench.store._files  # noqa: SLF001


def test_n03_a_store_that_is_back_gets_what_it_has_missed(bench: Bench):
    bench.store.is_away = True
    kept = bench.filing.put(CONTENT, "image/png")
    bench.store.is_away = False
    bench.clock.now += 10
    bench.filing.sweep()
    assert bench.store.find(kept.id) == FileFacts("image/png", len(CONTENT))
    assert bench.filing.spare.files.sweep().size == 0
    assert bench.filing.open(kept.id).read() == CONTENT


def test_n03_a_store_gets_what_it_has_missed_though_it_was_away_a_moment_ago(bench: Bench):
    bench.store.is_away = True
    kept = bench.filing.put(CONTENT, "image/png")
    with pytest.raises(StoreError):
        bench.filing.give_back()
    assert bench.filing.spare.is_owed
    assert bench.filing.spare.has(kept.id)
    bench.store.is_away = False
    bench.filing.give_back()
    assert not bench.filing.spare.is_owed
    assert not bench.filing.spare.has(kept.id)
    assert bench.store.find(kept.id).size == len(CONTENT)
    # So it is there for everybody again.
    assert bench.filing.put(b"next", "image/png").id in {id for id, _, _ in bench.store.contents()}


def test_j02_what_somebody_has_found_to_be_lost_is_put_again(bench: Bench):
    id = bench.filing.put(CONTENT, "image/png").id
    bench.store.close()
    with pytest.raises(NoFile):
        bench.filing.find(id)
    assert bench.filing.put(CONTENT, "image/png").id == id
    assert bench.filing.find(id).size == len(CONTENT)


def test_n03_what_finds_no_room_there_ends_no_run(bench: Bench, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(bench.filing.spare.files, "_limit", 1000)
    bench.store.is_away = True
    kept = bench.filing.put(CONTENT, "image/png")
    with pytest.raises(StoreError):
        bench.filing.find(kept.id)
    assert bench.filing.spare.files.sweep().size == 0


def test_a_full_store_is_told_from_one_that_is_away(bench: Bench):
    bench.store._limit = 1000  # noqa: SLF001
    with pytest.raises(NoRoom):
        bench.filing.put(CONTENT, "image/png")
    assert bench.store.sweep().size == 0
    bench.filing.put(b"small", "image/png")


def test_a_file_is_read_at_any_place(bench: Bench):
    file = bench.filing.open(bench.filing.put(CONTENT, "image/png").id)
    like = io.BytesIO(CONTENT)
    for offset, whence, size in [(5, 0, 10), (-3, 2, 100), (4, 1, 3), (10**12, 0, 5), (0, 0, -1)]:
        assert file.seek(offset, whence) == like.seek(offset, whence)
        assert file.read(size) == like.read(size)
    with pytest.raises(ValueError, match="before the begin"):
        file.seek(-1)


def test_a_file_that_is_shorter_than_it_was_is_an_error_and_no_end(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
):
    file = bench.filing.open(bench.filing.put(CONTENT, "image/png").id)
    monkeypatch.setattr(
        bench.store, "read", lambda _id, start, size: CONTENT[start : min(start + size, 1000)]
    )
    with pytest.raises(EOFError, match="shorter than it was"):
        file.read()


class Reader:
    """An object that equals all others of its kind."""

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 1


def test_b02_what_an_object_reads_from_is_known_while_there_is_one(bench: Bench):
    one, other = Reader(), Reader()
    bench.filing.watch(one, ["1", "2"])
    bench.filing.watch(other, ["2", "3"])
    assert bench.filing.opened == {"1", "2", "3"}
    del one
    assert bench.filing.opened == {"2", "3"}
    del other
    assert bench.filing.opened == set()


def test_b02_what_is_open_is_known(bench: Bench):
    id = bench.filing.put(CONTENT, "image/png").id
    file = bench.filing.open(id)
    assert bench.filing.opened == {id}
    del file
    assert bench.filing.opened == set()


# What arrives.


async def arriving(*parts: bytes, error: Exception | None = None) -> AsyncIterator[bytes]:
    for part in parts:
        yield part
    if error is not None:
        raise error


def receive(bench: Bench, parts: AsyncIterator[bytes], limit: float = 100) -> Any:
    async def take() -> Any:
        upload = bench.filing.upload("text/plain", limit)
        try:
            async for part in parts:
                upload.write(part)
            return upload.commit(900)
        finally:
            upload.close()

    return asyncio.run(take())


def test_an_upload_is_private_and_another_file_than_one_that_is_shown(bench: Bench):
    kept = receive(bench, arriving(b"a", b"", b"bc"))
    assert bench.filing.open(kept.id).read() == b"abc"
    assert bench.filing.find(kept.id).is_private
    assert kept.size == 3
    assert bench.filing.put(b"abc", "text/plain").id != kept.id
    assert receive(bench, arriving(b"abc")) == kept


def test_an_upload_ends_where_its_limit_is(bench: Bench):
    sent = []

    async def endless() -> AsyncIterator[bytes]:
        while True:
            sent.append(30)
            yield b"x" * 30

    with pytest.raises(TooLarge):
        receive(bench, endless())
    assert len(sent) == 4
    assert bench.store.sweep().size == 0


def test_nothing_is_left_of_an_upload_that_is_cut(bench: Bench):
    with pytest.raises(ConnectionError):
        receive(bench, arriving(b"abc", error=ConnectionError()))
    assert bench.store.sweep().size == 0


def test_an_upload_that_nobody_refers_to_goes_when_its_time_is_over(bench: Bench):
    kept = receive(bench, arriving(b"abc"))
    bench.clock.now += 899
    bench.filing.sweep()
    assert bench.filing.find(kept.id)
    bench.clock.now += 2
    bench.filing.sweep()
    with pytest.raises(NoFile):
        bench.filing.find(kept.id)


def test_n04_a_table_that_found_no_room_is_written_as_soon_as_there_is_some(bench: Bench):
    later, filing, gate = bench.filing.later, bench.filing, threading.Event()

    def slow() -> list[bytes]:
        gate.wait(10)
        return [b"slow"]

    def full() -> list[bytes]:
        raise NoRoom("full")

    for number in range(MOST):
        later.put(f"{number:032}", "text/plain", slow, 5, at_once=False)
    id = "f" * 32
    with pytest.raises(NoRoom):
        later.put(id, "text/plain", full, 5, at_once=False)
    gate.set()
    assert not filing.has_all([id])
    later.put(id, "text/plain", lambda: [b"there"], 5, at_once=False)
    later.wait(id)
    assert filing.read(id, 0, 10) == b"there"
    filing.close()


def test_b05_an_operator_is_told_of_a_table_that_finds_no_room_after_its_script(bench: Bench):
    def full() -> list[bytes]:
        raise NoRoom("full")

    bench.filing.later.put("f" * 32, "text/plain", full, 5, at_once=False)
    bench.filing.close()
    assert bench.failures == ["full"]


def test_b02_what_is_put_and_released_is_gone_at_once(bench: Bench):
    kept = bench.filing.put(CONTENT, "image/png")
    assert bench.filing.release([kept.id]) == set()
    assert not bench.store.contents()
    assert bench.filing.put(CONTENT, "image/png") == kept
    assert bench.store.contents()


def test_b02_what_somebody_else_has_asked_for_is_not_released(bench: Bench):
    kept = bench.filing.put(CONTENT, "image/png")
    assert bench.filing.has_all([kept.id])
    assert bench.filing.release([kept.id]) == set()
    assert bench.store.contents()


def test_b02_what_a_browser_fetches_is_released_later(bench: Bench):
    kept = bench.filing.put(CONTENT, "image/png")
    assert bench.filing.lend(kept.id)
    assert bench.filing.release([kept.id]) == {kept.id}
    assert bench.store.contents()
    bench.clock.now += GRACE + 1
    assert bench.filing.release([kept.id]) == set()
    assert not bench.store.contents()


def test_n03_an_outage_that_several_threads_find_out_counts_once(bench: Bench):
    bench.store.is_away, together = True, threading.Barrier(4)

    def hold(*_args: Any) -> set[str]:
        together.wait(10)
        raise StoreError("away")

    bench.store.hold = hold  # type: ignore[method-assign]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(bench.filing.has_file, ["a" * 32] * 4))
    bench.clock.now += AWAY_FOR
    bench.store.is_away = False
    del bench.store.hold
    assert bench.filing.has_file("b" * 32) is False
    assert bench.store.held == 1


def test_n03_one_that_finds_no_room_keeps_no_other_from_the_store(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
):
    bench.store.is_away = True
    large, small = bench.filing.put(CONTENT, "image/png"), bench.filing.put(b"small", "image/png")
    bench.store.is_away = False
    bench.clock.now += AWAY_FOR
    monkeypatch.setattr(bench.store, "_limit", 1000)
    bench.filing.sweep()
    assert [id for id, _, _ in bench.store.contents()] == [small.id]
    assert bench.filing.find(large.id)
