"""Every piece of Python in the guides runs."""

import re
import time
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy
from PIL import Image

import ostinato
from ostinato import testing
from pressing import press_every_button

ROOT = Path(ostinato.__file__).parents[2]
PAGES = [
    *sorted(ROOT.glob("docs/guide/*.md")),
    *sorted(ROOT.glob("docs/explanations/*.md")),
    ROOT / "docs/site/index.md",
    ROOT / "README.md",
]
BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
APP = re.compile(r"^import (?:ostinato|streamlit) as st\b", re.MULTILINE)
PICTURES = ("harbour.jpg", "one.png", "two.png")
FILES = {
    "app.py": "import ostinato as st\nst.title('Here')\n",
    "dashboard.py": "import ostinato as st\nst.title('Here')\n",
    "song.mp3": "ID3",
    "film.mp4": "ftyp",
    "bill.pdf": "%PDF-1.7",
    "en.vtt": "WEBVTT\n",
    "counter/index.html": "<!doctype html>",
    "de.srt": "1\n00:00:00,000 --> 00:00:01,000\nMoin\n",
}
"""What stands beside the code of the guides."""


def blocks(page: Path) -> list[str]:
    return BLOCK.findall(page.read_text())


def is_app(block: str) -> bool:
    return bool(APP.search(block)) and "AppTest" not in block


APPS = [
    pytest.param(block, id=f"{page.stem}-{number}")
    for page in PAGES
    for number, block in enumerate(blocks(page), 1)
    if is_app(block)
]
PROGRAMS = [
    pytest.param(page, id=page.stem)
    for page in PAGES
    if page.stem != "testing" and not all(is_app(block) for block in blocks(page))
]
"""Pages with other code; the guide to tests has a test of its own."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(time, "sleep", lambda seconds: None)
    monkeypatch.setenv("TOKEN", "sesame")
    for name in PICTURES:
        Image.new("RGB", (8, 8)).save(tmp_path / name)
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.mark.parametrize("block", APPS)
def test_an_app_of_the_guides_runs_and_its_buttons_work(block: str, folder: Path) -> None:
    app = testing.AppTest.from_string(block, default_timeout=60)  # It may import pandas.
    app.secrets["database"] = {"user": "ann"}
    press_every_button(app)


@pytest.mark.parametrize("page", PROGRAMS)
def test_other_code_of_a_guide_runs_after_what_stands_before_it(page: Path, folder: Path) -> None:
    names: dict[str, Any] = {}
    for block in blocks(page):
        if is_app(block):
            (folder / "app.py").write_text(block)
            names["app"] = names["page"] = testing.AppTest.from_file(
                "app.py", default_timeout=60
            ).run()
        else:
            if "db.session" in block:
                db = names["db"] = ostinato.connection("sql", url=f"sqlite:///{folder}/pets.db")
                with db.session as session:
                    session.execute(sqlalchemy.text("create table pets (name text)"))
            exec(compile(block, page.name, "exec"), names)
