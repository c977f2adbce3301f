"""Finds the encoding of a file's bytes, and states every doubt about its letters."""

import re
import unicodedata
from contextlib import suppress
from typing import NamedTuple

from briefreader.model import SourceError
from briefreader.sources.letters import encoding_labels, mojibake
from briefreader.sources.letters.misreadings import beyond_ascii
from briefreader.text import clean, clean_line, without_surrogates


class Decoded(NamedTuple):
    """The cleaned text of a file and the sentences about doubtful letters, each of which begins with `letters: `."""

    text: str
    unsure: tuple[str, ...] = ()


class _Reading(NamedTuple):
    """The text of a file's bytes by one encoding.

    `doubt` is a sentence about it, and `broken` the number of broken characters that the sentence tells of. `unicode`
    tells that the encoding has all letters.
    """

    text: str
    doubt: str | None = None
    broken: int = 0
    unicode: bool = True


class _Candidate(NamedTuple):
    """An encoding that detection holds to be possible, and the sample of the text by it."""

    codec: str
    text: str
    confidence: float
    language: str | None


_MARKS = (  # the mark of UTF-32 begins with that of UTF-16
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_NO_TEXT = ("Cn", "Co", "Cc")
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")

# The encodings of the Web, and those of old computers that are still met in plain text.
_DETECTED = (
    "big5hkscs euc_jis_2004 cp949 gb18030 cp932 cp866 koi8-r koi8-u mac-roman mac-cyrillic cp874 "
    "cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 iso8859-2 iso8859-4 iso8859-5 iso8859-6 iso8859-7 "
    "iso8859-8 iso8859-13 iso8859-15 iso8859-16 cp437 cp850 cp852"
).split()
_EXAMINED = 200_000  # bytes that detection looks at
_TAG = rb"<[^<>]*>"
_CHINESE = "[\u3001-\u301f\u4e00-\u9fff\uff01-\uff5e]+"
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\x1b\x08")
_ENGLISH = rb"(?i)\b(?:the|of|and|met)\b"
# Quotation marks, dashes, the ellipsis and the space of Windows-1252; English has no letters at their places.
_TYPOGRAPHY = rb"[\x85\x91-\x97\xa0]"
_OTHER_ALPHABETS = r"\u0370-\u052f\u0590-\u06ff\u0e01-\u0e5b"
# No letter is a control, no word is written in two alphabets, has a sign inside, or a capital after a small letter.
_IMPOSSIBLE = (
    rf"[\x80-\x9f]|[A-Za-z][{_OTHER_ALPHABETS}]|[{_OTHER_ALPHABETS}][A-Za-z]"
    r"|[a-z](?:[À-ÖØ-Þ]|[\xa1-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf][a-z])"
)
# Encodings with two bytes to a character, and their languages.
_BY_PAIRS = {
    **dict.fromkeys(("gb18030", "big5hkscs", "cp950"), "zh"),
    **dict.fromkeys(("cp932", "euc_jp", "euc_jis_2004"), "ja"),
    "cp949": "ko",
}
_LATIN = 6  # one character in so many at most is not ASCII
_MIXED = 0.3  # correct characters to each broken one of a text of Latin letters
_SHARE = 3  # correct characters to each broken one by which a text is in an encoding
_SHARE_OF_LABEL = 10
_CLEARLY = 1.1  # times as confident
_NEARLY = 0.95


def decode(data: bytes, label: str | None = None) -> Decoded:
    """Return the cleaned text of a file's bytes; `label` is the name of the encoding that came with the file.

    The encoding is that of a byte order mark, UTF-8, the encoding that the file states, or that of its letters. Raises
    SourceError where the bytes are no text.
    """
    reading = _read(data, label)
    text, doubts = mojibake.mend(reading.text, reading.broken) if reading.unicode else (reading.text, [])
    if reading.doubt:
        doubts = [reading.doubt, *doubts]
    return Decoded(clean(text), tuple(clean_line(f"letters: {doubt}") for doubt in doubts))


def is_utf8(data: bytes) -> bool:
    """Tell whether bytes are UTF-8 without a fault."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _read(data: bytes, label: str | None) -> _Reading:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], codec)
    if data.count(0, 0, 8192):
        return _wide(data)
    if _looks_binary(data[:8192]):
        raise _no_text()
    try:
        text = data.decode()
    except UnicodeDecodeError:
        label = label or encoding_labels.stated(data)
        return _broken(data, label) or _legacy(data, label)._replace(unicode=False)
    return _escaped(data, label) if data.isascii() and (b"\x1b$" in data or b"~{" in data) else _Reading(text)


def _no_text() -> SourceError:
    return SourceError("this is not a text file; save it as Markdown, plain text or a web page")


def _looks_binary(head: bytes) -> bool:
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls * 20 > len(head)


def _marked(data: bytes, codec: str) -> _Reading:
    """Return the text of bytes that stood behind a byte order mark."""
    text = data.decode(codec, "replace")
    lost = text.count("\ufffd") - data.decode(codec, "ignore").count("\ufffd")
    return _Reading(text, _told_broken(lost, encoding_labels.name(codec)), lost) if lost else _Reading(text)


def _wide(data: bytes) -> _Reading:
    """Return the text of bytes with zeros, which is UTF-16 or UTF-32 if one of them makes a text of letters.

    The zeros of such a text belong to the characters of ASCII. Raises SourceError where there is no such text.
    """
    if data.count(0) * 5 < len(data) and is_utf8(data):
        raise _no_text()
    best, most = "", 0
    for codec in _WIDE:
        width = 4 if "32" in codec else 2
        text = _strict(data[: len(data) // width * width], (codec,)) or ""
        ascii = sum(map(str.isascii, text))
        letters = not any(unicodedata.category(char) in _NO_TEXT and not char.isspace() for char in text[:4096])
        if letters and ascii > most and ascii * width >= data.count(0):
            best, most = codec, ascii
    if not best:
        raise _no_text()
    return _marked(data, best)


def _escaped(data: bytes, label: str | None) -> _Reading:
    """Return the text of seven-bit bytes in which letters of East Asia stand behind escape sequences."""
    if b"\x1b$" in data:
        korean = b"\x1b$)C" in data
        text = _strict(data, encoding_labels.codecs_of("iso-2022-kr" if korean else "iso-2022-jp"))
    else:
        text = _strict(data, ("hz",))
        labelled = (label or encoding_labels.stated(data) or "").lower().startswith("hz")
        if not labelled and not re.fullmatch(_CHINESE, beyond_ascii(text or "")):
            text = None
    return _Reading(data.decode() if text is None else text)


def _broken(data: bytes, label: str | None) -> _Reading | None:
    """Return the text of UTF-8 in which some bytes are wrong, marked by U+FFFD, else None."""
    if b"\xed" in data:  # some programs write an emoji as two surrogates
        with suppress(UnicodeDecodeError):
            return _Reading(without_surrogates(data.decode("utf-8", "surrogatepass")))
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    right = len(beyond_ascii(text)) - broken
    stated = label is not None and encoding_labels.codecs_of(label) == ("utf-8",)
    cut = broken == 1 and text.endswith("\ufffd")
    # In a text of Latin letters hardly any two bytes of an old encoding are a letter of UTF-8 by chance.
    is_latin = right > 1 and (right + broken) * _LATIN <= len(text)
    share = 0 if cut else _MIXED if is_latin else 1 if stated else _SHARE
    if right < max(1, share * broken):
        return None
    return _Reading(text, _told_broken(broken, "UTF-8"), broken) if right else None


def _told_broken(number: int, name: str) -> str:
    what = "one character is broken and stands" if number == 1 else f"{number} characters are broken and stand"
    return f"the file is {name}, in which {what} as \ufffd"


def _strict(data: bytes, codecs: tuple[str, ...]) -> str | None:
    for codec in codecs:
        try:
            return data.decode(codec)
        except (UnicodeDecodeError, LookupError):
            continue
    return None


def _legacy(data: bytes, label: str | None) -> _Reading:
    """Return the text of bytes that are no UTF-8."""
    codecs = encoding_labels.codecs_of(label) if label else ()
    stated = _strict(data, codecs)
    if _is_typographic_english(data):
        text = data.decode("cp1252")
        if stated is None or stated == text or re.search(_IMPOSSIBLE, stated):
            return _Reading(text, _mislabelled(label, "windows-1252") if label and stated != text else None)
    if stated is None and codecs and (reading := _with_broken(data, label, codecs[0])):
        return reading
    sample = _sample(data)
    candidates = _candidates(sample)
    best = _best(candidates, encoding_labels.language(data))
    detected = data.decode(best.codec, "replace")
    name = encoding_labels.name(best.codec)
    if label is None:
        return _Reading(detected, f"the file does not state its encoding and was read as {name}; check the text")
    stated_sample = _strict(sample, codecs)
    if stated is None or stated_sample is None:
        return _Reading(detected, _mislabelled(label, name))
    if _composed(stated_sample) == _composed(best.text):
        return _Reading(stated)
    # Text of another encoding hardly ever is text of these.
    language = _BY_PAIRS.get(codecs[0])
    if language and best.codec not in _BY_PAIRS and language == encoding_labels.language(data):
        return _Reading(stated)
    trust = max((each.confidence for each in candidates if each.text == stated_sample), default=0.0)
    impossible = re.search(_IMPOSSIBLE, stated_sample) and not re.search(_IMPOSSIBLE, best.text)
    if impossible or best.confidence > _CLEARLY * trust:
        return _Reading(detected, _mislabelled(label, name))
    return _Reading(stated, f"the file states the encoding {label}, but they look more like {name}; check the text")


def _with_broken(data: bytes, label: str | None, codec: str) -> _Reading | None:
    """Return the text of bytes some of which are wrong in the stated encoding, if the others fit it, else None."""
    text = data.decode(codec, "replace")
    broken = text.count("\ufffd")
    right = text.replace("\ufffd", "")
    share = 1 if codec == "cp1252" else _SHARE_OF_LABEL  # browsers show nothing for the bytes that it leaves undefined
    if len(beyond_ascii(right)) < share * broken or codec == "utf-8":
        return None
    fits = _legacy(right.encode(codec), label) == _Reading(right)
    return _Reading(text, _told_broken(broken, encoding_labels.name(codec)), broken) if fits else None


def _mislabelled(label: str | None, name: str) -> str:
    return f"the file states the encoding {label}, which does not fit them; it was read as {name}; check the text"


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _is_typographic_english(data: bytes) -> bool:
    """Tell whether bytes are English with no other signs than the quotation marks and dashes of Windows-1252."""
    return re.sub(_TYPOGRAPHY, b"", data).isascii() and re.search(_ENGLISH, data) is not None


def _sample(data: bytes) -> bytes:
    """Return the visible part of a file by which its encoding is detected; no character at its end is cut in two."""
    part = data[:_EXAMINED]
    visible = re.sub(_TAG, b" ", re.sub(encoding_labels.HIDDEN, b" ", part))
    visible = part if visible.isascii() else visible
    return visible[: max(map(visible.rfind, (b"\n", b" ", b".", b">"))) + 1] or visible


def _candidates(sample: bytes) -> list[_Candidate]:
    """Return the encodings that decode bytes, with the likeliest first; there is one at least."""
    from chardet import detect_all  # 40 ms, and nearly every file is UTF-8

    found = detect_all(sample, ignore_threshold=True, compat_names=False, include_encodings=_DETECTED)
    candidates = []
    for each in found:
        codec = each["encoding"] or "cp1252"
        text = sample.decode(codec, "replace")
        if text.count("\ufffd") <= 1:
            candidates.append(_Candidate(codec, text, each["confidence"], each["language"]))
    return candidates or [_Candidate("cp1252", sample.decode("cp1252", "replace"), 0.0, None)]


def _best(candidates: list[_Candidate], language: str | None) -> _Candidate:
    """Return the likeliest encoding, or one nearly as likely that fits the language of the page.

    English tells nothing of the letters in it, which are those of foreign names.
    """
    candidates = [each for each in candidates if not re.search(_IMPOSSIBLE, each.text)] or candidates
    best = candidates[0]
    fitting = (each for each in candidates if each.language == language != "en")
    return next((each for each in fitting if each.confidence >= _NEARLY * best.confidence), best)
