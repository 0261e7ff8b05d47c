"""Values: options of the configuration as they may be shown."""

import re
from collections.abc import Callable, Mapping


def shown(name: str, value: object) -> str:
    """Return the text of an option, without what is secret in it.

    Args:
        name: Its name.
        value: What it is set to.
    """
    if isinstance(value, bool):
        return str(value).lower()
    if value is None or value == [] or value == "":
        return "-"
    return _HIDDEN.get(name, str)(value)


def _without_password(address: object) -> str:
    """Hide whoever stands before the host, and what stands in the query for one."""
    shown = re.sub(r"://.*@", "://***@", str(address))
    return re.sub(r"(password=)[^&]*", r"\1***", shown)


_HIDDEN: Mapping[str, Callable[[object], str]] = {
    "server.cookieSecret": lambda secret: "***",
    "session.store": _without_password,
}
