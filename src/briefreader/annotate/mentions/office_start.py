"""Finds the words before the head noun of an office that belong to the office."""

from briefreader.annotate.mentions import ranks
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.text.honorifics import HONORIFICS
from briefreader.annotate.text.words import (
    FIELD_WORDS,
    FUNCTION_WORDS,
    HEADLINE_VERBS,
    ORDINALS,
    is_body_acronym,
    is_field_word,
    office_head,
)

_JOINED_FIELDS = frozenset("Foreign Defense Defence Trade Commerce Economy Finance Security Extraordinary".split())
# These offices have their whole portfolio before them: `International Relations and Cooperation Minister`.
_WITH_PORTFOLIO = frozenset("Minister Secretary Commissioner".split())
# The ordinal belongs to the office where one of these follows: `Second Permanent Secretary`.
_GRADED = frozenset(
    "Secretary Permanent Minister Deputy Vice Assistant Lord Lieutenant Counsellor Consul Class".split()
)
# Small letters may begin an office in capitals: `acting Foreign Minister`.
_SMALL = frozenset("acting interim caretaker deputy executive".split())
MODIFIERS = frozenset(
    "Acting Vice Prime First Second Third Senior Junior Permanent Resident Non Executive Managing Coordinating "
    "Alternate Extraordinary Plenipotentiary Personal Private Lead Grand Under Supreme Honorary Roving Visiting "
    "Designate Elect Caretaker Transitional Co Country Bureau Division Desk Section White House Additional High "
    "Riksdag Majority Opposition Party Goodwill Apostolic Papal Paramount Hereditary Bank Police Program Project Chef "
    "Congress Senate Assembly Council Committee Commission Board Subcommittee Ministry Department Agency".split()
)
# Only words of offices stand before these.
_OF_PEOPLE = frozenset("Bishop Archbishop Cardinal Patriarch Senator Congressman Congresswoman Baroness".split())
_CHURCHES = frozenset("Auxiliary Metropolitan Anglican Catholic Orthodox Lutheran Methodist Presiding".split())
# These verbs of headlines stand before an office.
_VERBS = HEADLINE_VERBS | frozenset(
    "Meets Met Meet Receives Received Calls Visits Congratulates Thanks Greets Briefs Tells Pays Speaks Addresses "
    "Accompanies Appoints Assures Asks Invites Sees Swears Bids Replies Writes Informs Represents Honours Honors "
    "Appreciates Congratulate Receive".split()
)


def office_start(context: DocumentContext, index: int, earliest: int) -> int:
    """Return the token with which an office begins, by its head noun and the words before it."""
    tokens = context.tokens
    first = index
    is_rank = ranks.is_rank(tokens.words[index]) and not office_head(tokens.word(index + 1))
    while first > earliest:
        word = tokens.words[first - 1]
        if word == "-" and tokens.glued(first) and tokens.glued(first - 1) and first - 2 >= earliest:
            before = tokens.words[first - 2]
            if not before[0].isupper() or context.is_a(first - 2, "PLACE", "NORP"):
                break
            first -= 2
            continue
        if word in ("&", "and") and first - 2 >= earliest and _is_joined(context, first - 1, index, earliest):
            first -= 2
            continue
        listed = word == "," and first - 2 >= earliest and "and" in tokens.words[first:index]
        if listed and tokens.words[first - 2] in FIELD_WORDS and tokens.words[first] in FIELD_WORDS:
            first -= 2  # `Science, Technology and Innovation Minister`
            continue
        if word == "'s" and tokens.words[first] == "Counsel" and office_head(tokens.word(first - 2)):
            first -= 2  # `President's Counsel`
            continue
        if word == "Under" and tokens.words[first] == "Secretary":
            first -= 1
            continue
        if word in _SMALL and tokens.words[first][0].isupper():
            return first - 1
        if not word[0].isupper() or word in FUNCTION_WORDS or not _may_begin(context, first - 1):
            break
        if word.rstrip(".") in HONORIFICS or not word[0].isalpha() or word in _VERBS:
            break
        if _is_of_a_name(context, first - 1):
            break
        if tokens.words[index] in _OF_PEOPLE and not _is_modifier(word) and word not in _CHURCHES:
            break  # `the Coral Campaign Bishop Lund`
        if is_rank and not (ranks.is_modifier(word) or office_head(word)):
            break
        found = context.listed_at.get(first - 1)
        if not found and is_body_acronym(word) and not tokens.words[first].isupper():
            break
        if found and found.type not in ("AGREEMENT", "WEAPON") and word not in ("Treasury", "Defense", "Congress"):
            break
        first -= 1
    return first


def _is_of_a_name(context: DocumentContext, at: int) -> bool:
    """Return whether a word before an office ends a name: `Ada Lund President of Malta`."""
    words = context.tokens.words
    before = words[at - 1] if at else ""
    return (
        not _is_modifier(words[at])
        and context.is_name_word(at - 1)
        and not _is_modifier(before)
        and not (before.isupper() and len(before) > 1 and not words[at].isupper())
    )


def _is_modifier(word: str) -> bool:
    """Return whether a word before the head noun of an office is known to belong to offices."""
    return is_field_word(word) or office_head(word) is not None or word.capitalize() in MODIFIERS


def _may_begin(context: DocumentContext, at: int) -> bool:
    """Return whether a word may begin an office; the ordinal of a holder and the owner of an office may not."""
    tokens = context.tokens
    word, after = tokens.words[at], tokens.word(at + 1)
    if word.lower() in ORDINALS and word != "First":
        return word in ("Second", "Third") and after in _GRADED
    return word != "Commonwealth" or tokens.word(at - 1) in ("and", "&", ",")


def _is_joined(context: DocumentContext, joint: int, head: int, earliest: int) -> bool:
    """Return whether `and` joins two words of one office: `Foreign and Commonwealth Secretary`."""
    words = context.tokens.words
    before, after = words[joint - 1], words[joint + 1]
    if office_head(after):
        return False
    if before in _JOINED_FIELDS:
        return True
    if words[head] not in _WITH_PORTFOLIO or before not in FIELD_WORDS or after not in FIELD_WORDS:
        return False
    start = joint - 1
    while start > earliest and (words[start - 1] in FIELD_WORDS or words[start - 1] == ","):
        start -= 1
    # The portfolio of another office or a ministry may end before the joint.
    return start == 0 or words[start - 1] not in ("of", "for", "on")
