"""Visiting: who is behind the browser of a test, and what is known of that browser."""

from collections.abc import Mapping
from typing import Any

from ostinato.errors import AppTestError
from ostinato.run.visit import Visit
from ostinato.run.visitor import NOBODY, Visitor

CONTEXT: dict[str, type] = {
    "is_embedded": bool,
    "locale": str,
    "theme": str,
    "timezone": str,
    "timezone_offset": int,
    "url": str,
}
"""What a test can say of its browser, and what each must be."""
THEMES = ("light", "dark")


def visitor_of(user: Mapping[str, Any]) -> Visitor:
    """Return who `st.user` is about; nobody if it is empty, or says that nobody is logged in.

    Args:
        user: What the identity provider says, and perhaps `tokens`.
    """
    if not user or not user.get("is_logged_in", True):
        return NOBODY
    claims = {name: said for name, said in user.items() if name not in ("is_logged_in", "tokens")}
    login = str(user.get("sub", "")) or "somebody"
    return Visitor("test", login=login, claims=claims, tokens=user.get("tokens"))


def logged_out(user: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is left of a person who has logged out."""
    return {"is_logged_in": False} if "is_logged_in" in user else {}


def visit_of(context: Mapping[str, Any]) -> Visit:
    """Return what `st.context` is about.

    Args:
        context: What the browser says; None for what it does not say.

    Raises:
        AppTestError: If there is something that it does not say, or cannot.
    """
    said = {name: value for name, value in context.items() if value is not None}
    for name, value in said.items():
        if name not in CONTEXT:
            raise AppTestError(
                f"AppTest: context must say one of {', '.join(CONTEXT)}, got {name!r}"
            )
        if type(value) is not CONTEXT[name] or (name == "theme" and value not in THEMES):
            kind = " or ".join(map(repr, THEMES)) if name == "theme" else CONTEXT[name].__name__
            raise AppTestError(f"AppTest: context[{name!r}] must be {kind}, got {value!r}")
    said.pop("is_embedded", None)
    return Visit(**said)
