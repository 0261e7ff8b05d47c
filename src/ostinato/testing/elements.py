"""Elements: the kinds that a test knows, and what it can do to each."""

from typing import TYPE_CHECKING, Any

from ostinato.testing.choices import ButtonGroup as ButtonGroup
from ostinato.testing.choices import Multiselect as Multiselect
from ostinato.testing.components_v2 import ComponentV2 as ComponentV2
from ostinato.testing.dates import DateInput as DateInput
from ostinato.testing.dates import DateTimeInput as DateTimeInput
from ostinato.testing.dates import TimeInput as TimeInput
from ostinato.testing.echarts import EChartsChart as EChartsChart
from ostinato.testing.editor import DataEditor as DataEditor
from ostinato.testing.element import Element, UnknownElement, Widget
from ostinato.testing.inputs import Button as Button
from ostinato.testing.inputs import Checkbox as Checkbox
from ostinato.testing.inputs import DownloadButton as DownloadButton
from ostinato.testing.inputs import LinkButton as LinkButton
from ostinato.testing.inputs import MenuButton as MenuButton
from ostinato.testing.inputs import NumberInput as NumberInput
from ostinato.testing.inputs import Radio as Radio
from ostinato.testing.inputs import Selectbox as Selectbox
from ostinato.testing.inputs import TextArea as TextArea
from ostinato.testing.inputs import TextInput as TextInput
from ostinato.testing.inputs import Toggle as Toggle
from ostinato.testing.maps import Map as Map
from ostinato.testing.maps import PydeckChart as PydeckChart
from ostinato.testing.media import Audio as Audio
from ostinato.testing.media import GraphvizChart as GraphvizChart
from ostinato.testing.media import Image as Image
from ostinato.testing.media import Pdf as Pdf
from ostinato.testing.media import Pyplot as Pyplot
from ostinato.testing.media import Video as Video
from ostinato.testing.pickers import ColorPicker as ColorPicker
from ostinato.testing.pickers import Feedback as Feedback
from ostinato.testing.pickers import Pagination as Pagination
from ostinato.testing.pickers import SelectSlider as SelectSlider
from ostinato.testing.pickers import Slider as Slider
from ostinato.testing.plotly import PlotlyChart as PlotlyChart
from ostinato.testing.plots import AreaChart as AreaChart
from ostinato.testing.plots import BarChart as BarChart
from ostinato.testing.plots import LineChart as LineChart
from ostinato.testing.plots import PlotChart as PlotChart
from ostinato.testing.plots import ScatterChart as ScatterChart
from ostinato.testing.tables import Dataframe as Dataframe
from ostinato.testing.tables import Table as Table
from ostinato.testing.texts import AlertBase as AlertBase
from ostinato.testing.texts import Balloons as Balloons
from ostinato.testing.texts import Caption as Caption
from ostinato.testing.texts import Code as Code
from ostinato.testing.texts import Divider as Divider
from ostinato.testing.texts import Error as Error
from ostinato.testing.texts import Exception as Exception
from ostinato.testing.texts import Header as Header
from ostinato.testing.texts import HeadingBase as HeadingBase
from ostinato.testing.texts import Help as Help
from ostinato.testing.texts import Html as Html
from ostinato.testing.texts import Iframe as Iframe
from ostinato.testing.texts import Info as Info
from ostinato.testing.texts import Json as Json
from ostinato.testing.texts import Latex as Latex
from ostinato.testing.texts import Markdown as Markdown
from ostinato.testing.texts import MermaidChart as MermaidChart
from ostinato.testing.texts import Metric as Metric
from ostinato.testing.texts import PageLink as PageLink
from ostinato.testing.texts import Progress as Progress
from ostinato.testing.texts import Skeleton as Skeleton
from ostinato.testing.texts import Snow as Snow
from ostinato.testing.texts import Space as Space
from ostinato.testing.texts import Subheader as Subheader
from ostinato.testing.texts import Success as Success
from ostinato.testing.texts import Text as Text
from ostinato.testing.texts import Title as Title
from ostinato.testing.texts import Toast as Toast
from ostinato.testing.texts import Warning as Warning
from ostinato.testing.uploads import AudioInput as AudioInput
from ostinato.testing.uploads import CameraInput as CameraInput
from ostinato.testing.uploads import ChatInput as ChatInput
from ostinato.testing.uploads import FileUploader as FileUploader
from ostinato.testing.vega_charts import AltairChart as AltairChart
from ostinato.testing.vega_charts import VegaLiteChart as VegaLiteChart
from ostinato.values import text as values
from ostinato.values.boolean import Boolean
from ostinato.values.choice import Choice
from ostinato.values.interval import Interval
from ostinato.values.number import Numeric

if TYPE_CHECKING:
    from ostinato.testing.app_test import AppTest


TYPES: dict[str, type[Element]] = {
    "altair_chart": AltairChart,
    "area_chart": AreaChart,
    "audio": Audio,
    "balloons": Balloons,
    "bar_chart": BarChart,
    "button": Button,
    "button_group": ButtonGroup,
    "caption": Caption,
    "audio_input": AudioInput,
    "camera_input": CameraInput,
    "chat_input": ChatInput,
    "file_uploader": FileUploader,
    "checkbox": Checkbox,
    "code": Code,
    "color_picker": ColorPicker,
    "component_v2": ComponentV2,
    "data_editor": DataEditor,
    "dataframe": Dataframe,
    "date_input": DateInput,
    "datetime_input": DateTimeInput,
    "divider": Divider,
    "download_button": DownloadButton,
    "echarts_chart": EChartsChart,
    "error": Error,
    "exception": Exception,
    "form_submit_button": Button,
    "graphviz_chart": GraphvizChart,
    "feedback": Feedback,
    "header": Header,
    "help": Help,
    "html": Html,
    "iframe": Iframe,
    "image": Image,
    "info": Info,
    "json": Json,
    "latex": Latex,
    "line_chart": LineChart,
    "link_button": LinkButton,
    "map": Map,
    "markdown": Markdown,
    "menu_button": MenuButton,
    "metric": Metric,
    "multiselect": Multiselect,
    "number_input": NumberInput,
    "page_link": PageLink,
    "pagination": Pagination,
    "pdf": Pdf,
    "pyplot": Pyplot,
    "pills": ButtonGroup,
    "plotly_chart": PlotlyChart,
    "progress": Progress,
    "pydeck_chart": PydeckChart,
    "radio": Radio,
    "scatter_chart": ScatterChart,
    "segmented_control": ButtonGroup,
    "select_slider": SelectSlider,
    "selectbox": Selectbox,
    "skeleton": Skeleton,
    "slider": Slider,
    "snow": Snow,
    "space": Space,
    "subheader": Subheader,
    "success": Success,
    "table": Table,
    "text": Text,
    "text_area": TextArea,
    "text_input": TextInput,
    "time_input": TimeInput,
    "title": Title,
    "toast": Toast,
    "toggle": Toggle,
    "vega_lite_chart": VegaLiteChart,
    "video": Video,
    "warning": Warning,
}


FACES: dict[type[Any], type[Element]] = {
    Boolean: Checkbox,
    Choice: Selectbox,
    Interval: Slider,
    Numeric: NumberInput,
    values.Text: TextInput,
}
"""How a test acts on an input that has no class of its own, by what fits it."""


def face_of(app: "AppTest", id: str) -> type[Element]:
    """Return the class that stands for an element that has none of its own."""
    memory = app.inputs.find_memory(id)
    if memory is None:
        return UnknownElement
    return Button if memory.is_press else FACES.get(type(memory.codec), Widget)
