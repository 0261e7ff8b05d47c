"""What concerns all tests."""

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the tests in a browser last: Playwright keeps an event loop in the main thread."""
    items.sort(key=lambda item: "e2e" in item.path.parts)
