"""Style sheets and tests written for Streamlit's pages find the same structure here."""

import re
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import expect

from e2e.page import Serve, Visit

APPS = Path(__file__).parent / "apps"

ABSENT = {
    "stIconMaterial": "icons are drawn, not letters of a font",
    "stAppDeployButton": "there is nowhere to deploy to",
    "stBaseButton-header": "it stands in the deploy button",
    "stAppIframeResizerAnchor": "belongs to their cloud",
    "stTooltipHoverTarget": "a button names itself, so a toolbar's needs no tooltip",
    "stTooltipIcon": "stands beside the label: help is not a part of a field's name",
    "stSliderThumbValue stMarkdownContainer": "a number is no Markdown",
    "stSliderTickBar stMarkdownContainer": "a number is no Markdown",
}
"""Places that Streamlit's page has and ours does not, and why."""

TWICE = "stButton stBaseButton-primary"
"""Streamlit draws a button with help a second time, for phones."""

OUTLINE = r"""() => {
    const lines = [];
    const walk = (element, depth) => {
        const id = element.dataset.testid;
        if (id) {
            const role = element.getAttribute("role");
            const classes = [...element.classList].filter((name) => /^st[A-Z]|-/.test(name));
            const parts = [id, role && `role=${role}`, classes.map((name) => `.${name}`).join("")];
            lines.push("  ".repeat(depth++) + parts.filter(Boolean).join(" "));
        }
        for (const child of element.children) walk(child, depth);
    };
    walk(document.querySelector(".stApp"), 0);
    return lines.join("\n");
}"""


class Place(NamedTuple):
    path: str
    marks: set[str]
    """Role and classes."""


def test_the_page_has_every_place_that_streamlits_has_in_its_order(
    serve: Serve, visit: Visit
) -> None:
    page = visit(serve(APPS / "elements.py").url)
    page.wait_for_load_state("networkidle")
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    theirs = places((APPS / "elements-in-streamlit-1.67.txt").read_text("utf-8"))
    ours = iter(places(page.evaluate(OUTLINE)))
    for place in theirs:
        if TWICE in place.path:
            continue
        assert any(each.path == place.path and each.marks >= place.marks for each in ours), place


def places(outline: str) -> list[Place]:
    """Read an outline; what is absent on one side is left out on both."""
    above: list[str] = []
    found = []
    for line in outline.splitlines():
        name, *marks = line.split()
        depth = (len(line) - len(line.lstrip())) // 2
        above[depth:] = [name]
        path = " ".join(each for each in above if each not in ABSENT)
        if name not in ABSENT and " ".join(path.split()[-2:]) not in ABSENT:
            found.append(Place(path, set(re.findall(r"role=\w+|\.[\w-]+", " ".join(marks)))))
    return found
