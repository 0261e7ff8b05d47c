"""Telemetry: each run as a span of OpenTelemetry, with a span in it for each of its parts.

Needs the extra `otel`. Where spans go is said by the variables that the SDK reads, such as
`OTEL_SERVICE_NAME` and `OTEL_EXPORTER_OTLP_ENDPOINT`: see
https://opentelemetry.io/docs/languages/sdk-configuration/otlp-exporter/.
"""

import os
import time
from collections.abc import Callable, Mapping

from opentelemetry import trace
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import SERVICE_NAME, Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import ProxyTracerProvider, StatusCode

from ostinato.run.ends import Outcome
from ostinato.run.run import Run


class Spans:
    """Tells of runs by spans. Those that a script makes are inside the span of its run.

    Args:
        provider: Takes them.
    """

    def __init__(self, provider: trace.TracerProvider) -> None:
        self._tracer = provider.get_tracer("ostinato")
        # Runs are measured by a clock that nobody sets.
        self._offset = time.time_ns() - int(time.monotonic() * 1e9)

    def observe(self, run: Run, facts: Mapping[str, str], work: Callable[[], Outcome]) -> Outcome:
        """Do the work of a run, in its thread, and tell of it.

        Args:
            run: The run.
            facts: Why it runs, and of what.
            work: Runs it.
        """
        attributes = {f"ostinato.{name}": value for name, value in facts.items()}
        with self._tracer.start_as_current_span(
            "run", attributes=attributes, start_time=self._nanoseconds(run.trace.asked)
        ) as span:
            outcome = work()
            span.set_attribute("ostinato.outcome", outcome.name.lower())
            if outcome is Outcome.FAILED:
                span.set_status(StatusCode.ERROR)
            for kind, began, ended in run.trace.parts:
                part = self._tracer.start_span(kind, start_time=self._nanoseconds(began))
                part.end(self._nanoseconds(ended))
            for name, (hits, misses) in run.trace.caches.items():
                span.add_event("cache", {"name": name, "hits": hits, "misses": misses})
        return outcome

    def _nanoseconds(self, seconds: float) -> int:
        return int(seconds * 1e9) + self._offset


def open_telemetry(title: str) -> Spans:
    """Begin to tell of runs, to whom the process tells of other things already, if there is one.

    Args:
        title: What the app is called there, if no `OTEL_SERVICE_NAME` says so.
    """
    provider = trace.get_tracer_provider()
    if isinstance(provider, ProxyTracerProvider):
        named = {} if os.environ.get("OTEL_SERVICE_NAME") else {SERVICE_NAME: title}
        own = TracerProvider(resource=Resource.create(named))
        own.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
        trace.set_tracer_provider(own)
        provider = own
    return Spans(provider)
