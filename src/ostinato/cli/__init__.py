"""The command `ostinato`: runs scripts, and shows the configuration."""

from ostinato.cli.commands import main as main
from ostinato.cli.flags import split_flags as split_flags

__all__ = ["main", "split_flags"]
