"""Hint: what would probably mend an error that ended a run, if that is easy to say."""

import inspect
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from ostinato.run.absent_signatures import function_of
from ostinato.run.container import elements
from ostinato.run.control import rerun, stop
from ostinato.run.traceback import user_files

IMPORTS = {
    "st": "import streamlit as st",
    "np": "import numpy as np",
    "pd": "import pandas as pd",
    "plt": "import matplotlib.pyplot as plt",
    "px": "import plotly.express as px",
    "alt": "import altair as alt",
}
"""Names that scripts give to modules, by habit."""

PACKAGES = {
    "bs4": "beautifulsoup4",
    "cv2": "opencv-python",
    "dateutil": "python-dateutil",
    "docx": "python-docx",
    "dotenv": "python-dotenv",
    "fitz": "pymupdf",
    "jwt": "pyjwt",
    "PIL": "pillow",
    "psycopg2": "psycopg2-binary",
    "serial": "pyserial",
    "skimage": "scikit-image",
    "sklearn": "scikit-learn",
    "yaml": "pyyaml",
}
"""What pip calls modules that have another name."""

_NAMES = (
    "altair bokeh duckdb geopandas httpx matplotlib numpy openpyxl pandas plotly polars pyarrow"
    " pydeck pytest redis requests scipy seaborn sqlalchemy statsmodels sympy torch xgboost"
)
KNOWN = frozenset(_NAMES.split())
"""Packages that go by the name of their module."""

SYNONYMS = {
    "callback": ("on_click", "on_change"),
    "choices": ("options",),
    "default": ("value", "index"),
}
"""What parameters are called elsewhere."""

SHORTEST = 3
"""Letters that a name and a parameter must have in common to be taken for one another."""

CONTROL = {"rerun": rerun, "stop": stop}

UNEXPECTED = re.compile(r"([\w.]+)\(\) got an unexpected keyword argument '(\w+)'")


def hint_of(error: BaseException) -> str | None:
    """Return one line of advice on an error, or None."""
    try:
        return _hint_of(error)
    except Exception:  # noqa: BLE001  (the error is what counts, whatever it is made of)
        return None


def _hint_of(error: BaseException) -> str | None:
    # Not those that a script derives: whatever is asked of them may be code of its own.
    name = getattr(error, "name", None) if type(error) in (ModuleNotFoundError, NameError) else None
    if isinstance(error, ModuleNotFoundError) and name and "." not in name:
        return _missing_module(error, name)
    if isinstance(error, NameError) and name:
        return _missing_name(name)
    if type(error) is TypeError and error.args and isinstance(error.args[0], str):
        return _unknown_argument(error, error.args[0])
    return None


def _missing_name(name: str) -> str | None:
    if name in IMPORTS:
        return f"add: {IMPORTS[name]}"
    return f"did you mean st.{name}?" if name in elements and not name.startswith("_") else None


def _missing_module(error: BaseException, name: str) -> str | None:
    """Return where a module comes from; nothing if it is one of the app's own."""
    folders = {Path(file).parent for file in user_files(error)}
    if any((folder / name).exists() or (folder / f"{name}.py").exists() for folder in folders):
        return None
    beside = {path.stem for folder in folders for path in folder.glob("*.py")}
    if name in PACKAGES or name in KNOWN:
        return f"pip install {PACKAGES.get(name, name)}"
    near = _nearest(name, beside | PACKAGES.keys() | KNOWN)
    if near is not None:
        return f"did you mean import {near}?"
    # Not to be installed unseen: others publish under names that are nearly well known.
    return f"no module {name} is installed here: if it is a package, pip installs it"


def _unknown_argument(error: BaseException, text: str) -> str | None:
    found = UNEXPECTED.match(text)
    if found is None or _is_own(error, found[1]):
        return None
    name = found[1]
    function = elements.get(name) or CONTROL.get(name) or function_of(name)
    if function is None and (function := _kind_of_column(name)) is not None:
        name = f"column_config.{name}"
    if function is None:
        return None
    parameters = inspect.signature(function).parameters
    near = _nearest(found[2], parameters) or _akin(found[2], parameters)
    if near:
        return f"did you mean {near}=? It is what st.{name} takes"
    return f"st.{name} takes {', '.join(parameters) or 'no arguments'}"


def _kind_of_column(name: str) -> Callable[..., object] | None:
    """Return a function of `st.column_config`, which whoever has called it has loaded."""
    module = sys.modules.get("ostinato.column_config")
    return getattr(module, name, None) if name.endswith("Column") else None


def _akin(name: str, parameters: Iterable[str]) -> str | None:
    """Return the parameter that a name is a synonym of, or begins like."""
    for each in parameters:
        first = each.partition("_")[0]
        is_alike = len(name) >= SHORTEST <= len(first) and (
            name.startswith(first) or each.startswith(name)
        )
        if is_alike or each in SYNONYMS.get(name, ()):
            return each
    return None


def _is_own(error: BaseException, name: str) -> bool:
    """Return whether the code that called a function has one of its own of that name."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is not None and name in trace.tb_frame.f_globals | trace.tb_frame.f_locals


def _nearest(name: str, names: Iterable[str]) -> str | None:
    from difflib import get_close_matches  # noqa: PLC0415  (needed for an error only)

    near = get_close_matches(name, names, n=1, cutoff=0.8)
    return near[0] if near else None
