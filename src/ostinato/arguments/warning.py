"""Warning: what Python tells of a call, at the line of the script that has made it."""

import sys
import warnings
from types import FrameType

OURS = __name__.partition(".")[0]


def warn(sentence: str, category: type[Warning] = DeprecationWarning) -> None:
    """Warn of a call at the line that has made it, however many of our functions it went through.

    Args:
        sentence: What to say.
        category: What kind of a warning it is.
    """
    level = 1
    frame: FrameType | None = sys._getframe()  # noqa: SLF001  (the only way to know who calls)
    while frame is not None and _is_ours(frame):
        frame, level = frame.f_back, level + 1
    warnings.warn(sentence, category, stacklevel=level)


def _is_ours(frame: FrameType) -> bool:
    return str(frame.f_globals.get("__name__")).partition(".")[0] == OURS
