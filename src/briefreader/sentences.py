"""Splits a text into sentences."""

import re
from collections.abc import Iterator

from briefreader.text import Span, paragraphs

# An abbreviation's dot ends no sentence. Initials (`J.`, `U.S.`) are recognized by their shape.
_ABBREVIATIONS = frozenset(
    "rt smt sh brig rtd retd cmdr cdr cmde cpl lcdr md mme mlle msgr ir drs engr ing "
    "atty arq dra sra srta profa dott avv dipl dipl.-ing dipl.-kfm dr.-ing abg abog ven gral cnel "
    "cptn comdr wg gp flt sqn cde pte pvt sgnr hrh h.e h.h h.c "
    "mr mrs ms dr prof gen lt col maj capt sgt adm vadm radm amb sen rep gov rev hon st jr sr no nos art arts par "
    "paras "
    "sec vs etc inc ltd co corp dept approx fig vol pp ed eds e.g i.e cf al jan feb mar apr jun jul aug sep sept oct "
    "nov dec mon tue tues wed thu thur thurs fri sat sun a.m p.m ph.d".split()
)
# These abbreviations before a name are also names of languages, coins and journals at the end of a sentence.
_ALSO_LAST = frozenset(
    "fr mag eng adv lic arch barr pharm econ psic pres vet ust abp evang licda lcda lcdo mons tte".split()
)
# The pattern begins with one sign, which is found fast, and finds the word before it by looking back; in a run of signs
# it begins with the first. Otherwise a text without spaces would take quadratic time.
_STOP = re.compile(
    r"(?P<stop>[.!?。！？](?:(?<=[.!?])(?<![.!?]{2})[.!?]*+|(?<=[。！？])[。！？]*+))(?P<close>[\"'”’)\]»」』]*)(?:\s+|$|(?<=[。！？]))"
)
# A retired officer and a second form of address: `Maj. Gen. (rtd.) Bond`, `Hon. (Dr.) Cho`.
_RETIRED = ("(rtd", "(retd", "(ret")
_IN_BRACKETS = frozenset("dr prof engr eng arch rev mrs mr ms hon amb barr pharm col gen brig maj capt".split())
# These part words as spaces do.
_PARTING = frozenset("!?。！？")
_INITIALS = re.compile(r"(?:[\w-]+-)?(?:[A-Z]\.)*[A-Z]")
_FOLLOWING = re.compile(r"\w+")
# A word without a vowel is a short form: `Bp.`, `Cpt.`, `Tgk.`.
_CONSONANTS = re.compile(r"[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]{1,4}")
_NAME = re.compile(r"(?P<first>[^\W\d_a-z][\w'’-]*)(?P<second>\s+[^\W\d_a-z][\w'’.-]*)?")
_LONGEST_ABBREVIATION = 40
_OPENERS = "\"'“‘([«「『"
# A number of one or two digits after one of these characters is part of a sentence, not the number of an item.
_INSIDE = tuple("abcdefghijklmnopqrstuvwxyz,")
# Words that often open a sentence and seldom continue a name: before one of them the dot of `U.S.` ends a sentence.
_SENTENCE_OPENERS = frozenset(
    "The This These Those They He She It We In On At As For From Both Any All To During Following With A An But".split()
)


def sentences(text: str) -> Iterator[Span]:
    """Yield the span of each sentence; the end of a paragraph always ends a sentence.

    A dot ends no sentence if it belongs to an abbreviation, an initial or a form such as `U.S.` before a word that
    continues the sentence.
    """
    for paragraph in paragraphs(text):
        start = paragraph.start
        for match in _STOP.finditer(text, paragraph.start, paragraph.end):
            if match.end() >= paragraph.end or not _ends_sentence(match, text):
                continue
            end = match.end("close")
            if text[start:end].strip():
                yield Span(start, end)
            start = match.end()
        if text[start : paragraph.end].strip():
            yield Span(start, paragraph.end)


def sentence_at(text: str, offset: int) -> Span | None:
    """Return the sentence that holds a character, or the one after a space; None outside of all paragraphs."""
    for paragraph in paragraphs(text):
        if paragraph.start <= offset < paragraph.end:
            inside = (
                Span(paragraph.start + each.start, paragraph.start + each.end)
                for each in sentences(text[paragraph.start : paragraph.end])
            )
            return next((each for each in inside if offset < each.end), None)
    return None


def _ends_sentence(match: re.Match[str], text: str) -> bool:
    if match["close"] == ")":
        inside = text[max(0, match.start() - len("(retd.")) : match.start()].casefold()
        if inside.endswith(_RETIRED) or inside.rpartition("(")[2] in _IN_BRACKETS:
            return False
    if match["stop"] != "." or match["close"]:
        return match["stop"][0] in "。！？" or _opens_sentence(text, match.end())
    before = text[max(0, match.start() - _LONGEST_ABBREVIATION) : match.start()]
    word = before.rsplit(None, 1)[-1] if before and not before[-1].isspace() else ""
    if not _PARTING.isdisjoint(word):
        word = min((word.rpartition(sign)[2] for sign in _PARTING), key=len)
    word = word.lstrip(_OPENERS)
    is_title = word.casefold() in _ALSO_LAST or _CONSONANTS.fullmatch(word)
    if is_title and _is_before_name(before[: -len(word)], word, text, match.end()):
        return False
    if word.casefold() in _ABBREVIATIONS:
        return False
    if _INITIALS.fullmatch(word):
        following = _FOLLOWING.match(text, match.end())
        return len(word) > 1 and following is not None and following[0] in _SENTENCE_OPENERS
    if word.isdigit() and len(word) <= 2 and not before[: -len(word)].strip(" \n").endswith(_INSIDE):
        return False
    return _opens_sentence(text, match.end())


def _is_before_name(before: str, word: str, text: str, at: int) -> bool:
    """Return whether a short word with a dot is a form of address: a name follows, and no number stands before it.

    After a word with a capital, two words of a name must follow: `President Mag. Anna Bond`, `Time Mag. Officials say`.
    """
    name = _NAME.match(text, at, at + _LONGEST_ABBREVIATION)
    if not word[0].isupper() or name is None or name["first"] in _SENTENCE_OPENERS:
        return False
    preceding = before.split()[-1].lstrip(_OPENERS) if before.strip() else ""
    if preceding[-1:].isdigit():
        return False
    is_noun = preceding == "in" or (preceding[:1].isupper() and preceding[-1].isalpha())
    return not is_noun or name["second"] is not None


def _opens_sentence(text: str, at: int) -> bool:
    head = text[at : at + 3].lstrip(_OPENERS)[:1]
    return not head or not head.islower()
