"""Tests of apps."""

from ostinato.testing import AppTest

__all__ = ["AppTest"]
