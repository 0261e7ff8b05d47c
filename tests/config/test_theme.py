"""Themes: every option that Streamlit names is known, checked, and does something."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import ostinato
from ostinato.config import FOREIGN, OPTIONS, WHY, ConfigFile, load
from ostinato.config.reading import OTHER_NAMES
from ostinato.config.theme.colors import TEXT, WHITE, color, contrast, lowest_contrast, parse
from ostinato.config.theme.contrast import failures
from ostinato.config.theme.names import HUES, NAMES, PARTS, SECTIONS, WHOLE
from ostinato.config.theme.sheet import Sheet, by_section, kind_of, sheet_of
from ostinato.config.theme.toml import toml_of
from ostinato.config.theme.values import check_option, fonts_of, in_one_form
from ostinato.errors import ConfigError

ROOT = Path(ostinato.__file__).parents[2]
STREAMLIT = json.loads((ROOT / "tests/config/streamlit.json").read_text())

VALUES: dict[str, Any] = {
    "base": "dark",
    "color": "#123456",
    "categories": ["#123456", "#654321"],
    "ramp": [f"#0000{place}0" for place in range(10)],
    "flag": False,
    "font": "Fancy, serif",
    "faces": [{"family": "Fancy", "url": "app/static/fancy.woff2"}],
    "radius": "3px",
    "size": "33px",
    "sizes": ["33px", "31px"],
    "pixels": 19,
    "weight": 550,
    "light weight": 350,
    "weights": [850, 650],
}
"""For each kind of option, what it is no default of."""


def themed(text: str) -> Mapping[str, Any]:
    return load(files=[ConfigFile(Path(".streamlit/config.toml"), text)]).config.theme


def made(**options: Any) -> Sheet:
    """Return the sheet of options of `[theme]`; "__" stands for a dot."""
    names = {f"theme.{name.replace('__', '.')}": value for name, value in options.items()}
    sheet = sheet_of(in_one_form(names))
    assert sheet is not None
    return sheet


def test_t01_all_options_of_streamlit_are_known() -> None:
    known = {*OPTIONS, *OTHER_NAMES, *FOREIGN, *NAMES}
    assert len(STREAMLIT) == 345
    assert set(STREAMLIT) - known == set()
    assert {name for name in NAMES if name not in STREAMLIT} == set()
    assert set(WHY) == set(FOREIGN)


@pytest.mark.parametrize("name", [name for name in STREAMLIT if name.startswith("theme.")])
def test_t01_every_option_of_a_theme_changes_the_page(name: str) -> None:
    section, _, short = name.removeprefix("theme.").rpartition(".")
    value = VALUES[NAMES[name].kind]
    checked = {name: check_option(name, value, "it")}
    sheet = sheet_of(checked)
    assert sheet is not None
    assert "sidebar" not in section or ".stSidebar" in sheet.css
    # What is as Streamlit has it where nothing is set: true, that is.
    assert sheet.css.strip() or value is True
    assert short in (PARTS if section else {**PARTS, **WHOLE})
    if section.startswith("dark"):
        assert "prefers-color-scheme: dark" in sheet.css
    if value is False and short == "linkUnderline":
        assert "none" in sheet.css


@pytest.mark.parametrize(
    ("text", "css"),
    [
        ("teal", "#008080"),
        ("DarkBlue", "#00008b"),
        ("#abc", "#aabbcc"),
        ("#0B756C", "#0b756c"),
        ("#0b756c80", "rgb(11 117 108 / 50.2%)"),
        ("rgb(106, 90, 205)", "#6a5acd"),
        ("RGB(70, 130, 180)", "#4682b4"),
        ("rgb(100% 0% 0% / 50%)", "rgb(255 0 0 / 50%)"),
        ("hsl(248, 53%, 58%)", "#6a5bcd"),
        ("HSLA(147, 50%, 47%, 0.5)", "rgb(60 180 114 / 50%)"),
        ("transparent", "rgb(0 0 0 / 0%)"),
    ],
)
def test_colors_are_read_as_css_has_them(text: str, css: str) -> None:
    found = parse(text)
    assert found is not None
    assert found.css == css


@pytest.mark.parametrize(
    "text",
    ["", "nocolor", "#12", "#12345", "rgb(1,2)", "hsl(1, 2, 3)", "url(x)", "red;}", "rgb(a,b,c)"],
)
def test_what_is_no_color_is_none(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("name", "value", "rule"),
    [
        ("primaryColor", "nocolor", "a color"),
        ("primaryColor", 7, "a color"),
        ("base", "pink", "light, dark, or a path"),
        ("base", "http://example.com/theme.toml", "light, dark, or a path"),
        ("baseRadius", 12, "none, small, medium, large, full, or a size in px or rem"),
        ("baseRadius", "12em", "none, small, medium, large, full, or a size in px or rem"),
        ("paddingTop", "2%", "a size in px or rem"),
        ("paddingTop", "-1px", "a size in px or rem"),
        ("paddingTop", "5000px", "at most 1000px"),
        ("headingFontSizes", ["1rem"] * 7, "or a list of up to six"),
        ("headingFontWeights", [410], "a multiple of 50 from 100 to 900"),
        ("baseFontWeight", 700, "a multiple of 50 from 100 to 600"),
        ("baseFontSize", 0, "a whole number of pixels"),
        ("baseFontSize", True, "a whole number of pixels"),
        ("linkUnderline", "maybe", "true or false"),
        ("chartSequentialColors", ["red"], "there are 1"),
        ("chartCategoricalColors", [], "one or more colors"),
        ("font", 'x"}body{}', "names of fonts"),
        ("font", "x:http://example.com/x.css", "names of fonts"),
        ("fontFaces", [{"family": "A"}], "url lacks in font 1"),
        ("fontFaces", [{"family": "A", "url": "x", "size": "1"}], "font 1 has 'size'"),
        ("fontFaces", [{"family": "A", "url": "http://x/y"}], "url='http://x/y'"),
        ("fontFaces", [{"family": "A", "url": 'a")}'}], "in font 1 has url="),
        ("fontFaces", [{"family": "A;}", "url": "a"}], "in font 1 has family="),
        ("fontFaces", "[", "a list as JSON"),
    ],
)
def test_t01_a_value_that_cannot_be_is_named_with_its_rule(
    name: str, value: object, rule: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        check_option(f"theme.{name}", value, "config.toml")
    said = str(caught.value)
    assert said.startswith(f"theme.{name}: must be ")
    assert rule in said
    assert said.endswith(f"got {value!r}: correct config.toml")


def test_t01_files_variables_and_flags_say_the_same() -> None:
    config = load(
        flags={"theme.light.sidebar.primaryColor": "teal", "theme.showSidebarBorder": "false"},
        environment={
            "STREAMLIT_THEME_BASE_FONT_SIZE": "18",
            "OSTINATO_THEME_DARK_CHART_CATEGORICAL_COLORS": "red, rgb(1, 2, 3)",
            "STREAMLIT_THEME_FONT_FACES": '[{"family": "A", "url": "app/static/a.woff2"}]',
        },
        files=[
            ConfigFile(Path(".streamlit/config.toml"), "[theme]\nbaseFontSize = 20\nfont='serif'")
        ],
    ).config
    assert config.theme == {
        "theme.light.sidebar.primaryColor": "teal",
        "theme.showSidebarBorder": False,
        "theme.baseFontSize": 18,
        "theme.dark.chartCategoricalColors": ["#ff0000", "#010203"],
        "theme.fontFaces": [{"family": "A", "url": "app/static/a.woff2"}],
        "theme.font": "serif",
    }


def test_t01_a_misspelt_option_is_told() -> None:
    file = ConfigFile(Path(".streamlit/config.toml"), "[theme.sidebar]\nprimaryColour = 'red'")
    [note] = load(files=[file]).notes
    assert "theme.sidebar.primaryColour" in note
    assert "did you mean theme.sidebar.primaryColor?" in note
    with pytest.raises(ConfigError, match="unknown option"):
        load(files=[ConfigFile(Path(".ostinato/config.toml"), file.text)])


def test_t02_no_option_makes_no_sheet() -> None:
    assert sheet_of({}) is None


GROUNDS = ["#ffffff", "#000000", "#0b1d3a", "#f4ecd8", "#808080", "#ff00ff", "#777777", "#00ff00"]


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("primary", ["#ffd400", "#0b756c", "#ff4b4b", "#111111", "#eeeeee"])
def test_t03_what_is_not_said_is_made_to_be_read(ground: str, primary: str) -> None:
    [look] = made(backgroundColor=ground, primaryColor=primary).looks.values()
    colors = look.colors
    grounds = [colors["background"], colors["secondary-background"]]
    # Nothing has more contrast than black or white on the ground that is worse of two.
    best = max(lowest_contrast(each, grounds) for each in (WHITE, color("#000")))
    pale = colors["primary-background"]
    assert contrast(colors["primary-text"], pale) >= min(TEXT, best) - 0.5
    for token in ("muted-text", "link", *(f"{hue}-text" for hue in HUES)):
        assert lowest_contrast(colors[token], grounds) >= min(TEXT, best) - 0.01, token
    assert lowest_contrast(colors["control-border"], grounds) >= 3
    assert contrast(colors["on-primary"], colors["primary"]) >= TEXT
    for state in ("primary-hover", "primary-active"):
        assert contrast(colors["on-primary"], colors[state]) >= TEXT
    for hue in HUES:
        pale = colors[f"{hue}-background"]
        assert contrast(colors[f"{hue}-text"], pale) >= min(TEXT, best) - 0.01


def test_t03_what_is_said_is_used_as_it_is() -> None:
    css = made(textColor="#999", backgroundColor="#fff", linkColor="yellow").css
    assert "--st-text-color:#999999" in css
    assert "--st-link-color:#ffff00" in css


def test_t03_a_color_of_the_palette_brings_its_ground_and_its_text() -> None:
    css = made(light__redColor="#aa0000").css
    assert "--st-red-color:#aa0000" in css
    assert "--st-red-background-color:#f6e6e6" in css
    assert "--st-red-text-color:#900000" in css


@pytest.mark.parametrize(
    ("options", "kind"),
    [
        ({}, ""),
        ({"primaryColor": "#f00"}, ""),
        ({"base": "light"}, "light"),
        ({"base": "dark", "primaryColor": "#f00"}, "dark"),
        ({"backgroundColor": "#000"}, "dark"),
        ({"backgroundColor": "#eee"}, "light"),
        ({"textColor": "#eee"}, "dark"),
        ({"textColor": "#222"}, "light"),
        ({"base": "dark", "light.primaryColor": "#f00"}, ""),
        ({"backgroundColor": "#000", "dark.sidebar.primaryColor": "#f00"}, ""),
    ],
)
def test_t04_a_ground_says_which_kind_of_page_a_theme_is_for(
    options: dict[str, str], kind: str
) -> None:
    assert kind_of(by_section({f"theme.{name}": each for name, each in options.items()})) == kind


def test_t04_a_theme_for_one_kind_gives_way_to_a_choice() -> None:
    sheet = made(base="dark", primaryColor="#ffd400", baseRadius="large")
    assert sheet.own == "dark"
    assert sheet.version.endswith("-dark")
    for rule in re.findall(r"[^{}\n]+\{[^{}]*color[^{}]*\}", sheet.css):
        assert rule.startswith(":root:not([data-theme])")
    # Corners stay, whatever is chosen.
    assert ":root{--st-radius-xs:" in sheet.css
    assert "@media screen{" in sheet.css


def test_t04_a_theme_for_both_follows_the_system_and_the_choice() -> None:
    sheet = made(light__primaryColor="#990000", dark__primaryColor="#ff9999")
    assert sheet.own == ""
    light, _, dark = sheet.css.partition("@media screen and (prefers-color-scheme: dark){")
    assert "--st-primary-color:#990000" in light
    assert ':root:not([data-theme="light"]){' in dark
    assert ':root[data-theme="dark"]{' in dark
    assert dark.count("--st-primary-color:#ff9999") == 2


def test_t04_what_only_the_light_mode_says_does_not_hold_in_the_dark_one() -> None:
    css = made(light__linkColor="#aa0000").css
    assert css.count("--st-link-color:#aa0000") == 2
    assert ":root{" not in css
    assert ':root[data-theme="light"]{--st-link-color' in css
    assert "@media (prefers-color-scheme: light){\n:root:not([data-theme]){" in css


def test_t05_a_bright_sidebar_on_a_dark_page_has_colors_of_its_own() -> None:
    sheet = made(base="dark", sidebar__backgroundColor="#f4ecd8")
    look = sheet.looks["dark.sidebar"]
    assert sheet.looks["dark"].is_dark
    assert not look.is_dark
    assert ".stSidebar{" in sheet.css
    beside = sheet.css.partition(".stSidebar{")[2].partition("}")[0]
    assert "--st-sidebar-background-color:#f4ecd8" in beside
    assert "color-scheme:light" in beside
    assert "--st-text-color:" in beside
    assert "--st-red-color:" in beside
    assert contrast(look.colors["text"], look.colors["background"]) >= TEXT


def test_t05_a_sidebar_has_the_page_s_accent_and_other_headings() -> None:
    css = made(headingFontSizes="3rem", sidebar__headingFontSizes=["1rem"]).css
    assert ".st-heading h1:not(.stSidebar *){font-size:3rem}" in css
    assert ".stSidebar .st-heading h1{font-size:1rem}" in css
    assert ".stSidebar{" not in css
    css = made(primaryColor="#990000", sidebar__linkColor="#990000").css
    assert ".stSidebar{--st-primary-color" not in css


def test_t07_pairs_that_fail_are_named_with_their_ratio() -> None:
    sheet = made(base="light", primaryColor="#ffee00", textColor="#aaaaaa")
    notes = failures(sheet)
    assert any(
        "primaryColor has a contrast of 1.2 on backgroundColor, and needs 3" in n for n in notes
    )
    assert any(
        "textColor has a contrast of 2.3 on backgroundColor, and needs 4.5" in n for n in notes
    )
    both = failures(made(dark__primaryColor="#101010"))
    assert any("backgroundColor in the dark mode, and needs 3" in note for note in both)
    assert not any("light" in note for note in both)


def test_t07_what_fails_by_a_hair_is_not_said_to_have_enough() -> None:
    # 4.4797 to 1, and 4.5 are needed.
    notes = failures(made(base="light", textColor="#777777"))
    assert "textColor has a contrast of 4.4 on backgroundColor, and needs 4.5" in notes[0]


def test_t07_a_good_theme_is_not_complained_of() -> None:
    assert failures(made(backgroundColor="#0b1d3a", primaryColor="#ffd23f")) == []
    assert failures(made(font="serif")) == []


def test_t08_fonts_are_written_as_css_has_them() -> None:
    theme = themed(
        "[theme]\n"
        "font = 'Nunito:https://fonts.googleapis.com/css2?family=Nunito:wght@400,700, serif'\n"
        "[[theme.fontFaces]]\nfamily = 'Frau'\nurl = 'app/static/frau.woff2'\nweight = '100 900'\n"
        "unicodeRange = 'U+0-FF'\n"
    )
    sheet = sheet_of(in_one_form(theme), "../../")
    assert sheet is not None
    assert sheet.imports == ("https://fonts.googleapis.com/css2?family=Nunito:wght@400,700",)
    assert '--st-font:"Nunito", ui-serif' in sheet.css
    assert (
        '@font-face{font-family:"Frau";src:url("../../app/static/frau.woff2");font-display:swap;'
        "font-weight:100 900;unicode-range:U+0-FF}" in sheet.css
    )


def test_fonts_are_told_apart() -> None:
    assert fonts_of("'Space Mono', Open Sans, monospace") == [
        ("Space Mono", ""),
        ("Open Sans", ""),
        ("monospace", ""),
    ]


def test_t10_charts_have_as_many_colors_as_a_theme_says() -> None:
    css = made(
        chartCategoricalColors=["red", "blue"], dark__chartDivergingColors=VALUES["ramp"]
    ).css
    assert ":root .st-chart{--st-chart-count:2;--st-chart-1-color:#ff0000" in css
    assert "--st-chart-diverging-10-color:" in css


def test_sizes_without_a_unit_are_pixels_if_they_are_text() -> None:
    assert check_option("theme.paddingTop", "16", "it") == "16px"
    assert ".stMainBlockContainer{padding-top:calc(3.75rem + 0px)}" in made(paddingTop="0").css
    assert ".stSidebarUserContent{padding-top:8px}" in made(sidebar__paddingTop="8px").css


def test_classes_that_rules_are_for_are_those_of_the_page() -> None:
    every = {name: VALUES[meaning.kind] for name, meaning in NAMES.items()}
    sheet = sheet_of(in_one_form(every))
    assert sheet is not None
    client = ROOT / "client/src"
    sources = "".join(
        path.read_text()
        for path in client.rglob("*")
        if path.suffix in (".css", ".tsx") and ".test." not in path.name
    )
    classes = set(re.findall(r"\.(st[\w-]*[a-zA-Z])", sheet.css))
    assert len(classes) > 10
    assert {name for name in classes if not re.search(rf"\b{name}\b", sources)} == set()


def test_tokens_that_a_theme_sets_are_those_of_the_page() -> None:
    every = {name: VALUES[meaning.kind] for name, meaning in NAMES.items()}
    sheet = sheet_of(in_one_form(every))
    assert sheet is not None
    client = ROOT / "client/src"
    sources = "".join(
        path.read_text() for path in client.rglob("*") if path.suffix in (".css", ".ts", ".tsx")
    )
    tokens = set(re.findall(r"(--st-[\w-]+):", sheet.css))
    unknown = {
        name
        for name in tokens
        if name not in sources and not re.fullmatch(r"--st-chart-(\w+-)?\d+-color", name)
    }
    assert unknown == set()


MADE_BY_THE_PAGE = {"baseRadius", "baseFontSize", "baseFontWeight"}
MADE_BY_THE_PAGE |= {"headingFontSizes", "headingFontWeights", "chartCategoricalColors"}
MADE_BY_THE_PAGE |= {"chartSequentialColors", "chartDivergingColors"}
"""Tokens for components that follow from what these do to the page."""

OF_THE_PAGE = {"base", "fontFaces", "paddingTop", "paddingBottom"}
OF_THE_PAGE |= {"showSidebarBorder", "showWidgetBorder"}
"""No component is told of these."""


@pytest.mark.parametrize(
    "name",
    [name for name in NAMES if name.rpartition(".")[2] not in MADE_BY_THE_PAGE | OF_THE_PAGE],
)
def test_h09_components_are_told_what_a_theme_says(name: str) -> None:
    short = name.rpartition(".")[2]
    sheet = sheet_of({name: check_option(name, VALUES[NAMES[name].kind], "it")})
    assert sheet is not None
    token = re.sub(r"[A-Z]", lambda letter: f"-{letter[0].lower()}", short)
    # In the sidebar they are given its own ground, and that of what stands out there.
    assert re.search(rf"--st-(sidebar-)?{token}:", sheet.css)


def test_t11_the_toml_of_a_theme_says_the_same() -> None:
    every = {name: VALUES[meaning.kind] for name, meaning in NAMES.items()}
    assert themed(toml_of(every)) == every


@pytest.mark.parametrize("section", SECTIONS)
def test_a_hostile_value_never_gets_into_the_sheet(section: str) -> None:
    for short in PARTS if section else {**PARTS, **WHOLE}:
        for evil in ("red;}body{display:none}", "</style><script>", "url(//evil.test)", "\\0"):
            for value in (evil, [evil] * 10, [{"family": evil, "url": evil}]):
                with pytest.raises(ConfigError):
                    check_option(f"theme.{section}{short}", value, "it")
