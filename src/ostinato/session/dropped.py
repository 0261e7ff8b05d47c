"""Dropped: how a person hears of what they did and what was not applied (L09)."""

from collections.abc import Sequence

from ostinato.run.current import Dropped
from ostinato.wire.messages import Notification

LONGEST_NAME = 60


def notification(dropped: Sequence[Dropped]) -> Notification:
    """Tell of everything that one run could not apply, in a sentence or two.

    Args:
        dropped: At least one.
    """
    first, more = dropped[0], len({each.name for each in dropped}) - 1
    subject = f"“{_cut(first.name)}”" if first.name else "Something that you used"
    if first.is_gone:
        text = f"{subject} is no longer on the page: what you did there was not applied."
    else:
        text = f"{subject} does not take what you entered: the change was not applied."
    if more:
        text += f" Nor was what you did in {more} other place{'s' * (more > 1)}."
    return Notification("dropped", text)


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
