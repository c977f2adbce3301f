"""Shortens the names of elements of XML, which lxml writes with their whole namespaces."""

from collections.abc import Mapping


def short(name: object, prefixes: Mapping[str, str]) -> str:
    """Return the name of an element as `prefix:name`, empty for other nodes and unknown namespaces."""
    if not isinstance(name, str) or not name.startswith("{"):
        return ""
    space, _, local = name[1:].partition("}")
    prefix = prefixes.get(space)
    return f"{prefix}:{local}" if prefix else ""
