"""Where packages from before `st.context` find the headers of the browser."""

from collections.abc import Mapping

from ostinato.commands.context import context


def _get_websocket_headers() -> Mapping[str, str]:
    """Return the headers that the browser has sent."""
    return context.headers
