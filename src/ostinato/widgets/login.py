"""`st.login` and `st.logout`: the way to whoever says who a person is, and back."""

from importlib.util import find_spec
from urllib.parse import urlencode

from ostinato.commands.user import visitor_here
from ostinato.config.auth import auth_settings, find_provider, is_configured
from ostinato.errors import StreamlitMissingAuthlibError, StreamlitSecretNotFoundError
from ostinato.run.effects import effect
from ostinato.run.elements import element
from ostinato.run.surroundings import surroundings_here
from ostinato.state.signing import KeyRing
from ostinato.wire.props import Props

PACKAGES = ("authlib", "httpx")
"""What only those need who log people in."""

LOGOUT = "auth/logout"
"""Where a browser goes to log out, seen from the app's own address."""


class Departure(Props, frozen=True):
    """The wire form of `login` and `logout`, an effect: the browser goes to another address.

    `path` is seen from the app's own; where the page is now is added to it as `at`.
    """

    path: str


@element
def _depart(path: str, **parameters: str) -> None:
    """Send the browser to an address of the app."""
    effect(Departure(f"{path}?{urlencode(parameters)}"))


def login(provider: str | None = None) -> None:
    """Send the person to an identity provider, to log in there and come back.

    Whoever speaks OpenID Connect can be one: Google, Microsoft, Keycloak, Okta. The secrets say
    which: `redirect_uri`, `cookie_secret` and perhaps `expose_tokens` in `[auth]`; `client_id`,
    `client_secret`, `server_metadata_url` and perhaps `client_kwargs` there too or, where there are
    several providers, in a section for each. The page comes back to where it was, and so does what
    was half typed and the session's state; `st.user` says who it is then.

    It needs the extra `auth` of this package.

    Args:
        provider: The name of a section `[auth.<provider>]`; what stands in `[auth]` without it.

    Raises:
        StreamlitAuthError: If the secrets do not say all that is needed.
        StreamlitMissingAuthlibError: If the packages for it are not installed.

    Differs:
        login: The page comes back to where it was, and the session goes on.

    Example:
        >>> st.button("Log in with Google", on_click=st.login, args=["google"])
    """
    try:
        secrets = surroundings_here().secrets.values()
    except StreamlitSecretNotFoundError:
        secrets = {}
    auth_settings(secrets)
    found = find_provider(secrets, provider)
    missing = [name for name in PACKAGES if find_spec(name) is None]
    if missing:
        raise StreamlitMissingAuthlibError(
            f"st.login: needs packages that are not installed, got none of {', '.join(missing)}:"
            " install Ostinato with its extra `auth`"
        )
    _depart("auth/login", provider=found.name)


def logout() -> None:
    """Log the person out, here and with the provider, if that has a way for it.

    Every tab of the browser, and every other session of this login, shows it at once, and begins
    anew. Where nobody can log in, it does nothing.

    Differs:
        logout: All tabs of the browser are logged out, and the cookie is worth nothing any more.

    Example:
        >>> st.button("Log out", on_click=st.logout)
    """
    try:
        secrets = surroundings_here().secrets.values()
    except StreamlitSecretNotFoundError:
        return
    if is_configured(secrets):
        proof = logout_proof(KeyRing([auth_settings(secrets).cookie_secret]))
        _depart(LOGOUT, proof=proof)


def logout_proof(keys: KeyRing, browser: str | None = None) -> str:
    """Return what shows that an app, and no foreign page, wants to log somebody out.

    Args:
        keys: Those that logins are signed with.
        browser: What the browser's cookie says; that of this run without it.
    """
    known = visitor_here().browser if browser is None else browser
    return keys.signature_of(f"logout\n{known}")
