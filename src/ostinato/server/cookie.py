"""Cookie: what a browser is known by, so that a session id is worth nothing in another (S15)."""

import re
import secrets
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie

from starlette.types import Scope

NAME = "ostinato_browser"
LOGIN_PREFIX = "ostinato_login_"
"""How the names of cookies begin by which those are known who have logged in."""

LIFE = 365 * 24 * 3600

_VALUE = re.compile(r"[\w-]{22,64}")


def browser_of(headers: Mapping[str, str]) -> str:
    """Return what the cookie of a request says; empty without one."""
    try:
        cookie = SimpleCookie(headers.get("cookie", "")).get(NAME)
    except CookieError:
        return ""
    return cookie.value if cookie is not None and _VALUE.fullmatch(cookie.value) else ""


def is_own(name: str) -> bool:
    """Return whether a cookie is ours, and no business of a script."""
    return name == NAME or name.startswith(LOGIN_PREFIX)


def new_cookie(scope: Scope) -> str:
    """Return the header that makes a browser known from now on.

    Args:
        scope: The request that is answered: the cookie is for the path it came to.
    """
    secure = "; Secure" if scope["scheme"] == "https" else ""
    return (
        f"{NAME}={secrets.token_urlsafe(16)}; Path={scope.get('root_path', '')}/; Max-Age={LIFE}"
        f"; HttpOnly; SameSite=Lax{secure}"
    )
