"""Commands: what `ostinato` can be told to do."""

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

import click

import ostinato
from ostinato.cli.failure import Failure, meant
from ostinato.cli.flags import ConfigurableCommand, listening, spelt_out
from ostinato.cli.scripts import find_script, nearest_script
from ostinato.cli.serving import load_settings, run_server
from ostinato.cli.values import shown
from ostinato.compat import SHIM
from ostinato.config import OPTIONS

HELLO = Path(ostinato.__file__).with_name("hello.py")

TYPES = """\
"import streamlit" is found in this folder, unless the real one is installed:

  {folder}

mypy:             PYTHONPATH={folder} mypy app.py
pyright, Pylance: add it to "extraPaths"
"""


ANY_SCRIPT = "path/to/app.py"
"""What is suggested in place of a script that is not there."""


class Commands(click.Group):
    """Commands of which a name that is none suggests what was meant."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the first argument names."""
        name, *rest = args
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            if name.endswith(".py") or Path(name).exists():
                words = ["run", *_with_script(args)]
            else:
                near = get_close_matches(name, self.commands, n=1)
                rest = _with_script(rest) if near == ["run"] else rest
                words = [*near, *rest] if near else ["--help"]
            raise Failure(f"ostinato: no such command, got {name!r}: {meant(*words)}")
        return super().resolve_command(ctx, args)


def _with_script(args: Sequence[str]) -> list[str]:
    """Return arguments of `run` that begin with a script that is there, or with one to fill in."""
    if not args or args[0].startswith("-"):
        return [*args]
    path = Path(args[0])
    script = str(path) if path.exists() else nearest_script(path) or ANY_SCRIPT
    return [script, *args[1:]]


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(ostinato.__version__, message="ostinato %(version)s")
def main() -> None:
    """Turn Python scripts into interactive web apps."""


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
    run_server(find_script(script), arguments, flags | spelt_out(short))


@listening
@main.command(cls=ConfigurableCommand)
@click.pass_obj
def hello(flags: dict[str, str], /, **short: str | bool | None) -> None:
    """Serve a small tour of what works."""
    run_server(HELLO, (), flags | spelt_out(short), Path.cwd())


@main.group()
def config() -> None:
    """Look at the configuration."""


@config.command(cls=ConfigurableCommand)
@click.pass_obj
def show(flags: dict[str, str]) -> None:
    """Print every option: its value, where that was set, and what it is for."""
    settings = load_settings(flags, Path.cwd())
    rows = [
        (name, shown(name, option.of(settings.config)), settings.origins.get(name, "default"))
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
