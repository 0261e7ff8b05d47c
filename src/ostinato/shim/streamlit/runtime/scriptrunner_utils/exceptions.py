"""How a run ends."""

from ostinato.run.ends import Rerun as RerunException
from ostinato.run.ends import Stopped as StopException

__all__ = ["RerunException", "StopException"]
