"""`st.user`: who has logged in."""

import copy
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

from ostinato.config.auth import is_configured
from ostinato.errors import StreamlitAPIException, StreamlitSecretNotFoundError
from ostinato.run.run import home_here
from ostinato.run.surroundings import surroundings_here
from ostinato.run.visitor import NOBODY, Visitor


class TokensProxy(Mapping[str, str]):
    """The tokens that `expose_tokens` names: items and attributes are the same."""

    __slots__ = ()

    def __getitem__(self, key: str) -> str:
        """Return a token.

        Raises:
            KeyError: If it is not exposed, or the provider gave none.
        """
        return visitor_here().tokens[key]

    def __getattr__(self, name: str) -> str:
        """Return a token.

        Raises:
            AttributeError: If it is not exposed, or the provider gave none.
        """
        tokens = visitor_here().tokens
        if name not in tokens:
            raise AttributeError(
                f"st.user.tokens has no token {name!r}: name it in expose_tokens of [auth]",
                name=name,
            )
        return tokens[name]

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Refuse.

        Raises:
            StreamlitAPIException: Always.
        """
        _refuse_to_set(f"tokens.{name}")

    def __iter__(self) -> Iterator[str]:
        """Return the names of the tokens that there are."""
        return iter(visitor_here().tokens)

    def __len__(self) -> int:
        """Count the tokens that there are."""
        return len(visitor_here().tokens)

    def __repr__(self) -> str:
        """Show names, and no token."""
        return f"st.user.tokens({', '.join(f'{name}=...' for name in self)})"

    def to_dict(self) -> dict[str, str]:
        """Return the tokens as a new dict."""
        return dict(visitor_here().tokens)


class UserInfoProxy(Mapping[str, Any]):
    """Who has logged in: items and attributes are the same.

    It has `is_logged_in` and, if somebody has, what the provider says of them: its claims, as
    `email`, `name` and `sub`. Without a section `[auth]` in the secrets it is empty.

    Differs:
        user: All tabs of a browser are logged out at once, and every other session of that login.

    Example:
        >>> if not st.user.is_logged_in:
        ...     st.button("Log in", on_click=st.login)
        ...     st.stop()
        >>> st.write("Hello", st.user.name)
    """

    __slots__ = ()

    @property
    def tokens(self) -> TokensProxy:
        """The tokens of the person that the secrets expose: `id`, `access`."""
        return _tokens

    def __getitem__(self, key: str) -> Any:
        """Return what is known of the person.

        Raises:
            KeyError: If that is not known.
        """
        facts = _facts()
        if key not in facts:
            raise KeyError(f'st.user has no key "{key}"{_why_nothing(facts)}')
        return copy.deepcopy(facts[key])

    def __getattr__(self, name: str) -> Any:
        """Return what is known of the person.

        Raises:
            AttributeError: If that is not known.
        """
        facts = {} if name.startswith("__") else _facts()
        if name not in facts:
            raise AttributeError(
                f'st.user has no attribute "{name}"{_why_nothing(facts)}', name=name
            )
        return copy.deepcopy(facts[name])

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Refuse.

        Raises:
            StreamlitAPIException: Always.
        """
        _refuse_to_set(name)

    def __setitem__(self, key: str, value: object) -> NoReturn:
        """Refuse.

        Raises:
            StreamlitAPIException: Always.
        """
        _refuse_to_set(key)

    def __iter__(self) -> Iterator[str]:
        """Return the names of what is known."""
        return iter(_facts())

    def __len__(self) -> int:
        """Count what is known."""
        return len(_facts())

    def to_dict(self) -> dict[str, Any]:
        """Return what is known as a new dict, without tokens."""
        return copy.deepcopy(_facts())


user = UserInfoProxy()
_tokens = TokensProxy()


def visitor_here() -> Visitor:
    """Return whom this code runs for."""
    home = home_here()
    return (home and home.visitor) or NOBODY


def _facts() -> dict[str, Any]:
    visitor = visitor_here()
    if visitor.is_logged_in:
        return {**visitor.claims, "is_logged_in": True}
    try:
        is_possible = is_configured(surroundings_here().secrets.values())
    except StreamlitSecretNotFoundError:
        is_possible = False
    return {"is_logged_in": False} if is_possible else {}


def _why_nothing(facts: Mapping[str, Any]) -> str:
    """Return what to do where even `is_logged_in` is not known; "" where it is."""
    if facts:
        return ""
    return (
        ": nobody can log in, as the secrets have no section [auth]: write it first, as the guide"
        ' "Logging in" says, or set app.secrets["auth"] in a test'
    )


def _refuse_to_set(name: str) -> NoReturn:
    raise StreamlitAPIException(
        f"st.user: it cannot be changed, got {name!r}: keep what is yours in st.session_state"
    )
