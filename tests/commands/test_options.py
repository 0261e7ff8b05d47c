"""`st.get_option` and `st.set_option`: what scripts see and set of the configuration."""

from pathlib import Path

import pytest

import ostinato as st
from ostinato.config import load
from ostinato.errors import StreamlitAPIException, UnknownOption
from ostinato.testing import AppTest


@pytest.fixture(autouse=True)
def _folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)


def test_x04_an_option_has_the_value_that_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit/config.toml").write_text(
        "[server]\nport = 9000\nmaxUploadSize = 5\n[theme]\nprimaryColor = 'red'\n"
    )
    monkeypatch.setenv("STREAMLIT_SERVER_PORT", "9001")
    monkeypatch.setenv("STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL", "7")
    assert st.get_option("server.port") == 9001
    assert st.get_option("server.disconnectedSessionTTL") == 7
    assert st.get_option("server.enableCORS") is True
    assert st.get_option("theme.primaryColor") == "red"
    assert st.get_option("server.maxUploadSize") == 5


def test_x04_what_has_no_effect_is_known_and_says_so(caplog: pytest.LogCaptureFixture) -> None:
    assert st.get_option("server.agentMaxSessions") == 100
    assert st.get_option("theme.dark.sidebar.linkColor") is None
    assert (
        "the option server.agentMaxSessions of Streamlit has no effect in Ostinato" in caplog.text
    )
    assert "theme" not in caplog.text


@pytest.mark.parametrize("key", ["server.prot", "nonsense", 3, "others", "\ud800"])
def test_an_option_that_there_is_not_is_said(key: str) -> None:
    with pytest.raises(UnknownOption, match="get_option: there must be such an option, got") as e:
        st.get_option(key)
    assert isinstance(e.value, RuntimeError)
    assert ("did you mean server.port?" in str(e.value)) is (key == "server.prot")
    with pytest.raises(StreamlitAPIException, match="set_option: there must be such an option"):
        st.set_option(key, 1)


@pytest.mark.parametrize(
    "key", ["server.port", "theme.base", "runner.magicEnabled", "server.disconnectedSessionTTL"]
)
def test_x04_what_a_script_cannot_set_is_said(key: str) -> None:
    with pytest.raises(StreamlitAPIException) as caught:
        st.set_option(key, 1)
    assert str(caught.value) == (
        "set_option: a script can set client.disableDataExport, client.showErrorDetails,"
        f" client.showSidebarNavigation, client.toolbarMode, got key={key!r}: give it to the"
        f" command, as --{key}, or set it in config.toml"
    )


def test_a_value_that_does_not_fit_is_said() -> None:
    with pytest.raises(StreamlitAPIException) as caught:
        st.set_option("client.showErrorDetails", "some")
    assert str(caught.value) == (
        "set_option: client.showErrorDetails: must be one of full, stacktrace, type, none,"
        " got 'some'"
    )


def test_x04_a_run_follows_what_its_script_sets() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.set_option("client.showErrorDetails", "none")
        st.set_option("client.showSidebarNavigation", False)
        st.text(st.get_option("client.showErrorDetails"))
        st.text(st.get_option("client.showSidebarNavigation"))
        raise ValueError("inside")
    """).run()
    assert app.text.values == ["none", "False"]
    assert "inside" not in str(app.exception[0].value)


def test_an_old_way_to_say_it_is_understood() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.set_option("client.showErrorDetails", False)
        st.text(st.get_option("client.showErrorDetails"))
    """).run()
    assert app.text[0].value == "stacktrace"


def test_what_has_no_effect_is_read_as_what_it_would_be() -> None:
    environment = {
        "STREAMLIT_SERVER_ENABLE_EXPENSIVE_MEMORY_STATS": "true",
        "STREAMLIT_SERVER_WEBSOCKET_PING_INTERVAL": "much",
    }
    others = load(environment=environment).config.others
    assert others == {
        "server.enableExpensiveMemoryStats": True,
        "server.websocketPingInterval": "much",
    }
