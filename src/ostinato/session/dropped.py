"""Dropped: how people hear of what a person did and what was not applied (L09, L10)."""

import logging
from collections.abc import Sequence

from ostinato.run.run import Reason, Run
from ostinato.tree.node import Tree
from ostinato.wire.messages import Event, Notification

logger = logging.getLogger("ostinato")

LONGEST_NAME = 60

WHY: dict[Reason, str] = {
    "gone": " was no longer on the page: what you did there was not applied.",
    "unfit": " does not take what you entered: the change was not applied.",
    "part": " does not take some of what you entered: the rest was applied.",
    "unsent": " is in a form that could not be sent by then: the change was not applied.",
}

FAILED = Notification("dropped", "The server failed. What you did last may not have been applied.")
"""What is told when a run ended in an error that is not the script's."""

ABOVE = Notification("failed", "This did not work: an error stands at the top of the page.")
"""What is told when a run failed before its script had begun, wherever the person looks."""

HELD = Notification(
    "failed",
    "This app cannot run right now: an error stands at the top of the page. What you did waits, and"
    " is done as soon as it can.",
)
"""What is told when the script cannot even begin, and somebody did something."""

UNREAD = Notification(
    "failed",
    "This app cannot read just now what it keeps for you. What you did waits until it can.",
)
"""What is told when the script needs what cannot be read here, and something waits for that."""


def dropped_by(run: Run) -> Notification:
    """Tell of everything that a run could not apply: the log in a line, the person in a sentence.

    Args:
        run: One that has dropped something.
    """
    first, more = run.dropped[0], len({each.name for each in run.dropped}) - 1
    # One line, or whoever sends nonsense would fill the disk.
    count = len(run.dropped)
    logger.warning("run %d: %d change(s) dropped: %s", run.number, count, first.details)
    subject = f"“{short(first.name)}”" if first.name else "Something that you used"
    text = subject + WHY[first.why]
    if first.reason:
        text += f" {first.reason[0].upper()}{first.reason[1:]}."
    if more:
        text += f" Nor was what you did in {more} other place{'s' * (more > 1)}."
    return Notification("dropped", text)


def set_aside(events: Sequence[Event], tree: Tree) -> Notification:
    """Tell of events that are left out because they end the process.

    Args:
        events: At least one.
        tree: Where the widgets that they are about may be.
    """
    names = [name for event in events for id in event.ids if (name := tree.label_of(id))]
    logger.error("event %d of %s ended its process, and is left out", events[0].number, names)
    subject = f"What you did with “{short(names[0])}”" if names else "Something that you did"
    return Notification("aside", f"{subject} stopped the server each time and was left out.")


def no_page(path: str) -> Notification:
    """Tell that the app has no page where a person went."""
    shown = "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in path)
    return Notification(
        "no_page", f"There is no page “{short(shown)}” in this app: this is its first page."
    )


def short(name: str) -> str:
    """Return a name as people are told it."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
