"""What `session.store` may say, and the secret beside the app."""

import os
import stat
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from ostinato.errors import ConfigError, StoreError
from ostinato.stores.factory import open_store, secret_of
from ostinato.stores.memory import MemoryStore
from ostinato.stores.redis import RedisStore
from ostinato.stores.sqlite import SqliteStore
from ostinato.stores.store import Store
from stores.places import Clock, content

needs_modes = pytest.mark.skipif(os.name == "nt", reason="needs modes of files")


def open_in(folder: Path, url: str) -> Store:
    return open_store(url, folder=folder, name="app", clock=Clock())


async def use(store: Store) -> None:
    assert await content(store) == (0, {})
    await store.close()


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("memory", MemoryStore),
        ("sqlite", SqliteStore),
        ("sqlite:///app.db", SqliteStore),
        ("redis://localhost:6379/0", RedisStore),
        ("rediss://user:password@localhost?prefix=app:", RedisStore),
        ("unix:///run/redis.sock", RedisStore),
    ],
)
def test_an_option_means_a_store(tmp_path: Path, url: str, kind: type[object]):
    assert type(open_in(tmp_path, url)) is kind


@pytest.mark.parametrize(
    "url", ["", "Sqlite", "postgres://me:s3cret@host", "sqlite:", "sqlite:///", "redis", "memory:"]
)
def test_anything_else_is_refused_with_what_is_possible(tmp_path: Path, url: str):
    with pytest.raises(ConfigError, match=r"must be sqlite, sqlite:///.*redis://") as error:
        open_in(tmp_path, url)
    assert "s3cret" not in str(error.value)


async def test_sqlite_is_a_file_in_a_folder_of_the_app_that_git_does_not_see(tmp_path: Path):
    await use(open_in(tmp_path, "sqlite"))
    home = tmp_path / ".ostinato"
    assert (home / "app.db").is_file()
    assert (home / ".gitignore").read_text() == "*\n"
    if os.name != "nt":
        assert stat.S_IMODE(home.stat().st_mode) == 0o700


async def test_a_path_counts_from_the_folder_of_the_app(tmp_path: Path):
    await use(open_in(tmp_path, "sqlite:///one.db"))
    await use(open_in(Path("/nowhere"), f"sqlite:///{tmp_path}/two.db"))
    assert {path.name for path in tmp_path.iterdir()} == {"one.db", "two.db"}


def test_a_folder_that_cannot_be_written_is_an_error_of_the_store(tmp_path: Path):
    folder = tmp_path / "file"
    folder.touch()
    with pytest.raises(StoreError, match="must be a folder"):
        open_in(folder, "sqlite")
    with pytest.raises(StoreError, match="must be a folder"):
        secret_of(folder)


def test_a_script_without_redis_is_told_what_to_install(tmp_path: Path):
    program = """
import sys
sys.modules["redis"] = None
from pathlib import Path
from ostinato.stores.factory import open_store
try:
    open_store("redis://localhost", folder=Path(), name="app")
except ValueError as error:
    print(error)
"""
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=tmp_path, check=True
    )
    assert "run pip install redis" in result.stdout


@pytest.mark.parametrize("unused", ["sqlite3", "redis"])
def test_memory_costs_no_import_of_the_others(unused: str):
    program = f"import sys, ostinato.stores.factory; sys.exit({unused!r} in sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True)


def test_a_secret_is_made_once(tmp_path: Path):
    secret = secret_of(tmp_path)
    assert len(secret) >= 32
    assert secret_of(tmp_path) == secret


def test_every_app_has_a_secret_of_its_own(tmp_path: Path):
    folders = [tmp_path / str(number) for number in range(5)]
    for folder in folders:
        folder.mkdir()
    assert len({secret_of(folder) for folder in folders}) == 5


@needs_modes
def test_only_the_owner_reads_the_secret(tmp_path: Path):
    secret_of(tmp_path)
    path = tmp_path / ".ostinato" / "secret"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@needs_modes
@pytest.mark.parametrize("mode", [0o644, 0o640, 0o620, 0o604])
def test_a_secret_that_others_can_read_or_write_is_refused(tmp_path: Path, mode: int):
    secret = secret_of(tmp_path)
    path = tmp_path / ".ostinato" / "secret"
    path.chmod(mode)
    with pytest.raises(ConfigError, match=f"got mode=0{mode:o}: .* chmod 600") as error:
        secret_of(tmp_path)
    assert secret not in str(error.value)
    path.chmod(0o600)
    assert secret_of(tmp_path) == secret


@pytest.mark.parametrize("content", ["", "short"])
def test_a_secret_that_is_too_short_is_refused(tmp_path: Path, content: str):
    secret_of(tmp_path)
    (tmp_path / ".ostinato" / "secret").write_text(content)
    with pytest.raises(ConfigError, match="32 characters or more"):
        secret_of(tmp_path)


def test_processes_that_make_a_secret_at_once_get_the_same(tmp_path: Path):
    program = """
import sys
from pathlib import Path
from ostinato.stores.factory import secret_of
print("ready", flush=True)
sys.stdin.readline()
print(secret_of(Path(sys.argv[1])))
"""
    command = [sys.executable, "-c", program, str(tmp_path)]
    with ExitStack() as stack:
        processes = [
            stack.enter_context(
                subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            )
            for _ in range(6)
        ]
        for process in processes:
            assert process.stdout.readline() == "ready\n"
        for process in processes:
            process.stdin.write("go\n")
            process.stdin.flush()
        secrets = {process.stdout.read() for process in processes}
    assert secrets == {secret_of(tmp_path) + "\n"}
    assert {path.name for path in (tmp_path / ".ostinato").iterdir()} == {".gitignore", "secret"}
