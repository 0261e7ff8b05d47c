"""Block: a container on the page, and the lists of elements in it."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ostinato.errors import NotAvailable, StreamlitAPIException
from ostinato.run.absent import NOT_YET, lacking
from ostinato.run.container import elements
from ostinato.testing import elements as kinds
from ostinato.testing.element import Element, check_usable, fields_of
from ostinato.testing.element_list import ElementList
from ostinato.testing.elements import TYPES
from ostinato.wire.props import Fields

if TYPE_CHECKING:
    from typing import Self

    from ostinato.testing.app_test import AppTest

CONTAINERS = (
    "chat_message",
    "column",
    "container",
    "dialog",
    "empty",
    "expander",
    "form",
    "fragment",
    "grid",
    "popover",
    "status",
    "tab",
)
GROUPS = {"columns": "column", "tabs": "tab"}
"""What is drawn around several, and how one of them is called: `app.columns` are they."""
VARIANTS = {"button_group": ("pills", "segmented_control")}
"""Elements that can be asked for by what they have in common."""
ICONS = {"running": "spinner", "complete": ":material/check:", "error": ":material/error:"}
"""What stands before the label of a status."""
SAME = {"badge": "markdown", "grid_cell": "container"}
"""What tests find under the name of another kind."""
SUBMITS = "form_submit_button"
"""A button that is found among buttons, and by its own name."""
HEADINGS = {1: "title", 2: "header", 3: "subheader"}


class Lists(ABC):
    """The elements of each type, as attributes: `app.markdown[0]`, `app.sidebar.slider("age")`."""

    # Made by `make generate`.
    audio: ElementList[kinds.Audio]
    audio_input: ElementList[kinds.AudioInput]
    button: ElementList[kinds.Button]
    button_group: ElementList[kinds.ButtonGroup]
    camera_input: ElementList[kinds.CameraInput]
    caption: ElementList[kinds.Caption]
    chat_input: ElementList[kinds.ChatInput]
    chat_message: "list[Block]"
    checkbox: ElementList[kinds.Checkbox]
    code: ElementList[kinds.Code]
    color_picker: ElementList[kinds.ColorPicker]
    column: "list[Block]"
    columns: "list[Block]"
    container: "list[Block]"
    data_editor: ElementList[kinds.DataEditor]
    dataframe: ElementList[kinds.Dataframe]
    date_input: ElementList[kinds.DateInput]
    datetime_input: ElementList[kinds.DateTimeInput]
    dialog: "list[Block]"
    divider: ElementList[kinds.Divider]
    download_button: ElementList[kinds.DownloadButton]
    empty: "list[Block]"
    error: ElementList[kinds.Error]
    exception: ElementList[kinds.Exception]
    expander: "list[Block]"
    feedback: ElementList[kinds.Feedback]
    file_uploader: ElementList[kinds.FileUploader]
    form: "list[Block]"
    form_submit_button: ElementList[kinds.Button]
    fragment: "list[Block]"
    grid: "list[Block]"
    header: ElementList[kinds.Header]
    help: ElementList[kinds.Help]
    html: ElementList[kinds.Html]
    image: ElementList[kinds.Image]
    info: ElementList[kinds.Info]
    json: ElementList[kinds.Json]
    latex: ElementList[kinds.Latex]
    link_button: ElementList[kinds.LinkButton]
    markdown: ElementList[kinds.Markdown]
    menu_button: ElementList[kinds.MenuButton]
    metric: ElementList[kinds.Metric]
    multiselect: ElementList[kinds.Multiselect]
    number_input: ElementList[kinds.NumberInput]
    page_link: ElementList[kinds.PageLink]
    pagination: ElementList[kinds.Pagination]
    pdf: ElementList[kinds.Pdf]
    pills: ElementList[kinds.ButtonGroup]
    popover: "list[Block]"
    progress: ElementList[kinds.Progress]
    radio: ElementList[kinds.Radio]
    segmented_control: ElementList[kinds.ButtonGroup]
    select_slider: ElementList[kinds.SelectSlider]
    selectbox: ElementList[kinds.Selectbox]
    slider: ElementList[kinds.Slider]
    space: ElementList[kinds.Space]
    status: "list[Block]"
    subheader: ElementList[kinds.Subheader]
    success: ElementList[kinds.Success]
    tab: "list[Block]"
    table: ElementList[kinds.Table]
    tabs: "list[Block]"
    text: ElementList[kinds.Text]
    text_area: ElementList[kinds.TextArea]
    text_input: ElementList[kinds.TextInput]
    time_input: ElementList[kinds.TimeInput]
    title: ElementList[kinds.Title]
    toast: ElementList[kinds.Toast]
    toggle: ElementList[kinds.Toggle]
    video: ElementList[kinds.Video]
    warning: ElementList[kinds.Warning]

    @abstractmethod
    def nodes(self) -> Iterator["Element | Block"]:
        """Return all that is in here, in reading order."""

    def get(self, element_type: str) -> Any:
        """Return the elements that a function drew, by its name.

        Raises:
            NotAvailable: If there is no such function yet.
        """
        if element_type in NOT_YET:
            raise NotAvailable(
                f"{lacking(f'AppTest: {element_type}')},"
                f" got element_type={element_type!r}: leave it out"
            )
        types = VARIANTS.get(element_type, (element_type,))
        found = [
            node
            for node in self.nodes()
            if node.type in types or (element_type == SUBMITS and _submits(node))
        ]
        if element_type in CONTAINERS:
            return found
        return ElementList(element_type, [node for node in found if isinstance(node, Element)])

    def get_by_key(self, key: str | int) -> Any:
        """Return the element or container with this key.

        Raises:
            KeyError: If there is none.
        """
        for node in self.nodes():
            if node.key == str(key):
                return node
        raise KeyError(f"AppTest: nothing on the page has key={key!r}")

    if not TYPE_CHECKING:  # A name that is misspelt is an error to those who check.

        def __getattr__(self, name: str) -> Any:
            """Return the elements of a type."""
            if name in GROUPS:
                return self.get(GROUPS[name])
            if name in elements or name in TYPES or name in CONTAINERS or name in NOT_YET:
                return self.get(name)
            raise AttributeError(f"{type(self).__name__} has no attribute {name!r}", name=name)


class Block(Lists):
    """One container.

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

    def __repr__(self) -> str:
        """Show the container and what is in it."""
        return f"{self.type}{list(self.children.values())!r}"

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
    def label(self) -> str:
        """The text that an expander, a popover or a tab opens by, or the title of a dialog."""
        return str(self._props.get("label", ""))

    @property
    def icon(self) -> str | None:
        """The emoji or symbol before that text."""
        return ICONS[self.state] if self.type == "status" else self._props.get("icon")

    @property
    def state(self) -> str:
        """How it goes with a status: "running", "complete" or "error"."""
        state: str = (fields_of(self.type) | self._props)["state"]
        return state

    @property
    def name(self) -> str:
        """Who says a chat message."""
        return str(self._props["name"])

    @property
    def avatar(self) -> str | None:
        """The picture of a chat message; None for the first letter of the name."""
        return self._props.get("avatar")

    @property
    def open(self) -> bool | None:
        """Whether it is open; None if the script does not ask."""
        id, value = self._opening
        if self.root.page.values[id] is None:
            return None
        return bool(self.root.value_of(id) == value)

    def set_open(self, is_open: bool = True) -> "Self":
        """Open or close it, as a person would.

        Raises:
            StreamlitAPIException: If the script does not ask whether it is open, it is disabled, or
                it is a tab that is to be closed.
        """
        id, value = self._opening
        if self.type == "tab" and not is_open:
            raise StreamlitAPIException(
                f'tab "{self.label}": a tab closes as another one opens, got is_open=False:'
                " open that one"
            )
        if self.open is None:
            raise StreamlitAPIException(
                f'{self.type} "{self.label}": the script must ask whether it is open, got no'
                ' on_change: pass on_change="rerun"'
            )
        check_usable(self.type, self._props)
        self.root.enter(id, value if is_open else False)
        return self

    @property
    def _opening(self) -> tuple[str, object]:
        """The id of what knows whether it is open, and the value that says so."""
        if self.type != "tab":
            return self.id, True
        children = self.root.page.children
        return next(id for id, ids in children.items() if self.id in ids), self.label

    @property
    def weight(self) -> float:
        """The share of the width that a column has."""
        weight: float = self._props["weight"]
        return weight

    def run(self, *, timeout: float | None = None) -> "AppTest":
        """Run the app, with all that was done since the last run."""
        return self.root.run(timeout=timeout)


def node_of(app: "AppTest", id: str, props: Fields) -> Element | Block:
    """Return what stands in a test for one node of the page, or for an effect."""
    kind = props["kind"]
    kind = SAME.get(kind, kind)
    if kind in CONTAINERS or kind in GROUPS:
        return Block(app, kind, id, props)
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


def _submits(node: Element | Block) -> bool:
    return isinstance(node, kinds.Button) and node.form_id != ""
