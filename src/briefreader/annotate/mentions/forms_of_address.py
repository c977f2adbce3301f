"""Passes over the forms of address before the name of a person and the letters after it."""

from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.text.honorifics import DOTTED, HONORIFICS, ORDER_STARTS, ORDERS, POST_NOMINALS, RETIRED

_OPENING = HONORIFICS | ORDER_STARTS | {"the", "(", "U", "W", "H.E.", "H.H.", "H.M.", "H.R.H.", "h.c."}
_IN_BRACKETS = RETIRED | POST_NOMINALS
_MOST_HONORIFICS = 8
_MOST_LETTERS = 10


def skip_honorifics(context: DocumentContext, index: int) -> int:
    """Return the first token from index on that is no form of address."""
    word = context.tokens.word(index)
    if word not in _OPENING:
        return index
    if word == "the":
        following = context.tokens.word(index + 1).rstrip(".")
        index += following.startswith("Hon") or following in ("Rt", "Right")
    for count in range(_MOST_HONORIFICS):
        after = _honorific_end(context, index)
        if after == index or (count and context.tokens.word(index) == "Tun"):
            break  # `Tun Dr. Omar` of Malaysia, but `Dr. Tun Shwe` of Myanmar
        index = after
    return index


def _honorific_end(context: DocumentContext, index: int) -> int:
    """Return the token after one form of address with its dot, the token itself where none begins."""
    tokens = context.tokens
    word, following = tokens.word(index).rstrip("."), tokens.word(index + 1)
    if word == "Right" and following.startswith("Hon"):
        return index + 1
    if word == "(":
        end = index + 2 + (tokens.word(index + 2) == ".")
        known = following in RETIRED or following in HONORIFICS
        return end + 1 if known and tokens.word(end) == ")" else index
    if word == "U":  # the Burmese `Mr.`; with a dot the letter is an initial
        return index + 1 if following[:1].isupper() and len(following) > 1 and not following.isupper() else index
    if word == "W" and following == "/":
        return index + 3  # `W/ro`, the Ethiopian `Mrs.`
    if word not in HONORIFICS and word not in ORDER_STARTS:
        return index
    if word in ORDERS:
        end = index + 1
        if following == "'" and (tokens.glued(end) or tokens.glued(end + 1)):
            end += 1
        while tokens.word(end) in ORDERS[word]:
            end += 1
        return index if word in ORDER_STARTS and end == index + 1 else end
    if word in ("Sri", "Seri"):
        return index + 1 if len(following) == 1 or "." in following else index  # `Sri S. Rao`, but `Sri Mulyani`
    if word in DOTTED and not (following == "." and tokens.glued(index + 1)):
        return index
    if following == "'" and tokens.word(index + 2) == "ble":
        return index + 3
    end = index + 1 + (following == "." and tokens.glued(index + 1))
    return end + 1 if tokens.word(end) == "-" and tokens.word(end + 1) in HONORIFICS else end


def skip_post_nominals(context: DocumentContext, index: int) -> int:
    """Return the token after the letters behind a name (`KC, MP`, `(Retd)`), the token itself without any."""
    tokens = context.tokens
    for _ in range(_MOST_LETTERS):
        at = index + (tokens.word(index) == ",")
        if tokens.word(at) == "(" and tokens.word(at + 1) in _IN_BRACKETS:
            at += 2 + (tokens.word(at + 2) == ".")
            if tokens.word(at) != ")":
                break
            index = at + 1
        elif tokens.word(at) in POST_NOMINALS:
            index = at + 1
            while tokens.glued(index) and (tokens.word(index) == "." or tokens.word(index) in ("D", "Phil", "Sc")):
                if tokens.word(index) == "." and not tokens.glued(index + 1):
                    break
                index += 1
            if tokens.word(index) == "(" and tokens.glued(index) and tokens.word(index + 2) == ")":
                index += 3  # `NI(M)`
        else:
            break
    return index
