"""One visitor: events in, runs, edits out."""
