"""Inspection: what a developer is told of a session, as parts of messages."""

from typing import Literal

import msgspec

Cause = Literal["event", "visit", "rerun", "file", "notice", "clock"]
"""Why the script runs, the most telling first."""


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """One value of a session: its key or the id of its widget, what it is, and bytes it takes.

    `live` is only in the process, `stale` there and older in the store, `unreadable` only in the
    store; a `problem` says why. `value` is its `repr`, cut, if it was asked for.
    """

    name: str
    is_widget: bool
    type: str
    size: int
    problem: str
    status: Literal["stored", "live", "stale", "unreadable"]
    value: str | None


class CacheSize(msgspec.Struct, frozen=True, array_like=True):
    """What the results of one cached function take in the memory of this process."""

    name: str
    kind: Literal["data", "resource"]
    count: int
    size: int


class Duration(msgspec.Struct, frozen=True, array_like=True):
    """How many seconds a part of a run took: it waits, applies events, runs, makes bytes."""

    kind: Literal["waiting", "callbacks", "script", "saving"]
    seconds: float


class CacheUse(msgspec.Struct, frozen=True, array_like=True):
    """How many calls of a cached function found their answer in a run, and how many did not."""

    name: str
    hits: int
    misses: int


class RunReport(msgspec.Struct, frozen=True, array_like=True):
    """What one run did, and why.

    `used` are the labels of what a person used, `parts` what ran if it was not the whole page.
    `edits` of its `elements` were sent, as these `bytes`; the rest is as it was. `read` and
    `written` are keys of session state, `dropped` what a person used and it could not apply.
    """

    number: int
    cause: Cause
    used: list[str]
    parts: list[str]
    outcome: Literal["done", "superseded", "stopped", "failed"]
    durations: list[Duration]
    elements: int
    edits: int
    bytes: int
    read: list[str]
    written: list[str]
    caches: list[CacheUse]
    dropped: list[str]


INSPECTED = (Entry, Duration, CacheUse, RunReport, CacheSize)
"""What `Inspected` is made of."""
