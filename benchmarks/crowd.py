"""Crowd: many tabs in which nothing happens, in a process of their own, and the memory they take.

python -m benchmarks.crowd PRODUCT PORT PID COUNT BEFORE prints the bytes that the server has
taken for COUNT tabs. `BEFORE` says what else has happened to it by then: `nothing`, or as many
tabs came and were left alone for a while (`resting`), or closed (`gone`).
"""

import asyncio
import resource
import sys
from pathlib import Path

from benchmarks.load import Tab, tab_of

QUIET = 2.0
"""Seconds after the last tab has come, for the server to end what it does."""

ALONE = 45.0
"""Seconds in which a server has let sessions go: its patience, and some looks for them."""


async def crowd(product: str, port: int, pid: int, count: int, before: str) -> int:
    """Return the bytes that a server has taken once so many tabs are open."""
    allow_files(2 * count)
    kind = tab_of(product)
    empty = memory(pid)
    early: list[Tab] = []
    if before != "nothing":
        early = [await kind.open(port) for _ in range(count)]
        if before == "gone":
            close(early)
        await asyncio.sleep(ALONE)
    tabs = [await kind.open(port) for _ in range(count)]
    await asyncio.sleep(QUIET)
    taken = memory(pid) - empty
    close([*early, *tabs])
    return taken


def close(tabs: list[Tab]) -> None:
    """Leave."""
    while tabs:
        tabs.pop().close()


def memory(pid: int) -> int:
    """Return the bytes that only this process has."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    private = [line.split() for line in lines if line.startswith("Private_")]
    return 1024 * sum(int(size) for _, size, _ in private)


def allow_files(count: int) -> None:
    """Have this process, and those it starts, open so many connections at least."""
    spare = 200
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < count + spare:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, count + spare), hard))


def main() -> None:
    """Read the command line."""
    product, port, pid, count, before = sys.argv[1:]
    print(asyncio.run(crowd(product, int(port), int(pid), int(count), before)))


if __name__ == "__main__":
    main()
