"""Tells the elements of a web page that are no text: hidden ones, and its frame of menus, headers and footers."""

import re
from typing import Any

FRAME_TAGS = frozenset(("nav", "footer", "aside"))
FRAME_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog", "alert")
)
_FRAME_NAMES = frozenset(
    "nav navbar navigation menu breadcrumb breadcrumbs footer sidebar share sharing social cookie cookies newsletter "
    "subscribe comments pagination pager related advert ads promo masthead toolbar skip search".split()
)
TEXT_TAGS = frozenset(("html", "body", "main", "article"))  # never frame, whatever their class says
_HIDDEN_NAMES = frozenset(
    ("element-invisible", "visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text", "skip-link")
)
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)


def _names(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()


def is_hidden(element: Any) -> bool:
    """Return whether an element is hidden by its attributes, or is for readers aloud only."""
    return is_unseen(element) or not _HIDDEN_NAMES.isdisjoint(_names(element).split())


def is_unseen(element: Any) -> bool:
    """Return whether an element is hidden from all by its attributes."""
    return element.get("hidden") is not None or bool(_HIDDEN_STYLE.search(element.get("style") or ""))


def is_frame_by_name(element: Any) -> bool:
    """Return whether the class or the ID of an element names a part of a page's frame."""
    return not _FRAME_NAMES.isdisjoint(re.split(r"[\s_-]+", _names(element)))
