"""Where sessions are kept, so that any process can go on with any of them."""
