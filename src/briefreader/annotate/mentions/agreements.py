"""Recognizes two kinds of agreements: numbered resolutions and named programmes."""

import re

from briefreader.annotate.mentions.candidates import Candidate
from briefreader.annotate.mentions.head_nouns import HEAD_NOUNS
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.text.words import office_head

RESOLUTIONS = frozenset("Resolution Resolutions UNSCR UNSCRs resolution resolutions".split())
PROGRAMMES = frozenset("program programme initiative project scheme".split())
_NUMBER = re.compile(r"\d{1,4}")


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
