"""Data: any table as Arrow, and what is read from it."""
