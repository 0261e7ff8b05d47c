"""Cache: what functions have made, kept for later calls with the same arguments."""
