"""Mends letters that an earlier program has misread and saved again, and tells of those that are doubtful or lost.

Characters are turned back into letters where no text has them: a sign inside a word, a capital after a small letter, a
control, the two signs that begin a misread quotation mark.
"""

# The patterns are compiled when a text first needs them, which few do.
import re
from collections.abc import Iterator
from typing import NamedTuple

from briefreader.sources.letters.misreadings import Misreading, beyond_ascii, misreading, suspects

_BY_PAIR = ("gbk", "cp932", "cp949")  # encodings of two bytes by which UTF-8 is misread
_MOST_ROUNDS = 8
_CERTAIN_LETTERS, _CERTAIN_PAIRS = 3, 6  # misread letters in a row that no text has by chance
_LOST = "\ufffd"

# Blocks of the letters and signs of texts; characters that would mend to anything else were no misread letters.
_USUAL = (
    r"[\x00-\u017f\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u0300-\u0304\u0306\u0308\u030a-\u030c\u0323\u0327\u0328\u0370-\u045f\u0490-\u0493\u049a-\u049d\u04a2\u04a3"
    r"\u04ae-\u04b3\u04ba\u04bb\u04d8\u04d9\u04e8\u04e9\u05b0-\u05ea\u05f3\u05f4\u060c-\u064e\u0650\u0651\u0660-\u0669"
    r"\u067e\u0686\u0698\u06a9\u06af\u06cc\u06f0-\u06f9\u0900-\u097f\u0e01-\u0e5b\u10d0-\u10ff\u1e00-\u1eff\u2000-\u203a"
    r"\u20ac\u2116\u2122\u2190-\u21ff\u2212\u25a0-\u27bf\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uf0a7\uf0b7\ufe0f\ufeff"
    r"\uff01-\uffe6\ufffd\U0001f000-\U0001faff]+"
)
_LATIN_LETTERS = "[\x00-\x7f\xa0-\u017f\u2013-\u2026\u20ac]+"
_BEYOND_ASCII = "[^\x00-\x7f]+"
_EAST_ASIAN = "[\u4e00-\u9fff\uac00-\ud7a3\uff61-\uff9f]"
_PAIR_SIGNS = "[鈥銆锛縺繧窶]|锟斤|占쏙|혻"  # quotation marks, commas and the first kana, misread
_NEVER_AFTER_A_LETTER = frozenset(map(chr, range(0x80, 0xA0))) | frozenset("¡¢£¤¥¦§¨¬¯¶¸¹¼½¾¿†‡ˆ‰‹ƒ˜„‚")
_OTHER_ALPHABETS = range(0xC9, 0xE0)  # first bytes of alphabets of which one letter does not stand alone
_IMPLAUSIBLE = (
    r"[a-zß-öø-ÿ][À-ÖØ-Þ]|[^\W\d_][\xa1-\xa9\xab\xac\xae-\xb4\xb6-\xb9\xbb-\xbf][a-z]|[a-z]·[^a-z]|[\x80-\x9f]"
)
_CONTROL = "[\x80-\x84\x86-\x9f]|\x85(?!\n)"
_ESCAPE_OR_NO_LETTER = "[\x1b\x81\x8d\x8f\x90\x9b\x9d]"
_CONTROL_REFERENCE = r"&#(?:1(?:2[89]|[345]\d)|[xX][89][0-9a-fA-F]);"
_FIRST_REFERENCE = (
    r"&(?:[Aa]circ|Atilde|[Aa]uml|Aring|ETH|Ntilde|#(?:19[4-9]|2[0-4]\d)|#[xX][c-eC-E][0-9a-fA-F]);[^\x00-%'-\x7f]"
)
_REFERENCES = r"(?:[^\x00-\x7f]|&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,6}|[A-Za-z]{2,8}\d{0,2});){2,}"
_QUESTION_MARK = r"\?(?:s\b|[a-z]{2,}\b)(?![/=&?])"
_CUT_QUOTE = "â€[\ufffd?]?(?=[\\s.,;:!?)]|$)"  # the last byte of ” has no character in Windows-1252
_CUT_A = r"(?<!\w)Ã (?=[ ,.;:!?\-])|(?<!\w)Ã(?= [a-z])|(?<=[a-z])Ã (?=[ ,.;:!?\-])"  # the last byte of à is a space
_REMAINS = r"â€|[a-z][ÃÂ](?![a-zA-ZÀ-ÿ])|Ã[^\s\w’”»)\]-]"


class _Run(NamedTuple):
    """A run of characters that mends to other letters.

    `certain` tells that no text has such characters at this place, and `short` that all its letters are of two bytes.
    """

    start: int
    end: int
    mended: str
    certain: bool
    short: bool


def mend(text: str, broken: int = 0) -> tuple[str, list[str]]:
    """Return a text with its misread letters mended, and sentences about mended, doubtful and lost letters.

    `broken` is the number of lost letters that are told of already.
    """
    text = _with_references_read(text) if "&" in text else text
    doubts = []
    if "?" in text and (word := _questioned(text)):
        doubts.append(f"a question mark stands inside a word where a letter may have been lost, as in “{word}”")
    if text.isascii():
        return text, doubts
    beyond = beyond_ascii(text)
    if suspects(beyond) or re.search(f"[\x80-\x9fÃÂ]|â€|{_EAST_ASIAN}", beyond):
        mended, doubtful = _mended(text)
        if mended != text:
            first = _first_difference(text, mended)
            doubts.append(f"an earlier program had misread some letters, which were mended, the first in {first}")
        if doubtful or _has_remains(mended):
            doubts.append("some letters look as if an earlier program had misread them; check the text")
        text = mended
    if (number := text.count(_LOST) - broken) > 0:
        lost = "one letter was" if number == 1 else f"{number} letters were"
        doubts.append(f"{lost} lost before the file was saved, where {_LOST} stands")
    return text, doubts


def _questioned(text: str) -> str | None:
    """Return the first word with a question mark inside, which some programs write for a letter that they lack."""
    for match in re.finditer(_QUESTION_MARK, text):
        before = re.search(r"[^\s“”\"'(\[]*$", text[max(0, match.start() - 40) : match.start()])
        if before and re.fullmatch(r"[^\W\d_]+", before[0]):
            return before[0] + match[0]
    return None


def _with_references_read(text: str) -> str:
    """Return a text in which references to controls and to misread letters are the characters that browsers show."""
    from html import unescape

    text = re.sub(_CONTROL_REFERENCE, lambda match: unescape(match[0]), text) if "&#" in text else text
    return re.sub(_REFERENCES, _characters, text) if re.search(_FIRST_REFERENCE, text) else text


def _characters(references: re.Match[str]) -> str:
    from html import unescape

    read = unescape(references[0])
    harmless = beyond_ascii(read) == read
    return read if harmless and re.search(misreading("cp1252").letter, read) else references[0]


def _mended(text: str) -> tuple[str, bool]:
    """Return a text with its misread letters mended, and whether some can be read in two ways and stay as they are."""
    for _ in range(_MOST_ROUNDS):
        before = text
        text, ambiguous = _mended_by_byte(text)
        if ambiguous:
            return text, True
        beyond = beyond_ascii(text)
        text = _mended_by_pair(text) if re.search(_EAST_ASIAN, beyond) else text
        text = _with_controls_read(text) if re.search(_CONTROL, beyond) else text
        if text == before:
            break
    return text, False


def _mended_by_byte(text: str) -> tuple[str, bool]:
    """Return a text with the letters mended that were misread by one encoding of one byte, and whether two fit.

    That is the encoding by which all characters beyond ASCII mend, else the one by which most do.
    """
    beyond = beyond_ascii(text)
    spans = [match.span() for match in re.finditer(_BEYOND_ASCII, text)]
    whole: dict[str, int] = {}
    best, most = text, 0
    for suspect in suspects(beyond):
        runs = list(_runs(text, spans, suspect))
        if not any(run.certain for run in runs):
            continue
        mended = sum(run.end - run.start for run in runs)
        if mended == len(beyond):
            complete = _replaced(text, runs)
            whole[complete] = len(re.findall(_IMPLAUSIBLE, complete))
            continue
        runs = [run for run in runs if run.certain or run.short]
        mended = sum(run.end - run.start for run in runs)
        if mended > most:
            best, most = _replaced(text, runs), mended
            best = re.sub(_CUT_A, "à", re.sub(_CUT_QUOTE, "”", best)) if suspect.latin else best
    if not whole:
        return best, False
    fitting = [complete for complete, implausible in whole.items() if implausible == min(whole.values())]
    return (fitting[0], False) if len(fitting) == 1 else (text, True)


def _runs(text: str, spans: list[tuple[int, int]], suspect: Misreading) -> Iterator[_Run]:
    """Yield the runs of characters that mend to usual letters; `spans` are the characters that are not ASCII."""
    letter, run = re.compile(suspect.letter), re.compile(f"(?:{suspect.letter})+")
    known: dict[str, str | None] = {}
    for match in (match for start, end in spans if end - start > 1 for match in run.finditer(text, start, end)):
        found, (start, end) = match[0], match.span()
        if found not in known:
            known[found] = _letters(found, suspect)
        if mended := known[found]:
            certain = len(mended) >= _CERTAIN_LETTERS or any(
                _is_strange(text, *each.span(), suspect) for each in letter.finditer(text, start, end)
            )
            yield _Run(start, end, mended, certain, end - start == 2 * len(mended))


def _letters(run: str, suspect: Misreading) -> str | None:
    """Return the letters that were misread as a run of characters, None if no text has such letters."""
    try:
        mended = bytes(map(suspect.bytes.__getitem__, run)).decode()
    except UnicodeDecodeError:
        return None
    return mended if all(char in suspect.bytes or re.fullmatch(_USUAL, char) for char in set(mended)) else None


def _is_strange(text: str, first: int, last: int, suspect: Misreading) -> bool:
    """Tell whether no text has the characters of one misread letter at their place."""
    before, after = text[first - 1 : first], text[last : last + 1]
    if text.startswith(suspect.signs, first):
        return True
    if not "À" <= text[first] <= "ž":
        return (before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha())
    if suspect.bytes[text[first]] in _OTHER_ALPHABETS:
        return False
    if not _NEVER_AFTER_A_LETTER.isdisjoint(text[first + 1 : last]):
        return text[first] == "Â" or before.isalpha() or after.isalpha()
    return (before.islower() and text[first].isupper()) or (after.isalpha() and not text[last - 1].isalpha())


def _replaced(text: str, runs: list[_Run]) -> str:
    parts, at = [], 0
    for run in runs:
        parts += [text[at : run.start], run.mended]
        at = run.end
    return "".join([*parts, text[at:]])


def _mended_by_pair(text: str) -> str:
    """Return a text with the letters mended that were misread by one encoding of East Asia, if all or a dash mends."""
    runs = set(re.findall(_BEYOND_ASCII, text))
    for codec in _BY_PAIR:
        mended = {run: letters for run in runs if (letters := _unpaired(run, codec))}
        whole = len(mended) == len(runs)
        latin = whole and all(re.fullmatch(_LATIN_LETTERS, letters) for letters in mended.values())
        if not latin and not (whole and sum(map(len, runs)) >= _CERTAIN_PAIRS):
            mended = {run: letters for run, letters in mended.items() if re.search(_PAIR_SIGNS, run)}
        if mended:
            return re.sub(_BEYOND_ASCII, lambda match, mended=mended: mended.get(match[0], match[0]), text)  # type: ignore[misc]
    return text


def _unpaired(run: str, codec: str) -> str | None:
    try:
        mended = run.encode(codec).decode()
    except UnicodeError:
        return None
    return mended if re.fullmatch(_USUAL, mended) else None


def _with_controls_read(text: str) -> str:
    """Return a text in which controls that were letters of Windows-1252 are these letters."""
    if re.search(_ESCAPE_OR_NO_LETTER, text):
        return text
    return re.sub(_CONTROL, lambda match: match[0].encode("latin-1").decode("cp1252", "replace"), text)


def _has_remains(mended: str) -> bool:
    """Tell whether a mended text still has characters that look like misread letters."""
    beyond = beyond_ascii(mended)
    if re.search(f"{_PAIR_SIGNS}|{_CONTROL}", beyond):
        return True
    return not {"Ã", "Â", "â"}.isdisjoint(beyond) and re.search(_REMAINS, mended) is not None


def _first_difference(text: str, mended: str) -> str:
    """Return the first word of a mended text that differs from the text before, in quotation marks."""
    at = next((at for at, (one, other) in enumerate(zip(text, mended, strict=False)) if one != other), len(mended) - 1)
    word = mended[max(mended.rfind(" ", 0, at), mended.rfind("\n", 0, at)) + 1 : at + 40].split(maxsplit=1)
    return f"“{word[0][:40].strip('“”')}”" if word else "a space"
