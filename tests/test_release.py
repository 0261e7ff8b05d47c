"""`make release`: the version, the changelog, and what can be tried without a network (I10)."""

import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import ostinato
import trials
from dockerfile import instructions
from interpreters import interpreters
from release import ROOT, build, set_version
from serving import NotServed, served
from trials import TrialFailed, check_wheel, smoke

MODULE = '"""A module."""\n\n__version__ = "0.9.1"\n\nimport os\n'


@pytest.mark.parametrize("version", ["0.9.2", "0.10.0", "1.0.0"])
def test_a_later_version_takes_the_place_of_the_present_one(version: str) -> None:
    assert set_version(MODULE, version) == MODULE.replace("0.9.1", version)


@pytest.mark.parametrize("version", ["0.9.1", "0.8.12", "0.9", "v1.0.0", ""])
def test_a_version_that_is_none_or_not_later_is_refused(version: str) -> None:
    with pytest.raises(ValueError, match=r"^release: version must be .+, got version="):
        set_version(MODULE, version)


def test_the_version_is_where_a_release_writes_it() -> None:
    text = (ROOT / "src/ostinato/__init__.py").read_text()
    assert '__version__ = "9999.0.0"' in set_version(text, "9999.0.0")


def test_the_changelog_of_a_release_holds_every_line_of_the_fragments_as_it_is(
    tmp_path: Path,
) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    folder = Path(shutil.copytree(ROOT / "changelog.d", tmp_path / "changelog.d"))
    (folder / "1.removed.md").write_text("- `st.one` is gone,\n  at last.\n- `st.two` as well.\n")
    command = [sys.executable, "-m", "towncrier", "build", "--draft", "--version", "9999.0.0"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    fragments = sorted(folder.glob("*.*.md"))
    written = [line for path in fragments for line in path.read_text().splitlines()]
    lines = done.stdout.splitlines()
    assert re.fullmatch(r"## 9999\.0\.0 \(\d{4}-\d\d-\d\d\)", lines[0])
    headings = [line for line in lines if line.startswith("### ")]
    assert headings == sorted({f"### {path.name.split('.')[1].capitalize()}" for path in fragments})
    assert sorted(line for line in lines[1:] if line and line not in headings) == sorted(written)


def test_i10_an_installed_package_runs_the_smallest_app_and_serves_it(tmp_path: Path) -> None:
    smoke(Path(sys.executable), ostinato.__version__, tmp_path)
    with pytest.raises(TrialFailed, match=r"version must be 9999\.0\.0, got"):
        smoke(Path(sys.executable), "9999.0.0", tmp_path)


def test_i10_a_command_that_ends_without_serving_is_named_with_its_status(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "raise SystemExit(3)"]
    with pytest.raises(NotServed, match="must serve, got status 3"), served(command, tmp_path):
        pass


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not (ROOT / "src/ostinato/static/index.html").is_file():
        pytest.fail("release: the page must be built: run make setup")
    return build(tmp_path_factory.mktemp("dist"))[-1]


def test_i10_a_wheel_of_one_commit_has_the_same_bytes_whenever_it_is_built(
    wheel: Path, tmp_path: Path
) -> None:
    again = build(tmp_path)
    assert [path.name for path in again] == [
        f"ostinato-{ostinato.__version__}.tar.gz",
        f"ostinato-{ostinato.__version__}-py3-none-any.whl",
    ]
    assert [path.read_bytes() for path in again] == [
        (wheel.parent / path.name).read_bytes() for path in again
    ]


def test_i10_a_wheel_holds_types_a_new_app_the_page_and_the_licences(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as content:
        names = content.namelist()
        metadata = content.read(f"ostinato-{ostinato.__version__}.dist-info/METADATA").decode()
    assert {"ostinato/py.typed", "ostinato/static/THIRD-PARTY.txt"} <= set(names)
    template = {name for name in names if name.startswith("ostinato/cli/template/")}
    assert "ostinato/cli/template/dot_streamlit/config.toml" in template
    assert len(template) == 10
    assert "Requires-Python: >=3.11" in metadata
    assert "License-Expression: Apache-2.0" in metadata


def test_i10_a_wheel_in_which_something_is_missing_is_refused(wheel: Path, tmp_path: Path) -> None:
    for left_out, said in (
        ("ostinato/py.typed", "must hold ostinato/py.typed"),
        ("ostinato/static/THIRD-PARTY.txt", "must hold ostinato/static/THIRD-PARTY.txt"),
        ("licenses/LICENSE", "must hold LICENSE"),
    ):
        poor = tmp_path / wheel.name
        with zipfile.ZipFile(wheel) as whole, zipfile.ZipFile(poor, "w") as part:
            for name in whole.namelist():
                if not name.endswith(left_out):
                    part.writestr(name, whole.read(name))
        with pytest.raises(TrialFailed, match=said):
            check_wheel(poor)
    with zipfile.ZipFile(wheel) as whole, zipfile.ZipFile(poor, "w") as part:
        for name in whole.namelist():
            part.writestr(name, whole.read(name))
        part.writestr("ostinato/__pycache__/x.pyc", b"")
    with pytest.raises(TrialFailed, match="must not hold ostinato/__pycache__"):
        check_wheel(poor)


STATIC = ROOT / "src/ostinato/static"


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("all", "there is nothing in dist/: run make packages"),
        ("lowst", "trials: must be one of all, lowest, launchers, got 'lowst'"),
    ],
)
def test_what_is_tried_is_looked_for_once_it_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str, said: str
) -> None:
    monkeypatch.setattr("trials.PACKAGES", tmp_path)
    with pytest.raises((TrialFailed, SystemExit), match=said):
        trials.main(what)


FREE = re.compile(r"MIT|ISC|0BSD|Apache-2\.0|BSD-[23]-Clause|OFL-1\.1|\(MPL-2\.0 OR Apache-2\.0\)")


def test_i10_whoever_has_written_a_part_of_the_page_is_named_with_a_licence_that_allows_it() -> (
    None
):
    notice = (STATIC / "THIRD-PARTY.txt").read_text()
    bundled = json.loads((STATIC / "third_party.json").read_text())
    names = {each["name"] for each in bundled}
    # By way of modules, a style sheet, a worker, a script that writes names, and one with icons.
    ways = ("react", "@fontsource-variable/inter", "@viz-js/viz", "gemoji")
    assert {*ways, "@iconify-json/material-symbols", "maplibre-gl", "katex"} <= names
    assert "typescript" not in names
    for each in bundled:
        assert FREE.fullmatch(each["identifier"]), each
        assert f"{each['name']} {each['version']} ({each['identifier']})" in notice
    assert "Eclipse Public License" in notice
    assert notice.count("Permission is hereby granted") > 30


def test_i10_every_package_that_the_page_asks_for_is_in_the_notice_or_only_builds_it() -> None:
    asked = json.loads((ROOT / "client/package.json").read_text())["dependencies"]
    bundled = {each["name"] for each in json.loads((STATIC / "third_party.json").read_text())}
    tools = {"vite", "@react-aria/optimize-locales-plugin"}
    # Of the last one nothing is imported.
    assert asked.keys() - bundled == tools | {"vega-tooltip"}


def test_i10_every_python_that_is_here_is_found_by_its_version() -> None:
    found = interpreters()
    assert list(found) == ["3.11", "3.12", "3.13", "3.14"]
    for version, python in found.items():
        if python is not None:
            said = subprocess.check_output([python, "--version"], text=True)
            assert said.startswith(f"Python {version}.")
    mine = "{}.{}".format(*sys.version_info)
    assert mine not in found or found[mine] is not None


def test_i10_a_bill_names_the_packages_of_both_sides_with_their_licences() -> None:
    bill = pytest.importorskip("bill", reason="the extra `release` is not installed")
    environment = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "metadata": {"component": {"bom-ref": "root", "type": "library", "name": "ostinato"}},
        "components": [
            {"bom-ref": "click", "type": "library", "name": "click", "version": "8.1"},
            {"bom-ref": "us", "type": "library", "name": "ostinato", "version": "1.2.3"},
        ],
    }
    packages = json.loads((STATIC / "third_party.json").read_text())
    said = json.loads(bill.bill(environment, packages, "1.2.3"))
    assert said["metadata"]["component"]["version"] == "1.2.3"
    found = {each.get("purl", each["name"]): each for each in said["components"]}
    assert "click" in found
    assert "ostinato" not in found
    inter = next(each for purl, each in found.items() if "fontsource" in purl)
    assert inter["licenses"] == [{"license": {"id": "OFL-1.1"}}]
    assert len(found) == len(packages) + 1


def test_i10_the_image_copies_what_is_there_and_serves_without_root() -> None:
    """There is no docker where tests run: what can be read of its file is."""
    steps = instructions(ROOT / "Dockerfile")
    names = [name for name, _ in steps]
    assert names.count("FROM") == 2
    assert [given for name, given in steps if name == "USER"] == ["ostinato"]
    assert names.index("USER") > max(n for n, name in enumerate(names) if name in ("RUN", "COPY"))
    for name, given in steps:
        if name == "COPY" and not given.startswith("--from="):
            assert all((ROOT / source).exists() for source in given.split()[:-1])
    (entry,) = [json.loads(given) for name, given in steps if name == "ENTRYPOINT"]
    assert entry == ["ostinato"]
    hidden = (ROOT / ".dockerignore").read_text().splitlines()
    assert {"**/node_modules", ".git", ".venv", "dist"} <= set(hidden)
    # The build makes the page anew, of the rest.
    assert [line for line in hidden if line.startswith(("client", "src", "tools", "hatch"))] == [
        "src/ostinato/static"
    ]
