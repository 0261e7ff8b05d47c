"""Charts: what the elements that draw one have in common as they travel."""

from ostinato.wire.props import Height, InputProps


class ChartProps(InputProps, frozen=True, kw_only=True):
    """An element that draws a chart, and may be asked what is selected in it.

    `has_theme` says whether the page's colours and fonts are used where the chart has none of its
    own. `can_export` is false if its data is not to be downloaded. `selects` says whether the
    script asks what is selected. `room` is how high it is where the script says no height, in
    pixels: so much is kept free until what draws it is there.
    """

    label: str = ""
    height: Height = "content"
    alt: str | None = None
    has_theme: bool = True
    can_export: bool = True
    selects: bool = False
    room: int
