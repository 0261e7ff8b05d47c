"""Ledger: what is known of the stored entries of one session, and what is wrong with them."""

from typing import Literal

from ostinato.config.units import MEGABYTE
from ostinato.state.definitions import Definitions
from ostinato.state.entries import PLAIN, WIDGET
from ostinato.state.patience import Patience
from ostinato.state.pickled import Header, Pickled, Unstorable
from ostinato.state.session_state import SessionState
from ostinato.state.sharing import Sharing
from ostinato.state.shelf import DEFINITION, Shelf
from ostinato.state.signing import BadSignature, KeyRing
from ostinato.state.widget import key_of

NOTHING = Header("", [])
"""The header of an entry that refers to nothing, as far as it matters here."""

Changes = dict[str, bytes | None]
Status = Literal["stored", "live", "stale", "unreadable"]


class EntryRecord:
    """What is known of one entry: what was last handed on, and any problem.

    `size` is 0 if the store does not have it. `status` says how things are: `live` in this process
    only, `stale` with an older form in the store, `unreadable` in the store only. A value that
    shares objects with others is in the entry `group`. `header` is None if nobody looked at it.
    """

    __slots__ = ("digest", "group", "header", "uses_cloudpickle", "problem", "size", "status")

    def __init__(self, size: int = 0) -> None:
        self.size = size
        self.digest: bytes | None = None
        self.header: Header | None = None
        self.uses_cloudpickle = False
        self.group = ""
        self.problem = ""
        self.status: Status = "stored"


class Ledger:
    """The entries of one session.

    Args:
        session: The session's id.
        keys: What signs the bytes.
        max_value: How many bytes one value may take.
        max_total: How many bytes all values together may take.
    """

    def __init__(self, session: str, keys: KeyRing, *, max_value: int, max_total: int) -> None:
        self.max_value = max_value
        self.max_total = max_total
        self.shelf = Shelf(session, keys)
        self.definitions = Definitions(max_value, self.shelf.read)
        self.sharing = Sharing()
        self.patience = Patience()
        self.records: dict[str, EntryRecord] = {}
        self.total = 0
        self.retried: set[str] = set()
        self.parted: set[str] = set()
        """Values that had objects in common, of which some cannot be stored now."""
        self.without_room: set[str] = set()
        self.is_shelf_due = False
        self.refers_to_files = False
        """Whether any entry ever did."""
        self.news: list[tuple[str, str]] = []

    def of(self, name: str) -> EntryRecord:
        """Return what is known of an entry."""
        record = self.records.get(name)
        if record is None:
            record = self.records[name] = EntryRecord()
        return record

    def hand_on(self, name: str, pickled: Pickled, digest: bytes, changed: Changes) -> None:
        """Sign an entry, unless it is what was handed on last.

        Raises:
            Unstorable: If there is no room for it.
        """
        record = self.of(name)
        if digest == record.digest:
            self._settle(record, pickled)
            return
        is_bounded = not name.startswith(DEFINITION)
        if is_bounded and self.total - record.size + pickled.size > self.max_total:
            self.without_room.add(name)
            raise Unstorable(
                f"{megabytes(pickled.size)} are more than session.maxSize"
                f" ({megabytes(self.max_total)}) has room for: it stays in this process only"
            )
        signed = changed[name] = self.shelf.sign(name, pickled.parts())
        if not name.startswith((PLAIN, WIDGET)):
            self.shelf.signed[name] = signed
            self.shelf.foreign.discard(name)
        self.total += len(signed) - record.size
        former = record.header or NOTHING
        record.size, record.digest = len(signed), digest
        says = pickled.refs or pickled.names or pickled.files
        record.header = pickled.header if says else NOTHING
        self.refers_to_files = self.refers_to_files or bool(pickled.files)
        self._settle(record, pickled)
        if former.refs != record.header.refs or former.names != record.header.names:
            self.is_shelf_due = True

    def _settle(self, record: EntryRecord, pickled: Pickled) -> None:
        record.uses_cloudpickle, record.group = pickled.uses_cloudpickle, pickled.group
        record.problem, record.status = "", "stored"

    def forget(self, name: str, changed: Changes) -> None:
        """Remove an entry that is gone."""
        if name in self.records:
            self.patience.forget(name)
            self._remove(name, changed)

    def _remove(self, name: str, changed: Changes) -> None:
        record = self.records.pop(name)
        self.sharing.forget(name)
        if record.size:
            changed[name] = None
            self.total -= record.size
            self.is_shelf_due |= record.header is None or bool(record.header.refs)

    def lose(self, name: str, problem: str, changed: Changes, *, is_news: bool = True) -> None:
        """Remove the bytes of a value that can have none: an older value must not come back."""
        record = self.of(name)
        self._remove(name, changed)
        self.records[name] = record
        record.size, record.digest, record.header, record.group = 0, None, None, ""
        self.report(name, record, problem, "live", is_news=is_news)

    def report(
        self, name: str, record: EntryRecord, problem: str, status: Status, *, is_news: bool = True
    ) -> None:
        """Note what is wrong with an entry."""
        if is_news and record.status != status:
            self.news.append((shown_name(name), problem))
        record.problem, record.status = problem, status

    def files(self) -> dict[str, int]:
        """Return the files that stored entries refer to, by id, with the bytes of each."""
        found: dict[str, int] = {}
        if self.refers_to_files:
            for record in list(self.records.values()):
                if record.header is not None:
                    found |= record.header.files
        return found

    def adopt(self, name: str, state: SessionState, changed: Changes) -> None:
        """Sign another session's entry, which nobody has read, as this session's own."""
        shelf = self.shelf
        where = state.entries.encoded if name in state.entries.encoded else shelf.signed
        try:
            content = shelf.verify(name, where[name])
        except BadSignature as error:
            # Bytes that do not verify are never made ours.
            self.report(name, self.of(name), f"it cannot be read: {error}", "unreadable")
            self.total -= self.of(name).size
            self.of(name).size = 0
        else:
            changed[name] = where[name] = shelf.sign(name, [content])
        shelf.foreign.discard(name)


def shown_name(name: str) -> str:
    """Return the key, or the id of a widget that has none."""
    return key_of(name.removeprefix(WIDGET)) if name.startswith(WIDGET) else name[len(PLAIN) :]


def megabytes(size: int) -> str:
    """Write a size for people."""
    return f"{size / MEGABYTE:.1f} MB"
