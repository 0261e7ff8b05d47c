"""`ostinato init`: a new app that can be served, tested and put into a container as it is (I06)."""

import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

import ostinato
from dockerfile import instructions
from ostinato.cli import main
from ostinato.cli.starting import TEMPLATE, Origin, origin_of
from ostinato.config import ConfigFile, load
from ostinato.testing import AppTest

FILES = [
    ".dockerignore",
    ".gitignore",
    ".streamlit/config.toml",
    "Dockerfile",
    "README.md",
    "app.py",
    "compose.yaml",
    "requirements-dev.txt",
    "requirements.txt",
    "tests/test_app.py",
]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def init(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["init", *arguments])


def files_in(folder: Path) -> list[str]:
    found = folder.rglob("*")
    return sorted(str(each.relative_to(folder)) for each in found if not each.is_dir())


def test_i06_a_new_app_is_made_and_the_next_commands_are_named(folder: Path) -> None:
    result = init("sub/my app")
    assert result.exit_code == 0
    assert files_in(folder / "sub/my app") == FILES
    steps = ["cd 'sub/my app'", "ostinato run app.py", "pytest"]
    assert [line.strip() for line in result.stdout.splitlines() if line.startswith("    ")] == steps


def test_i06_a_new_app_can_be_made_here_beside_other_files(folder: Path) -> None:
    (folder / "notes.txt").write_text("mine")
    result = init()
    assert files_in(folder) == sorted([*FILES, "notes.txt"])
    assert "cd " not in result.stdout


def test_i06_the_tests_of_a_new_app_pass(folder: Path) -> None:
    init("app")
    words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    environment = os.environ | {"PYTHONPATH": str(Path(ostinato.__file__).parents[1])}
    done = subprocess.run(
        words, cwd=folder / "app", env=environment, capture_output=True, text=True
    )
    assert "3 passed" in done.stdout, done.stdout + done.stderr


def test_i06_a_new_app_remembers_what_is_added_to_it(folder: Path) -> None:
    init("app")
    app = AppTest.from_file(folder / "app/app.py").run()
    for what in ("Tea", "Cake"):
        app.text_input(key="what").input(what)
        app.number_input(key="amount").set_value(1)
        app.button[0].click().run()
    assert not app.exception
    assert app.metric[0].value == "89.70"
    assert [each["what"] for each in app.session_state["expenses"]][-2:] == ["Tea", "Cake"]


@pytest.mark.parametrize(
    ("there", "named"),
    [
        (["app.py"], "app/app.py"),
        (["app.py", "README.md"], "app/README.md, app/app.py"),
        (["tests"], "app/tests"),
        ([".streamlit/config.toml"], "app/.streamlit/config.toml"),
    ],
)
def test_i06_nothing_is_overwritten_and_nothing_is_made_if_a_file_is_in_the_way(
    folder: Path, there: list[str], named: str
) -> None:
    for name in there:
        path = folder / "app" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("mine")
    result = init("app")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"Error: ostinato init: nothing is overwritten, got {named}: move that away, or give the "
        "name of a new folder\n"
    )
    assert files_in(folder / "app") == sorted(there)
    assert all((folder / "app" / name).read_text() == "mine" for name in there)


@pytest.mark.parametrize("name", ["taken", "taken/below", "link"])
def test_i06_a_folder_that_is_a_file_is_in_the_way(folder: Path, name: str) -> None:
    (folder / "taken").write_text("mine")
    (folder / "link").symlink_to("nowhere")
    result = init(name)
    assert result.exit_code == 2
    assert f"got {name.partition('/')[0]}: move that away" in result.stderr
    assert files_in(folder) == ["link", "taken"]


def test_i06_a_path_may_go_back_out_of_a_folder_that_is_made_on_the_way(folder: Path) -> None:
    assert init("x/../y").exit_code == 0
    assert "app.py" in files_in(folder / "y")


def test_i06_the_readme_says_what_the_page_does_when_the_script_is_saved(folder: Path) -> None:
    assert init("app").exit_code == 0
    text = " ".join((folder / "app/README.md").read_text().split())
    assert "save it: the page offers to run it again" in text


def test_i06_what_was_made_before_a_failure_is_taken_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    def refuse(path: Path, mode: str = "r", *more: object, **options: object) -> object:
        if mode == "x" and path.name == "compose.yaml":
            raise OSError(28, "No space left on device")
        return opened(path, mode, *more, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    result = init("new/app")
    assert result.exit_code == 2
    assert result.stderr == (
        "Error: ostinato init: the folder must be writable, got 'new/app' "
        "(No space left on device)\n"
    )
    assert list(folder.iterdir()) == []


def test_i06_options_of_a_new_app_are_known_and_its_theme_is_one(folder: Path) -> None:
    init("app")
    text = (folder / "app/.streamlit/config.toml").read_text()
    # As strict as it gets: in a file of our own name an unknown option is an error.
    settings = load(files=[ConfigFile(folder / ".ostinato/config.toml", text)])
    assert not [note for note in settings.notes if "unknown" in note]
    assert {"primaryColor", "light", "dark"} <= tomllib.loads(text)["theme"].keys()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (None, Origin("ostinato[redis]>=1.2.3")),
        (
            {"url": "file:///a%20b/ostinato", "dir_info": {"editable": True}},
            Origin(
                "./ostinato-1.2.3-py3-none-any.whl[redis]",
                "pip wheel --no-deps --wheel-dir . '/a b/ostinato'",
                "pip wheel --no-deps --wheel-dir . path/to/ostinato",
            ),
        ),
        (
            {"url": "file:///w/ostinato-1.2.3-py3-none-any.whl", "archive_info": {}},
            Origin(
                "./ostinato-1.2.3-py3-none-any.whl[redis]",
                "cp /w/ostinato-1.2.3-py3-none-any.whl .",
                "cp path/to/ostinato-1.2.3-py3-none-any.whl .",
            ),
        ),
        (
            {"url": "https://a.example/o.git", "vcs_info": {"vcs": "git", "commit_id": "abc"}},
            Origin("ostinato[redis] @ git+https://a.example/o.git@abc"),
        ),
        (
            {"url": "https://a.example/ostinato-1.2.3-py3-none-any.whl", "archive_info": {}},
            Origin("ostinato[redis] @ https://a.example/ostinato-1.2.3-py3-none-any.whl"),
        ),
    ],
)
def test_i06_a_new_app_gets_ostinato_from_where_it_was_installed_from(
    source: dict[str, object] | None, expected: Origin
) -> None:
    assert origin_of(source, "1.2.3") == expected


def test_i06_every_word_to_fill_in_is_filled_in_and_a_name_for_an_image_is_one(
    folder: Path,
) -> None:
    init("My App")
    readme = (folder / "My App/README.md").read_text()
    assert readme.startswith("# My App\n")
    assert "docker build -t my-app ." in readme
    for name in FILES:
        text = (folder / "My App" / name).read_text()
        assert not re.search(r"\{(name|image|requirement|fetch)\}", text)


def test_i06_the_image_of_a_new_app_has_what_it_copies_and_no_root(folder: Path) -> None:
    """There is no docker where tests run: what can be read is, and tests/e2e runs the command."""
    init("app")
    steps = instructions(folder / "app/Dockerfile")
    known = {"FROM", "WORKDIR", "COPY", "RUN", "USER", "EXPOSE", "ENV", "HEALTHCHECK", "CMD"}
    names = [name for name, _ in steps]
    assert set(names) == known
    assert names[0] == "FROM"
    users = [given for name, given in steps if name == "USER"]
    assert users == ["nobody"]
    assert names.index("USER") > max(n for n, name in enumerate(names) if name in ("RUN", "COPY"))
    for name, given in steps:
        if name == "COPY":
            *sources, target = given.split()
            assert target.startswith(".")
            # One that is there suffices: builders pass over patterns that nothing fits.
            assert any(source == "." or list((folder / "app").glob(source)) for source in sources)
        elif name == "CMD":
            assert json.loads(given)[:2] == ["ostinato", "run"]
    environment = dict(
        word.split("=") for n, given in steps if n == "ENV" for word in shlex.split(given)
    )
    settings = load(environment=environment)
    assert (settings.config.server.workers, settings.config.server.headless) == (2, True)
    assert f"EXPOSE {settings.config.server.port}" in (folder / "app/Dockerfile").read_text()


def test_i06_the_image_holds_no_secret_and_no_session_and_git_sees_none(folder: Path) -> None:
    init("app")
    for name in (".dockerignore", ".gitignore"):
        hidden = (folder / "app" / name).read_text().splitlines()
        assert {".ostinato/", ".streamlit/secrets.toml", ".env", ".venv/"} <= set(hidden)
    subprocess.run(["git", "init", "-q"], cwd=folder / "app", check=True)
    (folder / "app/.streamlit/secrets.toml").touch()
    (folder / "app/.ostinato").mkdir()
    (folder / "app/.ostinato/secret").touch()
    words = ["git", "ls-files", "--others", "--exclude-standard"]
    seen = subprocess.check_output(words, cwd=folder / "app", text=True).split()
    assert sorted(seen) == FILES


def test_i06_the_services_of_a_new_app_share_a_redis_that_forgets_nothing(folder: Path) -> None:
    init("app")
    services = yaml.safe_load((folder / "app/compose.yaml").read_text())["services"]
    environment = services["app"]["environment"]
    settings = load(environment={name: text.split(":?")[0] for name, text in environment.items()})
    assert settings.config.session.store == "redis://redis:6379/0"
    assert settings.config.server.cookie_secret
    assert "--appendonly yes --maxmemory-policy noeviction" in services["redis"]["command"]


def test_i06_the_files_of_a_new_app_are_in_the_package() -> None:
    assert len(FILES) == len(
        [each for each in TEMPLATE.rglob("*") if each.is_file() and "__pycache__" not in each.parts]
    )
    # Builders leave out what a file named .gitignore says, wherever it is.
    assert not list(TEMPLATE.rglob(".*"))
