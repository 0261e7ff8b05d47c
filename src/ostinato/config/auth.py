"""Auth: what `[auth]` of the secrets says of those whom people log in with.

As in `secrets.py`, no value of a secret is part of an error.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from ostinato.errors import StreamlitAuthError

CALLBACK = "/oauth2callback"
"""How the address ends to which a provider sends people back."""

DEFAULT = "default"
"""The provider that has no section of its own."""

SCOPE = "openid email profile"
TOKENS = ("id", "access")
NEEDED = ("client_id", "client_secret", "server_metadata_url")
SHORTEST_SECRET = 16
"""Characters of a secret that nobody guesses."""


class Provider(NamedTuple):
    """Somebody whom people log in with."""

    name: str
    client_id: str
    client_secret: str
    metadata_url: str
    client_kwargs: Mapping[str, Any]

    def __repr__(self) -> str:
        """Show no secret."""
        return f"Provider({self.name!r})"

    @property
    def scope(self) -> str:
        """What it is asked for."""
        words = str(self.client_kwargs.get("scope") or SCOPE).split()
        return " ".join(words if "openid" in words else ["openid", *words])


class AuthSettings:
    """What `[auth]` says that all providers have in common.

    Args:
        redirect_uri: Where they send people back to.
        cookie_secret: What cookies and records of logins are signed and sealed with.
        expose_tokens: Which tokens a script may see.
    """

    def __init__(self, redirect_uri: str, cookie_secret: str, expose_tokens: Iterable[str]) -> None:
        self.redirect_uri, self.cookie_secret = redirect_uri, cookie_secret
        self.expose_tokens = frozenset(expose_tokens)

    @property
    def base(self) -> str:
        """The path below which a browser finds the app, without a slash at its end."""
        return urlsplit(self.redirect_uri).path.removesuffix(CALLBACK)

    @property
    def home(self) -> str:
        """The address of the app."""
        return self.redirect_uri.removesuffix(CALLBACK) + "/"

    @property
    def is_secure(self) -> bool:
        """Whether browsers speak to the app by HTTPS."""
        return self.redirect_uri.startswith("https://")


def is_configured(secrets: Mapping[str, Any]) -> bool:
    """Return whether people are to be able to log in."""
    return isinstance(secrets.get("auth"), Mapping)


def providers_of(secrets: Mapping[str, Any]) -> list[str | None]:
    """Return the providers that the secrets mean to name, as `st.login` takes them.

    Args:
        secrets: All of them.

    Returns:
        Names of sections; None for what stands in `[auth]` itself, if there is no section, or
        anything of a provider stands there too.
    """
    section = secrets["auth"]
    named: list[str | None] = [
        name
        for name, value in section.items()
        if isinstance(value, Mapping) and name != "client_kwargs"
    ]
    return [None, *named] if not named or any(key in section for key in NEEDED) else named


def auth_settings(secrets: Mapping[str, Any]) -> AuthSettings:
    """Return what the secrets say of logging in.

    Raises:
        StreamlitAuthError: If they say nothing, or something that cannot be.
    """
    section = secrets.get("auth")
    if not isinstance(section, Mapping):
        raise StreamlitAuthError(
            "st.login: secrets must have a section [auth], got none: see the guide to logging in"
        )
    _check_redirect_uri(section.get("redirect_uri"))
    secret = section.get("cookie_secret")
    if not isinstance(secret, str) or len(secret) < SHORTEST_SECRET:
        raise StreamlitAuthError(
            f"st.login: cookie_secret in [auth] must be random text of {SHORTEST_SECRET} characters"
            " or more: make one by openssl rand -hex 32"
        )
    exposed = section.get("expose_tokens") or ()
    exposed = [exposed] if isinstance(exposed, str) else exposed
    if not isinstance(exposed, list | tuple) or any(each not in TOKENS for each in exposed):
        raise StreamlitAuthError(
            f"st.login: expose_tokens in [auth] may have {' and '.join(map(repr, TOKENS))},"
            f" got {exposed!r}"
        )
    return AuthSettings(section["redirect_uri"], secret, exposed)


def find_provider(secrets: Mapping[str, Any], name: str | None) -> Provider:
    """Return what the secrets say of a provider.

    Args:
        secrets: All of them.
        name: That of its section; None for what stands in `[auth]` itself.

    Raises:
        StreamlitAuthError: If that is nothing, or cannot be.
    """
    place = "[auth]" if name is None else f"[auth.{name}]"
    if name is not None and "_" in name:
        raise StreamlitAuthError(
            f"st.login: the name of a provider may have no underscore, got provider={name!r}:"
            " rename its section"
        )
    auth = secrets.get("auth")
    section = auth if name is None or not isinstance(auth, Mapping) else auth.get(name)
    if not isinstance(section, Mapping):
        raise StreamlitAuthError(
            f"st.login: secrets must have a section {place}, got provider={name!r}: add it"
        )
    kwargs = _client_kwargs(section, place)
    is_public = kwargs.get("token_endpoint_auth_method") == "none"
    for key in NEEDED:
        value = section.get(key)
        if key == "client_secret" and is_public:
            continue
        if not isinstance(value, str) or not value.strip():
            raise StreamlitAuthError(
                f"st.login: {key} must be text in {place} of the secrets, got none: add it"
            )
    url = section["server_metadata_url"]
    if urlsplit(url).scheme not in ("http", "https"):
        raise StreamlitAuthError(
            f"st.login: server_metadata_url in {place} must be an address, got {url!r}: it ends in"
            " /.well-known/openid-configuration"
        )
    secret = "" if is_public else section["client_secret"]
    return Provider(name or DEFAULT, section["client_id"], secret, url, kwargs)


def _client_kwargs(section: Mapping[str, Any], place: str) -> Mapping[str, Any]:
    kwargs = section.get("client_kwargs") or {}
    if not isinstance(kwargs, Mapping):
        raise StreamlitAuthError(f"st.login: client_kwargs in {place} must be a section of its own")
    if kwargs.get("code_challenge_method", "S256") != "S256":
        raise StreamlitAuthError(
            f"st.login: code_challenge_method in {place} must be 'S256': leave it out"
        )
    return kwargs


def _check_redirect_uri(uri: object) -> None:
    try:
        parts = urlsplit(uri) if isinstance(uri, str) else None
    except ValueError:
        parts = None
    if (
        parts is None
        or parts.scheme not in ("http", "https")
        or not parts.netloc
        or not parts.path.endswith(CALLBACK)
        or parts.query
        or parts.fragment
    ):
        raise StreamlitAuthError(
            f"st.login: redirect_uri in [auth] must be the address of the app followed by"
            f" {CALLBACK}, got {uri!r}: write http://localhost:8501{CALLBACK}, say"
        )
