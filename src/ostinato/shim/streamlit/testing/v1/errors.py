"""Errors of tests of apps."""

from ostinato.errors import AppTestError

__all__ = ["AppTestError"]
