"""Memory: what a thousand sessions take in which nothing happens."""

from benchmarks.crowd import allow_files
from benchmarks.products import OSTINATO, STREAMLIT, Product
from benchmarks.servers import served
from benchmarks.table import Row

COUNT = 1000
REST = ("--session.rest", "20")
IDLE = ("--session.idle", "1")


def sessions() -> list[Row]:
    """Measure sessions whose page is open, is unused, and was closed.

    Memory that is free again stays with the process, for what comes next. So what sessions keep
    that have left is what as many others then take more than they would have taken alone.
    """
    allow_files(2 * COUNT)
    theirs = _taken(STREAMLIT, "nothing")
    connected = _taken(OSTINATO, "nothing")
    resting = _taken(OSTINATO, "resting", *REST) - connected
    gone = _taken(OSTINATO, "gone", *IDLE) - connected
    title = f"memory of {COUNT:,} idle sessions"
    return [
        Row("memory.connected", f"{title}, connected (MB)", theirs, connected),
        Row("memory.resting", f"{title}, connected and resting in the store (MB)", None, resting),
        Row("memory.evicted", f"{title}, their pages closed, in the store (MB)", None, gone),
    ]


def _taken(product: Product, before: str, *flags: str) -> float:
    with served(product, "counter", *flags) as server:
        where = [str(server.port), str(server.pid), str(COUNT), before]
        return int(product.run("-m", "benchmarks.crowd", product.name, *where)) / 1e6
