"""Tells which monarch, heir or pope a text means by an office and a given name, such as `King Abdullah`."""

from briefreader.annotate.names.gazetteer import Gazetteer, Name, folded

_RANKS = {
    "king": "king", "kings": "king", "majesty": "king", "majesties": "king", "queen": "queen", "emperor": "emperor",
    "empress": "empress", "sultan": "sultan", "emir": "emir", "amir": "emir", "pope": "pope", "prince": "prince",
    "princess": "princess", "duke": "duke",
}  # fmt: skip
# These words may stand before the rank.
_BEFORE_RANK = frozenset("his her their royal majesty majesties highness holiness crown grand hm hrh the".split())


def rank(office: str) -> str | None:
    """Return the rank of an office of which a given name is enough, None for any other office.

    >>> rank("Crown Prince"), rank("King"), rank("Prime Minister")
    ('prince', 'king', None)
    """
    *before, last = folded(office).split() or [""]
    return _RANKS.get(last) if _BEFORE_RANK.issuperset(before) else None


def listed_rulers(office: str, given_name: str, gazetteer: Gazetteer) -> list[Name]:
    """Return the listed rulers whom an office and a given name may mean."""
    found = gazetteer.rulers.get(folded(given_name), ())
    return [each for each in found if rank(each.facts["office"]) == rank(office)]
