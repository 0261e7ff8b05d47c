"""Palette: the names of colors that follow the theme."""

PALETTE = ("red", "orange", "yellow", "green", "blue", "violet", "gray", "grey", "primary")
