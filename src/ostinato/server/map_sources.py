"""Map sources: where pages may load maps from, and nothing else."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from ostinato.config.options import Maps


def map_sources(maps: Maps) -> Sequence[str]:
    """Return the origins of the base maps, and what else is named, as a policy has them.

    Example:
        >>> map_sources(Maps(dark_style="", hosts=["*.example.com"]))
        ['https://tiles.openfreemap.org', '*.example.com']
    """
    styles = map(origin_of, (maps.light_style, maps.dark_style))
    sources = ("http: https:" if host == "*" else host.rstrip("/") for host in maps.hosts)
    # A semicolon would begin a rule of its own.
    named = (each for each in (*styles, *sources) if each and not set(";,\r\n") & set(each))
    return [*dict.fromkeys(named)]


def origin_of(address: str) -> str:
    """Return the origin of an address; "" if it has none, as what the app serves itself."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme in ("http", "https") else ""
