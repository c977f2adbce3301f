"""Decides whether two offices joined by a comma or by `and` belong to one person."""

from briefreader.annotate.mentions.small_offices import Office
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.text.tokens import BREAK
from briefreader.annotate.text.words import office_head

# An office and the ministry or force that it belongs to stand between commas.
_MINISTRIES = frozenset(
    "Ministry Department MFA Office Bureau Directorate Division Secretariat Command Forces Fleet Army Navy".split()
)
_LONGEST_MINISTRY = 12
# An office before a comma and another office is of the same person after one of these.
_OPENING_WORDS = frozenset(
    (BREAK, ".", ":", "by", "with", "between", "and", "from", "H.E.", "HE", "His", "Excellency", "Hon")
)
_HIGHEST = (
    ["President"],
    ["Prime", "Minister"],
    ["King"],
    ["Secretary"],
    ["Minister"],
    ["Chancellor"],
    ["Premier"],
    ["Vice", "President"],
)
_ROYAL = frozenset("Prince Ruler Sultan Emir Amir King".split())


def is_of_one_person(context: DocumentContext, other: Office, office: Office, joint: str) -> bool:
    """Return whether an office joined to the office before a name belongs to the same person.

    After an article the highest offices belong to another person: `the Prime Minister and Foreign Minister Lund`.
    """
    words = context.tokens.words
    before = words[other.first - 1] if other.first else BREAK
    if context.is_a(other.first - 1, "NORP", "PLACE", "ORG") or before == "'s" or joint == "&":
        return joint != ","
    if any(context.is_a(at, "PLACE") for at in range(other.last, other.tail)):
        return False  # `President of Malta and Foreign Minister Lund`
    if any(office_head(word) not in (None, word) for word in words[other.first : other.last]):
        return False
    if joint in ("–", "—"):
        return True  # `Deputy Prime Minister – Minister of Foreign Affairs Lund`
    if joint == ",":
        return before in _OPENING_WORDS and other.last - other.first > 1
    first, second = words[other.first : other.last], words[office.first : office.last]
    if second in _HIGHEST and not (second == ["Prime", "Minister"] and first[-1] in _ROYAL):
        return False
    return before not in ("the", "The") or first not in _HIGHEST


def ministry_end(context: DocumentContext, at: int) -> int | None:
    """Return the token after the name of a ministry or force and its comma, None where none begins at a token."""
    tokens = context.tokens
    if not tokens.word(at)[:1].isupper():
        return None
    for end in range(at + 1, at + _LONGEST_MINISTRY):
        word = tokens.word(end)
        if word == ",":
            return None if _MINISTRIES.isdisjoint(tokens.words[at:end]) else end + 1
        if not (word[:1].isupper() or word in ("of", "and", "the", "for")):
            return None
    return None
