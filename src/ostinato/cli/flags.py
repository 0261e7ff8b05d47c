"""Flags: options of the configuration, and their short forms, on the command line."""

import re
from collections.abc import Mapping, Sequence

import click

from ostinato.cli.failure import Failure
from ostinato.config import OPTIONS

SHORT_FORMS = {
    "port": "server.port",
    "address": "server.address",
    "headless": "server.headless",
    "workers": "server.workers",
    "store": "session.store",
    "store_required": "session.storeRequired",
}
"""Options that have a name of their own on the command line."""

_FLAG = re.compile(r"--(\w+(?:\.\w+)+)(?:=(.*))?", re.DOTALL)


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


def spelt_out(short: Mapping[str, str | bool | None]) -> dict[str, str]:
    """Return the options that short forms stand for."""
    given = {name: str(value) for name, value in short.items() if value is not None}
    return {SHORT_FORMS[name]: value for name, value in given.items()}
