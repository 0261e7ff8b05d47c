"""How packages say that something of theirs is deprecated."""

from ostinato.arguments.warning import warn


def show_deprecation_warning(
    message: str, show_in_browser: bool = True, show_once: bool = False
) -> None:
    """Say it in the log, once for each place that calls what is deprecated."""
    warn(message)
