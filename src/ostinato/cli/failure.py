"""Failure: how a command says that it cannot be done."""

import shlex

import click


class Failure(click.ClickException):
    """A sentence for the person at the terminal."""

    exit_code = 2


def meant(*words: str) -> str:
    """Ask whether another command was meant."""
    return f'did you mean "ostinato {shlex.join(words)}"?'
