"""Cache: what one function has made, by the key of its arguments."""

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from typing import Any, Literal, NamedTuple, Protocol

from ostinato.caching.copies import Kept, Same, keep
from ostinato.caching.making import Cleared, Draft, Maker, Making, waits

logger = logging.getLogger("ostinato")

NEVER = float("inf")

LOOKS = 8
"""In the life of an entry, how often at the most all are looked at for those past theirs."""

COOLDOWN = 10.0
"""Seconds, at most, after which a refresh that failed is tried again."""


class Settings(NamedTuple):
    """What one function's cache is like.

    Args:
        kind: "data" or "resource".
        ttl: Seconds for which an entry is fresh; None for ever.
        max_entries: How many entries there are at most.
        max_size: How many bytes they have at most.
        is_persistent: Whether they are kept on disk as well.
        is_background: Whether what is stale is given, and made again meanwhile.
    """

    kind: Literal["data", "resource"] = "data"
    ttl: float | None = None
    max_entries: int | None = None
    max_size: int | None = None
    is_persistent: bool = False
    is_background: bool = False


class Entry:
    """What was made, with what was drawn meanwhile."""

    __slots__ = ("drawn", "kept", "made_at", "stamp", "used_at")

    def __init__(self, kept: Kept, drawn: Any, now: float) -> None:
        self.kept = kept
        self.drawn = drawn
        self.made_at = self.used_at = now
        self.stamp: object = None
        """What tells it from others of its key beside memory."""


class Made(NamedTuple):
    """What a call gives.

    Args:
        value: For the caller.
        entry: What is kept of it; None if nothing is.
        is_hit: Whether it was there before.
    """

    value: Any
    entry: Entry | None
    is_hit: bool


class Backing(Protocol):
    """Where entries are kept beside memory."""

    def stamp(self, key: bytes) -> object:
        """Return what tells the entry that is there from others of its key; None without one."""

    def read(self, key: bytes) -> Entry | None:
        """Return an entry, if it is there and is ours."""

    def begin(self, key: bytes) -> Draft | None:
        """Begin an entry; None if it can only be in memory."""

    def clear(self, key: bytes | None = None) -> None:
        """Forget an entry, or all."""


Make = Callable[[], tuple[Any, Any]]
"""Makes a value; returns it with what it has drawn."""


class Cache:
    """What one function has made.

    Its lock is held for moments only, and never while code of the user goes on. What it guards is
    whole between any two steps: a run can be interrupted anywhere.

    Args:
        name: The function, for people.
        settings: What it is like.
        clock: Returns the time in seconds.
    """

    def __init__(
        self, name: str, settings: Settings, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.name = name
        self.settings = settings
        self.stale_for = 2.0
        """How many times its life an entry may be given while it is made again."""
        self.validate: Callable[[Any], Any] | None = None
        self.on_release: Callable[[Any], Any] | None = None
        self.backing: Backing | None = None
        self._clock = clock
        self._lock = threading.Lock()
        self._entries: OrderedDict[bytes, Entry] = OrderedDict()
        self._making: dict[bytes, Making] = {}
        self._failed_at: dict[bytes, float] = {}
        self._looked_at = clock()

    def find(self, key: bytes) -> Made | None:
        """Return what is there, if it may be given."""
        stamp = None if self.backing is None else self.backing.stamp(key)
        entry = self._find(key, stamp) or (None if stamp is None else self._read(key))
        if entry is None:
            return None
        value = entry.kept.copy()
        # A resource that is no good any more is made again.
        if self.validate is not None and not self.validate(value):
            self._drop(key, entry)
            return None
        return Made(value, entry, True)

    def obtain(
        self, key: bytes, make: Make, maker: Maker, wait: Callable[[Making], object]
    ) -> Made:
        """Make what was not found just now; who makes it already is waited for.

        Args:
            key: That of the arguments.
            make: Makes the value.
            maker: Who asks.
            wait: Waits until something is made, or its maker has ended otherwise.

        Raises:
            Unkept: If the value cannot be kept.
            Exception: Whatever `make` raises: then nothing is kept.
        """
        while (making := self.claim(key, maker)) is None:
            other = self.maker_of(key)
            if other is not None and not waits.begin(maker.who, other):
                return Made(make()[0], None, False)
            try:
                if other is not None:
                    wait(other)
            finally:
                waits.end(maker.who)
            if (made := self.find(key)) is not None:
                return made
        try:
            # It may have come between the look and the claim.
            return self.find(key) or self.make(key, make, making)
        finally:
            self.give_up(key, making)

    def claim(self, key: bytes, maker: Maker) -> Making | None:
        """Have somebody make an entry; None if another does."""
        with self._lock:
            current = self._making.get(key)
            if current is not None and current.maker.is_alive():
                return None
            making = self._making[key] = Making(maker)
        if current is not None:
            self._end(current)
        if self.backing is not None:
            making.draft = self.backing.begin(key)
        return making

    def maker_of(self, key: bytes) -> Making | None:
        """Return what is under way, if an entry is being made."""
        with self._lock:
            return self._making.get(key)

    def give_up(self, key: bytes, making: Making) -> None:
        """Note that what somebody was to make is made, or will not be."""
        with self._lock:
            if self._making.get(key) is making:
                del self._making[key]
        self._end(making)

    def make(self, key: bytes, make: Make, making: Making) -> Made:
        """Make an entry, and keep it unless it was cleared meanwhile, or its maker is gone."""
        value, drawn = make()
        entry = Entry(self._keep(value), drawn, self._clock())
        is_written = self._write(key, entry, value, making)
        dropped: list[Entry] = []
        with self._lock:
            is_current = self._making.get(key) is making and making.maker.is_alive()
            is_wanted = is_current and is_written
            if is_wanted:
                dropped = self._put(key, entry)
        self._release(dropped, but=entry)
        return Made(value, entry if is_wanted else None, False)

    # Making again what is stale.

    def is_stale(self, entry: Entry) -> bool:
        """Return whether an entry is past its life."""
        ttl = self.settings.ttl
        return ttl is not None and self._clock() - entry.made_at >= ttl

    def may_refresh(self, key: bytes) -> bool:
        """Return whether it is time to make an entry again: not just after that has failed."""
        failed_at = self._failed_at.get(key)
        pause = min(COOLDOWN, self.settings.ttl or COOLDOWN)
        return failed_at is None or self._clock() - failed_at >= pause

    def note_refresh(self, key: bytes, *, has_failed: bool) -> None:
        """Note how making an entry again has ended."""
        with self._lock:
            if has_failed:
                self._failed_at[key] = self._clock()
            else:
                self._failed_at.pop(key, None)

    # What there is.

    @property
    def count(self) -> int:
        """How many entries there are."""
        return len(self._entries)

    @property
    def size(self) -> int:
        """About how many bytes they take; what is shared, as a resource, counts little."""
        with self._lock:
            return sum(entry.kept.size for entry in self._entries.values())

    def entries(self) -> Iterator[tuple[bytes, Entry]]:
        """Yield all entries, the one that was used longest ago first."""
        with self._lock:
            entries = [*self._entries.items()]
        yield from entries

    def drop(self, key: bytes) -> None:
        """Forget an entry to make room; on disk it stays."""
        with self._lock:
            entry = self._entries.pop(key, None)
        self._release([] if entry is None else [entry])

    def clear(self, key: bytes | None = None) -> None:
        """Forget an entry, or all; what is being made now is not kept."""
        with self._lock:
            if key is None:
                dropped = [*self._entries.values()]
                self._entries.clear()
                self._making.clear()
                self._failed_at.clear()
            else:
                entry = self._entries.pop(key, None)
                dropped = [] if entry is None else [entry]
                self._making.pop(key, None)
                self._failed_at.pop(key, None)
        if self.backing is not None:
            self.backing.clear(key)
        self._release(dropped)

    def _end(self, making: Making) -> None:
        if making.draft is not None:
            making.draft.discard()
        making.done.set()

    def _write(self, key: bytes, entry: Entry, value: Any, making: Making) -> bool:
        """Keep an entry beside memory as well, if it can be; False if it was cleared meanwhile."""
        if self.backing is None:
            return True
        if self._making.get(key) is not making:
            return False
        try:
            draft = making.draft
            written = None if draft is None else draft.write(entry.kept, value, entry.drawn)
            entry.stamp = self.backing.stamp(key) if written is None else written
        except Cleared:
            return False
        return True

    def _find(self, key: bytes, stamp: object) -> Entry | None:
        """Return what is in memory, unless another process has cleared it, or made it again."""
        now = self._clock()
        with self._lock:
            entry = self._entries.get(key)
            if entry is None:
                return None
            if entry.stamp == stamp and now - entry.made_at < self._life:
                entry.used_at = now
                self._entries.move_to_end(key)
                return entry
            del self._entries[key]
        self._release([entry])
        return None

    def _read(self, key: bytes) -> Entry | None:
        entry = None if self.backing is None else self.backing.read(key)
        if entry is not None:
            with self._lock:
                self._put(key, entry)
        return entry

    def _drop(self, key: bytes, entry: Entry) -> None:
        with self._lock:
            if self._entries.get(key) is not entry:
                return
            del self._entries[key]
        self._release([entry])

    @property
    def _life(self) -> float:
        ttl = NEVER if self.settings.ttl is None else self.settings.ttl
        return ttl * self.stale_for if self.settings.is_background else ttl

    def _keep(self, value: Any) -> Kept:
        if self.settings.kind == "resource":
            return Same(value)
        try:
            return keep(value)
        except Exception as error:
            raise Unkept(value) from error

    def _put(self, key: bytes, entry: Entry) -> list[Entry]:
        """Keep an entry, with the lock held, and return those that made room for it."""
        now = self._clock()
        replaced = self._entries.get(key)
        self._entries[key] = entry
        self._entries.move_to_end(key)
        dropped = [] if replaced is None else [replaced]
        dropped += [self._entries.pop(known) for known in self._over(now) if known != key]
        most = self.settings.max_entries
        while most is not None and len(self._entries) > most:
            dropped.append(self._entries.popitem(last=False)[1])
        if self.settings.max_size is not None:
            beyond = self._beyond(self.settings.max_size, key)
            dropped += [self._entries.pop(known) for known in beyond]
        return dropped

    def _over(self, now: float) -> list[bytes]:
        """Return what is past its life; to look at all of them with each new one would add up."""
        life = self._life
        if now - self._looked_at < life / LOOKS:
            return []
        self._looked_at = now
        return [known for known, each in self._entries.items() if now - each.made_at >= life]

    def _beyond(self, limit: int, key: bytes) -> list[bytes]:
        """Return what is to go so that the rest has no more bytes; what is new stays."""
        sizes = {known: each.kept.size for known, each in self._entries.items()}
        total, found = sum(sizes.values()), []
        for known, size in sizes.items():
            if total <= limit:
                break
            if known != key:
                found.append(known)
                total -= size
        if total > limit:
            logger.warning(
                "%s: what it returns is larger than the cache, got %d bytes with max_size=%d: it is"
                " kept all the same, alone",
                self.name,
                sizes[key],
                limit,
            )
        return found

    def _release(self, dropped: list[Entry], but: Entry | None = None) -> None:
        if self.on_release is None:
            return
        for entry in dropped:
            value = entry.kept.copy()
            # A function may return what it returned before.
            if but is not None and but.kept.copy() is value:
                continue
            try:
                self.on_release(value)
            except Exception:
                logger.exception("%s: on_release failed", self.name)


class Unkept(Exception):
    """A value cannot be kept.

    Args:
        value: Which.
    """

    def __init__(self, value: Any) -> None:
        super().__init__()
        self.value = value
