"""Attributes: a dict whose items are attributes, too."""

from typing import Any, NoReturn


class Attributes(dict[str, Any]):
    """A dict whose items are attributes, too.

    Example:
        >>> Attributes(rows=[0]).rows
        [0]
    """

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        """Return an item.

        Raises:
            AttributeError: If there is none of this name.
        """
        try:
            return self[name]
        except KeyError:
            raise AttributeError(
                f"{type(self).__name__}: there is no {name!r}: it has {sorted(self)}", name=name
            ) from None

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        """Refuse.

        Raises:
            AttributeError: Always.
        """
        raise AttributeError(
            f"{type(self).__name__}: {name!r} cannot be set: use a dict of its own"
        )
