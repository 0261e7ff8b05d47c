"""Chat input: a field for the messages of a conversation."""

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any, Literal

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
from ostinato.run.effects import effect
from ostinato.run.elements import bottom, draw, element
from ostinato.run.knowledge import is_at_top, taken
from ostinato.values.message import Message
from ostinato.wire.flag import as_flag
from ostinato.wire.props import Height, InputProps, Props, Width

if TYPE_CHECKING:
    from ostinato.values.chat_message import ChatInputValue

AcceptFile = bool | Literal["multiple", "directory"]
WORDS = {"False": "none", "True": "one"}
SubmitMode = Literal["submit", "disable", "stop"]


class ChatInput(InputProps, frozen=True, kw_only=True):
    """The wire form of `chat_input`: a press that carries a text. Its label is the placeholder.

    If it takes files or sound, the press carries all three.
    """

    max_chars: int | None = None
    submit_mode: SubmitMode = "submit"
    height: Height = "content"
    accept_file: Literal["none", "one", "multiple", "directory"] = "none"
    types: list[str] = []
    accept_audio: bool = False
    sample_rate: int | None = 16000
    limit: int = 0
    permit: str = ""

    identity_free = InputProps.identity_free | {"submit_mode", "height", "permit", "sample_rate"}


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
    accept_file: AcceptFile = False,
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
) -> "str | ChatInputValue | None":
    """Show a field for a message, and return the message in the run that sending it has started.

    In the main part of the page it stays at the bottom, and the page follows what is added; in a
    container it stands where it is called. Enter sends, Shift and Enter begin a new line.

    What the script puts into `st.session_state` under its key before it is called, or in a
    callback, stands in the field then, to be edited and sent.

    Args:
        placeholder: Shown while the field is empty, and said by screen readers.
        max_chars: The greatest length of a message.
        max_upload_size: Megabytes that a file may have; `server.maxUploadSize` without it.
        accept_file: Whether a file can be sent along: True for one, "multiple" for several,
            "directory" for a folder.
        file_type: Which files fit, as for `file_uploader`; all without it.
        accept_audio: Whether a sound can be recorded, and sent.
        audio_sample_rate: How often a second it is measured, as for `audio_input`.
        submit_mode: What a person can do while the script runs: "submit" the next message, nothing
            ("disable"), or "stop" the run. What the script has not kept by then is lost to the next
            run: see `write_stream`.
        on_submit: A function to call before the rerun.
        height: "content" to grow with the text, "stretch" or pixels.

    Returns:
        The message, in the run that sending it has started; else None. If files or sound can be
        sent, it is a `ChatInputValue`, with `text`, `files` (a list) and `audio` (a file or None).

    Raises:
        StreamlitAPIException: If the callback is a word that only other inputs know, a type is
            empty, or the sample rate is none of those that there are.
        StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
        StreamlitInvalidParameterTypeError: If the types are no text, or the size is no number.

    Differs:
        returns: Every message counts: those that come while the script is busy are not merged.

    Example:
        >>> if message := st.chat_input("Ask me anything"):
        ...     st.chat_message("user").write(message)
    """
    common = InputArguments("chat_input", placeholder, key, None, disabled, "visible", width)
    who = common.who
    check_choice(who, "submit_mode", submit_mode, ("submit", "disable", "stop"))
    check_choice(who, "accept_file", accept_file, (False, True, "multiple", "directory"))
    has_audio = as_flag(who, "accept_audio", accept_audio)
    check_callback(who, on_submit, "on_submit", "a message")
    check_height(who, height)
    most = check_max_chars(who, max_chars)
    codec: Any = Message(most)
    extras: dict[str, Any] = {}
    if accept_file is not False or has_audio:
        codec, extras = _with_files(
            who, most, accept_file, file_type, max_upload_size, has_audio, audio_sample_rate
        )
    props = ChatInput(
        **common.props, max_chars=most, submit_mode=submit_mode, height=height, **extras
    )
    identity = None
    if extras:
        from ostinato.arguments.file_types import known_by  # noqa: PLC0415  (few scripts need it)

        identity = known_by(props, max_upload_size)
    asked: Any = common.value(codec, None, on_submit, args, kwargs, lasts="run", identity=identity)
    with taken(key) as written, bottom if is_at_top() else nullcontext():
        message: str | ChatInputValue | None = draw(props, value=asked)
        if written is not None and isinstance(written.value, str):
            effect(ChatDraft(input=written.id, text=written.value))
    return message


def _with_files(
    who: str,
    max_chars: int | None,
    accept_file: AcceptFile,
    file_type: str | Sequence[str] | None,
    max_upload_size: int | None,
    has_audio: bool,
    sample_rate: int | None,
) -> tuple[Any, dict[str, Any]]:
    """Return what fits a field that takes files or sound, and its props."""
    from ostinato.arguments.file_types import (  # noqa: PLC0415  (few scripts need it)
        check_sample_rate,
        file_types_of,
        upload_limit,
    )
    from ostinato.run.uploads import counter, default_limit  # noqa: PLC0415  (likewise)
    from ostinato.values.chat_message import ChatMessage  # noqa: PLC0415  (likewise)
    from ostinato.values.files import MOST_FILES, Files  # noqa: PLC0415  (likewise)

    types = file_types_of(who, "file_type", file_type)
    limit = upload_limit(who, max_upload_size, default_limit())
    desk, permit = counter(limit)
    files = Files(
        desk,
        tuple(types),
        limit,
        most=1 if accept_file is True else MOST_FILES,
        is_list=True,
        has_folders=accept_file == "directory",
    )
    sound = Files(desk, ("audio/*",), limit)
    codec = ChatMessage(
        files if accept_file is not False else None, sound if has_audio else None, max_chars
    )
    return codec, {
        "accept_file": WORDS.get(str(accept_file), accept_file),
        "types": types,
        "accept_audio": has_audio,
        "sample_rate": check_sample_rate(who, "audio_sample_rate", sample_rate),
        "limit": limit,
        "permit": permit,
    }
