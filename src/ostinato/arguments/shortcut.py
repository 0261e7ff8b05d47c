"""Shortcut: keys on the keyboard that press a button."""

from ostinato.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError

MODIFIERS = {
    "ctrl": "Ctrl",
    "control": "Ctrl",
    "cmd": "Ctrl",
    "command": "Ctrl",
    "meta": "Ctrl",
    "mod": "Ctrl",
    "alt": "Alt",
    "option": "Alt",
    "shift": "Shift",
}
KEYS = {
    "backspace": "Backspace",
    "delete": "Delete",
    "down": "Down",
    "arrowdown": "Down",
    "end": "End",
    "enter": "Enter",
    "esc": "Esc",
    "escape": "Esc",
    "home": "Home",
    "left": "Left",
    "arrowleft": "Left",
    "pagedown": "PageDown",
    "pageup": "PageUp",
    "right": "Right",
    "arrowright": "Right",
    "space": "Space",
    "tab": "Tab",
    "up": "Up",
    "arrowup": "Up",
    **{f"f{number}": f"F{number}" for number in range(1, 25)},
}
RESERVED = ("C", "R")
ORDER = ("Ctrl", "Alt", "Shift")


def parse_shortcut(who: str, shortcut: object) -> str:
    """Return a shortcut in its one spelling: modifiers in order, then the key.

    Args:
        who: The widget, for the error.
        shortcut: The user's spelling.

    Raises:
        StreamlitInvalidParameterTypeError: If it is no text.
        StreamlitAPIException: If it has not exactly one key, or that key is reserved.

    Example:
        >>> parse_shortcut("button", "shift+cmd+k")
        'Ctrl+Shift+K'
    """
    if not isinstance(shortcut, str):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: shortcut must be a str, got shortcut={shortcut!r}"
        )
    parts = [part.strip().lower() for part in shortcut.split("+")]
    modifiers = {MODIFIERS[part] for part in parts if part in MODIFIERS}
    keys = [_key(part) for part in parts if part and part not in MODIFIERS]
    if len(keys) != 1 or keys[0] is None:
        raise StreamlitAPIException(
            f"{who}: shortcut must have one letter, digit, function key or named key, after any"
            f' modifiers, got shortcut={shortcut!r}: write it like "K", "Ctrl+K" or "Enter"'
        )
    if keys[0] in RESERVED:
        raise StreamlitAPIException(
            f"{who}: the keys C and R are taken, got shortcut={shortcut!r}: choose another key"
        )
    return "+".join([*(name for name in ORDER if name in modifiers), keys[0]])


def _key(part: str) -> str | None:
    if len(part) == 1 and part.isalnum():
        return part.upper()
    return KEYS.get(part)
