"""Loggers as Streamlit gives them."""

from logging import Logger, getLogger

__all__ = ["get_logger"]


def get_logger(name: str) -> Logger:
    """Return the logger of a name; it is the standard library's."""
    return getLogger(name)
