"""Lists: the elements and containers of each type on a page, or in a part of it."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any

from ostinato.errors import AppTestError
from ostinato.run.container import elements
from ostinato.testing import elements as kinds
from ostinato.testing.element import Element
from ostinato.testing.element_list import BlockList, ElementList
from ostinato.testing.elements import TYPES

if TYPE_CHECKING:
    from ostinato.testing import block as blocks
    from ostinato.testing.block import Block

CONTAINERS = {
    "chat_message": "ChatMessage",
    "column": "Column",
    "container": "Block",
    "dialog": "Dialog",
    "empty": "Block",
    "expander": "Expander",
    "form": "Block",
    "fragment": "Block",
    "grid": "Grid",
    "popover": "Popover",
    "status": "Status",
    "tab": "Tab",
}
"""Containers by the name of their function, and the class of each."""
GROUPS = {"columns": "column", "tabs": "tab"}
"""What is drawn around several, and how one of them is called: `app.columns` are they."""
VEGA = ("altair_chart", "area_chart", "bar_chart", "line_chart", "scatter_chart", "vega_lite_chart")
NAMED = {
    "button_group": ("pills", "segmented_control"),
    "dataframe": ("dataframe", "data_editor"),
}
"""Elements that can be asked for by what they have in common."""
INTERNAL = {
    "arrow_vega_lite_chart": VEGA,
    "bidi_component": ("component_v2",),
    "date_time_input": ("datetime_input",),
    "deck_gl_json_chart": ("map", "pydeck_chart"),
    "flex_container": ("container", "columns"),
    "grid_container": ("grid",),
    "help_info": ("help",),
    "imgs": ("image",),
    "tab_container": ("tabs",),
    "vega_lite_chart": VEGA,
}
"""What Streamlit calls elements between server and browser: `get` knows these names, too."""
SUBMITS = "form_submit_button"
"""A button that is found among buttons, and by its own name."""


class Lists(ABC):
    """The elements of each type, as attributes: `app.markdown[0]`, `app.sidebar.slider("age")`."""

    # Made by `make generate`.
    altair_chart: ElementList[kinds.AltairChart]
    area_chart: ElementList[kinds.AreaChart]
    audio: ElementList[kinds.Audio]
    audio_input: ElementList[kinds.AudioInput]
    balloons: ElementList[kinds.Balloons]
    bar_chart: ElementList[kinds.BarChart]
    button: ElementList[kinds.Button]
    button_group: ElementList[kinds.ButtonGroup]
    camera_input: ElementList[kinds.CameraInput]
    caption: ElementList[kinds.Caption]
    chat_input: ElementList[kinds.ChatInput]
    chat_message: "BlockList[blocks.ChatMessage]"
    checkbox: ElementList[kinds.Checkbox]
    code: ElementList[kinds.Code]
    color_picker: ElementList[kinds.ColorPicker]
    column: "BlockList[blocks.Column]"
    columns: "BlockList[blocks.Column]"
    component_v2: ElementList[kinds.ComponentV2]
    container: "BlockList[blocks.Block]"
    data_editor: ElementList[kinds.DataEditor]
    dataframe: ElementList[kinds.Dataframe]
    date_input: ElementList[kinds.DateInput]
    datetime_input: ElementList[kinds.DateTimeInput]
    dialog: "BlockList[blocks.Dialog]"
    divider: ElementList[kinds.Divider]
    download_button: ElementList[kinds.DownloadButton]
    echarts_chart: ElementList[kinds.EChartsChart]
    empty: "BlockList[blocks.Block]"
    error: ElementList[kinds.Error]
    exception: ElementList[kinds.Exception]
    expander: "BlockList[blocks.Expander]"
    feedback: ElementList[kinds.Feedback]
    file_uploader: ElementList[kinds.FileUploader]
    form: "BlockList[blocks.Block]"
    form_submit_button: ElementList[kinds.Button]
    fragment: "BlockList[blocks.Block]"
    graphviz_chart: ElementList[kinds.GraphvizChart]
    grid: "BlockList[blocks.Grid]"
    header: ElementList[kinds.Header]
    help: ElementList[kinds.Help]
    html: ElementList[kinds.Html]
    iframe: ElementList[kinds.Iframe]
    image: ElementList[kinds.Image]
    info: ElementList[kinds.Info]
    json: ElementList[kinds.Json]
    latex: ElementList[kinds.Latex]
    line_chart: ElementList[kinds.LineChart]
    link_button: ElementList[kinds.LinkButton]
    map: ElementList[kinds.Map]
    markdown: ElementList[kinds.Markdown]
    menu_button: ElementList[kinds.MenuButton]
    metric: ElementList[kinds.Metric]
    multiselect: ElementList[kinds.Multiselect]
    number_input: ElementList[kinds.NumberInput]
    page_link: ElementList[kinds.PageLink]
    pagination: ElementList[kinds.Pagination]
    pdf: ElementList[kinds.Pdf]
    pills: ElementList[kinds.ButtonGroup]
    plotly_chart: ElementList[kinds.PlotlyChart]
    popover: "BlockList[blocks.Popover]"
    progress: ElementList[kinds.Progress]
    pydeck_chart: ElementList[kinds.PydeckChart]
    pyplot: ElementList[kinds.Pyplot]
    radio: ElementList[kinds.Radio]
    scatter_chart: ElementList[kinds.ScatterChart]
    segmented_control: ElementList[kinds.ButtonGroup]
    select_slider: ElementList[kinds.SelectSlider]
    selectbox: ElementList[kinds.Selectbox]
    skeleton: ElementList[kinds.Skeleton]
    slider: ElementList[kinds.Slider]
    snow: ElementList[kinds.Snow]
    space: ElementList[kinds.Space]
    status: "BlockList[blocks.Status]"
    subheader: ElementList[kinds.Subheader]
    success: ElementList[kinds.Success]
    tab: "BlockList[blocks.Tab]"
    table: ElementList[kinds.Table]
    tabs: "BlockList[blocks.Tab]"
    text: ElementList[kinds.Text]
    text_area: ElementList[kinds.TextArea]
    text_input: ElementList[kinds.TextInput]
    time_input: ElementList[kinds.TimeInput]
    title: ElementList[kinds.Title]
    toast: ElementList[kinds.Toast]
    toggle: ElementList[kinds.Toggle]
    vega_lite_chart: ElementList[kinds.VegaLiteChart]
    video: ElementList[kinds.Video]
    warning: ElementList[kinds.Warning]

    @abstractmethod
    def nodes(self) -> Iterator["Element | Block"]:
        """Return all that is in here, in reading order."""

    def get(self, element_type: str) -> Any:
        """Return the elements or containers that a function drew, by its name.

        Streamlit's names of what it sends to the browser work, too: "vega_lite_chart" finds all
        charts that it draws so, "flex_container" containers and rows of columns.

        Args:
            element_type: The name of the function, or such a name.
        """
        types = INTERNAL.get(element_type)
        return self._named(element_type) if types is None else self._listed(element_type, types)

    def _named(self, name: str) -> Any:
        return self._listed(name, NAMED.get(name, (GROUPS.get(name, name),)))

    def _listed(self, name: str, types: Collection[str]) -> "ElementList[Any] | BlockList[Any]":
        found: list[Any] = [
            node
            for node in self.nodes()
            if node.type in types or (name == SUBMITS and _submits(node))
        ]
        is_containers = all(each in CONTAINERS or each in GROUPS for each in types)
        return BlockList(name, found) if is_containers else ElementList(name, found)

    def get_by_key(self, key: str | int) -> Any:
        """Return the element or container with this key.

        Args:
            key: The key that the script has given it.

        Raises:
            KeyError: If there is none.
            AppTestError: If there are several.
        """
        found = [node for node in self.nodes() if node.key == str(key)]
        if not found:
            known = sorted({node.key for node in self.nodes() if node.key})
            raise KeyError(f"AppTest: nothing on the page has key={key!r}: it has {known}")
        if len(found) > 1:
            types = ", ".join(node.type for node in found)
            raise AppTestError(
                f"AppTest: one element must have the key, got key={key!r} of {types}: ask for one"
                f" by its type, as app.{found[0].type}(key={key!r})"
            )
        return found[0]

    if not TYPE_CHECKING:  # A name that is misspelt is an error to those who check.

        def __getattr__(self, name: str) -> Any:
            """Return the elements of a type."""
            if any(name in known for known in (GROUPS, CONTAINERS, TYPES, NAMED, elements)):
                return self._named(name)
            said = f"{type(self).__name__!r} object has no attribute {name!r}"
            raise AttributeError(said, name=name, obj=self)


def _submits(node: "Element | Block") -> bool:
    return isinstance(node, kinds.Button) and node.form_id != ""
