"""Checks: what an option's type cannot say of its value."""

import ipaddress
import re

from ostinato.config.options import Config, Server
from ostinato.errors import ConfigError

_LABEL = r"[^\W_](?:[\w-]*\w)?"
_NAME = rf"(?:{_LABEL}\.)*{_LABEL}\.?"
_HOST = re.compile(rf"\*|(?:\*\.)?{_NAME}")
_ANCESTOR = re.compile(
    rf"\*|[a-z][a-z0-9+.-]*:|(?:[a-z][a-z0-9+.-]*://)?(?:\*\.)?{_NAME}(?::(?:\d+|\*))?"
    r"|(?:https?://)?\[[0-9a-f:.]+\](?::(?:\d+|\*))?",
    re.IGNORECASE | re.ASCII,
)
_ORIGIN = re.compile(
    rf"[a-z][a-z0-9+.-]*://(?:{_NAME}|\[[0-9a-f:.]+\])(?::\d+)?/?", re.IGNORECASE | re.ASCII
)
_SIZE = re.compile(r"\s*\d+(?:\.\d+)?\s*(?:[kmgt]?i?b)\s*", re.IGNORECASE)
KEYWORDS = ("self", "none")


def check(config: Config) -> None:
    """See whether the values of all options can be followed.

    Raises:
        ConfigError: If one cannot.
    """
    server = config.server
    if (server.ssl_cert_file is None) != (server.ssl_key_file is None):
        raise ConfigError("server.sslCertFile, server.sslKeyFile: one needs the other: set both")
    _check_hosts(server)
    _check_ancestors(server)
    size = server.max_cache_data_size
    if size is not None and not (size > 0 if isinstance(size, int) else _SIZE.fullmatch(size)):
        raise ConfigError(
            f"server.maxCacheDataSize: must be a positive count of bytes, got {size!r}:"
            " write it like 1000000 or 500MB"
        )


def notes(config: Config) -> list[str]:
    """Return a note on each setting that is no fault but has no effect."""
    return [
        f"server.corsAllowedOrigins: {origin!r} is no origin and allows nothing: "
        "write it like https://app.example.com"
        for origin in config.server.cors_allowed_origins
        if not _ORIGIN.fullmatch(origin)
    ]


def _check_hosts(server: Server) -> None:
    for host in server.allowed_hosts:
        if not _HOST.fullmatch(host) and not _is_address(host):
            raise ConfigError(
                f"server.allowedHosts: each must be a name or an address, got {host!r}: "
                "write it without scheme, port and path, like app.example.com or *.example.com"
            )


def _check_ancestors(server: Server) -> None:
    given = [each.strip("'") for each in server.frame_ancestors]
    for ancestor in given:
        if ancestor not in KEYWORDS and not _ANCESTOR.fullmatch(ancestor):
            raise ConfigError(
                f"server.frameAncestors: each must be an origin, got {ancestor!r}: "
                "write it like https://intranet.example.com, or self, none or *"
            )
    if not given:
        raise ConfigError("server.frameAncestors: there must be one, got []: write none or *")
    if "none" in given and len(given) > 1:
        raise ConfigError(
            f"server.frameAncestors: none must stand alone, got {', '.join(given)}: "
            "leave out the one or the others"
        )


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True
