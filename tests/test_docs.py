import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import ostinato
from ostinato import testing
from ostinato.config import OPTIONS

ROOT = Path(ostinato.__file__).parents[2]
PAGES = [*ROOT.glob("docs/**/*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
GUIDES = [*ROOT.glob("docs/guide/*.md"), *ROOT.glob("docs/reference/**/*.md"), ROOT / "README.md"]
FAMILIES = list(ROOT.glob("docs/reference/elements/*.md"))
STATE = ROOT / "docs/guide/state.md"
EXISTING = set(dir(ostinato)) - {"__version__"}


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
            # No shell opens a star between quotes, and that of Windows knows no single ones.
            assert path.suffix != ".md" or "'" not in words, (path, words)
            assert "*" not in words or "$(" in words, (path, words)
            for named in re.findall(r"\[([\w,]+)\]", words):
                assert set(named.split(",")) <= known, (path, words)
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
    # What stands in quotes is an example; what comes before and behind "; " goes with others, too.
    parts = [part for notice in notices for part in re.split("“.+?”|; ", notice[1:-1])]
    assert [part for part in parts if part not in texts] == []


def test_the_tests_in_the_guide_to_tests_pass(tmp_path):
    files = blocks((ROOT / "docs/guide/testing.md").read_text())
    for block in files:
        [name] = re.findall(r"\A# (\w+\.py)\n", block)
        assert not (tmp_path / name).exists()
        (tmp_path / name).write_text(block)
    ask = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    ask += ["-p", "no:ostinato", "-p", "pytest_ostinato"]
    done = subprocess.run(ask, cwd=tmp_path, capture_output=True, text=True, check=False)
    tests = sum(block.count("\ndef test_") for block in files)
    assert f"{tests + 1} passed" in done.stdout, done.stdout  # One has two cases.


def test_the_report_in_the_guide_to_tests_is_what_pytest_shows(tmp_path):
    text = (ROOT / "docs/guide/testing.md").read_text()
    (tmp_path / "counter.py").write_text(blocks(text)[0])
    [shown] = re.findall(r"```text\n(    def test_it_counts.*?)```", text, re.DOTALL)
    code = "\n".join(re.findall(r"^(?:    |>   )(.*)", shown.partition("\nE ")[0], re.MULTILINE))
    (tmp_path / "test_it.py").write_text(code)
    ask = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"]
    ask += ["-p", "no:ostinato", "-p", "pytest_ostinato"]
    env = {**os.environ, "COLUMNS": "80"}
    done = subprocess.run(ask, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    for line in shown.splitlines():
        assert line in done.stdout, done.stdout


def test_the_names_that_are_said_to_exist_are_those_that_do():
    text = (ROOT / "docs/guide/coming-from-streamlit.md").read_text()
    lists = dict(re.findall(r"<!-- (\w+), .* -->\n\n((?:`\w+`\s)*)", text))
    assert set(re.findall(r"\w+", lists["exists"])) == EXISTING
