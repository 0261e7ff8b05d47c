"""The folder of files: shared by processes, private, and sound after whatever befalls it."""

import errno
import fcntl
import os
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pytest

from ostinato.errors import StoreError
from ostinato.run.filing import Filing
from ostinato.stores.file_doubt import APART, HOLD_OFF
from ostinato.stores.file_folder import FolderFiles
from ostinato.stores.files import DRAFT_LIFE, NoFile, NoRoom
from stores.file_places import LONG, A, B, facts_of, put
from stores.places import Clock

C = "c" * 32

HELD = """
    import sys, time
    from pathlib import Path
    from ostinato.stores.file_folder import FolderFiles

    store = FolderFiles(Path(sys.argv[1]))
    life = float(sys.argv[2])
    print("ready", flush=True)
    sys.stdin.readline()
    for _ in range(3000):
        store.hold(["a" * 32], life)
        life += 0.01
"""


def run(source: str, *arguments: object) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(source), *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def files_in(folder: Path) -> list[Path]:
    return [each for each in folder.rglob("*") if each.is_file()]


def test_b02_of_two_processes_that_hold_a_file_none_shortens_its_life(tmp_path: Path):
    store = FolderFiles(tmp_path)
    put(store, A, b"1")
    begin = os.stat(store._path(A)).st_mtime  # noqa: SLF001
    ends = []
    with run(HELD, tmp_path, 5000) as one, run(HELD, tmp_path, 5000.5) as other:
        for each in (one, other):
            assert each.stdout
            assert each.stdout.readline() == "ready\n"
        for each in (one, other):
            assert each.stdin
            each.stdin.write("\n")
            each.stdin.flush()
        while any(each.poll() is None for each in (one, other)):
            ends.append(os.stat(store._path(A)).st_mtime)  # noqa: SLF001
    assert (one.returncode, other.returncode) == (0, 0)
    assert ends == sorted(ends)
    assert ends[-1] > begin + 3000


def test_only_the_owner_can_read_it(tmp_path: Path):
    put(FolderFiles(tmp_path / "files"), A, b"1")
    modes = {each.stat().st_mode & 0o777 for each in (tmp_path / "files").rglob("*")}
    assert modes == {0o700, 0o600}


@pytest.mark.parametrize("left", [0, 3, 12, 17, 200])
def test_what_a_power_cut_has_left_short_is_no_file_and_is_mended(tmp_path: Path, left: int):
    store = FolderFiles(tmp_path)
    put(store, A, b"x" * 1000)
    path = Path(store._path(A))  # noqa: SLF001
    os.truncate(path, left)
    for ask in (lambda: store.find(A), lambda: FolderFiles(tmp_path).find(A)):
        with pytest.raises(NoFile):
            ask()
    put(store, A, b"x" * 1000)
    assert store.read(A, 0, 2000) == b"x" * 1000


DRAFTS = """
    import os, sys
    from pathlib import Path
    from ostinato.server.limits import raise_file_limit
    from ostinato.stores.file_folder import FolderFiles

    raise_file_limit()
    store = FolderFiles(Path(sys.argv[1]))
    drafts = [store.begin("text/plain") for _ in range(1000)]
    for each in drafts:
        each.write(b"x" * 1000)
    os.kill(os.getpid(), 9)
"""


def test_a_thousand_files_that_were_begun_count_and_then_go(tmp_path: Path):
    with run(DRAFTS, tmp_path) as process:
        assert process.wait() == -9
    assert len(files_in(tmp_path)) == 1000
    clock = Clock()
    clock.now = max(each.stat().st_mtime for each in files_in(tmp_path))
    store = FolderFiles(tmp_path, clock, clock, limit=1_100_000)
    with pytest.raises(NoRoom):
        put(store, A, b"x" * 100_000)
    assert store.sweep().count == 0
    clock.now += DRAFT_LIFE + 1
    store.sweep()
    clock.now += APART
    put(store, A, b"x" * 100_000)
    assert len(files_in(tmp_path)) == 1


def test_what_is_beside_the_files_stays(tmp_path: Path):
    (tmp_path / "note.txt").write_text("mine")
    (tmp_path / "link").symlink_to("/etc")
    clock = Clock()
    store = FolderFiles(tmp_path, clock, clock)
    put(store, A, b"1", 10)
    for _ in range(3):
        clock.now += APART
        store.sweep()
    assert [each.name for each in files_in(tmp_path) if "link" not in str(each)] == ["note.txt"]
    assert Path("/etc/passwd").exists()


def test_a_folder_that_is_removed_is_made_again(tmp_path: Path):
    store = FolderFiles(tmp_path / "files")
    put(store, A, b"1")
    subprocess.run(["rm", "-r", tmp_path / "files"], check=True)
    assert facts_of(store, A) is None
    assert store.hold([A], LONG) == set()
    put(store, B, b"2")
    assert store.read(B, 0, 9) == b"2"


def test_n07_nothing_goes_on_the_word_of_a_clock_that_has_leapt(tmp_path: Path):
    clock, elapsed = Clock(), Clock()
    store = FolderFiles(tmp_path, clock, elapsed)
    put(store, A, b"1", 3 * 24 * 3600)
    store.sweep()
    clock.now += 10 * 24 * 3600
    for _ in range(100):
        elapsed.now += HOLD_OFF / 101
        clock.now += HOLD_OFF / 101
        store.sweep()
    assert facts_of(store, A)
    clock.now -= 10 * 24 * 3600
    for _ in range(10):
        elapsed.now += APART
        clock.now += APART
        store.sweep()
    assert facts_of(store, A)


def sweep_for(seconds: float, clock: Clock, elapsed: Clock, *stores: FolderFiles) -> None:
    for _ in range(10):
        clock.now += seconds / 10
        elapsed.now += seconds / 10
        for store in stores:
            store.sweep()


@pytest.mark.parametrize("goes_on", ["nobody", "one that writes", "one that sweeps"])
def test_n07_nor_of_one_that_leapt_before_the_process_began(tmp_path: Path, goes_on: str):
    clock, elapsed = Clock(), Clock()
    before = FolderFiles(tmp_path, clock, elapsed)
    put(before, A, b"1", 1000)
    before.sweep()
    clock.now += 10 * 24 * 3600
    if goes_on == "one that writes":
        put(before, B, b"2", 1000)
    elif goes_on == "one that sweeps":
        before.sweep()
        put(before, B, b"2", 1000)
    after = FolderFiles(tmp_path, clock, elapsed)
    sweep_for(HOLD_OFF / 2, clock, elapsed, after)
    assert facts_of(after, A)
    # Another one, which has seen nothing of all that, but what was written since.
    put(after, C, b"3", 2 * HOLD_OFF)
    later = FolderFiles(tmp_path, clock, elapsed)
    sweep_for(HOLD_OFF / 4, clock, elapsed, later)
    assert facts_of(later, A)
    sweep_for(HOLD_OFF, clock, elapsed, later)
    assert facts_of(later, A) is None
    assert facts_of(later, C)


def test_n07_a_clock_that_is_set_back_is_believed_again(tmp_path: Path):
    clock, elapsed = Clock(), Clock()
    store = FolderFiles(tmp_path, clock, elapsed)
    clock.now += 10 * 24 * 3600
    put(store, B, b"2", 1000)
    clock.now -= 10 * 24 * 3600
    put(store, A, b"1", 1000)
    sweep_for(2000, clock, elapsed, store, FolderFiles(tmp_path, clock, elapsed))
    assert facts_of(store, A) is None


@pytest.fixture
def small_disk(tmp_path: Path):
    """Yield a folder on a disk of 2 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], capture_output=True
    )
    if made.returncode:
        pytest.skip("a small disk: only root can make one")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def test_a_disk_that_is_full_refuses_a_file_and_keeps_nothing_of_it(small_disk: Path):
    store = FolderFiles(small_disk / "files")
    put(store, A, b"a" * 1_000_000)
    with pytest.raises(StoreError, match="No space left on device.*make room"):
        put(store, B, b"b" * 3_000_000)
    assert not isinstance(pytest.raises(StoreError, put, store, B, b"b" * 3_000_000).value, NoRoom)
    assert store.read(A, 0, 2_000_000) == b"a" * 1_000_000
    put(store, B, b"b" * 500_000)
    assert len(files_in(small_disk)) == 2


def test_n03_a_disk_that_is_full_ends_no_run(small_disk: Path):
    clock = Clock()
    problems: list[str] = []
    store = FolderFiles(small_disk / "files")
    filing = Filing(store, b"key", clock, lambda error, _: problems.append(str(error)))
    kept = filing.put(b"b" * 3_000_000, "image/png")
    assert filing.open(kept.id).read() == b"b" * 3_000_000
    assert "No space left on device" in problems[0]


def test_b02_while_another_process_changes_what_is_kept_nobody_else_does(tmp_path: Path):
    store = FolderFiles(tmp_path)
    put(store, A, b"1")
    folder = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)
    holding = threading.Thread(target=store.hold, args=[[A], LONG])
    holding.start()
    holding.join(0.2)
    assert holding.is_alive()
    os.close(folder)
    holding.join(10)
    assert not holding.is_alive()


def test_a_disk_that_is_full_costs_no_open_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    store = FolderFiles(tmp_path)
    put(store, A, b"1")

    def is_full(file: int, part: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", is_full)
        before = os.listdir("/proc/self/fd")
        for _ in range(5):
            with pytest.raises(StoreError, match="make room"):
                store.begin("text/plain")
        assert len(os.listdir("/proc/self/fd")) == len(before)
    assert len(files_in(tmp_path)) == 1
