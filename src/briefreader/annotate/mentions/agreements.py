"""Recognizes two kinds of agreements: numbered resolutions and named programmes."""

import re

from briefreader.annotate.mentions.candidates import Candidate
from briefreader.annotate.mentions.dates import YEAR
from briefreader.annotate.mentions.head_nouns import HEAD_NOUNS
from briefreader.annotate.mentions.office_scope import name_tail
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.text.words import DASHES, FIELD_WORDS, ROMAN_NUMERALS, office_head

RESOLUTIONS = frozenset("Resolution Resolutions UNSCR UNSCRs resolution resolutions".split())
PROGRAMMES = frozenset("program programme initiative project scheme".split())
TRADE_ACRONYMS = frozenset(("FTA", "PTA"))
_NUMBER = re.compile(r"\d{1,4}")
# A plan or programme is named with the years that it is for: `Plan of Action 2023-2027`.
_FOR_YEARS = frozenset(
    "Plan Action Programme Program Roadmap Vision Strategy Agenda Framework Partnership Blueprint Cooperation".split()
)
_NUMBERED = frozenset("Plan Compact Programme Program Protocol Agreement Initiative Strategy Treaty Accord".split())
_BETWEEN_STATES = frozenset("Agreement Treaty Memorandum MoU MOU Protocol Convention Declaration Statement".split())
_UNNAMED = frozenset("Joint Framework Draft Bilateral Supplementary Additional of Understanding".split())


def resolution(context: DocumentContext, index: int, earliest: int) -> Candidate | None:
    """Return `UN Security Council Resolutions 2371 and 2375`, `UNSCR 2254` or `Resolution 1701 (2006)`."""
    tokens = context.tokens
    last = index + 1
    if not _NUMBER.fullmatch(tokens.word(last)):
        return None
    last += 1
    while True:
        if tokens.word(last) == "(" and _NUMBER.fullmatch(tokens.word(last + 1)) and tokens.word(last + 2) == ")":
            last += 3
            continue
        at = last
        while tokens.word(at) in (",", "and", "&"):
            at += 1
        if at > last and _NUMBER.fullmatch(tokens.word(at)):
            last = at + 1
        elif tokens.word(last) == "/" and tokens.word(last + 1).isdigit():
            last += 2
        else:
            break
    found = context.listed_at.get(index - 1)
    body = found is not None and found.type == "ORG" and found.first >= earliest
    return Candidate(found.first if found and body else index, last, "AGREEMENT")


def of_parties(context: DocumentContext, index: int, earliest: int) -> Candidate | None:
    """Return a free trade agreement with its two parties, which make the acronym a name: `India-Malta FTA`."""
    words = context.tokens.words
    second = context.listed_at.get(index - 1)
    if second is None or second.last != index or second.type not in ("PLACE", "ORG") or second.first < earliest + 2:
        return None
    first = context.listed_at.get(second.first - 2)
    joined = words[second.first - 1] in DASHES or words[second.first - 1] == "/"
    if first is None or not joined or first.type not in ("PLACE", "ORG"):
        return None
    return Candidate(first.first, index + 1, "AGREEMENT", 1)


def policy(context: DocumentContext, index: int, earliest: int) -> Candidate | None:
    """Return `Act East Policy`, None for the policy of a country or of a field: `Foreign and Security Policy`."""
    tokens = context.tokens
    first = index
    while first > earliest and context.is_name_word(first - 1):
        first -= 1
    words = tokens.words[first:index]
    own = [word for at, word in enumerate(words, first) if word not in FIELD_WORDS and at not in context.listed_at]
    office = any(office_head(word) for word in words) or office_head(tokens.word(index + 1))
    in_title = index < context.title_end
    if len(words) < 2 or not own or office or in_title or tokens.word(index + 1) in HEAD_NOUNS:
        return None
    return Candidate(first, index + 1, "AGREEMENT")


def tail_end(context: DocumentContext, first: int, index: int, last: int) -> int:
    """Return the token after the years of a plan, or after the two states of an agreement without another name.

    The name runs from token first to the token before last and has its head noun at index.
    """
    tokens = context.tokens
    if tokens.word(last) in ROMAN_NUMERALS and tokens.words[last - 1] in _NUMBERED:
        return last + 1  # `Coral Work Plan III`
    if tokens.words[last - 1] in _FOR_YEARS or (last == index + 1 and tokens.words[index] in _FOR_YEARS):
        return _years_end(context, last)
    own = (*tokens.words[first:index], *tokens.words[index + 1 : last])
    if tokens.words[index] in _BETWEEN_STATES and tokens.word(last) == "between" and _UNNAMED.issuperset(own):
        return _states_end(context, last)
    return last


def _years_end(context: DocumentContext, at: int) -> int:
    """Return the token after a year or a range of years, with or without brackets."""
    tokens = context.tokens
    bracket = tokens.word(at) == "("
    end = at + bracket
    if not YEAR.fullmatch(tokens.word(end)):
        return at
    end += 1
    if tokens.word(end) in DASHES and tokens.word(end + 1).isdigit():
        end += 2
    elif bracket:
        return at  # a single year in brackets says when
    return end + bracket if not bracket or tokens.word(end) == ")" else at


def _states_end(context: DocumentContext, between: int) -> int:
    """Return the token after two states and a subject: `between the Government of A and the State of B on Trade`."""
    tokens = context.tokens
    end = between
    for joint in ("between", "and"):
        if tokens.word(end) != joint:
            return between
        end += 1 + (tokens.word(end + 1) == "the")
        if tokens.word(end) == "Government" and tokens.word(end + 1) == "of":
            end += 2 + (tokens.word(end + 2) == "the")
        found = context.listed_at.get(end)
        if found is None or found.first != end or found.type not in ("PLACE", "ORG"):
            return between
        end = found.last
    if tokens.word(end) in ("on", "for", "concerning"):
        stop, _ = name_tail(context, end + 1, of_office=False)
        return stop if stop > end + 1 else end
    return end


def programme(context: DocumentContext, index: int, earliest: int) -> Candidate | None:
    """Return the name before the word in `the Sports Visitor program`."""
    first = index
    while first > earliest and context.is_name_word(first - 1):
        if context.is_a(first - 1, "ORG", "PERSON", "WEAPON", "EVENT"):
            break
        first -= 1
    while first < index and context.is_a(first, "PLACE", "NORP"):
        first = context.listed_at[first].last
    words = context.tokens.words[first:index]
    if len(words) < 2 or any(word in HEAD_NOUNS or office_head(word) for word in words):
        return None
    return Candidate(first, index, "AGREEMENT")
