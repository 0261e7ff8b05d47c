"""Values: what inputs can have as a value, and how it travels. Pure."""
