"""Ledger: what is known of the stored entries of one session, and what is wrong with them."""

from typing import Literal

from ostinato.state.definitions import Definitions
from ostinato.state.entries import PLAIN, WIDGET
from ostinato.state.patience import Patience
from ostinato.state.pickled import Header, Pickled, Unstorable
from ostinato.state.seal import BadSeal, KeyRing
from ostinato.state.session_state import SessionState
from ostinato.state.sharing import Sharing
from ostinato.state.shelf import DEFINITION, Shelf
from ostinato.state.widget import key_of

MEGABYTE = 1_000_000

NOTHING = Header("", [])
"""The header of an entry that refers to nothing, as far as it matters here."""

Changes = dict[str, bytes | None]
Status = Literal["stored", "live", "stale", "unreadable"]


class Kept:
    """What is known of one entry: how it was handed on last, and what is wrong with it.

    `size` is 0 if the store does not have it. `status` says how things are: `live` in this process
    only, `stale` with an older form in the store, `unreadable` in the store only. A value that
    shares objects with others is in the entry `group`. `header` is None if nobody looked at it.
    """

    __slots__ = ("digest", "group", "header", "is_rich", "problem", "size", "status")

    def __init__(self, size: int = 0) -> None:
        self.size = size
        self.digest: bytes | None = None
        self.header: Header | None = None
        self.is_rich = False
        self.group = ""
        self.problem = ""
        self.status: Status = "stored"


class Ledger:
    """The entries of one session.

    Args:
        session: The session's id.
        keys: What seals the bytes.
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
        self.kept: dict[str, Kept] = {}
        self.total = 0
        self.retried: set[str] = set()
        self.parted: set[str] = set()
        """Values that had objects in common, of which some cannot be stored now."""
        self.without_room: set[str] = set()
        self.is_shelf_due = False
        self.news: list[tuple[str, str]] = []

    def of(self, name: str) -> Kept:
        """Give what is known of an entry."""
        kept = self.kept.get(name)
        if kept is None:
            kept = self.kept[name] = Kept()
        return kept

    def hand_on(self, name: str, pickled: Pickled, digest: bytes, changed: Changes) -> None:
        """Seal an entry, unless it is what was handed on last.

        Raises:
            Unstorable: If there is no room for it.
        """
        kept = self.of(name)
        if digest == kept.digest:
            self._settle(kept, pickled)
            return
        is_bounded = not name.startswith(DEFINITION)
        if is_bounded and self.total - kept.size + pickled.size > self.max_total:
            self.without_room.add(name)
            raise Unstorable(
                f"{megabytes(pickled.size)} are more than session.maxSize"
                f" ({megabytes(self.max_total)}) has room for: it stays in this process only"
            )
        sealed = changed[name] = self.shelf.seal(name, pickled.parts())
        if not name.startswith((PLAIN, WIDGET)):
            self.shelf.sealed[name] = sealed
            self.shelf.foreign.discard(name)
        self.total += len(sealed) - kept.size
        former = kept.header or NOTHING
        kept.size, kept.digest = len(sealed), digest
        kept.header = pickled.header if pickled.refs or pickled.names else NOTHING
        self._settle(kept, pickled)
        if former.refs != kept.header.refs or former.names != kept.header.names:
            self.is_shelf_due = True

    def _settle(self, kept: Kept, pickled: Pickled) -> None:
        kept.is_rich, kept.group = pickled.is_rich, pickled.group
        kept.problem, kept.status = "", "stored"

    def forget(self, name: str, changed: Changes) -> None:
        """Remove an entry that is gone."""
        if name in self.kept:
            self.patience.forget(name)
            self._remove(name, changed)

    def _remove(self, name: str, changed: Changes) -> None:
        kept = self.kept.pop(name)
        self.sharing.forget(name)
        if kept.size:
            changed[name] = None
            self.total -= kept.size
            self.is_shelf_due |= kept.header is None or bool(kept.header.refs)

    def lose(self, name: str, problem: str, changed: Changes, *, is_news: bool = True) -> None:
        """Remove the bytes of a value that can have none: an older value must not come back."""
        kept = self.of(name)
        self._remove(name, changed)
        self.kept[name] = kept
        kept.size, kept.digest, kept.header, kept.group = 0, None, None, ""
        self.report(name, kept, problem, "live", is_news=is_news)

    def report(
        self, name: str, kept: Kept, problem: str, status: Status, *, is_news: bool = True
    ) -> None:
        """Note what is wrong with an entry."""
        if is_news and kept.status != status:
            self.news.append((shown_name(name), problem))
        kept.problem, kept.status = problem, status

    def adopt(self, name: str, state: SessionState, changed: Changes) -> None:
        """Seal another session's entry, which nobody has read, as this session's own."""
        shelf = self.shelf
        where = state.entries.encoded if name in state.entries.encoded else shelf.sealed
        try:
            content = shelf.open(name, where[name])
        except BadSeal as error:
            # Bytes that do not verify are never made ours.
            self.report(name, self.of(name), f"it cannot be read: {error}", "unreadable")
            self.total -= self.of(name).size
            self.of(name).size = 0
        else:
            changed[name] = where[name] = shelf.seal(name, [content])
        shelf.foreign.discard(name)


def shown_name(name: str) -> str:
    """Give the key, or the id of a widget that has none."""
    return key_of(name.removeprefix(WIDGET)) if name.startswith(WIDGET) else name[len(PLAIN) :]


def megabytes(size: int) -> str:
    """Write a size for people."""
    return f"{size / MEGABYTE:.1f} MB"
