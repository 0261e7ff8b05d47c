"""The type of what containers are, for annotations."""

from ostinato.run.container import Container as DeltaGenerator

__all__ = ["DeltaGenerator"]
