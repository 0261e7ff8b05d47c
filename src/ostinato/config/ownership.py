"""Ownership: to whom a file belongs, if to another user."""

import os
from pathlib import Path


def is_ours(path: Path) -> bool:
    """Return whether a file or folder belongs to this user or to root; Windows has other means.

    Raises:
        OSError: If it cannot be found out.
    """
    return os.name == "nt" or path.stat().st_uid in (0, os.geteuid())


def whose(path: Path) -> str:
    """Return the owner of a file or folder in brackets, if it is another user; else ""."""
    try:
        owner = path.stat().st_uid
    except OSError:
        return ""
    if os.name == "nt" or owner == os.geteuid():
        return ""
    try:
        return f" (it belongs to {path.owner()})"
    except KeyError:
        return f" (it belongs to user {owner})"
