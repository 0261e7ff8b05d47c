"""Shelf look: after a run, the definitions that values refer to are stored, and no others kept."""

from collections.abc import Iterable, Mapping

from ostinato.state.definitions import NAMES
from ostinato.state.entries import PLAIN, WIDGET
from ostinato.state.ledger import NOTHING, Changes, Ledger
from ostinato.state.patience import TooLong
from ostinato.state.pickled import Header, Pickled
from ostinato.state.session_state import SessionState
from ostinato.state.shelf import reach, unverified_header


class ShelfLook:
    """One look at the definitions beside the values of a session.

    Args:
        ledger: What is known of its entries.
        state: The state.
        changed: Gains what is not as it was.
    """

    def __init__(self, ledger: Ledger, state: SessionState, changed: Changes) -> None:
        self._ledger = ledger
        self._state = state
        self._changed = changed

    def look(self) -> None:
        """Store the definitions that are needed now, and remove what no value refers to."""
        ledger, definitions = self._ledger, self._ledger.definitions
        ledger.is_shelf_due = False
        reached = self._reach()
        for name in reached & definitions.fresh.keys():
            pickled = definitions.fresh.pop(name)
            definitions.stored.add(name)
            ledger.hand_on(name, pickled, pickled.digest(), self._changed)
        definitions.fresh.clear()
        ledger.is_shelf_due = False
        for name in ledger.shelf.signed.keys() - reached:
            del ledger.shelf.signed[name]
            definitions.stored.discard(name)
            ledger.forget(name, self._changed)

    def _reach(self) -> set[str]:
        """Return what values refer to, directly or not; everything if some of them cannot tell."""
        ledger, definitions = self._ledger, self._ledger.definitions
        roots = [name for name in ledger.records if name.startswith((PLAIN, WIDGET))]
        while True:
            headers = self._headers()
            reached = self._reach_from(roots, headers)
            mentioned = _mentioned([*roots, *reached], headers)
            if not mentioned:
                return reached
            if NAMES in headers:
                reached |= {NAMES} | self._reach_from([NAMES], headers)
                mentioned |= _mentioned(reached, headers)
            meanings = self._meanings_of(mentioned)
            if meanings is None:
                return reached
            ledger.hand_on(NAMES, meanings, meanings.digest(), self._changed)
            definitions.stored.add(NAMES)

    def _meanings_of(self, names: set[str]) -> Pickled | None:
        """Return what global names mean; None if that is known, or takes too long."""
        definitions = self._ledger.definitions
        known = {NAMES: definitions.script}
        try:
            return self._ledger.patience.ask(known, definitions.name_meanings, names)
        except TooLong:
            return None

    def _reach_from(self, roots: list[str], headers: Mapping[str, Header | None]) -> set[str]:
        reached = reach(roots, headers) if self._ledger.shelf.is_known else None
        return {*headers} if reached is None else reached

    def _headers(self) -> dict[str, Header | None]:
        """Return what is known of all entries that there are or will be."""
        encoded, signed = self._state.entries.encoded, self._ledger.shelf.signed
        headers: dict[str, Header | None] = {
            name: pickled.header for name, pickled in self._ledger.definitions.fresh.items()
        }
        for name, record in self._ledger.records.items():
            if record.header is None and (bytes := encoded.get(name) or signed.get(name)):
                record.header = unverified_header(bytes)
                headers[name] = record.header
            elif is_unknown(self._ledger, self._state, name):
                headers[name] = None
            else:
                headers[name] = record.header or NOTHING
        return headers


def is_unknown(ledger: Ledger, state: SessionState, name: str) -> bool:
    """Return whether nobody knows what the bytes refer to that the store has of an entry.

    It was restored and has another value now, which cannot be stored yet.
    """
    record = ledger.records[name]
    is_stale = record.header is None and record.size > 0 and record.status == "stale"
    return is_stale and name not in state.entries.encoded


def _mentioned(entries: Iterable[str], headers: Mapping[str, Header | None]) -> set[str]:
    """Return what the functions in some entries call global."""
    known = (headers[name] for name in entries)
    return {name for header in known if header is not None for name in header.names}
