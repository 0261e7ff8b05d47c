"""What an operator is told of files."""

from ostinato.server.metrics import PrometheusMetrics
from ostinato.stores.files import Figures


def test_figures_of_files_are_those_of_the_last_sweep_and_what_went_is_counted():
    metrics = PrometheusMetrics()
    metrics.files_hold(Figures(3, 100, 2))
    metrics.files_hold(Figures(2, 50, 5))
    page = metrics.page(None, "")[0].decode().splitlines()
    assert "ostinato_files 2.0" in page
    assert "ostinato_files_bytes 50.0" in page
    assert "ostinato_files_removed_total 5.0" in page
