"""Redis: whether it may forget what it has confirmed. Needs the extra `redis`."""

from collections.abc import Iterator

from ostinato.cli.doctor.findings import Finding, ok, warning, wrong
from ostinato.stores.redis_facts import RedisFacts
from ostinato.stores.redis_server import KEEPS_ALL

OLDEST = (6, 0)
CLOCKS_APART = 5.0
FULL = 0.9


def look_at_facts(facts: RedisFacts) -> Iterator[Finding]:
    """See whether a server is fit to keep sessions."""
    if tuple(int(part) for part in facts.version.split(".")[:2] if part.isdigit()) < OLDEST:
        yield warning("store", f"Redis {facts.version} is old", "take version 6 or a later one")
    if facts.role == "slave":
        yield wrong(
            "store", f"Redis {facts.version} is a replica", "name its primary in session.store"
        )
    if facts.policy != KEEPS_ALL:
        judge = wrong if facts.limit else warning
        yield judge(
            "store",
            f"maxmemory-policy is {facts.policy}: sessions vanish once maxmemory is reached",
            f"CONFIG SET maxmemory-policy {KEEPS_ALL}, and the same in redis.conf",
        )
    if facts.limit and facts.used > FULL * facts.limit:
        yield warning(
            "store",
            f"{facts.used / 1e6:,.0f} MB of {facts.limit / 1e6:,.0f} are taken",
            "raise maxmemory, or shorten session.ttl",
        )
    yield from _look_at_memory_of(facts.appends, facts.fsync, facts.snapshots)
    if abs(facts.ahead) > CLOCKS_APART:
        yield warning(
            "clock",
            f"Redis's clock is {abs(facts.ahead):.0f} s {'ahead' if facts.ahead > 0 else 'behind'}",
            "set both right, as by NTP: lives of sessions are counted by Redis's",
        )


def _look_at_memory_of(
    appends: bool | None, fsync: str | None, snapshots: str | None
) -> Iterator[Finding]:
    """See what a Redis has forgotten after a restart."""
    if appends is None:
        yield warning(
            "store",
            "Redis does not tell what it keeps",
            "see to it that its data survive a restart",
        )
    elif not appends:
        rest = "the last snapshot is left" if snapshots else "nothing is left"
        yield warning(
            "store",
            f"appendonly is off: after a restart of Redis {rest}",
            "set appendonly yes, and appendfsync always if nothing confirmed may be lost",
        )
    else:
        yield ok("store", f"appendonly is on, appendfsync is {fsync or 'not told'}")
