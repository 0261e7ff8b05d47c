"""Load: tabs that click as fast as the server lets them, in a process of their own.

python -m benchmarks.load PRODUCT PORT PID TABS SECONDS PAUSE prints a `Load` as JSON. Every tab
waits for the effect of one click, and some seconds, before the next. `PRODUCT` is a name of
`products`; the process must run in the environment of that product, for it uses its messages.
"""

import asyncio
import ctypes
import dataclasses
import importlib
import json
import statistics
import sys
import time
from typing import NamedTuple, Protocol

WARM_UP = 0.25
"""The share of the time that is spent before anything is counted."""

TABS = {
    "Ostinato": "benchmarks.headless:HeadlessTab",
    "Streamlit": "benchmarks.streamlit_tab:StreamlitTab",
}


class Tab(Protocol):
    """One tab that counts what it receives."""

    bytes: int
    messages: int

    @classmethod
    async def open(cls, port: int) -> "Tab":
        """Connect, and wait until the script has run once."""

    async def click(self) -> None:
        """Click, and wait for the effect."""

    def close(self) -> None:
        """Leave."""


@dataclasses.dataclass(frozen=True)
class Load:
    """What came of it: for one click, but for the last.

    Attributes:
        cpu: Milliseconds that all threads of the server were busy, the mean.
        wall: Milliseconds from a click to its effect, the median.
        bytes: Bytes from the server, the median.
        messages: Frames from the server, the median.
        clicks_per_second: Of all tabs together.
    """

    cpu: float
    wall: float
    bytes: float
    messages: float
    clicks_per_second: float


class Click(NamedTuple):
    """What one tab saw of one click."""

    seconds: float
    bytes: int
    messages: int


async def load(product: str, port: int, pid: int, tabs: int, seconds: float, pause: float) -> Load:
    """Click in many tabs at once for some time."""
    kind = tab_of(product)
    opened = [await kind.open(port) for _ in range(tabs)]
    await _click_until(opened, time.monotonic() + WARM_UP * seconds, pause)
    before, start = cpu_seconds(pid), time.monotonic()
    clicks = await _click_until(opened, start + seconds, pause)
    took, cpu = time.monotonic() - start, cpu_seconds(pid) - before
    for tab in opened:
        tab.close()
    return Load(
        cpu=1000 * cpu / len(clicks),
        wall=1000 * statistics.median(click.seconds for click in clicks),
        bytes=statistics.median(click.bytes for click in clicks),
        messages=statistics.median(click.messages for click in clicks),
        clicks_per_second=len(clicks) / took,
    )


def tab_of(product: str) -> type[Tab]:
    """Return the kind of tab that speaks the language of a product."""
    module, _, name = TABS[product].partition(":")
    kind: type[Tab] = getattr(importlib.import_module(module), name)
    return kind


async def _click_until(tabs: list[Tab], end: float, pause: float) -> list[Click]:
    clicks: list[Click] = []

    async def click(tab: Tab) -> None:
        while (start := time.monotonic()) < end:
            bytes, messages = tab.bytes, tab.messages
            await tab.click()
            took = time.monotonic() - start
            clicks.append(Click(took, tab.bytes - bytes, tab.messages - messages))
            await asyncio.sleep(pause)

    await asyncio.gather(*(click(tab) for tab in tabs))
    return clicks


def cpu_seconds(pid: int) -> float:
    """Return the time that a process has been busy, to the nanosecond, in all its threads."""
    clock = ctypes.c_int()
    if error := ctypes.CDLL(None).clock_getcpuclockid(pid, ctypes.byref(clock)):
        raise ProcessLookupError(error, f"load: no such process, got pid={pid}")
    return time.clock_gettime(clock.value)


def main() -> None:
    """Read the command line, and use uvloop where it is installed."""
    product, port, pid, tabs, seconds, pause = sys.argv[1:]
    work = load(product, int(port), int(pid), int(tabs), float(seconds), float(pause))
    try:
        import uvloop  # noqa: PLC0415  (the environment of Streamlit has none)
    except ImportError:
        result = asyncio.run(work)
    else:
        result = uvloop.run(work)
    print(json.dumps(dataclasses.asdict(result)))


if __name__ == "__main__":
    main()
