"""Rules: what the options of a theme say of fonts, sizes, corners and charts, as CSS.

Each is a declaration for a selector below that of the page: "" is the page itself.
"""

from ostinato.config.theme.defaults import MONO, SANS
from ostinato.config.theme.tokens import Values
from ostinato.config.theme.values import fonts_of

Rules = dict[tuple[str, str], str]
"""Values, by selector and property."""

SIDEBAR = " .stSidebar"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ALL_HEADINGS = " .st-heading :is(h1, h2, h3, h4, h5, h6)"
_CODE = " :is(.stCode pre, .stJson, .stHelp)"
_FIELDS = " :is(.st-control, .st-chips, .stChatInput)"

_EMOJI = SANS.partition(" sans-serif, ")[2]
SERIF = f'ui-serif, Charter, Georgia, Cambria, "DejaVu Serif", serif, {_EMOJI}'
_GENERIC = {"sans-serif": SANS, "sans serif": SANS, "serif": SERIF, "monospace": MONO}

_SHARES = {"-xs": (0.5, 0.35), "-sm": (0.75, 0.75), "": (1.0, 60.0), "-lg": (1.5, 1.75)}
"""Of radii, the share of the one that was set, and the most in rem."""

_PIXELS = 16.0


def rules_of(given: Values, place: str = "") -> Rules:
    """Return the rules of a place.

    Args:
        given: Its options, by their short names.
        place: The selector of it, "" for the page.
    """
    made: Rules = {}
    _fonts(made, given, place)
    _headings(made, given, place)
    _weights(made, given, place)
    _corners(made, given, place)
    _room(made, given, place)
    _shown(made, given, place)
    for name, value in chart_tokens(given).items():
        made[f"{place} .st-chart", f"--st-{name}"] = value
    return made


def chart_tokens(given: Values) -> dict[str, str]:
    """Return the tokens of charts, by their names."""
    made: dict[str, str] = {}
    if found := given.get("chartCategoricalColors"):
        made["chart-count"] = str(len(found))
        made |= {f"chart-{at}-color": each for at, each in enumerate(found, 1)}
    for name in ("Sequential", "Diverging"):
        found = given.get(f"chart{name}Colors", ())
        made |= {f"chart-{name.lower()}-{at}-color": each for at, each in enumerate(found, 1)}
    return made


def family(value: str, rest: str = SANS) -> str:
    """Return the fonts that an option names, as CSS has them, with others to fall back on.

    Example:
        >>> family("Fira Code, serif")
        '"Fira Code", ui-serif, Charter, Georgia, Cambria, "DejaVu Serif", serif, ...
    """
    names = [name for name, _ in fonts_of(value)]
    found = [_GENERIC.get(name.lower(), f'"{name}"') for name in names]
    is_whole = any(name.lower() in _GENERIC for name in names)
    return ", ".join(found if is_whole else [*found, rest])


def _fonts(made: Rules, given: Values, place: str) -> None:
    if "font" in given:
        made[place, "--st-font"] = family(given["font"])
        made[place, "font-family"] = "var(--st-font)"
    if "codeFont" in given:
        made[place, "--st-code-font"] = family(given["codeFont"], MONO)
    if "headingFont" in given:
        made[place, "--st-heading-font"] = family(given["headingFont"])
        made[place + _ALL_HEADINGS, "font-family"] = "var(--st-heading-font)"
    if "codeFontSize" in given:
        made[place, "--st-code-font-size"] = given["codeFontSize"]
        made[place + _CODE, "font-size"] = "var(--st-code-font-size)"
    if "baseFontSize" in given:
        made[place, "font-size"] = f"{given['baseFontSize']}px"
    if "metricValueFontSize" in given:
        made[place, "--st-metric-value-font-size"] = given["metricValueFontSize"]
        made[f"{place} .st-metric-value", "font-size"] = "var(--st-metric-value-font-size)"


def _headings(made: Rules, given: Values, place: str) -> None:
    # Those of the page do not hold in the sidebar, which has less room.
    end = "" if place else f":not({SIDEBAR.strip()} *)"
    for name, css in (("headingFontSizes", "font-size"), ("headingFontWeights", "font-weight")):
        for heading, value in zip(HEADINGS, given.get(name, ()), strict=False):
            made[f"{place} .st-heading {heading}{end}", css] = str(value)


def _weights(made: Rules, given: Values, place: str) -> None:
    if weight := given.get("baseFontWeight"):
        made[place, "font-weight"] = str(weight)
        made[place, "--st-weight-medium"] = str(weight + 150)
        made[place, "--st-weight-bold"] = str(weight + 250)
        made[f"{place} .st-markdown strong", "font-weight"] = str(weight + 200)
        end = ":not(h1 *)"
        made[f"{place} .st-heading :is(h2, h3, h4, h5, h6)", "font-weight"] = str(weight + 200)
        made[f"{place} .st-heading strong{end}", "font-weight"] = "inherit"
        made[f"{place} .st-heading h1", "font-weight"] = str(weight + 300)
    if weight := given.get("codeFontWeight"):
        made[place, "--st-code-font-weight"] = str(weight)
        code = f"{place} :is(.stCode pre, .st-markdown code, .stJson)"
        made[code, "font-weight"] = "var(--st-code-font-weight)"
    if weight := given.get("metricValueFontWeight"):
        made[place, "--st-metric-value-font-weight"] = str(weight)
        made[f"{place} .st-metric-value", "font-weight"] = "var(--st-metric-value-font-weight)"


def _corners(made: Rules, given: Values, place: str) -> None:
    if radius := given.get("baseRadius"):
        for name, (share, most) in _SHARES.items():
            made[place, f"--st-radius{name}"] = _scaled(radius, share, most)
    if radius := given.get("buttonRadius"):
        made[place, "--st-button-radius"] = radius
        made[f"{place} :is(.st-button, .st-shell-button)", "border-radius"] = radius


def _scaled(size: str, share: float, most: float) -> str:
    unit = "rem" if size.endswith("rem") else "px"
    number = float(size.removesuffix(unit)) * share
    return f"{min(number, most if unit == 'rem' else most * _PIXELS):g}{unit}"


def _room(made: Rules, given: Values, place: str) -> None:
    box = f"{place} .stSidebarUserContent" if place else " .stMainBlockContainer"
    if "paddingTop" in given:
        top = given["paddingTop"]
        # The header of the page lies above what is below it.
        made[box, "padding-top"] = top if place else f"calc(3.75rem + {top})"
    if "paddingBottom" in given:
        made[box, "padding-bottom"] = given["paddingBottom"]


def _shown(made: Rules, given: Values, place: str) -> None:
    if "linkUnderline" in given:
        made[place, "--st-link-underline"] = str(int(given["linkUnderline"]))
        line = "underline" if given["linkUnderline"] else "none"
        made[f"{place} .st-markdown a:not(:hover)", "text-decoration-line"] = line
    if given.get("showSidebarBorder") is False:
        made[SIDEBAR, "border-color"] = "transparent"
    if "showWidgetBorder" in given:
        fields = f"{place}{_FIELDS}:not(:where(:focus-within, [data-invalid] *, :hover))"
        if not given["showWidgetBorder"]:
            made[fields, "border-color"] = "transparent"
            made[fields, "background-color"] = "var(--st-secondary-background-color)"
