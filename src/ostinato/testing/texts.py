"""Texts: the kinds that only show something, and what a test can ask of them."""

import re

from ostinato.testing.element import Element, TextElement


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
    def icon(self) -> str:
        """The emoji or symbol before the text; "" without one."""
        return self._props.get("icon") or ""

    @property
    def anchor(self) -> str:
        """The name by which links lead to it; "" if the script has given none."""
        return self._props.get("anchor") or ""

    @property
    def hide_anchor(self) -> bool:
        """Whether no link leads to it."""
        return self._props.get("anchor") is False

    @property
    def tag(self) -> str:
        """What it is in HTML: "h1", "h2" or "h3"."""
        return f"h{self._props['level']}"


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

    @property
    def allow_html(self) -> bool:
        """Whether HTML in it is rendered."""
        return bool(self._props.get("unsafe_allow_html"))


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


class MermaidChart(Markdown):
    """A diagram of `st.mermaid_chart`."""

    @property
    def value(self) -> str:
        """The diagram, as a block of Markdown."""
        body = self._props["body"]
        longest = max((len(ticks) for ticks in re.findall("`+", body)), default=0)
        fence = "`" * max(4, longest + 1)
        return f"{fence}mermaid\n{body}\n{fence}"

    @property
    def alt(self) -> str | None:
        """What a screen reader calls it."""
        return self._props.get("alt")


class Text(TextElement):
    """Text of `st.text`."""


class Code(TextElement):
    """A block of `st.code`."""

    @property
    def language(self) -> str:
        """What it is written in; "plaintext" if it is not coloured."""
        return self._props.get("language") or "plaintext"

    @property
    def show_line_numbers(self) -> bool:
        """Whether its lines are numbered."""
        return bool(self._props.get("line_numbers"))


class PageLink(Element):
    """A link of `st.page_link`: a test goes there by `switch_page`."""

    @property
    def value(self) -> str:
        """What it says."""
        return str(self._props["label"])


class Html(TextElement):
    """HTML of `st.html`."""


class Iframe(Element):
    """A frame of `st.iframe`."""

    @property
    def value(self) -> str:
        """The address of what it shows, or its HTML."""
        return str(self._props.get("src") or self._props.get("html") or "")


class Skeleton(Element):
    """The place of `st.skeleton`, while nothing is drawn into it."""


class Balloons(Element):
    """Balloons of `st.balloons`, which have flown since `run()` was called last."""


class Snow(Element):
    """Snow of `st.snow`, which has fallen since `run()` was called last."""


class Progress(Element):
    """A bar of `st.progress`."""

    @property
    def value(self) -> int:
        """How far it has come, in percent."""
        return int(self._props["value"])

    @property
    def text(self) -> str:
        """What stands above it."""
        return str(self._props.get("text", ""))


class Space(Element):
    """Room that `st.space` leaves."""

    @property
    def value(self) -> str | int:
        """How much: a word, or pixels."""
        return self.size

    @property
    def size(self) -> str | int:
        """How much: a word, or pixels."""
        size: str | int = self.__getattr__("size")
        return size


class Toast(TextElement):
    """A message of `st.toast`."""


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
    def is_warning(self) -> bool:
        """Whether it is a warning, by the name of its class."""
        return self.error.endswith("Warning")

    @property
    def is_markdown(self) -> bool:
        """Whether the message is Markdown."""
        return bool(self._props.get("is_markdown"))

    @property
    def stack_trace(self) -> list[str]:
        """Where it came from."""
        return list(self._props.get("trace", []))


class Metric(Element):
    """A number of `st.metric`, and how it has changed."""

    @property
    def value(self) -> str:
        """The number, as text without its format."""
        return str(self._props["value"])

    @property
    def delta(self) -> str:
        """How it has changed, as text without its format; "" if it has not been said."""
        return str(self._props.get("delta", ""))
