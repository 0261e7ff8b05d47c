"""Flags: options of the configuration, and their short forms, on the command line."""

import re
from collections.abc import Mapping, Sequence

import click
from click.shell_completion import CompletionItem

from ostinato.cli.completion import PENDING, complete_store, flags_like, values_like
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
        if ctx.resilient_parsing:
            args = _without_pending(ctx, args)
        ctx.obj, rest = split_flags(args)
        try:
            return super().parse_args(ctx, rest)
        except click.UsageError as error:
            raise Failure(f"{ctx.command_path}: {error.format_message()}") from None

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Offer the options of the configuration beside the command's own, or their values."""
        if PENDING in ctx.meta and not incomplete.startswith("-"):
            return values_like(ctx.meta[PENDING], incomplete)
        own = super().shell_complete(ctx, incomplete)
        return [*own, *flags_like(incomplete)] if incomplete.startswith("--") else own


def _without_pending(ctx: click.Context, args: list[str]) -> list[str]:
    """Take an option that has no value yet off the end of a line, and note it."""
    rest = args[:-1] if args[-1:] == ["="] else args
    given = rest[: rest.index("--")] if "--" in rest else rest
    match = _FLAG.fullmatch(given[-1]) if given and given == rest else None
    before = given[-2] if len(given) > 1 else ""
    # What follows an option without a value is that value, however it looks.
    is_value = (was := _FLAG.fullmatch(before)) is not None and was[2] is None
    if match is None or match[2] is not None or is_value:
        return rest
    ctx.meta[PENDING] = match[1]
    return rest[:-1]


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
        click.Option(["--port"], metavar="NUMBER", help="Port to listen on."),
        click.Option(["--address"], help="Address to listen on."),
        click.Option(["--headless"], is_flag=True, default=None, help="Open no browser."),
        click.Option(
            ["--workers"], metavar="NUMBER", help="Processes that serve the app, on one port."
        ),
        click.Option(
            ["--store"],
            metavar="URL",
            help="Where sessions are kept: sqlite, memory, redis://...",
            shell_complete=complete_store,
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
