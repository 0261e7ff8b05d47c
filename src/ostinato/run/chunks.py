"""Chunks: the text in what the clients of language models yield, told by its shape."""

from typing import Any

DELTA = "content_block_delta"
"""The event of Anthropic that has text."""

EVENTS = frozenset(
    {
        "message_start",
        "message_delta",
        "message_stop",
        "content_block_start",
        "content_block_stop",
        "ping",
    }
)
"""Its other events."""


def text_of(chunk: Any) -> str | None:
    """Return the text of a chunk, "" if it has none; None for what is no chunk of a text.

    Example:
        >>> text_of("word"), text_of(5)
        ('word', None)
    """
    if isinstance(chunk, str):
        return chunk
    choices = getattr(chunk, "choices", None)
    if isinstance(choices, list):
        return _completion_text(chunk, choices)
    kind = getattr(chunk, "type", None)
    if isinstance(kind, str):
        if kind == DELTA:
            return _str(getattr(chunk.delta, "text", ""))
        if kind.startswith("response."):
            is_text = kind == "response.output_text.delta"
            return _str(chunk.delta) if is_text else ""
        if kind in EVENTS or (kind == "text" and hasattr(chunk, "snapshot")):
            return ""
    if hasattr(chunk, "content") and hasattr(chunk, "additional_kwargs"):
        return _message_text(chunk.content)
    return None


def _completion_text(chunk: Any, choices: list[Any]) -> str | None:
    """Return the text of a chunk as OpenAI has it; the last of a stream has no choices."""
    if not choices:
        return "" if hasattr(chunk, "model") else None
    delta = getattr(choices[0], "delta", None)
    return None if delta is None else _str(getattr(delta, "content", ""))


def _message_text(content: Any) -> str:
    """Return the text of a message as LangChain has it: a text, or parts of which some are text."""
    parts = content if isinstance(content, list) else [content]
    texts = [part.get("text") if isinstance(part, dict) else part for part in parts]
    return "".join(_str(text) for text in texts)


def _str(value: object) -> str:
    return value if isinstance(value, str) else ""
