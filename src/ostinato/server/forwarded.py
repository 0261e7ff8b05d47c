"""Forwarded: what trusted proxies tell of the browser behind them."""

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from ostinato.server.hosts import header
from ostinato.server.origins import FORWARDED_HOST


class Forwarded:
    """Believes trusted proxies: as uvicorn does, which knows no `X-Forwarded-Host`, and in that.

    Args:
        app: What is behind.
        trusted: Addresses and networks of the proxies; `*` is any.
    """

    def __init__(self, app: ASGIApp, trusted: str) -> None:
        self._proxied = ProxyHeadersMiddleware(app, trusted)  # type: ignore[arg-type]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on as if it had come from the browser itself."""
        client = scope.get("client") or ("",)
        if scope["type"] != "lifespan" and client[0] in self._proxied.trusted_hosts:
            # Several proxies write one after another; the first knows what the browser asked for.
            given = header(scope, b"x-forwarded-host") or ""
            scope[FORWARDED_HOST] = given.partition(",")[0].strip()
        await self._proxied(scope, receive, send)  # type: ignore[arg-type]
