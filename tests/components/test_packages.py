"""Packages: the files of components that were installed, and what of them is served."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

import ostinato as st
from ostinato.components.packages import folder_of
from ostinato.components.sources import source_of
from ostinato.errors import StreamlitAPIException
from ostinato.testing import AppTest

MANIFEST = """
[project]
name = "{name}"
version = "1"
[[tool.streamlit.component.components]]
name = "knob"
asset_dir = "{folder}"
"""


def install(site: Path, name: str, folder: str = "build") -> Path:
    """Install a package, and return the folder of its component."""
    module = name.replace("-", "_")
    package = site / module
    (package / "build").mkdir(parents=True)
    (package / "pyproject.toml").write_text(MANIFEST.format(name=name, folder=folder))
    (package / "build/index-12ab.js").write_text("export default () => {}")
    (package / "build/knob.html").write_text("<b>knob</b>")
    (package / "secret.js").write_text("export const secret = 1")
    info = site / f"{module}-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n")
    files = [path.relative_to(site) for path in package.rglob("*") if path.is_file()]
    (info / "RECORD").write_text("".join(f"{path},,\n" for path in files))
    return package / "build"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(tmp_path))
    folder_of.cache_clear()
    yield tmp_path
    folder_of.cache_clear()


def props(name: str, **parts: Any) -> Any:
    """Return what the browser is told of a component."""
    return source_of(name, parts.get("html"), parts.get("css"), parts.get("js"), True)


def test_h12_paths_and_patterns_lead_to_files_of_the_package(site: Path) -> None:
    folder = install(site, "my-knobs")
    source = props("my-knobs.knob", js="index-*.js", html="knob.html")
    assert source.html == "<b>knob</b>"
    assert source.script[:2] == (folder, "index-12ab.js")
    assert source.js == ""


SHOWN = """
import ostinato as st
st.components.v2.component("my-knobs.knob", html="knob.html", js="index-*.js")(key="k")
"""


def test_h12_the_address_of_a_file_is_one_in_its_folder_and_another_once_it_has_changed(
    site: Path,
) -> None:
    folder = install(site, "my-knobs")
    app = AppTest.from_string(SHOWN).run()
    first = app.component_v2[0].script
    address = r"component/my-knobs\.knob\.[0-9a-f]{12}/([0-9a-f]{32})/index-12ab\.js"
    found = re.fullmatch(address, first)
    assert found
    assert app.files[first].endswith(bytes(folder))
    (folder / "index-12ab.js").write_text("export default () => 'another one'")
    second = app.run().component_v2[0].script
    assert second != first
    assert found[1] in second


def test_h12_a_package_that_is_being_worked_on_is_found_too(site: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    install(work, "edited-knobs")
    info = site / "edited_knobs-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: edited-knobs\nVersion: 1\n")
    (info / "RECORD").write_text("__editable__.edited_knobs.pth,,\n")
    told = {"url": work.as_uri(), "dir_info": {"editable": True}}
    (info / "direct_url.json").write_text(json.dumps(told))
    assert folder_of("edited-knobs.knob") == work / "edited_knobs/build"


@pytest.mark.parametrize(
    ("parts", "rule"),
    [
        ({"js": "other-*.js"}, "a path must lead to one file, got js='other-*.js'"),
        ({"js": "../secret.js"}, "a path must lie in the folder of the component"),
        ({"js": "/etc/index.js"}, "a path must lie in the folder of the component"),
        ({"js": "../*.js"}, "a path must lie in the folder of the component"),
    ],
)
def test_h12_a_path_leads_to_one_file_and_not_out_of_the_folder(
    site: Path, parts: dict[str, str], rule: str
) -> None:
    install(site, "my-knobs")
    with pytest.raises(
        StreamlitAPIException, match=re.escape(f'component "my-knobs.knob": {rule}')
    ):
        st.components.v2.component("my-knobs.knob", **parts)


def test_h12_two_builds_are_told(site: Path) -> None:
    folder = install(site, "my-knobs")
    (folder / "index-34cd.js").write_text("")
    with pytest.raises(StreamlitAPIException, match="2: index-12ab.js, index-34cd.js"):
        props("my-knobs.knob", js="index-*.js")


@pytest.mark.parametrize("folder", ["..", "../other", "nowhere", "/etc"])
def test_h12_a_folder_lies_in_its_package(site: Path, folder: str) -> None:
    install(site, "odd-knobs", folder)
    assert folder_of("odd-knobs.knob") is None


@pytest.mark.parametrize("name", ["knob", "nobody.knob", "my-knobs.other", ".", "a/b.c"])
def test_h12_a_path_needs_a_package_that_declares_it(site: Path, name: str) -> None:
    install(site, "my-knobs")
    with pytest.raises(StreamlitAPIException, match="needs an installed package"):
        props(name, js="index-*.js")
