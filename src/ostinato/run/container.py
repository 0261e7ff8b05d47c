"""Container: a place on the page that elements are drawn into."""

import functools
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from types import TracebackType
from typing import Any, Self, TypeVar

from ostinato.errors import StreamlitAPIException, StreamlitInvalidLayoutContextError
from ostinato.run.absent import GONE, current_name
from ostinato.run.bare import warn_bare
from ostinato.run.run import Run, run_here
from ostinato.tree.node import Node

F = TypeVar("F", bound=Callable[..., Any])

SELDOM: Mapping[str, str] = {
    "_component_instance": "ostinato.widgets.component_instance",
    "_component_v2": "ostinato.widgets.component_v2",
    "_stand_in": "ostinato.widgets.placeholder",
    "altair_chart": "ostinato.widgets.altair_chart",
    "area_chart": "ostinato.widgets.area_chart",
    "bar_chart": "ostinato.widgets.bar_chart",
    "echarts_chart": "ostinato.widgets.echarts_chart",
    "graphviz_chart": "ostinato.widgets.graphviz_chart",
    "line_chart": "ostinato.widgets.line_chart",
    "map": "ostinato.widgets.map",
    "plotly_chart": "ostinato.widgets.plotly_chart",
    "pydeck_chart": "ostinato.widgets.pydeck_chart",
    "pyplot": "ostinato.widgets.pyplot",
    "scatter_chart": "ostinato.widgets.scatter_chart",
    "vega_lite_chart": "ostinato.widgets.vega_lite_chart",
}
"""Elements that many scripts do without and that bring much along, and the module of each: it is
loaded when it is asked for."""


class _Elements(Mapping[str, Callable[..., Any]]):
    """Element functions by their names.

    Args:
        loaded: Those that are there.
    """

    def __init__(self, loaded: Mapping[str, Callable[..., Any]]) -> None:
        self._loaded = loaded

    def __getitem__(self, name: str) -> Callable[..., Any]:
        """Return a function, and load it first if it is not there yet."""
        if name not in self._loaded and name in SELDOM:
            import_module(SELDOM[name])
        return self._loaded[name]

    def __contains__(self, name: object) -> bool:
        """Return whether there is a function of this name."""
        return name in self._loaded or name in SELDOM

    def __iter__(self) -> Iterator[str]:
        """Yield all names."""
        return iter(dict.fromkeys([*self._loaded, *SELDOM]))

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._loaded.keys() | SELDOM.keys())


_registry: dict[str, Callable[..., Any]] = {}
elements: Mapping[str, Callable[..., Any]] = _Elements(_registry)
"""Every element function. It fills while the package is imported, but for `SELDOM`."""


def element(function: F) -> F:
    """Register an element function, so that containers have it as a method."""
    _registry[function.__name__] = function
    return function


class Container:
    """A place on the page: draw into it with `with`, or call any element as its method.

    What an element function returns for an element without a value is one too: drawing into it
    again replaces the element.

    Example:
        >>> left, right = st.columns(2)
        >>> left.write("on the left")
        >>> with right:
        ...     st.write("on the right")
    """

    def __init__(self, node: Node | None, root: str = "") -> None:
        self.node = node
        """Where it stands; None for a root, of which every run has its own."""
        self._root = root

    def __enter__(self) -> Self:
        """Draw all that follows in here."""
        run = run_here()
        if run is None:
            warn_bare()
            return self
        node = self._place(run)
        if node.children is None:
            raise StreamlitAPIException(
                'with: only containers hold elements, got an element: use "st.container()"'
            )
        run.stack.append(node)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Draw all that follows where it was drawn before."""
        run = run_here()
        # A thread may have been given another run meanwhile: that has a stack of its own.
        if run is not None and len(run.stack) > 1 and run.stack[-1] is self._place(run):
            run.stack.pop()

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """Find an element function by name, to draw in here."""
        name = current_name(name)
        function = elements["_stand_in"](name) if name in GONE else elements.get(name)
        if function is None:
            known = "see the reference for the names it has"
            raise AttributeError(f"a container has no {name!r}: {known}", name=name)
        return functools.partial(self._draw_inside, function)

    def _place(self, run: Run) -> Node:
        if self.node is not None:
            return self.node
        tree = run.canvas.tree
        if self._root == tree.bottom.id and tree.sidebar in run.stack:
            raise StreamlitInvalidLayoutContextError(
                "bottom: it belongs to the main part of the page, got st.bottom inside of"
                " st.sidebar: use it outside of the sidebar"
            )
        return tree.root(self._root)

    def _draw_inside(self, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Call an element function so that it draws in here."""
        run = run_here()
        if run is None:
            return function(*args, **kwargs)
        run.stack.append(self._place(run))
        try:
            return function(*args, **kwargs)
        finally:
            run.stack.pop()


sidebar = Container(None, "sidebar")
"""The part of the page beside the main one. It shows once something is drawn into it.

Draw into it with `with`, or call any element as its method.

Example:
    >>> size = st.sidebar.slider("Size", 1, 10)
    >>> with st.sidebar:
    ...     st.write("Twice as large:", 2 * size)
"""

bottom = Container(None, "bottom")
"""The part of the page that stays at the bottom of the window, below what scrolls.

Draw into it with `with`, or call any element as its method. Like the sidebar, it shows once
something is drawn into it; wherever that is done in a script, in the main part or in a container of
it. In the sidebar it cannot be used.

Example:
    >>> with st.bottom:
    ...     st.button("Save")
"""
