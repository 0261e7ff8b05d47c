"""Build hook: puts the built client into the package where it is absent."""

import os
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent / "tools"))

from npm import BUILT, build_apart, requirement


class ClientBuild(BuildHookInterface[BuilderConfig]):
    """Builds `client/` into `src/ostinato/static` with whatever Node.js there is.

    A source distribution holds the built files, so that no Node.js is needed to install it.
    With OSTINATO_SKIP_CLIENT=1 nothing is built: for editable installs, where `make` does it.
    """

    def dependencies(self) -> list[str]:
        """Ask for Node.js from PyPI if the client must be built and none is here."""
        needed = "" if self._is_settled() else requirement()
        return [needed] if needed else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the client unless that is done, or not wanted."""
        if not self._is_settled():
            build_apart()

    def _is_settled(self) -> bool:
        return (BUILT / "index.html").is_file() or os.environ.get("OSTINATO_SKIP_CLIENT") == "1"
