"""Chromium: where it is on this machine, and how it is started."""

import shutil

WHOLE = ("chromium", "chromium-browser", "google-chrome")
# It has no windows to draw, nor a viewer for PDF, and takes half of the processor's time.
BARE = ("chromium-headless-shell",)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium(names: tuple[str, ...] = BARE + WHOLE) -> str:
    """Return where the first of some browsers is that is there.

    Raises:
        FileNotFoundError: If none is.
    """
    path = next(filter(None, map(shutil.which, names)), None)
    if path is None:
        listed = ", ".join(names)
        raise FileNotFoundError(
            f"e2e: a browser is needed, got none of {listed}: run tools/chromium.sh"
        )
    return path
