"""Units: what sizes are said in, by options and in errors."""

MEGABYTE = 1_000_000
"""Bytes of a megabyte."""
