"""Dockerfiles as tests read them: there is no docker where they run."""

import re
from pathlib import Path


def instructions(file: Path) -> list[tuple[str, str]]:
    """Return the instructions of a Dockerfile, each with what it is given."""
    joined = re.sub(r"\\\n\s*", "", file.read_text())
    lines = [line for line in joined.splitlines() if line and not line.startswith("#")]
    return [(name, given) for name, _, given in (line.partition(" ") for line in lines)]
