"""Lists the addresses of a brief on top of the reader: where its text came from, and where its links lead."""

import re
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.strip import Strip

from briefreader.counts import counted
from briefreader.model import Brief
from briefreader.text import clean_line
from briefreader.ui.panes.block_lines import is_linked, numbered_links
from briefreader.ui.screens.list_keys import LIST_KEYS
from briefreader.ui.screens.modal import Modal
from briefreader.ui.widgets.cursor_view import CursorView
from briefreader.ui.widgets.pick_list import PickLine, PickList
from briefreader.ui.widgets.text_layout import wrapped

INDENT = 2
HINT = "Enter copies, Esc closes"
_ADDRESS = re.compile(r"https?://[^\s<>\"“”«»\[\]{}|\\^`]+", re.I)
_PUNCTUATION = ".,;:!?'’*_"


class AddressList(PickList):
    """Lines of which those of an address are links where the terminal supports links."""

    links: tuple[str | None, ...] = ()
    """The address that each line leads to."""

    def draw(self, number: int, width: int) -> Strip:
        """Return a line, as a link where it shows an address."""
        strip = super().draw(number, width)
        address = self.links[number]
        if address is None or not is_linked(address):
            return strip
        link = Style(link=address)
        segments: list[Segment] = []
        for text, style, _ in strip:
            shown = text.rstrip()
            segments += (Segment(shown, (style or Style()) + link), Segment(text[len(shown) :], style))
        return Strip(segments)


class AddressScreen(Modal[str | None]):
    """The addresses of a brief; Enter returns the one under the cursor, which is copied, Esc closes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Close", show=False),
        Binding("o", "dismiss", "Close", show=False, id="address"),
        *LIST_KEYS,
        Binding("enter", "pick", "Copy", show=False),
    ]

    def __init__(self, brief: Brief) -> None:
        super().__init__()
        self._brief = brief
        self._view = AddressList(id="addresses")

    def compose(self) -> ComposeResult:
        """Lay out the panel."""
        yield self._view

    def on_mount(self) -> None:
        """Focus the list."""
        self.set_focus(self._view)

    def on_resize(self) -> None:
        """List the addresses as soon as the width is known."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        shown = address_lines(self._brief, self._view.size.width)
        self._view.links = tuple(link for _, link in shown)
        self._view.show_lines(tuple(line for line, _ in shown), self._view.cursor)

    def action_page(self, direction: int) -> None:
        """Move the cursor by a page."""
        self._view.move(direction * max(1, self._view.page - 2))

    @on(CursorView.Chosen)
    def action_pick(self) -> None:
        """Return the address under the cursor, to be copied."""
        if self._view.picked is not None and self._view.picked.address is not None:
            self.dismiss(self._view.picked.address)


def address_lines(brief: Brief, width: int) -> list[tuple[PickLine, str | None]]:
    """Return the lines of the source, the links and the written addresses of a brief, each with its address.

    The address of a link follows its text, whole and on as many lines as it needs, the last of which can be picked.
    """
    lines: list[tuple[PickLine, str | None]] = []
    if brief.url:
        lines += [(PickLine("Source", "heading", HINT), None), *_address(brief.url, width), _BLANK]
    links, written = numbered_links(brief), written_addresses(brief)
    if not links and not written:
        return [*lines, (PickLine("No links stand in the text.", "quiet"), None)]
    if links:
        lines.append((PickLine("Links", "heading", counted(len(links), "link") if brief.url else HINT), None))
    for number, link in links:
        text = clean_line(brief.text[link.start : link.end])
        lines += [(PickLine(f"[{number}] {text}", "text"), None), *_address(link.url, width)]
    if written:
        lines += [_BLANK] if links else []
        lines.append((PickLine("Written in the text", "heading", "" if brief.url or links else HINT), None))
    for address in written:
        lines += _address(address, width)
    return lines


def has_addresses(brief: Brief) -> bool:
    """Return whether a brief has a source with an address, a link, or an address in its text."""
    return bool(brief.url or numbered_links(brief) or _ADDRESS.search(brief.text))


def written_addresses(brief: Brief) -> tuple[str, ...]:
    """Return the web addresses that stand in the text of a brief outside of its links, each once."""
    links = [(link.start, link.end) for _, link in numbered_links(brief)]
    found: dict[str, None] = {}
    at = 0
    for match in _ADDRESS.finditer(brief.text):
        while at < len(links) and links[at][1] <= match.start():
            at += 1
        if at == len(links) or match.end() <= links[at][0]:
            found[_without_punctuation(match[0])] = None
    return tuple(found)


def _without_punctuation(address: str) -> str:
    """Return an address without what follows it in a sentence: a full stop, or a bracket that opens before it."""
    end = len(address)
    unopened = address.count(")") - address.count("(")
    while end and (address[end - 1] in _PUNCTUATION or (address[end - 1] == ")" and unopened > 0)):
        end -= 1
        unopened -= address[end] == ")"
    return address[:end]


_BLANK = (PickLine("", "text"), None)


def _address(address: str, width: int) -> list[tuple[PickLine, str]]:
    shown = clean_line(address)
    *parts, last = wrapped(shown, max(8, width - 2 * INDENT)) or [shown]
    indent = " " * INDENT
    return [
        *((PickLine(indent + part, "quiet"), shown) for part in parts),
        (PickLine(indent + last, "quiet", address=shown), shown),
    ]
