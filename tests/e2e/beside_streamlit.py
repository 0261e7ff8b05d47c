"""Beside Streamlit: what its documented examples show there and here, after the same acts.

Each script of `beside/` is written after an idea of Streamlit's documentation, and says in comments
what a person does. What is shown is recorded beside it: `.txt` for both, or for Ostinato if there
is a `.streamlit.txt`, which is Streamlit's. The table of the guide is made of these.

    cd tests && python -m e2e.beside_streamlit [NAME...]    # records anew, and writes the table
"""

import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from pathlib import Path
from urllib.parse import urljoin

from playwright.sync_api import Locator, Page, TimeoutError

from benchmarks.browser import chromium
from benchmarks.products import STREAMLIT
from benchmarks.servers import running
from e2e.server import Server
from services import free_port

FOLDER = Path(__file__).with_name("beside")
TABLE = Path(__file__).parents[2] / "docs/guide/beside-streamlit.md"
NOTE = re.compile(r"# (Example|Do|Differs): (.+)")
QUIET = 1.0
"""Seconds without any change after which nothing more is to come."""

STATE = "data-test-script-state"

# One line for each element that a person sees; what lies in a box is set to the right.
OUTLINE = r"""
() => {
  // A window stands over the page, wherever it lies in it.
  const [page, windows] = [[], []];
  let lines = page;
  const say = (depth, name, text) =>
    lines.push("  ".repeat(depth) + name + (text ? ": " + text : ""));
  const words = (element) => {
    let text = element?.innerText ?? "";
    // Streamlit's icons are words in a font that draws them.
    const icons = element?.querySelectorAll('[data-testid="stIconMaterial"]') ?? [];
    for (const icon of icons) text = text.replace(icon.innerText, "");
    return text.replace(/\s+/g, " ").trim();
  };
  const field = (element) => element.querySelector("input, textarea");
  const label = (element) => words(element.querySelector('[data-testid="stWidgetLabel"]'));
  const off = (element) => element.querySelector("[aria-disabled=true], [disabled]");
  const here = (element) => (element.closest('[data-testid="stSidebar"]') ? "menu" : "top menu");
  const KINDS = {
    stHeading: (e) => ["heading", words(e)],
    stMarkdown: (e) => ["text", words(e)],
    stText: (e) => ["text", words(e)],
    stJson: (e) => ["json", words(e).replace(/\s/g, "")],
    stAlert: (e) => ["alert", words(e)],
    // The words of errors are each one's own.
    stException: (e) => ["error", words(e).split(":")[0].split(".").pop()],
    stButton: (e) => [e.querySelector("button:disabled") ? "disabled button" : "button", words(e)],
    stPageLink: (e) => [off(e) ? "disabled link" : "link", words(e)],
    stSidebarNavLink: (e) => [here(e), words(e)],
    stTopNavLink: (e) => [here(e), words(e)],
    stNavSectionHeader: (e) => ["section", words(e)],
    stTextInput: (e) => ["field", label(e) + " = " + field(e).value],
    stCheckbox: (e) => [field(e).checked ? "checked" : "unchecked", words(e)],
    stSpinner: (e) => ["spinner", words(e)],
    stToast: (e) => ["toast", words(e)],
    stNotification: (e) => ["notice", words(e.firstElementChild ?? e)],
  };
  const BOXES = { stSidebar: "sidebar", stDialog: "dialog" };
  const walk = (element, depth) => {
    const isThere = element.checkVisibility({ visibilityProperty: true });
    // A box of which only the content counts is none to the browser.
    if (!isThere && getComputedStyle(element).display !== "contents") return;
    const id = element.dataset?.testid;
    if (KINDS[id]) return say(depth, ...KINDS[id](element));
    if (BOXES[id]) {
      if (id === "stDialog") [lines, depth] = [windows, 1];
      say(depth, BOXES[id]);
      depth += 1;
    }
    for (const child of element.children) walk(child, depth);
    if (id === "stDialog") lines = page;
  };
  walk(document.body, 1);
  const address = location.pathname + location.search;
  if (address !== "/") say(1, "address", address);
  return [...page, ...windows].join("\n");
}
"""


@dataclass(frozen=True)
class Example:
    """A script, or a folder with an `app.py`, and what is known of it."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.stem

    @cached_property
    def _notes(self) -> list[tuple[str, str]]:
        source = self.path if self.path.is_file() else self.path / "app.py"
        return NOTE.findall(source.read_text("utf-8"))

    @property
    def title(self) -> str:
        return next(text for word, text in self._notes if word == "Example")

    @property
    def acts(self) -> list[str]:
        return [text for word, text in self._notes if word == "Do"]

    @property
    def reason(self) -> str:
        return " ".join(text for word, text in self._notes if word == "Differs")

    @property
    def shown(self) -> str:
        """What Ostinato shows, as it was recorded."""
        return FOLDER.joinpath(f"{self.name}.txt").read_text("utf-8")

    @property
    def steps(self) -> list[tuple[str, str]]:
        """What is done, and what is shown then."""
        found: list[tuple[str, list[str]]] = []
        for line in self.shown.splitlines():
            if line.startswith("  "):
                found[-1][1].append(line)
            else:
                found.append((line, []))
        return [(doing, "\n".join(lines)) for doing, lines in found]

    @property
    def shown_by_streamlit(self) -> str:
        path = FOLDER / f"{self.name}.streamlit.txt"
        return path.read_text("utf-8") if path.exists() else self.shown

    def copy_to(self, folder: Path) -> Path:
        """Put it where files may be made beside it; return the script."""
        if self.path.is_file():
            return Path(shutil.copy(self.path, folder / "app.py"))
        shutil.copytree(self.path, folder, dirs_exist_ok=True)
        return folder / "app.py"

    def record(self, shown: str, shown_by_streamlit: str) -> None:
        FOLDER.joinpath(f"{self.name}.txt").write_text(shown, "utf-8")
        other = FOLDER / f"{self.name}.streamlit.txt"
        other.unlink(missing_ok=True)
        if shown != shown_by_streamlit:
            other.write_text(shown_by_streamlit, "utf-8")


def examples() -> list[Example]:
    scripts = [*FOLDER.glob("*.py"), *(path.parent for path in FOLDER.glob("*/app.py"))]
    return [Example(path) for path in sorted(scripts)]


def _enter(page: Page, what: str) -> None:
    label, _, text = what.partition(": ")
    page.get_by_label(label, exact=True).fill(text)
    page.get_by_label(label, exact=True).press("Enter")


def _button(page: Page, label: str) -> Locator:
    return page.get_by_role("button", name=label, exact=True)


ACTS: dict[str, Callable[[Page, str], object]] = {
    "click": lambda page, label: _button(page, label).click(),
    "follow": lambda page, label: page.locator("a:visible", has_text=label).first.click(),
    "check": lambda page, label: page.locator("label:visible", has_text=label).first.click(),
    "enter": _enter,
    "close": lambda page, _: page.keyboard.press("Escape"),
    "back": lambda page, _: page.go_back(),
    "reload": lambda page, _: page.reload(),
    "visit": lambda page, address: page.goto(urljoin(page.url, "/") + address),
    "wait": lambda page, text: page.get_by_text(text, exact=True).wait_for(),
}


def act(page: Page, doing: str) -> None:
    """Do what a line says."""
    verb, _, what = doing.partition(" ")
    ACTS[verb](page, what)


def outline(page: Page) -> str:
    """Return what a person sees."""
    return str(page.evaluate(OUTLINE))


# To record.


def main() -> None:
    """Record the examples that are named, or all; write the table."""
    wanted = sys.argv[1:]
    if not STREAMLIT.python.exists():
        STREAMLIT.install()
    with chromium() as browser:
        for example in examples():
            if wanted and example.name not in wanted:
                continue
            shown = []
            for serve in (ours, theirs):
                with serve(example) as url, browser.new_context() as context:
                    page = context.new_page()
                    page.set_default_timeout(10_000)
                    shown.append("".join(story(page, url, example)))
            example.record(*shown)
            print("same" if shown[0] == shown[1] else "DIFFERS", example.name, flush=True)
    if all(FOLDER.joinpath(f"{each.name}.txt").exists() for each in examples()):
        TABLE.write_text(table(), "utf-8")


@contextmanager
def copied(example: Example) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        yield example.copy_to(Path(folder))


@contextmanager
def ours(example: Example) -> Iterator[str]:
    with copied(example) as script:
        server = Server.of(script).start()
        try:
            yield f"{server.url}/"
        finally:
            server.stop()


@contextmanager
def theirs(example: Example) -> Iterator[str]:
    with copied(example) as script, running(STREAMLIT, script, free_port()) as server:
        yield server.url


def story(page: Page, url: str, example: Example) -> Iterator[str]:
    """Yield what is shown after each act, or that it could not be done."""
    page.goto(url)
    page.get_by_test_id("stMain").first.wait_for()
    yield f"open\n{still(page)}\n"
    for doing in example.acts:
        try:
            act(page, doing)
        except TimeoutError:
            yield f"{doing}\n  this cannot be done\n"
            return
        yield f"{doing}\n{still(page)}\n"


def still(page: Page) -> str:
    """Return what is shown once it has not changed for a while."""
    app = page.get_by_test_id("stApp")
    shown, since = "", time.monotonic()
    while time.monotonic() - since < QUIET:
        page.wait_for_timeout(50)
        now = outline(page)
        if not now or now != shown or app.get_attribute(STATE) != "notRunning":
            shown, since = now, time.monotonic()
    return shown


# The table.

HEAD = """\
# Beside Streamlit

What the examples of Streamlit's documentation on fragments, dialogs, pages, caches and query
parameters show in Streamlit 1.67 and here, after the same acts. Each is a script of
`tests/e2e/beside`, of our own words, run in a browser on both; a test holds Ostinato to what is
recorded there. The words of errors and the looks are not compared, their kinds and places are.

"""


def table() -> str:
    """Return the page of the guide that compares all examples."""
    all_ = examples()
    different = [each for each in all_ if each.shown != each.shown_by_streamlit]
    same = len(all_) - len(different)
    lines = [HEAD, f"Of {len(all_)} examples {same} show the same after every act.\n\n"]
    lines.append("| Example | What is done | Streamlit shows | Ostinato shows | Why |\n")
    lines.append("|---|---|---|---|---|\n")
    for each in all_:
        theirs, ours = changes(each)
        cells = [cell(each.title), cell(", ".join(each.acts)) or "it is opened"]
        lines.append(f"| {' | '.join([*cells, theirs, ours, each.reason])} |\n")
    return "".join(lines)


def changes(example: Example) -> tuple[str, str]:
    """Return what the two show, where that differs."""
    theirs: list[str] = []
    ours: list[str] = []
    both = zip_longest(blocks(example.shown_by_streamlit), blocks(example.shown), fillvalue=())
    for there, here in both:
        theirs += [line for line in there if line not in here]
        ours += [line for line in here if line not in there]
    if not theirs and not ours:
        return "the same", "the same"
    return told(theirs), told(ours)


def blocks(shown: str) -> list[Sequence[str]]:
    """Return the lines after each act."""
    found: list[list[str]] = []
    for line in shown.splitlines():
        if line.startswith("  "):
            found[-1].append(line.strip())
        else:
            found.append([])
    return [*found]


def told(lines: list[str]) -> str:
    return "<br>".join(cell(f"`{line}`") for line in dict.fromkeys(lines)) or "nothing more"


def cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    main()
