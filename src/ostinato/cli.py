"""The command `ostinato`: runs scripts, and shows the configuration."""

import logging
import os
import re
import shlex
import socket
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from functools import partial
from pathlib import Path

import click

import ostinato
from ostinato.compat import SHIM, export
from ostinato.config import OPTIONS, Config, Settings, config_files, load
from ostinato.errors import Error
from ostinato.server.app import App
from ostinato.server.listen import listen
from ostinato.server.serve import serve
from ostinato.server.worker import Assignment, StartFailed
from ostinato.server.workers import supervise

STREAMLIT_SCRIPT = "streamlit_app.py"
"""The script that is run when a folder is given."""

MOST_NAMED = 10
"""Scripts of a folder that are named, if none was given."""

SHORT_FORMS = {
    "port": "server.port",
    "address": "server.address",
    "headless": "server.headless",
    "workers": "server.workers",
    "store": "session.store",
    "store_required": "session.storeRequired",
}
"""Options that have a name of their own on the command line."""

TYPES = """\
"import streamlit" is found in this folder, unless the real one is installed:

  {folder}

mypy:             MYPYPATH={folder} mypy app.py
pyright, Pylance: add it to "extraPaths"
"""

_FLAG = re.compile(r"--(\w+(?:\.\w+)+)(?:=(.*))?", re.DOTALL)


class Failure(click.ClickException):
    """A sentence for the person at the terminal."""

    exit_code = 2


class ConfigurableCommand(click.Command):
    """A command that takes every option as `--section.name value` or `--section.name=value`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the options of the configuration out of `args`, into `ctx.obj`."""
        ctx.obj, rest = split_flags(args)
        try:
            return super().parse_args(ctx, rest)
        except click.UsageError as error:
            raise Failure(f"{ctx.command_path}: {error.format_message()}") from None


def split_flags(arguments: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """Part options of the configuration from all other arguments.

    What follows `--` belongs to the script and is left alone.

    Example:
        >>> split_flags(["app.py", "--server.port", "80", "--port=1"])
        ({'server.port': '80'}, ['app.py', '--port=1'])
    """
    flags: dict[str, str] = {}
    rest: list[str] = []
    remaining = iter(arguments)
    for argument in remaining:
        if argument == "--":
            return flags, [*rest, argument, *remaining]
        if match := _FLAG.fullmatch(argument):
            name, value = match[1], match[2] if match[2] is not None else next(remaining, None)
            if value is None:
                raise Failure(f"{name}: needs a value: write --{name}=...")
            is_more = name in flags and name in OPTIONS and OPTIONS[name].is_list
            flags[name] = f"{flags[name]},{value}" if is_more else value
        else:
            rest.append(argument)
    return flags, rest


class Commands(click.Group):
    """Commands of which a name that is none suggests what was meant."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the first argument names."""
        name, *rest = args
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            path = Path(name)
            if path.suffix == ".py" or path.exists():
                words = ["run", _nearest_script(path) or name, *rest]
            else:
                near = get_close_matches(name, self.commands, n=1)
                words = [*near, *rest] if near else ["--help"]
            raise Failure(f"ostinato: no such command, got {name!r}: {_meant(*words)}")
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(ostinato.__version__, message="ostinato %(version)s")
def main() -> None:
    """Turn Python scripts into interactive web apps."""


def listening(command: click.Command) -> click.Command:
    """Add the short forms of the options that people use most."""
    command.params += [
        click.Option(["--port"], help="Port to listen on."),
        click.Option(["--address"], help="Address to listen on."),
        click.Option(["--headless"], is_flag=True, default=None, help="Open no browser."),
        click.Option(["--workers"], help="Processes that serve the app, on one port."),
        click.Option(
            ["--store"], metavar="URL", help="Where sessions are kept: sqlite, memory, redis://..."
        ),
        click.Option(
            ["--store-required"],
            is_flag=True,
            default=None,
            help="Stop if the store cannot be reached at the start.",
        ),
    ]
    return command


@listening
@main.command(
    cls=ConfigurableCommand,
    epilog="Every option of `ostinato config show` can be given: --server.runOnSave true",
)
@click.argument("script", default=".")
@click.argument("arguments", nargs=-1)
@click.pass_obj
def run(
    flags: dict[str, str],
    /,
    script: str,
    arguments: tuple[str, ...],
    **short: str | bool | None,
) -> None:
    """Serve SCRIPT, to be used in a browser. What follows -- is for the script.

    Without SCRIPT, or with a folder, streamlit_app.py is served from there.
    """
    _run(_find_script(script), arguments, flags | _spelt_out(short))


@listening
@main.command(cls=ConfigurableCommand)
@click.pass_obj
def hello(flags: dict[str, str], /, **short: str | bool | None) -> None:
    """Serve a small tour of what works."""
    _run(Path(__file__).with_name("hello.py"), (), flags | _spelt_out(short), Path.cwd())


@main.group()
def config() -> None:
    """Look at the configuration."""


@config.command(cls=ConfigurableCommand)
@click.pass_obj
def show(flags: dict[str, str]) -> None:
    """Print every option: its value, where that was set, and what it is for."""
    settings = _load(flags, Path.cwd())
    rows = [
        (name, _shown(name, option.of(settings.config)), settings.origins.get(name, "default"))
        for name, option in OPTIONS.items()
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        click.echo("  ".join([*cells, OPTIONS[row[0]].help]))


@main.command()
def version() -> None:
    """Print the version."""
    click.echo(f"ostinato {ostinato.__version__}")


@main.command()
def types() -> None:
    """Print how type checkers find the names of Streamlit."""
    click.echo(TYPES.format(folder=SHIM))


def _spelt_out(short: Mapping[str, str | bool | None]) -> dict[str, str]:
    given = {name: str(value) for name, value in short.items() if value is not None}
    return {SHORT_FORMS[name]: value for name, value in given.items()}


def _find_script(given: str) -> Path:
    if re.match(r"https?://", given):
        raise Failure(f"ostinato run: addresses are not supported, got {given!r}: give a file")
    path = Path(given)
    try:
        path = _script_at(path)
    except OSError as error:
        raise Failure(
            f"ostinato run: the script must be readable, got {given!r} ({error.strerror})"
        ) from None
    if path.suffix != ".py":
        raise Failure(f"ostinato run: a script must end in .py, got {given!r}")
    return path.resolve()


def _script_at(path: Path) -> Path:
    if path.is_dir():
        script = path / STREAMLIT_SCRIPT
        if not script.is_file():
            raise Failure(_no_script(path))
        path = script
    if not path.is_file():
        near = _nearest_script(path)
        advice = _meant("run", near) if near else "give the path of a script"
        raise Failure(f"ostinato run: no such file, got {str(path)!r}: {advice}")
    path.open().close()
    return path


def _no_script(folder: Path) -> str:
    scripts = sorted(str(script) for script in folder.glob("*.py"))
    some = ", ".join(scripts[:MOST_NAMED]) + (", ..." if len(scripts) > MOST_NAMED else "")
    advice = f"give one of {some}" if len(scripts) > 1 else f"give {some or 'the path of one'}"
    which = "this folder" if folder == Path() else f"{str(folder)!r}"
    return f"ostinato run: the script is missing, and {which} has no {STREAMLIT_SCRIPT}: {advice}"


def _nearest_script(path: Path) -> str | None:
    """Find the script that a path names, or nearly names."""
    scripts = {script.stem: script for script in path.parent.glob("*.py")}
    near = get_close_matches(path.name.removesuffix(".py"), scripts, n=1)
    return str(scripts[near[0]]) if near else None


def _meant(*words: str) -> str:
    return f'did you mean "ostinato {shlex.join(words)}"?'


def _run(
    script: Path, arguments: Sequence[str], flags: dict[str, str], folder: Path | None = None
) -> None:
    assignment = Assignment.take(os.environ)
    export(os.environ)
    settings = _load(flags, script.parent, is_quiet=assignment is not None)
    config = settings.config
    make_app = partial(App, script, config=config, arguments=arguments, folder=folder)
    try:
        with _log(config.logger.level):
            if assignment is not None:
                app = make_app(listens_on=_address(assignment.listener))
                serve(app, config, assignment.listener, assignment.report, is_worker=True)
                return
            _serve(make_app, settings, script.name)
    except Error as error:
        raise click.ClickException(str(error)) from None
    except StartFailed as failure:
        # The worker has said why.
        raise SystemExit(max(failure.status, 1)) from None
    click.echo("  Stopped.")


def _serve(make_app: Callable[..., App], settings: Settings, name: str) -> None:
    config = settings.config
    is_fixed = "server.port" in settings.origins
    with listen(config.server.address, config.server.port, is_fixed=is_fixed) as listener:
        announce = partial(_announce, name, config, listener)
        if config.server.workers > 1:
            supervise(config, listener, announce)
        else:
            app = make_app(listens_on=_address(listener))
            serve(app, config, listener, lambda stop: announce())


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


def _load(flags: dict[str, str], folder: Path, *, is_quiet: bool = False) -> Settings:
    try:
        files = config_files([folder, Path.cwd()], _home())
    except Error as error:
        raise click.ClickException(str(error)) from None
    try:
        settings = load(flags=flags, environment=os.environ, files=files)
    except Error as error:
        raise Failure(str(error)) from None
    for note in () if is_quiet else settings.notes:
        click.echo(f"  Note: {note}", err=True)
    return settings


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:
        # A user without a name, and no variable that tells: so it is in some containers.
        return None


def _announce(name: str, config: Config, listener: socket.socket) -> None:
    server = config.server
    port = listener.getsockname()[1]
    scheme = "https" if server.ssl_cert_file else "http"
    here = server.address if server.address not in (None, "0.0.0.0", "::", "127.0.0.1") else None
    local = f"{scheme}://{_in_url(here or 'localhost')}:{port}{server.base_path}"
    click.echo(f"\n  {name} is being served. Stop with Ctrl+C.\n")
    if port != server.port and server.port:
        click.echo(f"  Port {server.port} is taken: using {port}.")
    click.echo(f"  Local URL:   {local}")
    if server.address in (None, "0.0.0.0", "::") and (outside := _outside_address()):
        click.echo(f"  Network URL: {scheme}://{outside}:{port}{server.base_path}")
    click.echo()
    if not (_has_no_screen() if server.headless is None else server.headless):
        # Opening may wait for the browser to end.
        threading.Thread(target=_open_browser, args=(local,), daemon=True).start()


def _open_browser(address: str) -> None:
    import webbrowser  # noqa: PLC0415  # 10 ms that a server without a screen need not spend

    webbrowser.open(address)


def _outside_address() -> str | None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # Nothing is sent: the system only chooses the way out.
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return None
        return str(probe.getsockname()[0])


def _has_no_screen() -> bool:
    is_linux = sys.platform.startswith("linux")
    return is_linux and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _in_url(address: str) -> str:
    return f"[{address}]" if ":" in address else address


def _shown(name: str, value: object) -> str:
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
