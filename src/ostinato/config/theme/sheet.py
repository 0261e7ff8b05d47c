"""Sheet: the style sheet of a theme, with all that follows from its options.

A theme that says how bright its page is, by `base` or by a ground, is for one kind of page: who
chooses light or dark in the menu sees the look without its colors. Any other is for both.
"""

import hashlib
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from ostinato.config.theme.colors import Color, color, luminance
from ostinato.config.theme.names import MODES, PREFIX, SECTIONS
from ostinato.config.theme.rules import SIDEBAR, Rules, rules_of
from ostinato.config.theme.tokens import GROUNDS, Derivation, Look, Mode
from ostinato.config.theme.values import fonts_of


class Sheet(NamedTuple):
    """The style sheet of a theme."""

    css: str
    own: Literal["", "light", "dark"]
    """Which kind of page it is for; "" for both."""
    looks: Mapping[str, Look]
    """What it makes of colors, by mode, and by mode and sidebar."""
    imports: tuple[str, ...] = ()
    """Addresses of style sheets that have its fonts."""

    @property
    def version(self) -> str:
        """A name of its own for what it holds."""
        digest = hashlib.blake2s("\n".join([self.css, *self.imports]).encode(), digest_size=6)
        return f"{digest.hexdigest()}{self.own and '-'}{self.own}"


def sheet_of(theme: Mapping[str, Any], base: str = "") -> Sheet | None:
    """Return the style sheet of a theme; None if it says nothing.

    Args:
        theme: Its options, checked, by their whole names.
        base: How to get from the sheet to the app, as addresses of fonts are seen from there.
    """
    sections = by_section(theme)
    if not any(sections.values()):
        return None
    own = kind_of(sections)
    modes: tuple[Mode, ...] = (own,) if own else MODES
    looks: dict[str, Look] = {}
    rules = {mode: _rules(sections, mode, looks) for mode in modes}
    if own:
        own = "dark" if looks[own].is_dark else "light"
    faces = "".join(_face(face, base) for face in theme.get("theme.fontFaces", ()))
    css = faces + (_for_one(rules[modes[0]], own) if own else _for_both(rules))
    return Sheet(css, own, looks, _imports(theme))


def by_section(theme: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the options of each section, by their short names."""
    found: dict[str, dict[str, Any]] = {section.rstrip("."): {} for section in SECTIONS}
    for name, value in theme.items():
        section, _, short = name.removeprefix(PREFIX).rpartition(".")
        found[section][short] = value
    return found


def kind_of(sections: Mapping[str, Mapping[str, Any]]) -> Literal["", "light", "dark"]:
    """Return which kind of page a theme is for; "" for both."""
    top = sections[""]
    if any(sections[mode] or sections[f"{mode}.sidebar"] for mode in MODES):
        return ""
    if top.get("base") in MODES:
        return top["base"]  # type: ignore[no-any-return]
    grounds = [name for name in GROUNDS if name in top]
    if not grounds:
        return ""
    is_bright = luminance(color(top[grounds[0]])) > 0.18
    return "dark" if is_bright == (grounds[0] == "textColor") else "light"


def given_in(sections: Mapping[str, Mapping[str, Any]], mode: str) -> dict[str, Any]:
    """Return the options that hold on a page of one mode, outside of its sidebar."""
    return {**sections[""], **sections[mode]}


def _rules(sections: Mapping[str, Mapping[str, Any]], mode: Mode, looks: dict[str, Look]) -> Rules:
    given = given_in(sections, mode)
    page = looks[mode] = Derivation(given, mode).look()
    made = {**_tokens(page.made, ""), **rules_of(given)}
    if page.is_dark != (mode == "dark"):
        made["", "color-scheme"] = "dark" if page.is_dark else "light"
    beside = {**sections["sidebar"], **sections[f"{mode}.sidebar"]}
    if beside:
        made |= _beside(given, beside, mode, looks)
    return made


def _beside(
    given: Mapping[str, Any], beside: Mapping[str, Any], mode: Mode, looks: dict[str, Look]
) -> Rules:
    """Return what is otherwise in the sidebar."""
    page = looks[mode]
    start = {
        **page.made,
        "background": page.colors["sidebar-background"],
        "secondary-background": page.colors["sidebar-secondary-background"],
        "text": page.colors["text"],
    }
    kept = {name: value for name, value in given.items() if name not in GROUNDS}
    look = Derivation({**kept, **beside}, mode, start).look()
    looks[f"{mode}.sidebar"] = look
    made = rules_of(beside, SIDEBAR)
    now = dict(look.colors)
    ground, field = now.pop("background"), now.pop("secondary-background")
    if any(name in beside for name in GROUNDS):
        # There the page's ground is that of fields, which stand out from the sidebar.
        now |= {
            "background": field,
            "sidebar-background": ground,
            "sidebar-secondary-background": field,
        }
    others = {name: each for name, each in now.items() if each != page.colors.get(name)}
    made |= _tokens(others, SIDEBAR)
    if "text" in others:
        made[SIDEBAR, "color"] = "var(--st-text-color)"
    if look.is_dark != page.is_dark:
        made[SIDEBAR, "color-scheme"] = "dark" if look.is_dark else "light"
    return made


def _tokens(colors: Mapping[str, Color], place: str) -> Rules:
    made = {(place, f"--st-{name}-color"): each.css for name, each in colors.items()}
    if focus := made.pop((place, "--st-focus-color"), ""):
        made[place, "--st-focus-ring"] = f"0 0 0 0.1875rem {focus}"
    return made


def _for_one(rules: Rules, own: str) -> str:
    """Return the sheet of a theme for one kind of page: its colors hold where nobody chose."""
    colors = {key: value for key, value in rules.items() if _is_color(key)}
    others = {key: value for key, value in rules.items() if key not in colors}
    colors["", "color-scheme"] = own
    css = _blocks(colors, ":root:not([data-theme])")
    # Paper is white.
    return _blocks(others, ":root") + (_on_screens(css) if own == "dark" else css)


def _for_both(rules: Mapping[Mode, Rules]) -> str:
    light, dark = rules["light"], rules["dark"]
    same = {key: value for key, value in light.items() if dark.get(key) == value}
    light = {key: value for key, value in light.items() if key not in same}
    dark = {key: value for key, value in dark.items() if key not in same}
    chosen = _blocks(dark, ':root[data-theme="dark"]')
    followed = _blocks(dark, ':root:not([data-theme="light"])')
    # What the light mode has said must not stay where the dark one says nothing.
    unsaid = {key for key in light if key not in dark}
    only_light = {key: value for key, value in light.items() if key in unsaid}
    light = {key: value for key, value in light.items() if key not in unsaid}
    return "".join(
        [
            _blocks(same, ":root"),
            _blocks(light, ":root"),
            _blocks(only_light, ':root[data-theme="light"]'),
            _within(
                "(prefers-color-scheme: light)", _blocks(only_light, ":root:not([data-theme])")
            ),
            _within("screen and (prefers-color-scheme: dark)", followed),
            _on_screens(chosen),
        ]
    )


def _is_color(key: tuple[str, str]) -> bool:
    _, name = key
    if name.startswith("--st-"):
        return name.endswith("-color") or name.startswith(("--st-chart-", "--st-focus-"))
    return name in ("color-scheme", "color")


def _blocks(rules: Rules, root: str) -> str:
    places: dict[str, list[str]] = {}
    for (place, name), value in rules.items():
        places.setdefault(place, []).append(f"{name}:{value}")
    return "".join(f"{root}{place}{{{';'.join(said)}}}\n" for place, said in places.items())


def _on_screens(css: str) -> str:
    return _within("screen", css)


def _within(condition: str, css: str) -> str:
    return f"@media {condition}{{\n{css}}}\n" if css else ""


_FACE_CSS = {"weight": "font-weight", "style": "font-style", "unicodeRange": "unicode-range"}


def _face(face: Mapping[str, str], base: str) -> str:
    address = face["url"]
    if "://" not in address and not address.startswith("/"):
        address = base + address
    said = [f'font-family:"{face["family"]}"', f'src:url("{address}")', "font-display:swap"]
    said += [f"{css}:{face[name]}" for name, css in _FACE_CSS.items() if name in face]
    return f"@font-face{{{';'.join(said)}}}\n"


def _imports(theme: Mapping[str, Any]) -> tuple[str, ...]:
    fonts = [
        address
        for name, value in theme.items()
        if name.rpartition(".")[2] in ("font", "headingFont", "codeFont")
        for _, address in fonts_of(value)
        if address
    ]
    return tuple(dict.fromkeys(fonts))
