"""Joins wrapped lines, and decides whether the hyphen at a line's end belongs to the word.

A printer's hyphen goes: `denucleari-` and `zation` are one word. The hyphen of a compound stays: `long-` and `term`,
`U.S.-` and `ROK`. The other words of the text decide first, then the usual parts of English words; where both are
possible, the hyphen stays.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from briefreader.text import clean_line

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_BROKEN = re.compile(r"(?<![\w.'’‐‑-])([^\W\d_]+)[-‐‑]$")
_BEGINNING = re.compile(r"[^\W\d_]+")
_ENGLISH_OR_FRENCH = frozenset("the of and les une est".split())
_FEWEST_WORDS = 8  # of a text, to know its language
_HYPHENS = ("-", "‐", "‑")
# Chinese and Japanese are written without spaces.
_UNSPACED = re.compile(r"[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]")
# Words before which the end of a compound is left out: "short- and medium-range".
_SUSPENDED = re.compile(r"(?:and|or|to|nor|und|oder|et|ou|y|o|e)\b(?![-‐‑])", re.IGNORECASE)
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
_SEPARATE = frozenset("non co ex self anti twenty thirty forty fifty sixty seventy eighty ninety".split())
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
    r"|at(?:e|es|ed|ing)|[ai]bl[ey]|ics?|al(?:ly)?|arian|ians?|i[sz]ations?|c(?:y|ies))"
    r"|[a-z]{0,2}(?:ers?|ors?|ed|est|ly|ings?|son|ple|ster|lateral(?:ly)?|light(?:s|ed)?|nar|y|ies|es|e)"
)


class Vocabulary(NamedTuple):
    """The words of a text in lower case, compounds whole, and whether most hyphens at line ends are a printer's."""

    words: frozenset[str]
    printed: bool = False


def vocabulary(texts: Sequence[str]) -> Vocabulary:
    """Return the vocabulary of lines; a word that the end of a line cuts in two is none."""
    words: set[str] = set()
    cut = False
    for text in texts:
        found = _WORD.findall(text)
        ends = text.endswith(_HYPHENS)
        words.update(word.lower().replace("‐", "-").replace("‑", "-") for word in found[cut : len(found) - ends])
        cut = ends
    known = frozenset(words)
    pairs = (_parts(text, following) for text, following in pairwise(texts) if text.endswith(_HYPHENS))
    compounds = [_is_compound(*pair, known) for pair in pairs if pair]
    # French writes hyphens in words as English does; other languages hardly do.
    foreign = len(known) >= _FEWEST_WORDS and known.isdisjoint(_ENGLISH_OR_FRENCH)
    return Vocabulary(known, compounds.count(False) > compounds.count(True) or foreign)


def joined(lines: Sequence[str], known: Vocabulary) -> str:
    """Return wrapped lines as one line; `known` is the vocabulary of the whole text."""
    pieces = [lines[0]]
    for line in lines[1:]:
        pieces[-1] = _before(pieces[-1], line, known)
        pieces.append(line)
    return clean_line("".join(pieces))


def _before(text: str, following: str, known: Vocabulary) -> str:
    """Return a line as it stands before the next one: with a space, with nothing, or without its hyphen."""
    before = text[-2:-1]
    if text.endswith(_HYPHENS):
        if not (before.isalnum() or before == ".") or _SUSPENDED.match(following):
            return f"{text} "
        pair = _parts(text, following)
        compound = _is_compound(*pair, known.words) if pair else True
        return text[:-1] if compound is False or (compound is None and known.printed) else text
    if text.endswith(("/", "—")) and not before.isspace():
        return text
    if text.endswith("–") and before.isdigit() and following[:1].isdigit():
        return text
    return text if _UNSPACED.match(text[-1:]) and _UNSPACED.match(following[:1]) else f"{text} "


def _parts(text: str, following: str) -> tuple[str, str] | None:
    """Return the two parts of a cut word in lower case, None where the hyphen stays: before capitals and digits."""
    begun, continued = _BROKEN.search(text), _BEGINNING.match(following)
    if begun is None or continued is None or following[continued.end() : continued.end() + 1] in _HYPHENS:
        return None
    first, last = begun[1], continued[0]
    capitals = len(first) > 1 and first.isupper() and last.isupper()
    if not capitals and (last != last.lower() or first[1:] != first[1:].lower()):
        return None
    return first.lower(), last.lower()


def _is_compound(first: str, last: str, words: frozenset[str]) -> bool | None:
    """Tell whether two parts are joined by a hyphen of their own, None where both are possible."""
    if f"{first}-{last}" in words or f"{first}{last}" in words:
        return f"{first}-{last}" in words
    if first in _CLOSED and last not in _LAST_PARTS:
        return False
    if last in _LAST_PARTS:
        return True if first in _FIRST_PARTS or first in words or len(first) > 3 or first in _CLOSED else None
    if first in ("re", "de"):
        return True if last.startswith("e") else None if first == "de" else False
    if first in _SEPARATE:
        return True
    if _ENDING.fullmatch(last) and last not in words:
        return False
    return True if first in _FIRST_PARTS or (first in words and last in words) else None
