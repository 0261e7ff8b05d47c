"""Arguments: what many elements are called with, checked in one place."""
