import os
import re
import subprocess
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

import ostinato
from ostinato import testing
from ostinato.config import OPTIONS
from ostinato.run.absent import NOT_YET

ROOT = Path(ostinato.__file__).parents[2]
PAGES = [*ROOT.glob("docs/**/*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
GUIDES = [*ROOT.glob("docs/guide/*.md"), *ROOT.glob("docs/reference/**/*.md"), ROOT / "README.md"]
FAMILIES = list(ROOT.glob("docs/reference/elements/*.md"))
GETTING_STARTED = ROOT / "docs/guide/getting-started.md"
STATE = ROOT / "docs/guide/state.md"
ADDRESS = ROOT / "docs/guide/address.md"
EXISTING = set(dir(ostinato)) - NOT_YET.keys() - {"__version__"}


def blocks(text):
    return re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def headings(path):
    return set(re.findall(r"^##+ (.+)$", path.read_text(), re.MULTILINE))


def anchors(path):
    titles = re.findall(r"^#+ (.+)$", path.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title).strip().lower().replace(" ", "-") for title in titles}


def by_name(path):
    return str(path.relative_to(ROOT))


def test_every_public_name_has_an_entry_in_the_reference_and_in_its_index():
    found = [name for page in FAMILIES for name in headings(page) if "." not in name]
    assert sorted(found) == sorted(EXISTING)
    index = (ROOT / "docs/reference/elements.md").read_text()
    links = re.findall(r"^- \[(\w+)\]\((elements/\w+\.md)#\w+\): \w", index, re.MULTILINE)
    assert sorted(name for name, _ in links) == sorted(EXISTING)
    assert {page for _, page in links} == {f"elements/{page.name}" for page in FAMILIES}
    assert headings(ROOT / "docs/reference/testing.md") >= set(testing.__all__)


def test_every_option_has_a_heading():
    assert headings(ROOT / "docs/reference/configuration.md") == set(OPTIONS)


INSTALLS = [*PAGES, *ROOT.glob("examples/deploy/*"), *ROOT.glob("src/ostinato/**/*.py")]


def test_no_page_installs_from_an_index_what_is_not_published():
    """Ostinato is in no index: it is installed from a clone, or from the wheel that one makes."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    known = set(extras["optional-dependencies"])
    found = []
    for path in INSTALLS:
        for words in re.findall(r"pip (?:install|wheel) ([^`\n]+)", path.read_text()):
            found.append(words)
            assert not re.search(r"(?<![\w./-])ostinato(?!-\*\.whl)", words), (path, words)
            for names in re.findall(r"\[([\w,]+)\]", words):
                assert set(names.split(",")) <= known, (path, words)
    assert len(found) > 6


def test_the_readme_names_the_two_commands_at_its_top_and_the_guides_before_the_figures():
    text = (ROOT / "README.md").read_text()
    top = text.split("\n## ")[0]
    assert re.findall(r"^    (make \w+)", top, re.MULTILINE) == ["make demo", "make test"]
    assert 0 < text.index("docs/guide/getting-started.md") < text.index("benchmarks: written")


@pytest.mark.parametrize(
    ("words", "end"), [(["PORT=9000"], "hello --port 9000"), ([], "hello")], ids=["port", "none"]
)
def test_make_demo_serves_on_the_port_that_the_readme_says(words, end):
    assert "make demo PORT=9000" in (ROOT / "README.md").read_text()
    # Not what the make that runs the tests was called with.
    env = {"PATH": os.environ["PATH"]}
    said = subprocess.check_output(["make", "-n", "demo", *words], cwd=ROOT, env=env, text=True)
    assert said.rstrip().endswith(end)


@pytest.mark.parametrize("path", PAGES, ids=by_name)
def test_every_link_within_the_project_leads_somewhere(path):
    for target in re.findall(r"\]\(([^)\s]+)\)", path.read_text()):
        if re.match(r"\w+:|\?", target):  # elsewhere, or in the app of an example
            continue
        file, _, anchor = target.partition("#")
        page = (path.parent / file).resolve() if file else path
        assert page.exists(), target
        assert not anchor or anchor in anchors(page), target


def test_every_file_that_the_architecture_names_is_there():
    text = (ROOT / "docs/architecture.md").read_text()
    named = re.findall(r"`([\w./-]+/[\w./-]*)`", text)
    folders = (ROOT, ROOT / "docs", ROOT / "src/ostinato")
    assert len(named) > 20
    assert [name for name in named if not any((each / name).exists() for each in folders)] == []


@pytest.mark.parametrize("path", GUIDES, ids=by_name)
def test_the_code_in_the_docs_is_valid_python(path):
    signature = r"^##+ .+\n\n```python\n.*?^```"
    text = re.sub(signature, "", path.read_text(), flags=re.MULTILINE | re.DOTALL)
    for block in blocks(text):
        compile(block, path.name, "exec")


@pytest.mark.parametrize("block", blocks(GETTING_STARTED.read_text()))
def test_an_app_of_the_first_guide_runs(block, monkeypatch):
    monkeypatch.setattr(time, "sleep", lambda seconds: None)
    assert not testing.AppTest.from_string(block).run().exception


@pytest.mark.parametrize("block", blocks(STATE.read_text()) + blocks(ADDRESS.read_text()))
def test_an_app_of_the_guides_to_state_and_to_the_address_runs_and_its_buttons_work(
    block, monkeypatch, tmp_path
):
    monkeypatch.chdir(tmp_path)
    app = testing.AppTest.from_string(block).run()
    assert not app.exception
    for button in app.button:
        button.click().run()
        assert not app.exception


def test_the_notices_in_the_guide_to_state_are_those_of_the_page():
    table = STATE.read_text().partition("| notice | meaning |")[2].partition("\n\n")[0]
    notices = re.findall(r"^\| ([A-Z].+?) \|", table, re.MULTILINE)
    sources = [
        *(ROOT / "client/src/view/shell").glob("*.tsx"),
        *ROOT.glob("src/ostinato/server/*.py"),
        *ROOT.glob("src/ostinato/session/*.py"),
    ]
    texts = " ".join(path.read_text() for path in sources)
    assert len(notices) > 4
    # What stands in quotes is an example.
    parts = [part for notice in notices for part in re.split("“.+?”", notice[1:-1])]
    assert [part for part in parts if part not in texts] == []


SURROUNDINGS = ("secrets-and-connections", "embedding")
PROGRAMS = [(ROOT / f"docs/guide/{name}.md").read_text() for name in SURROUNDINGS]


@pytest.mark.parametrize(
    "block",
    [
        each
        for page in PROGRAMS
        for each in blocks(page)
        if each.startswith("import ostinato as st")
    ],
)
def test_a_script_of_the_guides_to_what_surrounds_it_runs(block):
    app = testing.AppTest.from_string(block, default_timeout=60)  # It may import pandas.
    app.secrets["database"] = {"user": "ann"}
    app.run()
    assert not app.exception
    assert len(app.markdown) + len(app.json) > 0


@pytest.mark.parametrize("block", blocks((ROOT / "docs/guide/testing.md").read_text()))
def test_what_the_guide_to_tests_asserts_is_so(block):
    example: dict[str, Any] = {"__file__": str(ROOT / "examples/test_here.py")}
    exec(compile(block, str(ROOT / "examples/test_here.py"), "exec"), example)
    for name in [name for name in example if name.startswith("test_")]:
        example[name]()


def test_the_names_that_are_said_to_be_missing_are_those_that_are():
    text = (ROOT / "docs/guide/coming-from-streamlit.md").read_text()
    lists = dict(re.findall(r"<!-- (\w+), .* -->\n\n((?:`\w+`\s)+)", text))
    assert set(re.findall(r"\w+", lists["missing"])) == NOT_YET.keys()
    assert set(re.findall(r"\w+", lists["exists"])) == EXISTING
