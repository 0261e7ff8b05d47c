"""Allowance: what all browsers of a process that do not read may make it keep, together."""

IN_ALL = 64 * 1024 * 1024
"""Bytes for all of them. Beyond, each has so little that a crowd cannot fill the memory."""

MOST = 4 * 1024 * 1024
"""Bytes for one, while there is enough for all."""

LEAST = 64 * 1024
"""Bytes for one, when there is not."""


class Allowance:
    """Counts what is kept.

    Args:
        in_all: Bytes that all may have together.
    """

    def __init__(self, in_all: int = IN_ALL) -> None:
        self.used = 0
        self._in_all = in_all

    @property
    def each(self) -> int:
        """How many bytes one of them may keep, for now."""
        return MOST if self.used <= self._in_all else LEAST
