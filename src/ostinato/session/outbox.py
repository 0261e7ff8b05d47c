"""Outbox: what the browser is to know, numbered, and kept until it does."""

from collections import deque
from collections.abc import Sequence

from ostinato.wire.codec import encode
from ostinato.wire.messages import Batch, Edit, Edits, Patch, Put, ServerMessage

KEPT_BYTES = 4 * 1024 * 1024
"""How much is kept for a browser that does not answer. Beyond, it gets the whole tree anew."""

PENDING_EDITS = 100_000
"""How many edits may wait for a browser that reads slowly, or is away; then, the same."""

PENDING_BYTES = 4 * 1024 * 1024
"""How many bytes of edits may wait behind the first ones; then, the same."""


class Outbox:
    """Messages to one browser, as numbered frames.

    Args:
        after: The number before that of the first frame.
    """

    def __init__(self, after: int = 0) -> None:
        self._pending: list[ServerMessage] = []
        self._edits = self._behind = 0
        self._kept: deque[tuple[int, bytes]] = deque()
        self._size = 0
        self._number = after

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to send."""
        return not self._pending

    @property
    def is_overfull(self) -> bool:
        """Whether it is better to send the whole tree than what is pending."""
        return self._edits > PENDING_EDITS or self._behind > PENDING_BYTES

    def put(self, message: ServerMessage) -> None:
        """Add a message to the next frame."""
        self._pending.append(message)

    def put_edits(self, edits: Sequence[Edit]) -> None:
        """Add edits to the next frame; once it is overfull, they are of no use."""
        if not edits or self.is_overfull:
            return
        message = Edits(merge_patches(edits))
        if self._edits:
            self._behind += len(encode(message))
        self._edits += len(message.edits)
        self._pending.append(message)
        if self.is_overfull:
            self._pending = [each for each in self._pending if not isinstance(each, Edits)]

    def frame(self) -> bytes:
        """Make a frame of all that is pending, and keep it."""
        self._number += 1
        frame = encode(Batch(self._number, self._pending))
        self.take_pending()
        self._kept.append((self._number, frame))
        self._size += len(frame)
        while self._size > KEPT_BYTES:
            self._drop_first()
        return frame

    def take_pending(self) -> list[ServerMessage]:
        """Give what was not sent, and forget it."""
        pending, self._pending = self._pending, []
        self._edits = self._behind = 0
        return pending

    def seen(self, number: int) -> None:
        """Note that the browser has all frames up to this number."""
        while self._kept and self._kept[0][0] <= number:
            self._drop_first()

    def since(self, number: int) -> list[bytes] | None:
        """Give the frames after a number; None if not all of them are kept."""
        if number > self._number:
            return None
        first = self._kept[0][0] if self._kept else self._number + 1
        if first > number + 1:
            return None
        return [frame for other, frame in self._kept if other > number]

    def forget(self) -> None:
        """Forget all frames: the next one has the whole tree."""
        self._kept.clear()
        self._size = 0

    def _drop_first(self) -> None:
        _, frame = self._kept.popleft()
        self._size -= len(frame)


def merge_patches(edits: Sequence[Edit]) -> list[Edit]:
    """Fold patches of one node into the first of them: only the last value counts."""
    merged: list[Edit] = []
    patches: dict[str, Patch] = {}
    for edit in edits:
        if not isinstance(edit, Patch):
            merged.append(edit)
            if isinstance(edit, Put):
                patches.pop(edit.id, None)
        elif edit.id in patches:
            patches[edit.id].fields.update(edit.fields)
        else:
            patches[edit.id] = edit
            merged.append(edit)
    return merged
