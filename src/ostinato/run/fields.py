"""Fields: what stands for mappings and objects that do not exist here yet."""

from typing import Any


class Fields(dict[str, Any]):
    """A dict whose items are attributes too; all others are dicts without items."""

    def __missing__(self, key: str) -> "Fields":
        """Return one that is empty."""
        return Fields()

    def __getattr__(self, name: str) -> Any:
        """Return an item."""
        if name.startswith("_"):
            raise AttributeError(name)
        return self[name]
