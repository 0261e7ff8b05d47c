"""What crosses the socket: the messages, the edits and the props of every element."""
