"""Listing: every option with its value, for people and for programs."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import click

from ostinato.cli.values import shown
from ostinato.config import FOREIGN, OPTIONS, WHY, Settings
from ostinato.config.theme.names import NAMES

INDENT = 4
NARROWEST = 40
"""Columns below which words are no easier to read for being broken."""


class Row(NamedTuple):
    """An option.

    Args:
        name: Its name.
        value: What it is set to, without what is secret in it.
        origin: Where that was set.
        help: What it is for.
    """

    name: str
    value: str
    origin: str
    help: str


def all_options(settings: Settings) -> list[Row]:
    """Return every option, those of Streamlit without effect and those of themes too."""
    config = settings.config
    values = {
        **{name: option.of(config) for name, option in OPTIONS.items()},
        **{name: config.others.get(name, usual) for name, usual in FOREIGN.items()},
        **{name: config.theme.get(name) for name in NAMES},
    }
    helps = {
        **{name: option.help for name, option in OPTIONS.items()},
        **{name: f"No effect: {why}." for name, why in WHY.items()},
        **{name: meaning.help for name, meaning in NAMES.items()},
    }
    origins = settings.origins
    return [
        Row(name, shown(name, value), origins.get(name, "default"), helps[name])
        for name, value in values.items()
    ]


def as_table(rows: Sequence[Row]) -> Iterator[str]:
    """Yield a line for each option, in columns."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        *cells, last = row
        yield "  ".join([*map(str.ljust, cells, widths), last])


def for_people(rows: Sequence[Row], columns: int) -> Iterator[str]:
    """Yield lines that fit a terminal: what an option is set to, and below it what it is for.

    Words are never broken: paths and addresses are to be copied.

    Args:
        rows: The options.
        columns: How many characters a line of the terminal has.
    """
    for name, value, origin, meaning in rows:
        where = f"({origin})"
        head = name if origin == "default" else click.style(name, bold=True)
        said = f"{value}  {where}"
        if len(name) + 2 + len(said) <= columns:
            yield f"{head}  {said}"
        else:
            yield head
            fits = INDENT + len(said) <= columns
            for part in (said,) if fits else (value, where):
                yield from _wrapped(part, columns)
        yield from _wrapped(meaning, columns)


def _wrapped(text: str, columns: int) -> list[str]:
    return textwrap.wrap(
        text,
        max(columns, NARROWEST),
        initial_indent=" " * INDENT,
        subsequent_indent=" " * INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )
