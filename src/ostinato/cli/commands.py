"""Commands: what `ostinato` can be told to do."""

import sys
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from itertools import chain
from pathlib import Path
from shutil import get_terminal_size

import click

import ostinato
from ostinato.cli.completion import (
    SHELLS,
    complete_folder,
    complete_script,
    complete_value,
    completion_script,
)
from ostinato.cli.failure import Failure, meant
from ostinato.cli.flags import ConfigurableCommand, listening, spelt_out
from ostinato.cli.listing import all_options, as_table, for_people
from ostinato.cli.scripts import find_script, nearest_script, only_script
from ostinato.cli.serving import load_settings, run_server
from ostinato.cli.starting import next_steps, origin, start_app
from ostinato.compat import SHIM

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
        is_unknown = self.get_command(ctx, name) is None and not name.startswith("-")
        if is_unknown and not ctx.resilient_parsing:
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
@click.argument("script", default=".", shell_complete=complete_script)
@click.argument("arguments", nargs=-1, shell_complete=complete_value)
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


@main.command()
@click.argument(
    "folder", default=".", type=click.Path(path_type=Path), shell_complete=complete_folder
)
def init(folder: Path) -> None:
    """Make a new app in FOLDER, or here: with state, a form, a chart, a table and a test.

    It can be served, tested and put into a container as it is. Nothing is ever overwritten.
    """
    for path in start_app(folder):
        click.echo(f"  made {path}")
    click.echo("\n  Next:\n")
    for line in next_steps(folder):
        click.echo(f"    {line}")
    if fetch := origin().fetch:
        click.echo(f"\n  Before it is deployed, it needs a wheel of Ostinato: {fetch}")
    click.echo("\n  README.md has the rest.")


@listening
@main.command(cls=ConfigurableCommand)
@click.argument("script", required=False, shell_complete=complete_script)
@click.option("--url", metavar="URL", help="Ask an app that is served there, as a browser does.")
@click.option("--json", "is_json", is_flag=True, help="Print what was found as JSON.")
@click.pass_obj
def doctor(
    flags: dict[str, str],
    /,
    script: str | None,
    url: str | None,
    is_json: bool,
    **short: str | bool | None,
) -> None:
    """Look for what is wrong with SCRIPT, its store, this machine, or a deployment.

    Options are those that the server is given. With --url the app there is asked, through every
    proxy before it, and this machine is looked at only if there is a SCRIPT as well. Ends with
    status 1 if something is wrong.
    """
    # Its parts are of no use to a server, and take time to load.
    from ostinato.cli import doctor as doctor_  # noqa: PLC0415

    found: list[Iterable[doctor_.Finding]] = []
    if script or url is None:
        path = find_script(script, "doctor") if script else only_script(Path())
        folder = path.parent if path else Path.cwd()
        found.append(doctor_.examine_app(path, folder, flags | spelt_out(short)))
    if url is not None:
        found.append(doctor_.examine_deployment(url))
    if not doctor_.report(chain.from_iterable(found), is_json=is_json):
        raise SystemExit(1)


@main.group()
def config() -> None:
    """Look at the configuration."""


@config.command(cls=ConfigurableCommand)
@click.pass_obj
def show(flags: dict[str, str]) -> None:
    """Print every option: its value, where that was set, and what it is for.

    Those of Streamlit that have no effect are among them, with the reason. Where it goes to another
    program or a file, each is one line.
    """
    rows = all_options(load_settings(flags, Path.cwd()))
    is_terminal = sys.stdout.isatty()
    for line in for_people(rows, get_terminal_size().columns) if is_terminal else as_table(rows):
        click.echo(line)


@main.command()
def version() -> None:
    """Print the version."""
    click.echo(f"ostinato {ostinato.__version__}")


@main.command()
@click.argument("shell", required=False, type=click.Choice(SHELLS))
def completion(shell: str | None) -> None:
    """Print what has bash, zsh or fish complete this command.

    \b
    bash: write  eval "$(ostinato completion bash)"  into ~/.bashrc
    zsh:  write  eval "$(ostinato completion zsh)"  into ~/.zshrc
    fish: ostinato completion fish > ~/.config/fish/completions/ostinato.fish
    """  # noqa: D301  (a mark of Click's)
    click.echo(completion_script(shell))


@main.command()
def types() -> None:
    """Print how type checkers find the names of Streamlit."""
    click.echo(TYPES.format(folder=SHIM))
