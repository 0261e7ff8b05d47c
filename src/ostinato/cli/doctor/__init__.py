"""Doctor: looks for what is wrong with an app, its machine, or a deployment, and what to do."""

from ostinato.cli.doctor.examination import examine_app as examine_app
from ostinato.cli.doctor.examination import examine_deployment as examine_deployment
from ostinato.cli.doctor.findings import Finding as Finding
from ostinato.cli.doctor.findings import report as report

__all__ = ["Finding", "examine_app", "examine_deployment", "report"]
