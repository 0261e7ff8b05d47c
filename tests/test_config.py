import json
from pathlib import Path

import pytest

from ostinato.config import OPTIONS, Config, ConfigFile, config_files, environment_names, load
from ostinato.errors import ConfigError


def file(text: str, path: str = "/app/.ostinato/config.toml") -> ConfigFile:
    return ConfigFile(Path(path), text)


def test_without_any_input_every_option_has_its_default():
    settings = load()
    assert settings.config == Config()
    assert settings.config.server.port == 8501
    assert settings.origins == {}
    assert settings.notes == []


@pytest.mark.parametrize(
    ("given", "port", "origin"),
    [
        (("flag", "ours", "theirs", "near", "far"), 1, "--server.port"),
        (("ours", "theirs", "near", "far"), 2, "OSTINATO_SERVER_PORT"),
        (("theirs", "near", "far"), 3, "STREAMLIT_SERVER_PORT"),
        (("near", "far"), 4, "/app/.ostinato/config.toml"),
        (("far",), 5, "/home/.streamlit/config.toml"),
    ],
)
def test_the_nearest_place_wins(given, port, origin):
    variables = {"ours": ("OSTINATO_SERVER_PORT", "2"), "theirs": ("STREAMLIT_SERVER_PORT", "3")}
    files = {
        "near": file("[server]\nport = 4"),
        "far": file("[server]\nport = 5", "/home/.streamlit/config.toml"),
    }
    settings = load(
        flags={"server.port": "1"} if "flag" in given else {},
        environment=dict(variables[name] for name in given if name in variables),
        files=[files[name] for name in given if name in files],
    )
    assert settings.config.server.port == port
    assert settings.origins == {"server.port": origin}


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("server.headless", "true", True),
        ("server.headless", "False", False),
        ("server.address", "0.0.0.0", "0.0.0.0"),
        ("runner.clickGrace", "2", 2.0),
        (
            "server.corsAllowedOrigins",
            "https://a.example, https://b.example",
            ["https://a.example", "https://b.example"],
        ),
        ("server.enableCORS", "false", False),
        ("server.runOnSave", "auto", "auto"),
        ("server.runOnSave", "True", True),
        ("server.runOnSave", "false", False),
        ("server.allowedHosts", "a.example, *.b.example,::1", ["a.example", "*.b.example", "::1"]),
        ("server.frameAncestors", "https://*.a.example:*,self", ["https://*.a.example:*", "self"]),
        ("client.showErrorDetails", "true", "full"),
        ("client.showErrorDetails", "False", "stacktrace"),
        ("client.showErrorDetails", "type", "type"),
        ("server.disconnectedSessionTTL", "5", 5.0),
    ],
)
def test_text_becomes_a_value_of_the_option_s_type(name, text, value):
    option = OPTIONS[{"server.disconnectedSessionTTL": "session.idle"}.get(name, name)]
    assert option.of(load(flags={name: text}).config) == value
    for variable in environment_names(name):
        assert option.of(load(environment={variable: text}).config) == value


def test_files_hold_typed_values():
    config = load(
        files=[
            file(
                '[server]\ncorsAllowedOrigins = ["https://a.example"]\n'
                "[client]\nshowErrorDetails = false\n[session]\nidle = 3"
            )
        ]
    ).config
    assert config.server.cors_allowed_origins == ["https://a.example"]
    assert config.client.show_error_details == "stacktrace"
    assert config.session.idle == 3.0


@pytest.mark.parametrize(
    ("inputs", "sentence"),
    [
        (
            {"flags": {"server.prot": "80"}},
            "server.prot: unknown option, from --server.prot: did you mean server.port?",
        ),
        (
            {"environment": {"OSTINATO_SERVER_PROT": "80"}},
            "OSTINATO_SERVER_PROT: unknown option in the environment: "
            "did you mean OSTINATO_SERVER_PORT?",
        ),
        (
            {"files": [file("[server]\nprot = 80")]},
            "server.prot: unknown option, from /app/.ostinato/config.toml: "
            "did you mean server.port?",
        ),
        (
            {"flags": {"zzz.qqq": "80"}},
            "zzz.qqq: unknown option, from --zzz.qqq",
        ),
        (
            {"environment": {"STREAMLIT_SERVER_PORT": "abc"}},
            "server.port: must be int, got 'abc': correct STREAMLIT_SERVER_PORT",
        ),
        (
            {"flags": {"server.port": "70000"}},
            "server.port: must be int <= 65535, got '70000': correct --server.port",
        ),
        (
            {"files": [file('[client]\ntoolbarMode = "big"')]},
            "client.toolbarMode: must be one of auto, developer, viewer, minimal, got 'big': "
            "correct /app/.ostinato/config.toml",
        ),
        (
            {"files": [file("[client]\nshowErrorDetails = [1]")]},
            "client.showErrorDetails: must be one of full, stacktrace, type, none, got [1]: "
            "correct /app/.ostinato/config.toml",
        ),
        (
            {"flags": {"server.runOnSave": "perhaps"}},
            "server.runOnSave: must be one of true, false, auto, got 'perhaps': correct --server.",
        ),
        *[
            (
                {"flags": {"server.allowedHosts": host}},
                f"server.allowedHosts: each must be a name or an address, got '{host}': "
                "write it without scheme, port and path, like app.example.com or *.example.com",
            )
            for host in ("https://a.b", "a.b:80", "a/b", "*a.b", "a..b", "[::1]:80", "a b")
        ],
        *[
            (
                {"flags": {"server.frameAncestors": origin}},
                f"server.frameAncestors: each must be an origin, got '{origin}': "
                "write it like https://intranet.example.com, or self, none or *",
            )
            for origin in ("a b", "a;script-src *", "https://a.b/c", "none; x", "https://*.*")
        ],
        (
            {"flags": {"server.frameAncestors": "none,self"}},
            "server.frameAncestors: none must stand alone, got none, self: leave out the one or",
        ),
        (
            {"flags": {"server.frameAncestors": ""}},
            "server.frameAncestors: there must be one, got []: write none or *",
        ),
        (
            {"files": [file("[server\n")]},
            "/app/.ostinato/config.toml: not valid TOML: ",
        ),
        (
            {"flags": {"server.sslKeyFile": "key.pem"}},
            "server.sslCertFile, server.sslKeyFile: one needs the other: set both",
        ),
    ],
)
def test_what_does_not_fit_is_one_sentence(inputs, sentence):
    with pytest.raises(ConfigError) as caught:
        load(**inputs)
    assert str(caught.value).startswith(sentence)
    assert "\n" not in str(caught.value)


def test_a_file_made_for_streamlit_never_stops_the_server():
    settings = load(
        files=[
            file(
                "[server]\nport = 9000\nenableXsrfProtection = false\nprot = 1\n"
                '[theme]\nbase = "dark"\n[theme.sidebar]\nfont = "serif"\n[mapbox]\ntoken = "x"',
                "/app/.streamlit/config.toml",
            )
        ]
    )
    assert settings.config.server.port == 9000
    assert settings.notes == [
        "server.enableXsrfProtection (from /app/.streamlit/config.toml): "
        "an option of Streamlit without effect here",
        "server.prot (from /app/.streamlit/config.toml): unknown option, skipped: "
        "did you mean server.port?",
        "mapbox.token (from /app/.streamlit/config.toml): unknown option, skipped",
    ]


def test_options_of_streamlit_are_accepted_from_flags_and_environment_but_not_in_silence():
    settings = load(
        flags={"server.enableXsrfProtection": "false"},
        environment={"STREAMLIT_SERVER_WEBSOCKET_PING_INTERVAL": "10"},
    )
    reason = "an option of Streamlit without effect here"
    assert settings.notes == [
        f"server.enableXsrfProtection (from --server.enableXsrfProtection): {reason}",
        f"server.websocketPingInterval (from STREAMLIT_SERVER_WEBSOCKET_PING_INTERVAL): {reason}",
    ]


@pytest.mark.parametrize("origin", ["friend.example", "*", "null", "https://", "https://a.b/c"])
def test_d02_what_is_no_origin_is_said_to_allow_nothing(origin):
    fine = "https://a.example:8443,http://[::1]:80,HTTPS://b.example/,chrome-extension://abc"
    settings = load(flags={"server.corsAllowedOrigins": f"{fine},{origin}"})
    assert settings.notes == [
        f"server.corsAllowedOrigins: '{origin}' is no origin and allows nothing: "
        "write it like https://app.example.com"
    ]


def test_other_variables_are_left_alone():
    assert load(environment={"STREAMLIT_HOME": "x", "OSTINATO_SKIP_CLIENT": "1"}).notes == []


def test_files_are_found_nearest_first(tmp_path):
    for place in ("app/.streamlit", "home/.ostinato", "app/.ostinato"):
        (tmp_path / place).mkdir(parents=True)
        (tmp_path / place / "config.toml").write_text(f"# {place}")
    found = config_files([tmp_path / "app", tmp_path / "app", tmp_path / "home"])
    assert [each.text for each in found] == [
        "# app/.ostinato",
        "# app/.streamlit",
        "# home/.ostinato",
    ]


@pytest.mark.parametrize(
    ("given", "base"), [("", ""), ("/", ""), ("app", "/app"), ("/a/b/", "/a/b")]
)
def test_the_base_path_stands_before_a_route(given, base):
    assert load(flags={"server.baseUrlPath": given}).config.server.base_path == base


def test_every_option_says_what_it_is_for():
    for option in OPTIONS.values():
        assert option.help.endswith(".")
        json.dumps(option.of(Config()))
