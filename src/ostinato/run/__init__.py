"""One execution of the script, and what a script can call while it runs."""
