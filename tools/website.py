"""The documentation site: pages of the repository, put together for Sphinx, built, looked at.

python tools/website.py          puts the pages into .site, and builds them into site/
python tools/website.py --check  only says which page the menu leaves out, or names in vain
"""

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import portraits
import promises

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
OWN = DOCS / "site"
PAGES = ROOT / ".site/pages"
DOCTREES = ROOT / ".site/doctrees"
SITE = ROOT / "site"
FONT = "client/node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2"
STATIC = {
    "order.js": OWN / "order.js",
    "logo.svg": OWN / "logo.svg",
    "site.css": OWN / "site.css",
    "theme.css": ROOT / "client/src/view/theme.css",
    "inter.woff2": ROOT / FONT,
}
LANGUAGES = {".py": "python", ".toml": "toml", ".yaml": "yaml", ".conf": "nginx", ".service": "ini"}

LINK = re.compile(r"(?<=\]\()(?!\w+:|[#?])([^)\s#]+)(#[^)\s]*)?(?=\))")
SPANS = re.compile(r"`[^`]*`|\[[^\]]*\](?:\([^)]*\))?")
PICTURE = re.compile(
    r'<picture>\s*<source [^>]*srcset="([^"]+)">\s*<img src="([^"]+)" alt="([^"]+)"[^>]*>\s*'
    r"</picture>\n"
)
"""A picture that the repository shows in the reader's theme: light is the last."""
FENCE = re.compile(r"^ *(`{3,}|:{3,}|~{3,})")
OUTSIDE = "---\norphan: true\nnosearch: true\n---\n\n"


def main() -> None:
    """Build the site, or only look at the menu."""
    navigation = tomllib.loads((OWN / "navigation.toml").read_text())
    problems = list(astray(navigation))
    if "--check" not in sys.argv and not problems:
        stage(navigation)
        build()
        problems = list(broken(SITE))
    if problems:
        sys.exit("\n".join(problems))
    print("every page is in the menu" if "--check" in sys.argv else f"look at {SITE}/index.html")


def astray(navigation: dict[str, Any], docs: Path = DOCS) -> Iterator[str]:
    """Say which pages the menu does not lead to, leads to twice, or leads to in vain."""
    listed = [docs / file for file in _listed(navigation)]
    below = [
        page for pattern in navigation["below"].values() for page in sorted(docs.glob(pattern))
    ]
    known = {*listed, *below}
    for path in sorted(set(docs.rglob("*.md")) - known):
        if OWN.name not in path.relative_to(docs).parts:
            name = path.relative_to(docs)
            yield f"docs/{name}: is in no menu: name it in docs/site/navigation.toml"
    for path in listed:
        if not path.exists():
            yield f"docs/site/navigation.toml: there is no {path.relative_to(docs)}"
        if listed.count(path) > 1:
            yield f"docs/site/navigation.toml: {path.relative_to(docs)} is there twice"


def stage(navigation: dict[str, Any]) -> None:
    """Write what Sphinx reads, where it has changed; remove what is there no more."""
    texts = {
        **dict(_parts(navigation)),
        **dict(_written(navigation)),
        "conf.py": (OWN / "conf.py").read_text(),
        "_templates/sentence.html": (OWN / "templates/sentence.html").read_text(),
    }
    for path in [path for path in PAGES.rglob("*") if path.is_file()]:
        name = path.relative_to(PAGES).as_posix()
        if name not in texts and not name.startswith(("_static/", "images/")):
            path.unlink()
    for name, text in texts.items():
        path = PAGES / name
        if not path.exists() or path.read_text() != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
    (PAGES / "_static").mkdir(parents=True, exist_ok=True)
    for name, source in STATIC.items():
        shutil.copy2(source, PAGES / "_static" / name)
    shutil.copytree(DOCS / "images", PAGES / "images", dirs_exist_ok=True)


def build() -> None:
    """Have Sphinx make the pages; whatever it warns of is an error."""
    options = ["-b", "html", "-q", "-W", "--keep-going", "-j", "auto", "-d", str(DOCTREES)]
    command = [sys.executable, "-m", "sphinx", *options, str(PAGES), str(SITE)]
    if subprocess.run(command, check=False).returncode:
        sys.exit(
            "the site was not built: see above; pages stand in .site/pages as Sphinx sees them"
        )


def broken(site: Path) -> Iterator[str]:
    """Name the links of a site that lead nowhere, and what a page would load from elsewhere."""
    pages = [path for path in sorted(site.rglob("*.html")) if "_static" not in path.parts]
    html = {path: path.read_text() for path in pages}
    ids = {path: set(re.findall(r'\bid="([^"]+)"', text)) for path, text in html.items()}
    for path, text in html.items():
        page = path.relative_to(site)
        for url in set(
            re.findall(r"<(?:script|img|link|source)\b[^>]+(?:src|href)=\"(\w+:[^\"]+)", text)
        ):
            if not url.startswith("data:"):
                yield f"{page}: loads {url} from elsewhere"
        for target in set(re.findall(r'\b(?:href|src)="(?!\w+:|//)([^"]+)"', text)):
            file, _, anchor = target.partition("#")
            to = (path.parent / file.partition("?")[0]).resolve() if file else path
            if not to.exists() or (anchor and to in ids and anchor not in ids[to]):
                yield f"{page}: {target} leads nowhere"


def _listed(navigation: dict[str, Any]) -> Iterator[str]:
    """Yield the files of the menu, from docs/ on."""
    for part in navigation["part"]:
        for group in part["group"]:
            for file, *_ in group["pages"]:
                yield f"..{file}" if file.startswith("/") else file


def _parts(navigation: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the front page, and one for each part of the menu, with what is in it."""
    front = (OWN / "index.md").read_text()
    names = [f"{part['title']} </{part['file']}/index>" for part in navigation["part"]]
    yield "index.md", moved(front, OWN / "index.md", "index.md", set()) + promises.tree(names)
    for part in navigation["part"]:
        name = f"{part['file']}/index.md"
        lines = [f"# {part['title']}\n", moved(part["about"], DOCS / "index.md", name, set()), ""]
        for group in part["group"]:
            lines += [f"## {group['title']}\n"] if "title" in group else []
            entries = [(_place(_source(file)), title, said) for file, title, said in group["pages"]]
            lines += [f"- [{title}](/{place}): {said}" for place, title, said in entries] + [""]
            docs = [f"{title} </{place.removesuffix('.md')}>" for place, title, _ in entries]
            lines.append(promises.tree(docs, group.get("title", "")))
        if part["file"] == "promises":
            generated = promises.promise_files()
            lines.append(generated.pop(name))
            yield from generated.items()
        yield name, "\n".join(lines)


def _written(navigation: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the pages that somebody wrote or the code made, and the files that they lead to."""
    sources = [DOCS / file for file in _listed(navigation)]
    below = {
        DOCS / page: sorted(DOCS.glob(pattern)) for page, pattern in navigation["below"].items()
    }
    done: set[Path] = set()
    waiting = {path.resolve() for path in chain(sources, *below.values())}
    while waiting:
        path = waiting.pop()
        done.add(path)
        place = _place(path)
        found: set[Path] = set()
        text = moved(_text(path), path / "index.md" if path.is_dir() else path, place, found)
        if path in below:
            names = [f"/{_place(each).removesuffix('.md')}" for each in below[path]]
            text += "\n" + promises.tree(names)
        yield place, text
        waiting |= {each for each in found - done if _place(each).endswith(".md")}


def _source(file: str) -> Path:
    return (ROOT / file[1:]).resolve() if file.startswith("/") else (DOCS / file).resolve()


def _place(path: Path) -> str:
    """Return where a file of the repository stands on the site."""
    name = path.relative_to(ROOT).as_posix()
    if name == "README.md":
        return "index.md"
    if name.startswith("docs/"):
        inner = name.removeprefix("docs/")
        return re.sub(r"(^|/)README\.md$", r"\1index.md", inner)
    if path.suffix == ".md" and path.parent in (ROOT, ROOT / "benchmarks"):
        return f"project/{path.stem.lower()}.md"
    if path.name == "README.md":
        return f"source/{path.parent.relative_to(ROOT)}/index.md"
    return f"source/{name}/index.md" if path.is_dir() else f"source/{name}.md"


def _text(path: Path) -> str:
    """Return a page, or a file or folder as a page."""
    if path.is_dir():
        readme = path / "README.md"
        own = readme.read_text() if readme.exists() else f"# {path.relative_to(ROOT)}\n"
        ignored = ("__pycache__", "README.md")
        is_shown = ROOT / "examples" in (path, *path.parents)
        files = [each for each in sorted(path.iterdir()) if is_shown and each.name not in ignored]
        return OUTSIDE + own + "\n" + "".join(f"- [{each.name}]({each.name})\n" for each in files)
    text = path.read_text()
    if path.name == "README.md" and DOCS not in path.parents:
        return _text(path.parent)
    if path.suffix != ".md":
        fence = "`````"
        code = f"{fence}{LANGUAGES.get(path.suffix, 'text')}\n{text.rstrip()}\n{fence}\n"
        return f"{OUTSIDE}# {path.relative_to(ROOT)}\n\n{code}"
    if path == promises.PAGE:
        return promises.ENTRY.sub(r"- [\1\2](promises/\2.md) \3", text)
    return portraits.shown(text) if path.parent.name == "elements" else text


def moved(text: str, path: Path, place: str, found: set[Path]) -> str:
    """Return a page with links as the site has them, and rules linked; note what it leads to."""
    up = "../" * place.count("/")
    text = PICTURE.sub(_in_both_themes, text)

    def target(match: re.Match[str]) -> str:
        if match[1].startswith("promises/") or match[1].endswith("/index.md"):
            return f"{up}{match[1].lower()}"
        to = (path.parent / match[1]).resolve()
        found.add(to)
        return f"{up}{_place(to)}{match[2] or ''}"

    def prose(line: str) -> str:
        line = LINK.sub(target, re.sub(r"\]\(part:(\w+)\)", rf"]({up}\1/index.md)", line))
        if line.startswith("#") or "decisions/" in place or place.startswith("source/"):
            return line
        return _outside(SPANS, line, lambda words: promises.linked(words, f"{up}promises/"))

    return "".join(line if is_code else prose(line) for is_code, line in _lines(text))


def _in_both_themes(found: re.Match[str]) -> str:
    return "\n".join(
        f"```{{image}} {file}\n:class: only-{theme} portrait\n:alt: {found[3]}\n```\n"
        for theme, file in (("light", found[2]), ("dark", found[1]))
    )


def _outside(pattern: re.Pattern[str], line: str, change: Callable[[str], str]) -> str:
    """Change a line, but for what a pattern finds."""
    parts, end = [], 0
    for match in pattern.finditer(line):
        parts += [change(line[end : match.start()]), match[0]]
        end = match.end()
    return "".join([*parts, change(line[end:])])


def _lines(text: str) -> Iterator[tuple[bool, str]]:
    """Yield the lines of a page, and of each whether it is code."""
    fence = ""
    for line in text.splitlines(keepends=True):
        marked = FENCE.match(line)
        if fence:
            yield True, line
            if marked and marked[1].startswith(fence):
                fence = ""
        elif marked and not marked[1].startswith(":"):
            fence = marked[1]
            yield True, line
        else:
            yield line.startswith("    ") and not line.strip().startswith("-"), line


if __name__ == "__main__":
    main()
