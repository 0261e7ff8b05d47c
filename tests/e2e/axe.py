"""axe: what a page does wrong for people who see, hear or move differently."""

from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "client" / "node_modules" / "axe-core" / "axe.min.js"
SCREENS = {"desktop": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 844}}

VIOLATIONS = """async () => {
    const {violations} = await axe.run(document, {resultTypes: ["violations"]});
    return violations.flatMap(({id, nodes}) =>
        nodes.map(({target, failureSummary}) => `${id}: ${target}: ${failureSummary}`));
}"""

IS_STILL = """() => document.getAnimations().every((each) =>
    each.playState !== "running" || each.timeline !== document.timeline
        || each.effect.getTiming().iterations === Infinity)"""


def load_axe(page: Page) -> None:
    """Have axe at hand in a page that is yet to load."""
    page.add_init_script(path=AXE)


def violations(page: Page) -> list[str]:
    page.wait_for_function(IS_STILL)
    return page.evaluate(VIOLATIONS)
