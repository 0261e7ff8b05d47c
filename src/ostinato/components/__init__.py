"""Components that other people make: of the first kind in frames, of the second in the page."""

from importlib import import_module
from typing import Any

__all__ = ["v1", "v2"]  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> Any:
    """Load one of the two, as few scripts need either."""
    if name in ("v1", "v2"):
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"st.components has no {name!r}: it has v1 and v2", name=name)
