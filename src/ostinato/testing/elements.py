"""Elements: the kinds that a test knows, and what it can do to each."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ostinato.testing.element import Element, TextElement, UnknownElement, Widget
from ostinato.values import text as values
from ostinato.values.boolean import Boolean
from ostinato.values.choice import Choice
from ostinato.values.interval import Interval
from ostinato.values.number import Numeric

if TYPE_CHECKING:
    from typing import Self

    from ostinato.testing.app_test import AppTest


class AlertBase(TextElement):
    """One of the four boxes."""


class Error(AlertBase):
    """A box of `st.error`."""


class Warning(AlertBase):
    """A box of `st.warning`."""


class Info(AlertBase):
    """A box of `st.info`."""


class Success(AlertBase):
    """A box of `st.success`."""


class HeadingBase(TextElement):
    """One of the three headings."""

    @property
    def icon(self) -> str | None:
        """The emoji or symbol before the text."""
        return self._props.get("icon")


class Title(HeadingBase):
    """A heading of `st.title`."""


class Header(HeadingBase):
    """A heading of `st.header`."""


class Subheader(HeadingBase):
    """A heading of `st.subheader`."""


class Markdown(TextElement):
    """Text of `st.markdown` or `st.write`."""

    @property
    def is_caption(self) -> bool:
        """Whether it is small."""
        return self.type == "caption"


class Caption(Markdown):
    """Text of `st.caption`."""


class Divider(Markdown):
    """A rule of `st.divider`."""

    @property
    def value(self) -> str:
        """The rule, in Markdown."""
        return "---"


class Latex(Markdown):
    """A formula of `st.latex`."""

    @property
    def value(self) -> str:
        """The formula, in Markdown."""
        return f"$$\n{self._props['body']}\n$$"


class Text(TextElement):
    """Text of `st.text`."""


class Code(TextElement):
    """A block of `st.code`."""


class Html(TextElement):
    """HTML of `st.html`."""


class Json(TextElement):
    """A tree of `st.json`; its value is JSON text."""


class Help(Element):
    """A box of `st.help`."""

    @property
    def value(self) -> str:
        """What it is about: a name, or the object's text."""
        return str(self._props["name"] or self._props.get("value", ""))

    @property
    def doc_string(self) -> str:
        """The docstring."""
        return str(self._props.get("doc", ""))


class Exception(Element):
    """An exception that was shown or that ended the run; its value is the message."""

    @property
    def value(self) -> str:
        """The message."""
        return str(self._props.get("message", ""))

    @property
    def message(self) -> str:
        """The message."""
        return self.value

    @property
    def error(self) -> str:
        """The name of the exception's class."""
        return str(self._props["type"])

    @property
    def stack_trace(self) -> list[str]:
        """Where it came from."""
        return list(self._props.get("trace", []))


class Button(Widget):
    """A button; its value is True after a click, and once the app has run with it."""

    @property
    def value(self) -> bool:
        """Whether it was clicked since the last run, or has started it."""
        return self.root.is_clicked(self.id)

    def set_value(self, value: bool) -> "Self":
        """Click it, or take the click back."""
        self.root.click(self.id, value)
        return self

    def click(self) -> "Self":
        """Click it."""
        return self.set_value(True)


class MenuButton(Widget):
    """A menu button; its value is the option clicked, and once the app has run with it, too."""

    @property
    def value(self) -> Any:
        """The option that was clicked since the last run, or has started it; else None."""
        wire = self.root.payload_of(self.id)
        return None if wire is None else self._memory.codec.decode(wire)  # type: ignore[union-attr]

    @property
    def format_func(self) -> Callable[[Any], str]:
        """What gives the text of an option."""
        text_of: Callable[[Any], str] = self._memory.codec.options.text_of  # type: ignore[union-attr]
        return text_of

    def set_value(self, value: Any) -> "Self":
        """Click an option, or take the click back by None.

        Raises:
            StreamlitAPIException: If there is no such option.
        """
        wire = None if value is None else self.wire_of(value)
        self.root.click(self.id, wire is not None, wire)
        return self

    def click(self, v: Any) -> "Self":
        """Click an option."""
        return self.set_value(v)

    def click_index(self, index: int) -> "Self":
        """Click an option by its place."""
        return self.set_value(self._memory.codec.options.values[index])  # type: ignore[union-attr]


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


class Slider(Widget):
    """A slider."""

    def set_range(self, lower: Any, upper: Any) -> "Self":
        """Set both ends of a range."""
        return self.set_value((lower, upper))

    @property
    def min(self) -> Any:
        """The lower bound, as it travels."""
        return self._props["min_value"]

    @property
    def max(self) -> Any:
        """The upper bound, as it travels."""
        return self._props["max_value"]


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


class Selectbox(Widget):
    """A list to choose from."""

    @property
    def options(self) -> list[str]:
        """The texts of the options."""
        return list(self._props["options"])

    @property
    def index(self) -> int | None:
        """The place of the chosen option."""
        _, choice = self._memory.codec.adopt(self.value)  # type: ignore[union-attr]
        return None if choice is None or choice[0] < 0 else int(choice[0])

    @property
    def format_func(self) -> Callable[[Any], str]:
        """What gives the text of an option."""
        text_of: Callable[[Any], str] = self._memory.codec.options.text_of  # type: ignore[union-attr]
        return text_of

    def select(self, v: Any) -> "Self":
        """Choose an option."""
        return self.set_value(v)

    def select_index(self, index: int | None) -> "Self":
        """Choose an option by its place."""
        if index is None:
            return self.set_value(None)
        return self.set_value(self._memory.codec.options.values[index])  # type: ignore[union-attr]


TYPES: dict[str, type[Element]] = {
    "button": Button,
    "caption": Caption,
    "checkbox": Checkbox,
    "code": Code,
    "divider": Divider,
    "error": Error,
    "exception": Exception,
    "header": Header,
    "help": Help,
    "html": Html,
    "info": Info,
    "json": Json,
    "latex": Latex,
    "markdown": Markdown,
    "menu_button": MenuButton,
    "number_input": NumberInput,
    "selectbox": Selectbox,
    "slider": Slider,
    "subheader": Subheader,
    "success": Success,
    "text": Text,
    "text_input": TextInput,
    "title": Title,
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
