"""Names the elements and attributes of WordprocessingML as lxml does, and reads its values."""

from typing import Any

from briefreader.sources.office import xml_names

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = {
    WORD: "w",
    RELATIONSHIPS: "r",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "urn:schemas-microsoft-com:vml": "v",
}


def tag(name: str) -> str:
    """Return a name of WordprocessingML as lxml writes it: `{namespace}name`."""
    return f"{{{WORD}}}{name}"


def short(name: object) -> str:
    """Return the name of an element as `prefix:name`, empty for other nodes and unknown namespaces."""
    return xml_names.short(name, _SPACES)


def value(element: Any, name: str) -> str | None:
    """Return the value of a child element, empty where it states none, None where there is no such child."""
    child = element.find(tag(name)) if element is not None else None
    return None if child is None else child.get(tag("val")) or ""


def is_on(element: Any, name: str) -> bool:
    """Tell whether a property is set; its child may say that it is not."""
    stated = value(element, name)
    return stated is not None and stated not in ("0", "false", "off")


def number(raw: str | None, otherwise: int) -> int:
    """Return a whole number, `otherwise` where a text is none."""
    digits = (raw or "").removeprefix("-")
    return int(raw or "") if digits.isascii() and digits.isdigit() and len(digits) <= 6 else otherwise
