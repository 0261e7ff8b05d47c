"""Origins: whose pages may open a connection."""

from starlette.types import Scope

from ostinato.config import Config
from ostinato.server.hosts import comes_from_here, header, is_loopback, place_of, place_of_host

FORWARDED_HOST = "ostinato.forwarded_host"
"""Where a request holds the host that a browser has asked a trusted proxy for."""

NOT_TRUSTED = (
    "origin: this page came over HTTPS, and the server cannot know that it did: have the proxy "
    "send X-Forwarded-Proto and name the proxy's address in FORWARDED_ALLOW_IPS, or name the "
    "page's origin in server.corsAllowedOrigins"
)


def is_allowed_origin(scope: Scope, config: Config) -> bool:
    """Return whether the page that connects may: it is ours, or the configuration names it.

    Only browsers say where a page is from, and they do so whenever one connects.
    """
    origin = header(scope, b"origin")
    if origin is None or not config.server.enable_cors:
        return True
    page = place_of(origin)
    if page is None:
        return False
    if page in [place_of(each) for each in config.server.cors_allowed_origins]:
        return True
    hosts = (header(scope, b"host"), scope.get(FORWARDED_HOST))
    return page in [place_of_host(scope["scheme"], host) for host in hosts if host]


def is_developer(scope: Scope, config: Config) -> bool:
    """Return whether the page is open on the machine that serves it, or all are developers'."""
    mode = config.client.toolbar_mode
    return mode == "developer" or (mode == "auto" and is_opened_here(scope))


def is_opened_here(scope: Scope) -> bool:
    """Return whether a page is open on the machine that serves it, with nothing between."""
    places = [place_of_host(scope["scheme"], header(scope, b"host") or "")]
    origin = header(scope, b"origin")
    if origin is not None:
        # A proxy may have changed the host, but not where the page is from.
        places.append(place_of(origin))
    is_here = all(place is not None and is_loopback(place.name) for place in places)
    return is_here and comes_from_here(scope)


def is_ours_but_for_scheme(scope: Scope) -> bool:
    """Return whether a page is refused only since nobody we trust has told us of HTTPS."""
    page = place_of(header(scope, b"origin") or "")
    host = header(scope, b"host") or ""
    if page is None or page.scheme != "https" or scope["scheme"] in ("wss", "https"):
        return False
    return page == place_of_host("https", host)
