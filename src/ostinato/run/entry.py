"""Entry: what a run of the app begins with: its script, or a page of the folder beside it."""

from collections.abc import Sequence
from types import CodeType

from ostinato.run.navigation import navigate
from ostinato.run.page import Page, drawing_page, order_of
from ostinato.run.run import Run
from ostinato.run.script import Script, execute
from ostinato.state.script_names import mentioned


def run_app(run: Run, script: Script, code: CodeType) -> None:
    """Run the script; if there is a folder of pages, as the first of them, or else another one."""
    files = script.page_files()
    if not files or script.is_router or "navigation" in mentioned(code):
        run.canvas.expect(script.likely)
        execute(code, run.names.now)
        return
    entry = Page(script.path, default=True)
    pages = [entry, *(Page(path) for path in sorted(files, key=order_of))]
    is_shown = run.config.client.show_sidebar_navigation
    page = navigate(run, {"": _first_of_each(pages)}, "sidebar" if is_shown else "hidden", False)
    run.is_routed = run.has_made_pages = True
    if page is not entry:
        page.run()
        return
    with drawing_page(run, entry):
        run.canvas.expect(script.likely)
        execute(code, run.names.now)


def _first_of_each(pages: Sequence[Page]) -> list[Page]:
    """Return the pages without those whose path an earlier one has: files are named by accident."""
    return list({page.name: page for page in reversed(pages)}.values())[::-1]
