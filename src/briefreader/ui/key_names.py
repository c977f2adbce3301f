"""Translates between keys as people write them and as Textual names them: `Ctrl+F`, `PgDn`, `}`; `ctrl+f`."""

import unicodedata

_NAMES = {
    "enter": "Enter",
    "tab": "Tab",
    "escape": "Esc",
    "space": "Space",
    "backspace": "Backspace",
    "delete": "Del",
    "insert": "Ins",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    **{f"f{number}": f"F{number}" for number in range(1, 25)},
}
"""How people write the keys that type no character."""

_OTHER_NAMES = {
    "return": "enter",
    "esc": "escape",
    "del": "delete",
    "ins": "insert",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "page up": "pageup",
    "page down": "pagedown",
    " ": "space",
    **{shown: name for name, shown in _NAMES.items() if len(shown) == 1},
}
_MODIFIERS = {"ctrl": "Ctrl", "alt": "Alt", "shift": "Shift"}
_OTHER_MODIFIERS = {"control": "ctrl", "strg": "ctrl", "meta": "alt", "option": "alt"}

_SHORT_NAMES = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Textual's names of characters, where they are not those of Unicode."""

_SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+left_square_bracket": "escape", "ctrl+h": "backspace"}
"""Keys that a terminal cannot tell from others."""


def key_name(written: str) -> str | None:
    """Return Textual's name of a key as a person writes it or as Textual names it, None if there is no such key."""
    *modifiers, base = _parts(written)
    held = {_OTHER_MODIFIERS.get(each.lower(), each.lower()) for each in modifiers}
    name = _base_name(base)
    if name is None or not held <= _MODIFIERS.keys():
        return None
    if len(name) == 1 and held:
        if name.isupper() and "ctrl" not in held:
            held.add("shift")
        name = name.lower()
        if held == {"shift"}:
            return name.upper() if name.upper() != name else None
    key = "+".join((*sorted(held), name))
    return _SAME.get(key, key)


def similar_key(written: str) -> str | None:
    """Return the key that is written most like a mistaken one, None if there is none."""
    import difflib  # only a mistake needs it

    *modifiers, base = _parts(written)
    known = {each.lower(): each for each in (*_MODIFIERS.values(), *_NAMES.values()) if len(each) > 1}
    near = []
    for part in (*modifiers, base):
        found = difflib.get_close_matches(part.lower(), known, n=1)
        near.append(known[found[0]] if found and len(part) > 1 else part)
    name = key_name("+".join(near))
    return shown(name) if name else None


def _parts(written: str) -> list[str]:
    """Return the modifiers of a key and the key, which may be `+` itself."""
    if written == "+" or written.endswith("++"):
        return [*filter(None, written[:-1].split("+")), "+"]
    return written.split("+")


def _base_name(base: str) -> str | None:
    """Return Textual's name of a key without modifiers."""
    lower = base.lower()
    lower = _OTHER_NAMES.get(lower, lower)
    if lower in _NAMES:
        return lower
    if len(base) == 1:
        return _character_name(base) if base.isprintable() else None
    return lower if lower in _SIGNS else None


def _character_name(character: str) -> str:
    """Return Textual's name of a character, as the key that types it is named."""
    if character.isalnum():
        return character
    name = unicodedata.name(character, character).lower().replace("-", "_").replace(" ", "_")
    return _SHORT_NAMES.get(name, name)


_SIGNS = {_character_name(sign): sign for sign in map(chr, range(33, 256)) if sign.isprintable() and not sign.isalnum()}
"""The characters that are no letters or digits by Textual's names."""


def character(key: str) -> str | None:
    """Return the character that a key of Textual types, None where it types none."""
    if key == "space":
        return " "
    if len(key) == 1:
        return key
    return _SIGNS.get(key)


def shown(key: str) -> str:
    """Return a key of Textual as people write it."""
    *modifiers, base = key.split("+")
    typed = _NAMES.get(base) or character(base) or base
    if modifiers and len(typed) == 1:
        typed = typed.upper()
    held = sorted(modifiers, key=[*_MODIFIERS].index)
    return "+".join((*(_MODIFIERS[each] for each in held), typed))
