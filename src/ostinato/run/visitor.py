"""Visitor: who is behind a connection."""

from collections.abc import Mapping
from typing import Any


class Visitor:
    """Who is behind a connection: a browser, and whoever has logged in with it.

    Args:
        browser: What the browser's cookie says; empty without one.
        login: The id of the login; empty if nobody has logged in.
        account: Stands for the person: the same for each of their logins, by whatever browser.
        claims: What the provider says of them.
        tokens: What the provider gave for them, and a script may see.
        until: When the login is over, by the clock of the system.
    """

    __slots__ = ("account", "browser", "claims", "login", "tokens", "until")

    def __init__(
        self,
        browser: str = "",
        *,
        login: str = "",
        account: str = "",
        claims: Mapping[str, Any] | None = None,
        tokens: Mapping[str, str] | None = None,
        until: float = 0.0,
    ) -> None:
        self.browser, self.login, self.account = browser, login, account
        self.until = until
        self.claims: Mapping[str, Any] = claims or {}
        self.tokens: Mapping[str, str] = tokens or {}

    def __repr__(self) -> str:
        """Show nothing of the person."""
        return f"Visitor(is_logged_in={self.is_logged_in})"

    @property
    def is_logged_in(self) -> bool:
        """Whether somebody has logged in."""
        return bool(self.login)


NOBODY = Visitor()
"""Who is there where nobody is known."""
