"""Commands: calls of a script that draw nothing."""
