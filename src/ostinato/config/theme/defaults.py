"""Defaults: the fonts and colors of tokens. Made by `make generate`."""

SANS = (
    'Inter, "Inter Arial", "Inter DejaVu", system-ui, sans-serif, "Apple Color Emoji", '
    '"Segoe UI Emoji", "Noto Color Emoji"'
)
MONO = 'ui-monospace, "SF Mono", SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace'

TOKENS = {
    "background": ("#ffffff", "#10141a"),
    "secondary-background": ("#f3f5f7", "#1a2029"),
    "sidebar-background": ("#f3f5f7", "#171c24"),
    "sidebar-secondary-background": ("#ffffff", "#232b36"),
    "raised-background": ("#ffffff", "#1c232d"),
    "inset-background": ("rgb(255 255 255 / 60%)", "rgb(0 0 0 / 25%)"),
    "backdrop": ("rgb(10 14 20 / 45%)", "rgb(10 14 20 / 45%)"),
    "hover-background": ("rgb(20 30 45 / 5%)", "rgb(220 232 248 / 7%)"),
    "text": ("#1c2430", "#edf1f6"),
    "muted-text": ("#5a6575", "#a3afbf"),
    "border": ("#d9dee5", "#323c4a"),
    "control-border": ("#848f9e", "#6d7989"),
    "disabled-text": ("#8d97a5", "#6b7788"),
    "disabled-background": ("#f3f5f7", "#171c24"),
    "link": ("#0a6a8f", "#5cc4ea"),
    "code-background": ("#f3f5f7", "#171d26"),
    "code-text": ("#334052", "#cdd6e2"),
    "primary": ("#0b756c", "#3fd0bd"),
    "primary-text": ("#0b756c", "#3fd0bd"),
    "primary-hover": ("#095e57", "#6be0d0"),
    "primary-active": ("#074c46", "#8feade"),
    "on-primary": ("#ffffff", "#04211d"),
    "primary-background": ("#e2f3f0", "#123530"),
    "red": ("#d92d3a", "#ff7a80"),
    "red-text": ("#b3202d", "#ff9095"),
    "red-background": ("#fdecec", "#3a1b1f"),
    "orange": ("#d9680b", "#ffab5c"),
    "orange-text": ("#974706", "#ffb873"),
    "orange-background": ("#fdf0e3", "#39260f"),
    "yellow": ("#dba800", "#ffd84d"),
    "yellow-text": ("#795700", "#f6d356"),
    "yellow-background": ("#fdf6d9", "#342b0c"),
    "green": ("#1d8a4a", "#5fd690"),
    "green-text": ("#126b38", "#77dda1"),
    "green-background": ("#e5f6eb", "#12311f"),
    "blue": ("#1a73d1", "#6cb4ff"),
    "blue-text": ("#0f5aab", "#8ac3ff"),
    "blue-background": ("#e8f2fd", "#14293f"),
    "violet": ("#7a4bd0", "#bb9dfb"),
    "violet-text": ("#6539b5", "#c6adfc"),
    "violet-background": ("#f1ebfc", "#2a2042"),
    "gray": ("#6b7686", "#9aa6b6"),
    "gray-text": ("#56606f", "#aab5c4"),
    "gray-background": ("#eef1f4", "#232a34"),
    "dataframe-border": ("#d9dee5", "#323c4a"),
    "dataframe-header-background": ("#f3f5f7", "#1a2029"),
    "dataframe-header-text": ("#5a6575", "#a3afbf"),
}
"""Colors, light and dark."""
