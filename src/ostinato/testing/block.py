"""Block: a container on the page, and the lists of elements in it."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ostinato.errors import NotAvailable
from ostinato.run.absent import NOT_YET, lacking
from ostinato.testing import elements as kinds
from ostinato.testing.element_list import ElementList
from ostinato.testing.elements import TYPES, Element
from ostinato.wire.props import Fields

if TYPE_CHECKING:
    from ostinato.testing.app_test import AppTest

CONTAINERS = ("column", "container", "empty")
HEADINGS = {1: "title", 2: "header", 3: "subheader"}


class Lists(ABC):
    """The elements of each type, as attributes: `app.markdown[0]`, `app.sidebar.slider("age")`."""

    button: ElementList[kinds.Button]
    caption: ElementList[kinds.Caption]
    checkbox: ElementList[kinds.Checkbox]
    code: ElementList[kinds.Code]
    column: "list[Block]"
    columns: "list[Block]"
    container: "list[Block]"
    divider: ElementList[kinds.Divider]
    empty: "list[Block]"
    error: ElementList[kinds.Error]
    exception: ElementList[kinds.Exception]
    header: ElementList[kinds.Header]
    help: ElementList[kinds.Help]
    info: ElementList[kinds.Info]
    json: ElementList[kinds.Json]
    markdown: ElementList[kinds.Markdown]
    number_input: ElementList[kinds.NumberInput]
    selectbox: ElementList[kinds.Selectbox]
    slider: ElementList[kinds.Slider]
    subheader: ElementList[kinds.Subheader]
    success: ElementList[kinds.Success]
    text: ElementList[kinds.Text]
    text_input: ElementList[kinds.TextInput]
    title: ElementList[kinds.Title]
    warning: ElementList[kinds.Warning]

    @abstractmethod
    def nodes(self) -> Iterator["Element | Block"]:
        """Give all that is in here, in reading order."""

    def get(self, element_type: str) -> Any:
        """Give the elements that a function drew, by its name.

        Raises:
            NotAvailable: If there is no such function yet.
        """
        if element_type in NOT_YET:
            raise NotAvailable(
                f"{lacking(f'AppTest: {element_type}')},"
                f" got element_type={element_type!r}: leave it out"
            )
        found = [node for node in self.nodes() if node.type == element_type]
        if element_type in CONTAINERS:
            return found
        return ElementList(element_type, [node for node in found if isinstance(node, Element)])

    def get_by_key(self, key: str | int) -> Any:
        """Give the element or container with this key.

        Raises:
            KeyError: If there is none.
        """
        for node in self.nodes():
            if node.key == str(key):
                return node
        raise KeyError(f"AppTest: nothing on the page has key={key!r}")

    if not TYPE_CHECKING:  # A name that is misspelt is an error to those who check.

        def __getattr__(self, name: str) -> Any:
            """Give the elements of a type."""
            if name == "columns":
                return self.get("column")
            if name in TYPES or name in CONTAINERS or name in NOT_YET:
                return self.get(name)
            raise AttributeError(f"{type(self).__name__} has no attribute {name!r}", name=name)


class Block(Lists):
    """One container.

    Args:
        app: The test it belongs to.
        type: The name of the function that drew it, or "main" or "sidebar".
        id: Its place on the page.
        props: What the browser was told of it.
    """

    def __init__(self, app: "AppTest", type: str, id: str, props: Fields) -> None:
        self.root = app
        self.type = type
        self.id = id
        self._props = props

    def __iter__(self) -> Iterator["Element | Block"]:
        """Give the container itself, then all that is in it, in reading order."""
        yield self
        yield from self.nodes()

    def __repr__(self) -> str:
        """Show the container and what is in it."""
        return f"{self.type}{list(self.children.values())!r}"

    def nodes(self) -> Iterator["Element | Block"]:
        """Give all that is in here, in reading order."""
        for child in self.children.values():
            if isinstance(child, Block):
                yield from child
            else:
                yield child

    @property
    def children(self) -> "dict[int, Element | Block]":
        """What lies directly in it, by place."""
        page = self.root.page
        ids = page.children.get(self.id, [])
        return {place: _node(self.root, id, page.props[id]) for place, id in enumerate(ids)}

    @property
    def key(self) -> str | None:
        """The key that it was given."""
        return self._props.get("key")

    @property
    def weight(self) -> float:
        """The share of the width that a column has."""
        weight: float = self._props["weight"]
        return weight

    def run(self, *, timeout: float | None = None) -> "AppTest":
        """Run the app, with all that was done since the last run."""
        return self.root.run(timeout=timeout)


def _node(app: "AppTest", id: str, props: Fields) -> Element | Block:
    kind = props["kind"]
    if kind in (*CONTAINERS, "columns"):
        return Block(app, kind, id, props)
    if kind == "heading":
        kind = HEADINGS[props["level"]]
    elif kind == "alert":
        kind = props["severity"]
    return TYPES.get(kind, kinds.UnknownElement)(app, kind, id, props)
