"""Serving: from the command line to a server that runs until it is stopped."""

import logging
import os
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import click

from ostinato.cli.announcement import announce
from ostinato.cli.failure import Failure
from ostinato.cli.programs import app_made_by, makes_app
from ostinato.compat import export
from ostinato.config import Places, Settings, config_files, home_folder, load
from ostinato.errors import Error
from ostinato.server.app import App
from ostinato.server.listen import listen
from ostinato.server.serve import serve
from ostinato.server.worker import Assignment, StartFailed
from ostinato.server.workers import supervise


def run_server(
    script: Path, arguments: Sequence[str], flags: dict[str, str], folder: Path | None = None
) -> None:
    """Serve a script until somebody stops it.

    Args:
        script: The script.
        arguments: What it finds in `sys.argv`, after its name.
        flags: Options of the configuration.
        folder: Where it keeps its things, if not beside the script.
    """
    assignment = Assignment.take(os.environ)
    export(os.environ)
    settings = load_settings(flags, script.parent, is_quiet=assignment is not None)
    config = settings.config

    def make_app(listens_on: str) -> App:
        app = app_made_by(script) if makes_app(script) else App(script)
        app.configure(config, arguments, folder, listens_on, places_of(flags, script.parent))
        return app

    try:
        with _log(config.logger.level):
            if assignment is not None:
                app = make_app(_address(assignment.listener))
                serve(app, config, assignment.listener, assignment.report, is_worker=True)
                return
            _serve(make_app, settings, script.name)
    except Error as error:
        raise click.ClickException(str(error)) from None
    except StartFailed as failure:
        # The worker has said why.
        raise SystemExit(max(failure.status, 1)) from None
    click.echo("  Stopped.")


def _serve(make_app: Callable[[str], App], settings: Settings, name: str) -> None:
    config = settings.config
    is_fixed = "server.port" in settings.origins
    with listen(config.server.address, config.server.port, is_fixed=is_fixed) as listener:
        tell = partial(announce, name, config, listener)
        if config.server.workers > 1:
            supervise(config, listener, tell)
        else:
            app = make_app(_address(listener))
            serve(app, config, listener, lambda stop: tell())


@contextmanager
def _log(level: str) -> Iterator[None]:
    """Write what the server has to say to the terminal; what scripts log is their own affair."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    loggers = [logging.getLogger(name) for name in ("ostinato", "uvicorn")]
    loggers[0].setLevel(level.upper())
    for logger in loggers:
        logger.addHandler(handler)
        logger.propagate = False
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeHandler(handler)
            logger.propagate = True


def _address(listener: socket.socket) -> str:
    return str(listener.getsockname()[0])


def places_of(flags: dict[str, str], folder: Path) -> Places:
    """Return where the configuration of a script comes from.

    Args:
        flags: Options that are given on the command line.
        folder: That of the script.
    """
    return Places(flags, os.environ, (folder, Path.cwd()), home_folder())


def load_settings(flags: dict[str, str], folder: Path, *, is_quiet: bool = False) -> Settings:
    """Load the configuration; what is wrong with it is a failure of the command.

    Args:
        flags: Options that are given on the command line.
        folder: Where one of its files may be.
        is_quiet: Whether to leave out what it has to note.
    """
    places = places_of(flags, folder)
    try:
        files = config_files(places.folders, places.home)
    except Error as error:
        raise click.ClickException(str(error)) from None
    try:
        settings = load(flags=flags, environment=os.environ, files=files)
    except Error as error:
        raise Failure(str(error)) from None
    for note in () if is_quiet else settings.notes:
        click.echo(f"  Note: {note}", err=True)
    return settings
