"""Palette: the names of colors that follow the theme."""

from ostinato.values.rgba import NAMES

PALETTE = (*NAMES, "primary")
