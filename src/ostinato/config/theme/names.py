"""Names: every option of a theme, what it can be and what it is for."""

from typing import Literal, NamedTuple

Kind = Literal[
    "base", "color", "categories", "ramp", "flag", "font", "faces", "radius", "size", "sizes",
    "pixels", "weight", "light weight", "weights",
]  # fmt: skip

PREFIX = "theme."


class Meaning(NamedTuple):
    """What an option can be, and what it is for."""

    kind: Kind
    help: str


HUES = ("red", "orange", "yellow", "green", "blue", "violet", "gray")

PARTS: dict[str, Meaning] = {
    "primaryColor": Meaning("color", "What one can do, and what is chosen."),
    "backgroundColor": Meaning("color", "The ground of the page."),
    "secondaryBackgroundColor": Meaning("color", "The ground of the sidebar, of code and heads."),
    "textColor": Meaning("color", "Text."),
    **{
        f"{hue}{part}": Meaning("color", f"The {hue} of alerts, badges and Markdown{where}.")
        for hue in HUES
        for part, where in (
            ("Color", ""),
            ("BackgroundColor", ", as a ground"),
            ("TextColor", ", as text"),
        )
    },
    "linkColor": Meaning("color", "Links."),
    "linkUnderline": Meaning("flag", "Whether links are underlined."),
    "codeBackgroundColor": Meaning("color", "The ground of code."),
    "codeTextColor": Meaning("color", "Code."),
    "codeFont": Meaning("font", "The font of code."),
    "codeFontSize": Meaning("size", "The size of blocks of code."),
    "codeFontWeight": Meaning("light weight", "The weight of code."),
    "font": Meaning("font", "The font of all text."),
    "headingFont": Meaning("font", "The font of headings."),
    "headingFontSizes": Meaning("sizes", "The sizes of headings, largest first."),
    "headingFontWeights": Meaning("weights", "The weights of headings, largest heading first."),
    "borderColor": Meaning("color", "Lines around and between elements."),
    "dataframeBorderColor": Meaning("color", "Lines of tables."),
    "dataframeHeaderBackgroundColor": Meaning("color", "The ground of the heads of tables."),
    "dataframeHeaderTextColor": Meaning("color", "The heads of tables."),
    "showWidgetBorder": Meaning("flag", "Whether fields have a border."),
    "baseRadius": Meaning("radius", "How round corners are."),
    "buttonRadius": Meaning("radius", "How round those of buttons are."),
    "paddingTop": Meaning("size", "The room above the first element."),
    "paddingBottom": Meaning("size", "The room below the last element."),
    "chartCategoricalColors": Meaning("categories", "What charts tell apart by color, in order."),
    "chartSequentialColors": Meaning("ramp", "Ten colors of charts, from little to much."),
    "chartDivergingColors": Meaning("ramp", "Ten colors of charts, from less over none to more."),
}  # fmt: skip
"""Options that each section has."""

WHOLE: dict[str, Meaning] = {
    "base": Meaning("base", "light, dark, or where a file of such options is: a path or https."),
    "baseFontSize": Meaning("pixels", "The size of text, in pixels; all else goes with it."),
    "baseFontWeight": Meaning("light weight", "The weight of text; what stands out is heavier."),
    "fontFaces": Meaning("faces", "Fonts, with family and url, and weight, style, unicodeRange."),
    "metricValueFontSize": Meaning("size", "The size of the value of st.metric."),
    "metricValueFontWeight": Meaning("weight", "The weight of the value of st.metric."),
    "showSidebarBorder": Meaning("flag", "Whether there is a line beside the sidebar."),
}
"""Options that only the whole page has."""

MODES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

SECTIONS = ("", "light.", "dark.", "sidebar.", "light.sidebar.", "dark.sidebar.")
"""Where options of a theme stand, after `theme.`: for all of it, or for a part."""

NAMES: dict[str, Meaning] = {
    f"{PREFIX}{section}{name}": meaning
    for section in SECTIONS
    for name, meaning in (PARTS if section else {**WHOLE, **PARTS}).items()
}
"""All of them, by their whole names."""
