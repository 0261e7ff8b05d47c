"""Metrics: figures for operators, in the formats of Prometheus and OpenMetrics.

Needs the extra `metrics`.
"""

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Metric
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import choose_encoder
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead
from prometheus_client.registry import Collector

from ostinato.caching.caches import Figures
from ostinato.session.metrics import Metrics
from ostinato.stores.files import Figures as FileFigures

BUCKETS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Seconds: an embedded store needs less than one of them, a distant one a few hundredths."""

CACHES = {
    "entries": "Results that cached functions keep.",
    "bytes": "Bytes that they take in memory; a resource counts little, whatever it holds.",
}

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""Where processes put their figures together: prometheus-client reads this variable."""


class PrometheusMetrics(Metrics):
    """Keeps the figures of this process; its page has those of all workers, summed."""

    def __init__(self) -> None:
        self._registry = own = CollectorRegistry()
        self._sessions = Gauge(
            "ostinato_sessions", "Sessions in memory.", registry=own, multiprocess_mode="livesum"
        )
        self._unconfirmed = Gauge(
            "ostinato_unconfirmed_events",
            "Events that have come and are not confirmed yet.",
            registry=own,
            multiprocess_mode="livesum",
        )
        self._restores = Counter(
            "ostinato_restores", "Sessions made from what the store holds.", registry=own
        )
        self._commits = Counter("ostinato_commits", "Saves that the store has taken.", registry=own)
        self._commit_seconds = Histogram(
            "ostinato_commit_seconds", "Time of a save.", registry=own, buckets=BUCKETS
        )
        self._refused = Counter(
            "ostinato_refused_epochs", "Saves refused to an older epoch.", registry=own
        )
        self._store_errors = Counter(
            "ostinato_store_errors", "Calls of the store that failed.", registry=own
        )
        self._abandoned = Counter(
            "ostinato_abandoned_runs", "Runs whose thread was given up.", registry=own
        )
        self._cached = {
            name: Gauge(
                f"ostinato_cache_{name}",
                text,
                ["kind", "function"],
                registry=own,
                multiprocess_mode="livesum",
            )
            for name, text in CACHES.items()
        }
        self._functions: set[tuple[str, str]] = set()
        self._files = Gauge(
            "ostinato_files",
            "Files in the store, as each process has seen it last.",
            registry=own,
            multiprocess_mode="max",
        )
        self._file_bytes = Gauge(
            "ostinato_files_bytes",
            "Bytes that files take in the store.",
            registry=own,
            multiprocess_mode="max",
        )
        self._files_removed = Counter(
            "ostinato_files_removed", "Files removed that nobody needed.", registry=own
        )
        self._removed = 0

    def sessions_held(self, count: int) -> None:
        """Set the number of sessions in the memory of this process."""
        self._sessions.set(count)

    def restored(self) -> None:
        """Count a session made from what the store holds of it."""
        self._restores.inc()

    def committed(self, seconds: float) -> None:
        """Count a save, and its time."""
        self._commits.inc()
        self._commit_seconds.observe(seconds)

    def refused(self) -> None:
        """Count a save that was refused."""
        self._refused.inc()

    def store_failed(self) -> None:
        """Count a failure of the store."""
        self._store_errors.inc()

    def abandoned(self) -> None:
        """Count a run whose thread was given up."""
        self._abandoned.inc()

    def caches_hold(self, figures: Iterable[Figures]) -> None:
        """Set how much cached functions keep in the memory of this process."""
        totals: dict[tuple[str, str], tuple[int, int]] = dict.fromkeys(self._functions, (0, 0))
        for kind, name, entries, size in figures:
            # Two functions may have one name.
            before = totals.get((kind, name), (0, 0))
            totals[kind, name] = before[0] + entries, before[1] + size
        for labels, (entries, size) in totals.items():
            self._cached["entries"].labels(*labels).set(entries)
            self._cached["bytes"].labels(*labels).set(size)
        self._functions = set(totals)

    def files_hold(self, figures: FileFigures) -> None:
        """Set how many files the store has, and what they take."""
        self._files.set(figures.count)
        self._file_bytes.set(figures.size)
        self._files_removed.inc(figures.removed - self._removed)
        self._removed = figures.removed

    def unconfirmed(self, change: int) -> None:
        """Change the number of events that are not confirmed."""
        self._unconfirmed.inc(change)

    def page(self, stored: int | None, accept: str) -> tuple[bytes, str]:
        """Write all figures down.

        Args:
            stored: Sessions in the store; None if it did not answer.
            accept: The header of that name: which formats the reader knows.

        Returns:
            The page, and its content type.
        """
        page = CollectorRegistry()
        page.register(_Page(self._registry, stored))
        encode, content_type = choose_encoder(accept)
        return encode(page), content_type


class _Page(Collector):
    """What one page shows."""

    def __init__(self, own: Collector, stored: int | None) -> None:
        self._source = own
        if FOLDER in os.environ:
            self._source = MultiProcessCollector(None)  # type: ignore[no-untyped-call]
        self._stored = stored

    def collect(self) -> Iterator[Metric]:
        for metric in self._source.collect():
            # The folder also has the figures that a script keeps of its own.
            if metric.name.startswith("ostinato_"):
                yield metric
        if self._stored is not None:
            yield GaugeMetricFamily(
                "ostinato_sessions_stored", "Sessions in the store.", value=self._stored
            )


@contextmanager
def folder_of_figures() -> Iterator[tuple[dict[str, str], Callable[[int], None]]]:
    """Make room for the figures of several processes.

    Yields:
        The variables that lead them there, and what takes the sessions of a dead one out.
    """
    with tempfile.TemporaryDirectory(prefix="ostinato-metrics-") as folder:
        yield {FOLDER: folder}, partial(mark_process_dead, path=folder)
