"""`st.secrets`, as scripts and tests see it."""

import copy
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import ostinato as st
from ostinato.connections import BaseConnection
from ostinato.errors import StreamlitSecretNotFoundError
from ostinato.testing import AppTest

SECRETS: dict[str, Any] = {
    "key": "geheim-1",
    "admins": ["ann", "bob"],
    "db": {"user": "me", "password": "geheim-2", "deep": {"x": "geheim-3"}},
}


def app_of(source: str, given: dict[str, Any] | None = None) -> AppTest:
    app = AppTest.from_string(f"import streamlit as st\n{source}")
    app.secrets.update(SECRETS if given is None else given)
    return app.run()


def test_items_and_attributes_are_the_same() -> None:
    app = app_of("""
st.text(st.secrets["key"] + st.secrets.key)
db = st.secrets["db"]
st.text([db["user"], st.secrets.db.user, st.secrets.db.deep.x, db["deep"]["x"]])
st.text(["ann" in st.secrets.admins, "key" in st.secrets, "no" in st.secrets])
st.text([list(st.secrets), len(st.secrets), dict(st.secrets.db.deep), {**st.secrets.db}["user"]])
st.text([st.secrets.get("no"), st.secrets.get("no", 1), db.get("no", 2)])
st.text([hasattr(st.secrets, "no"), st.secrets.has_key("db"), st.secrets.has_key("no")])
st.text([st.secrets.to_dict() == {**st.secrets.to_dict()}, st.secrets.db.to_dict()["deep"]["x"]])
""")
    assert app.text.values == [
        "geheim-1geheim-1",
        "['me', 'me', 'geheim-3', 'geheim-3']",
        "[True, True, False]",
        "[['key', 'admins', 'db'], 3, {'x': 'geheim-3'}, 'me']",
        "[None, 1, 2]",
        "[False, True, False]",
        "[True, 'geheim-3']",
    ]


def test_x02_nothing_shows_a_value_by_itself() -> None:
    app = app_of("""
st.secrets
st.secrets.db
st.write(st.secrets, [st.secrets.db.deep])
st.json(st.secrets.db)
for each in (st.secrets, st.secrets.db, st.secrets.items(), st.secrets.db.values()):
    st.text(repr(each))
st.session_state.db = st.secrets.db
st.session_state.text = f"{st.secrets.db}"
st.secrets.db.deep.no
""")
    assert "geheim" not in repr(list(app.nodes()))
    assert app.text[1].value == "Secrets(user=..., password=..., deep=...)"
    assert app.exception[0].value.startswith('st.secrets has no attribute "no"')


def test_what_is_missing_is_told_by_its_name() -> None:
    app = app_of("""
for ask in (lambda: st.secrets["no"], lambda: st.secrets.db["no"], lambda: st.secrets[3]):
    try:
        ask()
    except KeyError as error:
        st.text(error.args[0])
try:
    st.secrets.db.no
except AttributeError as error:
    st.text(error)
""")
    assert app.text.values == [
        'st.secrets has no key "no": add it to secrets.toml',
        "st.secrets['db'] has no key \"no\": add it to secrets.toml",
        'st.secrets has no key "3": add it to secrets.toml',
        'st.secrets has no attribute "no": add it to secrets.toml',
    ]


def test_none_at_all_is_an_error_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StreamlitSecretNotFoundError, match="there is no file of secrets: write"):
        st.secrets["key"]
    with pytest.raises(StreamlitSecretNotFoundError):
        st.secrets.get("key")
    with pytest.raises(AttributeError, match="there is no file of secrets"):
        _ = st.secrets.key
    assert (repr(st.secrets), st.secrets.load_if_toml_exists()) == ("Secrets", False)


def test_none_can_be_set_and_a_copy_is_nobodys() -> None:
    app = app_of("""
st.secrets.admins.append("eve")
st.secrets.to_dict()["db"]["user"] = "eve"
st.text([st.secrets.admins, st.secrets.db.user])
for change in ('["a"] = 1', ".a = 1", ".db.a = 1", '.db["a"] = 1'):
    try:
        exec(f"st.secrets{change}")
    except TypeError as error:
        st.text(error)
""")
    assert app.text[0].value == "[['ann', 'bob'], 'me']"
    refused = "st.secrets: secrets cannot be set from here, got 'a': add it to secrets.toml"
    assert app.text.values[1:] == [refused] * 4


def test_a_section_is_stored_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".streamlit").mkdir()
    path = tmp_path / ".streamlit/secrets.toml"
    path.write_text("[db]\npassword = 'geheim'\n[db.deep]\nx = 'geheim'")
    stored = pickle.dumps(st.secrets.db.deep)
    assert b"geheim" not in stored
    assert pickle.loads(stored) == {"x": "geheim"} == copy.deepcopy(st.secrets.db.deep)


def test_a_test_has_its_own_and_may_change_them() -> None:
    app = app_of("st.text(st.secrets.to_dict())", {"a": 1})
    assert app.text[0].value == "{'a': 1}"
    app.secrets["a"] = 2
    assert app.run().text[0].value == "{'a': 2}"


def test_a_test_without_has_those_of_the_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".ostinato").mkdir()
    (tmp_path / ".ostinato/secrets.toml").write_text("OST_FILE = 'x'")
    script = tmp_path / "app.py"
    source = "import os, streamlit as st\nst.text(st.secrets.OST_FILE + os.environ['OST_FILE'])"
    script.write_text(source)
    assert AppTest.from_file(script).run().text[0].value == "xx"


def test_threads_of_a_script_have_its_secrets() -> None:
    app = app_of("""
from threading import Thread
found = []
thread = Thread(target=lambda: found.append(st.secrets.key))
thread.start()
thread.join()
st.text(found)
""")
    assert app.text[0].value == "['geheim-1']"


def test_a_program_can_add_some() -> None:
    app = app_of('st.secrets.merge_programmatic_secrets({"key": "new"})\nst.text(st.secrets.key)')
    assert app.text[0].value == "new"


@pytest.mark.parametrize(
    "ask",
    [
        lambda: st.secrets["none"],
        lambda: st.secrets.none,
        lambda: st.secrets["db"]["none"],
        lambda: st.connection("db", type=Unreachable),
        lambda: st.connection("sql"),
        lambda: st.connection("port", type="sql"),
    ],
    ids=["item", "attribute", "section", "connection", "dialect", "port"],
)
def test_x02_no_variable_of_a_frame_of_ours_holds_a_value(
    ask: Callable[[], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".streamlit").mkdir()
    address = 'username = "u"\nhost = "h"\npassword = "geheim-2"'
    (tmp_path / ".streamlit/secrets.toml").write_text(
        f'key = "geheim-1"\n[db]\npassword = "geheim-3"\n[connections.db]\n{address}\n'
        f'[connections.sql]\ndialect = "none"\n{address}\n'
        f'[connections.port]\ndialect = "postgresql"\nport = "x"\n{address}\n'
    )
    with pytest.raises(Exception) as caught:  # noqa: PT011  (any: it is about their frames)
        ask()
    trace, found = caught.value.__traceback__, [str(caught.value)]
    while trace is not None:
        if "/ostinato/" in trace.tb_frame.f_code.co_filename:
            found.append(repr(trace.tb_frame.f_locals))
        trace = trace.tb_next
    assert len(found) > 1
    assert "geheim" not in "".join(found)


class Unreachable(BaseConnection[None]):
    def _connect(self, **kwargs: object) -> None:
        raise ConnectionError
