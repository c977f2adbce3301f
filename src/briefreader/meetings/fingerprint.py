"""Tells whether two texts are nearly identical, by the hashes of a few of their phrases.

A hash of each run of words falls into one of a fixed number of bins, each of which keeps its least hash; the share of
equal bins estimates the share of common phrases (one permutation hashing: Li, Owen, Zhang 2012).
"""

import re
import zlib

_BINS = 16
_HASH = 4  # hexadecimal digits of the hash of a bin
_RUN = 4  # words
_BEGINNING = 4000  # characters: long texts that differ, differ there
_LEAST_WORDS = 40
_ALIKE = 11  # bins of the 16; two readouts of one form have about 3 in common, of one occasion 8
_WORD = re.compile(r"\w+")


def fingerprint(text: str) -> str:
    """Return the fingerprint of a text, empty for a text that is too short to have one."""
    words = _WORD.findall(text[:_BEGINNING].lower())
    if len(words) < _LEAST_WORDS:
        return ""
    bins = [0xFFFF] * _BINS
    for at in range(len(words) - _RUN + 1):
        digest = zlib.crc32(" ".join(words[at : at + _RUN]).encode("utf-8", "surrogatepass"))
        number, least = digest % _BINS, digest >> 16
        bins[number] = min(bins[number], least)
    return "".join(f"{least:0{_HASH}x}" for least in bins)


def nearly_identical(one: str, other: str) -> bool:
    """Return whether the texts of two fingerprints are nearly identical."""
    if not one or not other:
        return False
    places = range(0, _BINS * _HASH, _HASH)
    return sum(one[at : at + _HASH] == other[at : at + _HASH] for at in places) >= _ALIKE
