"""Findings: what was looked at, how it is, and what to do about it."""

import json
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

import click

import ostinato

Level = Literal["ok", "warning", "wrong"]

COLOURS = {"ok": "green", "warning": "yellow", "wrong": "red"}
WIDTH = 100
INDENT = " " * 23


class Finding(NamedTuple):
    """One thing that was looked at.

    Args:
        check: What.
        level: How it is.
        text: What was found.
        advice: What to do.
    """

    check: str
    level: Level
    text: str
    advice: str = ""


def ok(check: str, text: str) -> Finding:
    """Return that something is as it should be."""
    return Finding(check, "ok", text)


def warning(check: str, text: str, advice: str) -> Finding:
    """Return that something may become a problem, and what to do."""
    return Finding(check, "warning", text, advice)


def wrong(check: str, text: str, advice: str) -> Finding:
    """Return that something does not work, and what to do."""
    return Finding(check, "wrong", text, advice)


def of_error(check: str, error: Exception) -> Finding:
    """Return an error of ours as a finding: what follows its last colon is what to do."""
    text, _, advice = str(error).rpartition(": ")
    if ": " not in text:
        return wrong(check, str(error), "mend that first")
    return wrong(check, text, advice)


def report(findings: Iterable[Finding], *, is_json: bool) -> bool:
    """Print findings, each as soon as it is there, and return whether none is wrong."""
    found: list[Finding] = []
    for each in findings:
        found.append(each)
        if not is_json:
            for line in _lines(each):
                click.echo(line)
    if is_json:
        click.echo(_json(found))
    else:
        click.echo(f"\n  {_summary(found)}")
    return all(each.level != "wrong" for each in found)


def _lines(finding: Finding) -> Iterator[str]:
    label = click.style(f"{finding.level:<8}", fg=COLOURS[finding.level])
    first, *rest = _wrapped(finding.text, INDENT, INDENT)
    yield f"  {label} {finding.check:<11} {first.strip()}"
    yield from rest
    yield from _wrapped(finding.advice, f"{INDENT}-> ", f"{INDENT}   ") if finding.advice else ()


def _wrapped(text: str, first: str, others: str) -> list[str]:
    """Break a text between words: paths and commands are to be copied.

    What servers say is shown as text, whatever a terminal would make of it.
    """
    return textwrap.wrap(
        "".join(each if each.isprintable() else "\ufffd" for each in text),
        WIDTH,
        initial_indent=first,
        subsequent_indent=others,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _json(found: Sequence[Finding]) -> str:
    is_well = all(each.level != "wrong" for each in found)
    rows = [each._asdict() for each in found]
    return json.dumps({"version": ostinato.__version__, "ok": is_well, "findings": rows}, indent=2)


def _summary(found: Sequence[Finding]) -> str:
    bad, doubtful = (sum(each.level == level for each in found) for level in ("wrong", "warning"))
    if not bad and not doubtful:
        return "All is well."
    counts = [f"{bad} wrong" if bad else "Nothing is wrong"]
    counts += [f"{doubtful} warning{'s' if doubtful > 1 else ''}"] if doubtful else []
    return f"{', '.join(counts)}."
