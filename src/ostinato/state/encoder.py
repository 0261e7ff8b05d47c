"""Encoder: the state of a session as signed bytes, made only of what has changed."""

from collections.abc import Callable, Collection, Mapping
from types import CodeType
from typing import Any

from ostinato.state.entries import PLAIN, WIDGET
from ostinato.state.ledger import Changes, Ledger, shown_name
from ostinato.state.listing import entries
from ostinato.state.look import Look
from ostinato.state.patience import LetGo, Patience
from ostinato.state.pickled import Header, Unreadable, digest_of, first_line, header_of
from ostinato.state.session_state import SessionState
from ostinato.state.shelf import unverified_header
from ostinato.state.shelf_look import ShelfLook
from ostinato.state.signing import KeyRing
from ostinato.wire.inspection import Entry


class StateEncoder:
    """The state of one session as bytes by the name of an entry, and what a store has of it.

    All but `entries` is to be called where the script runs, or while it does not.

    Args:
        session: The session's id.
        keys: What signs the bytes.
        max_value: How many bytes one value may take.
        max_total: How many bytes all values together may take.
    """

    def __init__(self, session: str, keys: KeyRing, *, max_value: int, max_total: int) -> None:
        self.is_complete = True
        """Whether all was handed on that can be; not if memory was short."""
        self.on_files: Callable[[Mapping[str, int]], object] | None = None
        """Called with the files that what is to be stored refers to, before it is stored."""
        self._ledger = Ledger(session, keys, max_value=max_value, max_total=max_total)
        self._earlier: set[str] = set()
        self._held: Changes = {}

    def begin(self, script: CodeType) -> None:
        """Hear which version of the script runs from now on."""
        self._ledger.definitions.script = script

    def restore(self, values: Mapping[str, bytes], *, source: str | None = None) -> SessionState:
        """Return the state that a store has; its values are read when they are needed.

        Args:
            values: Signed bytes by the name of the entry.
            source: The session whose values they are, if they are another's.
        """
        ledger, shelf = self._ledger, self._ledger.shelf
        for name, signed in values.items():
            ledger.of(name).size = len(signed)
            ledger.total += len(signed)
            # Whatever else is in them is read when it is needed.
            if (header := unverified_header(signed)) is not None and header.files:
                ledger.of(name).header, ledger.refers_to_files = header, True
        encoded = {name: values[name] for name in values if name.startswith((PLAIN, WIDGET))}
        shelf.signed = {name: values[name] for name in values if name not in encoded}
        if source is not None:
            shelf.source, shelf.foreign = source, set(values)
        ledger.definitions.stored = set(shelf.signed)
        return SessionState(encoded, self._decode)

    def changes(self, state: SessionState) -> Changes:
        """Return the entries that have changed since the last call; None for one that is gone.

        What the run before the last one touched is looked at too: a callback may have changed in
        place what that run has read. Until the encoder is complete nothing is given: what was
        done is stored as a whole.
        """
        ledger, definitions = self._ledger, self._ledger.definitions
        dirty, state.entries.dirty = state.entries.dirty, set()
        retried, ledger.retried = ledger.retried, set()
        # What a class was when the script began may not be what it is now.
        definitions.settle()
        look = Look(ledger, state, self._held)
        self.is_complete = False
        try:
            self._look(state, look, dirty | self._earlier | ledger.shelf.foreign | retried)
        except LetGo:
            raise  # Another thread has all of this by now.
        except BaseException as error:
            state.entries.dirty |= dirty
            ledger.retried |= retried
            if isinstance(error, MemoryError):
                return {}
            raise
        finally:
            definitions.settle()
        self._earlier = dirty
        self.is_complete = not look.short
        if look.short:
            return {}
        changed, self._held = self._held, {}
        if ledger.refers_to_files and self.on_files is not None:
            self.on_files(ledger.files())
        return changed

    def _look(self, state: SessionState, look: Look, names: set[str]) -> None:
        ledger = self._ledger
        total = ledger.total
        look.at(names)
        if ledger.total < total and ledger.without_room:
            look.at(list(ledger.without_room))
        if ledger.is_shelf_due or ledger.definitions.fresh:
            ShelfLook(ledger, state, self._held).look()

    def everything(self, state: SessionState) -> Changes:
        """Return all entries, changed or not; none while it is not complete."""
        for record in self._ledger.records.values():
            record.digest = None
        self._mark_all(state)
        changed = self.changes(state)
        if not self.is_complete:
            return {}
        return {**changed, **state.entries.encoded, **self._ledger.shelf.signed}

    def let_go(self, state: SessionState) -> list[str]:
        """Go on without the thread that looks at the state, or runs the script, and does not end.

        All that is in this process is looked at again, but for what does not end.

        Returns:
            The keys, or ids of widgets, of what does not end.
        """
        names = self.patience.give_up()
        self._ledger.definitions = self._ledger.definitions.successor()
        self._mark_all(state)
        self.is_complete = False
        return [shown_name(name) for name in names]

    def _mark_all(self, state: SessionState) -> None:
        state.entries.dirty.update(map(PLAIN.__add__, state.entries.plain))
        state.entries.dirty.update(map(WIDGET.__add__, state.entries.widgets))

    @property
    def patience(self) -> Patience:
        """What calls the user's code while the state is looked at."""
        return self._ledger.patience

    def entries(self, state: SessionState, shown: Collection[str] = ()) -> list[Entry]:
        """Describe every value: for developers.

        Args:
            state: The values.
            shown: The names of those that are to be shown; they are asked for their `repr`.
        """
        return entries(state, self._ledger, shown)

    @property
    def files(self) -> dict[str, int]:
        """The files that what is stored refers to, by id, with the bytes of each."""
        return self._ledger.files()

    def new_problems(self) -> list[tuple[str, str]]:
        """Return the problems since the last call: keys or ids of widgets, and why."""
        news, self._ledger.news = self._ledger.news, []
        return news

    @property
    def is_stale(self) -> bool:
        """Whether the store lacks something that may yet be stored."""
        return bool(self._ledger.retried)

    def is_whole(self, state: SessionState) -> bool:
        """Return whether the state may leave memory: all of it is stored, or can be made again."""
        rebuilt = {PLAIN + key for key in state.rebuilders}
        return self.is_complete and not any(
            record.status in ("live", "stale") and name not in rebuilt
            for name, record in self._ledger.records.items()
        )

    # From bytes.

    def _decode(self, name: str, encoded: Mapping[str, bytes]) -> Mapping[str, Any]:
        """Return what is stored under a name, and all that has objects in common with it.

        Raises:
            Unreadable: If it cannot be read.
        """
        shelf = self._ledger.shelf
        try:
            payload = shelf.verify(name, encoded[name])
            group = header_of(payload).group
            if not group:
                return {name: self._read(name, payload)}
            values: dict[str, Any] = self._read(group, shelf.read(group))
            # One that was written since is not part of it any more.
            bound = [each for each in values if self._is_bound(each, group, encoded)]
        except MemoryError:
            raise  # The bytes are sound: they are read another time.
        except (Exception, SystemExit, KeyboardInterrupt, GeneratorExit) as error:
            # Not what ends the run: that is not the fault of the bytes either.
            reason = first_line(error)
            problem = f"it cannot be read: {reason}"
            self._ledger.report(name, self._ledger.of(name), problem, "unreadable")
            raise Unreadable(reason) from error
        for member in bound:
            self._join(member, group)
        return {member: values[member] for member in bound}

    def _is_bound(self, name: str, group: str, encoded: Mapping[str, bytes]) -> bool:
        if name not in encoded:
            return False
        return header_of(self._ledger.shelf.verify(name, encoded[name])).group == group

    def _read(self, name: str, payload: memoryview) -> Any:
        definitions = self._ledger.definitions
        value = definitions.read(payload)
        if definitions is not self._ledger.definitions:
            raise LetGo
        record = self._ledger.of(name)
        if name not in self._ledger.shelf.foreign:
            record.digest = digest_of(payload)
        record.header, record.problem, record.status = header_of(payload), "", "stored"
        return value

    def _join(self, name: str, group: str) -> None:
        record = self._ledger.of(name)
        record.group, record.problem, record.status = group, "", "stored"
        record.header = Header("", [], [group])
        record.digest = None if name in self._ledger.shelf.foreign else group.encode()
