"""Media: pictures, sound and films, as a test sees them."""

from collections.abc import Iterable

from ostinato.testing.element import Element
from ostinato.wire.props import MEDIA


class _Shown(Element):
    """An element that shows files of the app, or of the web."""

    def _content(self, address: str) -> bytes | None:
        return self.root.files[address] if address.startswith(MEDIA) else None


class Image(_Shown):
    """The pictures of one call of `st.image`."""

    @property
    def value(self) -> list[str]:
        """Their addresses."""
        return list(self._props["sources"])

    @property
    def captions(self) -> list[str]:
        """What stands below each."""
        return list(self._props.get("captions") or [""] * len(self.value))

    @property
    def alts(self) -> list[str | None]:
        """What a screen reader says in place of each."""
        return list(self._props.get("alts") or [None] * len(self.value))

    @property
    def contents(self) -> list[bytes | None]:
        """The file of each; None for one of the web."""
        return [self._content(address) for address in self.value]


class _Played(_Shown):
    """What is played."""

    @property
    def value(self) -> str:
        """Its address; "" if there is nothing to play."""
        return str(self._props["src"])

    @property
    def content(self) -> bytes | None:
        """Its file; None for one of the web, and if there is none."""
        return self._content(self.value)


class Audio(_Played):
    """A player of `st.audio`."""


class Video(_Played):
    """A player of `st.video`."""

    @property
    def subtitles(self) -> dict[str, str]:
        """Its subtitles by their labels, as WebVTT."""
        addresses: Iterable[str] = self._props.get("subtitles", ())
        texts = [self.root.files[address].decode() for address in addresses]
        return dict(zip(self._props.get("labels", ()), texts, strict=True))


class Pdf(_Played):
    """A document of `st.pdf`."""


class Pyplot(_Shown):
    """A figure of `st.pyplot`."""

    @property
    def value(self) -> str:
        """Its address."""
        return str(self._props["source"])

    @property
    def content(self) -> bytes | None:
        """Its file."""
        return self._content(self.value)

    @property
    def alt(self) -> str | None:
        """What a screen reader says in place of it, as the script has it."""
        return self._props.get("alt")

    @property
    def title(self) -> str:
        """What the figure says of itself, if the script says nothing."""
        return str(self._props.get("title", ""))


class GraphvizChart(Element):
    """A graph of `st.graphviz_chart`."""

    @property
    def value(self) -> str:
        """Its description, in DOT."""
        return str(self._props["source"])

    @property
    def engine(self) -> str:
        """What lays it out."""
        return str(self._props.get("engine", "dot"))

    @property
    def alt(self) -> str | None:
        """What a screen reader calls it."""
        return self._props.get("alt")
