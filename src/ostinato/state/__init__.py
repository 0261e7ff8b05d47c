"""What one session remembers: plain values by key, and widgets by identity. Pure."""
