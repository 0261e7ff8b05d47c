"""Components that other people make, of the second kind: placeholders stand for them."""

from typing import Any

from ostinato.run.container import elements

_STAND_IN = elements["_stand_in"]("components.v2")


def __getattr__(name: str) -> Any:
    """Return what stands for a function."""
    if name.startswith("__"):
        raise AttributeError(name)
    return getattr(_STAND_IN, name)
