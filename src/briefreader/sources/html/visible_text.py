"""Reads what a person sees of a web page, without paragraphs or structure."""

from typing import Any

from briefreader.sources.html.page_frame import is_hidden
from briefreader.text import clean

_UNSEEN = frozenset(
    "script style noscript template svg iframe embed select textarea canvas audio video map datalist title input "
    "button label".split()
)


def read(root: Any) -> str:
    """Return the texts of a parsed page that are not hidden, with those of its frame and without controls."""
    from lxml import etree

    texts: list[str] = []
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "end":
            if element.tail:
                texts.append(element.tail)
        elif element.tag in _UNSEEN or (element.attrib and is_hidden(element)):
            walker.skip_subtree()
        elif element.text:
            texts.append(element.text)
    return clean(" ".join(texts))
