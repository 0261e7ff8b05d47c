"""Icon: an emoji, a Material symbol by name, or the spinner."""

import functools
import re
from pathlib import Path

from ostinato.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError

# Characters that are shown as a picture, from the Unicode table of emoji.
_PICTURE = (
    "["
    "\U0001f004\U0001f0cf\U0001f170\U0001f171\U0001f17e\U0001f17f\U0001f18e"
    "\U0001f191-\U0001f19a\U0001f201\U0001f202\U0001f21a\U0001f22f\U0001f232-\U0001f23a"
    "\U0001f250\U0001f251\U0001f300-\U0001f64f\U0001f680-\U0001f6ff\U0001f7e0-\U0001f7f0"
    "\U0001f90c-\U0001f9ff\U0001fa70-\U0001faff"
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u23cf"
    "\u23e9-\u23f3\u23f8-\u23fa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u2604\u260e"
    "\u2611\u2614\u2615\u2618\u261d\u2620\u2622\u2623\u2626\u262a\u262e\u262f\u2638-\u263a"
    "\u2640\u2642\u2648-\u2653\u265f\u2660\u2663\u2665\u2666\u2668\u267b\u267e\u267f"
    "\u2692-\u2697\u2699\u269b\u269c\u26a0\u26a1\u26a7\u26aa\u26ab\u26b0\u26b1\u26bd\u26be"
    "\u26c4\u26c5\u26c8\u26ce\u26cf\u26d1\u26d3\u26d4\u26e9\u26ea\u26f0-\u26f5\u26f7-\u26fa"
    "\u26fd\u2702\u2705\u2708-\u270d\u270f\u2712\u2714\u2716\u271d\u2721\u2728\u2733\u2734"
    "\u2744\u2747\u274c\u274e\u2753-\u2755\u2757\u2763\u2764\u2795-\u2797\u27a1\u27b0\u27bf"
    "\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299"
    "]"
)
_FINISHED = f"{_PICTURE}[\ufe0f\U0001f3fb-\U0001f3ff]*[\U000e0020-\U000e007f]*"
_EMOJI = re.compile(
    rf"[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f?\u20e3|{_FINISHED}(?:\u200d{_FINISHED})*"
)
_MATERIAL = re.compile(r":material/([a-z0-9_]+):")
SYMBOLS = Path(__file__).parent.parent / "static" / "icon_names.txt"


def check_icon(who: str, icon: object, name: str = "icon") -> str | None:
    """Check an icon, an argument of that name, and return it without blanks around it.

    Raises:
        StreamlitInvalidParameterTypeError: If it is no text.
        StreamlitAPIException: If it is not one emoji, one Material symbol or the spinner.
    """
    if icon is None:
        return None
    if not isinstance(icon, str):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: {name} must be a str, got {name}={icon!r}"
        )
    if not icon:
        return ""
    text = icon.strip().removeprefix("\ufe0f")  # It says that a picture is meant: so it is.
    if text == "spinner" or _EMOJI.fullmatch(text):
        return text
    symbol = _MATERIAL.fullmatch(text)
    if symbol and is_symbol(symbol[1]):
        return text
    if symbol:
        raise StreamlitAPIException(
            f"{who}: there must be a Material symbol of that name, got {name}={icon!r}:"
            " look it up at https://fonts.google.com/icons"
        )
    raise StreamlitAPIException(
        f'{who}: {name} must be one emoji, a symbol like ":material/thumb_up:" or "spinner",'
        f" got {name}={icon!r}"
    )


def is_emoji(text: str) -> bool:
    """Return whether text is one emoji."""
    return _EMOJI.fullmatch(text.removeprefix("\ufe0f")) is not None


def is_symbol(name: str) -> bool:
    """Return whether there is a Material symbol of a name."""
    names = _names_in(SYMBOLS)
    return not names or name in names


@functools.cache
def _names_in(path: Path) -> frozenset[str]:
    """Return the names of all Material symbols; none where the client has not been built."""
    return frozenset(path.read_text("utf-8").split()) if path.is_file() else frozenset()


def split_icon(body: str) -> tuple[str | None, str]:
    """Take the emoji or Material symbol that text begins with from it.

    Example:
        >>> split_icon(":material/thumb_up: Well done")
        (':material/thumb_up:', 'Well done')
    """
    found = _MATERIAL.match(body) or _EMOJI.match(body)
    if found is None:
        return None, body
    return found.group(), body[found.end() :].lstrip()
