"""Listing: what a session keeps, told to developers."""

import reprlib
from collections.abc import Callable, Collection
from typing import Any, ParamSpec

from ostinato.state.entries import PLAIN, WIDGET
from ostinato.state.ledger import EntryRecord, Ledger, shown_name
from ostinato.state.patience import TooLong
from ostinato.state.pickled import first_line, header_of, type_name
from ostinato.state.pickling import is_too_deep
from ostinato.state.session_state import SessionState
from ostinato.state.widget import MISSING
from ostinato.wire.inspection import Entry

P = ParamSpec("P")

LONGEST_VALUE = 200


def entries(state: SessionState, ledger: Ledger, shown: Collection[str]) -> list[Entry]:
    """Describe every value.

    Args:
        state: The values.
        ledger: What is known of how they are stored.
        shown: The names of those whose values are told too.
    """
    values = {PLAIN + key: value for key, value in list(state.entries.plain.items())}
    for widget in list(state.entries.widgets.values()):
        if widget.is_remembered and widget.value is not MISSING:
            values[WIDGET + widget.id] = widget.value
    found = [_entry(name, value, ledger, shown) for name, value in values.items()]
    for name, signed in list(state.entries.encoded.items()):
        if name not in values:
            found.append(_encoded_entry(name, signed, ledger, shown))
    return sorted(found, key=lambda entry: (entry.is_widget, entry.name))


def _entry(name: str, value: object, ledger: Ledger, shown: Collection[str]) -> Entry:
    record = ledger.records.get(name) or EntryRecord()
    return Entry(
        shown_name(name),
        name.startswith(WIDGET),
        type_name(value),
        _size(name, record, ledger),
        record.problem,
        record.status,
        _ask(name, value, ledger, told, value) if shown_name(name) in shown else None,
    )


def _ask(
    name: str,
    value: object,
    ledger: Ledger,
    tell: Callable[P, str],
    *args: P.args,
    **kwargs: P.kwargs,
) -> str:
    """Show a value, or say that nobody waits for that any longer."""
    try:
        return ledger.patience.ask({name: value}, tell, *args, **kwargs)
    except TooLong:
        return "(to show it took too long, and was stopped)"


def _encoded_entry(name: str, signed: bytes, ledger: Ledger, shown: Collection[str]) -> Entry:
    record = ledger.records.get(name) or EntryRecord()
    type, value, problem, status = "", None, record.problem, record.status
    try:
        payload = ledger.shelf.verify(name, signed)
        type = header_of(payload).type
    except Exception as error:  # noqa: BLE001  (stored bytes may be anything)
        problem, status = problem or unreadable(error), "unreadable"
    else:
        if shown_name(name) in shown:
            value = _ask(name, signed, ledger, told_encoded, name, payload, ledger)
    return Entry(
        shown_name(name), name.startswith(WIDGET), type, len(signed), problem, status, value
    )


def told_encoded(name: str, payload: memoryview, ledger: Ledger) -> str:
    """Show a value that the script has not read, and leave it unread."""
    try:
        group = header_of(payload).group
        value = ledger.definitions.read(ledger.shelf.read(group) if group else payload)
    except TooLong:
        raise
    except BaseException as error:  # noqa: BLE001  (reading a pickle may raise anything)
        return unreadable(error)
    if group:
        value = value[name]
    return told(value[-1] if name.startswith(WIDGET) else value)


def _size(name: str, record: EntryRecord, ledger: Ledger) -> int:
    """Return the bytes of an entry; the first of a group stands for what all have in common."""
    if not record.group or record.group not in ledger.records:
        return record.size
    first = min(other for other in ledger.records if ledger.records[other].group == record.group)
    return record.size + (ledger.records[record.group].size if first == name else 0)


def unreadable(error: BaseException) -> str:
    """Return why stored bytes cannot be made a value."""
    return f"it cannot be read: {first_line(error)}"


def told(value: object) -> str:
    """Show a value in one line, whatever its own `repr` does."""
    if is_too_deep(value):
        return "(nested too deep to show)"
    try:
        text = " ".join(_Short().repr(value).split())
    except TooLong:
        raise
    except BaseException as error:  # noqa: BLE001  (a user's __repr__ may raise anything)
        return f"(its repr failed: {first_line(error)})"
    text = text.encode(errors="replace").decode()
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1]}…"


class _Short(reprlib.Repr):
    """Shows the beginning of what is large, without going through all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.maxdict = self.maxlist = self.maxtuple = self.maxset = self.maxfrozenset = 20
        self.maxdeque = self.maxarray = 20
        self.maxstring = self.maxlong = self.maxother = LONGEST_VALUE

    def repr_instance(self, x: Any, level: int) -> str:
        fields = getattr(type(x), "__dataclass_fields__", None)
        if fields is None or level <= 0:
            return super().repr_instance(x, level)
        parts = [f"{name}={self.repr1(getattr(x, name), level - 1)}" for name in fields]
        return f"{type(x).__qualname__}({', '.join(parts)})"
