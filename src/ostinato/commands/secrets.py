"""`st.secrets`: what an app must know and nobody else may."""

import copy
import hashlib
import os
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

from ostinato.run.surroundings import surroundings_here

_KEY = os.urandom(16)
"""Keeps what a section is told apart by from telling what is in it."""

_ADVICE = "add it to secrets.toml"


class _ReadOnly(Mapping[str, Any]):
    """Items that are attributes too, and that nobody can set."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        """Return a secret, or a section of them.

        Raises:
            AttributeError: If there is none.
        """
        return _find_attribute(self, name)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Refuse.

        Raises:
            TypeError: Always.
        """
        _refuse_to_set(name)

    def __setitem__(self, key: str, value: object) -> NoReturn:
        """Refuse.

        Raises:
            TypeError: Always.
        """
        _refuse_to_set(key)


class Secrets(_ReadOnly):
    """What an app must know and nobody else may: passwords, keys, tokens.

    They stand in `.streamlit/secrets.toml` or `.ostinato/secrets.toml`, beside the script or in the
    current folder, and for all projects in that of the user, or where `secrets.files` says. Items
    and attributes are the same, also of sections. Text and numbers outside of sections are
    variables of the environment, too. A file that changes is read again.

    Values can be read, and are never shown by themselves: not by `repr`, an error or the log.

    Differs:
        secrets: A section shows its names only; stored in session state, it is stored by name.

    Example:
        >>> st.secrets["api_key"]
        >>> st.secrets.database.password
    """

    __slots__ = ()

    def __getitem__(self, key: str) -> Any:
        """Return a secret, or a section of them.

        Raises:
            KeyError: If there is none of this name.
            StreamlitSecretNotFoundError: If there are none at all, or a file of them is wrong.
        """
        return _find_secret(surroundings_here().secrets.values(), (), key)

    def __iter__(self) -> Iterator[str]:
        """Return the names."""
        return iter(tuple(surroundings_here().secrets.values()))

    def __len__(self) -> int:
        """Count the names at the root."""
        return len(surroundings_here().secrets.values())

    def __repr__(self) -> str:
        """Show none of them."""
        return "Secrets"

    def has_key(self, k: str) -> bool:
        """Return whether there is a secret of this name."""
        return k in self

    def to_dict(self) -> dict[str, Any]:
        """Return all secrets as a new dict, sections as dicts in it."""
        return copy.deepcopy(surroundings_here().secrets.values())

    def load_if_toml_exists(self) -> bool:
        """Read the files now, if they have not been, and return whether there are secrets."""
        return not surroundings_here().secrets.load().problem

    def merge_programmatic_secrets(self, programmatic_secrets: Mapping[str, Any]) -> None:
        """Add secrets that stand in no file, and count above those that do."""
        surroundings_here().secrets.merge(programmatic_secrets)


class Section(_ReadOnly):
    """A section of the secrets: items and attributes are the same.

    Args:
        values: What is in it.
        path: The names that lead to it.
    """

    __slots__ = ("_path", "_values")

    def __init__(self, values: dict[str, Any], path: tuple[str, ...]) -> None:
        object.__setattr__(self, "_values", values)
        object.__setattr__(self, "_path", path)

    def __getitem__(self, key: str) -> Any:
        """Return a secret, or a section of them.

        Raises:
            KeyError: If there is none of this name.
        """
        return _find_secret(self._values, self._path, key)

    def __iter__(self) -> Iterator[str]:
        """Return the names."""
        return iter(self._values)

    def __len__(self) -> int:
        """Count the names."""
        return len(self._values)

    def __repr__(self) -> str:
        """Show the names, and no value."""
        return f"Secrets({', '.join(f'{name}=...' for name in self._values)})"

    def __reduce__(self) -> tuple[Any, ...]:
        """Be stored by name: what is stored could be read."""
        told_apart = hashlib.blake2b(repr(self._values).encode("utf-8", "replace"), key=_KEY)
        return _found_again, (self._path, told_apart.hexdigest())

    def to_dict(self) -> dict[str, Any]:
        """Return what is in it as a new dict."""
        return copy.deepcopy(self._values)


secrets = Secrets()


def _found_again(path: tuple[str, ...], _told_apart: str) -> Any:
    """Return a section that was stored."""
    found: Any = secrets
    for name in path:
        found = found[name]
    return found


def _find_secret(values: Mapping[str, Any], path: tuple[str, ...], key: object) -> Any:
    if key not in values:
        values = {}  # Whoever reports the error may report the variables here (X02).
        place = "".join(f"[{name!r}]" for name in path)
        raise KeyError(f'st.secrets{place} has no key "{key}": {_ADVICE}')
    value = values[str(key)]
    if isinstance(value, dict):
        return Section(value, (*path, str(key)))
    return copy.deepcopy(value) if isinstance(value, list) else value


def _find_attribute(values: Mapping[str, Any], name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(f"st.secrets has no attribute {name!r}", name=name)
    try:
        return values[name]
    except FileNotFoundError as error:
        problem = str(error)
    except KeyError:
        problem = f'st.secrets has no attribute "{name}": {_ADVICE}'
    raise AttributeError(problem, name=name)


def _refuse_to_set(name: object) -> NoReturn:
    raise TypeError(f"st.secrets: secrets cannot be set from here, got {name!r}: {_ADVICE}")
