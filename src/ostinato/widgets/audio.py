"""Audio: sound, with a player."""

from datetime import timedelta
from typing import Any

from ostinato.arguments.size import check_width
from ostinato.arguments.text import optional_str
from ostinato.arguments.warning import warn
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.wire.flag import as_flag
from ostinato.wire.props import FileAddress, Props, Width

TYPE = "audio/wav"


class Audio(Props, frozen=True):
    """The wire form of `audio`; without a source there is nothing to play."""

    src: FileAddress
    start_time: float = 0.0
    end_time: float | None = None
    loop: bool = False
    autoplay: bool = False
    alt: str | None = None
    width: Width = "stretch"


@element
def audio(
    data: Any,
    format: str = TYPE,
    start_time: float | timedelta | str | None = 0,
    *,
    sample_rate: int | None = None,
    end_time: float | timedelta | str | None = None,
    loop: bool = False,
    autoplay: bool = False,
    alt: str | None = None,
    width: Width = "stretch",
) -> Container:
    """Show a player for sound.

    Where a person has come to in it stays over reruns and refreshes.

    Args:
        data: An address, the path of a file, its bytes, an open file, or an array of NumPy with
            samples, or with a row of them for each channel. None is nothing to play.
        format: The MIME type of what the file or bytes hold, for those that do not say it.
        start_time: From when it plays: seconds, text like "1m14s", or a `timedelta`.
        sample_rate: How many samples a second of the array has.
        end_time: When it stops.
        loop: Whether it then begins anew.
        autoplay: Whether it plays at once. Browsers allow that after a person has done something.
        alt: What a screen reader calls it.
        width: "stretch" or pixels.

    Raises:
        StreamlitAPIException: If there is no such file, the array is no sound, or a time is none.
        StreamlitInvalidParameterTypeError: If it is nothing that can be played.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitMissingRequiredParameterError: If an array comes without `sample_rate`.
        StreamlitValueError: If the sample rate is none.

    Differs:
        start_time: Fractions of a second count.
        end_time: Likewise.
        data: An array has at most 32 channels.

    Example:
        >>> st.audio("https://example.com/song.mp3", alt="A song")
    """
    from ostinato.arguments.playing import play_time  # noqa: PLC0415  (few scripts play something)

    check_width("audio", width)
    start = play_time("audio", "start_time", start_time)
    end = play_time("audio", "end_time", end_time)
    props = Audio(
        src=_address(data, format, sample_rate),
        start_time=start,
        end_time=end or None,
        loop=as_flag("audio", "loop", loop),
        autoplay=as_flag("audio", "autoplay", autoplay),
        alt=optional_str(alt),
        width=width,
    )
    return draw(props)


def _address(data: Any, format: str, sample_rate: object) -> str:
    from ostinato.arguments.media import content_of, played_type, web_address  # noqa: PLC0415  (rare)
    from ostinato.arguments.pixels import is_array  # noqa: PLC0415  (few scripts make sound)
    from ostinato.run.files import keep  # noqa: PLC0415  (likewise)

    if data is None:
        return ""
    if is_array(data):
        from ostinato.arguments.sound import wav_file  # noqa: PLC0415  (likewise)

        return keep(wav_file("audio", data, sample_rate), type=TYPE)
    if sample_rate is not None:
        warn(
            "audio: sample_rate counts for arrays only, got it with other data: leave it out",
            UserWarning,
        )
    address = web_address(data)
    if address is not None:
        return address
    content = content_of("audio", "data", data)
    return keep(content, type=played_type(format, TYPE, content)) if content != b"" else ""
