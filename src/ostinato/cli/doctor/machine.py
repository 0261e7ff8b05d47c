"""Machine: whether it has what a server needs: room, files, a clock, a port."""

import os
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import ostinato
from ostinato.cli.doctor.findings import Finding, of_error, ok, warning, wrong
from ostinato.config import Config
from ostinato.config.units import MEGABYTE
from ostinato.errors import ConfigError
from ostinato.server.listen import holder_of, listen

FEW_FILES, ENOUGH_FILES = 256, 4096
LITTLE_ROOM, ENOUGH_ROOM = 100 * MEGABYTE, 1000 * MEGABYTE

REMOTE = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "afs"}
"""Kinds of file systems on which several machines may write at the same time."""


def look_at_python() -> Iterator[Finding]:
    """See which Python and which Ostinato these are."""
    name = sys.implementation.name
    version = ".".join(map(str, sys.version_info[:3]))
    yield ok("python", f"{version} ({name}), {sys.executable}")
    yield ok("ostinato", f"{ostinato.__version__}, {Path(ostinato.__file__).parent}")


def look_at_page() -> Iterator[Finding]:
    """See whether the page is there that visitors load."""
    folder = Path(ostinato.__file__).parent / "static"
    if not (folder / "index.html").is_file():
        yield wrong(
            "page", f"{folder} has no page", "build it with make setup, or install the package anew"
        )
        return
    count = sum(path.is_file() for path in folder.rglob("*"))
    yield ok("page", f"is built, {count} files")


def look_at_port(config: Config, *, is_fixed: bool) -> Iterator[Finding]:
    """See whether a server could listen.

    Args:
        config: Where.
        is_fixed: Whether somebody has set the port: a server takes no other one then.
    """
    server = config.server
    if not server.port:
        yield ok("port", "any free one")
        return
    try:
        with listen(server.address, server.port, is_fixed=is_fixed) as listener:
            port = listener.getsockname()[1]
    except ConfigError as error:
        if (owner := holder_of(server.port)) and _is_app(config):
            yield warning(
                "port",
                f"{server.port} is taken by an app that is being served: {owner}",
                "if it is to go on, give another server another port: --port",
            )
        else:
            yield of_error("port", error)
        return
    if port == server.port:
        yield ok("port", f"{port} is free")
    else:
        owner = holder_of(server.port)
        yield warning(
            "port",
            f"{server.port} is taken{f' by {owner}' if owner else ''}: {port} would be served on",
            "give the app a port of its own: --port",
        )


def look_at_disk(folder: Path) -> Iterator[Finding]:
    """See whether there is room on the disk, and whether it is this machine's."""
    usage = shutil.disk_usage(folder)
    text = f"{usage.free / MEGABYTE:,.0f} MB free of {usage.total / MEGABYTE:,.0f} at {folder}"
    advice = "make room: sessions and files that find none are not saved"
    if usage.free < LITTLE_ROOM:
        yield wrong("disk", text, advice)
    elif usage.free < ENOUGH_ROOM:
        yield warning("disk", text, advice)
    else:
        yield ok("disk", text)


def file_system(folder: Path, mounts: str) -> str:
    """Return the kind of file system that a folder is on; "" if that is not known.

    Args:
        folder: The folder, without links.
        mounts: What Linux says is mounted, a line each.
    """
    rows = [line.split() for line in mounts.splitlines()]
    places = [(Path(row[1].replace("\\040", " ")), row[2]) for row in rows if len(row) > 2]
    on = [(len(place.parts), kind) for place, kind in places if folder.is_relative_to(place)]
    return max(on, key=lambda each: each[0], default=(0, ""))[1]


def look_at_files() -> Iterator[Finding]:
    """See how many files, and so connections, a process may have open."""
    if os.name == "nt":
        return
    import resource  # noqa: PLC0415  (Windows has none)

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft in (resource.RLIM_INFINITY, -1):
        yield ok("limits", "any number of open files")
        return
    text = f"{soft:,} open files, and every visitor needs one"
    most = "65536" if hard in (resource.RLIM_INFINITY, -1) or hard >= 65536 else str(hard)
    advice = f"raise it: ulimit -n {most}, LimitNOFILE=65536 of systemd, --ulimit nofile of docker"
    if soft < FEW_FILES:
        yield wrong("limits", text, advice)
    elif soft < ENOUGH_FILES:
        yield warning("limits", text, advice)
    else:
        yield ok("limits", text)


def look_at_clock() -> Iterator[Finding]:
    """See whether the clock can be right: it is not before what is installed here was made."""
    made = Path(ostinato.__file__).stat().st_mtime
    text = time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime())
    if time.time() < made - 86_400:
        yield wrong(
            "clock",
            f"{text} is before the files of this package were written",
            "set it right: lives of sessions and logins are counted by it",
        )
    else:
        yield ok("clock", text)


def _is_app(config: Config) -> bool:
    server = config.server
    scheme = "https" if server.ssl_cert_file else "http"
    host = server.address if server.address not in (None, "0.0.0.0", "::") else "localhost"
    address = f"{scheme}://{host}:{server.port}{server.base_path}/_stcore/health"
    try:
        with urlopen(address, timeout=2) as answer:
            return bool(answer.read(10) == b"ok")
    except (OSError, ValueError):
        return False
