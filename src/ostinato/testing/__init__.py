"""Testing: drive an app without a browser.

Example:
    >>> from ostinato.testing import AppTest
    >>> app = AppTest.from_file("app.py").run()
    >>> app.text_input(key="name").input("Ada").run()
    >>> assert app.markdown[0].value == "Hello Ada"
"""

from ostinato.testing.app_test import AppTest as AppTest

__all__ = ["AppTest"]
