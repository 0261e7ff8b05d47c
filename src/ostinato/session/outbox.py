"""Outbox: what the browser is to know, numbered, and kept until it does."""

from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

from ostinato.session.allowance import Allowance
from ostinato.wire.codec import encode
from ostinato.wire.messages import (
    AckEvent,
    Append,
    Batch,
    Edit,
    Edits,
    Insert,
    Reset,
    RunEnded,
    RunStarted,
    ServerMessage,
    StoreStatus,
    Update,
)

PENDING_EDITS = 100_000
"""Edits that may wait for a slow or absent browser; beyond this the whole tree is sent again."""

PENDING_MESSAGES = 1000
"""Messages that may wait; beyond this, too, the whole tree is sent again."""

RETOLD = (Reset, RunStarted, Edits, RunEnded, AckEvent, StoreStatus)
"""Messages that need not be sent when the whole tree is."""


class Outbox:
    """Messages to one browser, as numbered frames.

    Frames are kept for a browser that does not answer, and edits wait for one that does not read;
    what does not fit any more is left out, and the whole tree is sent again.

    Args:
        after: The number before that of the first frame.
        allowance: What all of a process may keep; one's own without it.
    """

    def __init__(self, after: int = 0, allowance: Allowance | None = None) -> None:
        self.bytes = 0
        """How much it has made frames of."""
        self._pending: list[ServerMessage] = []
        self._edits = self._behind = 0
        self._is_overfull = False
        self._allowance = allowance or Allowance()
        self._kept: deque[tuple[int, bytes]] = deque()
        self._size = 0
        self._number = after
        self._is_closed = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to send."""
        return not self._pending

    @property
    def is_overfull(self) -> bool:
        """Whether it is better to send the whole tree than what is pending."""
        return self._is_overfull

    def put(self, message: ServerMessage) -> None:
        """Add a message to the next frame."""
        self._pending.append(message)
        if len(self._pending) > PENDING_MESSAGES:
            self._leave_out()

    def put_edits(self, edits: Sequence[Edit]) -> None:
        """Add edits to the next frame; once it is overfull, they are of no use."""
        if not edits or self._is_overfull:
            return
        message = Edits(merge_updates(edits))
        if self._edits:
            size = len(encode(message))
            self._behind += size
            self._allowance.used += size
        self._edits += len(message.edits)
        self.put(message)
        if self._edits > PENDING_EDITS or self._behind > self._allowance.each:
            self._leave_out()

    def _leave_out(self) -> None:
        """Drop the messages that the whole tree makes needless."""
        self._is_overfull = True
        others = [each for each in self._pending if not isinstance(each, RETOLD)]
        self._pending = [*others[-PENDING_MESSAGES // 2 :]]
        self._allowance.used -= self._behind
        self._edits = self._behind = 0

    def frame(self) -> bytes:
        """Make a frame of all that is pending, and keep it."""
        self._number += 1
        frame = encode(Batch(self._number, self._pending))
        self.bytes += len(frame)
        self.take_pending()
        if self._is_closed:
            return frame
        self._kept.append((self._number, frame))
        self._size += len(frame)
        self._allowance.used += len(frame)
        while self._size > self._allowance.each:
            self._drop_first()
        return frame

    def take_pending(self) -> list[ServerMessage]:
        """Return what was not sent, and forget it."""
        pending, self._pending = self._pending, []
        self._allowance.used -= self._behind
        self._edits = self._behind = 0
        self._is_overfull = False
        return pending

    def seen(self, number: int) -> None:
        """Note that the browser has all frames up to this number."""
        while self._kept and self._kept[0][0] <= number:
            self._drop_first()

    def since(self, number: int) -> list[bytes] | None:
        """Return the frames after a number; None if not all of them are kept."""
        if number > self._number:
            return None
        first = self._kept[0][0] if self._kept else self._number + 1
        if first > number + 1:
            return None
        return [frame for other, frame in self._kept if other > number]

    def forget(self) -> None:
        """Forget all frames: the next one has the whole tree."""
        self._kept.clear()
        self._allowance.used -= self._size
        self._size = 0

    def close(self) -> None:
        """Give back what is used of the allowance; what is pending can be sent, but not again."""
        self.forget()
        self._allowance.used -= self._behind
        # A run that was abandoned may still draw: that is no concern of others.
        self._allowance = Allowance()
        self._allowance.used = self._behind
        self._is_closed = True

    def _drop_first(self) -> None:
        _, frame = self._kept.popleft()
        self._size -= len(frame)
        self._allowance.used -= len(frame)


def merge_updates(edits: Sequence[Edit]) -> list[Edit]:
    """Fold the updates of one node into the first of them: only the last value counts.

    Pieces that are added to one text, with no other change of its node between, become one.
    """
    merged: list[Edit] = []
    updates: dict[str, Update] = {}
    growing: dict[str, _Pieces] = {}
    grown: list[_Pieces] = []
    for edit in edits:
        match edit:
            case Update(id, fields):
                if id in updates:
                    updates[id].fields.update(fields)
                    continue
                growing.pop(id, None)
                updates[id] = edit
            case Append(id, field, text):
                if id in growing and growing[id].field == field:
                    growing[id].texts.append(text)
                    continue
                updates.pop(id, None)
                growing[id] = _Pieces(len(merged), id, field, [text])
                grown.append(growing[id])
            case Insert(id):
                growing.pop(id, None)
                updates.pop(id, None)
        merged.append(edit)
    for place, id, field, texts in grown:
        merged[place] = Append(id, field, "".join(texts))
    return merged


class _Pieces(NamedTuple):
    """What is added to one text, and where the edit stands that is to say so."""

    place: int
    id: str
    field: str
    texts: list[str]
