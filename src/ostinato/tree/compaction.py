"""Compaction: edits without what they take back themselves.

A script that draws into one place again and again inserts thousands of elements and removes them
in the time of one frame. The browser need not hear of them.
"""

from collections.abc import Sequence

from ostinato.wire.messages import Append, Clear, Edit, Insert, Move, Remove, Set, Update


def compact(edits: Sequence[Edit]) -> Sequence[Edit]:
    """Leave out the elements that are inserted and removed among these edits.

    Where others refer to them, or were moved, all edits stay: it is not worth the trouble.
    """
    parents: dict[str, str] = {}
    removed: set[str] = set()
    for edit in edits:
        match edit:
            case Insert(id, parent):
                if id in parents or id in removed:
                    return edits
                parents[id] = parent
            case Move():
                return edits
            case Remove(ids):
                removed.update(ids)
    gone = removed & parents.keys()
    # Parents are inserted before their children.
    for id, parent in parents.items():
        if parent in gone:
            gone.add(id)
    return _without(edits, gone) if gone else edits


def _without(edits: Sequence[Edit], gone: set[str]) -> Sequence[Edit]:
    kept: list[Edit] = []
    for edit in edits:
        match edit:
            case Insert(id, _, after):
                if id in gone:
                    continue
                if after in gone:
                    return edits
            case Update(id) | Append(id) | Set(id) | Clear(id) if id in gone:
                continue
            case Remove(ids) if not gone.isdisjoint(ids):
                if left := [id for id in ids if id not in gone]:
                    kept.append(Remove(left))
                continue
        kept.append(edit)
    return kept
