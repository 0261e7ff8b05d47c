"""Tests of apps."""

from ostinato.errors import AppTestError
from ostinato.testing import AppTest

__all__ = ["AppTest", "AppTestError"]
