"""Recorder: what a cached function draws, to be drawn again when it is not called."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NamedTuple

from ostinato.errors import CachedWidgetWarning, CacheReplayClosureError
from ostinato.run.container import Container, elements
from ostinato.run.effects import effect
from ostinato.run.elements import draw
from ostinato.run.run import Run
from ostinato.tree.node import Node
from ostinato.values.value import Value
from ostinato.wire.props import ContainerProps, Fields, Props, files_of, ids_of

HERE = ""
"""The place where the function is called."""

OUTSIDE = "outside"
"""A container that the function has not made: nobody knows what becomes of it."""


class Drawn(NamedTuple):
    """One element: where, an earlier one of these by its number or a root by its id, and what."""

    where: int | str
    props: Props
    value: "Value[Any] | None" = None
    has_children: bool = False


class Did(NamedTuple):
    """One effect."""

    props: Props


class Said(NamedTuple):
    """What was said of the page itself."""

    fields: Fields


Record = Drawn | Did | Said


class Recording:
    """What is drawn while one function goes on.

    Args:
        run: For which it draws.
        outer: What records the function that calls it, if that is cached as well.
    """

    def __init__(self, run: Run, outer: "Recording | None") -> None:
        self.records: list[Record] = []
        self.run = run.own
        self.outer = outer
        self._here = run.stack[-1]
        self._thread = threading.get_ident()
        self._places: dict[Node, int] = {}

    @property
    def is_here(self) -> bool:
        """Whether the code that asks is that of the function."""
        return self._thread == threading.get_ident()

    def drew(self, node: Node, where: Node, drawn: Drawn) -> None:
        """Note an element."""
        if where in self._places and where.children is None:
            self._change(where, drawn.props)
            return
        self._places[node] = len(self.records)
        self.records.append(drawn._replace(where=self._place_of(where)))

    def redrew(self, node: Node, props: Props) -> None:
        """Note that an element has changed."""
        if node in self._places:
            self._change(node, props)
        else:
            self.records.append(Drawn(OUTSIDE, props))

    def _change(self, node: Node, props: Props) -> None:
        place = self._places[node]
        old = self.records[place]
        assert isinstance(old, Drawn)
        self.records[place] = old._replace(props=props)

    def _place_of(self, where: Node) -> int | str:
        if where in self._places:
            return self._places[where]
        if where is self._here:
            return HERE
        roots = {root: root.id for root in self.run.canvas.tree.roots}
        return roots.get(where, OUTSIDE)


_recording: ContextVar[Recording | None] = ContextVar("recording", default=None)


@contextmanager
def recording(run: Run) -> Iterator[Sequence[Record]]:
    """Note what is drawn meanwhile, by the code that asks."""
    recording = Recording(run, _current(run))
    token = _recording.set(recording)
    run.own.recordings += 1
    try:
        yield recording.records
    finally:
        run.own.recordings -= 1
        _recording.reset(token)


def is_recorded(run: Run) -> bool:
    """Return whether a cached function goes on here."""
    return run.own.recordings > 0 and _current(run) is not None


def note_drawn(run: Run, node: Node, where: Node, drawn: Drawn) -> None:
    """Note an element for the cached functions that go on."""
    recording = _current(run)
    while recording is not None:
        recording.drew(node, where, drawn)
        recording = recording.outer


def note_redrawn(run: Run, node: Node, props: Props) -> None:
    """Note that an element has changed, likewise."""
    recording = _current(run)
    while recording is not None:
        recording.redrew(node, props)
        recording = recording.outer


def note(run: Run, what: Did | Said) -> None:
    """Note what is no place on the page, likewise."""
    recording = _current(run)
    while recording is not None:
        recording.records.append(what)
        recording = recording.outer


def warn_of_widget(run: Run, props: Props) -> None:
    """Show that a cached function should draw no widget."""
    if _current(run) is None:
        return
    elements["exception"](
        CachedWidgetWarning(
            f"{props.call}: a function with @st.cache_data or @st.cache_resource must draw no"
            f" widget, got {props.call}: when its result is there already, it is not called, and"
            " nobody looks at what was entered: move the widget out of the function"
        )
    )


def replay(run: Run, records: Sequence[Record], name: str) -> None:
    """Draw again what a function has drawn when it was called.

    Args:
        run: For which.
        records: What it has drawn.
        name: The function, for the error.

    Raises:
        CacheReplayClosureError: If it has drawn into a container that it has not made.
    """
    places: list[Node | None] = []
    for each in records:
        if isinstance(each, Drawn):
            places.append(_draw_again(run, each, places, name))
            continue
        places.append(None)
        if isinstance(each, Did):
            effect(each.props)
        else:
            run.canvas.set_page(each.fields)
            note(run, each)


def files_drawn(records: Sequence[Record]) -> set[str]:
    """Return the ids of the files that are shown with what a function has drawn."""
    ids = set[str]()
    for each in records:
        if isinstance(each, Said):
            for value in each.fields.values():
                ids.update(ids_of(value))
        elif each.props.shows_files:
            ids.update(files_of(each.props))
    return ids


def _draw_again(run: Run, drawn: Drawn, places: list[Node | None], name: str) -> Node | None:
    if drawn.where == OUTSIDE:
        raise CacheReplayClosureError(
            f"{name}: a cached function must draw into its own containers, the sidebar, or where"
            f" it is called, got {drawn.props.call} in another: on a hit that may not be there:"
            f" make the container in {name}, or draw the element outside of {name}"
        )
    if drawn.where == HERE:
        where: Node | None = run.stack[-1]
    elif isinstance(drawn.where, int):
        where = places[drawn.where]
    else:
        where = run.canvas.tree.root(drawn.where)
    assert where is not None
    run.stack.append(where)
    token = _recording.set(None) if drawn.value is not None else None
    try:
        result = _draw(drawn)
    finally:
        if token is not None:
            _recording.reset(token)
        run.stack.pop()
    place = result[0] if drawn.value is not None and drawn.has_children else result
    node = place.node if isinstance(place, Container) else None
    if token is not None and node is not None:
        note_drawn(run, node, where, drawn)
    return node


def _draw(drawn: Drawn) -> Any:
    if drawn.value is None:
        return draw(drawn.props, children=drawn.has_children)
    assert isinstance(drawn.props, ContainerProps) or not drawn.has_children
    return draw(drawn.props, value=drawn.value, children=drawn.has_children)  # type: ignore[call-overload]


def _current(run: Run) -> Recording | None:
    recording = _recording.get()
    # One that was interrupted may have left its own behind.
    is_ours = recording is not None and recording.run is run.own and recording.is_here
    return recording if is_ours else None
