"""Audio input: a sound that a person records."""

from typing import TYPE_CHECKING

from ostinato.arguments.documented import documented
from ostinato.arguments.inputs import (
    Arguments,
    InputArguments,
    Key,
    KeywordArguments,
    OnChange,
)
from ostinato.run.elements import draw, element
from ostinato.run.knowledge import refuse_assigned
from ostinato.wire.props import InputProps, LabelVisibility, Width

if TYPE_CHECKING:
    from ostinato.run.uploaded_file import UploadedFile


class AudioInput(InputProps, frozen=True, kw_only=True):
    """The wire form of `audio_input`. Its value has the recording."""

    limit: int
    permit: str
    sample_rate: int | None = 16000

    identity_free = InputProps.identity_free | {"permit", "limit"}


@element
@documented
def audio_input(
    label: str,
    *,
    sample_rate: int | None = 16000,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "stretch",
) -> "UploadedFile | None":
    """Show a microphone, and return what a person records.

    The browser asks the person whether the page may listen, and only does so on a page that came by
    HTTPS or is of this machine.

    Args:
        label: What to record, in Markdown.
        sample_rate: How often a second the sound is measured: 8000, 11025, 16000 (for speech),
            22050, 24000, 32000, 44100 or 48000; None for what the browser does by itself.

    Returns:
        The recording as an `UploadedFile`, a WAV file; None without one.

    Raises:
        StreamlitAPIException: If the rate is none of these.
        StreamlitValueAssignmentNotAllowedError: If the script has set its key.

    Example:
        >>> if note := st.audio_input("A note"):
        ...     st.write(note.size, "bytes")
    """
    from ostinato.arguments.file_types import check_sample_rate  # noqa: PLC0415  (seldom needed)
    from ostinato.run.uploads import counter, default_limit  # noqa: PLC0415  (likewise)
    from ostinato.values.files import Files  # noqa: PLC0415  (likewise)

    common = InputArguments("audio_input", label, key, help, disabled, label_visibility, width)
    rate = check_sample_rate(common.who, "sample_rate", sample_rate)
    limit = default_limit()
    desk, permit = counter(limit)
    refuse_assigned(common.who, key)
    props = AudioInput(**common.props, limit=limit, permit=permit, sample_rate=rate)
    codec = Files(desk, ("audio/*",), limit)
    sound: UploadedFile | None = draw(
        props, value=common.value(codec, None, on_change, args, kwargs, wire=[])
    )
    return sound
