"""Gives an office its canonical name: singular, spelled out, in the same letters wherever it stands."""

import re
from functools import lru_cache

from briefreader.annotate.text.words import OFFICE_ACRONYMS, OFFICE_HEADS

_ABBREVIATIONS = {
    "LT": "Lieutenant", "GEN": "General", "MAJ": "Major", "COL": "Colonel", "CAPT": "Captain", "CMDR": "Commander",
    "CDR": "Commander", "ADM": "Admiral", "VADM": "Vice Admiral", "RADM": "Rear Admiral", "SGT": "Sergeant",
    "BRIG": "Brigadier", "CDRE": "Commodore", "LTG": "Lieutenant General", "MG": "Major General",
    "BG": "Brigadier General", "GP": "Group", "WG": "Wing", "SQN": "Squadron", "LDR": "Leader", "FLT": "Flight",
    "AVM": "Air Vice Marshal", "ACM": "Air Chief Marshal", "CPL": "Corporal", "PTE": "Private",
    "SSGT": "Staff Sergeant", "MSGT": "Master Sergeant", "LTCOL": "Lieutenant Colonel", "LTCDR": "Lieutenant Commander",
    "LTGEN": "Lieutenant General", "MAJGEN": "Major General", "BRIGGEN": "Brigadier General",
    "BGEN": "Brigadier General", "SEN": "Senator", "SENS": "Senator", "REP": "Representative",
    "REPS": "Representative", "GOV": "Governor", "AMB": "Ambassador", "SEC": "Secretary", "PRES": "President",
    "INSP": "Inspector", "SUPT": "Superintendent",
}  # fmt: skip
_SMALL_WORDS = frozenset("of for and the to in at on de d' a.i. ad interim".split())
_KEPT = frozenset("EU UN US UK UAE NATO ASEAN AU OSCE OAS II III".split())
_OFFICES_KEPT = 1 << 12
_FIELD = re.compile(r" (?:of|for|to|in|at|on)\b")


@lru_cache(_OFFICES_KEPT)
def canonical_office(surface: str) -> str:
    """Return the canonical name of an office: `FOREIGN MINISTERS` and `foreign minister` are spelled alike."""
    field = _FIELD.search(surface)
    at = field.start() if field else len(surface)
    words = surface.replace(".", " ").split()
    capitals = surface.isupper() and not all(word in _ABBREVIATIONS or word in OFFICE_ACRONYMS for word in words)
    head = " ".join(_word(word, capitals, in_head=True) for word in surface[:at].split(" "))
    return head + " ".join(_word(word, capitals, in_head=False) for word in surface[at:].split(" "))


def _word(word: str, capitals: bool, *, in_head: bool) -> str:
    if not word or (word.lower() in _SMALL_WORDS and word not in _ABBREVIATIONS):
        return word.lower() if capitals else word
    if in_head:
        if word in OFFICE_ACRONYMS:
            return OFFICE_ACRONYMS[word]
        plain = word.rstrip(".")
        if not capitals and plain.upper() in _ABBREVIATIONS and (plain != word or not plain.islower()):
            return _ABBREVIATIONS[plain.upper()]
    if capitals and word not in _KEPT:
        word = "-".join(part.capitalize() for part in word.split("-"))
    elif word.islower() and word.isalpha():
        word = word.capitalize()
    return "-".join(OFFICE_HEADS.get(part, part) for part in word.split("-")) if in_head else word
