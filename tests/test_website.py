"""The documentation site: its menu, links, promises and pictures, and the English of its pages."""

import ast
import json
import re
import tomllib
from pathlib import Path

import pytest

import portraits
import promises
import prose
import website
from ostinato import gallery

NAVIGATION = tomllib.loads((website.OWN / "navigation.toml").read_text())


def a_menu(*files: str) -> dict[str, object]:
    pages = [[file, "A page", "what it is about"] for file in files]
    return {"part": [{"file": "guides", "group": [{"pages": pages}]}], "below": {}}


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    for name in ("guide/a.md", "guide/b.md", "site/index.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("# A page\n")
    return tmp_path


def test_the_menu_leads_to_every_page_once() -> None:
    assert list(website.astray(NAVIGATION)) == []


def test_a_guide_has_one_name_in_the_menu_and_above_its_text() -> None:
    pages = [
        page for part in NAVIGATION["part"] for group in part["group"] for page in group["pages"]
    ]
    guides = {file: name for file, name, _ in pages if file.startswith("guide/")}
    heads = {file: (website.DOCS / file).read_text().partition("\n")[0] for file in guides}
    assert heads == {file: f"# {name}" for file, name in guides.items()}


def test_a_page_that_no_menu_names_is_told(docs: Path) -> None:
    [said] = website.astray(a_menu("guide/a.md"), docs)
    assert said == "docs/guide/b.md: is in no menu: name it in docs/site/navigation.toml"


def test_a_menu_that_names_a_page_in_vain_or_twice_is_told(docs: Path) -> None:
    menu = a_menu("guide/a.md", "guide/b.md", "guide/c.md")
    assert list(website.astray(menu, docs)) == ["docs/site/navigation.toml: there is no guide/c.md"]
    said = list(website.astray(a_menu("guide/a.md", "guide/b.md", "guide/b.md"), docs))
    assert said[0] == "docs/site/navigation.toml: guide/b.md is there twice"


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ('<a href="b.html#there">b</a>', ""),
        ('<a href="c.html">c</a>', "a.html: c.html leads nowhere"),
        ('<a href="b.html#gone">b</a>', "a.html: b.html#gone leads nowhere"),
        ('<a href="#gone">here</a>', "a.html: #gone leads nowhere"),
        ('<img src="cat.png">', "a.html: cat.png leads nowhere"),
        ('<a href="https://example.org">elsewhere</a>', ""),
        (
            '<script src="https://example.org/a.js"></script>',
            "a.html: loads https://example.org/a.js from elsewhere",
        ),
    ],
)
def test_links_of_the_finished_site_are_followed(tmp_path: Path, html: str, said: str) -> None:
    (tmp_path / "a.html").write_text(html)
    (tmp_path / "b.html").write_text('<h2 id="there">There</h2>')
    assert list(website.broken(tmp_path)) == ([said] if said else [])


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("[x](state.md#where)", "[x](../guide/state.md#where)"),
        ("[x](../../SECURITY.md)", "[x](../project/security.md)"),
        ("[x](../../examples/steps.py)", "[x](../source/examples/steps.py.md)"),
        ("[x](../../examples/shop)", "[x](../source/examples/shop/index.md)"),
        ("[x](../decisions/README.md)", "[x](../decisions/index.md)"),
        ("[x](https://example.org/a.md)", "[x](https://example.org/a.md)"),
        ("Once (L01), `L01`.", "Once ([L01](../promises/l01.md)), `L01`."),
        ("See A4 and B99.", "See A4 and B99."),
        ("```\n[x](state.md) L01\n```\n", "```\n[x](state.md) L01\n```\n"),
    ],
)
def test_links_lead_where_pages_stand_on_the_site(text: str, moved: str) -> None:
    page = website.DOCS / "guide/forms.md"
    assert website.moved(text, page, "guide/forms.md", set()) == moved


def test_a_picture_for_the_repository_is_one_for_each_theme_of_the_site() -> None:
    html = (
        '<picture>\n  <source media="(prefers-color-scheme: dark)" srcset="dark.png">\n'
        '  <img src="light.png" alt="A page" width="9">\n</picture>\n'
    )
    page = website.moved(html, website.DOCS / "guide/tour.md", "guide/tour.md", set())
    for theme in portraits.THEMES:
        assert f"```{{image}} {theme}.png\n:class: only-{theme} portrait\n:alt: A page" in page


def test_every_rule_that_is_built_is_held_by_a_test_that_its_page_shows() -> None:
    rules = promises.rules()
    assert promises.unheld(rules) == []
    pages = promises.promise_files()
    for rule in rules:
        page = pages[f"promises/{rule.code.lower()}.md"]
        assert page.startswith(f"# {rule.code}: ")
        assert all(proof.name in page and proof.file in page for proof in rule.proofs)
    assert "test_l01_an_event_sent_twice_counts_once" in pages["promises/l01.md"]


def test_a_rule_without_a_test_is_told() -> None:
    bare = promises.Rule("L99", "Nothing is held.", "Loss", is_beyond=True, proofs=[])
    assert promises.unheld([bare]) == ["L99"]
    later = bare._replace(text=f"{promises.NOT_BUILT}Some day.")
    assert promises.unheld([later]) == []


@pytest.mark.parametrize("theme", portraits.THEMES)
@pytest.mark.parametrize("example", sorted(set(portraits.chosen().values())))
def test_every_element_has_a_picture_in_each_theme(example: str, theme: str) -> None:
    assert portraits.file_of(example, theme).exists(), "run `make portraits`"


def test_a_picture_is_stale_when_its_example_or_its_element_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = json.loads(portraits.CURRENT.read_text())
    changed = tmp_path / "current.json"
    changed.write_text(json.dumps({**known, "buttons-button": "another"}))
    before = portraits.stale()
    monkeypatch.setattr(portraits, "CURRENT", changed)
    assert {*portraits.stale()} == {*before, "buttons-button"}


def test_what_is_said_of_code_makes_no_picture_stale() -> None:
    plain = portraits.outline("def f(a):\n    return a + 1\n")
    said = portraits.outline(
        'def f(a):\n    """Add.\n\n    One.\n    """\n    return a + 1  # so\n'
    )
    assert plain == said
    assert plain != portraits.outline("def f(a):\n    return a + 2\n")


def test_an_entry_of_the_reference_has_the_picture_of_its_element_and_its_code() -> None:
    entry = "## button\n\n```python\nst.button(label)\n```\n\nShow a button.\n"
    page = portraits.shown(entry)
    for theme in portraits.THEMES:
        assert f"../../images/elements/buttons-button-{theme}.webp" in page
    assert 'st.button("Play", type="primary"' in page
    assert portraits.shown("## stop\n\n```python\nst.stop()\n```\n\nEnd.\n").count("image") == 0


def test_the_tour_shows_the_code_of_its_pictures() -> None:
    text = (website.DOCS / "guide/tour.md").read_text()
    shown = re.findall(r"```python\n(.*?)```\n\n<picture>.*?/([\w-]+)-dark\.webp", text, re.S)
    assert len(shown) == text.count("<picture>") > 8
    assert {example for _, example in shown} <= portraits.fingerprints().keys()
    for code, example in shown:
        # Lines may be broken otherwise.
        drawn = ast.unparse(ast.parse(gallery.code_of(portraits.examples()[example])))
        assert ast.unparse(ast.parse(code)).endswith(drawn)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two — and three.", ["—"]),
        ("You can simply call it.", ["simply"]),
        ("Save it in the directory.", ["directory"]),
        ("It is is there.", ["is is"]),
        ("A color of a behavior.", ["color", "behavior"]),
        ("`simply` and [simple](just.md).", []),
        ("```\nsimply — just\n```\n", []),
        ("Text:\n\n    simply --color just\n", []),
        ("It works!", ["s!"]),
        ("`a` `a` twice in code.", []),
    ],
)
def test_words_that_our_pages_do_not_use_are_found_in_prose_and_not_in_code(
    text: str, found: list[str]
) -> None:
    assert [each.found for each in prose.breaches(text)] == found


def test_a_long_sentence_is_told_of_and_a_longer_one_is_wrong() -> None:
    def words(count: int) -> str:
        return " ".join(f"word{number}" for number in range(count))

    [told] = prose.breaches(f"One.\n{words(prose.LONG + 1)}.\n\nTwo.\n")
    assert (told.is_error, told.line) == (False, 1)
    [wrong] = prose.breaches(f"{words(prose.LONGEST + 1)}.")
    assert wrong.is_error
    assert list(prose.breaches(f"{words(prose.LONG)}: {words(prose.LONG)}.")) == []
    assert list(prose.breaches("\n".join(f"- {words(20)}" for _ in range(9)))) == []
