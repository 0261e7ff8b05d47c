"""Write stream: shows what comes bit by bit as it comes, and returns all of it."""

from collections.abc import AsyncIterable, Callable, Iterable
from typing import Any

from ostinato.arguments.text import dedent_text
from ostinato.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError
from ostinato.run.chunks import text_of
from ostinato.run.container import Container
from ostinato.run.elements import amend, element, elements
from ostinato.run.streams import is_stream, one_by_one

Stream = Iterable[Any] | AsyncIterable[Any]


@element
def write_stream(
    stream: Stream | Callable[[], Stream], *, cursor: str | None = None
) -> str | list[Any]:
    """Show the chunks of a stream as they come, and return all of them.

    Texts are Markdown that grows; anything else is shown as `write` does, between them. The chunks
    of the clients of OpenAI, Anthropic and LangChain, and of those that are like them, are texts.

    Stop ends the script in here, and so does what supersedes the run: it returns nothing then, and
    what follows is not done. To have half an answer in the next run, keep each chunk as it comes.

    Args:
        stream: A generator, asynchronous or not, or anything else that can be iterated; a function
            that takes nothing is called for it.
        cursor: What stands behind a text while it grows, in Markdown.

    Returns:
        The text, if all was text; else a list of the texts and the other chunks.

    Raises:
        StreamlitAPIException: If the stream cannot be iterated.
        StreamlitInvalidParameterTypeError: If it is a text, or the cursor is none.

    Example:
        >>> def count():
        ...     kept = st.session_state.setdefault("kept", [])
        ...     for number in range(5):
        ...         kept.append(f"{number} ")
        ...         yield kept[-1]
        >>> text = st.write_stream(count, cursor="▌")
    """
    if cursor is not None and not isinstance(cursor, str):
        raise StreamlitInvalidParameterTypeError(
            f"write_stream: cursor must be a str or None, got cursor={cursor!r}"
        )
    written: list[Any] = []
    pieces: list[str] = []
    growing = GrowingText(cursor or "")
    try:
        for chunk in one_by_one(_checked(stream)):
            text = text_of(chunk)
            if text is None:
                growing.end()
                growing = GrowingText(cursor or "")
                elements["write"](chunk)
                written += ["".join(pieces), chunk] if pieces else [chunk]
                pieces.clear()
            elif text:
                pieces.append(text)
                growing.add(text)
    finally:
        growing.end()
    if not written:
        return "".join(pieces)
    return [*written, "".join(pieces)] if pieces else written


class GrowingText:
    """A text of `markdown` that grows while it is written.

    Args:
        cursor: What stands behind it until it is complete, in Markdown.
    """

    def __init__(self, cursor: str) -> None:
        self._cursor = cursor
        self._text = ""
        self._is_indented: bool | None = None
        self._place: Container | None = None

    def add(self, piece: str) -> None:
        """Show more of it."""
        self._text += piece
        if self._is_indented is None and (start := self._text.strip("\r\n")):
            self._is_indented = start[0] in " \t"
        # To look through all of a text again with every piece of it takes too long.
        shown = dedent_text(self._text) if self._is_indented else self._text.strip()
        if self._place is None:
            self._place = elements["markdown"](shown)
        amend(self._place, body=shown, cursor=self._cursor)

    def end(self) -> None:
        """Show that it is complete."""
        if self._place is not None:
            amend(self._place, body=dedent_text(self._text), cursor="", is_last=True)


def _checked(stream: object) -> Any:
    """Return what can be iterated.

    Raises:
        StreamlitAPIException: If that is nothing.
        StreamlitInvalidParameterTypeError: If it is a text.
    """
    if isinstance(stream, str | bytes):
        raise StreamlitInvalidParameterTypeError(
            f"write_stream: stream must be a generator or another iterable of chunks, got"
            f" stream={stream!r}: show a text by st.write"
        )
    made = stream() if callable(stream) and not is_stream(stream) else stream
    if not is_stream(made):
        raise StreamlitAPIException(
            f"write_stream: stream must be a generator or another iterable, got stream={made!r}"
        )
    return made
