"""Misnamed: what a developer is told in the log of a call that runs, but does not what it says.

Streamlit ignores it without a word, so it is no error. Each sentence is said once.
"""

import functools
import re
from collections.abc import Iterable

from ostinato.run.absent import tell

MOST_NAMES = 20
"""Names of columns that are listed."""


def tell_misnamed(who: str, argument: str, names: Iterable[object], known: Iterable[str]) -> None:
    """Tell of names that no column has.

    Args:
        who: The element.
        argument: What has the names.
        names: Those that no column has.
        known: Those of the columns.
    """
    columns = tuple(dict.fromkeys(known))
    listed = ", ".join(map(repr, columns[:MOST_NAMES]))
    more = f" and {len(columns) - MOST_NAMES} more" if len(columns) > MOST_NAMES else ""
    for name in names:
        meant = _meant(str(name), columns)
        guess = "" if meant is None else f": did you mean {meant!r}?"
        tell(
            f"{who}: there is no column {name!r:.100}, which {argument} names, and so nothing is"
            f" done with it{guess} (there is {listed}{more})"
        )


@functools.lru_cache(1000)
def _meant(name: str, columns: tuple[str, ...]) -> str | None:
    """Return the column that a name was meant for. To guess it takes time, which no rerun has."""
    from difflib import get_close_matches  # noqa: PLC0415  (needed for a notice only)

    by_letters = {column.casefold(): column for column in columns}
    near = get_close_matches(name.casefold(), by_letters, n=1)
    return by_letters[near[0]] if near else None


def tell_format(who: str, format: str) -> None:
    """Tell of a format of numbers in the manner of `str.format`, which is shown as it stands."""
    if "%" in format or not re.search(r"\{[^{}]*\}", format):
        return
    likely = re.sub(r"\{[^{}:]*:?(,?)(\.\d+)?([dfeg]?)[^{}]*\}", _in_printf, format)
    tell(
        f'{who}: format is in the manner of printf, or a name such as "dollar", got'
        f" format={format!r:.100}, which each cell shows as it stands: write {likely!r:.100}"
    )


def _in_printf(found: "re.Match[str]") -> str:
    thousands, digits, kind = found.groups()
    return f"%{thousands}{digits or ''}{kind or ('f' if digits else 'd')}"


_OF_BROWSERS = re.compile(r"\\[pPuc]|\(\?<")
"""What browsers know and Python does not."""


def tell_pattern(who: str, pattern: str) -> None:
    """Tell of a pattern that is no regular expression: nothing can be entered then."""
    try:
        re.compile(pattern)
    except re.error as error:
        if not _OF_BROWSERS.search(pattern):
            tell(
                f"{who}: validate must be a regular expression, got validate={pattern!r:.100}:"
                f" {error}: nothing can be entered in this column"
            )
