"""`st.connection`: which class it makes, how often, and with what."""

import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

import pytest
from pandas.errors import DatabaseError
from sqlalchemy import event, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool, StaticPool

import ostinato as st
from ostinato.config import Config, load
from ostinato.config.secrets import SecretFiles
from ostinato.connections import BaseConnection, SnowflakeConnection, SQLConnection, sql
from ostinato.errors import StreamlitAPIException
from ostinato.run.surroundings import Surroundings, serving
from ostinato.testing import AppTest


class Made(BaseConnection[object]):
    made: list[dict[str, Any]] = []

    def _connect(self, **kwargs: Any) -> object:
        self.made.append({**self._secrets, **kwargs})
        return object()

    def held(self) -> object:
        return self._instance


class OfSession(Made):
    @classmethod
    def scope(cls) -> Literal["global", "session"]:
        return "session"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sql, "PAUSE", 0.0)
    st.cache_resource.clear()
    st.cache_data.clear()
    Made.made.clear()
    return tmp_path


def write(folder: Path, secrets: str) -> None:
    (folder / ".streamlit").mkdir(exist_ok=True)
    (folder / ".streamlit/secrets.toml").write_text(secrets)


def test_x06_equal_calls_share_one_connection(folder: Path) -> None:
    write(folder, "[connections.x]\nhost = 'there'\nuser = 'me'")
    one = st.connection("x", type=Made, user="you")
    assert st.connection("x", type=Made, user="you") is one
    assert st.connection("x", type=Made, user="they") is not one
    assert Made.made == [
        {"host": "there", "user": "you"},
        {"host": "there", "user": "they"},
    ]
    held = one.held()
    assert one.held() is held
    one.reset()
    assert one.held() is not held


SCRIPT = """
import ostinato as st
from {module} import {kind}
made = st.connection("x", type={kind})
st.text(id(made.held()))
"""


def test_x06_other_secrets_make_it_connect_again() -> None:
    app = AppTest.from_string(SCRIPT.format(module=__name__, kind="Made"))
    for host in ("one", "two", "two"):
        app.secrets["connections"] = {"x": {"host": host}}
        app.run()
        assert not app.exception
    assert [each["host"] for each in Made.made] == ["one", "two"]


@pytest.mark.parametrize(
    ("lives", "arguments", "made"), [("0", {}, 2), ("3600", {}, 1), ("0", {"ttl": None}, 1)]
)
def test_x06_an_option_says_how_long_a_connection_lives_that_is_given_no_ttl(
    monkeypatch: pytest.MonkeyPatch, lives: str, arguments: dict[str, Any], made: int
) -> None:
    loaded = load(environment={"STREAMLIT_RUNNER_CONNECTION_DEFAULT_TTL": lives}, files=[])
    assert loaded.notes == []
    around = Surroundings(loaded.config, SecretFiles())
    token = serving.set(around)
    try:
        for _ in range(2):
            st.connection("x", type=Made, **arguments)
    finally:
        serving.reset(token)
    assert len(Made.made) == made


def test_a_connection_of_a_session_is_that_of_all_its_runs() -> None:
    app = AppTest.from_string(SCRIPT.format(module=__name__, kind="OfSession"))
    first = app.run().text[0].value
    assert app.run().text[0].value == first
    assert len(Made.made) == 1


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("x",), "connection 'x': its type must be known: pass type=, or write type = ... in"),
        (("x", "nope"), "type must be one of snowflake, sql, a class, or the dotted path of one"),
        (("x", "snowpark"), "got type='snowpark': it has become snowflake"),
        (("x", "json.Nope"), "type must be the path of a class, got type='json.Nope': json has no"),
        (("x", "json.JSONDecoder"), "type must be a class that extends st.connections.BaseConn"),
        (("x", int), "type must be a class that extends st.connections.BaseConnection, got <class"),
        ((3,), "connection: name must be text, got name=3"),
        (("sql",), "connection 'sql': a url, or dialect, username, host, must be given, without d"),
    ],
)
def test_x06_what_cannot_be_connected_is_said(arguments: tuple[Any, ...], problem: str) -> None:
    with pytest.raises(StreamlitAPIException) as caught:
        st.connection(*arguments)
    assert problem in str(caught.value)


def test_a_class_may_be_the_first_thing_that_needs_connections() -> None:
    code = "import ostinato as st\nclass Own(st.connections.BaseConnection[int]): pass\nprint(Own)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "__main__.Own" in done.stdout, done.stderr


def test_the_type_may_stand_in_the_secrets_or_be_a_path(folder: Path) -> None:
    write(folder, "[connections.pets]\ntype = 'sql'\nurl = 'sqlite://'")
    assert isinstance(st.connection("pets"), SQLConnection)
    path = "streamlit.connections.SQLConnection"
    with_path = AppTest.from_string(f"""
        import streamlit as st
        from streamlit.connections import SQLConnection
        pets = st.connection("pets", type="{path}", url="sqlite://")
        st.text([isinstance(pets, SQLConnection), pets.driver])
    """).run()
    assert with_path.text[0].value == "[True, 'pysqlite']"


def test_x06_a_database_is_asked_and_written_to(folder: Path) -> None:
    db = st.connection("sql", dialect="sqlite", database="pets.db")
    with db.session as session:
        session.execute(text("create table pets (name text, owner text)"))
        session.execute(text("insert into pets values ('Rex', 'Ann'), ('Tom', 'Bob')"))
        session.commit()
    found = db.query("select name from pets where owner = :owner", params={"owner": "Bob"})
    assert found.to_dict("list") == {"name": ["Tom"]}
    chunks = db.query("select * from pets", chunksize=1)
    assert [len(chunk) for chunk in chunks] == [1, 1]
    with db.connect() as connection:
        assert connection.execute(text("select count(*) from pets")).scalar() == 2
    assert (db.engine.name, db.driver) == ("sqlite", "pysqlite")


def test_options_of_the_engine_are_passed_on(folder: Path) -> None:
    options = "[connections.sql.create_engine_kwargs]\necho = true"
    write(folder, f"[connections.sql]\nurl = 'sqlite:///x.db'\n{options}")
    db = st.connection("sql", autocommit=True, poolclass=NullPool)
    assert (db.engine.echo, type(db.engine.pool)) == (True, NullPool)
    for statement in ("create table t (n int)", "insert into t values (1)"):
        with db.connect() as connection:
            connection.execute(text(statement))
    with db.connect() as connection:
        assert connection.execute(text("select n from t")).scalar() == 1


def test_x06_what_is_wrong_with_a_query_is_said_once_and_a_lost_connection_is_made_again() -> None:
    db = st.connection("sql", url="sqlite://")
    asked: list[str] = []
    event.listen(db.engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
    with pytest.raises(DatabaseError, match="no such table"):
        db.query("select * from nope")
    assert len(asked) == 1
    connects: list[int] = []

    def lost(*_: object) -> None:
        connects.append(1)
        raise OperationalError("connect", None, Exception("server is away"))

    lonely = st.connection("sql", url="sqlite:///lonely.db")
    lonely.connect = lost
    with pytest.raises(OperationalError, match="server is away"):
        lonely.query("select 1")
    assert len(connects) == 3


@pytest.mark.parametrize(
    "given",
    [
        {"url": "no url geheim"},
        {"url": "postgresql://me:geheim@host:port/x"},
        {"dialect": "postgresql", "password": "geheim"},
    ],
)
def test_x02_what_a_database_cannot_be_reached_by_is_not_quoted(given: dict[str, Any]) -> None:
    with pytest.raises(StreamlitAPIException) as caught:
        st.connection("sql", **given)
    assert "geheim" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert "geheim" not in repr(caught.value.__context__)


def test_a_package_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ModuleNotFoundError, match="run pip install snowflake-connector-python"):
        st.connection("snowflake")
    code = (
        "import sys; sys.modules['sqlalchemy'] = None; import ostinato; ostinato.connection('sql')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (
        "needs sqlalchemy, which is not installed: run pip install sqlalchemy pandas" in done.stderr
    )


def test_snowflake_is_reached_by_its_own_package(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    write(folder, "[connections.snowflake]\naccount = 'a'\npassword = 'p'")
    asked: list[Any] = []

    class Cursor:
        def __enter__(self) -> "Cursor":
            return self

        def __exit__(self, *_: object) -> None:
            asked.append("closed")

        def execute(self, sql: str, params: Any = None) -> None:
            asked.append((sql, params))

        def fetch_pandas_all(self) -> str:
            return "a table"

    class Connection:
        def __init__(self, **given: Any) -> None:
            asked.append(given)

        def cursor(self) -> Cursor:
            return Cursor()

    package, connector = ModuleType("snowflake"), ModuleType("snowflake.connector")
    connector.connect = Connection  # type: ignore[attr-defined]
    package.connector = connector  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "snowflake", package)
    monkeypatch.setitem(sys.modules, "snowflake.connector", connector)
    warehouse = st.connection("snowflake", account="b")
    assert isinstance(warehouse, SnowflakeConnection)
    assert warehouse.query("select 1", params=[2]) == "a table"
    assert asked == [{"account": "b", "password": "p"}, ("select 1", [2]), "closed"]
    assert isinstance(warehouse.raw_connection, Connection)

    def write_pandas(**given: Any) -> tuple[bool, int, int, list[str]]:
        asked.append(given)
        return True, 1, 3, []

    tools = ModuleType("snowflake.connector.pandas_tools")
    tools.write_pandas = write_pandas  # type: ignore[attr-defined]
    connector.pandas_tools = tools  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "snowflake.connector.pandas_tools", tools)
    assert warehouse.write_pandas("a table", "PETS", schema="S", overwrite=True) == (True, 1, 3)
    assert asked[-1] == {
        "conn": warehouse.raw_connection,
        "df": "a table",
        "table_name": "PETS",
        "database": None,
        "schema": "S",
        "chunk_size": None,
        "overwrite": True,
    }
    with pytest.raises(ModuleNotFoundError, match="run pip install snowflake-snowpark-python"):
        warehouse.session()
    snowpark = ModuleType("snowflake.snowpark")
    snowpark.Session = Sessions()  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "snowflake.snowpark", snowpark)
    assert warehouse.session() == [{"connection": warehouse.raw_connection}]


class Sessions:
    """What makes sessions of Snowpark."""

    def __init__(self) -> None:
        self.builder, self.given = self, list[Any]()

    def configs(self, given: dict[str, Any]) -> "Sessions":
        self.given.append(given)
        return self

    def create(self) -> list[Any]:
        return self.given


def test_x06_answers_are_kept_as_long_as_is_said_and_connections_closed_when_they_go() -> None:
    db = st.connection("sql", url="sqlite://", max_entries=1)
    asked: list[str] = []
    event.listen(db.engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
    for _ in range(2):
        assert db.query("select 1 as n").to_dict("list") == {"n": [1]}
    assert len(asked) == 1
    db.query("select 1 as n", ttl=0.0)
    assert len(asked) == 2
    pool = db.engine.pool
    st.connection("sql", url="sqlite:///other.db", max_entries=1)
    assert db.engine.pool is not pool


class Login:
    def __init__(self) -> None:
        self.closed = 0

    def close(self) -> None:
        self.closed += 1


class Warehouse(SnowflakeConnection):
    def _connect(self, **kwargs: Any) -> Any:
        return Login()


@pytest.mark.parametrize("event", ["reset", "secrets", "cleared"])
def test_x06_a_connection_that_is_made_again_lets_go_of_the_one_before(event: str) -> None:
    files = SecretFiles([], {"connections": {"x": {"host": "one"}}})
    token = serving.set(Surroundings(Config(), files))
    try:
        warehouse = st.connection("x", type=Warehouse)
        before = warehouse.raw_connection
        if event == "reset":
            warehouse.reset()
        elif event == "secrets":
            files.merge({"connections": {"x": {"host": "two"}}})
        else:
            st.cache_resource.clear()
        assert warehouse.raw_connection is not before
        assert before.closed == 1
        assert warehouse.raw_connection.closed == 0
    finally:
        serving.reset(token)


def test_x06_what_cannot_be_let_go_of_is_logged_and_made_again(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    warehouse = st.connection("x", type=Warehouse)
    before = warehouse.raw_connection
    monkeypatch.setattr(Login, "close", lambda self: 1 / 0)
    warehouse.reset()
    monkeypatch.undo()
    assert warehouse.raw_connection is not before
    assert "Warehouse: on_release failed" in caplog.text


class OfOne(SQLConnection):
    @classmethod
    def scope(cls) -> Literal["global", "session"]:
        return "session"

    def _connect(self, **kwargs: Any) -> Any:
        found = super()._connect(url="sqlite://", poolclass=StaticPool)
        with found.begin() as connection:
            connection.execute(text("create table people (name)"))
            name = {"name": st.session_state.name}
            connection.execute(text("insert into people values (:name)"), name)
        return found


def test_x06_what_one_session_has_asked_of_its_own_connection_no_other_is_given() -> None:
    found = []
    for name in ("Ann", "Bob"):
        app = AppTest.from_string(f"""
import ostinato as st
from {__name__} import OfOne
people = st.connection("people", type=OfOne)
st.text([people.query("select * from people").name[0] for _ in range(2)])
""")
        app.session_state.name = name
        found += app.run().text.values
    assert found == ["['Ann', 'Ann']", "['Bob', 'Bob']"]


def test_x06_answers_to_connections_with_other_arguments_are_others() -> None:
    one, other = (
        st.connection("sql", url="sqlite://", poolclass=StaticPool, pool_recycle=seconds)
        for seconds in (1000, 2000)
    )
    for number, each in enumerate((one, other)):
        with each.engine.begin() as connection:
            connection.execute(text(f"create view numbers as select {number} as n"))
    assert [each.query("select * from numbers").n[0] for each in (one, other)] == [0, 1]
