"""Video: a film, with a player."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from ostinato.arguments.size import check_width
from ostinato.arguments.text import optional_str
from ostinato.errors import StreamlitIncompatibleParametersError
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.wire.flag import as_flag
from ostinato.wire.props import FileAddress, Props, Width

TYPE = "video/mp4"

WIDE = (16, 9)
"""What most films are like, if nobody knows."""


class Video(Props, frozen=True):
    """The wire form of `video`: a film, or the page of a site that plays one in a frame.

    Without a source there is nothing to play. `subtitles` and `labels` have one entry each. The
    size is that of the film, in a list as pictures have theirs.
    """

    src: FileAddress
    is_frame: bool = False
    start_time: float = 0.0
    end_time: float | None = None
    subtitles: list[FileAddress] = []
    labels: list[str] = []
    loop: bool = False
    autoplay: bool = False
    muted: bool = False
    alt: str | None = None
    width: Width = "stretch"
    sizes: list[tuple[int, int]] = []


@element
def video(
    data: Any,
    format: str = TYPE,
    start_time: float | timedelta | str | None = 0,
    *,
    subtitles: str | bytes | Any | Mapping[str, Any] | None = None,
    end_time: float | timedelta | str | None = None,
    loop: bool = False,
    autoplay: bool = False,
    muted: bool = False,
    alt: str | None = None,
    width: Width = "stretch",
) -> Container:
    """Show a player for a film.

    Where a person has come to in it stays over reruns and refreshes.

    Args:
        data: An address, also one of YouTube, the path of a file, its bytes, or an open file. None
            is nothing to play. Browsers play MP4 with H.264, and WebM.
        format: The MIME type of what the file or bytes hold, for those that do not say it.
        start_time: From when it plays: seconds, text like "1m14s", or a `timedelta`.
        subtitles: WebVTT or SRT: the path of a file, its text, its bytes, or an open file; several
            as a dict, by what the player calls them. The first is shown.
        end_time: When it stops.
        loop: Whether it then begins anew.
        autoplay: Whether it plays at once. Browsers allow that if it is muted, or after a person
            has done something.
        muted: Whether it is silent until a person turns the sound on.
        alt: What a screen reader calls it.
        width: "stretch" or pixels.

    Raises:
        StreamlitAPIException: If there is no such file, subtitles are none, or a time is none.
        StreamlitIncompatibleParametersError: If a film of YouTube is to have subtitles.
        StreamlitInvalidParameterTypeError: If it is nothing that can be played.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.

    Differs:
        start_time: Fractions of a second count, but for films of YouTube.
        end_time: Likewise.
        subtitles: Bytes and files that are neither WebVTT nor SRT are refused.

    Example:
        >>> st.video("https://www.youtube.com/watch?v=BHACKCNDMW8", start_time="1m")
    """
    from ostinato.arguments.playing import play_time  # noqa: PLC0415  (few scripts play something)

    check_width("video", width)
    start = play_time("video", "start_time", start_time)
    end = play_time("video", "end_time", end_time) or None
    loop, autoplay, muted = (
        as_flag("video", name, value)
        for name, value in (("loop", loop), ("autoplay", autoplay), ("muted", muted))
    )
    frame = _frame(data, start, end, loop, autoplay, muted)
    if frame is not None and subtitles:
        raise StreamlitIncompatibleParametersError(
            f"video: films of YouTube have their own subtitles, got data={data!r} and subtitles:"
            " leave them out"
        )
    address, size = (frame, None) if frame is not None else _film(data, format)
    tracks = {} if subtitles is None else _tracks(subtitles)
    props = Video(
        src=address,
        is_frame=frame is not None,
        start_time=start,
        end_time=end,
        subtitles=list(tracks.values()),
        labels=list(tracks),
        loop=loop,
        autoplay=autoplay,
        muted=muted,
        alt=optional_str(alt),
        width=width,
        sizes=[size or WIDE],
    )
    return draw(props)


def _frame(data: Any, *how: Any) -> str | None:
    """Return the address of a page that plays the film; None if it is no film of YouTube."""
    from ostinato.arguments.media import web_address  # noqa: PLC0415  (few scripts show films)
    from ostinato.arguments.youtube import youtube_frame, youtube_id  # noqa: PLC0415  (likewise)

    address = web_address(data)
    film = None if address is None else youtube_id(address)
    return None if film is None else youtube_frame(film, *how)


def _film(data: Any, format: str) -> tuple[str, tuple[int, int] | None]:
    """Return the address of a film, and its size."""
    from ostinato.arguments.film_head import film_size  # noqa: PLC0415  (likewise)
    from ostinato.arguments.media import content_of, played_type, web_address  # noqa: PLC0415
    from ostinato.run.files import keep  # noqa: PLC0415  (likewise)

    if data is None:
        return "", None
    address = web_address(data)
    if address is not None:
        return address, None
    if hasattr(data, "tobytes"):
        data = data.tobytes()
    content = content_of("video", "data", data)
    if content == b"":
        return "", None
    return keep(content, type=played_type(format, TYPE, content)), film_size(content)


def _tracks(subtitles: Any) -> dict[str, str]:
    """Return the addresses of subtitles by their labels."""
    from ostinato.arguments.subtitles import read_subtitles  # noqa: PLC0415  (few films have some)
    from ostinato.run.files import keep  # noqa: PLC0415  (likewise)

    texts = read_subtitles(subtitles)
    return {label: keep(text, type="text/vtt") for label, text in texts.items()}
