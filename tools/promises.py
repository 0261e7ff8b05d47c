"""Promises: a page for each rule of docs/behaviour.md, with the tests that hold it."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs/behaviour.md"
SHOWN = 2
"""Tests of a rule whose code is on its page: the shortest; the others are named."""
LINES = 40
"""A test that is longer is named only, if there is another one."""

LENGTH = 70
"""Letters of a title."""

ENTRY = re.compile(r"^- (\+?)([A-Z]\d\d) (.*)$", re.MULTILINE)
NOT_BUILT = "*Not built yet.* "
CODE = re.compile(r"(?<![\w`/])([A-Z]\d\d)\b")
NAMED = re.compile(r"^test_((?:[a-z]\d\d_)+)")
IN_PAGE = re.compile(r'"([^"\n]*\((\+?[A-Z]\d\d(?:, \+?[A-Z]\d\d)*)\))"')
BEYOND = "This goes beyond Streamlit."
SAME = "Scripts written for Streamlit depend on this."


class Proof(NamedTuple):
    """A test that names a rule."""

    name: str
    file: str
    line: int
    code: str


class Rule(NamedTuple):
    """A statement that a test can check."""

    code: str
    text: str
    section: str
    is_beyond: bool
    proofs: list[Proof]

    @property
    def is_built(self) -> bool:
        """Whether there is more than the promise."""
        return not self.text.startswith(NOT_BUILT)

    @property
    def headline(self) -> str:
        """What it is about, in a line."""
        first = re.split(r"(?<=[\w)`\"])[.:;](?= |$)", self.text.removeprefix(NOT_BUILT))[0]
        if len(first) <= LENGTH:
            return first
        clause = first[:LENGTH].rpartition(",")[0]
        if len(clause) > LENGTH // 2 and clause.count("(") == clause.count(")"):
            return f"{clause} ..."
        words = first[:LENGTH].rpartition(" ")[0]
        is_cut = words.count("`") % 2
        return (words.rpartition("`")[0] if is_cut else words).rstrip(" ,(") + " ..."


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules in the order of the page."""
    found = proofs()
    sections = re.split(r"^## (.+)$", PAGE.read_text(), flags=re.MULTILINE)[1:]
    return tuple(
        Rule(code, text, title.removesuffix(" (+)"), bool(plus), found.get(code, []))
        for title, body in zip(sections[::2], sections[1::2], strict=True)
        for plus, code, text in ENTRY.findall(body)
    )


@cache
def codes() -> frozenset[str]:
    """Return the codes of all rules."""
    return frozenset(rule.code for rule in rules())


@cache
def proofs() -> dict[str, list[Proof]]:
    """Return the tests that name each rule, of the server and of the page."""
    found = defaultdict(list)
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        text = path.read_text()
        if re.search(r"def test_[a-z]\d\d_", text):
            for codes, proof in _of_server(path, text):
                for code in codes:
                    found[code].append(proof)
    for path in sorted((ROOT / "client/src").rglob("*.test.ts*")):
        for codes, proof in _of_page(path, path.read_text()):
            for code in codes:
                found[code].append(proof)
    return dict(found)


def unheld(all_rules: Iterable[Rule]) -> list[str]:
    """Return the rules that are said to be built and that no test names."""
    return [rule.code for rule in all_rules if rule.is_built and not rule.proofs]


def promise_files() -> dict[str, str]:
    """Return the page of each rule and of each section, by where it stands on the site."""
    all_rules = rules()
    sections: dict[str, list[Rule]] = defaultdict(list)
    for rule in all_rules:
        sections[rule.section].append(rule)
    return {
        "promises/index.md": _index(all_rules, sections),
        **{f"promises/{_slug(title)}.md": _section(title, of) for title, of in sections.items()},
        **{f"promises/{rule.code.lower()}.md": _page(rule) for rule in all_rules},
    }


def linked(text: str, folder: str = "", but: str = "") -> str:
    """Link the rules that a text names to their pages."""

    def link(found: re.Match[str]) -> str:
        is_rule = found[1] in codes() and found[1] != but
        return f"[{found[1]}]({folder}{found[1].lower()}.md)" if is_rule else found[0]

    return CODE.sub(link, text)


def _of_server(path: Path, text: str) -> list[tuple[list[str], Proof]]:
    found = []
    lines = text.splitlines()
    body = ast.parse(text).body
    inner = [each for node in body if isinstance(node, ast.ClassDef) for each in node.body]
    functions = [
        each for each in [*body, *inner] if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    for node in functions:
        if named := NAMED.match(node.name):
            first = min([node.lineno, *(each.lineno for each in node.decorator_list)])
            code = "\n".join(lines[first - 1 : node.end_lineno])
            codes = named[1].upper().strip("_").split("_")
            proof = Proof(node.name, str(path.relative_to(ROOT)), node.lineno, code)
            found.append((codes, proof))
    return found


def _of_page(path: Path, text: str) -> list[tuple[list[str], Proof]]:
    found = []
    for match in IN_PAGE.finditer(text):
        codes = re.findall(r"[A-Z]\d\d", match[2])
        begin = text.rfind("\n", 0, match.start()) + 1
        indent = re.match(" *", text[begin:])
        end = re.compile(rf"^{indent[0] if indent else ''}\}}\);?$", re.MULTILINE)
        ended = end.search(text, match.end())
        code = text[begin : ended.end() if ended else match.end()]
        line = text.count("\n", 0, match.start()) + 1
        found.append((codes, Proof(match[1], str(path.relative_to(ROOT)), line, code)))
    return found


def _index(all_rules: Sequence[Rule], sections: dict[str, list[Rule]]) -> str:
    beyond = sum(rule.is_beyond for rule in all_rules)
    tests = sum(len(rule.proofs) for rule in all_rules)
    lines = [
        f"There are {len(all_rules)} rules, {beyond} of which go beyond Streamlit."
        f" {tests:,} tests name them.",
        "",
        *(f"- [{title}]({_slug(title)}.md): {len(of)} rules" for title, of in sections.items()),
        "",
        "## What no test holds",
        "",
    ]
    open_rules = [rule for rule in all_rules if not rule.proofs]
    lines += [f"- {_link(rule)}" for rule in open_rules] or ["Every rule has a test."]
    return "\n".join([*lines, "", tree([_slug(title) for title in sections])])


def _section(title: str, of: list[Rule]) -> str:
    lines = [f"- {_link(rule)}{' (+)' if rule.is_beyond else ''}" for rule in of]
    return "\n".join([f"# {title}\n", *lines, "", tree([rule.code.lower() for rule in of])])


def _page(rule: Rule) -> str:
    kind = BEYOND if rule.is_beyond else SAME
    parts = [f"# {rule.code}: {rule.headline}", linked(rule.text, but=rule.code), f"*{kind}*"]
    if not rule.proofs:
        parts.append("No test holds this yet.")
    else:
        parts += ["## Held by", *_held(rule.proofs)]
    return "\n\n".join(parts) + "\n"


def _held(all_proofs: list[Proof]) -> list[str]:
    """Show the code of the shortest tests, and name the others."""
    by_length = sorted(all_proofs, key=lambda proof: proof.code.count("\n"))
    shown = [each for each in by_length if each.code.count("\n") < LINES][:SHOWN] or by_length[:1]
    parts = []
    for proof in shown:
        language = "python" if proof.file.endswith(".py") else "typescript"
        parts.append(f"`{proof.file}`, line {proof.line}:")
        parts.append(f"`````{language}\n{_dedented(proof.code)}\n`````")
    others = [proof for proof in all_proofs if proof not in shown]
    if others:
        parts.append(f"## And by {len(others)} more")
        files = dict.fromkeys(proof.file for proof in others)
        for file in files:
            names = [f"  - `{proof.name}`" for proof in others if proof.file == file]
            parts.append("\n".join([f"- `{file}`", *names]))
    return parts


def _dedented(code: str) -> str:
    indent = len(code) - len(code.lstrip(" "))
    return re.sub(rf"^ {{{indent}}}", "", code, flags=re.MULTILINE)


def _link(rule: Rule) -> str:
    return f"[{rule.code}]({rule.code.lower()}.md): {rule.headline}"


def _slug(title: str) -> str:
    return re.sub(r"\W+", "-", title.lower()).strip("-")


def tree(names: list[str], caption: str = "") -> str:
    """Return what tells Sphinx which pages stand below one."""
    options = [":hidden:", *([f":caption: {caption}"] if caption else [])]
    return "\n".join(["", "```{toctree}", *options, "", *names, "```", ""])
