"""Prose: what our pages do not say, and how long their sentences may be.

python tools/prose.py             names what breaks a rule, with its line; long sentences by the way
python tools/prose.py FILE ...    looks at these only

Code is not looked at: neither blocks nor what stands between backticks, nor where links lead.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
PATTERNS = (
    "docs/guide/*.md",
    "docs/explanations/*.md",
    "docs/site/*.md",
    "*.md",
    "examples/**/*.md",
)
MADE = ("CHANGELOG.md",)
LONG = 36
"""Words of a sentence that is told of."""
LONGEST = 50
"""Words of a sentence that breaks the rule."""

WORDS = {
    r"—|–| -- ": "an em dash: take a comma, a colon, or two sentences",
    r"simply|just|easily|easy|obviously|of course|basically|trivially": "say it without: what is"
    " easy for one is not for another",
    r"really|actually|very|quite|fairly": "say it without, or say how much",
    r"please note|note that|it is worth noting|keep in mind": "say what there is to note",
    r"in order to": '"to"',
    r"utili[sz]e\w*|leverage\w*": '"use"',
    r"seamless\w*|robust\w*|powerful|cutting.edge|effortless\w*|blazing\w*": "say what it does",
    r"e\.g\.|i\.e\.|etc": '"for example", "that is", or all of them',
    r"can not": '"cannot"',
    r"functionality|functionalities": "say what it does",
    r"allows? you to|enables? you to|lets you": "say what one does, or what it does",
    r"director(?:y|ies)": '"folder"',
    r"front.?ends?|back.?ends?": '"page" or "browser", "server" or "library": docs/glossary.md',
    r"widgets? tree|DOM tree|component tree": '"tree": docs/glossary.md',
    r"colors?|behaviors?|favorites?|centers?": "British spelling",
    r"sign(?:s|ed)? in(?:to)? (?:with|to|the app)": '"log in": docs/glossary.md',
    r"(\w+) \1": "a word that stands there twice",
    r"\w!(?=\s|$)": "an exclamation mark",
}
RULES = {
    re.compile(rf"\b(?:{words})\b" if words[0].isalpha() or words[0] == "(" else words, re.I): said
    for words, said in WORDS.items()
}
TWICE = {"that that", "had had"}
CODE = "§"
"""What stands for code in a sentence."""
PARTS = re.compile(r"(?:^(?! *(?:[-*|#>]|\d+\.) ?).*\n?)+|^.*\n?(?:^ {2,}\S.*\n?)*", re.MULTILINE)
"""Paragraphs, items of lists, and rows of tables."""


class Breach(NamedTuple):
    """A place where a page breaks a rule."""

    line: int
    found: str
    said: str
    is_error: bool = True


def breaches(text: str) -> Iterator[Breach]:
    """Yield what is wrong with a page."""
    plain = without_code(text)
    for rule, said in RULES.items():
        for match in rule.finditer(plain):
            if match[0].lower() not in TWICE:
                yield Breach(plain.count("\n", 0, match.start()) + 1, match[0], said)
    for line, words in sentences(plain):
        if len(words) > LONG:
            said = f"a sentence of {len(words)} words: make two"
            yield Breach(line, " ".join(words[:6]) + " ...", said, len(words) > LONGEST)


def without_code(text: str) -> str:
    """Blank all that is not prose, so that lines keep their numbers."""
    for pattern in (
        r"^---\n.*?\n---$",
        r"^ *(`{3,}|~{3,}).*?^ *\1",
        r"<!--.*?-->",
        r"^(?: {4,}|\t)(?![-*\d]).*$",
        r"<[^<>]+>",
    ):
        text = re.sub(pattern, _blank, text, flags=re.MULTILINE | re.DOTALL * (".*?" in pattern))
    text = re.sub(r"`[^`]*`", lambda found: CODE + "\n" * found[0].count("\n"), text)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"\w+://\S+", CODE, text)


def sentences(plain: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the sentences of a page as words, with the line on which each begins."""
    for block in re.finditer(r"(?:^(?!\s*$).*\n?)+", plain, re.MULTILINE):
        for part in PARTS.finditer(block[0]):
            start = block.start() + part.start()
            for cell in re.finditer(r"[^|]+", part[0]):
                for sentence in re.finditer(r".+?(?:[.!?:;](?=\s|$)|\Z)", cell[0], re.DOTALL):
                    words = re.findall(rf"[\w'’/.,-]*[\w{CODE}][\w'’/.,-]*", sentence[0])
                    # A list of names is no sentence.
                    if words.count(CODE) * 2 <= len(words):
                        place = start + cell.start() + sentence.start()
                        yield plain.count("\n", 0, place) + 1, words


def _blank(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def main() -> None:
    """Look at all pages, or at some."""
    paths = [Path(name).resolve() for name in sys.argv[1:]] or [
        path for pattern in PATTERNS for path in sorted(ROOT.glob(pattern)) if path.name not in MADE
    ]
    is_bad = False
    for path in paths:
        for line, found, said, is_error in breaches(path.read_text()):
            is_bad = is_bad or is_error
            kind = "" if is_error else "by the way: "
            print(f'{path.relative_to(ROOT)}:{line}: {kind}"{found}": {said}')
    if is_bad:
        sys.exit("see the words of docs/glossary.md, and tools/prose.py for the rules")


if __name__ == "__main__":
    main()
