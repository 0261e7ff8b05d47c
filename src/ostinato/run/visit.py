"""Visit: what is known of the browser that a session shows its page to, and of its connection."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal


class Headers(Mapping[str, str]):
    """Headers of the request that has opened the connection. Names fit in any case.

    A header that was sent several times has its last value; `get_all` has them all.

    Args:
        pairs: Names and values, in order.
    """

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        self._pairs = tuple((name.title(), value) for name, value in pairs)
        self._last = dict(self._pairs)

    def __getitem__(self, key: str) -> str:
        """Return the value of a header.

        Raises:
            KeyError: If there is none of this name.
        """
        name = str(key).title()
        if name not in self._last:
            raise KeyError(f"st.context.headers: the browser has sent no such header, got {key!r}")
        return self._last[name]

    def __iter__(self) -> Iterator[str]:
        """Return the names."""
        return iter(self._last)

    def __len__(self) -> int:
        """Count the names."""
        return len(self._last)

    def __contains__(self, key: object) -> bool:
        """Return whether there is a header of this name."""
        return str(key).title() in self._last

    def __repr__(self) -> str:
        """Show names and values."""
        return repr(self._last)

    def get_all(self, key: str) -> list[str]:
        """Return all values of a header; none if it was not sent."""
        name = str(key).title()
        return [value for each, value in self._pairs if each == name]

    def to_dict(self) -> dict[str, str]:
        """Return names and values, the last of each, as a new dict."""
        return dict(self._last)


class Cookies(Mapping[str, str]):
    """Cookies of the request that has opened the connection.

    Args:
        values: Their values, by name.
    """

    def __init__(self, values: Mapping[str, str] | None = None) -> None:
        self._values = dict(values or {})

    def __getitem__(self, key: str) -> str:
        """Return the value of a cookie.

        Raises:
            KeyError: If there is none of this name.
        """
        if key not in self._values:
            raise KeyError(f"st.context.cookies: the browser has sent no such cookie, got {key!r}")
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        """Return the names."""
        return iter(self._values)

    def __len__(self) -> int:
        """Count the names."""
        return len(self._values)

    def __repr__(self) -> str:
        """Show names and values."""
        return repr(self._values)

    def to_dict(self) -> dict[str, str]:
        """Return names and values as a new dict."""
        return dict(self._values)


class Theme(Mapping[str, Any]):
    """How the page looks: items and attributes are the same.

    Args:
        type: Whether it is light or dark; None where there is no page.
    """

    def __init__(self, type: Literal["light", "dark"] | None = None) -> None:
        self._type = type

    @property
    def type(self) -> Literal["light", "dark"] | None:
        """Whether the page is light or dark; None where there is none."""
        return self._type

    def __getitem__(self, key: str) -> Any:
        """Return what is known of the theme.

        Raises:
            KeyError: If it is anything but its type.
        """
        if key != "type":
            raise KeyError(f"st.context.theme: only its type is known, got {key!r}")
        return self._type

    def __iter__(self) -> Iterator[str]:
        """Return the names."""
        return iter(("type",))

    def __len__(self) -> int:
        """Count the names."""
        return 1

    def __repr__(self) -> str:
        """Show its type."""
        return repr(dict(self))


class Visit:
    """What is known of a browser. None stands for what it did not tell.

    Args:
        headers: What came with the request that has opened the connection.
        cookies: The same.
        ip_address: Where it came from; None from this machine.
        url: The address of the page, without parameters.
        locale: The language that the person prefers.
        timezone: By its name.
        timezone_offset: Minutes from local time to UTC.
        theme: Whether the page is light or dark.

    Attributes:
        is_theme_asked: Whether the script wants to know of another theme. It sets it, nobody else.
    """

    def __init__(
        self,
        *,
        headers: Headers | None = None,
        cookies: Cookies | None = None,
        ip_address: str | None = None,
        url: str | None = None,
        locale: str | None = None,
        timezone: str | None = None,
        timezone_offset: int | None = None,
        theme: Literal["light", "dark"] | None = None,
    ) -> None:
        self.headers, self.cookies = headers or Headers(), cookies or Cookies()
        self.ip_address, self.url, self.locale = ip_address, url, locale
        self.timezone, self.timezone_offset = timezone, timezone_offset
        self.theme = Theme(theme)
        self.is_theme_asked = False

    def follow(self, before: "Visit | None") -> bool:
        """Take the place of what was known before; whether the script wants to know of it."""
        if before is None or not before.is_theme_asked:
            return False
        self.is_theme_asked = True
        return self.theme != before.theme
