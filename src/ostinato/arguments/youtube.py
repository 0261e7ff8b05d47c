"""YouTube: addresses of its pages, as those of the film in a frame."""

import re
from urllib.parse import parse_qs, urlencode, urlsplit

HOSTS = frozenset(
    {"youtube.com", "www.youtube.com", "m.youtube.com", "music.youtube.com"}
    | {"youtube-nocookie.com", "www.youtube-nocookie.com", "youtu.be", "www.youtu.be"}
)
_FOLDERS = ("embed", "v", "e", "shorts", "live")
_ID = re.compile(r"[\w-]{6,32}")


def youtube_id(address: str) -> str | None:
    """Return which film of YouTube an address leads to; None for all other addresses.

    Example:
        >>> youtube_id("https://youtu.be/BHACKCNDMW8?t=3")
        'BHACKCNDMW8'
        >>> youtube_id("https://example.com/watch?v=BHACKCNDMW8")
    """
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    if host not in HOSTS:
        return None
    names = [name for name in parts.path.split("/") if name]
    if host.endswith("youtu.be"):
        found = names[0] if names else ""
    elif names[:1] == ["watch"]:
        found = parse_qs(parts.query).get("v", [""])[0]
    else:
        found = names[1] if len(names) > 1 and names[0] in _FOLDERS else ""
    return found if _ID.fullmatch(found) else None


def youtube_frame(
    film: str, start: float, end: float | None, loop: bool, autoplay: bool, muted: bool
) -> str:
    """Return the address of the frame that plays a film."""
    given: dict[str, object] = {}
    if start >= 1:
        given["start"] = int(start)
    if end is not None:
        given["end"] = int(end)
    if loop:
        given |= {"loop": 1, "playlist": film}  # It repeats lists only.
    if autoplay:
        given["autoplay"] = 1
    if muted:
        given["mute"] = 1
    query = f"?{urlencode(given)}" if given else ""
    return f"https://www.youtube.com/embed/{film}{query}"
