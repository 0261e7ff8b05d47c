"""Snapshot: the state of a session as sealed bytes, of which only what changed is made anew."""

from collections.abc import Mapping, Sequence
from typing import Any

from ostinato.state.pickling import (
    Pickled,
    TooLarge,
    Unstorable,
    decode,
    digest_of,
    encode,
    in_short,
    type_name,
    type_of,
)
from ostinato.state.seal import BadSeal, Bytes, KeyRing
from ostinato.state.session_state import PLAIN, WIDGET, SessionState
from ostinato.state.widget import MISSING, key_of
from ostinato.wire.messages import Entry

MEGABYTE = 1_000_000


class Kept:
    """What is known of one entry: how it was handed on last, and what is wrong with it.

    `size` is 0 if the store does not have it. `is_live_only` says that only this process does.
    """

    __slots__ = ("digest", "is_live_only", "is_rich", "problem", "size")

    def __init__(self, size: int = 0) -> None:
        self.size = size
        self.digest: bytes | None = None
        self.is_rich = False
        self.is_live_only = False
        self.problem = ""


class Snapshot:
    """The state of one session as bytes by the name of an entry, and what a store has of it.

    All but `entries` is to be called where the script runs, or while it does not.

    Args:
        session: The session's id.
        keys: What seals the bytes.
        max_value: How many bytes one value may take.
        max_total: How many bytes all values together may take.
    """

    def __init__(self, session: str, keys: KeyRing, *, max_value: int, max_total: int) -> None:
        self._session = self._source = session
        self._keys = keys
        self._max_value = max_value
        self._max_total = max_total
        self._kept: dict[str, Kept] = {}
        self._total = 0
        self._earlier: set[str] = set()
        self._foreign: set[str] = set()
        self._without_room: set[str] = set()
        self._script_names: set[str] = set()
        self._news: list[tuple[str, str]] = []

    def restore(self, values: Mapping[str, bytes], *, source: str | None = None) -> SessionState:
        """Give the state that a store has; its values are read when they are needed.

        Args:
            values: Sealed bytes by the name of the entry.
            source: The session whose values they are, if they are another's.
        """
        self._kept = {name: Kept(len(sealed)) for name, sealed in values.items()}
        self._total = sum(kept.size for kept in self._kept.values())
        self._source = source or self._session
        self._foreign = set() if source is None else set(values)
        return SessionState(values, self._wake)

    def changes(self, state: SessionState) -> dict[str, bytes | None]:
        """Give the entries that are not what this gave last; None stands for one that is gone.

        What the run before the last one touched is looked at too: a callback may have changed in
        place what that run has read.
        """
        touched, state.touched = state.touched, set()
        names = touched | self._earlier | self._foreign
        self._earlier = touched
        changed: dict[str, bytes | None] = {}
        total = self._total
        for name in names:
            self._look_at(name, state, changed)
        if self._total < total:
            for name in list(self._without_room):
                self._look_at(name, state, changed)
        return changed

    def everything(self, state: SessionState) -> dict[str, bytes | None]:
        """Give all entries, whatever was given before."""
        for kept in self._kept.values():
            kept.digest = None
        state.touched.update(self._kept, map(PLAIN.__add__, state.plain))
        state.touched.update(map(WIDGET.__add__, state.widgets))
        changed = self.changes(state)
        return changed | state.asleep

    def entries(self, state: SessionState) -> list[Entry]:
        """Describe every value: for developers."""
        found = [self._entry(PLAIN + key, value) for key, value in list(state.plain.items())]
        found += [
            self._entry(WIDGET + widget.id, widget.value)
            for widget in list(state.widgets.values())
            if widget.is_remembered and widget.value is not MISSING
        ]
        found += [self._entry_asleep(name, sealed) for name, sealed in list(state.asleep.items())]
        return sorted(found, key=lambda entry: (entry.is_widget, entry.name))

    def new_problems(self) -> list[tuple[str, str]]:
        """Give what became wrong since the last call: keys or ids of widgets, and why."""
        news, self._news = self._news, []
        return news

    def is_whole(self, state: SessionState) -> bool:
        """Say whether the state may leave memory: all of it is stored, or can be made again."""
        rebuilt = {PLAIN + key for key in state.rebuilders}
        return not any(
            kept.is_live_only and name not in rebuilt for name, kept in self._kept.items()
        )

    # From bytes.

    def _wake(self, name: str, sealed: bytes) -> Any:
        kept = self._kept[name]
        try:
            payload = self._open(name, sealed)
            value = decode(payload)
        except BaseException as error:  # noqa: BLE001  (reading a pickle may raise anything)
            self._report(name, kept, f"it cannot be read: {in_short(error)}")
            return MISSING
        if name not in self._foreign:
            kept.digest = digest_of(payload)
        kept.problem = ""
        return value

    def _open(self, name: str, sealed: bytes) -> memoryview:
        owner = self._source if name in self._foreign else self._session
        return self._keys.open(f"{owner}/{name}", sealed)

    # To bytes.

    def _look_at(self, name: str, state: SessionState, changed: dict[str, bytes | None]) -> None:
        if name in state.asleep:
            if name in self._foreign:
                self._adopt(name, state, changed)
            return
        self._foreign.discard(name)
        value = _current(name, state)
        if value is MISSING:
            kept = self._kept.pop(name, None)
            if kept is not None and kept.size:
                self._total -= kept.size
                changed[name] = None
            return
        kept = self._kept.setdefault(name, Kept())
        self._without_room.discard(name)
        try:
            self._hand_on(name, value, kept, changed)
        except Unstorable as error:
            if kept.size:
                # An older value must not come back.
                changed[name] = None
                self._total -= kept.size
            kept.size, kept.digest = 0, None
            is_news = name.removeprefix(PLAIN) not in state.rebuilders
            self._report(name, kept, str(error), is_live_only=True, is_news=is_news)

    def _hand_on(
        self, name: str, value: object, kept: Kept, changed: dict[str, bytes | None]
    ) -> None:
        pickled = self._pickled(name, value, kept)
        digest = pickled.digest()
        if digest == kept.digest:
            return
        if self._total - kept.size + pickled.size > self._max_total:
            self._without_room.add(name)
            limit = _megabytes(self._max_total)
            raise Unstorable(
                f"{_megabytes(pickled.size)} are more than session.maxSize ({limit}) has room for:"
                " it stays in this process only"
            )
        sealed = self._seal(name, pickled.parts())
        self._total += len(sealed) - kept.size
        kept.size, kept.digest, kept.is_rich = len(sealed), digest, pickled.is_rich
        kept.problem, kept.is_live_only = "", False
        changed[name] = sealed

    def _pickled(self, name: str, value: object, kept: Kept) -> Pickled:
        if not name.isascii() and name.encode(errors="replace").decode() != name:
            raise Unstorable("its key is no valid text, so it cannot be stored")
        limit = self._max_value
        shown = value[-1] if name.startswith(WIDGET) and isinstance(value, tuple) else value
        try:
            pickled = encode(
                value,
                type=type_name(shown),
                limit=limit,
                names=self._script_names,
                is_rich=kept.is_rich,
            )
        except TooLarge as error:
            much = "it takes" if error.size is None else f"{_megabytes(error.size)} are"
            raise Unstorable(
                f"{much} more than session.maxValueSize ({_megabytes(limit)}):"
                " it stays in this process only"
            ) from None
        return pickled

    def _adopt(self, name: str, state: SessionState, changed: dict[str, bytes | None]) -> None:
        """Seal another session's value, which nobody has read, as this session's own."""
        try:
            content = self._open(name, state.asleep[name])
        except BadSeal as error:
            # Bytes that do not verify are never made ours.
            self._report(name, self._kept[name], f"it cannot be read: {error}")
            self._total -= self._kept[name].size
            self._kept[name].size = 0
            del state.asleep[name]
        else:
            changed[name] = state.asleep[name] = self._seal(name, [content])
        self._foreign.discard(name)

    def _seal(self, name: str, parts: Sequence[Bytes]) -> bytes:
        return self._keys.seal(f"{self._session}/{name}", parts)

    # For people.

    def _report(
        self,
        name: str,
        kept: Kept,
        problem: str,
        *,
        is_live_only: bool = False,
        is_news: bool = True,
    ) -> None:
        if is_news and (not kept.problem or kept.is_live_only != is_live_only):
            self._news.append((_shown_name(name), problem))
        kept.problem, kept.is_live_only = problem, is_live_only

    def _entry(self, name: str, value: object) -> Entry:
        kept = self._kept.get(name) or Kept()
        return Entry(
            _shown_name(name), name.startswith(WIDGET), type_name(value), kept.size, kept.problem
        )

    def _entry_asleep(self, name: str, sealed: bytes) -> Entry:
        kept = self._kept.get(name) or Kept()
        try:
            type = type_of(self._open(name, sealed))
        except BadSeal:
            type = ""
        return Entry(_shown_name(name), name.startswith(WIDGET), type, len(sealed), kept.problem)


def _current(name: str, state: SessionState) -> Any:
    """Give what is to be stored of an entry; MISSING for nothing."""
    if name.startswith(PLAIN):
        return state.plain.get(name.removeprefix(PLAIN), MISSING)
    widget = state.widgets.get(name.removeprefix(WIDGET))
    return widget.record if widget is not None and widget.is_remembered else MISSING


def _shown_name(name: str) -> str:
    """Give the key, or the id of a widget that has none."""
    return key_of(name.removeprefix(WIDGET)) if name.startswith(WIDGET) else name[len(PLAIN) :]


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.1f} MB"
