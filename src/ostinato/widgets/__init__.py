"""One module for each element. None imports another."""
