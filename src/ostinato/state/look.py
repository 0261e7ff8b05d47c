"""Look: after a run, all that it may have changed is looked at, and what has changed is signed."""

import sys
from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import Any

from ostinato.state.entries import PLAIN, WIDGET
from ostinato.state.ledger import Changes, EntryRecord, Ledger, megabytes
from ostinato.state.patience import Endless, TooLong
from ostinato.state.pickled import NotNow, Pickled, TooLarge, Unstorable, stub, type_name
from ostinato.state.pickling import encode, encode_scalar
from ostinato.state.session_state import SessionState
from ostinato.state.sharing import objects_of
from ostinato.state.shelf import GROUP
from ostinato.state.shelf_look import is_unknown
from ostinato.state.widget import MISSING
from ostinato.values.codec import SCALARS

STOPPED = "took too long, and was stopped"

LARGE = 100_000
"""Bytes of a pickle from which on one that is as it was is not searched for shared objects."""


class Look:
    """One look at the state of a session.

    Args:
        ledger: What is known of its entries.
        state: The state.
        changed: Gains what is not as it was.
    """

    def __init__(self, ledger: Ledger, state: SessionState, changed: Changes) -> None:
        self.short: set[str] = set()
        """Entries for which there was not enough memory."""
        self._ledger = ledger
        self._state = state
        self._changed = changed
        self._pending: dict[str, Pickled] = {}
        self._beside: set[str] = set()

    def at(self, names: Iterable[str]) -> None:
        """Look at entries, and at those that have objects in common with them."""
        names = set(names)
        parted = self._take_parted(names)
        self._look_at(names | parted)
        while new := self._beside - names:
            names |= new
            self._look_at(new)
        if not parted <= self._pending.keys():
            # What they have in common may become storable through any of them.
            self._ledger.parted |= parted
        self._hand_on_all()

    def _look_at(self, names: set[str]) -> None:
        groups: set[str] = set()
        for name in names:
            if self._is_encoded(name):
                continue
            value = current(name, self._state)
            record = self._ledger.records.get(name)
            if record is not None and record.group:
                groups.add(record.group)
            if value is MISSING:
                self._ledger.forget(name, self._changed)
            elif record is None or not record.group:
                self._pickle(name, value)
        for group in groups:
            self._pickle_group(group)

    def _take_parted(self, names: set[str]) -> set[str]:
        """Return the values that are apart from others, if any of them may have changed."""
        if self._ledger.parted.isdisjoint(names):
            return set()
        parted, self._ledger.parted = self._ledger.parted, set()
        return parted

    def _is_encoded(self, name: str) -> bool:
        """Return whether nobody has read an entry; if it is another session's, it becomes ours."""
        foreign = self._ledger.shelf.foreign
        if name in self._state.entries.encoded or name in self._ledger.shelf.signed:
            if name in foreign:
                self._ledger.adopt(name, self._state, self._changed)
            return True
        foreign.discard(name)
        return False

    # Each value for itself.

    def _pickle(self, name: str, value: Any) -> None:
        """Pickle a value that may have changed; what goes wrong concerns only this one."""
        ledger = self._ledger
        record = ledger.of(name)
        ledger.without_room.discard(name)
        try:
            self._pending[name] = self._pickled(name, value, record)
        except Unstorable as error:
            self._lose(name, error)
            self._note_beside(value)
        except NotNow as error:
            self._postpone(name, record, str(error))
            self._note_beside(value)
        except TooLong:
            self._postpone(name, record, f"to store it {STOPPED}")
        except MemoryError:
            self.short.add(name)
            self._postpone(name, record, "there is not enough memory to store it")

    def _note_beside(self, value: object) -> None:
        """Note what may have been changed through a value that cannot be stored."""
        if self._ledger.sharing.is_used:
            self._beside |= self._ledger.sharing.within(value)

    def _pickled(self, name: str, value: object, record: EntryRecord) -> Pickled:
        if not name.isascii() and name.encode(errors="replace").decode() != name:
            raise Unstorable("its key is no valid text, so it cannot be stored")
        limit = self._ledger.max_value
        try:
            if type(value) in SCALARS:
                return encode_scalar(value, limit)
            shown, known = value, value
            if name.startswith(WIDGET) and isinstance(value, tuple):
                # It is another object each time.
                shown = value[-1]
                known = sys.intern(type_name(shown))
            kind = type_name(shown)
            return self._encoded(
                {name: known}, value, kind, limit, uses_cloudpickle=record.uses_cloudpickle
            )
        except Endless:
            raise Unstorable(
                f"a {kind} cannot be stored: to make its bytes {STOPPED}:"
                " it stays in this process only"
            ) from None
        except TooLarge as error:
            much = "it takes" if error.size is None else f"{megabytes(error.size)} are"
            raise Unstorable(
                f"{much} more than session.maxValueSize ({megabytes(limit)}):"
                " it stays in this process only"
            ) from None

    def _encoded(
        self,
        values: Mapping[str, object],
        whole: object,
        type: str,
        limit: int,
        *,
        uses_cloudpickle: bool = False,
    ) -> Pickled:
        """Return the bytes of what consists of some values; TooLong if that does not end."""
        definer = self._ledger.definitions
        ask = self._ledger.patience.ask
        return ask(
            values,
            encode,
            whole,
            type=type,
            limit=limit,
            definer=definer,
            uses_cloudpickle=uses_cloudpickle,
        )

    def _lose(self, name: str, error: Unstorable) -> None:
        is_news = name.removeprefix(PLAIN) not in self._state.rebuilders
        self._ledger.lose(name, str(error), self._changed, is_news=is_news)

    def _postpone(self, name: str, record: EntryRecord, reason: str) -> None:
        """Leave in the store what is there, and try again."""
        self._ledger.retried.add(name)
        # What it has in common with others, they have without it for now.
        self._ledger.sharing.forget(name)
        if record.size:
            reason += ": the store has an older value, and it is tried again"
        self._ledger.report(name, record, reason, "stale" if record.size else "live")

    def _hand_on(self, name: str, pickled: Pickled, digest: bytes) -> None:
        try:
            self._ledger.hand_on(name, pickled, digest, self._changed)
        except Unstorable as error:
            self._lose(name, error)

    # Values that have objects in common.

    def _pickle_group(self, group: str) -> None:
        """Look at values that had objects in common, if anything in them has changed."""
        records = self._ledger.records
        names = [name for name in records if records[name].group == group]
        values = {name: current(name, self._state) for name in names}
        values = {name: value for name, value in values.items() if value is not MISSING}
        try:
            digest = self._pickled_group(values).digest()
        except (Unstorable, NotNow, TooLarge, MemoryError):
            pass  # Each is looked at for itself, and says why.
        else:
            is_known = all(map(self._ledger.sharing.knows, values))
            if is_known and digest == self._ledger.of(group).digest:
                return
        for name, value in values.items():
            self._pickle(name, value)
        if any(name not in self._pending for name in values):
            # What they have in common may become storable through any of them.
            self._ledger.parted.update(values)

    def _pickled_group(self, values: dict[str, Any]) -> Pickled:
        limit = self._ledger.max_total
        try:
            pickled = self._encoded(values, values, "group", limit)
        except TooLong:
            raise Unstorable(f"to make the bytes of all of them {STOPPED}") from None
        pickled.pickler = None
        return pickled

    def _hand_on_all(self) -> None:
        self._note_objects()
        done: set[str] = set()
        for name in [*self._pending]:
            if name in done:
                continue
            group = self._partners(name) if self._ledger.sharing.is_used else ()
            if len(group) > 1:
                self._hand_on_group(sorted(group))
                done.update(group)
            else:
                self._hand_on(name, self._pending[name], self._pending[name].digest())
        self._pending = {}

    def _partners(self, name: str) -> set[str]:
        """Return the values that one has objects in common with, and that can be stored now."""
        sharing = self._ledger.sharing
        group = sharing.group(name)
        while new := [each for each in group if each not in self._pending]:
            for each in new:
                self._pickle(each, current(each, self._state))
                if each in self._pending:
                    self._pending[each].pickler = None
            group = sharing.group(name)
        return group

    def _note_objects(self) -> None:
        """Note which objects values consist of, if there are several that can have some."""
        sharing, is_watched = self._ledger.sharing, self._is_watched()
        if not sharing.is_used:
            if not is_watched:
                return
            self._pickle_first()
        for name, pickled in self._pending.items():
            pickler, pickled.pickler = pickled.pickler, None
            if not name.startswith(PLAIN):
                continue
            if pickler is None or not is_watched:
                if sharing.is_used:
                    sharing.forget(name)
            elif self._is_searched(name, pickled):
                sharing.note(name, self._objects_of(name, pickler))

    def _is_watched(self) -> bool:
        """Return whether there are values that may have objects in common."""
        if not any(map(attrgetter("pickler"), self._pending.values())):
            return False
        values = list(self._state.entries.plain.values())
        return sum(type(value) not in SCALARS for value in values) > 1

    def _objects_of(self, name: str, pickler: object) -> frozenset[int]:
        value = current(name, self._state)
        try:
            return self._ledger.patience.ask({name: value}, objects_of, value, pickler)
        except TooLong:
            return frozenset()

    def _pickle_first(self) -> None:
        """Pickle what has been alone so far: nobody knows what objects it has."""
        for key, value in list(self._state.entries.plain.items()):
            name = PLAIN + key
            is_stored = self._ledger.of(name).status == "stored"
            if is_stored and name not in self._pending and type(value) not in SCALARS:
                self._pickle(name, value)

    def _is_searched(self, name: str, pickled: Pickled) -> bool:
        if pickled.length < LARGE or not self._ledger.sharing.knows(name):
            return True
        return pickled.digest() != self._ledger.of(name).digest

    def _hand_on_group(self, names: list[str]) -> None:
        """Store values that have objects in common as one."""
        values = {name: current(name, self._state) for name in names}
        try:
            pickled = self._pickled_group(values)
        except (Unstorable, NotNow, TooLarge) as error:
            if isinstance(error, NotNow):
                self._ledger.retried.update(names)
            for name in names:
                self._hand_on(name, self._pending[name], self._pending[name].digest())
            return
        group = self._name_group(names)
        try:
            self._ledger.hand_on(group, pickled, pickled.digest(), self._changed)
        except Unstorable as error:
            for name in names:
                self._lose(name, error)
            return
        for name, value in values.items():
            self._hand_on(name, stub(type_name(value), group), group.encode())

    def _name_group(self, names: list[str]) -> str:
        """Return the name of the entry for values: that of a group which is all among them."""
        records = self._ledger.records
        known = {records[name].group for name in names if name in records} - {""}
        if any(is_unknown(self._ledger, self._state, name) for name in records):
            known = set()
        for group in sorted(known):
            if all(name in names for name in records if records[name].group == group):
                return group
        number = 1
        while f"{GROUP}{number}" in records:
            number += 1
        return f"{GROUP}{number}"


def current(name: str, state: SessionState) -> Any:
    """Return what is to be stored of an entry; MISSING for nothing."""
    if name.startswith(PLAIN):
        return state.entries.plain.get(name.removeprefix(PLAIN), MISSING)
    widget = state.entries.widgets.get(name.removeprefix(WIDGET))
    return widget.record if widget is not None and widget.is_remembered else MISSING
