"""Probes: what operators look at: readiness, metrics, and telemetry."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from ostinato.caching.caches import caches
from ostinato.config import Config
from ostinato.errors import ConfigError, StoreError
from ostinato.session.metrics import Metrics
from ostinato.session.services import Telemetry
from ostinato.stores.store import Store

ANSWER_WITHIN = 1.0
"""Seconds after which a store that does not answer counts as absent."""


def operator_routes(config: Config, store: Callable[[], Store]) -> tuple[Metrics, list[Route]]:
    """Return the metrics that sessions report to, and the routes for operators.

    Args:
        config: Whether there are metrics, and below which path.
        store: Returns the store once it is open.

    Raises:
        ConfigError: If the package that metrics need is missing.
    """
    base = config.server.base_path

    async def ready(request: Request) -> Response:
        try:
            await _count(store())
        except StoreError:
            # Why, and where the store is, is not for everybody: it stands in the log.
            return PlainTextResponse("the store does not answer", 503)
        return PlainTextResponse("ok")

    routes = [Route(f"{base}{path}", ready) for path in ("/ready", "/_stcore/ready")]
    if not config.server.metrics:
        return Metrics(), routes
    with _extra("server.metrics", "prometheus-client"):
        from ostinato.server.metrics import PrometheusMetrics  # noqa: PLC0415  # ostinato[metrics]
    metrics = PrometheusMetrics()

    async def figures(request: Request) -> Response:
        try:
            stored = await _count(store())
        except StoreError:
            stored = None
        metrics.caches_hold(caches.figures())
        page, content_type = metrics.page(stored, request.headers.get("accept", ""))
        return Response(page, headers={"Content-Type": content_type})

    return metrics, [*routes, Route(f"{base}/metrics", figures)]


@contextmanager
def shared_figures(config: Config) -> Iterator[tuple[dict[str, str], Callable[[int], None]]]:
    """Make room for the figures of several workers, if there are to be any.

    Yields:
        The variables that workers need, and a function to be told the number of each that ends.

    Raises:
        ConfigError: If the package that metrics need is missing.
    """
    if not config.server.metrics:
        yield {}, lambda process: None
        return
    with _extra("server.metrics", "prometheus-client"):
        from ostinato.server.metrics import folder_of_figures  # noqa: PLC0415  # ostinato[metrics]
    with folder_of_figures() as figures:
        yield figures


def telemetry_of(config: Config, title: str) -> Telemetry | None:
    """Return who is told of each run; None if nobody is.

    Args:
        config: Whether somebody is.
        title: What the app is called there, if no `OTEL_SERVICE_NAME` says so.

    Raises:
        ConfigError: If a package is missing.
    """
    if not config.server.telemetry:
        return None
    with _extra("server.telemetry", "opentelemetry-sdk opentelemetry-exporter-otlp-proto-http"):
        from ostinato.server.telemetry import open_telemetry  # noqa: PLC0415  # ostinato[otel]
    return open_telemetry(title)


async def _count(store: Store) -> int:
    try:
        async with asyncio.timeout(ANSWER_WITHIN):
            return await store.count()
    except TimeoutError:
        raise StoreError(
            f"store: no answer within {ANSWER_WITHIN:g} s: see whether it works"
        ) from None


@contextmanager
def _extra(option: str, packages: str) -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError as error:
        raise ConfigError(
            f"{option}: needs the package {error.name}: pip install {packages}"
        ) from None
