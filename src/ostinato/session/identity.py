"""Identity: session ids that are worth nothing without the browser they were made for (S15)."""

import secrets

from ostinato.session.services import Services


def new_id(services: Services, browser: str) -> str:
    """Make the id of a new session.

    Args:
        services: Those of the app it is for.
        browser: What the browser's cookie says; empty if it takes none.
    """
    nonce = secrets.token_urlsafe(16)
    return f"{nonce}.{services.keys.signature_of(_claim(services, browser, nonce))}"


def belongs(services: Services, browser: str, id: str) -> bool:
    """Return whether a session id was made by this app for this browser."""
    nonce, _, signature = id.partition(".")
    return services.keys.is_signed(_claim(services, browser, nonce), signature)


def _claim(services: Services, browser: str, nonce: str) -> str:
    return "\n".join(("session", services.script.path.name, browser, nonce))
