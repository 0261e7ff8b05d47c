"""The tree of elements and how it grows from run to run. Pure: no clocks, no threads."""
