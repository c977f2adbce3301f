"""Joins wrapped lines, and decides whether the hyphen at a line's end belongs to the word.

A printer's hyphen goes: `denucleari-` and `zation` are one word. The hyphen of a compound stays: `long-` and `term`,
`U.S.-` and `ROK`. The other words of the text decide first, then the usual parts of English words; where both are
possible, the hyphen stays.
"""

import re
from collections.abc import Iterable, Sequence

from briefreader.text import clean_line

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_BROKEN = re.compile(r"(?<![\w.'’‐‑-])([^\W\d_]+)[-‐‑]$")
_BEGINNING = re.compile(r"[^\W\d_]+")
_HYPHENS = ("-", "‐", "‑")
# Chinese and Japanese are written without spaces.
_UNSPACED = re.compile(r"[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]")
# Words before which the end of a compound is left out: "short- and medium-range".
_SUSPENDING = frozenset("and or to nor und oder et ou y o e".split())
# First parts of words that are written without a hyphen where the second part is a word too.
_CLOSED = frozenset(
    "an any bi dis every fore here im inter intra mis on out over some there through trans un under uni up what when "
    "where who with within".split()
)
# First parts of compounds; before an ending of words they are the beginning of a word: `part-ner`, `state-ment`.
_FIRST_PARTS = frozenset(
    "air all anti arms broad capacity centre center civil climate close co confidence counter cross cutting cyber day "
    "decision deep double eight energy ever evidence ex far fast fact first five food forward four free full future "
    "gender good government ground half hard heavy high higher ill impact inclusive job joint judge kind knowledge "
    "land large last late law life light like long longer low lower market medium mid mini mission money most much "
    "multi mutually near neo never new newly next nine non nuclear off oil old one open over part peace people policy "
    "politico poor post power private problem public quasi quick rapid ready real record red result right rule "
    "rules safe science sea second security self semi seven short single six small socio soft space state strong tech "
    "ten third three time top trade two ultra value vice war water well wide women work world year young zero".split()
)
_SEPARATE = frozenset("non co ex twenty thirty forty fifty sixty seventy eighty ninety".split())
_LAST_PARTS = frozenset(
    "aged air based being bound building century chair chairs chaired class clad day days depth driven edge effective "
    "faceted faire fight food free friendly funded general governmental ground growing handed held high hour hours "
    "intensive keepers keeping led legal level life line lived living long looking made maker makers making martial "
    "member militarily military minded minister ministers month months needed nuclear old operation oriented "
    "owned party person point political power powered president profile profit proliferation range ranging ranking "
    "reaching related resilient round run running saving scale sea sector secretary security seeking setting sharing "
    "sided sized speaking stage standing state states step strategic style supported taking tariff tech term terrorism "
    "tier track trade treaty trust use war water wave weapon weapons wide winning won work year years".split()
)
_ENDING = re.compile(
    r"[a-z]{0,5}(?:[ts]ions?|[ts]ional(?:ly)?|ments?|mental|ness|ships?|doms?|ful|fully|less|it(?:y|ies)|i[sz](?:e|es|ed|ing)"
    r"|ar(?:y|ies)|[ae]nc(?:e|es|y)|[ae]nts?|ous(?:ly)?|ive(?:s|ly)?|is[mt]s?|ical(?:ly)?|olog(?:y|ies|ical)|icular(?:ly)?"
    r"|at(?:e|es|ed|ing)|[ai]bl[ey]|ics?|al(?:ly)?)"
    r"|[a-z]{0,2}(?:ers?|ors?|ed|est|ly|ings?|son|ple|ster|lateral(?:ly)?|light(?:s|ed)?|nar|y|ies|es|e)"
)


def vocabulary(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of lines in lower case, compounds whole, without those that the end of a line cuts in two."""
    words: set[str] = set()
    cut = False
    for text in texts:
        found = _WORD.findall(text)
        ends = text.endswith(_HYPHENS)
        words.update(word.lower().replace("‐", "-").replace("‑", "-") for word in found[cut : len(found) - ends])
        cut = ends
    return frozenset(words)


def joined(lines: Sequence[str], words: frozenset[str]) -> str:
    """Return wrapped lines as one line; `words` is the vocabulary of the whole text."""
    parts = [lines[0]]
    for line in lines[1:]:
        parts[-1] = _before(parts[-1], line, words)
        parts.append(line)
    return clean_line("".join(parts))


def _before(text: str, following: str, words: frozenset[str]) -> str:
    """Return a line as it stands before the next one: with a space, with nothing, or without its hyphen."""
    before = text[-2:-1]
    if text.endswith(_HYPHENS):
        return _dehyphenated(text, following, words) if before.isalnum() or before == "." else f"{text} "
    if text.endswith(("/", "—")) and not before.isspace():
        return text
    return text if _UNSPACED.match(text[-1:]) and _UNSPACED.match(following[:1]) else f"{text} "


def _dehyphenated(text: str, following: str, words: frozenset[str]) -> str:
    begun, continued = _BROKEN.search(text), _BEGINNING.match(following)
    if continued is None:
        return text
    if begun is None or following[continued.end() : continued.end() + 1] in _HYPHENS:
        return text
    if continued[0].lower() in _SUSPENDING:
        return f"{text} "
    first, last = begun[1], continued[0]
    capitals = len(first) > 1 and first.isupper() and last.isupper()
    if not capitals and (last != last.lower() or first[1:] != first[1:].lower()):
        return text
    return text if _is_compound(first.lower(), last.lower(), words) else text[:-1]


def _is_compound(first: str, last: str, words: frozenset[str]) -> bool:
    """Tell whether two parts are joined by a hyphen of their own; a doubtful hyphen is one."""
    if f"{first}-{last}" in words or f"{first}{last}" in words:
        return f"{first}-{last}" in words
    if first in _CLOSED and last not in _LAST_PARTS:
        return False
    if last in _LAST_PARTS:
        return first in _FIRST_PARTS or first in words or len(first) > 3 or first in _CLOSED
    if first in ("re", "de"):
        return last.startswith("e")
    if _ENDING.fullmatch(last) and last not in words:
        return first in _SEPARATE
    return first in _SEPARATE or first in _FIRST_PARTS or (first in words and last in words)
