"""Chat input: a field for the messages of a conversation."""

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from typing import Literal

from ostinato.arguments.documented import documented
from ostinato.arguments.inputs import (
    Arguments,
    InputArguments,
    Key,
    KeywordArguments,
    check_callback,
)
from ostinato.arguments.size import check_height
from ostinato.arguments.text import check_choice, check_max_chars
from ostinato.errors import NotAvailable
from ostinato.run.effects import effect
from ostinato.run.elements import bottom, draw, element
from ostinato.run.knowledge import is_at_top, taken
from ostinato.values.message import Message
from ostinato.wire.flag import as_flag
from ostinato.wire.props import Height, InputProps, Props, Width

SubmitMode = Literal["submit", "disable", "stop"]


class ChatInput(InputProps, frozen=True, kw_only=True):
    """The wire form of `chat_input`: a press that carries a text. Its label is the placeholder."""

    max_chars: int | None = None
    submit_mode: SubmitMode = "submit"
    height: Height = "content"

    identity_free = InputProps.identity_free | {"submit_mode", "height"}


class ChatDraft(Props, frozen=True, kw_only=True):
    """An effect: the script has written text into the field of a `chat_input`, to be edited."""

    input: str
    text: str


@element
@documented
def chat_input(
    placeholder: str = "Your message",
    *,
    key: Key | None = None,
    max_chars: int | None = None,
    max_upload_size: int | None = None,
    accept_file: bool | Literal["multiple", "directory"] = False,
    file_type: str | Sequence[str] | None = None,
    accept_audio: bool = False,
    audio_sample_rate: int | None = 16000,
    disabled: bool = False,
    submit_mode: SubmitMode = "submit",
    on_submit: Callable[..., object] | None = None,
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    width: Width = "stretch",
    height: Height = "content",
) -> str | None:
    """Show a field for a message, and return the message in the run that sending it has started.

    In the main part of the page it stays at the bottom, and the page follows what is added; in a
    container it stands where it is called. Enter sends, Shift and Enter begin a new line.

    What the script puts into `st.session_state` under its key before it is called, or in a
    callback, stands in the field then, to be edited and sent.

    Args:
        placeholder: Shown while the field is empty, and said by screen readers.
        max_chars: The greatest length of a message.
        max_upload_size: For files, which cannot be sent yet.
        accept_file: False: files cannot be sent yet.
        file_type: For files, which cannot be sent yet.
        accept_audio: False: sound cannot be sent yet.
        audio_sample_rate: For sound, which cannot be sent yet.
        submit_mode: What a person can do while the script runs: "submit" the next message, nothing
            ("disable"), or "stop" the run. What the script has not kept by then is lost to the next
            run: see `write_stream`.
        on_submit: A function to call before the rerun.
        height: "content" to grow with the text, "stretch" or pixels.

    Returns:
        The message, in the run that sending it has started; else None.

    Raises:
        NotAvailable: If files or sound are to be accepted.
        StreamlitAPIException: If the callback is a word that only other inputs know.
        StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.

    Differs:
        accept_file: Files cannot be sent yet: only False is possible.
        accept_audio: Sound cannot be sent yet: only False is possible.
        returns: Every message counts: those that come while the script is busy are not merged.

    Example:
        >>> if message := st.chat_input("Ask me anything"):
        ...     st.chat_message("user").write(message)
    """
    common = InputArguments("chat_input", placeholder, key, None, disabled, "visible", width)
    who = common.who
    check_choice(who, "submit_mode", submit_mode, ("submit", "disable", "stop"))
    check_choice(who, "accept_file", accept_file, (False, True, "multiple", "directory"))
    _refuse(who, accept_file=accept_file, accept_audio=accept_audio)
    check_callback(who, on_submit, "on_submit", "a message")
    check_height(who, height)
    most = check_max_chars(who, max_chars)
    props = ChatInput(
        **common.props,
        max_chars=most,
        submit_mode=submit_mode,
        height=height,
    )
    asked = common.value(Message(most), None, on_submit, args, kwargs, lasts="run")
    with taken(key) as written, bottom if is_at_top() else nullcontext():
        message: str | None = draw(props, value=asked)
        if written is not None and isinstance(written.value, str):
            effect(ChatDraft(input=written.id, text=written.value))
    return message


def _refuse(who: str, **arguments: object) -> None:
    for name, value in arguments.items():
        if as_flag(who, name, value):
            raise NotAvailable(
                f"{who}: {name} is not available yet, got {name}={value!r}: leave it out"
            )
