"""Private file: made whole or not at all, and for its owner's eyes only."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def private_file(path: Path) -> Iterator[Path]:
    """Yield an empty file to fill, which then becomes `path` unless there is one already.

    Of several processes that do this at once, one wins, and the others find its file.

    Args:
        path: Where the file is to be; its folder exists.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    os.close(handle)
    draft = Path(name)
    try:
        yield draft
        _sync(draft)
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(draft)
    finally:
        draft.unlink()
    if os.name != "nt":
        _sync(path.parent)


def _sync(path: Path) -> None:
    """Make sure that a file's bytes, or a folder's names, survive a power cut."""
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
