"""Nothing: the mapping and the object that stand for those which do not exist here yet."""

from collections.abc import Callable, Iterator, MutableMapping
from typing import Any

from ostinato.run.absent import not_yet


class Empty(MutableMapping[str, Any]):
    """Stands for a mapping: it is empty, and stays so.

    Args:
        name: The name.
        tell: Shows that nothing is set.
    """

    def __init__(self, name: str, tell: Callable[[], None]) -> None:
        object.__setattr__(self, "_name", name)
        object.__setattr__(self, "_tell", tell)

    def __getitem__(self, key: str) -> Any:
        """Say that there is nothing."""
        raise KeyError(f"{key}: {not_yet(self._name)}")

    def __setitem__(self, key: str, value: object) -> None:
        """Show that nothing is set."""
        self._tell()

    def __delitem__(self, key: str) -> None:
        """Say that there is nothing."""
        self[key]

    def __iter__(self) -> Iterator[str]:
        """Give no key."""
        return iter(())

    def __len__(self) -> int:
        """Count no key."""
        return 0

    def __getattr__(self, name: str) -> Any:
        """Say that nobody has signed in, or that there is nothing."""
        if name.startswith("_"):
            raise AttributeError(name)
        if (self._name, name) == ("user", "is_logged_in"):
            return False
        raise AttributeError(f"{name}: {not_yet(self._name)}", name=name)

    def __setattr__(self, name: str, value: object) -> None:
        """Show that nothing is set."""
        self[name] = value

    def get_all(self, key: str) -> list[Any]:
        """Give no value."""
        return []

    def to_dict(self) -> dict[str, Any]:
        """Give an empty dict."""
        return {}

    def from_dict(self, values: object) -> None:
        """Show that nothing is set."""
        self._tell()


class Nothing:
    """Stands for an object: all that it gives is nothing, and it is empty and false."""

    __slots__ = ()

    def __getattr__(self, name: str) -> "Nothing":
        """Give nothing."""
        if name.startswith("_"):
            raise AttributeError(name)
        return self

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Do nothing; as a decorator, leave a function as it is."""
        is_decorator = len(args) == 1 and not kwargs and callable(args[0])
        return args[0] if is_decorator and args[0] is not self else self

    def __getitem__(self, key: object) -> "Nothing":
        """Give nothing."""
        return self

    def __iter__(self) -> Iterator[Any]:
        """Give no item."""
        return iter(())

    def __len__(self) -> int:
        """Count no item."""
        return 0

    def __str__(self) -> str:
        """Give no text."""
        return ""

    def __enter__(self) -> "Nothing":
        """Do nothing."""
        return self

    def __exit__(self, *error: object) -> None:
        """Do nothing."""


NOTHING = Nothing()
