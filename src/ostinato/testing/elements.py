"""Elements: the kinds that a test knows, and what it can do to each."""

from typing import TYPE_CHECKING, Any

from ostinato.testing.choices import ButtonGroup as ButtonGroup
from ostinato.testing.choices import Multiselect as Multiselect
from ostinato.testing.choices import Optioned
from ostinato.testing.dates import DateInput as DateInput
from ostinato.testing.dates import DateTimeInput as DateTimeInput
from ostinato.testing.dates import TimeInput as TimeInput
from ostinato.testing.editor import DataEditor as DataEditor
from ostinato.testing.element import Element, UnknownElement, Widget
from ostinato.testing.media import Audio as Audio
from ostinato.testing.media import Image as Image
from ostinato.testing.media import Pdf as Pdf
from ostinato.testing.media import Video as Video
from ostinato.testing.pickers import ColorPicker as ColorPicker
from ostinato.testing.pickers import Feedback as Feedback
from ostinato.testing.pickers import Pagination as Pagination
from ostinato.testing.pickers import SelectSlider as SelectSlider
from ostinato.testing.pickers import Slider as Slider
from ostinato.testing.tables import Dataframe as Dataframe
from ostinato.testing.texts import AlertBase as AlertBase
from ostinato.testing.texts import Caption as Caption
from ostinato.testing.texts import Code as Code
from ostinato.testing.texts import Divider as Divider
from ostinato.testing.texts import Error as Error
from ostinato.testing.texts import Exception as Exception
from ostinato.testing.texts import Header as Header
from ostinato.testing.texts import HeadingBase as HeadingBase
from ostinato.testing.texts import Help as Help
from ostinato.testing.texts import Html as Html
from ostinato.testing.texts import Info as Info
from ostinato.testing.texts import Json as Json
from ostinato.testing.texts import Latex as Latex
from ostinato.testing.texts import Markdown as Markdown
from ostinato.testing.texts import MermaidChart as MermaidChart
from ostinato.testing.texts import Metric as Metric
from ostinato.testing.texts import PageLink as PageLink
from ostinato.testing.texts import Progress as Progress
from ostinato.testing.texts import Space as Space
from ostinato.testing.texts import Subheader as Subheader
from ostinato.testing.texts import Success as Success
from ostinato.testing.texts import Table as Table
from ostinato.testing.texts import Text as Text
from ostinato.testing.texts import Title as Title
from ostinato.testing.texts import Toast as Toast
from ostinato.testing.texts import Warning as Warning
from ostinato.testing.uploads import AudioInput as AudioInput
from ostinato.testing.uploads import CameraInput as CameraInput
from ostinato.testing.uploads import ChatInput as ChatInput
from ostinato.testing.uploads import FileUploader as FileUploader
from ostinato.values import text as values
from ostinato.values.boolean import Boolean
from ostinato.values.choice import Choice
from ostinato.values.interval import Interval
from ostinato.values.number import Numeric

if TYPE_CHECKING:
    from typing import Self

    from ostinato.testing.app_test import AppTest


class Button(Widget):
    """A button, or one that submits a form (`form_id`).

    Its value is True after a click, and once the app has run with it.
    """

    @property
    def value(self) -> bool:
        """Whether it was clicked since the last run, or has started it."""
        return self.root.is_clicked(self.id)

    def set_value(self, value: bool) -> "Self":
        """Click it, or take the click back.

        Raises:
            StreamlitAPIException: If it is disabled.
        """
        self.check_usable()
        self.root.click(self.id, value)
        return self

    def click(self) -> "Self":
        """Click it."""
        return self.set_value(True)


class DownloadButton(Button):
    """A button that saves a file; a click saves nothing, and `content` is what it would save."""

    def set_value(self, value: bool) -> "Self":
        """Click it, or take the click back; nobody hears of one that reruns nothing.

        Raises:
            StreamlitAPIException: If it is disabled.
        """
        if self.is_silent:
            self.check_usable()
            return self
        return super().set_value(value)

    @property
    def content(self) -> bytes:
        """The bytes of the file; they are made now, if a click would have them made.

        Raises:
            StreamlitAPIException: If they cannot be made.
        """
        return self.root.saved_by(self.id, self._props.get("url", ""))


class MenuButton(Optioned):
    """A menu button; its value is the option clicked, and once the app has run with it, too."""

    @property
    def value(self) -> Any:
        """The option that was clicked since the last run, or has started it; else None."""
        wire = self.root.payload_of(self.id)
        return None if wire is None else self._each.decode(wire)

    def set_value(self, value: Any) -> "Self":
        """Click an option, or take the click back by None.

        Raises:
            StreamlitAPIException: If there is no such option, or it is disabled.
        """
        self.check_usable()
        wire = None if value is None else self.wire_of(value)
        self.root.click(self.id, wire is not None, wire)
        return self

    def click(self, v: Any) -> "Self":
        """Click an option."""
        return self.set_value(v)

    def click_index(self, index: int) -> "Self":
        """Click an option by its place."""
        return self.set_value(self._each.options.values[index])


class Checkbox(Widget):
    """A checkbox."""

    @property
    def value(self) -> bool:
        """Whether it is ticked."""
        return bool(super().value)

    def check(self) -> "Self":
        """Tick it."""
        return self.set_value(True)

    def uncheck(self) -> "Self":
        """Take the tick away."""
        return self.set_value(False)


class Toggle(Checkbox):
    """A switch."""


class LinkButton(Widget):
    """A button that leads to another page: a test presses it, and stays."""

    @property
    def value(self) -> str:
        """What it says."""
        return str(self._props["label"])

    def set_value(self, value: bool) -> "Self":
        """Click it, or take the click back; nobody hears of one that reruns nothing.

        Raises:
            StreamlitAPIException: If it is disabled.
        """
        self.check_usable()
        if not self.is_silent:
            self.root.click(self.id, value)
        return self

    def click(self) -> "Self":
        """Click it."""
        return self.set_value(True)


class NumberInput(Widget):
    """A field for a number."""

    @property
    def value(self) -> float | None:
        """The number, an int if the field is one for int; None while it is empty."""
        value: float | None = super().value
        return value

    def increment(self) -> "Self":
        """Press the button that adds a step."""
        return self._step(1)

    def decrement(self) -> "Self":
        """Press the button that takes a step away."""
        return self._step(-1)

    @property
    def min(self) -> float | None:
        """The lower bound."""
        return self._props.get("min_value")

    @property
    def max(self) -> float | None:
        """The upper bound."""
        return self._props.get("max_value")

    @property
    def step(self) -> float:
        """What the buttons add and take away."""
        step: float = self.__getattr__("step")
        return step

    def _step(self, sign: int) -> "Self":
        # The decimal parts of a step are not exact: neither are the sums, unless rounded.
        number = round((self.value or 0) + sign * self.step, 10)
        low, high = self.min, self.max
        number = number if low is None else max(number, low)
        return self.set_value(number if high is None else min(number, high))


class TextInput(Widget):
    """A field for text."""

    @property
    def value(self) -> str | None:
        """The text; None while a field that began empty is."""
        value: str | None = super().value
        return value

    def input(self, v: str) -> "Self":
        """Type text."""
        return self.set_value(v)


class TextArea(TextInput):
    """A field for several lines of text."""


class Selectbox(Optioned):
    """A list to choose from."""

    @property
    def index(self) -> int | None:
        """The place of the chosen option."""
        _, choice = self._each.adopt(self.value)
        return None if choice is None or choice[0] < 0 else int(choice[0])

    def select(self, v: Any) -> "Self":
        """Choose an option."""
        return self.set_value(v)

    def select_index(self, index: int | None) -> "Self":
        """Choose an option by its place."""
        if index is None:
            return self.set_value(None)
        return self.set_value(self._each.options.values[index])


class Radio(Selectbox):
    """Options of which all are in sight."""


TYPES: dict[str, type[Element]] = {
    "audio": Audio,
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
    "data_editor": DataEditor,
    "dataframe": Dataframe,
    "date_input": DateInput,
    "datetime_input": DateTimeInput,
    "divider": Divider,
    "download_button": DownloadButton,
    "error": Error,
    "exception": Exception,
    "form_submit_button": Button,
    "feedback": Feedback,
    "header": Header,
    "help": Help,
    "html": Html,
    "image": Image,
    "info": Info,
    "json": Json,
    "latex": Latex,
    "link_button": LinkButton,
    "markdown": Markdown,
    "menu_button": MenuButton,
    "metric": Metric,
    "multiselect": Multiselect,
    "number_input": NumberInput,
    "page_link": PageLink,
    "pagination": Pagination,
    "pdf": Pdf,
    "pills": ButtonGroup,
    "progress": Progress,
    "radio": Radio,
    "segmented_control": ButtonGroup,
    "select_slider": SelectSlider,
    "selectbox": Selectbox,
    "slider": Slider,
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
    memory = app.find_memory(id)
    if memory is None:
        return UnknownElement
    return Button if memory.is_press else FACES.get(type(memory.codec), Widget)
