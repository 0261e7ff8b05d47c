"""Identity: session ids that are worth nothing without the browser they were made for (S15)."""

import secrets

from ostinato.session.app import App


def new_id(app: App, browser: str) -> str:
    """Make the id of a new session.

    Args:
        app: The app it is for.
        browser: What the browser's cookie says; empty if it takes none.
    """
    nonce = secrets.token_urlsafe(16)
    return f"{nonce}.{app.keys.sign(_claim(app, browser, nonce))}"


def belongs(app: App, browser: str, id: str) -> bool:
    """Say whether a session id was made by this app for this browser."""
    nonce, _, signature = id.partition(".")
    return app.keys.is_signed(_claim(app, browser, nonce), signature)


def _claim(app: App, browser: str, nonce: str) -> str:
    return "\n".join(("session", app.script.path.name, browser, nonce))
