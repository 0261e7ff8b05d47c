"""Block: a container on the page."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ostinato.errors import AppTestError
from ostinato.testing import elements as kinds
from ostinato.testing.element import TEXTS, Element, check_usable, fields_of, named
from ostinato.testing.elements import TYPES
from ostinato.testing.lists import CONTAINERS, GROUPS, SUBMITS, Lists
from ostinato.wire.props import Fields

if TYPE_CHECKING:
    from typing import Self

    from ostinato.testing.app_test import AppTest

ICONS = {"running": "spinner", "complete": ":material/check:", "error": ":material/error:"}
"""What stands before the label of a status."""
SAME = {"badge": "markdown", "grid_cell": "container"}
"""What tests find under the name of another kind."""
HEADINGS = {1: "title", 2: "header", 3: "subheader"}


class Block(Lists):
    """One container: it has the same lists as the app, for what is in it.

    Args:
        app: The test it belongs to.
        type: The name of the function that drew it, or that of a root: "main", "sidebar" or
            "bottom".
        id: Its place on the page.
        props: What the browser was told of it.
    """

    def __init__(self, app: "AppTest", type: str, id: str, props: Fields) -> None:
        self.root = app
        self.type = type
        self.id = id
        self._props = props

    def __iter__(self) -> Iterator["Element | Block"]:
        """Yield the container itself, then all that is in it, in reading order."""
        yield self
        yield from self.nodes()

    def __len__(self) -> int:
        """Count what lies directly in it."""
        return len(self.root.page.children.get(self.id, ()))

    def __bool__(self) -> bool:
        """Whether anything is in it."""
        return len(self) > 0

    def __getitem__(self, place: int) -> "Element | Block":
        """Return what lies directly in it at a place."""
        ids = self.root.page.children.get(self.id, [])
        try:
            id = ids[place]
        except IndexError:
            raise IndexError(f"{self.type}: it holds {len(self)}, got index {place}") from None
        return node_of(self.root, id, self.root.page.props[id])

    def __eq__(self, other: object) -> bool:
        """Whether it is the same container, and has the same in it."""
        if not (isinstance(other, Block) and vars(self) == vars(other)):
            return False
        return self.children == other.children

    def __hash__(self) -> int:
        """Return the hash of its place."""
        return hash((self.type, self.id))

    def __repr__(self) -> str:
        """Show the container and what is in it."""
        named = ((name, self._props.get(name)) for name in ("key", "label"))
        said = ", ".join(f"{name}={text!r}" for name, text in named if text)
        return f"{self.type}{said and f'({said})'}{list(self.children.values())!r}"

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Return what is in it of a type, or else an argument that it was drawn with."""
            try:
                return super().__getattr__(name)
            except AttributeError:
                kind = vars(self).get("_props", {}).get("kind")
                props = (fields_of(kind) | self._props) if kind else {}
                if name not in props:
                    raise
            return "" if props[name] is None and name in TEXTS else props[name]

    def nodes(self) -> Iterator["Element | Block"]:
        """Yield all that is in here, in reading order."""
        for child in self.children.values():
            if not isinstance(child, Block):
                yield child
            elif child.type != "dialog" or child.open:
                yield from child

    @property
    def children(self) -> "dict[int, Element | Block]":
        """What lies directly in it, by place."""
        page = self.root.page
        ids = page.children.get(self.id, [])
        return {place: node_of(self.root, id, page.props[id]) for place, id in enumerate(ids)}

    @property
    def key(self) -> str | None:
        """The key that it was given."""
        return self._props.get("key")

    @property
    def open(self) -> bool | None:
        """Whether it is open; None if the script does not ask, or it does not open."""
        id, value = self._opening
        if self.root.page.values.get(id) is None:
            return None
        return bool(self.root.inputs.value_of(id) == value)

    def set_open(self, is_open: bool = True) -> "Self":
        """Open or close it, as a person would.

        Args:
            is_open: Whether it is to be open.

        Raises:
            AppTestError: If the script does not ask whether it is open, it is disabled, or it is a
                tab that is to be closed.
        """
        id, value = self._opening
        if self.open is None:
            raise AppTestError(
                f"{named(self.type, self._props)}: the script must ask whether it is open, got no"
                ' on_change: pass on_change="rerun"'
            )
        check_usable(self.type, self._props)
        self.root.inputs.enter(id, value if is_open else False)
        return self

    @property
    def _opening(self) -> tuple[str, object]:
        """The id of what knows whether it is open, and the value that says so."""
        return self.id, True

    def run(self, *, timeout: float | None = None) -> "AppTest":
        """Run the app, with all that was done since the last run."""
        return self.root.run(timeout=timeout)


class Titled(Block):
    """A container that has a label."""

    @property
    def label(self) -> str:
        """The text that it opens by, or its title."""
        return str(self._props.get("label", ""))

    @property
    def icon(self) -> str:
        """The emoji or symbol before that text; "" without one."""
        return self._props.get("icon") or ""


class Expander(Titled):
    """A container of `st.expander`."""


class Popover(Titled):
    """A container of `st.popover`."""


class Dialog(Titled):
    """A window of `st.dialog`, which is found while it is open."""


class Status(Titled):
    """A container of `st.status`."""

    @property
    def icon(self) -> str:
        """The symbol before the label; "spinner" while it goes on."""
        return ICONS[self.state]

    @property
    def state(self) -> str:
        """How it goes: "running", "complete" or "error"."""
        state: str = (fields_of(self.type) | self._props)["state"]
        return state


class ChatMessage(Block):
    """A container of `st.chat_message`."""

    @property
    def name(self) -> str:
        """Who says it."""
        return str(self._props["name"])

    @property
    def avatar(self) -> str:
        """The picture of who says it; "" for the first letter of the name."""
        return self._props.get("avatar") or ""


class Column(Block):
    """One column of `st.columns`."""

    @property
    def weight(self) -> float:
        """The share of the width that it has."""
        weight: float = self._props["weight"]
        return weight

    @property
    def gap(self) -> Any:
        """The space between it and the next: a word, pixels, or None."""
        page = self.root.page
        row = next(id for id, ids in page.children.items() if self.id in ids)
        return (fields_of("columns") | page.props[row])["gap"]


class Tab(Titled):
    """One tab of `st.tabs`."""

    def set_open(self, is_open: bool = True) -> "Self":
        """Open it.

        Args:
            is_open: Nothing but True.

        Raises:
            AppTestError: If it is to be closed, or the script does not ask which tab is open.
        """
        if not is_open:
            raise AppTestError(
                f'tab "{self.label}": a tab closes as another one opens, got is_open=False:'
                " open that one"
            )
        return super().set_open()

    @property
    def _opening(self) -> tuple[str, object]:
        children = self.root.page.children
        return next(id for id, ids in children.items() if self.id in ids), self.label


class Grid(Block):
    """A container of `st.grid`; `columns` are those in it, not how many it has."""

    min_column_width: int | str
    wrap: bool
    vertical_alignment: str
    border: bool
    row_height: int | str
    width: int | str
    height: int | str
    dense: bool

    @property
    def column_count(self) -> Any:
        """How many columns it has at most, or "auto"."""
        return (fields_of("grid") | self._props)["columns"]

    @property
    def gap(self) -> Any:
        """The space between its cells; that of rows and of columns if they differ."""
        props = fields_of("grid") | self._props
        row, column = props["row_gap"], props["column_gap"]
        return row if row == column else (row, column)


BLOCKS: dict[str, type[Block]] = {name: globals()[kind] for name, kind in CONTAINERS.items()}


def node_of(app: "AppTest", id: str, props: Fields) -> Element | Block:
    """Return what stands in a test for one node of the page, or for an effect."""
    kind = props["kind"]
    kind = SAME.get(kind, kind)
    if kind in BLOCKS or kind in GROUPS:
        return BLOCKS.get(kind, Block)(app, kind, id, props)
    if kind == "heading":
        kind = HEADINGS[props["level"]]
    elif kind == "alert":
        kind = props["severity"]
    elif kind == "button_group":
        kind = props["variant"]
    elif kind == SUBMITS:
        kind = "button"
    elif kind == "mermaid_chart":
        return kinds.MermaidChart(app, "markdown", id, props)
    return (TYPES.get(kind) or kinds.face_of(app, id))(app, kind, id, props)
