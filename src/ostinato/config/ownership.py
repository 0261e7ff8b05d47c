"""Ownership: to whom a file belongs that this user cannot use."""

import os
from pathlib import Path


def whose(path: Path) -> str:
    """Say in brackets to whom a file or folder belongs, if to another user; else say nothing."""
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
