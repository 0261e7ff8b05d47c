"""Files of secrets: where they are, what is in them, and what is wrong with them."""

import os
import stat
import tomllib
from pathlib import Path

import pytest

from ostinato.config.secrets import LARGEST, SecretFiles, check_given, secret_paths
from ostinato.errors import StreamlitSecretNotFoundError


def write(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_x01_what_is_nearer_to_the_script_counts(tmp_path: Path) -> None:
    home, project, app = (tmp_path / name for name in ("home", "project", "project/app"))
    write(home / ".streamlit/secrets.toml", "a = 'home'\nh = 1\n[db]\nuser = 'home'\nx = 1")
    write(home / ".ostinato/secrets.toml", "b = 'home'\ni = 2")
    write(project / ".streamlit/secrets.toml", "a = 'project'\nb = 'project'\nc = 'project'")
    write(app / ".ostinato/secrets.toml", "c = 'app'\n[db]\nuser = 'app'")
    files = SecretFiles(secret_paths([app, project], home))
    try:
        assert files.values() == {
            "a": "project",
            "b": "project",
            "c": "app",
            "h": 1,
            "i": 2,
            "db": {"user": "app"},
        }
    finally:
        files.close()


def test_a_folder_that_is_named_twice_is_looked_into_once(tmp_path: Path) -> None:
    names = [path.parent.name for path in secret_paths([tmp_path, tmp_path])]
    assert names == [".streamlit", ".ostinato"]


def test_without_any_file_the_places_are_told(tmp_path: Path) -> None:
    paths = secret_paths([tmp_path])
    with pytest.raises(StreamlitSecretNotFoundError) as caught:
        SecretFiles(paths).values()
    assert isinstance(caught.value, FileNotFoundError)
    assert str(caught.value) == (
        f"st.secrets: there is no file of secrets: write one of {paths[0]}, {paths[1]}"
    )


def test_folders_are_read_as_kubernetes_mounts_them(tmp_path: Path) -> None:
    write(tmp_path / "OST_TOKEN/..2026/token", "s3cret\n")
    (tmp_path / "OST_TOKEN/..data").symlink_to("..2026")
    (tmp_path / "OST_TOKEN/token").symlink_to("..data/token")
    write(tmp_path / "db/user", "me")
    write(tmp_path / "db/password", "hidden\n")
    (tmp_path / "db/loop").mkdir()
    files = SecretFiles([tmp_path])
    try:
        assert files.values() == {"OST_TOKEN": "s3cret", "db": {"user": "me", "password": "hidden"}}
        assert os.environ["OST_TOKEN"] == "s3cret"
        assert tmp_path / "OST_TOKEN/token" in files.watched
    finally:
        files.close()


def test_what_stands_at_the_root_is_a_variable_until_it_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OST_WAS_THERE", "before")
    path = write(
        tmp_path / "s.toml",
        "OST_A = 'x'\nOST_N = 1.5\nOST_B = true\nOST_L = [1]\nOST_WAS_THERE = 'now'\n"
        "[OST_S]\nx = 1",
    )
    files = SecretFiles([path], {"OST_GIVEN": "1"})
    files.load()
    names = ["OST_A", "OST_N", "OST_B", "OST_L", "OST_S", "OST_GIVEN", "OST_WAS_THERE"]
    assert [os.environ.get(name) for name in names] == ["x", "1.5", *[None] * 4, "now"]
    write(path, "OST_N = 2")
    files.reload()
    assert [os.environ.get(name) for name in names] == [None, "2", *[None] * 4, "before"]
    files.close()
    assert "OST_N" not in os.environ


@pytest.mark.parametrize(
    "text",
    ["'OST=A' = 'geheim'", 'OST_A = "ge\\u0000heim"', f"OST_A = '{'geheim' * 30_000}'"],
    ids=["name", "nul", "long"],
)
def test_what_can_be_no_variable_is_none_and_is_told_without_its_value(
    tmp_path: Path, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    files = SecretFiles([write(tmp_path / "s.toml", text)])
    before = dict(os.environ)
    assert len(files.values()) == 1
    assert dict(os.environ) == before
    assert "cannot be a variable" in caplog.text
    assert "heim" not in caplog.text


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (
            'a = "geheim\n"',
            "must be valid TOML, and is not (at line 1, column 12): correct it there",
        ),
        ("a = geheim", "must be valid TOML, and is not (at line 1, column 5): correct it there"),
        ("geheim = 1\ngeheim = 2", "and is not (at end of document): correct it there"),
        ("a = 'geheim'\nb =", "and is not (at end of document): correct it there"),
        (b"a = '\xff geheim'", "must be UTF-8, byte 5 is not: save it as UTF-8"),
        ("a = " + "[" * 100_000, "must be valid TOML, and is nested too deeply: correct it"),
        ("a = 1" + "0" * 10_000, "must be valid TOML, and is not"),
        ("a = '" + "geheim" * 1_700_000 + "'", f"must have at most {LARGEST:,} bytes"),
    ],
    ids=["open", "bare", "twice", "cut", "bytes", "deep", "digits", "10 MB"],
)
def test_x02_a_file_that_is_wrong_is_told_by_place_and_never_quoted(
    tmp_path: Path, content: str | bytes, problem: str
) -> None:
    path = write(tmp_path / "secrets.toml", content)
    with pytest.raises(StreamlitSecretNotFoundError) as caught:
        SecretFiles([path]).values()
    assert problem in str(caught.value)
    assert str(path) in str(caught.value)
    assert "geheim" not in everything_of(caught.value)


def everything_of(error: BaseException) -> str:
    """Return what an error reporter may send: texts, and the variables of all frames."""
    found = [str(error), repr(error.__context__), repr(error.__cause__)]
    trace = error.__traceback__
    while trace is not None:
        if "ostinato/src" in trace.tb_frame.f_code.co_filename:
            found.append(repr(trace.tb_frame.f_locals))
        trace = trace.tb_next
    return "".join(found)


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    secret = write(tmp_path / "secrets.toml", "a = 'geheim'")
    secret.chmod(0)
    fifo = tmp_path / "pipe"
    os.mkfifo(fifo)
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    write(tmp_path / "folder/plain", "x")
    found = {}
    for path in (secret, fifo, loop, tmp_path / "folder"):
        try:
            SecretFiles([path]).values()
        except StreamlitSecretNotFoundError as error:
            found[path.name] = str(error).removeprefix(f"{path}: ")
    if os.geteuid():
        assert found["secrets.toml"].startswith("must be readable, got 'Permission denied'")
    assert found["pipe"] == "must be a file, and is none: move it away"
    assert found["loop"].startswith("must be readable, got 'Too many levels of symbolic links'")
    assert found["folder"].startswith(f"{tmp_path}/folder/plain: must be a folder")
    assert stat.S_ISFIFO(fifo.stat().st_mode)


def test_a_mark_that_windows_writes_before_text_is_none_of_it(tmp_path: Path) -> None:
    files = SecretFiles([write(tmp_path / "s.toml", b"\xef\xbb\xbf[a]\nb = 1")])
    assert files.values() == {"a": {"b": 1}}


def test_what_a_program_gives_counts_and_is_checked(tmp_path: Path) -> None:
    path = write(tmp_path / "s.toml", "[db]\nuser = 'file'\nport = 1")
    given = check_given({"db": {"user": "given"}, "l": [1, {"x": True}], "f": 1.5})
    assert SecretFiles([path], given).values() == {
        "db": {"user": "given"},
        "l": [1, {"x": True}],
        "f": 1.5,
    }


def test_x01_a_program_may_give_dates_and_times_as_a_file_may() -> None:
    text = "day = 2024-02-29\nat = 2024-02-29T12:00:00Z\n[a]\nhours = [07:30:00]"
    assert check_given(tomllib.loads(text)) == tomllib.loads(text)


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"a": b"geheim"}, r"App: secrets\['a'\] must be text, a number, .* got one of type bytes"),
        ({"a": {"b": [None]}}, r"secrets\['a'\]\['b'\]\['0'\] must be .* got one of type NoneType"),
        ({1: "geheim"}, "App: the names of secrets must be text, got one of type int"),
        (["geheim"], "App: secrets must be a mapping, got one of type list"),
    ],
)
def test_what_no_file_could_hold_is_refused(given: object, problem: str) -> None:
    with pytest.raises(TypeError, match=problem) as caught:
        check_given(given)
    assert "geheim" not in str(caught.value)
