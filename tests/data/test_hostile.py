"""Hostile: values that raise when they are asked, and odd texts, are shown all the same."""

import pytest

from ostinato.testing import AppTest

CLASSES = """
import datetime as dt, decimal, enum
import numpy as np, pandas as pd
import ostinato as st

class Proxy:
    def __getattr__(self, name): raise RuntimeError("no context")
    @property
    def __class__(self): raise RuntimeError("no context")

class Closed:
    def __getattribute__(self, name): raise RuntimeError("closed")

class Whole(int):
    def __int__(self): raise RuntimeError("none")

class Part(float):
    def __float__(self): raise RuntimeError("none")

class Text(str):
    def __str__(self): raise RuntimeError("none")

class Fields(dict):
    def __iter__(self): raise RuntimeError("none")
    def keys(self): raise RuntimeError("none")

class Items(list):
    def __iter__(self): raise RuntimeError("none")

class Choice(enum.Enum):
    A = 1
    def __str__(self): raise RuntimeError("none")

class Zone(dt.tzinfo):
    def utcoffset(self, moment): raise RuntimeError("none")

objects = lambda *values: pd.Series(values, dtype=object)
"""
DATA = {
    "a proxy": "[{'a': Proxy()}, {'a': Proxy()}]",
    "proxies": "[Proxy(), 1]",
    "a dict with one": "{'a': Proxy(), 'b': 1}",
    "columns of them": "{'a': [Proxy(), Closed()]}",
    "closed": "[{'a': Closed()}]",
    "no number": "[{'a': Whole(3), 'b': Part(1.5)}]",
    "objects": "pd.DataFrame({'a': objects(Whole(3))})",
    "no text": "[{'a': Text('x')}]",
    "no fields": "[{'a': Fields(b=1)}]",
    "rows without fields": "[Fields(b=1)]",
    "no items": "[{'a': Items([1])}]",
    "rows without items": "[Items([1])]",
    "no name": "[{'a': Choice.A}]",
    "no time": "[{'a': dt.datetime(2020, 1, 1, tzinfo=Zone())}]",
    "half a character": "[{'\\ud800': '\\udfff'}]",
    "a column called so": "{'\\ud800': [1, 2]}",
    "a series called so": "pd.Series([1], name='\\ud800')",
    "an index called so": "pd.DataFrame({'a': [1]}, index=pd.Index(['x'], name='\\ud800'))",
    "a frame": "objects('\\udfff').to_frame().set_axis(pd.Index(objects('\\ud800')), axis=1)",
    "categories": "pd.DataFrame({'a': pd.Categorical(objects('\\udfff', 'b'))})",
    "lists": "[{'a': ['\\ud800']}]",
}


@pytest.mark.parametrize("data", DATA.values(), ids=DATA)
def test_v01_no_value_is_an_error(data: str) -> None:
    script = (
        CLASSES
        + f"""
st.dataframe({data})
st.table({data})
st.data_editor({data})
st.write({data})
st.text("end")
"""
    )
    app = AppTest.from_string(script).run()
    assert not app.exception
    assert app.text[0].value == "end"
