"""Measures this package side by side with Streamlit: `python -m benchmarks`, or `make bench`."""
