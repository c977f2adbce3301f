"""Counts the words of a file that are neither in its document nor told to be dropped.

The readings here are greedy and know nothing of the program's own: every word that a person sees counts. Words in the
frame of a page (menus, headers, footers, lines of links outside of the text) are its navigation and need no telling.
"""

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from briefreader.model import Document

WORD = re.compile(r"[^\W_]+")
TIMES = re.compile(r"([^:;]+) \((\d+) times\)")
INVISIBLE = frozenset(
    "head script style noscript template svg iframe object audio video canvas select textarea datalist map".split()
)
INLINE = frozenset("a abbr b cite em font i mark q s small span strong sub sup time u".split())
EMPTY = frozenset("area base br col embed hr img input link meta param source track wbr".split())
CLOSED_BY_THE_NEXT = frozenset(("p", "li", "td", "th", "tr", "dt", "dd", "option"))
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
FRAME = frozenset(("nav", "footer", "aside", "header"))
FRAME_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alert", "menu"))
FRAME_NAMES = re.compile(
    r"(?<![a-z])(?:nav|navbar|navigation|menu|breadcrumbs?|footer|sidebar|shar(?:e|ing)|social|cookies?|newsletter"
    r"|subscribe|comments|pag(?:er|ination)|related|ad(?:vert|s)|promo|masthead|toolbar|skip|search|sr-only"
    r"|screen-reader-text|visually-?hidden|element-invisible)(?![a-z])",
    re.IGNORECASE,
)
BLOCKS = frozenset(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption figure form h1 h2 h3 h4 "
    "h5 h6 hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul br".split()
)


def words(text: str) -> list[str]:
    """Return the words of a text in small letters."""
    return WORD.findall(unicodedata.normalize("NFC", html.unescape(text).replace("\u00ad", "")).casefold())


def lost(seen: Iterable[str], document: Document, *, cut: bool = False) -> list[str]:
    """Return the words of a file that its document neither has nor tells to be removed, in their order.

    The title may stand twice in a file. `cut`: the ends of lines may cut words in two, and a part is enough.
    """
    told = " ".join(TIMES.sub(lambda times: f" {times[1]}" * int(times[2]), sentence) for sentence in document.removed)
    there = Counter(words("\n".join((document.title, document.title, document.body, told))))
    known = " ".join(there)
    missing = []
    for word in seen:
        if there[word] > 0:
            there[word] -= 1
        elif not (cut and word in known):
            missing.append(word)
    return missing


def of_markdown(text: str) -> Iterator[str]:
    """Yield the words of a Markdown file without front matter, addresses, comments and tags."""
    if text.startswith("---\n"):
        text = text.partition("\n---")[2].partition("\n")[2]
    text = re.sub(r"<!--.*?-->|<(script|style)\b.*?</\1>", " ", text, flags=re.DOTALL | re.IGNORECASE)
    text = re.sub(r"^(\s*[-*+]) \[[ xX]\]", r"\1", text, flags=re.MULTILINE)
    for label in re.findall(r"^\[([^\]^]+)\]:", text, re.MULTILINE):
        text = text.replace(f"][{label}]", "]")
    text = re.sub(r"^\s*\[[^\]^]+\]:\s*\S+.*$", " ", text, flags=re.MULTILINE)
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", " ", text)
    text = re.sub(r"\]\(\s*<?[^()\s]*(?:\([^()]*\)[^()\s]*)*>?(?:\s+\"[^\"]*\")?\s*\)(?:\{[^}]*\})?", "", text)
    text = re.sub(r"<((?:https?://|mailto:)[^>\s]+)>", r"\1", text)
    text = re.sub(r"<(/?)([a-z][a-z0-9]*)[^<>]*>", _in_place_of, text, flags=re.IGNORECASE)
    text = re.sub(r"\\(?=[^\w\s])|[*`~^]|(?<=\w)\[(?=\w)|(?<![^\W_])_+|_+(?![^\W_])", "", text)
    yield from words(text)


def _in_place_of(tag: re.Match[str]) -> str:
    """Return what stands in place of a tag: nothing inside a word, else a space."""
    return "" if tag[2].lower() in INLINE else " "


def of_plain_text(text: str) -> Iterator[str]:
    """Yield the words of a plain text without front matter."""
    if text.startswith("---\n"):
        text = text.partition("\n---")[2].partition("\n")[2]
    yield from words(text)


def of_page(text: str, *, links: bool = True) -> Iterator[str]:
    """Yield the words of a web page outside of its frame.

    Lines of links outside of the text are navigation; where there are such lines, `links` is to be false.
    """
    reader = _Page()
    reader.feed(text)
    reader.close()
    for line in reader.lines:
        if links or 2 * line.linked < len(line.text):
            yield from words(line.text)


class _Line:
    """A line of a page with the number of its characters in links."""

    def __init__(self) -> None:
        self.text = ""
        self.linked = 0


class _Page(HTMLParser):
    """Collects the visible lines of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines = [_Line()]
        self._open: list[tuple[str, bool]] = []  # the open elements, and whether each is out of sight

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.lines.append(_Line())
        if tag not in EMPTY:
            if tag in CLOSED_BY_THE_NEXT and self._open and self._open[-1][0] == tag:
                self._open.pop()
            above = bool(self._open) and self._open[-1][1]
            values = {key: value or "" for key, value in attrs}
            self._open.append((tag, above or self._is_unseen(tag, values)))

    def _is_unseen(self, tag: str, values: dict[str, str]) -> bool:
        if tag in INVISIBLE or "hidden" in values or HIDDEN.search(values.get("style", "")):
            return True
        inside = any(name in ("article", "main") for name, _ in self._open)
        if (tag in FRAME and not (tag == "header" and inside)) or values.get("role", "").lower() in FRAME_ROLES:
            return True
        names = f"{values.get('class', '')} {values.get('id', '')}"
        return tag not in ("html", "body", "main", "article") and FRAME_NAMES.search(names) is not None

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.lines.append(_Line())
        if any(name == tag for name, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not (self._open and self._open[-1][1]):
            self.lines[-1].text += data
            self.lines[-1].linked += len(data) * any(name == "a" for name, _ in self._open)
