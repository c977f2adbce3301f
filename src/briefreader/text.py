"""Makes untrusted text safe, and finds its words and paragraphs, the units in which every room counts.

Every string from a file or a person passes `clean` or `clean_line` before the program uses it.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from briefreader.model import SourceError
from briefreader.model import Span as Span

# These are compiled when a text first needs them, which few do: 3 ms of a start.

# Whole sequences, so that no `[31m` is left behind: CSI, OSC/DCS/SOS/PM/APC with their terminator, two characters.
_ESCAPES = (
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x90\x98\x9c-\x9f\n]{0,4096}+(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[ -/]*[0-~]?"
)
# To look for the first characters takes a fraction of the time of a substitution.
_ESCAPE_STARTS = r"[\x1b\x90\x98\x9b\x9d-\x9f]"
_BREAK_STARTS = r"[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]"
_BREAKS = r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]"
_SPACES = r"[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]"
# Controls, soft hyphen, zero-width and bidi marks, variation selectors' invisible kin, tags, noncharacters of the BMP.
_INVISIBLE = (
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
_SOFT_BREAK = r"\xad[ \t]*\n[ \t]*(?=\w)"  # a soft hyphen shows that the line breaks inside of a word
_LOST = r"[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
_MARKS = (
    r"([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4})"
    r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
# Characters that cleaning leaves as they are, whatever stands beside them: letters that have no other form, signs,
# Korean syllables, Chinese and Japanese. Most texts are of nothing else, and one look at them tells. It takes 2 ms to
# compile, so that is left to the first text that is not plain.
_CERTAIN = (
    r"[\n -~\xa1-\xac\xae-\u02af\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2122\u2190-\u219f"
    r"\u25a0-\u25ff\u3001-\u3029\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]*"
)


def clean(raw: str) -> str:
    """Return a text without the characters that could act on a terminal or hide in a text; line breaks stay.

    Escape sequences, controls, zero-width and bidi characters go, and with a soft hyphen the line break after it; every
    kind of space is a space and every kind of line break a newline; the result is NFC. Cleaning a clean text changes
    nothing.
    """
    if (raw.isascii() and raw.isprintable()) or re.fullmatch(_CERTAIN, raw):
        return raw
    text = re.sub(_ESCAPES, "", raw) if re.search(_ESCAPE_STARTS, raw) else raw
    text = re.sub(_BREAKS, "\n", text) if re.search(_BREAK_STARTS, text) else text
    text = re.sub(_SOFT_BREAK, "", text) if "\xad" in text else text
    text = re.sub(_INVISIBLE, "", re.sub(_SPACES, " ", text))
    text = unicodedata.normalize("NFC", re.sub(_LOST, "\ufffd", text))
    return re.sub(_MARKS, r"\1", text)


def clean_line(raw: str) -> str:
    """Return a cleaned text on one line, with one space for each run of white space."""
    return " ".join(clean(raw).split())


def json_line(record: object) -> str:
    """Return plain values as one line of JSON in which characters that are not printable are escaped."""
    import json  # most starts of the program need none

    line = json.dumps(record, ensure_ascii=False)
    if line.isprintable():
        return line
    return "".join(char if char.isprintable() else json.dumps(char)[1:-1] for char in line)


def without_surrogates(raw: str) -> str:
    """Return a text with U+FFFD for each lone surrogate, by which Python keeps a byte that is no text."""
    return raw if raw.isascii() else raw.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def decode(data: bytes) -> str:
    """Return the cleaned text of a file that a person writes for the program, in UTF-8 or with a byte order mark.

    Raises SourceError where the bytes are neither.
    """
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in data and not marked:
        raise SourceError("this is not a text file; write it as plain text")
    try:
        return clean(data.decode("utf-16" if marked else "utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SourceError(f"line {line} has letters that are not UTF-8; save the file as UTF-8") from error


def paragraphs(text: str) -> Iterator[Span]:
    """Yield the span of each paragraph of a text whose paragraphs are parted by blank lines."""
    for match in re.finditer(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*", text):
        yield Span(*match.span())


class Word(NamedTuple):
    """A word of a text with its span."""

    start: int
    end: int
    text: str


# A word keeps the signs of names that diplomacy writes: U.S., F-16, G-7, P5+1, 2+2, 3+3, AT&T, O'Brien.
# The `s` of a possessive is no word, an underscore (Markdown's emphasis) no letter; `Japan-U.S.` is two words.
# The marks above and below the letters of Latin, Cyrillic, Hebrew and Arabic are no letters for `re`.
_LETTER_MARKS = (
    r"[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    r"\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]"
)
_LETTERS = rf"[^\W_]+(?:{_LETTER_MARKS}+[^\W_]*)*"
WORD = re.compile(
    r"[A-Za-z](?:\.[A-Za-z])+\.?(?!\w)"
    r"|\d+(?:[.,]\d+)+"
    rf"|(?!(?<=[\w.]['’])[sS](?!\w)){_LETTERS}"
    rf"(?:(?:[-‐‑+&](?![A-Za-z](?:\.[A-Za-z])+\.?(?!\w))|['’](?=[^\W_]{{2,}})){_LETTERS})*"
)


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text in order; a compound such as `F-16` is one word."""
    for match in WORD.finditer(text):
        yield Word(match.start(), match.end(), match[0])


_QUOTES = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "‛": "'",
        "ʼ": "'",
        "＇": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‐": "-",
        "‑": "-",
        "‒": "-",
        "–": "-",
        "—": "-",
        "−": "-",
    }
)
_VOICED = "\u3099\u309a"  # no accent: they part the kana ga from ka
_ACCENTED = {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
# Forms of Arabic letters that writers use for each other, and the stroke that widens a word, as in the normalizers of
# Lucene for Arabic and Persian. Marks, and the hamza of alef, waw and yeh, are accents.
_ACCENTED |= {"\u0640": "", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ە": "ه"}
_ACCENTED |= {chr(zero + value): str(value) for zero in (0x0660, 0x06F0) for value in range(10)}

# British to American, on the folded word; few words have any of these letters.
_LONGEST_SAME = 5  # letters up to which both spell alike
_BRITISH = re.compile("is[eia]|ence|tre|our|programme|ll")
_ISE = re.compile(r"^(\w{2,}?)is(e|ed|es|ing|er|ers|ation|ations|ational)$")
_ALWAYS_S = frozenset(
    "adv anal appr ar comprom conc cru dem dev disgu enterpr exc exerc expert franch improv inc merchand no otherw pa "
    "parad poi pra prec prem prom ra rev superv surm surpr telev tre chas likew cris bas".split()
)
_SPELLINGS = (
    (re.compile(r"^(def|off|pret)ence(?=s?$|less$)"), r"\1ense"),
    (re.compile(r"^(cent|theat|kilomet|centimet)re(?=s?$)"), r"\1er"),
    (re.compile(r"^((?:un)?fav|neighb|lab|hon|harb|col|behavi|endeav|rum|vig|val)our"), r"\1or"),
    (re.compile(r"^programme(?=s?$)"), "program"),
    (re.compile(r"^(travel|counsel|cancel|signal|label|model|fuel|channel)l(?=ed$|ing$|er$|ers$)"), r"\1"),
)


QUOTES = ('"', *(chr(code) for code, plain in _QUOTES.items() if plain == '"'))
"""The characters that stand for a quote in a query."""


def fold_typography(text: str) -> str:
    """Return text with typographic quotes and dashes made plain, character for character (offsets hold)."""
    return text.translate(_QUOTES)


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """Return the form by which a word is looked up.

    Case, accents, quotes, dots of abbreviations, possessives and British spelling are folded: `U.S.` is `us`,
    `Año's` is `ano`, `defence` is `defense`, `denuclearisation` is `denuclearization`. The marks of Arabic and Hebrew
    are accents.
    """
    if word.isalpha() and word.isascii():
        return american(word.lower()) if len(word) > _LONGEST_SAME else word.lower()
    folded = word.translate(_QUOTES).casefold()
    if not folded.isascii():
        folded = "".join(
            _ACCENTED.get(char, char)
            for char in unicodedata.normalize("NFKD", folded)
            if not unicodedata.combining(char) or char in _VOICED
        )
        folded = unicodedata.normalize("NFC", folded)
    folded = folded.removesuffix("'s").replace("'", "")
    if "." in folded and not folded[0].isdigit():
        folded = folded.replace(".", "")
    return american(folded) if len(folded) > _LONGEST_SAME else folded


def american(word: str) -> str:
    """Return a folded word in American spelling: `organisation` as `organization`, `defence` as `defense`."""
    if not _BRITISH.search(word):
        return word
    match = _ISE.match(word)
    if match and match[1] not in _ALWAYS_S:
        return f"{match[1]}iz{match[2]}"
    for pattern, plain in _SPELLINGS:
        word = pattern.sub(plain, word)
    return word
